"""How effects, scores and shares of a network are put for people."""

from __future__ import annotations

from math import exp

from hairtx.engines.evidence.absolute import PerHundred
from hairtx.engines.evidence.analysis import Effect
from hairtx.engines.evidence.answer import Answer
from hairtx.engines.evidence.studies import RATIOS, Measured
from hairtx.views.wording import number, plural, signed

EFFECT_NAMES: dict[Measured, str] = {"md": "mean difference", "or": "odds ratio", "rr": "risk ratio", "rd": "risk difference"}
_HUGE = 13.0


def value(on_scale: float, effect: Measured) -> str:
    """A value of the analysis scale: a ratio with three digits, people per 100, or a signed difference."""
    if effect in RATIOS:
        if abs(on_scale) > _HUGE:
            return f"{'>' if on_scale > 0 else '<'}{'100000' if on_scale > 0 else '0.00001'}"
        ratio = exp(on_scale)
        return number(ratio, 2 if ratio < 10 else 1 if ratio < 100 else 0) if ratio >= 0.01 else f"{ratio:.1g}"
    if effect == "rd":
        return signed(100 * on_scale)
    size = abs(on_scale)
    return signed(on_scale, 1 if size >= 10 else 2 if size >= 0.1 else 3 if size >= 0.01 else 4)


def interval(low: float, high: float, effect: Measured) -> str:
    """Two limits in words."""
    return f"{value(low, effect)} to {value(high, effect)}"


def estimate(one: Effect, effect: Measured) -> str:
    """An estimate with its 95% interval."""
    return f"{value(one.estimate, effect)} ({interval(one.low, one.high, effect)})"


def in_people(people: PerHundred | None, *, long: bool = False) -> str:
    """People per 100 with the interval: “+32 in 100 (+25 to +40)”; `long` puts both risks before it. Nothing for None."""
    if people is None:
        return ""
    difference = f"{signed(people.difference, 0)} in 100 ({signed(people.low, 0)} to {signed(people.high, 0)})"
    return f"{number(people.treated, 0)} of 100 against {number(people.control, 0)}: {difference}" if long else difference


def behind(one: Effect, answer: Answer) -> str:
    """The trials and people behind an effect, direct or by way of others."""
    if one.trials:
        return f"{plural(len(one.trials), 'trial')}, {plural(one.people, 'person', 'people')}" if one.people else plural(len(one.trials), "trial")
    people = answer.behind(one)
    by_way = f"indirect, {plural(len(one.shares), 'trial')}"
    return f"{by_way}, {plural(people, 'person', 'people')}" if people else by_way


def p_value(p: float | None) -> str:
    """A p value as papers print it."""
    if p is None:
        return "p not computable"
    return "p < 0.001" if p < 0.001 else f"p = {number(p, 3 if p < 0.1 else 2)}"
