"""Absolute effects of a trial's arms against its control, with 95% intervals.

Risk differences in people per 100 by Newcombe's hybrid score interval
(Newcombe 1998, Statistics in Medicine 17:873-890, method 10); mean differences
with a normal interval. What a source reports itself is taken before what can
be worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Literal

from hairtx.model.trials import Arm, ArmResult, Contrast, Outcome, Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Measure

Z = 1.959963984540054
"""The 97.5% point of the normal distribution."""


class Interval(Value, frozen=True):
    """An estimate with its 95% limits; a limit is None where nothing allows one."""

    estimate: float
    low: float | None
    high: float | None


class ArmEffect(Value, frozen=True):
    """One arm against one control in one trial at one time.

    `estimate` is in people per 100 for a risk difference, in the measure's unit for a mean difference;
    `treated` and `control` are what each arm came to (percent, or mean change).
    """

    treatment: str
    trial: str
    acronym: str | None
    measure: str
    week: float
    effect: Literal["risk-difference", "mean-difference"]
    arm: str
    comparator: str
    treated: float
    control: float
    interval: Interval
    n: int | None
    reported: bool
    primary: bool
    harm: bool
    subgroup: str | None
    sources: tuple[str, ...]


def risk_difference(events: float, n: int, control_events: float, control_n: int) -> Interval:
    """Difference of two proportions, in people per 100."""
    p, q = events / n, control_events / control_n
    low_p, high_p = _wilson(p, n)
    low_q, high_q = _wilson(q, control_n)
    low = p - q - sqrt((p - low_p) ** 2 + (high_q - q) ** 2)
    high = p - q + sqrt((high_p - p) ** 2 + (q - low_q) ** 2)
    return Interval(100 * (p - q), 100 * low, 100 * high)


def _wilson(p: float, n: int) -> tuple[float, float]:
    centre = p + Z * Z / (2 * n)
    half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    whole = 1 + Z * Z / n
    return (centre - half) / whole, (centre + half) / whole


def standard_error(result: ArmResult) -> float | None:
    """The standard error of an arm's mean: as given, from the standard deviation, or from a 95% interval."""
    if result.se is not None:
        return result.se
    if result.sd is not None and result.n:
        return result.sd / sqrt(result.n)
    if result.ci_low is not None and result.ci_high is not None:
        return (result.ci_high - result.ci_low) / (2 * Z)
    return None


def share(result: ArmResult) -> float | None:
    """The arm's people with the outcome, in percent: from events, else as given."""
    if result.events is not None and result.n:
        return 100 * result.events / result.n
    return result.percent


def effects_of(
    treatment: str, trials: Mapping[str, Trial], measures: Mapping[str, Measure], controls: Iterable[str], condition: str | None = None
) -> list[ArmEffect]:
    """Every arm of `treatment` against every control arm: benefits before harms, whole groups before subgroups, primary endpoints first."""
    known = set(controls)
    found: list[ArmEffect] = []
    for id_, trial in trials.items():
        if condition is None or trial.condition == condition:
            for outcome in trial.outcomes:
                if outcome.measure in measures:
                    found += _of_outcome(treatment, id_, trial, outcome, measures[outcome.measure], known)
    return sorted(found, key=lambda e: (e.harm, e.subgroup is not None, not e.primary, -(e.n or 0), e.trial, e.week, e.arm))


def _of_outcome(treatment: str, id_: str, trial: Trial, outcome: Outcome, measure: Measure, controls: set[str]) -> Iterable[ArmEffect]:
    arms = {arm.id: arm for arm in trial.arms}
    sized = [(arms[result.arm], _with_n(result, arms[result.arm])) for result in outcome.arms if result.arm in arms]
    against = [(arm, result) for arm, result in sized if arm.treatment in controls and not arm.added_to]
    for arm, result in sized:
        if arm.treatment != treatment:
            continue
        for control, held in against:
            contrast = next((c for c in outcome.contrasts if (c.arm, c.against) == (arm.id, control.id)), None)
            values = _values(result, held, measure, contrast)
            if values is None:
                continue
            treated, untreated, interval, reported = values
            n = result.n + held.n if result.n and held.n else None
            effect: Literal["risk-difference", "mean-difference"] = "risk-difference" if measure.kind == "binary" else "mean-difference"
            yield ArmEffect(
                treatment, id_, trial.acronym, outcome.measure, outcome.week, effect, arm.label, control.label,
                treated, untreated, interval, n, reported, outcome.primary, measure.harm, outcome.subgroup, tuple(outcome.sources),
            )  # fmt: skip


def _with_n(result: ArmResult, arm: Arm) -> ArmResult:
    if result.n is not None or arm.n is None:
        return result
    return ArmResult(result.arm, arm.n, result.events, result.percent, result.mean, result.sd, result.se, result.ci_low, result.ci_high)


def _values(result: ArmResult, held: ArmResult, measure: Measure, contrast: Contrast | None) -> tuple[float, float, Interval, bool] | None:
    wanted = "risk-difference" if measure.kind == "binary" else "mean-difference"
    told = contrast if contrast and contrast.effect == wanted and contrast.estimate is not None else None
    if measure.kind == "binary":
        treated, control = share(result), share(held)
    else:
        treated, control = result.mean, held.mean
    if treated is None or control is None:
        return None
    if told and told.estimate is not None:
        return treated, control, Interval(told.estimate, told.ci_low, told.ci_high), True
    if measure.kind == "binary":
        if not result.n or not held.n:
            return treated, control, Interval(treated - control, None, None), False
        return treated, control, risk_difference(treated * result.n / 100, result.n, control * held.n / 100, held.n), False
    one, other = standard_error(result), standard_error(held)
    half = Z * sqrt(one**2 + other**2) if one is not None and other is not None else None
    difference = treated - control
    return (
        treated,
        control,
        Interval(difference, difference - half if half is not None else None, difference + half if half is not None else None),
        False,
    )
