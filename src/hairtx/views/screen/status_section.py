"""The status part of a treatment's page: by place, with the smaller places in one line where there are many."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.dossier import Dossier
from hairtx.engines.status import STANDING, Standing, led_to
from hairtx.engines.timeline import told
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.names import Names
from hairtx.views.screen.standing import STYLES, gathered, place, status_line
from hairtx.views.wording import MARKS, named, plural, spaced, when

_LARGE = ("US", "EU", "GB", "JP", "KR", "CN", "CA", "AU", "BR", "IN", "DE", "FR", "ES", "IT", "MX", "TR")
"""Places told in full, in this order, where there are many."""
_MOST_PLACES = 12


def status_section(dossier: Dossier, names: Names, look: Look, notes: Notes, *, whole: bool) -> Iterator[RenderableType]:
    """The computed status by place, what changed no approval, and how far development has come; not `whole`, the smaller places in one line."""
    yield blocks.heading("Status", f"on {dossier.day}")
    if not dossier.standings:
        yield blocks.paragraph("No decision of any authority is recorded. That is unknown, not “no”.", 2)
    other = [row for row in dossier.standings if row.condition and row.condition in names.conditions and names.conditions[row.condition].other_use]
    yield from _places(dossier, [row for row in dossier.standings if row not in other], names, look, notes, whole=whole)
    if other:
        yield blocks.paragraph(Text("Other uses of the same product (no approval for hair loss)", style="bold"), 2)
        yield from _places(dossier, other, names, look, notes, whole=whole)
    aside = [one for one in dossier.treatment.decisions if led_to(one) is None]
    if aside:
        yield blocks.paragraph(Text("Warnings, rulings and recommendations (they change no approval)", style="bold"), 2)
        yield blocks.labelled([(when(one.date or one.known_by), notes.text(told(one, names.authorities), one.sources)) for one in aside], look, 12)
    if dossier.uncertain:
        yield blocks.paragraph(
            Text(
                f"{plural(len(dossier.uncertain), 'decision')} may or may not have been taken by then: the day is not known, or only roughly.", "dim"
            ),
            2,
        )
    stages: list[tuple[str, Text]] = []
    for stage in dossier.stages:
        words = spaced(stage.entry.stage) + (f" since {stage.entry.since}" if stage.entry.since else "")
        if stage.silent:
            words += f"; silent: last dated sign of life {when(stage.last_sign)}"
        stages.append((named(stage.entry.condition, names.conditions).capitalize(), notes.text(words, stage.entry.sources)))
    if stages:
        yield blocks.heading("Development")
        yield blocks.labelled(stages, look, 24)


def _places(dossier: Dossier, rows: list[Standing], names: Names, look: Look, notes: Notes, *, whole: bool) -> Iterator[RenderableType]:
    found = list(dict.fromkeys(row.jurisdiction for row in rows))
    shown = (
        found
        if whole or len(found) <= _MOST_PLACES
        else sorted(found, key=lambda code: _LARGE.index(code) if code in _LARGE else len(_LARGE))[:_MOST_PLACES]
    )
    lines: list[tuple[str, Text]] = []
    last = ""
    for group in gathered(row for row in rows if row.jurisdiction in shown):
        where = place(group[0].jurisdiction, names.jurisdictions)
        lines.append(("" if where == last else where, status_line(group, names.conditions, names.populations, notes)))
        last = where
    yield blocks.labelled(lines, look)
    rest = [row for row in rows if row.jurisdiction not in shown]
    if rest:
        yield blocks.labelled(_elsewhere(rest, names, notes), look)
        yield blocks.paragraph(Text(f"Each of these places, with its days and notes: hairtx status {dossier.id}", style="dim"), 2)


def _elsewhere(rows: list[Standing], names: Names, notes: Notes) -> Iterator[tuple[str, Text]]:
    """The places that are left, gathered by their best status."""
    best: dict[str, Standing] = {}
    for row in rows:
        held = best.get(row.jurisdiction)
        if held is None or STANDING.index(row.status) < STANDING.index(held.status):
            best[row.jurisdiction] = row
    for at, status in enumerate(one for one in STANDING if any(row.status == one for row in best.values())):
        codes = [code for code, row in best.items() if row.status == status]
        where = ", ".join(sorted(place(code, names.jurisdictions) for code in codes))
        line = Text(f"{MARKS[status]} {spaced(status)}", style=STYLES.get(MARKS[status], "")).append(f": {where}", style="default")
        sources = [id_ for row in rows if row.jurisdiction in codes for id_ in row.sources]
        yield ("Elsewhere" if at == 0 else "", line.append(notes.marks(sources), style="dim"))
