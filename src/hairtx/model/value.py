"""The base of every typed value the program computes: immutable, compared by content, made in C (a dataclass costs 1 ms each to define)."""

import msgspec

replace = msgspec.structs.replace


class Value(msgspec.Struct, frozen=True):
    """An immutable result."""


class Draft(msgspec.Struct):
    """A result while it is being gathered."""
