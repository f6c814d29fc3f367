"""Forest plot and network graph in one figure, for print: no colour carries meaning alone, text stays text in SVG."""

from __future__ import annotations

import warnings
from io import BytesIO
from math import cos, exp, log10, pi, sin, sqrt
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from hairtx.engines.evidence.answer import Answer
from hairtx.engines.evidence.studies import RATIOS
from hairtx.views.effect_words import EFFECT_NAMES, estimate, in_people
from hairtx.views.wording import spaced

_INK, _GREY, _BLUE = "#1a1a1a", "#8a8a8a", "#1f4e79"
_SETTINGS: Any = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "svg.hashsalt": "hairtx",
    "font.size": 9,
    "font.family": "sans-serif",
    "axes.linewidth": 0.8,
}
_WIDTH = 15.0
_WIDEST = 3.5
"""How far, in log10 of a ratio, the axis may reach from the estimates; beyond it limits are cut off with an arrow."""


def draw(answer: Answer, suffix: str) -> bytes:
    """The figure as the bytes of an .svg, .png or .pdf file, the same for the same answer."""
    rows = len(answer.analysis.against_reference)
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font lacks is drawn as a box, and that is all
        figure = Figure(figsize=(_WIDTH, max(4.8, 1.8 + 0.36 * rows)))
        FigureCanvasAgg(figure)
        height = figure.get_figheight()
        _forest(figure.add_axes((0.175, 1.0 / height, 0.21, 1 - 1.85 / height)), answer)
        _network(figure.add_axes((0.69, 0.45 / height, 0.31, 1 - 1.0 / height)), answer)
        figure.text(0.01, 0.98, _title(answer), va="top", ha="left", fontsize=11, fontweight="bold", color=_INK)
        figure.text(0.99, 0.02, "Lines: trials that compared the two, their number where more than one. Circles: people.", ha="right", color=_GREY)
        out = BytesIO()
        kind = suffix.lower().lstrip(".")
        metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[kind]
        figure.savefig(out, format=kind, dpi=200, metadata=metadata)
    return out.getvalue()


def _title(answer: Answer) -> str:
    selected, analysis = answer.selected, answer.analysis
    about = f"{spaced(selected.condition)}, {answer.measure_name}, week {selected.week:g}: " if selected else ""
    model = "common effect" if analysis.settings.model == "common" else f"random effects ({analysis.settings.method.upper()})"
    text = f"{about}{len(analysis.studies)} trials, {answer.people:,} people; {model}"
    return text[0].upper() + text[1:]


def _forest(axes: Axes, answer: Answer) -> None:
    """Bars on the natural scale (log axis for ratios), with names on the left and figures on the right."""
    analysis = answer.analysis
    effect, ratio = analysis.settings.effect, analysis.settings.effect in RATIOS
    held = analysis.against_reference

    def shown(value: float) -> float:
        return exp(min(max(value, -700), 700)) if ratio else 100 * value if effect == "rd" else value

    last = 256 if ratio and answer.per_hundred else 142
    low, high = _limits([(shown(one.estimate), shown(one.low), shown(one.high)) for one in held], ratio)
    if ratio:
        axes.set_xscale("log")
    axes.set_xlim(low, high)
    axes.axvline(1 if ratio else 0, color=_GREY, linewidth=0.9, zorder=0)
    for at, one in enumerate(held):
        left, right = max(shown(one.low), low), min(shown(one.high), high)
        if one.prediction_low is not None and one.prediction_high is not None:
            axes.plot(
                [max(shown(one.prediction_low), low), min(shown(one.prediction_high), high)], [at, at], color=_GREY, linewidth=0.9, linestyle=":"
            )
        axes.plot([left, right], [at, at], color=_INK, linewidth=1.3, solid_capstyle="butt")
        for end, cut, mark in ((left, shown(one.low) < low, "<"), (right, shown(one.high) > high, ">")):
            axes.plot([end], [at], marker=mark if cut else "|", color=_INK, markersize=5, clip_on=False)
        face = _BLUE if one.direct else "white"
        axes.plot([shown(one.estimate)], [at], marker="s", color=_BLUE, markerfacecolor=face, markersize=6)
        pair = (one.treatment, one.comparator)
        axes.annotate(
            answer.names[one.treatment],
            (0, at),
            xycoords=("axes fraction", "data"),
            xytext=(-6, 0),
            textcoords="offset points",
            ha="right",
            va="center",
        )
        people = in_people(answer.per_hundred.get(pair)) if ratio else ""
        for offset, text in ((8, estimate(one, effect)), (132, people), (last, spaced(answer.certainty[pair].word))):
            axes.annotate(text, (1, at), xycoords=("axes fraction", "data"), xytext=(offset, 0), textcoords="offset points", ha="left", va="center")
    axes.set_ylim(len(held) - 0.4, -0.6)
    axes.set_yticks([])
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    if ratio:
        ticks = [power * part for power in (10.0**at for at in range(-6, 7)) for part in (1, 2, 5) if low <= power * part <= high]
        ticks = [tick for tick in ticks if abs(log10(tick) % 1) < 1e-9] if len(ticks) > 7 else ticks
        axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
        axes.set_xticks([], minor=True)
    for offset, text in ((8, "estimate (95% interval)"), (132, "in 100 people" if ratio and answer.per_hundred else ""), (last, "certainty")):
        axes.annotate(text, (1, -0.6), xycoords=("axes fraction", "data"), xytext=(offset, 4), textcoords="offset points", color=_GREY, va="bottom")
    unit = f" ({answer.unit})" if answer.unit else " (per 100)" if effect == "rd" else ""
    better = "right" if analysis.settings.better == "higher" else "left"
    name = EFFECT_NAMES[effect].capitalize()
    dotted = "\nDotted: where a new trial's true effect would fall." if any(one.prediction_low is not None for one in held) else ""
    axes.set_xlabel(
        f"{name}{unit} against {answer.names[analysis.reference]}; {better} is better.\nFilled: direct evidence; open: indirect only.{dotted}"
    )


