"""The league table: a grid where it fits, one line for each pair where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from hairtx.engines.evidence.absolute import PerHundred
from hairtx.engines.evidence.analysis import Effect
from hairtx.engines.evidence.answer import Answer
from hairtx.engines.evidence.studies import RATIOS
from hairtx.views.effect_words import behind, estimate, in_people, interval, value
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.wording import certainty, spaced

_CELL, _LABEL = 12, 15


def league(answer: Answer, look: Look) -> RenderableType:
    """Every pair once, the higher-ranked first; each with its interval, people per 100 and certainty."""
    columns = len(answer.analysis.nodes) - 1
    if look.width < _LABEL + 1 + columns * (_CELL + 1):
        return blocks.items(_lines(answer))
    order = [node.id for node in answer.analysis.nodes]
    held = {(one.treatment, one.comparator): one for one in answer.analysis.effects}
    table = Table(box=None, padding=(0, 1, 1, 0), show_header=True, header_style="bold", pad_edge=False)
    table.add_column("", width=_LABEL, overflow="fold", style="bold")
    fits = all(len(word) <= _CELL for name in order for word in answer.names[name].split())
    for at, name in enumerate(order[1:], 2):
        whole = fits or at == len(order)
        table.add_column(f"{at} {answer.names[name]}" if whole else f"number {at}", width=_CELL, overflow="fold")
    for at, name in enumerate(order[:-1]):
        cells = [Text("") for _ in order[1 : at + 1]] + [_cell(name, other, held, answer) for other in order[at + 1 :]]
        table.add_row(f"{at + 1} {answer.names[name]}", *cells)
    return table


def _cell(name: str, other: str, held: dict[tuple[str, str], Effect], answer: Answer) -> Text:
    effect = answer.analysis.settings.effect
    one, turned = (held[name, other], 1) if (name, other) in held else (held[other, name], -1)
    low, high = sorted((turned * one.low, turned * one.high))
    lines = [value(turned * one.estimate, effect), interval(low, high, effect)]
    people = answer.per_hundred.get((one.treatment, one.comparator))
    if people and effect in RATIOS:
        lines.append(in_people(people if turned == 1 else _turned(people)))
    lines.append(spaced(answer.certainty[one.treatment, one.comparator].word))
    return Text("\n".join(lines))


def _turned(people: PerHundred) -> PerHundred:
    """The same people seen from the comparator."""
    return PerHundred(people.control, people.treated, -people.difference, -people.high, -people.low)


def _lines(answer: Answer) -> Iterator[Text]:
    effect = answer.analysis.settings.effect
    for one in answer.analysis.effects:
        pair = (one.treatment, one.comparator)
        told = [estimate(one, effect), in_people(answer.per_hundred.get(pair)) if effect in RATIOS else "", behind(one, answer)]
        text = Text(f"{answer.names[one.treatment]} against {answer.names[one.comparator]}: ")
        yield text.append("; ".join(filter(None, told))).append(f"; {certainty(answer.certainty[pair].word)}")
