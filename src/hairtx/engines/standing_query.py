"""`status`: the computed rows of many treatments, with the places and conditions asked about answered one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hairtx.engines.status import ON_THE_MARKET, STANDING, Standing, led_to, reaching, standings, uncertain, within
from hairtx.model.naming import key
from hairtx.model.treatments import Treatment
from hairtx.model.value import Value, replace
from hairtx.model.vocabulary import Condition, Jurisdiction


class StatusRow(Value, frozen=True):
    """A status row of one treatment; `asked` is the place asked about where a union's decision answers for it."""

    treatment: str
    name: str
    standing: Standing
    asked: str | None = None


class StatusQuestion(Value, frozen=True):
    """Where, for what, when, and of which product by a part of its name. Named treatments also get a row of `unknown` where nothing was decided."""

    day: date
    jurisdictions: tuple[str, ...] = ()
    condition: str | None = None
    status: str | None = None
    every_place: bool = False
    product: str | None = None


def ask_status(
    treatments: Iterable[tuple[str, Treatment]],
    question: StatusQuestion,
    conditions: Mapping[str, Condition],
    jurisdictions: Mapping[str, Jurisdiction],
) -> list[StatusRow]:
    """The rows that answer, by treatment, place and condition."""
    found: list[StatusRow] = []
    for id_, treatment in treatments:
        rows = [row for row in standings(treatment.decisions, question.day) if _about(row.condition, question.condition, conditions)]
        rows += [row for row in _undated(treatment, question.day) if _about(row.condition, question.condition, conditions)]
        if question.product:
            rows = [row for row in rows if key(question.product) in key(row.product or "")]
        found += _for_places(id_, treatment.name, rows, question, jurisdictions)
    if question.status:
        found = [one for one in found if one.standing.status == question.status]
    return sorted(
        found,
        key=lambda one: (one.name.casefold(), one.standing.jurisdiction, one.standing.condition or "", STANDING.index(one.standing.status)),
    )


def _undated(treatment: Treatment, day: date) -> Iterable[Standing]:
    """A row of `unknown` for each grant whose own date is not known and that was first seen in force after `day`."""
    for one in uncertain(treatment.decisions, day):
        if one.known_by is not None and one.known_by.earliest > day and led_to(one) in ON_THE_MARKET:
            note = f"a decision is recorded whose own date was not found; seen in force {one.known_by}"
            yield Standing(one.jurisdiction, one.condition, one.population, "unknown", product=one.product, note=note, sources=tuple(one.sources))


def _about(condition: str | None, asked: str | None, conditions: Mapping[str, Condition]) -> bool:
    return asked is None or condition is None or within(condition, asked, conditions) or within(asked, condition, conditions)


def _for_places(
    id_: str, name: str, rows: list[Standing], question: StatusQuestion, jurisdictions: Mapping[str, Jurisdiction]
) -> Iterable[StatusRow]:
    if not question.jurisdictions:
        return [StatusRow(id_, name, row) for row in rows]
    found: list[StatusRow] = []
    for code in question.jurisdictions:
        reached = reaching(code, jurisdictions)
        here = [row for row in rows if row.jurisdiction in reached]
        found += [StatusRow(id_, name, replace(row, note=_union_note(row, code)), code if row.jurisdiction != code else None) for row in here]
        if not here and question.every_place:
            found.append(StatusRow(id_, name, Standing(code, question.condition, None, "unknown", note="no decision is recorded")))
    return found


def _union_note(row: Standing, asked: str) -> str | None:
    if row.jurisdiction == asked:
        return row.note
    return "; ".join(filter(None, (f"decision of the {row.jurisdiction}, which holds in {asked}", row.note)))
