"""`hairtx trials [NAME|NCT]`."""

from typing import Annotated, get_args

import typer

from hairtx.cli.desk import Desk
from hairtx.cli.options import ConditionOption, FormatOption, JsonOption, KbOption, OneNameArgument, desk, examples
from hairtx.engines.names import resolve
from hairtx.engines.status import within
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.trials import Trial
from hairtx.model.words import Phase
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import trial as plain

app = typer.Typer(add_completion=False)
_PHASES = get_args(Phase)
_COLUMNS = ("id", "acronym", "title", "treatments", "condition", "phase", "status", "n", "sponsor", "start", "completion", "sources")


@app.command(
    epilog=examples(
        "hairtx trials baricitinib", "hairtx trials NCT02503852", "hairtx trials STYLE", "hairtx trials --condition alopecia-areata --phase 3"
    )
)
def trials(
    ctx: typer.Context,
    name: OneNameArgument = None,
    condition: ConditionOption = None,
    phase: Annotated[str | None, typer.Option("--phase", metavar="PHASE", help=f"{', '.join(_PHASES)}.", show_default=False)] = None,
    results: Annotated[bool, typer.Option("--results", help="Only trials with results recorded.")] = False,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Trials with their arms and outcomes, each figure with its source."""
    at = desk(ctx, kb, json=json, format=format)
    base = at.base
    if phase is not None and phase not in _PHASES:
        raise UsageProblem(f"--phase {phase[:20]!r} is not one of {', '.join(_PHASES)}")
    found = _named(at, " ".join(name)) if name else base.trials()
    asked = at.condition(condition)
    found = {
        id_: one
        for id_, one in found.items()
        if (asked is None or within(one.condition, asked, base.conditions)) and phase in (None, one.phase) and (one.outcomes or not results)
    }
    if at.format == "json":
        at.say_json({"schema": SCHEMA, "total": len(found), "trials": [plain(id_, one, base.measures) for id_, one in found.items()]})
    if not found:
        raise at.nothing("no trial is recorded that fits this")
    if at.format in {"csv", "md"}:
        at.say_rows([plain(id_, one, base.measures) for id_, one in found.items()], _COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.trials import trials as screen

        cited = [id_ for one in found.values() for id_ in (*one.sources, *(s for outcome in one.outcomes for s in outcome.sources))]
        at.say(screen(found, base.measures, base.conditions, base.sources(cited), at.look))


def _named(at: Desk, said: str) -> dict[str, Trial]:
    """The trials of what is named: one thing of several words, else several things after commas or spaces."""
    try:
        return _of(at, said)
    except NothingFound as problem:
        listed = [part.strip() for part in said.split(",") if part.strip()]
        if len(listed) > 1:
            return {id_: one for part in listed for id_, one in _named(at, part).items()}
        parts = said.split()
        try:
            found = {id_: one for part in parts for id_, one in _of(at, part).items()} if len(parts) > 1 else {}
        except NothingFound:
            raise problem from None
        if not found:
            raise
        return found


def _of(at: Desk, said: str) -> dict[str, Trial]:
    """The trials that one name means: a trial itself, or those of a treatment, a family or a company."""
    base = at.base
    meaning = resolve(said, base, ("trial", "treatment", "family", "company"))
    if meaning.what == "trial":
        return {id_: one for id_ in (*meaning.ids, *meaning.also) if (one := base.trial(id_))}
    return {id_: one for treatment in at.treatment_ids([said]) for id_, one in base.trials_of(treatment).items()}
