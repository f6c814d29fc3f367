"""`hairtx evidence [CONDITION]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from hairtx.cli import completion
from hairtx.cli.desk import Desk
from hairtx.cli.options import FormatOption, JsonOption, KbOption, desk, examples
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.value import Value, replace

if TYPE_CHECKING:
    from hairtx.engines.evidence.agreement import Members, Reviewed
    from hairtx.engines.evidence.answer import Answer, Asked
    from hairtx.engines.evidence.candidates import Book
    from hairtx.views.screen.reviewed import Words

app = typer.Typer(add_completion=False)
_WORDS = {"effect": ("md", "or", "rr", "rd"), "model": ("random", "common"), "method": ("reml", "dl"), "better": ("higher", "lower")}


@app.command(
    epilog=examples(
        "hairtx evidence alopecia-areata --measure salt-le-20 --week 36",
        "hairtx evidence androgenetic-alopecia --population men --merge-doses",
        "hairtx evidence --data arms.csv --effect or --reference placebo --json",
        "hairtx evidence alopecia-areata --published",
        "hairtx evidence alopecia-areata --plot forest.svg",
    )
)
def evidence(
    ctx: typer.Context,
    condition: Annotated[
        str | None, typer.Argument(metavar="[CONDITION]", help="A kind of hair loss.", autocompletion=completion.conditions, show_default=False)
    ] = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE.csv", help="Arms of your own: study, treatment, n, and mean, sd (or se) or events.", show_default=False),
    ] = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="MEASURE", help="What was counted; the best-covered if not given.", show_default=False)
    ] = None,
    week: Annotated[float | None, typer.Option("--week", metavar="WEEK", help="When; the best-covered if not given.", show_default=False)] = None,
    window: Annotated[
        float | None, typer.Option("--window", metavar="WEEKS", help="How far from that week a result may lie; a third of it.", show_default=False)
    ] = None,
    population: Annotated[
        str | None, typer.Option("--population", metavar="WHO", help="men, women, adults ..., or all together.", show_default=False)
    ] = None,
    merge_doses: Annotated[bool, typer.Option("--merge-doses", help="All doses of a treatment as one.")] = False,
    separate_controls: Annotated[bool, typer.Option("--separate-controls", help="Placebo, vehicle, sham and saline apart.")] = False,
    borrow_spread: Annotated[
        bool, typer.Option("--borrow-spread", help="Take in trials that give no SD, with that of the other trials; lowers certainty.")
    ] = False,
    effect: Annotated[
        str | None,
        typer.Option("--effect", metavar="md|or|rr|rd", help="Mean difference, odds ratio, risk ratio or difference.", show_default=False),
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="NAME", help="What the others are held against; placebo.", show_default=False)
    ] = None,
    model: Annotated[str, typer.Option("--model", metavar="random|common", help="Random effects, or one common effect.")] = "random",
    method: Annotated[str, typer.Option("--method", metavar="reml|dl", help="How the spread between trials is estimated.")] = "reml",
    part: Annotated[
        int | None, typer.Option("--part", metavar="N", help="Which part of a network that is not connected.", show_default=False)
    ] = None,
    better: Annotated[str, typer.Option("--better", metavar="higher|lower", help="With --data: which way is good.")] = "higher",
    important: Annotated[
        float | None,
        typer.Option("--important", metavar="D", help="Smallest difference that matters: ratio, difference, or per 100.", show_default=False),
    ] = None,
    published: Annotated[
        bool, typer.Option("--published", help="Published meta-analyses of the condition beside ours, measure by measure; no forest plot.")
    ] = False,
    plot: Annotated[
        Path | None,
        typer.Option("--plot", metavar="FILE", help="Also draw forest plot and network: .svg, .png or .pdf.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a drawing that is there.")] = False,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Which works better, and how sure are we: a network meta-analysis of the trials held, or of your own figures."""
    at = desk(ctx, kb, json=json, format=format)
    _check(effect=effect, model=model, method=method, better=better)
    if (data is None) == (condition is None):
        raise UsageProblem("evidence takes either a condition, such as alopecia-areata, or --data FILE.csv")
    if plot:
        from hairtx.views.drawing import why_not

        if reason := why_not(plot, replace=force):
            raise UsageProblem(reason)
    chosen = Chosen(measure, week, window, population, merge_doses, separate_controls, borrow_spread)
    asked = Settled(effect, reference, model, method, part, important)
    if published:
        return _say_published(at, condition, chosen, asked, plot)
    if data is not None:
        if chosen != Chosen():
            raise UsageProblem("--measure, --week, --window, --population and the like choose among the trials held; they do not go with --data")
        answer = _from_data(at, data, asked, better)
        reviewed: list[Reviewed] = []
    else:
        answer, reviewed = _from_trials(at, condition or "", chosen, asked)
    _say(at, answer, reviewed)
    if plot:
        from hairtx.store.pictures import write_picture
        from hairtx.views.drawing.evidence import draw

        write_picture(plot, draw(answer, plot.suffix))
        at.talk(f"drew {plot}")
    return None


