"""Records out of place in their file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each record that should stand before the one above it."""
    parts = {"treatments": list(knowledge.treatments), "trials": list(knowledge.trials), "sources": list(knowledge.sources)}
    for part, ids in parts.items():
        for above, id_ in pairwise(ids):
            if id_ < above:
                yield Finding((part, id_), f'stands below "{above}"', "sort by id: capitals before small letters, digits before both")


RULE = Rule(
    name="sorted",
    sentence="Treatments, trials and sources are sorted by id.",
    check=check,
)
