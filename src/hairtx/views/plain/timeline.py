"""`timeline --json`."""

from __future__ import annotations

from collections.abc import Sequence

from hairtx.engines.timeline import Event
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain

COLUMNS = ("date", "date_is", "treatment", "kind", "text", "jurisdiction", "sources")


def timeline(events: Sequence[Event]) -> Plain:
    """Every event in order."""
    return {"schema": SCHEMA, "total": len(events), "events": [row(one) for one in events]}


def row(one: Event) -> Plain:
    """One event; `date_is` says whether the date is the event's own or its report's."""
    return {
        "date": one.date.text,
        "date_is": "reported" if one.reported else "own",
        "treatment": one.treatment,
        "kind": one.kind,
        "text": one.text,
        "jurisdiction": one.jurisdiction,
        "sources": list(one.sources),
    }
