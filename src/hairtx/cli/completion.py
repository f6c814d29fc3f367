"""What the shell is offered: names, conditions and countries straight from the index. Silent on any fault."""

from __future__ import annotations

from hairtx.cli.desk import Desk
from hairtx.cli.world import real
from hairtx.errors import HairtxError
from hairtx.model.naming import key

_OFFERED = 40


def _base() -> Desk:
    return Desk(real())


def names(incomplete: str) -> list[str]:
    """Names of treatments and families that begin so."""
    try:
        base = _base().base
        if not key(incomplete):
            return [id_ for id_, _ in base.treatments()][: _OFFERED * 5]
        found = [name for name in base.names_starting(key(incomplete), _OFFERED * 3) if name.what in {"treatment", "family"}]
    except (HairtxError, OSError):
        return []
    # A name with a space would come back as two words; its record has an id without one.
    fitting = [name.text for name in found if name.text.casefold().startswith(incomplete.casefold()) and " " not in name.text]
    # The shell keeps only what begins exactly as typed, so the letters already typed stay as they are.
    fitting = [incomplete + text[len(incomplete) :] for text in fitting]
    return list(dict.fromkeys(fitting))[:_OFFERED]


def conditions(incomplete: str) -> list[tuple[str, str]]:
    """Conditions that begin so, with their names."""
    try:
        known = _base().base.conditions
    except (HairtxError, OSError):
        return []
    return [(id_, one.name) for id_, one in known.items() if id_.startswith(incomplete) and not one.other_use]


def places(incomplete: str) -> list[tuple[str, str]]:
    """Country codes that begin so; what stands before the last comma is kept."""
    before, comma, last = incomplete.rpartition(",")
    try:
        known = _base().base.jurisdictions
    except (HairtxError, OSError):
        return []
    return [(before + comma + code, one.name) for code, one in known.items() if code.startswith(last.upper())]
