"""Dates that run backwards, lie ahead, or are missing. Half-known dates are judged only where no reading of them fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.lint.walking import pieces
from hairtx.model.dates import PartialDate
from hairtx.model.knowledge import Knowledge
from hairtx.model.record import Record
from hairtx.model.treatments import Decision
from hairtx.model.trials import Trial

_ORDERED = (("since", "until"), ("published", "checked"), ("start", "completion"), ("registered", "results_posted"), ("date", "known_by"))
_ENDED = {"completed", "terminated", "withdrawn"}


def check(knowledge: Knowledge, today: date) -> Iterator[Finding]:
    """A finding for each date that cannot be."""
    for path, piece in pieces(knowledge):
        for first, second in _ORDERED:
            earlier, later = getattr(piece, first, None), getattr(piece, second, None)
            if earlier and later and earlier.earliest > later.latest:
                yield Finding((*path, second), f"{second} {later} lies before {first} {earlier}", "look both up in the source")
        for key, when in _dates(piece):
            if when.earliest > today and not _planned(piece, key):
                yield Finding((*path, key), f"{key} {when} lies in the future", "record what has happened; a plan is a statement or an open question")
        if isinstance(piece, Decision) and not (piece.date or piece.known_by):
            yield Finding(path, "the decision has neither date nor known_by", "give known_by: the day of the report that speaks of it as done")


def _dates(piece: Record) -> Iterator[tuple[str, PartialDate]]:
    for key in piece.__struct_fields__:
        value = getattr(piece, key)
        if isinstance(value, PartialDate):
            yield key, value


def _planned(piece: Record, key: str) -> bool:
    """Whether this is a trial's own plan: its completion while it runs, its start while it has not begun."""
    if not isinstance(piece, Trial):
        return False
    return (key == "completion" and piece.status not in _ENDED) or (key == "start" and piece.status == "not-yet-recruiting")


RULE = Rule(
    name="dates-in-order",
    sentence="Dates run forwards, nothing lies in the future but a trial's plan, and every decision is dated.",
    check=check,
)
