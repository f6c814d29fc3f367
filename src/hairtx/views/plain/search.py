"""`search --json`."""

from __future__ import annotations

from hairtx.engines.search import Found
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain


def search(found: Found) -> Plain:
    """Hits with what matched, what was expanded, and suggestions where nothing was found."""
    return {
        "schema": SCHEMA,
        "query": found.query,
        "total": found.total,
        "expanded": [{"said": one.said, "means": list(one.means)} for one in found.expanded],
        "facets": list(found.facets.said),
        "hits": [
            {"id": hit.id, "name": hit.name, "score": round(hit.score, 3), "matched": [{"field": m.field, "text": m.text} for m in hit.matched]}
            for hit in found.hits
        ],
        "suggestions": found.suggestions,
    }
