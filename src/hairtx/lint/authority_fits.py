"""Decisions by an authority that does not decide there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each decision taken outside its authority's jurisdictions."""
    authorities = knowledge.vocabulary.authorities
    for id_, treatment in knowledge.treatments.items():
        for at, decision in enumerate(treatment.decisions):
            authority = authorities.get(decision.authority)
            if authority and decision.jurisdiction not in authority.jurisdictions:
                path = ("treatments", id_, "decisions", at, "authority")
                yield Finding(
                    path, f"{authority.name} does not decide in {decision.jurisdiction}", f"it decides in {', '.join(authority.jurisdictions)}"
                )


RULE = Rule(
    name="authority-fits",
    sentence="An authority decides only in its own jurisdictions.",
    check=check,
)
