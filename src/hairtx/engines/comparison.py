"""Puts treatments side by side: the same questions asked of each, every answer with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hairtx.engines.effects import ArmEffect, effects_of
from hairtx.engines.status import Standing, standings, within
from hairtx.model.treatments import Treatment, Warning
from hairtx.model.trials import Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Condition, Measure
from hairtx.model.words import StatementKind


class Cell(Value, frozen=True):
    """One answer with its sources; `text` is None where nothing is recorded."""

    text: str | None
    sources: tuple[str, ...] = ()


class Row(Value, frozen=True):
    """One question and each treatment's answer, in the order of the treatments."""

    field: str
    label: str
    cells: tuple[Cell, ...]


class Compared(Value, frozen=True):
    """Treatments side by side; `effects` holds every trial result against control that stands behind the rows."""

    ids: tuple[str, ...]
    treatments: tuple[Treatment, ...]
    standings: tuple[tuple[Standing, ...], ...]
    effects: tuple[tuple[ArmEffect, ...], ...]
    rows: tuple[Row, ...]
    shared_conditions: tuple[str, ...]
    condition: str | None


class Question(Value, frozen=True):
    """What to compare: where, for which condition, on which day; `withheld` are the treatments whose bottom line was not known then."""

    day: date
    jurisdictions: tuple[str, ...] = ()
    condition: str | None = None
    withheld: tuple[str, ...] = ()


def compare(
    records: Mapping[str, Treatment],
    trials: Mapping[str, Mapping[str, Trial]],
    question: Question,
    measures: Mapping[str, Measure],
    controls: Iterable[str],
    conditions: Mapping[str, Condition],
) -> Compared:
    """The treatments of `records`, in that order, held against each other."""
    ids, treatments = tuple(records), tuple(records.values())
    shared = [one for one in treatments[0].conditions if all(one in other.conditions for other in treatments)]
    condition = question.condition or (shared[0] if shared else None)
    controls = tuple(controls)
    effects = tuple(tuple(effects_of(id_, trials.get(id_, {}), measures, controls, condition)) for id_ in ids)
    held = tuple(tuple(_standings(one, question, conditions)) for one in treatments)
    rows = [_row("what", "What it is", (_what(one) for one in treatments))]
    rows.append(_row("for_whom", "For whom", (_for_whom(one, conditions) for one in treatments)))
    rows.append(_row("certainty", "Bottom line", (_bottom_line(one, id_ in question.withheld) for id_, one in records.items())))
    rows.append(_row("boxed_warning", "Boxed warning", (_warning(one.safety.boxed_warning) for one in treatments)))
    rows.append(_row("contraindications", "Not for", (_warnings(one.safety.contraindications) for one in treatments)))
    rows.append(_row("pregnancy", "Pregnancy", (_pregnancy(one) for one in treatments)))
    for kind, label in _STATED:
        rows.append(_row(kind, label, (_stated(one, kind, condition) for one in treatments)))
    rows.append(_row("common_harms", "Common harms", (_warnings(one.safety.common) for one in treatments)))
    rows.append(_row("serious_harms", "Serious harms", (_warnings(one.safety.serious) for one in treatments)))
    return Compared(ids, treatments, held, effects, tuple(rows), tuple(shared), condition)


def share_a_measure(compared: Compared) -> bool:
    """Whether trials of two of the treatments report one measure of benefit, so that they might be connected."""
    measured = [{one.measure for one in several if not one.harm} for several in compared.effects]
    return any(one & other for at, one in enumerate(measured) for other in measured[at + 1 :])


_STATED: tuple[tuple[StatementKind, str], ...] = (
    ("dosing", "How it is used"),
    ("onset", "How soon it acts"),
    ("stopping", "On stopping"),
    ("cost", "Cost"),
)


def _row(field: str, label: str, cells: Iterable[Cell]) -> Row:
    return Row(field, label, tuple(cells))


def _what(one: Treatment) -> Cell:
    return Cell(one.summary)


def _for_whom(one: Treatment, conditions: Mapping[str, Condition]) -> Cell:
    return Cell(", ".join(conditions[c].name if c in conditions else c for c in one.conditions))


def _bottom_line(one: Treatment, withheld: bool) -> Cell:
    if withheld:
        return Cell("Today's bottom line rests on what was not known by the day asked about.")
    return Cell(f"{one.bottom_line.text} Certainty: {one.bottom_line.certainty.replace('-', ' ')}.", tuple(one.bottom_line.sources))


def _warning(one: Warning | None) -> Cell:
    return Cell(one.text, tuple(one.sources)) if one else Cell(None)


def _warnings(several: list[Warning]) -> Cell:
    sources = tuple(dict.fromkeys(source for one in several for source in one.sources))
    return Cell("; ".join(one.text.rstrip(".") for one in several) or None, sources)


def _pregnancy(one: Treatment) -> Cell:
    told = one.safety.pregnancy
    word = told.advice.replace("-", " ").capitalize() if told else ""
    said = "" if told and told.text.casefold().startswith(word.casefold()) else f"{word}. "
    return Cell(f"{said}{told.text}", tuple(told.sources)) if told else Cell(None)


def _stated(one: Treatment, kind: StatementKind, condition: str | None) -> Cell:
    said = [s for s in one.statements if s.kind == kind and s.never_true is None and (s.condition in (None, condition) or condition is None)]
    return Cell(" ".join(s.text for s in said) or None, tuple(dict.fromkeys(source for s in said for source in s.sources)))


def _standings(one: Treatment, question: Question, conditions: Mapping[str, Condition]) -> list[Standing]:
    rows = standings(one.decisions, question.day)
    if question.jurisdictions:
        rows = [row for row in rows if row.jurisdiction in question.jurisdictions]
    if question.condition:
        asked = question.condition
        return [row for row in rows if row.condition is None or within(row.condition, asked, conditions) or within(asked, row.condition, conditions)]
    for_hair = [row for row in rows if row.condition is None or row.condition not in conditions or not conditions[row.condition].other_use]
    return for_hair or rows