class Chosen(Value, frozen=True):
    """Which trials the command line asked for."""

    measure: str | None = None
    week: float | None = None
    window: float | None = None
    population: str | None = None
    merge_doses: bool = False
    separate_controls: bool = False
    borrow_spread: bool = False


class Settled(Value, frozen=True):
    """How the command line asked to analyse them."""

    effect: str | None
    reference: str | None
    model: str
    method: str
    part: int | None
    important: float | None


def _check(**said: str | None) -> None:
    for option, value in said.items():
        if value is not None and value not in _WORDS[option]:
            raise UsageProblem(f"--{option} {value[:20]!r} is not one of {', '.join(_WORDS[option])}")


def _from_data(at: Desk, data: str, settled: Settled, better: str) -> Answer:
    # The analysis brings numpy (100 ms): only where it runs.
    from hairtx.engines.evidence.answer import answer_from_data
    from hairtx.engines.evidence.own_data import effect_of
    from hairtx.store.arms_file import read_bytes, read_stream, read_studies

    held = read_studies(read_stream(at.world.stdin) if data == "-" else read_bytes(Path(data)))
    effect = effect_of(held.arms, held.contrasts, cast(Any, settled.effect))
    return answer_from_data(held.arms, held.contrasts, effect, cast(Any, better), _asked(settled, effect))


def _book(at: Desk) -> Book:
    from hairtx.engines.evidence.candidates import Book

    base = at.base
    names = {id_: one.name for id_, one in base.treatments()}
    return Book(base.trials(), base.conditions, base.measures, base.populations, base.comparators, names)


def _families(at: Desk) -> dict[str, Members]:
    from hairtx.engines.evidence.agreement import Members

    held = list(at.base.treatments())
    return {id_: Members(one.name, frozenset(own for own, record in held if id_ in record.families)) for id_, one in at.base.families.items()}


