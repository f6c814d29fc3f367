"""`hairtx export FORMAT PATH`."""

from pathlib import Path
from typing import Annotated

import typer

from hairtx.cli.options import KbOption, desk, examples
from hairtx.errors import UsageProblem

app = typer.Typer(add_completion=False)
_FORMATS = ("json", "ndjson", "csv", "markdown", "sqlite")


@app.command(
    epilog=examples(
        "hairtx export json hairtx.json",
        "hairtx export csv decisions.csv",
        "hairtx export sqlite hairtx.db",
    )
)
def export(
    ctx: typer.Context,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{', '.join(_FORMATS)}.", autocompletion=lambda: list(_FORMATS))],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    kb: KbOption = None,
) -> None:
    """The whole knowledge base: json, ndjson (a record a line), csv (a decision a row), markdown, or a sqlite database."""
    at = desk(ctx, kb)
    if format not in _FORMATS:
        raise UsageProblem(f"export knows {', '.join(_FORMATS)}; not {format[:30]!r}")
    if str(path) == "-":
        raise UsageProblem("export writes a file; name one, such as hairtx.json")
    if not path.parent.is_dir():
        raise UsageProblem(f"the folder {path.parent} does not exist")
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder; name a file in it")
    if path.exists() and not force:
        raise UsageProblem(f"{path} is there already; --force replaces it")
    from hairtx.store.exporting import export as write
    from hairtx.store.loading import load

    knowledge = load(at.folder).knowledge
    try:
        write(format, knowledge, at.base.data_version, path)
    except OSError as error:
        raise UsageProblem(f"{path} could not be written ({error.strerror or error}); nothing was left there") from error
    at.talk(f"wrote {path}: {len(knowledge.treatments)} treatments, {len(knowledge.trials)} trials, {len(knowledge.sources)} sources")
