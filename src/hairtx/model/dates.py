"""Partial dates: 2018, 2018-02 and 2018-02-08, each as exact as its source.

A partial date covers the days from `earliest` to `latest`; whether something
had happened by a day therefore has three answers (`Answer`).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from functools import total_ordering

_LENGTHS = ((4,), (4, 2), (4, 2, 2))


class Answer(Enum):
    """Three-valued truth: a half-known date cannot always say yes or no."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@total_ordering
class PartialDate:
    """A year, a month or a day, kept exactly as it was written.

    Raises ValueError where the text is not a calendar year, month or day.
    """

    __slots__ = ("earliest", "latest", "text")

    def __init__(self, text: str) -> None:
        parts = text.split("-")
        if tuple(map(len, parts)) not in _LENGTHS or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError(f"{text!r} is not a date like 2018, 2018-02 or 2018-02-08")
        year, *rest = map(int, parts)
        try:
            first = date(year, *[*rest, 1, 1][:2])
            if len(rest) == 2:
                self.earliest = self.latest = first
            else:
                after = (year, rest[0] + 1) if rest and rest[0] < 12 else (year + 1, 1)
                self.earliest, self.latest = first, date(*after, 1) - timedelta(days=1)
        except (ValueError, OverflowError):
            raise ValueError(f"{text!r} is not a day of the calendar") from None
        self.text = text

    def by(self, day: date) -> Answer:
        """Whether this date had come by the end of `day`."""
        if self.latest <= day:
            return Answer.YES
        return Answer.NO if self.earliest > day else Answer.MAYBE

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def happened_by(day: date, when: PartialDate | None, known_by: PartialDate | None = None) -> Answer:
    """Whether an event had happened by `day`.

    `when` is its own date. `known_by` is the date of a report that speaks of an
    event as done whose own date nobody found: from then on it counts, before
    that nobody is known to have known. Without either it cannot be told.
    """
    if when is not None:
        return when.by(day)
    if known_by is not None:
        return Answer.YES if known_by.earliest <= day else Answer.NO
    return Answer.MAYBE
