"""Chooses the trials of a network by rule, and says of every other trial why it is out.

Trials of the condition with the same measure, their result nearest to the week asked for within the window, whole
groups and not subgroups, the same kind of people, one report of each trial. Where no measure or week is asked for,
the one that most trials (then most people) report is taken, harms aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hairtx.engines.evidence.candidates import Book, Left, Result, Wanted, Why, effect_for, results_of
from hairtx.engines.evidence.figures import Figures
from hairtx.engines.evidence.nodes import CONTROL, MERGED_CONTROLS, NodeName
from hairtx.engines.evidence.populations import People, people_of
from hairtx.engines.evidence.studies import Measured, Study
from hairtx.engines.status import within
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.naming import key
from hairtx.model.trials import Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Measure

_REASON_ORDER: tuple[Why, ...] = ("part", "report", "week", "population", "figures", "design", "subgroup", "measure")


class Included(Value, frozen=True):
    """A trial of the network, with the result that was used."""

    id: str
    trial: Trial
    week: float
    primary: bool
    figures: Figures
    study: Study
    people: People | None
    sources: tuple[str, ...]


class Selected(Value, frozen=True):
    """A network's trials, and those left out. `chosen` names what the rule chose because nobody asked."""

    condition: str
    measure: str
    effect: Measured
    week: float
    window: float
    population: People | None
    everybody: bool
    chosen: tuple[str, ...]
    included: tuple[Included, ...]
    left: tuple[Left, ...]
    nodes: dict[str, NodeName]

    @property
    def studies(self) -> list[Study]:
        """The network's studies."""
        return [one.study for one in self.included]

    @property
    def controls(self) -> tuple[str, ...]:
        """The kinds of control that stand as one node; empty where there is one kind only."""
        held = {node.control for one in self.included for node in one.figures.nodes if node.id == CONTROL}
        kinds = tuple(name for name in MERGED_CONTROLS if name in held)
        return kinds if len(kinds) > 1 else ()


def select(wanted: Wanted, book: Book) -> Selected:
    """The trials of the network that `wanted` asks for.

    Raises NothingFound where no trial can be pooled, UsageProblem for an effect that the measure does not allow.
    """
    trials = {id_: one for id_, one in book.trials.items() if within(one.condition, wanted.condition, book.conditions)}
    if not trials:
        raise NothingFound(f"no trial of {wanted.condition} is recorded")
    if wanted.measure and book.measures[wanted.measure].own_scale:
        raise NothingFound(f"{wanted.measure} cannot be pooled: every trial has its own scale; hairtx trials shows each")
    measures = [wanted.measure] if wanted.measure else _reported(trials.values(), book.measures)
    found: dict[str, tuple[list[Result], dict[str, Left]]] = {}
    for measure in measures:
        effect = effect_for(wanted.effect, book.measures[measure])
        if effect:
            found[measure] = results_of(trials, measure, effect, wanted, book)
        elif wanted.measure:
            raise UsageProblem(f"--effect {wanted.effect} does not go with {measure}, which is {book.measures[measure].kind}")
    options = [(score, measure, week, people) for measure, (results, _) in found.items() for score, week, people in _choices(results, wanted, book)]
    if not options:
        raise NothingFound(_nothing(wanted, trials, found, book))
    _, measure, week, people = max(options, key=lambda one: one[0])
    chosen = tuple(part for part in ("measure", "week", "population") if getattr(wanted, part) is None)
    results, left = found[measure]
    window = wanted.window if wanted.window is not None else default_window(week)
    kept = _kept(results, left, week, window, people, everybody=wanted.population == "all")
    if not kept:
        raise NothingFound(_nothing(wanted, trials, found, book))
    kept = _one_report(kept, left)
    included = tuple(
        Included(
            one.id, one.trial, one.outcome.week, one.outcome.primary, one.figures, one.study, one.people,
            tuple(dict.fromkeys((*one.outcome.sources, *one.trial.sources))),
        )
        for one in sorted(kept, key=lambda one: one.id)
    )  # fmt: skip
    nodes = {node.id: node for one in included for node in one.figures.nodes}
    out = sorted(left.values(), key=lambda one: (_REASON_ORDER.index(one.why), one.id))
    effect = effect_for(wanted.effect, book.measures[measure])
    assert effect is not None
    return Selected(wanted.condition, measure, effect, week, window, people, wanted.population == "all", chosen, included, tuple(out), nodes)


def default_window(week: float) -> float:
    """How far from the week a result may lie where nobody says: a third of it, and two weeks at least."""
    return max(2.0, round(week / 3, 1))


def _reported(trials: Iterable[Trial], measures: Mapping[str, Measure]) -> list[str]:
    """The measures that the trials report, harms left aside while there is anything else."""
    seen = sorted(
        {outcome.measure for trial in trials for outcome in trial.outcomes if outcome.measure in measures and not measures[outcome.measure].own_scale}
    )
    return [one for one in seen if not (measures[one].kind == "binary" and measures[one].better == "lower")] or seen


