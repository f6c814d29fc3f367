"""`list --json`."""

from __future__ import annotations

from collections.abc import Sequence

from hairtx.engines.listing import Listed
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain

COLUMNS = ("id", "name", "kind", "class", "conditions", "stages", "on_the_market_in", "certainty", "bottom_line")


def listing(found: Sequence[Listed]) -> Plain:
    """Each treatment in brief."""
    return {"schema": SCHEMA, "total": len(found), "treatments": [row(one) for one in found]}


def row(one: Listed) -> Plain:
    """One treatment as a flat row."""
    treatment = one.treatment
    return {
        "id": one.id,
        "name": treatment.name,
        "kind": treatment.kind,
        "class": treatment.class_,
        "conditions": treatment.conditions,
        "stages": list(one.stages),
        "on_the_market_in": list(one.places),
        "certainty": treatment.bottom_line.certainty,
        "bottom_line": treatment.bottom_line.text,
    }
