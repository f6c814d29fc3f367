"""What a ratio means in people: how many of 100 with the treatment and with the comparator.

The comparator's risk is the one its own arms had: in the trials that compare the two, else in all its trials. A large
ratio put upon the risk of other trials' people would promise what no trial saw.
"""

from __future__ import annotations

from hairtx.engines.evidence.analysis import Analysis, Effect
from hairtx.engines.evidence.distributions import safe_exp
from hairtx.engines.evidence.studies import Measured
from hairtx.model.value import Value


class PerHundred(Value, frozen=True):
    """People of 100 with the outcome; `difference` is treated minus control, with the limits of the effect's interval."""

    treated: float
    control: float
    difference: float
    low: float
    high: float


def per_hundred(analysis: Analysis) -> dict[tuple[str, str], PerHundred]:
    """For every effect of a ratio or risk difference; empty where the control groups' risk is not known, or is 0 or 1 with a ratio.

    A comparator without a risk of its own starts from the one it would have by the network. A risk ratio that would
    lead beyond 100 of 100 is left out: it cannot hold at that risk.
    """
    effect, risk = analysis.settings.effect, analysis.control_risk
    if effect == "md" or risk is None or (effect != "rd" and not 0 < risk < 1):
        return {}
    network = {one.treatment: _applied(one.estimate, risk, effect) for one in analysis.against_reference} | {analysis.reference: risk}
    found: dict[tuple[str, str], PerHundred] = {}
    for one in analysis.effects:
        at = _own_risk(analysis, one.comparator, one.trials or None)
        at = network[one.comparator] if at is None else at
        if effect != "rr" or at * safe_exp(one.estimate) <= 1:
            found[one.treatment, one.comparator] = _people(one, at, effect)
    return found


def _own_risk(analysis: Analysis, comparator: str, trials: tuple[str, ...] | None) -> float | None:
    """The comparator's risk over all its arms in those trials, or in every trial; None without any, or where it is 0 or 1."""
    arms = [
        (risk, size)
        for study in analysis.studies
        if trials is None or study.name in trials
        for name, risk, size in zip(study.treatments, study.risks, study.sizes, strict=True)
        if name == comparator and risk is not None and size
    ]
    people = sum(size for _, size in arms)
    risk = sum(risk * size for risk, size in arms) / people if people else None
    return risk if risk is not None and 0 < risk < 1 else None


def _applied(estimate: float, risk: float, effect: Measured) -> float:
    """The risk after the effect, kept between 0 and 1."""
    if effect == "rd":
        return min(max(risk + estimate, 0.0), 1.0)
    if effect == "rr":
        return min(risk * safe_exp(estimate), 1.0)
    if risk >= 1:
        return 1.0
    odds = risk / (1 - risk) * safe_exp(estimate)
    return odds / (1 + odds) if odds != float("inf") else 1.0


def _people(one: Effect, control: float, effect: Measured) -> PerHundred:
    treated, low, high = (100 * _applied(value, control, effect) for value in (one.estimate, one.low, one.high))
    return PerHundred(treated, 100 * control, treated - 100 * control, low - 100 * control, high - 100 * control)
