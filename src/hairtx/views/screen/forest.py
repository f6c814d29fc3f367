"""A forest plot in text: one bar for each effect, on one scale, with a line at no difference. Reads at 40 columns and up."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from math import ceil, exp, floor, log, log10

from rich.console import RenderableType
from rich.text import Text

from hairtx.model.value import Value
from hairtx.views.look import Look
from hairtx.views.screen import blocks

_WIDE = 100
"""From so many columns on, name, bar and figures stand on one line."""
_INDENT = 2
_LEAST_BAR = 26
_NAME = 24
_RATIO_TICKS = tuple(mantissa * 10.0**power for power in range(-6, 7) for mantissa in (1, 2, 5))


class Bar(Value, frozen=True):
    """One row: limits and prediction limits on the analysis scale; `direct` is whether trials compared the two themselves."""

    name: str
    estimate: float
    low: float
    high: float
    prediction_low: float | None
    prediction_high: float | None
    direct: bool
    figures: str
    aside: str
    certainty: str


def forest(bars: Sequence[Bar], ratio: bool, look: Look) -> RenderableType:
    """The plot with its axis above the bars."""
    figures, aside, certain = (max(len(getattr(bar, part)) for bar in bars) for part in ("figures", "aside", "certainty"))
    name = min(_NAME + max(look.width - 120, 0) // 3, max(len(bar.name) for bar in bars))
    width = look.width - _INDENT - name - figures - certain - (aside + 2 if aside else 0) - 6
    if look.width < _WIDE or width < _LEAST_BAR:
        scale = Scale(bars, look.width - 2 * _INDENT)
        lines = [_line(scale.axis(ratio), 2 * _INDENT)]
        for bar in bars:
            lines.append(Text(""))
            lines += [_line(part, _INDENT, "bold") for part in textwrap.wrap(bar.name, look.width - _INDENT)]
            lines.append(_line(scale.bar(bar), 2 * _INDENT))
            told = "; ".join(filter(None, (bar.figures, bar.aside, f"{bar.certainty} certainty")))
            lines += [_line(part, 2 * _INDENT) for part in textwrap.wrap(told, look.width - 2 * _INDENT)]
        return blocks.page(lines)
    scale = Scale(bars, min(width, 90))
    lines = [_line(scale.axis(ratio), _INDENT + name + 2)]
    for bar in bars:
        first, *more = textwrap.wrap(bar.name, name)
        row = f"{first:<{name}}  {scale.bar(bar):<{scale.width}}  {bar.figures:>{figures}}  "
        row += f"{bar.aside:>{aside}}  " if aside else ""
        lines.append(_line(row + bar.certainty, _INDENT))
        lines += [_line(part, _INDENT) for part in more]
    return blocks.page(lines)


def _line(text: str, indent: int, style: str = "") -> Text:
    return Text(" " * indent + text.rstrip(), style=style, no_wrap=True, overflow="crop")


class Scale:
    """Where a value stands among `width` columns; limits far beyond the estimates are cut off and marked."""

    def __init__(self, bars: Sequence[Bar], width: int) -> None:
        self.width = max(width, 11)
        estimates = [0.0, *(bar.estimate for bar in bars)]
        halves = sorted((bar.high - bar.low) / 2 for bar in bars)
        room = 1.5 * (max(estimates) - min(estimates)) + 2 * halves[len(halves) // 2]
        self.low = max(min(0.0, *(bar.low for bar in bars)), min(estimates) - room)
        self.high = min(max(0.0, *(bar.high for bar in bars)), max(estimates) + room)
        if not self.high > self.low:
            self.low, self.high = -1.0, 1.0

    def at(self, value: float) -> int:
        """The column of a value; the nearest end for what lies beyond."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return min(int(share * (self.width - 1) + 0.5), self.width - 1)

    def bar(self, bar: Bar) -> str:
        """The bar: ● direct and ○ indirect alone, ─ the 95% interval, . where a new trial may fall, │ no difference, < > cut off."""
        cells = [" "] * self.width
        if bar.prediction_low is not None and bar.prediction_high is not None:
            for column in range(self.at(bar.prediction_low), self.at(bar.prediction_high) + 1):
                cells[column] = "."
        for column in range(self.at(bar.low), self.at(bar.high) + 1):
            cells[column] = "─"
        cells[self.at(0.0)] = "│"
        if bar.low < self.low:
            cells[0] = "<"
        if bar.high > self.high:
            cells[-1] = ">"
        cells[self.at(bar.estimate)] = "●" if bar.direct else "○"
        return "".join(cells)

    def axis(self, ratio: bool) -> str:
        """Numbers where they belong, none upon another; no difference first."""
        cells = [" "] * self.width
        for value, shown in self._ticks(ratio):
            start = min(max(self.at(value) - len(shown) // 2, 0), self.width - len(shown))
            around = cells[max(start - 1, 0) : start + len(shown) + 1]
            if start >= 0 and all(cell == " " for cell in around):
                cells[start : start + len(shown)] = shown
        return "".join(cells)

    def _ticks(self, ratio: bool) -> list[tuple[float, str]]:
        if ratio:
            inside = [tick for tick in _RATIO_TICKS if exp(max(self.low, -14)) <= tick <= exp(min(self.high, 14))]
            found = [(log(tick), f"{tick:g}") for tick in sorted(inside, key=lambda tick: (tick != 1, not _is_power(tick), tick))]
            return found or [(0.0, "1")]
        step = 10.0 ** floor(log10((self.high - self.low) / 2))
        step *= next(part for part in (5.0, 2.0, 1.0, 0.5) if (self.high - self.low) / (step * part) >= 2 or part == 0.5)
        steps = sorted(range(ceil(self.low / step), floor(self.high / step) + 1), key=lambda at: (at != 0, at))
        return [(at * step, f"{at * step:g}".replace("-", "−")) for at in steps]


def _is_power(tick: float) -> bool:
    return abs(log10(tick) - round(log10(tick))) < 1e-9
