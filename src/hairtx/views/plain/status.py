"""`status --json`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hairtx.engines.standing_query import StatusRow
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, standing

COLUMNS = (
    "treatment", "name", "jurisdiction", "condition", "population", "status", "supply", "supply_since", "date", "known_by", "authority", "pathway",
    "product", "holder", "off_label", "note", "sources",
)  # fmt: skip


def status(rows: Sequence[StatusRow], day: date, version: str) -> Plain:
    """Every row, flat."""
    return {"schema": SCHEMA, "data_version": version, "as_of": day.isoformat(), "total": len(rows), "rows": [row(one) for one in rows]}


def row(one: StatusRow) -> Plain:
    """One computed status with its treatment."""
    return {"treatment": one.treatment, "name": one.name, **standing(one.standing)}
