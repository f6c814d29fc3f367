"""How a record's own types are written plainly and read back; apart from `decoding`, so that reading an index loads no YAML."""

from __future__ import annotations

from typing import Any

from hairtx.model.dates import PartialDate


def plain_to_custom(type_: type, value: Any) -> Any:
    """msgspec's hook: text, or a bare year, becomes a PartialDate."""
    if type_ is PartialDate and not isinstance(value, bool):
        return PartialDate(str(value) if isinstance(value, int) else value)
    raise NotImplementedError


def custom_to_plain(value: Any) -> Any:
    """msgspec's hook the other way: a PartialDate becomes its text."""
    if isinstance(value, PartialDate):
        return value.text
    raise NotImplementedError(f"no plain form for {type(value).__name__}")
