"""`explain --json`."""

from __future__ import annotations

from hairtx.engines.explanation import Explanation
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, source


def explanation(found: Explanation) -> Plain:
    """A term and its explanation."""
    return {
        "schema": SCHEMA,
        "id": found.id,
        "kind": found.what,
        "name": found.name,
        "names": list(found.names),
        "text": found.text,
        "see": list(found.see),
        "sources": [source(id_, one) for id_, one in found.sources.items()],
    }
