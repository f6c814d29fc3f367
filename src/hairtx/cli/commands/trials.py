"""`hairtx trials [NAME|NCT]`."""

from typing import Annotated, get_args

import typer

from hairtx.cli.desk import Desk
from hairtx.cli.options import ConditionOption, FormatOption, JsonOption, KbOption, OneNameArgument, desk, examples
from hairtx.engines.names import several
from hairtx.engines.status import within
from hairtx.errors import UsageProblem
from hairtx.model.naming import key
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
    """The trials of what is named: of a trial itself, or of a treatment, a family or a company."""
    found: dict[str, Trial] = {}
    companies: list[str] = []
    for meaning in several(said, at.base, ("trial", "treatment", "family", "company")):
        if meaning.what == "trial":
            found |= {id_: one for id_ in (*meaning.ids, *meaning.also) if (one := at.base.trial(id_))}
        else:
            found |= {id_: one for treatment in at.treatment_ids([meaning.text]) for id_, one in at.base.trials_of(treatment).items()}
            companies += [key(meaning.text)] if meaning.what == "company" else []
    # Of a company, its own trials first: others tried what it makes, too.
    return dict(sorted(found.items(), key=lambda held: not any(company in key(held[1].sponsor or "") for company in companies)))
