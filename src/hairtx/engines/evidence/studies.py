"""Turns arms into contrasts: each study's differences against its first arm, with their covariance.

An arm's value is its mean, its log odds, its log risk or its risk; differences that share an arm share that arm's
variance, which is the covariance of a multi-arm trial (Rücker 2012). Where any cell of a study is zero, 0.5 is added
to every cell of that study, and the study is marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, log, sqrt
from typing import Literal

from hairtx.errors import UsageProblem
from hairtx.model.arms import StudyArm, StudyContrast
from hairtx.model.naming import clean
from hairtx.model.value import Value

Measured = Literal["md", "or", "rr", "rd"]
RATIOS = frozenset({"or", "rr"})
_SLACK = 1e-3
"""How far, in standard errors, reported contrasts of one trial may be from adding up: rounding, not more."""


class Study(Value, frozen=True):
    """One study on the analysis scale (log for ratios).

    `estimates` are arms 1, 2, ... minus arm 0, with their `covariance`; `risks` are each arm's events per person as
    observed, None where they are not known; `spread` is the pooled standard deviation of the arms, if known; `persons`
    counts them where one person is in several arms (split-scalp, crossover).
    """

    name: str
    treatments: tuple[str, ...]
    estimates: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    sizes: tuple[int | None, ...]
    risks: tuple[float | None, ...] = ()
    spread: float | None = None
    corrected: bool = False
    persons: int | None = None

    @property
    def people(self) -> int:
        """Everybody in its arms, as far as known; each person once."""
        return self.persons if self.persons is not None else sum(size or 0 for size in self.sizes)


def study_from_arms(arms: Sequence[StudyArm], effect: Measured) -> Study:
    """The study that these arms (two or more, of different treatments) make.

    Raises UsageProblem, naming study and row, for figures that are missing or impossible.
    """
    name = arms[0].study
    if len(arms) < 2:
        raise UsageProblem(f"{_where(arms[0])} has one arm only; a comparison needs two")
    seen: set[str] = set()
    for arm in arms:
        if arm.treatment in seen:
            raise UsageProblem(f"{_where(arm)} has “{clean(arm.treatment, 40)}” twice; put arms of one treatment together, or name them apart")
        seen.add(arm.treatment)
    if effect == "md":
        values = [(_mean(arm), _variance(arm)) for arm in arms]
        return _assemble(name, arms, values, spread=_pooled_spread(arms))
    counts = [_counts(arm) for arm in arms]
    corrected = any(events in {0, n} for events, n in counts)
    add = 0.5 if corrected else 0.0
    values = [_binary(events + add, n + 2 * add, effect) for events, n in counts]
    risks = tuple(events / n for events, n in counts)
    return _assemble(name, arms, values, risks=risks, corrected=corrected)


def _assemble(
    name: str,
    arms: Sequence[StudyArm],
    values: Sequence[tuple[float, float]],
    *,
    risks: tuple[float | None, ...] = (),
    spread: float | None = None,
    corrected: bool = False,
) -> Study:
    (first, base), *others = values
    covariance = tuple(
        tuple(base + (variance if row == column else 0.0) for column in range(len(others))) for row, (_, variance) in enumerate(others)
    )
    return Study(
        name,
        tuple(arm.treatment for arm in arms),
        tuple(value - first for value, _ in others),
        covariance,
        tuple(arm.n for arm in arms),
        risks or (None,) * len(arms),
        spread,
        corrected,
    )


def _where(arm: StudyArm | StudyContrast) -> str:
    row = f"row {arm.row}: " if arm.row else ""
    return f"{row}study “{clean(arm.study, 40)}”"


def _mean(arm: StudyArm) -> float:
    if arm.mean is None:
        raise UsageProblem(f"{_where(arm)} has no mean; a mean difference needs n, mean, and sd or se in every row")
    return arm.mean


def _variance(arm: StudyArm) -> float:
    se = arm.se
    if se is None and arm.sd is not None and arm.n:
        se = arm.sd / sqrt(arm.n)
    if se is None:
        raise UsageProblem(f"{_where(arm)} has neither sd (with n) nor se; a mean without its spread cannot be weighed")
    if not se * se > 0 or not isfinite(se * se):
        raise UsageProblem(f"{_where(arm)} has a spread of {se:g}; a standard error must be above zero")
    return se * se


def _pooled_spread(arms: Sequence[StudyArm]) -> float | None:
    """The standard deviation within the arms, weighted by their degrees of freedom."""
    known = [(arm.n, arm.sd if arm.sd is not None else (arm.se or 0.0) * sqrt(arm.n)) for arm in arms if arm.n and arm.n > 1]
    freedom = sum(n - 1 for n, _ in known)
    return sqrt(sum((n - 1) * sd * sd for n, sd in known) / freedom) if freedom else None


def _counts(arm: StudyArm) -> tuple[int, int]:
    if arm.events is None or not arm.n:
        raise UsageProblem(f"{_where(arm)} has no events; odds ratios, risk ratios and risk differences need n and events in every row")
    if not 0 <= arm.events <= arm.n:
        raise UsageProblem(f"{_where(arm)} has {arm.events} events among {arm.n} people")
    return arm.events, arm.n


def _binary(events: float, n: float, effect: Measured) -> tuple[float, float]:
    """An arm's value and variance: log odds, log risk or risk."""
    if effect == "or":
        return log(events / (n - events)), 1 / events + 1 / (n - events)
    if effect == "rr":
        return log(events / n), 1 / events - 1 / n
    return events / n, events * (n - events) / n**3


