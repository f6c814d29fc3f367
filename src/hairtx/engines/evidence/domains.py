"""The six domains of a comparison's certainty, after CINeMA: how much each worries, and why.

Imprecision, heterogeneity and incoherence are computed. Within-study bias, indirectness and reporting bias come from
the record where it tells, weighed by each study's share of the comparison; without a record they are unknown. The
cut-offs are this program's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp
from typing import Literal

from hairtx.engines.evidence.analysis import Analysis, Effect
from hairtx.engines.evidence.studies import RATIOS
from hairtx.model.value import Value

Concern = Literal["none", "some", "major", "unknown"]
DomainName = Literal["within-study bias", "reporting bias", "indirectness", "imprecision", "heterogeneity", "incoherence"]
_FEW_PEOPLE = 100
_LEAST_FREEDOM = 4
"""Below it a prediction interval is wide for want of trials, not because they disagree; I2 is judged instead."""
_CLEAR = "the interval lies on one side of no difference"


class Domain(Value, frozen=True):
    """One of the six, with how much it worries and why."""

    name: DomainName
    concern: Concern
    reason: str


class Grounds(Value, frozen=True):
    """What a study's record tells: `bias` and `indirect` from 0 (no concern) to 2, None where it does not tell, with reasons."""

    bias: int | None
    bias_reason: str
    indirect: int
    indirect_reasons: tuple[str, ...]


class Record(Value, frozen=True):
    """What the knowledge base tells of a network's studies, and of finished trials of its treatments without a recorded result."""

    grounds: Mapping[str, Grounds]
    silent: Mapping[str, tuple[str, ...]]


def within_study_bias(one: Effect, record: Record | None) -> Domain:
    """From how the studies were run, each with its share of the comparison."""
    if record is None:
        return Domain("within-study bias", "unknown", "the figures do not tell how the studies were run")
    held = [(record.grounds[name], share) for name, share in one.shares]
    dark = sum(share for ground, share in held if ground.bias is None)
    if dark > 0.5:
        return Domain("within-study bias", "unknown", f"no design is recorded for trials with {dark:.0%} of the weight")
    weight = sum((ground.bias or 0) * share for ground, share in held if ground.bias is not None) / max(1 - dark, 1e-9)
    reasons = _reasons([((ground.bias_reason,), share) for ground, share in held], lambda _: True)
    return Domain("within-study bias", _level(weight), reasons)


def reporting_bias(one: Effect, record: Record | None) -> Domain:
    """From finished trials of the two treatments that have no result here."""
    if record is None:
        return Domain("reporting bias", "unknown", "nobody can tell from the figures which studies are missing")
    silent = sorted({name for node in (one.treatment, one.comparator) for name in record.silent.get(node, ())})
    if silent:
        shown = ", ".join(silent[:3]) + (f" and {len(silent) - 3} more" if len(silent) > 3 else "")
        return Domain("reporting bias", "some", f"finished trials without a result recorded here: {shown}")
    return Domain("reporting bias", "unknown", "no search for unpublished trials is recorded")


def indirectness(one: Effect, record: Record | None) -> Domain:
    """From how far the studies' people and weeks are from those asked about."""
    if record is None:
        return Domain("indirectness", "unknown", "the figures do not tell who took part")
    held = [(record.grounds[name], share) for name, share in one.shares]
    weight = sum(ground.indirect * share for ground, share in held)
    reasons = _reasons([(ground.indirect_reasons, share) for ground, share in held], bool)
    return Domain("indirectness", _level(weight), reasons or "the same kind of people, at about the same week")


def _level(weight: float) -> Concern:
    return "none" if weight < 0.5 else "some" if weight < 1.5 else "major"


def _reasons(held: list[tuple[tuple[str, ...], float]], keep: Callable[[str], bool]) -> str:
    """Each reason with its share of the weight, the heaviest first."""
    weights: dict[str, float] = {}
    for reasons, share in held:
        for reason in reasons:
            if keep(reason):
                weights[reason] = weights.get(reason, 0.0) + share
    ranked = sorted(weights.items(), key=lambda one: (-round(one[1], 6), one[0]))
    return "; ".join(f"{reason} ({share:.0%} of the weight)" for reason, share in ranked if share >= 0.005)


