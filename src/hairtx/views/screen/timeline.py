"""`timeline` on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.timeline import Event
from hairtx.model.sources import Source
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import plural

_NOTED = 60


def timeline(events: Sequence[Event], names: Mapping[str, str], sources: Mapping[str, Source], look: Look) -> RenderableType:
    """One line for each event, the earliest first; notes only for a short list."""
    notes = Notes(sources) if len(events) <= _NOTED else None
    several = len({one.treatment for one in events}) > 1
    rows: list[tuple[str, Text]] = []
    for one in events:
        text = Text(f"{names.get(one.treatment, one.treatment)}: " if several else "", style="bold")
        text.append(one.text, style="not bold")
        if one.jurisdiction and several:
            text.append(f" ({one.jurisdiction})", style="dim not bold")
        if notes:
            text.append(notes.marks(one.sources), style="dim not bold")
        rows.append((f"{one.date}{' *' if one.reported else ''}", text))
    parts: list[RenderableType] = [blocks.title(plural(len(events), "event")), blocks.labelled(rows, look, 12)]
    if any(one.reported for one in events):
        parts.append(Text("\n* date of the report; the event's own date was not found", style="dim"))
    if notes:
        parts += notes.block(look)
    return blocks.page(parts)
