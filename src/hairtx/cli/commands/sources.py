"""`hairtx sources [NAME]`."""

from typing import Annotated, get_args

import typer

from hairtx.cli.options import FormatOption, JsonOption, KbOption, OneNameArgument, desk, examples
from hairtx.engines.dossier import cited
from hairtx.errors import UsageProblem
from hairtx.model.words import SourceKind
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import source as plain

app = typer.Typer(add_completion=False)
_KINDS = get_args(SourceKind)
_COLUMNS = ("id", "kind", "publisher", "title", "url", "opened", "published", "checked", "seen", "language")


@app.command(
    epilog=examples(
        "hairtx sources kerastem",
        "hairtx sources --kind regulator",
        "hairtx sources finasteride --format csv",
    )
)
def sources(
    ctx: typer.Context,
    name: OneNameArgument = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(_KINDS)}.", autocompletion=lambda: list(_KINDS), show_default=False)
    ] = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """What stands behind it all: publisher, address, day published, day checked, how much of it was seen."""
    at = desk(ctx, kb, json=json, format=format)
    if kind is not None and kind not in _KINDS:
        raise UsageProblem(f"--kind {kind[:30]!r} is not one of {', '.join(_KINDS)}")
    base = at.base
    wanted = None
    if name:
        wanted = [id_ for one in at.treatment_ids([" ".join(name)]) if (record := base.treatment(one)) for id_ in cited(record, base.trials_of(one))]
    found = {id_: one for id_, one in base.sources(wanted).items() if kind in (None, one.kind)}
    if at.format == "json":
        at.say_json({"schema": SCHEMA, "total": len(found), "sources": [plain(id_, one) for id_, one in found.items()]})
    if not found:
        raise at.nothing("no source is recorded that fits this")
    if at.format in {"csv", "md"}:
        at.say_rows([plain(id_, one) for id_, one in found.items()], _COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.sources import sources as screen

        at.say(screen(found, at.look))
