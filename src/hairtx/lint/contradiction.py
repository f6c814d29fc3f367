"""Reports that nothing is approved, where something was and still is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.dates import PartialDate
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Decision

_TO_MARKET = {"marketing-authorisation", "conditional-authorisation", "510k", "de-novo", "pma", "ce-mark", "otc-monograph", "otc-switch"}
_ENDS = {"withdrawn", "lapsed", "suspended"}


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each stated-unapproved that is later than a grant for the same use, with no end of the grant between."""
    for id_, treatment in knowledge.treatments.items():
        for at, stated in enumerate(treatment.decisions):
            if stated.action != "stated-unapproved":
                continue
            standing = [grant for grant in treatment.decisions if _granted_before(grant, stated)]
            standing = [grant for grant in standing if not any(_ended(grant, end, stated) for end in treatment.decisions)]
            if standing:
                path = ("treatments", id_, "decisions", at)
                message = f"said to be unapproved in {stated.jurisdiction} ({_when(stated)}), though granted ({_when(standing[0])})"
                yield Finding(path, message, "record the withdrawal between them, or name the product or population that each is about")


def _granted_before(grant: Decision, stated: Decision) -> bool:
    granted = grant.action in {"granted", "extended"} and grant.pathway in _TO_MARKET
    return granted and grant.condition == stated.condition and _same_use(grant, stated) and _surely_before(grant, stated)


def _ended(grant: Decision, end: Decision, stated: Decision) -> bool:
    """Whether `end` may have ended the grant before the report; a half-known date has the benefit of the doubt."""
    concerns = end.action in _ENDS and end.condition in {None, grant.condition} and _same_use(grant, end)
    return concerns and not _surely_before(end, grant) and not _surely_before(stated, end)


def _same_use(one: Decision, other: Decision) -> bool:
    """Whether both may speak of the same thing: the same jurisdiction, and no different product or population."""
    named = ((one.product, other.product), (one.population, other.population))
    return one.jurisdiction == other.jurisdiction and all(a is None or b is None or a == b for a, b in named)


def _surely_before(one: Decision, other: Decision) -> bool:
    first, second = _when(one), _when(other)
    return first is not None and second is not None and first.latest < second.earliest


def _when(decision: Decision) -> PartialDate | None:
    return decision.date or decision.known_by


RULE = Rule(
    name="contradiction",
    sentence="Nothing is said to be unapproved after it was granted for the same use, unless the grant ended between.",
    check=check,
)
