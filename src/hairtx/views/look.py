"""How much room there is, and whether links can be followed."""

from __future__ import annotations

from hairtx.model.value import Value

NARROW = 72
"""Below so many columns, labels stand above their texts instead of beside them."""


class Look(Value, frozen=True):
    """The width in columns and whether the terminal follows links."""

    width: int
    links: bool = False

    @property
    def narrow(self) -> bool:
        """Whether labels stand above their texts."""
        return self.width < NARROW