def _from_trials(at: Desk, condition: str, chosen: Chosen, settled: Settled) -> tuple[Answer, list[Reviewed]]:
    from hairtx.engines.evidence.agreement import set_beside
    from hairtx.engines.evidence.answer import answer_from_trials
    from hairtx.engines.evidence.asking import entry, week_of
    from hairtx.engines.evidence.candidates import Wanted, effect_for
    from hairtx.engines.evidence.published import published_networks

    base = at.base
    id_ = at.condition(condition) or condition
    measure = entry("--measure", chosen.measure, base.measures)
    whom = chosen.population if chosen.population == "all" else entry("--population", chosen.population, base.populations)
    wanted = Wanted(
        id_, measure, week_of("--week", chosen.week), week_of("--window", chosen.window), whom, cast(Any, settled.effect),
        chosen.merge_doses, chosen.separate_controls, chosen.borrow_spread,
    )  # fmt: skip
    book, syntheses = _book(at), base.syntheses()
    effect = effect_for(cast(Any, settled.effect), base.measures[measure]) if measure else settled.effect
    try:
        answer = answer_from_trials(wanted, book, _asked(settled, effect))
    except NothingFound as error:
        if set_beside(syntheses, id_, measure, book, _families(at)):
            raise NothingFound(f"{error}; published meta-analyses are recorded: hairtx evidence {id_} --published") from None
        raise
    assert answer.selected is not None
    reviewed = set_beside(syntheses, id_, answer.selected.measure, book, _families(at))
    inside = {one for node in answer.selected.nodes.values() for one in node.treatments}
    own = [(one, held) for one, held in base.treatments() if one in inside]
    cited = base.sources(source for _, held in own for statement in held.statements for source in statement.sources)
    told = published_networks(own, id_, base.conditions, cited)
    return replace(answer, published=tuple(one for one in told if not set(one.sources) & set(syntheses))), reviewed


def _say_published(at: Desk, condition: str | None, chosen: Chosen, settled: Settled, plot: Path | None) -> None:
    from hairtx.engines.evidence.agreement import set_beside
    from hairtx.engines.evidence.asking import entry
    from hairtx.views.plain import SCHEMA
    from hairtx.views.plain.reviewed import reviewed as plain

    if condition is None or plot or settled != Settled(None, None, "random", "reml", None, None) or replace(chosen, measure=None) != Chosen():
        raise UsageProblem("--published takes a condition and --measure, and nothing else: each paper has its own week, people and effect")
    id_ = at.condition(condition) or condition
    measure = entry("--measure", chosen.measure, at.base.measures)
    found = set_beside(at.base.syntheses(), id_, measure, _book(at), _families(at))
    if not found:
        raise NothingFound(f"no published meta-analysis of {id_}{f' with {measure}' if measure else ''} is recorded")
    if at.format == "json":
        return at.say_json({"schema": SCHEMA, "condition": id_, "measure": measure, "total": len(found), "published": plain(found)})
    if at.format in {"csv", "md"}:
        from hairtx.views.plain.reviewed import COLUMNS, rows

        return at.say_rows(rows(found), COLUMNS)
    from hairtx.views.screen.reviewed import page

    base = at.base
    return at.say(page(found, id_, _words(at), base.sources(one.source for one in found), at.look))


def _words(at: Desk) -> Words:
    from hairtx.views.screen.reviewed import Words

    base = at.base
    families = {id_: one.name for id_, one in base.families.items()}
    return Words({id_: one.name for id_, one in base.treatments()}, families, base.comparators, base.conditions, base.measures, base.populations)


def _asked(settled: Settled, effect: str | None) -> Asked:
    from hairtx.engines.evidence.answer import Asked
    from hairtx.engines.evidence.asking import important_difference

    important = important_difference(settled.important, effect)
    return Asked(settled.reference, cast(Any, settled.model), cast(Any, settled.method), settled.part, important)


def _say(at: Desk, answer: Answer, reviewed: list[Reviewed]) -> None:
    from hairtx.views.plain import evidence as plain

    if at.format == "json":
        from hairtx.views.plain.reviewed import reviewed as beside

        at.say_json(plain.evidence(answer) | {"meta_analyses": beside(reviewed)})
    elif at.format in {"csv", "md"}:
        at.say_rows([plain.row(one, answer) for one in answer.analysis.effects], plain.COLUMNS)
    else:
        from hairtx.views.screen.evidence import evidence as screen

        selected = answer.selected
        cited = [source for one in selected.included for source in one.sources] if selected else []
        cited += [one.source for one in reviewed]
        cited += [source for one in answer.published for source in one.sources]
        at.say(screen(answer, reviewed, _words(at) if selected else None, at.base.sources(cited) if selected else {}, at.look))
