"""Direct against indirect evidence for each comparison, by back-calculation.

Direct evidence is what the studies that hold both treatments say, weighed together. The network's estimate is the
best linear one, so what is left when the direct part is taken out (1/v = 1/v_network - 1/v_direct) is independent of
it: their difference over its error tests the comparison's coherence. Indirect evidence is told only where the other
studies connect the two by themselves.
"""

from __future__ import annotations

from itertools import combinations
from math import sqrt

from hairtx.engines.evidence.distributions import Z, two_sided
from hairtx.engines.evidence.network import Fit, Network, parts
from hairtx.engines.evidence.studies import Study
from hairtx.model.value import Value

_NEARLY_ALL = 1e-7
"""Where the direct evidence has all but this share of the network's, the rest is rounding."""


class Evidence(Value, frozen=True):
    """An estimate with its standard error and 95% limits, on the analysis scale."""

    estimate: float
    se: float
    low: float
    high: float


class Split(Value, frozen=True):
    """What stands behind one comparison; `incoherence_p` is None unless both kinds do."""

    direct: Evidence | None
    indirect: Evidence | None
    incoherence_p: float | None
    trials: tuple[str, ...]
    people: int


def evidence(estimate: float, se: float) -> Evidence:
    """The estimate with a normal 95% interval."""
    return Evidence(estimate, se, estimate - Z * se, estimate + Z * se)


class Splitter:
    """Takes the comparisons of a fit apart; studies that hold the same pairs are weighed once."""

    def __init__(self, fit: Fit) -> None:
        self._fit = fit
        self._holding: dict[frozenset[str], list[int]] = {}
        for at, study in enumerate(fit.network.studies):
            for pair in combinations(study.treatments, 2):
                self._holding.setdefault(frozenset(pair), []).append(at)
        self._fits: dict[tuple[int, ...], Fit] = {}

    def split(self, treatment: str, comparator: str) -> Split:
        """The comparison of two treatments of the network."""
        studies = self._fit.network.studies
        number = self._fit.network.number
        estimate, se = self._fit.against(number[treatment], number[comparator])
        places = tuple(self._holding.get(frozenset((treatment, comparator)), ()))
        if not places:
            return Split(None, evidence(estimate, se), None, (), 0)
        own = self._fits.get(places) or self._fits.setdefault(places, Fit(Network([studies[at] for at in places]), self._fit.tau2))
        direct = evidence(*own.against(own.network.number[treatment], own.network.number[comparator]))
        names = tuple(studies[at].name for at in places)
        people = sum(_people(studies[at], treatment, comparator) for at in places)
        rest = 1 - (se / direct.se) ** 2
        if rest <= _NEARLY_ALL or not self._connected_without(places, treatment, comparator):
            return Split(direct, None, None, names, people)
        variance = se * se / rest
        indirect = evidence((estimate - direct.estimate * (1 - rest)) / rest, sqrt(variance))
        return Split(direct, indirect, two_sided((direct.estimate - indirect.estimate) / sqrt(direct.se**2 + variance)), names, people)

    def _connected_without(self, places: tuple[int, ...], treatment: str, comparator: str) -> bool:
        """Whether the other studies lead from one to the other. Of studies with two arms the variance alone tells."""
        studies = self._fit.network.studies
        if all(len(studies[at].treatments) == 2 for at in places):
            return True
        left_out = set(places)
        found = parts([study for at, study in enumerate(studies) if at not in left_out])
        return any({treatment, comparator} <= {name for study in part for name in study.treatments} for part in found)


def _people(study: Study, treatment: str, comparator: str) -> int:
    """Those in the two arms; everybody where only the study's total is known, or where all are in every arm."""
    if None in study.sizes or study.persons is not None:
        return study.people
    sizes = dict(zip(study.treatments, study.sizes, strict=True))
    return (sizes[treatment] or 0) + (sizes[comparator] or 0)
