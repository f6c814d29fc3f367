"""`compare` on the screen: columns where there is room, one treatment below the other where there is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hairtx.engines.comparison import Compared
from hairtx.engines.effects import ArmEffect
from hairtx.engines.status import Standing
from hairtx.model.sources import Source
from hairtx.model.vocabulary import Condition, Jurisdiction, Measure, Population
from hairtx.views.look import Look
from hairtx.views.plain.comparison import effect_words
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.standing import gathered, place, status_line
from hairtx.views.wording import certainty, plural

_COLUMN = 34
_SHOWN_EFFECTS = 4


def comparison(
    compared: Compared,
    between: Sequence[str],
    conditions: Mapping[str, Condition],
    populations: Mapping[str, Population],
    jurisdictions: Mapping[str, Jurisdiction],
    measures: Mapping[str, Measure],
    sources: Mapping[str, Source],
    look: Look,
    as_of: date | None = None,
) -> RenderableType:
    """Every row of the comparison, warnings in full, and the notes; `as_of` is told where it is not today."""
    notes = Notes(sources)
    lines: list[tuple[str, list[RenderableType]]] = []
    for row in compared.rows:
        lines.append((row.label, [notes.text(cell.text, cell.sources) if cell.text else Text("not recorded", style="dim") for cell in row.cells]))
        if row.field == "for_whom":
            lines.append(("Status", [_standings(several, conditions, populations, jurisdictions, notes) for several in compared.standings]))
        if row.field == "certainty":
            held = zip(compared.effects, compared.treatments, strict=True)
            lines.append(("In trials, against control", [_effects(several, one.bottom_line.certainty, measures, notes) for several, one in held]))
        if row.field == "serious_harms":
            lines.append(("Harms in trials", [_harms(several, measures, notes) for several in compared.effects]))
    names = [one.name for one in compared.treatments]
    side_by_side = look.width >= 18 + _COLUMN * len(names)
    parts: list[RenderableType] = [blocks.title(" | ".join(names), f"as known on {as_of}" if as_of else "")]
    if not compared.shared_conditions:
        parts.append(Text("These treatments have no condition in common: their figures cannot be held against each other.", style="bold yellow"))
    parts.append(_columns(names, lines) if side_by_side else _stacked(names, lines))
    parts.append(blocks.heading("Against each other", "hairtx evidence shows the whole network"))
    parts.append(blocks.items(Text(one) for one in between or ("No trials connect these treatments with figures that can be pooled.",)))
    parts.append(Text("Figures of different trials cannot be compared directly: people, weeks and measures differ.", style="dim"))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)


def _columns(names: Sequence[str], lines: Sequence[tuple[str, list[RenderableType]]]) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 1, 0), show_header=True, header_style="bold cyan", pad_edge=False)
    table.add_column("", width=14, overflow="fold", style="bold")
    for name in names:
        table.add_column(name, ratio=1, overflow="fold")
    for label, cells in lines:
        table.add_row(label, *cells)
    return Padding(table, (1, 0, 0, 0))


def _stacked(names: Sequence[str], lines: Sequence[tuple[str, list[RenderableType]]]) -> RenderableType:
    parts: list[RenderableType] = []
    for label, cells in lines:
        parts.append(blocks.heading(label))
        for name, cell in zip(names, cells, strict=True):
            parts.append(Padding(Text(name, style="bold"), (0, 0, 0, 2)))
            parts.append(Padding(cell, (0, 0, 0, 4)))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _standings(
    rows: Sequence[Standing],
    conditions: Mapping[str, Condition],
    populations: Mapping[str, Population],
    jurisdictions: Mapping[str, Jurisdiction],
    notes: Notes,
) -> RenderableType:
    if not rows:
        return Text("? unknown: no decision is recorded", style="dim")
    lines = []
    for group in gathered(rows):
        line = Text(f"{place(group[0].jurisdiction, jurisdictions)}: ", style="bold")
        lines.append(line.append_text(status_line(group, conditions, populations, notes)))
    return Group(*lines)


def _effects(several: Sequence[ArmEffect], certain: str, measures: Mapping[str, Measure], notes: Notes) -> RenderableType:
    several = [one for one in several if not one.harm]
    if not several:
        return Text("no arm-level result against a control is recorded", style="dim")
    lines: list[RenderableType] = [Text(certainty(certain), style="bold")]  # type: ignore[arg-type]
    lines += [effect_line(one, measures).append(notes.marks(one.sources), style="dim") for one in several[:_SHOWN_EFFECTS]]
    if len(several) > _SHOWN_EFFECTS:
        lines.append(Text(f"and {plural(len(several) - _SHOWN_EFFECTS, 'more result')}: hairtx trials {several[0].treatment}", style="dim"))
    return Group(*lines)


def _harms(several: Sequence[ArmEffect], measures: Mapping[str, Measure], notes: Notes) -> RenderableType:
    lines = [effect_line(one, measures).append(notes.marks(one.sources), style="dim") for one in several if one.harm]
    return Group(*lines) if lines else Text("no arm-level count is recorded", style="dim")


def effect_line(one: ArmEffect, measures: Mapping[str, Measure]) -> Text:
    """An absolute effect in a sentence."""
    return Text(effect_words(one, measures))
