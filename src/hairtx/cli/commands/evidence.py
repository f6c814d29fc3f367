"""`hairtx evidence [CONDITION]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from hairtx.cli import completion
from hairtx.cli.desk import Desk
from hairtx.cli.options import FormatOption, JsonOption, KbOption, desk, examples
from hairtx.errors import UsageProblem

if TYPE_CHECKING:
    from hairtx.engines.evidence.answer import Answer, Asked
    from hairtx.engines.evidence.candidates import Wanted

app = typer.Typer(add_completion=False)
_EFFECTS, _MODELS, _METHODS, _BETTER = ("md", "or", "rr", "rd"), ("random", "common"), ("reml", "dl"), ("higher", "lower")


def _choice(option: str, among: tuple[str, ...], help: str) -> typer.models.OptionInfo:
    return cast(
        typer.models.OptionInfo,
        typer.Option(option, metavar="|".join(among).upper(), help=help, autocompletion=lambda: list(among), show_default=False),
    )


@app.command(
    epilog=examples(
        "hairtx evidence alopecia-areata --measure salt-le-20 --week 36",
        "hairtx evidence androgenetic-alopecia --population men --merge-doses",
        "hairtx evidence --data arms.csv --effect or --reference placebo --json",
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
        str | None, typer.Option("--effect", metavar="md|or|rr|rd", help="Mean difference, odds ratio, risk ratio, risk difference.", show_default=False)
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
        typer.Option("--important", metavar="D", help="The smallest difference that matters: a ratio, a difference, or people per 100.", show_default=False),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Also draw forest plot and network to an .svg, .png or .pdf file.", show_default=False)
    ] = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Which works better, and how sure are we: a network meta-analysis of the trials held, or of your own figures."""
    at = desk(ctx, kb, json=json, format=format)
    for option, value, among in (
        ("--effect", effect, _EFFECTS), ("--model", model, _MODELS), ("--method", method, _METHODS), ("--better", better, _BETTER),
    ):  # fmt: skip
        if value is not None and value not in among:
            raise UsageProblem(f"{option} {value[:20]!r} is not one of {', '.join(among)}")
    if (data is None) == (condition is None):
        raise UsageProblem("evidence takes either a condition, such as alopecia-areata, or --data FILE.csv")
    if data is not None and any((measure, week, window, population, merge_doses, separate_controls, borrow_spread)):
        raise UsageProblem("--measure, --week, --window, --population and the like choose trials of the knowledge base; they do not go with --data")
    if plot:
        from hairtx.views.drawing import check

        check(plot)
    # numpy (60 ms) and the analysis: only here.
    from hairtx.engines.evidence import asking
    from hairtx.engines.evidence.answer import Asked, answer_from_data, answer_from_trials
