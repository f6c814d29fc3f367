"""Computed status rows on the screen: one line for each use and kind of people, products gathered behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text

from hairtx.engines.status import STANDING, Standing
from hairtx.model.vocabulary import Condition, Jurisdiction, Population
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import named, status_words

_SHOWN = 6
"""Products named on a line; of more than so many their notes would be a wall."""
STYLES = {"✓": "green", "~": "yellow", "✗": "red", "?": "dim"}


def gathered(rows: Iterable[Standing]) -> list[list[Standing]]:
    """Rows of one jurisdiction, condition, population, status and supply together; the earliest leads."""
    groups: dict[tuple[object, ...], list[Standing]] = {}
    for row in rows:
        groups.setdefault((row.jurisdiction, row.condition, row.population, row.status, row.supply), []).append(row)
    for group in groups.values():
        group.sort(key=lambda row: row.date.earliest.isoformat() if row.date else "9999")
    return sorted(groups.values(), key=lambda group: (group[0].jurisdiction, STANDING.index(group[0].status)))


def status_line(group: list[Standing], conditions: Mapping[str, Condition], populations: Mapping[str, Population], notes: Notes | None) -> Text:
    """Status, use, people and products of a gathered group, with its notes."""
    row = group[0]
    words = status_words(row)
    line = Text(words, style=STYLES.get(words[0], ""))
    rest = [part for part in (named(row.condition, conditions), named(row.population, populations)) if part]
    if rest:
        line.append(f"; {', '.join(rest)}", style="default")
    products = list(dict.fromkeys(one.product for one in group if one.product))
    if products:
        shown = ", ".join(products[:_SHOWN]) + (f" and {len(products) - _SHOWN} more" if len(products) > _SHOWN else "")
        line.append(f" — {shown}", style="default")
    told = list(dict.fromkeys(one.note for one in group if one.note))
    if len(products) > _SHOWN and len(told) > _SHOWN:
        line.append(" (what is noted of each: --json)", style="dim")
    else:
        for note in told:
            line.append(f" ({note})", style="dim")
    if notes:
        line.append(notes.marks([id_ for one in group for id_ in one.sources]), style="dim")
    return line


def place(code: str, jurisdictions: Mapping[str, Jurisdiction]) -> str:
    """A jurisdiction's name."""
    return named(code, jurisdictions)
