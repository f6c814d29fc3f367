"""Records that no second reader has seen, or none for a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge

_REMEDY = "a second reader opens the sources of every decision and figure again and sets `reviewed`"


def check(knowledge: Knowledge, today: date) -> Iterator[Finding]:
    """A finding for each treatment whose last review lies more than a year back, or that never had one."""
    for id_, treatment in knowledge.treatments.items():
        if treatment.reviewed is None:
            yield Finding(("treatments", id_), "never reviewed", _REMEDY)
        elif treatment.reviewed.latest < _a_year_before(today):
            yield Finding(("treatments", id_, "reviewed"), f"last reviewed {treatment.reviewed}, more than a year ago", _REMEDY)


def _a_year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


RULE = Rule(
    name="review-age",
    sentence="Every treatment was reviewed by a second reader within the last year.",
    check=check,
    notice=True,
)