def study_from_contrasts(contrasts: Sequence[StudyContrast]) -> Study:
    """The study that reported differences make.

    A trial of k arms needs all its k(k-1)/2 differences: their errors alone tell how much the arms share. Raises
    UsageProblem where one is missing, where they do not add up, or where an error is zero or negative.
    """
    first = contrasts[0]
    by_pair: dict[frozenset[str], StudyContrast] = {}
    for one in contrasts:
        if one.treatment == one.comparator:
            raise UsageProblem(f"{_where(one)} compares “{clean(one.treatment, 40)}” with itself")
        if not one.se > 0 or not isfinite(one.se * one.se) or not one.se * one.se > 0:
            raise UsageProblem(f"{_where(one)} has a standard error of {one.se:g}; it must be above zero")
        if frozenset((one.treatment, one.comparator)) in by_pair:
            raise UsageProblem(f"{_where(one)} has the same comparison twice")
        by_pair[frozenset((one.treatment, one.comparator))] = one
    names = list(dict.fromkeys(name for one in contrasts for name in (one.comparator, one.treatment)))
    needed = len(names) * (len(names) - 1) // 2
    if len(by_pair) != needed:
        raise UsageProblem(
            f"{_where(first)} has {len(names)} arms and {len(by_pair)} of their {needed} differences; all are needed to tell what they share"
        )

    def told(treatment: str, comparator: str) -> float:
        one = by_pair[frozenset((treatment, comparator))]
        return one.estimate if one.treatment == treatment else -one.estimate

    def squared(a: str, b: str) -> float:
        return 0.0 if a == b else by_pair[frozenset((a, b))].se ** 2

    base, *others = names
    for a in others:
        for b in others:
            gap = abs(told(a, base) - told(b, base) - told(a, b)) if a != b else 0.0
            if a != b and gap > _SLACK * sqrt(squared(a, b)) + 1e-9 * abs(told(a, b)):
                raise UsageProblem(
                    f"{_where(first)}: its differences do not add up: {clean(a, 30)} against {clean(b, 30)} is {told(a, b):g}, "
                    f"but {told(a, base) - told(b, base):g} by way of {clean(base, 30)}"
                )
    covariance = tuple(tuple((squared(a, base) + squared(b, base) - squared(a, b)) / 2 for b in others) for a in others)
    if not _positive_definite(covariance):
        raise UsageProblem(f"{_where(first)}: its standard errors do not add up: no variances of {len(names)} arms could give them")
    sizes = (first.n, *(None,) * (len(names) - 1))
    return Study(first.study, tuple(names), tuple(told(a, base) for a in others), covariance, sizes, (None,) * len(names))


def _positive_definite(matrix: Sequence[Sequence[float]]) -> bool:
    """Whether Cholesky's root exists; by hand, so that this file needs no numpy."""
    size = len(matrix)
    root = [[0.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1):
            rest = matrix[row][column] - sum(root[row][k] * root[column][k] for k in range(column))
            if row == column:
                if rest <= 1e-12 * matrix[row][row]:
                    return False
                root[row][row] = sqrt(rest)
            else:
                root[row][column] = rest / root[column][column]
    return True
