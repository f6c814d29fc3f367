"""`hairtx status [NAME...]`."""

from typing import Annotated, get_args

import typer

from hairtx.cli.options import AsOfOption, ConditionOption, FormatOption, InOption, JsonOption, KbOption, NamesArgument, desk, examples
from hairtx.engines.standing_query import StatusQuestion, ask_status
from hairtx.errors import UsageProblem
from hairtx.model.naming import key
from hairtx.model.words import Status
from hairtx.views.plain import status as plain

app = typer.Typer(add_completion=False)
_STATUSES = get_args(Status)


@app.command(
    epilog=examples(
        "hairtx status finasteride --in US,EU,JP",
        "hairtx status --in Japan --condition alopecia-areata",
        "hairtx status baricitinib --as-of 2021",
        "hairtx status 'laser caps' --product Capillus",
    )
)
def status(
    ctx: typer.Context,
    names: NamesArgument = None,
    places: InOption = None,
    condition: ConditionOption = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="STATUS", help=f"{', '.join(_STATUSES)}.", autocompletion=lambda: list(_STATUSES), show_default=False),
    ] = None,
    product: Annotated[
        str | None,
        typer.Option("--product", metavar="TEXT", help="Only products with this in their name, such as one device of a class.", show_default=False),
    ] = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Approval status by country, condition and population, worked out from dated decisions. Unknown is not no."""
    at = desk(ctx, kb, json=json, format=format)
    if product is not None and not key(product):
        raise UsageProblem("--product is empty; give a part of a product's name, such as Capillus")
    if only is not None and only not in _STATUSES:
        raise UsageProblem(f"--only {only[:30]!r} is not one of {', '.join(_STATUSES)}")
    base, day = at.base, at.day(as_of)
    question = StatusQuestion(day, at.jurisdictions(places), at.condition(condition), only, every_place=bool(names) and not product, product=product)
    asked = [(id_, one) for id_ in at.treatment_ids(names) if (one := base.treatment(id_))] if names else base.treatments()
    rows = ask_status(asked, question, base.conditions, base.jurisdictions)
    if at.format == "json":
        at.say_json(plain.status(rows, day, base.data_version))
    if not rows:
        raise at.nothing("no decision is recorded that answers this; that is unknown, not “no”")
    if at.format in {"csv", "md"}:
        at.say_rows([plain.row(one) for one in rows], plain.COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.status import status as screen

        sources = base.sources(dict.fromkeys(id_ for one in rows for id_ in one.standing.sources))
        at.say(screen(rows, day, base.conditions, base.populations, base.jurisdictions, sources, at.look))
