"""`hairtx timeline [NAME...]`."""

from typing import Annotated

import typer

from hairtx.cli.options import AsOfOption, FormatOption, JsonOption, KbOption, NamesArgument, desk, examples
from hairtx.engines.timeline import between, dated, events_of, news
from hairtx.views.plain import timeline as plain

app = typer.Typer(add_completion=False)


@app.command(
    epilog=examples(
        "hairtx timeline kerastem",
        "hairtx timeline --since 2026-01",
        "hairtx timeline 'JAK inhibitors' --since 2022",
    )
)
def timeline(
    ctx: typer.Context,
    names: NamesArgument = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this day on: 2026, 2026-01 or 2026-01-31.", show_default=False)
    ] = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Dated events of treatments: decisions, trials, results, companies; with --since it is what's new."""
    at = desk(ctx, kb, json=json, format=format)
    base, day, start = at.base, at.day(as_of), at.since(since)
    asked = [(id_, one) for id_ in at.treatment_ids(names) if (one := base.treatment(id_))] if names else list(base.treatments())
    events = [event for id_, one in asked for event in events_of(id_, one, base.trials_of(id_), base.authorities)]
    shown = sorted(between(events, start, day), key=lambda event: (event.date.earliest, event.date.latest, event.treatment))
    sources = base.sources(dict.fromkeys(id_ for one in shown for id_ in one.sources))
    shown = news(shown, sources) if start else dated(shown, sources)
    if at.format == "json":
        at.say_json(plain.timeline(shown))
    if not shown:
        raise at.nothing("no dated event is recorded for this")
    if at.format in {"csv", "md"}:
        at.say_rows([plain.row(one) for one in shown], plain.COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.timeline import timeline as screen

        at.say(screen(shown, {id_: one.name for id_, one in asked}, sources, at.look))
