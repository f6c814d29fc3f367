"""`compare --json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from hairtx.engines.comparison import Compared
from hairtx.engines.effects import ArmEffect
from hairtx.engines.status import Standing
from hairtx.model.vocabulary import Measure
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, effect, standing
from hairtx.views.wording import at_week, number, signed

BETWEEN = ("measure", "week", "effect", "estimate", "se", "ci_low", "ci_high", "direct", "trials", "certainty")
"""What is told of two treatments against each other."""


def comparison(compared: Compared, day: date, measures: Mapping[str, Measure]) -> Plain:
    """Treatments, every effect against control, and the rows with a value and its sources for each treatment."""
    return {
        "schema": SCHEMA,
        "as_of": day.isoformat(),
        "treatments": [
            {"id": id_, "name": one.name, "regulatory": [standing(row) for row in rows]}
            for id_, one, rows in zip(compared.ids, compared.treatments, compared.standings, strict=True)
        ],
        "shared_conditions": list(compared.shared_conditions),
        "effects": [
            {
                **effect(one, measures[one.measure].unit if one.measure in measures else None),
                "certainty": treatment.bottom_line.certainty,
            }
            for treatment, several in zip(compared.treatments, compared.effects, strict=True)
            for one in several
        ],
        "rows": [
            {
                "field": row.field,
                "label": row.label,
                "values": [cell.text for cell in row.cells],
                "sources": [list(cell.sources) for cell in row.cells],
            }
            for row in compared.rows
        ],
    }


def unconnected(ids: Sequence[str]) -> list[Plain]:
    """Every pair of treatments with nulls: no trials connect them."""
    return [{"treatment": one, "comparator": other, **dict.fromkeys(BETWEEN)} for one, other in combinations(ids, 2)]


def flat(compared: Compared, measures: Mapping[str, Measure]) -> list[Plain]:
    """The comparison as rows: a question, then each treatment's answer with its source ids; status and trial results among them."""
    rows: list[Plain] = []
    for row in compared.rows:
        told = (_with_sources(cell.text, cell.sources) for cell in row.cells)
        rows.append({"field": row.field, **dict(zip(compared.ids, told, strict=True))})
    status = {id_: "; ".join(_standing_words(one) for one in several) for id_, several in zip(compared.ids, compared.standings, strict=True)}
    results = {id_: "; ".join(effect_words(one, measures) for one in several) for id_, several in zip(compared.ids, compared.effects, strict=True)}
    return [*rows[:2], {"field": "status", **status}, rows[2], {"field": "trial_results", **results}, *rows[3:]]


def _with_sources(text: str | None, sources: Sequence[str]) -> str | None:
    return f"{text} [{', '.join(sources)}]" if text and sources else text


def _standing_words(row: Standing) -> str:
    told = (row.jurisdiction, row.status, row.condition, row.population, row.supply, row.date and row.date.text, row.product)
    return _with_sources(", ".join(str(one) for one in told if one), row.sources) or ""


def effect_words(one: ArmEffect, measures: Mapping[str, Measure]) -> str:
    """An absolute effect in words: both arms, the difference with its interval, week, people and trial."""
    measure = measures.get(one.measure)
    name = measure.name if measure else one.measure
    unit = f" {measure.unit}" if measure and measure.unit else ""
    low, high, difference = one.interval.low, one.interval.high, signed(one.interval.estimate)
    interval = f" (95% CI {signed(low)} to {signed(high)})" if low is not None and high is not None else ""
    if one.effect == "risk-difference":
        digits = 0 if min(one.treated, one.control) >= 10 else 1
        arms = f"{number(one.treated, digits)} of 100 with {one.arm} against {number(one.control, digits)} with {one.comparator}"
        words = f"{arms}: {difference} in 100{interval}"
    else:
        arms = f"{signed(one.treated)} with {one.arm} against {signed(one.control)} with {one.comparator}"
        words = f"{arms}: difference {difference}{unit}{interval}"
    people = f", n={one.n}" if one.n else ""
    primary = ", primary endpoint" if one.primary else ""
    subgroup = f", subgroup {one.subgroup}" if one.subgroup else ""
    return f"{name}, {at_week(one.week)}: {words}; {one.acronym or one.trial}{people}{primary}{subgroup}."
