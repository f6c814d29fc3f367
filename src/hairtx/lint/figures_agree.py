"""The figures of an outcome against each other and against the kind of its measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Path, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.sources import Pooled
from hairtx.model.trials import ArmResult, Contrast
from hairtx.model.words import MeasureKind

_SOURCE = "look the figures up in the source"


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each figure that cannot be, or that its measure does not have."""
    measures = knowledge.vocabulary.measures
    for id_, trial in knowledge.trials.items():
        people = {arm.id: arm.n for arm in trial.arms}
        for at, outcome in enumerate(trial.outcomes):
            path: Path = ("trials", id_, "outcomes", at)
            measure = measures.get(outcome.measure)
            for index, result in enumerate(outcome.arms):
                here: Path = (*path, "arms", index)
                yield from _counts(here, result, people.get(result.arm))
                yield from _spread(here, result)
                yield from _kind(here, result, measure.kind if measure else None)
            for index, contrast in enumerate(outcome.contrasts):
                yield from _contrast((*path, "contrasts", index), contrast)

    for id_, source in knowledge.sources.items():
        for at, synthesis in enumerate(source.syntheses):
            measure = measures.get(synthesis.measure)
            for index, pooled in enumerate(synthesis.comparisons):
                yield from _pooled(("sources", id_, "syntheses", at, "comparisons", index), pooled, measure.kind if measure else None)


def _counts(path: Path, result: ArmResult, in_arm: int | None) -> Iterator[Finding]:
    people = result.n if result.n is not None else in_arm
    if result.events is not None and people is not None and result.events > people:
        yield Finding((*path, "events"), f"{result.events} events among {people} people", _SOURCE)
    elif result.events is not None and result.percent is not None and result.n:
        counted = 100 * result.events / result.n
        if abs(counted - result.percent) > 1:
            yield Finding((*path, "percent"), f"{result.events} of {result.n} are {counted:.1f}%, not {result.percent:g}%", _SOURCE)


def _spread(path: Path, result: ArmResult) -> Iterator[Finding]:
    for key, spread in (("sd", result.sd), ("se", result.se)):
        if spread is not None and spread <= 0:
            yield Finding((*path, key), f"{key} {spread:g} is not above 0", "leave it out where the source has none")
    yield from _interval(path, result.mean if result.mean is not None else result.percent, result.ci_low, result.ci_high)


def _interval(path: Path, middle: float | None, low: float | None, high: float | None) -> Iterator[Finding]:
    if low is not None and high is not None and low > high:
        yield Finding((*path, "ci_low"), f"the interval runs from {low:g} down to {high:g}", "swap the ends, or look at the signs")
    elif middle is not None and ((low is not None and middle < low) or (high is not None and middle > high)):
        interval = f"{'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
        yield Finding((*path, "ci_low"), f"{middle:g} lies outside its interval, {interval}", _SOURCE)


def _kind(path: Path, result: ArmResult, kind: MeasureKind | None) -> Iterator[Finding]:
    if kind == "binary" and result.events is None and result.percent is None:
        yield Finding(path, "the measure counts people, and neither events nor percent is given", "give one, or leave the arm out and write `text`")
    if kind == "binary" and result.percent is not None and not 0 <= result.percent <= 100:
        yield Finding((*path, "percent"), f"{result.percent:g} is no percentage of people", _SOURCE)
    if kind == "continuous" and result.mean is None:
        yield Finding(path, "the measure is a quantity, and no mean is given", "give the mean, or leave the arm out and write `text`")


def _contrast(path: Path, contrast: Contrast | Pooled) -> Iterator[Finding]:
    yield from _interval(path, contrast.estimate, contrast.ci_low, contrast.ci_high)
    if contrast.effect.endswith("-ratio") and contrast.estimate is not None and contrast.estimate < 0:
        yield Finding((*path, "estimate"), f"a ratio of {contrast.estimate:g} is below 0", "give ratios on their natural scale, not as logarithms")


def _pooled(path: Path, pooled: Pooled, kind: MeasureKind | None) -> Iterator[Finding]:
    yield from _contrast(path, pooled)
    if kind and pooled.effect.endswith("mean-difference") != (kind == "continuous"):
        yield Finding((*path, "effect"), f"a {pooled.effect} does not go with a measure that is {kind}", "look up measure and effect in the source")


RULE = Rule(
    name="figures-agree",
    sentence="Events fit n, percentages fit events, estimates lie in their intervals, and each measure has the figures of its kind.",
    check=check,
)
