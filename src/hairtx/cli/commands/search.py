"""`hairtx search WORDS...`."""

from typing import Annotated

import typer

from hairtx.cli.options import FormatOption, JsonOption, KbOption, desk, examples
from hairtx.engines.search import find
from hairtx.engines.search.expand import FILLERS
from hairtx.model.naming import words as words_of
from hairtx.views.plain.search import search as plain

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "hairtx search Olumiant",
        "hairtx search laser helmet",
        "hairtx search fat stem cell injection",
        "hairtx search プロペシア",
    )
)
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Any name, brand, code, company, or everyday words.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="At most so many hits.")] = 10,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Find treatments by brands, codes, companies, foreign names, misspellings or everyday words, and see why each was found."""
    at = desk(ctx, kb, json=json, format=format)
    found = find(" ".join(words), at.base, at.world.today, limit)
    if at.format == "json":
        at.say_json(plain(found))
    if not found.hits and all(word in FILLERS for word in words_of(found.query)):
        raise at.nothing(f"“{found.query}” is what everything here is about; name a kind of hair loss, a treatment or a company, or use hairtx list")
    if not found.hits:
        raise at.nothing(f"nothing found for “{found.query}”", found.suggestions)
    if at.format in {"csv", "md"}:
        rows = [{"id": h.id, "name": h.name, "score": round(h.score, 3), "matched": [f"{m.field}: {m.text}" for m in h.matched]} for h in found.hits]
        at.say_rows(rows, ("id", "name", "score", "matched"))
    elif at.format == "table":
        from hairtx.views.screen.search import search as screen

        at.say(screen(found, at.look))