def _limits(held: list[tuple[float, float, float]], ratio: bool) -> tuple[float, float]:
    """Axis limits that hold the line of no difference, every estimate, and intervals as far as they are not absurd."""
    if ratio:
        logs = [(log10(a), log10(max(b, 1e-300)), log10(min(c, 1e300))) for a, b, c in held]
        low, high = _limits(logs, False)
        centre_low, centre_high = min(0.0, *(a for a, _, _ in logs)), max(0.0, *(a for a, _, _ in logs))
        return 10 ** max(low, centre_low - _WIDEST), 10 ** min(high, centre_high + _WIDEST)
    low, high = min(0.0, *(b for _, b, _ in held)), max(0.0, *(c for _, _, c in held))
    room = 0.04 * (high - low) or 1.0
    return low - room, high + room


def _network(axes: Axes, answer: Answer) -> None:
    """Treatments on a circle, as large as the people who had them; lines as thick as the trials that compared them."""
    analysis = answer.analysis
    count = len(analysis.nodes)
    places = {node.id: (cos(pi / 2 - 2 * pi * at / count), sin(pi / 2 - 2 * pi * at / count)) for at, node in enumerate(analysis.nodes)}
    for one in analysis.comparisons:
        (x, y), (to_x, to_y) = places[one.treatment], places[one.comparator]
        axes.plot([x, to_x], [y, to_y], color=_GREY, linewidth=0.8 + min(0.8 * (len(one.trials) - 1), 4), zorder=1, solid_capstyle="round")
        if len(one.trials) > 1:
            at, up = 0.55 * x + 0.45 * to_x, 0.55 * y + 0.45 * to_y
            axes.text(at, up, str(len(one.trials)), fontsize=8, color=_INK, ha="center", va="center", zorder=2,
                      bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"})  # fmt: skip
    most = max(1, *(node.people for node in analysis.nodes))
    for node in analysis.nodes:
        x, y = places[node.id]
        axes.scatter([x], [y], s=60 + 340 * sqrt(node.people / most), color=_BLUE, edgecolor="white", zorder=3)
        side = "center" if abs(x) < 0.15 else "left" if x > 0 else "right"
        axes.text(
            1.2 * x, 1.2 * y, _folded(answer.names[node.id]), ha=side, va="center" if abs(y) < 0.9 else "bottom" if y > 0 else "top", fontsize=8
        )
    axes.set_xlim(-1.95, 1.95)
    axes.set_ylim(-1.35, 1.35)
    axes.set_aspect("equal", adjustable="box")
    axes.axis("off")


def _folded(name: str, width: int = 18) -> str:
    """A long name on two lines."""
    if len(name) <= width:
        return name
    cut = name.rfind(" ", 0, width + 1)
    return f"{name[:cut]}\n{name[cut + 1 :]}" if cut > 0 else name
