"""`hairtx explain TERM`."""

from typing import Annotated

import typer

from hairtx.cli.options import JsonOption, KbOption, desk, examples
from hairtx.engines.explanation import explain as look_up
from hairtx.views.plain.explanation import explanation as plain

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "hairtx explain DHT",
        "hairtx explain 'Norwood scale'",
        "hairtx explain off-label",
        "hairtx explain 'stem cells'",
    )
)
def explain(
    ctx: typer.Context,
    term: Annotated[list[str], typer.Argument(metavar="TERM", help="A word of the field: a scale, a signal, a legal term, a condition, a family.")],
    json: JsonOption = False,
    kb: KbOption = None,
) -> None:
    """What a word means, with sources."""
    at = desk(ctx, kb, json=json)
    found = look_up(" ".join(term), at.base)
    if at.format == "json":
        return at.say_json(plain(found))
    from hairtx.views.screen.explanation import explanation

    return at.say(explanation(found, at.look))
