"""The JSON Schema of the four files, from the same types that check them."""

from __future__ import annotations

from typing import Any

import msgspec

from hairtx.model.dates import PartialDate
from hairtx.model.sources import Source
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.vocabulary import Vocabulary

PARTS: dict[str, Any] = {
    "treatments": dict[str, Treatment],
    "trials": dict[str, Trial],
    "sources": dict[str, Source],
    "vocabulary": Vocabulary,
}


def schema(part: str | None = None) -> dict[str, Any]:
    """JSON Schema 2020-12 of one file (`treatments`, `trials`, `sources`, `vocabulary`), or of all under their names."""
    types = [PARTS[part]] if part else list(PARTS.values())
    schemas, components = msgspec.json.schema_components(types, schema_hook=_custom, ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": components}
    if part:
        return head | schemas[0]
    return head | {"type": "object", "properties": dict(zip(PARTS, schemas, strict=True))}


def _custom(type_: type) -> dict[str, Any]:
    if type_ is PartialDate:
        return {
            "description": "2018, 2018-02 or 2018-02-08",
            "anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}, {"type": "integer"}],
        }
    raise NotImplementedError
