"""What every trial of a condition offers for a measure: a study that could be pooled, or the reason why none.

Only randomised trials, as far as their recorded design tells, and only results of whole groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from math import sqrt
from typing import Literal

from hairtx.engines.effects import standard_error
from hairtx.engines.evidence.figures import Figures, figures_of
from hairtx.engines.evidence.nodes import NodeName, node_of
from hairtx.engines.evidence.populations import People, people_of
from hairtx.engines.evidence.studies import Measured, Study, study_from_arms, study_from_contrasts
from hairtx.errors import UsageProblem
from hairtx.model.naming import clean
from hairtx.model.trials import Arm, Outcome, Trial
from hairtx.model.value import Value, replace
from hairtx.model.vocabulary import Comparator, Condition, Measure, Population

Why = Literal["measure", "subgroup", "figures", "design", "population", "week", "report", "part"]
_NOT_ONE_TRIAL = re.compile(r"meta-analysis|systematic review|pooled (?:analysis|trials)", re.IGNORECASE)
_NOT_RANDOMISED = re.compile(
    r"not randomi[sz]ed|non-?randomi[sz]ed|retrospective|single[- ](?:arm|group)|uncontrolled|no control group|without (?:a )?control|case series"
    r"|\bcohort\b|observational|case[- ]control|healthy (?:women|volunteers|people) as comparison",
    re.IGNORECASE,
)
WITHIN_PEOPLE = re.compile(r"split|half[- ](?:head|scalp|side)|crossover|cross-over|within[- ](?:each )?person", re.IGNORECASE)
"""Designs in which the same people are in all arms."""
_RANDOMISED = re.compile(r"(?<!not )(?<!non-)randomi[sz]ed", re.IGNORECASE)


class Wanted(Value, frozen=True):
    """What to pool. None is a choice left to the rule; `population` "all" takes everybody together."""

    condition: str
    measure: str | None = None
    week: float | None = None
    window: float | None = None
    population: str | None = None
    effect: Measured | None = None
    merge_doses: bool = False
    separate_controls: bool = False
    borrow_spread: bool = False


class Book(Value, frozen=True):
    """The records that selection reads: trials by id, and the vocabulary's parts."""

    trials: Mapping[str, Trial]
    conditions: Mapping[str, Condition]
    measures: Mapping[str, Measure]
    populations: Mapping[str, Population]
    comparators: Mapping[str, Comparator]
    names: Mapping[str, str]


class Left(Value, frozen=True):
    """A trial that is out, with the reason in a clause and its kind."""

    id: str
    trial: Trial
    why: Why
    reason: str


class Result(Value, frozen=True):
    """One outcome of one trial that gives figures."""

    id: str
    trial: Trial
    outcome: Outcome
    figures: Figures
    study: Study
    people: People | None


def effect_for(asked: Measured | None, measure: Measure) -> Measured | None:
    """The effect to work out for a measure; None where the one asked for does not go with it."""
    if asked is None:
        return "or" if measure.kind == "binary" else "md"
    return asked if (asked == "md") == (measure.kind == "continuous") else None


def results_of(trials: Mapping[str, Trial], measure: str, effect: Measured, wanted: Wanted, book: Book) -> tuple[list[Result], dict[str, Left]]:
    """Every result that gives figures, and of each trial that gives none the reason."""
    comparators = {id_: one.name for id_, one in book.comparators.items()}

    def name(arm: Arm) -> NodeName | None:
        return node_of(arm, book.names, comparators, merge_doses=wanted.merge_doses, separate_controls=wanted.separate_controls)

    spread = pooled_spread(trials.values(), measure) if wanted.borrow_spread and effect == "md" else None
    results: list[Result] = []
    left: dict[str, Left] = {}
    for id_, trial in trials.items():
        outcomes = [one for one in trial.outcomes if one.measure == measure]
        design = trial.design or ""
        if not outcomes:
            left[id_] = Left(id_, trial, "measure", "this measure is not recorded" if trial.outcomes else "no result is recorded")
            continue
        if _NOT_ONE_TRIAL.search(design):
            left[id_] = Left(id_, trial, "design", "a pooled analysis, not one trial")
            continue
        if _NOT_RANDOMISED.search(design):
            left[id_] = Left(id_, trial, "design", "not randomised against a control, by its recorded design")
            continue
        whole = [one for one in outcomes if one.subgroup is None]
        if not whole:
            left[id_] = Left(id_, trial, "subgroup", f"reported for a subgroup only ({clean(outcomes[0].subgroup or '', 60)})")
            continue
        reasons: list[str] = []
        before = len(results)
        for outcome in whole:
            made = _study(id_, trial, outcome, effect, name, spread)
            if isinstance(made, str):
                reasons.append(made)
            else:
                results.append(Result(id_, trial, outcome, *made, people_of(trial.population, book.populations)))
        if len(results) == before:
            left[id_] = Left(id_, trial, "figures", reasons[0])
    return results, left


def _study(
    id_: str, trial: Trial, outcome: Outcome, effect: Measured, name: Callable[[Arm], NodeName | None], spread: float | None
) -> tuple[Figures, Study] | str:
    """The figures of an outcome with the study they make, or the reason why not."""
    figures = figures_of(id_, trial, outcome, effect, name, spread)
    if isinstance(figures, str):
        return figures
    try:
        study = study_from_contrasts([figures.contrast]) if figures.contrast else study_from_arms(figures.arms, effect)
    except UsageProblem as error:
        return f"its figures cannot be used ({error})"
    if WITHIN_PEOPLE.search(trial.design or ""):
        study = replace(study, persons=max((size or 0 for size in study.sizes), default=0))
    return figures, study


def pooled_spread(trials: Iterable[Trial], measure: str) -> float | None:
    """The standard deviation of a measure over all arms that tell theirs, weighted by their degrees of freedom."""
    squares = freedom = 0.0
    for trial in trials:
        sizes = {arm.id: arm.n for arm in trial.arms}
        for outcome in trial.outcomes:
            if outcome.measure == measure and outcome.subgroup is None:
                for result in outcome.arms:
                    n, se = result.n or sizes.get(result.arm), standard_error(result)
                    if n and n > 1 and (result.sd or se):
                        squares += (n - 1) * (result.sd if result.sd else (se or 0.0) * sqrt(n)) ** 2
                        freedom += n - 1
    return sqrt(squares / freedom) if freedom and squares else None


def design_is_known(trial: Trial) -> bool:
    """Whether the record says that the trial was randomised."""
    return bool(_RANDOMISED.search(trial.design or ""))
