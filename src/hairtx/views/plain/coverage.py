"""`kb stats --json`, and the same as rows."""

from __future__ import annotations

from hairtx.engines.coverage import Coverage
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, text_of

COLUMNS = ("what", "count")


def coverage(held: Coverage) -> Plain:
    """Every count."""
    return {
        "schema": SCHEMA,
        "totals": held.totals,
        "by_condition": held.by_condition,
        "by_kind": held.by_kind,
        "decisions_by_jurisdiction": held.decisions_by_jurisdiction,
        "sources_by_kind": held.sources_by_kind,
        "sources_seen": held.sources_seen,
        "mirrors": held.mirrors,
        "undated_sources": held.undated_sources,
        "undated_decisions": held.undated_decisions,
        "oldest_check": text_of(held.oldest_check),
        "not_second_read": held.unread,
    }


def rows(held: Coverage) -> list[Plain]:
    """The totals as rows, for a table."""
    return [{"what": what, "count": count} for what, count in held.totals.items()]
