"""Options that several commands share, with their help and completion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hairtx.cli import completion
from hairtx.cli.desk import FORMATS, Desk
from hairtx.cli.world import World
from hairtx.errors import UsageProblem

KbOption = Annotated[
    Path | None, typer.Option("--kb", metavar="DIR", help="Another knowledge base of the same shape (also HAIRTX_KB).", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="table, json, csv or md.", autocompletion=lambda: list(FORMATS), show_default=False)
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="What was known then: 2016, 2016-01 or 2016-01-31.", show_default=False)
]
InOption = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="PLACES",
        help="Countries by code or name, separated by commas: US,EU,JP.",
        autocompletion=completion.places,
        show_default=False,
    ),
]
ConditionOption = Annotated[
    str | None,
    typer.Option(
        "--condition",
        metavar="CONDITION",
        help="A kind of hair loss, such as alopecia-areata.",
        autocompletion=completion.conditions,
        show_default=False,
    ),
]
NameArgument = Annotated[
    list[str], typer.Argument(metavar="NAME", help="A treatment, brand, code, family, company or condition.", autocompletion=completion.names)
]
OneNameArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]", help="A treatment, brand, code, family or company.", autocompletion=completion.names, show_default=False),
]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]...", help="Treatments, brands, codes, families or companies.", autocompletion=completion.names, show_default=False
    ),
]


def desk(ctx: typer.Context, kb: Path | None, *, json: bool = False, format: str = "table") -> Desk:
    """The desk of this command. Raises UsageProblem for a format that does not exist."""
    if format not in FORMATS:
        raise UsageProblem(f"--format {format[:20]!r} is not one of {', '.join(FORMATS)}")
    world = ctx.obj
    assert isinstance(world, World)
    return Desk(world, kb, "json" if json else format)


def examples(*lines: str) -> str:
    """Examples below a command's help, one a line."""
    return "\n\n".join(("Examples:", *(f"  {line}" for line in lines)))