_Score = tuple[int, int, int, float]


def _choices(results: Sequence[Result], wanted: Wanted, book: Book) -> Iterable[tuple[_Score, float, People | None]]:
    """Each week and kind of people that may be pooled, with how well trials cover it: trials, people, exact weeks, earliness.

    Only trials that hang together count: five that share no treatment cover no more than one of them.
    """
    kinds: list[People | None]
    if wanted.population == "all":
        kinds = [None]
    elif wanted.population:
        kinds = [people_of(wanted.population, book.populations)]
    else:
        kinds = sorted({one.people for one in results}, key=lambda one: (one is None, one))
    weeks = [wanted.week] if wanted.week is not None else sorted({one.outcome.week for one in results})
    for people in kinds:
        for week in weeks:
            window = wanted.window if wanted.window is not None else default_window(week)
            fitting = [one for one in results if abs(one.outcome.week - week) <= window and (wanted.population == "all" or one.people == people)]
            for part in _connected(fitting):
                size = {one.id: one.study.people for one in part}
                exact = {one.id for one in part if one.outcome.week == week}
                yield (len(size), sum(size.values()), len(exact), -week), week, people


def _connected(results: Sequence[Result]) -> Iterable[list[Result]]:
    """The results in groups that treatments in common join, directly or by way of others."""
    parts: list[tuple[set[str], list[Result]]] = []
    for one in results:
        joined: tuple[set[str], list[Result]] = (set(one.study.treatments), [one])
        apart = []
        for part in parts:
            if part[0] & joined[0]:
                joined = (joined[0] | part[0], [*part[1], *joined[1]])
            else:
                apart.append(part)
        parts = [*apart, joined]
    return [held for _, held in parts]


def _kept(results: Sequence[Result], left: dict[str, Left], week: float, window: float, people: People | None, *, everybody: bool) -> list[Result]:
    """Of each trial the result nearest to the week, primary endpoints and fuller results first; the others' reasons go into `left`."""
    by_trial: dict[str, list[Result]] = {}
    for one in results:
        by_trial.setdefault(one.id, []).append(one)
    kept: list[Result] = []
    for id_, held in by_trial.items():
        trial = held[0].trial
        if not everybody and held[0].people != people:
            whom = held[0].people.name if held[0].people else "people who are not described"
            left[id_] = Left(id_, trial, "population", f"about {whom}; --population takes them in")
            continue
        nearest = min(
            held,
            key=lambda one: (abs(one.outcome.week - week), not one.outcome.primary, -len(one.study.treatments), -one.study.people, one.outcome.week),
        )
        if abs(nearest.outcome.week - week) > window:
            left[id_] = Left(id_, trial, "week", f"reported at week {nearest.outcome.week:g}, outside week {week:g} ± {window:g}")
        else:
            kept.append(nearest)
    return kept


def _one_report(kept: Sequence[Result], left: dict[str, Left]) -> list[Result]:
    """One record of each trial: of those that share a registry id, the one with most people."""
    taken: dict[str, str] = {}
    chosen: list[Result] = []
    for one in sorted(kept, key=lambda one: (-one.study.people, one.id)):
        ids = {key(id_) for id_ in (one.id, *one.trial.other_ids)}
        same = next((taken[id_] for id_ in ids if id_ in taken), None)
        if same:
            left[one.id] = Left(one.id, one.trial, "report", f"another report of {same}")
        else:
            taken |= dict.fromkeys(ids, one.id)
            chosen.append(one)
    return chosen


def _nothing(wanted: Wanted, trials: Mapping[str, Trial], found: Mapping[str, tuple[list[Result], dict[str, Left]]], book: Book) -> str:
    """Why no network can be built, in one sentence."""
    if wanted.measure is None or wanted.measure not in found:
        return f"no trial of {wanted.condition} has results that can be pooled ({len(trials)} recorded)"
    results, left = found[wanted.measure]
    reporting = [one for one in left.values() if one.why != "measure"]
    if not reporting and not results:
        return f"no trial of {wanted.condition} reports {wanted.measure}"
    if results:
        weeks = ", ".join(f"{week:g}" for week in sorted({one.outcome.week for one in results}))
        kinds = ", ".join(sorted({one.people.name if one.people else "not described" for one in results}))
        return f"no trial fits; those with usable figures of {wanted.measure} are at week {weeks}, in: {kinds}"
    reason, count = Counter(one.reason for one in reporting).most_common(1)[0]
    if len(reporting) == 1:
        return f"one trial of {wanted.condition} reports {wanted.measure}, and it cannot be pooled: {reason}"
    return f"{len(reporting)} trials of {wanted.condition} report {wanted.measure}, and none can be pooled; most often because {reason} ({count})"