def imprecision(one: Effect, analysis: Analysis, worth: float | None, people: Mapping[str, int]) -> Domain:
    """From whether the interval holds no difference, an important benefit and an important harm; `worth` is on the analysis scale."""
    behind = sum(people[name] for name, _ in one.shares)
    known = all(people[name] for name, _ in one.shares)
    concern: Concern
    if worth is None:
        clear = one.low > 0 or one.high < 0
        concern, reason = ("none", _CLEAR) if clear else ("some", "the interval includes no difference")
    else:
        zone = _shown(worth, analysis)
        zones = _zones(one.low, one.high, worth)
        if one.low > 0 or one.high < 0:
            concern, reason = "none", _CLEAR
        elif zones == 3:
            concern, reason = "major", f"the interval reaches from an important harm to an important benefit ({zone} or more)"
        elif zones == 2:
            concern, reason = "some", f"the interval includes no difference and an important one ({zone} or more)"
        else:
            concern, reason = "none", f"the whole interval lies below what matters ({zone})"
    if concern == "none" and not known:
        concern, reason = "some", "how many people stand behind it is not recorded"
    elif concern == "none" and behind < _FEW_PEOPLE:
        concern, reason = "some", f"only {behind} people stand behind it"
    return Domain("imprecision", concern, reason)


def _zones(low: float, high: float, worth: float) -> int:
    """How many of the zones important harm, little difference and important benefit an interval touches."""
    return (low < -worth) + (high > worth) + (low <= worth and high >= -worth)


def _shown(worth: float, analysis: Analysis) -> str:
    effect = analysis.settings.effect
    if effect in RATIOS:
        return f"{exp(worth):.3g} times"
    return f"{100 * worth:.3g} in 100" if effect == "rd" else f"{worth:.3g}"


def heterogeneity(one: Effect, analysis: Analysis, worth: float | None) -> Domain:
    """From whether a new trial might find something else than the interval says."""
    spread = analysis.heterogeneity
    if spread.tau2 is None or spread.i2 is None:
        return Domain("heterogeneity", "unknown", "no comparison was tested by two trials")
    if one.prediction_low is None or one.prediction_high is None or worth is None or spread.total.df < _LEAST_FREEDOM:
        told = f"I2 is {spread.i2:.0f}%, on {spread.total.df} degree{'s' if spread.total.df > 1 else ''} of freedom"
        if spread.i2 >= 75:
            return Domain("heterogeneity", "major", told)
        return Domain("heterogeneity", "some" if spread.i2 >= 50 else "none" if spread.total.df > 1 else "unknown", told)
    sign_lost = (one.low > 0 or one.high < 0) and one.prediction_low < 0 < one.prediction_high
    more = _zones(one.prediction_low, one.prediction_high, worth) - _zones(one.low, one.high, worth)
    if more >= 2 or (sign_lost and more >= 1 and _zones(one.prediction_low, one.prediction_high, worth) == 3):
        return Domain("heterogeneity", "major", "a new trial might find an important difference the other way (prediction interval)")
    if more >= 1 or sign_lost:
        return Domain("heterogeneity", "some", "a new trial might well find something else (prediction interval)")
    return Domain("heterogeneity", "none", "the prediction interval says the same as the confidence interval")


def incoherence(one: Effect, analysis: Analysis) -> Domain:
    """From whether direct and indirect evidence agree."""
    between = analysis.heterogeneity.between
    if one.incoherence_p is not None:
        p = one.incoherence_p
        concern: Concern = "major" if p < 0.01 else "some" if p < 0.1 else "none"
        return Domain("incoherence", concern, f"direct and indirect evidence {'disagree' if concern != 'none' else 'agree'} (p = {_p(p)})")
    if one.direct is not None:
        return Domain("incoherence", "none", "all its evidence is direct")
    if between.p is None:
        return Domain("incoherence", "some", "it is indirect, and nothing in the network can check it")
    if between.p < 0.1:
        return Domain(
            "incoherence", "major" if between.p < 0.01 else "some", f"it is indirect, and the network's designs disagree (p = {_p(between.p)})"
        )
    return Domain("incoherence", "some", f"it is indirect; the network's designs agree elsewhere (p = {_p(between.p)})")


def _p(value: float) -> str:
    return "below 0.001" if value < 0.001 else f"{value:.2g}"
