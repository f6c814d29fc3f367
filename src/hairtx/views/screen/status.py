"""`status` on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.standing_query import StatusRow
from hairtx.model.sources import Source
from hairtx.model.vocabulary import Condition, Jurisdiction, Population
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.standing import gathered, place, status_line
from hairtx.views.wording import plural


def status(
    rows: Sequence[StatusRow],
    day: date,
    conditions: Mapping[str, Condition],
    populations: Mapping[str, Population],
    jurisdictions: Mapping[str, Jurisdiction],
    sources: Mapping[str, Source],
    look: Look,
) -> RenderableType:
    """Treatment by treatment, place by place. Notes only where few treatments are asked about."""
    names = [name for name, _ in groupby(rows, key=lambda one: one.name)]
    notes = Notes(sources) if len(names) <= 3 else None
    parts: list[RenderableType] = [blocks.title(f"Status on {day}", plural(len(names), "treatment"))]
    for name, several in groupby(rows, key=lambda one: one.name):
        parts.append(blocks.heading(name))
        lines: list[tuple[str, Text]] = []
        last = ""
        for group in gathered([one.standing for one in several]):
            where = place(group[0].jurisdiction, jurisdictions)
            lines.append(("" if where == last else where, status_line(group, conditions, populations, notes)))
            last = where
        parts.append(blocks.labelled(lines, look))
    if notes:
        parts += notes.block(look)
    else:
        parts.append(Text("\nSources: hairtx status NAME, or --json.", style="dim"))
    parts.append(blocks.quiet())
    return blocks.page(parts)
