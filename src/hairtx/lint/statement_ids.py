"""Statement ids used twice in one record, so that a citation of one would not be clear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each statement whose id an earlier one of the same treatment has."""
    for id_, treatment in knowledge.treatments.items():
        seen: set[str] = set()
        for at, statement in enumerate(treatment.statements):
            if statement.id in seen:
                yield Finding(
                    ("treatments", id_, "statements", at, "id"),
                    f'two statements are called "{statement.id}"',
                    "rename the newer one; ids are permanent",
                )
            seen.add(statement.id)


RULE = Rule(
    name="statement-ids",
    sentence="A statement's id is its own within the treatment.",
    check=check,
)
