"""Two treatments held against each other by all the trials that connect them, doses merged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hairtx.engines.evidence.analysis import Effect
from hairtx.engines.evidence.answer import Answer, Asked, answer_from_trials
from hairtx.engines.evidence.candidates import Book, Wanted
from hairtx.errors import HairtxError
from hairtx.model.value import Value


class Pair(Value, frozen=True):
    """One treatment against another: the effect and the network it comes from, or neither where no trials connect the two."""

    one: str
    other: str
    effect: Effect | None = None
    answer: Answer | None = None


def between(ids: Sequence[str], condition: str, book: Book) -> list[Pair]:
    """Every pair of the treatments, by the measure of benefit that most people were measured with and that connects the two."""
    found: dict[tuple[str, str], Pair] = {pair: Pair(*pair) for pair in combinations(ids, 2)}
    for measure in _measures(ids, condition, book):
        left = [pair for pair, held in found.items() if held.effect is None]
        if not left:
            break
        try:
            answer = answer_from_trials(Wanted(condition, measure, merge_doses=True), book, Asked())
        except HairtxError:
            continue
        by_ids = {frozenset((one.treatment, one.comparator)): one for one in answer.analysis.effects}
        for pair in left:
            effect = by_ids.get(frozenset(pair))
            if effect:
                found[pair] = Pair(*pair, effect, answer)
    return list(found.values())


def _measures(ids: Sequence[str], condition: str, book: Book) -> list[str]:
    """Measures of benefit that trials of at least two of the treatments report, those of most people first."""
    people: dict[str, int] = {}
    studied: dict[str, set[str]] = {}
    for trial in book.trials.values():
        for outcome in trial.outcomes:
            held = book.measures.get(outcome.measure)
            if trial.condition == condition and held and not held.harm and outcome.arms:
                people[outcome.measure] = people.get(outcome.measure, 0) + (trial.n or 0)
                studied.setdefault(outcome.measure, set()).update(set(trial.treatments) & set(ids))
    return sorted((one for one in people if len(studied[one]) > 1), key=lambda one: (-people[one], one))
