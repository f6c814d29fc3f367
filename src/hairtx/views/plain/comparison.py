"""`compare --json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from hairtx.engines.comparison import Compared
from hairtx.model.vocabulary import Measure
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, effect, standing

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
