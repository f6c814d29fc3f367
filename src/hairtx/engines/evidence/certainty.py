"""How sure one may be of each comparison: GRADE's word from six domains, and why it is no higher.

Some concerns take one step off, major concerns two. What is unknown is said so and caps the word: one or two unknown
domains at moderate, three or more at low.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from statistics import median

from hairtx.engines.evidence.analysis import Analysis
from hairtx.engines.evidence.domains import (
    Concern,
    Domain,
    Record,
    heterogeneity,
    imprecision,
    incoherence,
    indirectness,
    reporting_bias,
    within_study_bias,
)
from hairtx.model import words
from hairtx.model.value import Value

_LADDER: tuple[words.Certainty, ...] = ("very-low", "low", "moderate", "high")
_STEPS: dict[Concern, int] = {"none": 0, "some": 1, "major": 2, "unknown": 0}
_WORTH: dict[str, float] = {"or": log(1.25), "rr": log(1.25), "rd": 0.05}
_SPREADS_WORTH = 0.5


class Certainty(Value, frozen=True):
    """The word for a comparison, its domains, and why it is no higher."""

    word: words.Certainty
    domains: tuple[Domain, ...]
    capped: str | None

    @property
    def why(self) -> str:
        """The reasons that took steps off or capped it, in one line."""
        told = [f"{one.name} ({one.concern}): {one.reason}" for one in self.domains if one.concern in {"some", "major"}]
        return "; ".join([*told, *([self.capped] if self.capped else [])]) or "no concerns"


def certainties(analysis: Analysis, record: Record | None, important: float | None) -> dict[tuple[str, str], Certainty]:
    """The certainty of every comparison; `important` is the smallest difference that matters, on the analysis scale."""
    worth = important if important is not None else smallest_that_matters(analysis)
    people = {study.name: study.people for study in analysis.studies}
    return {
        (one.treatment, one.comparator): _judge(
            (
                within_study_bias(one, record),
                reporting_bias(one, record),
                indirectness(one, record),
                imprecision(one, analysis, worth, people),
                heterogeneity(one, analysis, worth),
                incoherence(one, analysis),
            )
        )
        for one in analysis.effects
    }


def of_treatments(analysis: Analysis, held: Mapping[tuple[str, str], Certainty]) -> dict[str, Certainty]:
    """Each treatment's certainty against the reference; the reference's own is the lowest of them."""
    against = {one.treatment: held[one.treatment, one.comparator] for one in analysis.against_reference}
    return against | {analysis.reference: min(against.values(), key=lambda one: _LADDER.index(one.word))}


def smallest_that_matters(analysis: Analysis) -> float | None:
    """A quarter more for ratios, 5 in 100 for risk differences, half a median standard deviation for means; None where no spread is known."""
    effect = analysis.settings.effect
    if effect in _WORTH:
        return _WORTH[effect]
    spreads = [study.spread for study in analysis.studies if study.spread]
    return _SPREADS_WORTH * median(spreads) if spreads else None


def _judge(domains: tuple[Domain, ...]) -> Certainty:
    unknown = [one.name for one in domains if one.concern == "unknown"]
    level = max(0, 3 - sum(_STEPS[one.concern] for one in domains))
    cap = 3 if not unknown else 2 if len(unknown) < 3 else 1
    capped = f"at most {_LADDER[cap]} while unknown: {', '.join(unknown)}" if unknown else None
    return Certainty(_LADDER[min(level, cap)], domains, capped)
