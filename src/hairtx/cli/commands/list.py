"""`hairtx list`."""

from typing import Annotated, get_args

import typer

from hairtx.cli.options import ConditionOption, FormatOption, InOption, JsonOption, KbOption, desk, examples
from hairtx.engines.listing import Filters, browse
from hairtx.engines.names import resolve
from hairtx.errors import UsageProblem
from hairtx.model.words import Kind, Stage
from hairtx.views.plain import listing as plain

app = typer.Typer(add_completion=False)
_KINDS, _STAGES = get_args(Kind), get_args(Stage)


@app.command(
    "list",
    epilog=examples(
        "hairtx list --condition alopecia-areata",
        "hairtx list --kind device",
        "hairtx list --stage phase-3",
        "hairtx list --in Japan",
    ),
)
def list_(
    ctx: typer.Context,
    condition: ConditionOption = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(_KINDS)}.", autocompletion=lambda: list(_KINDS))] = None,
    stage: Annotated[
        str | None, typer.Option("--stage", metavar="STAGE", help=f"{', '.join(_STAGES)}.", autocompletion=lambda: list(_STAGES))
    ] = None,
    family: Annotated[str | None, typer.Option("--family", metavar="FAMILY", help="A family, such as 'JAK inhibitors'.")] = None,
    places: InOption = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Browse treatments; --in keeps those that may be sold there for hair loss."""
    at = desk(ctx, kb, json=json, format=format)
    for option, said, known in (("--kind", kind, _KINDS), ("--stage", stage, _STAGES)):
        if said is not None and said not in known:
            raise UsageProblem(f"{option} {said[:30]!r} is not one of {', '.join(known)}")
    group = resolve(family, at.base, ("family",)).id if family is not None else None
    found = browse(at.base, Filters(at.condition(condition), kind, stage, group, at.jurisdictions(places)), at.world.today)
    if at.format == "json":
        at.say_json(plain.listing(found))
    if not found:
        raise at.nothing("no treatment passes these filters")
    if at.format in {"csv", "md"}:
        at.say_rows([plain.row(one) for one in found], plain.COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.listing import listing

        at.say(listing(found, at.look))
