"""Published meta-analyses set beside what the trials held here give: where the two agree, where they differ, and why.

Each published comparison is held against the same comparison here: same measure (or its opposite, turned round), week, people,
effect and doses; all doses as one where the paper names none, all members of a family as one where it pools the family. Where our
trials report other weeks, ours is taken at the week they cover best, and it is said. Two answers *agree* where each estimate
lies within the other's interval, *partly* where the intervals overlap, and *differ* where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Any, Literal

from hairtx.engines.evidence.answer import Answer, Asked, answer_from_trials
from hairtx.engines.evidence.candidates import Book, Wanted
from hairtx.engines.evidence.nodes import CONTROL, MERGED_CONTROLS, same_dose
from hairtx.engines.evidence.studies import RATIOS, Measured
from hairtx.engines.status import within
from hairtx.errors import HairtxError
from hairtx.model import words
from hairtx.model.sources import Pooled, Synthesis
from hairtx.model.trials import ArmResult, Outcome, Trial
from hairtx.model.value import Value, replace

Agreement = Literal["agree", "partly", "differ", "not held"]
_EFFECTS: dict[words.Effect, Measured] = {"mean-difference": "md", "odds-ratio": "or", "risk-ratio": "rr", "risk-difference": "rd"}


class Ours(Value, frozen=True):
    """Our answer to a published comparison, on the analysis scale and the way round the paper has it."""

    measured: Measured
    estimate: float
    low: float
    high: float
    trials: int
    direct: bool
    week: float
    certainty: words.Certainty


class Beside(Value, frozen=True):
    """A published comparison with ours; `ours` is None where no trials held here connect the two, and `why` says so."""

    pooled: Pooled
    agreement: Agreement
    why: str
    ours: Ours | None = None


class Members(Value, frozen=True):
    """A family that papers pool as one: its name and the ids of its members."""

    name: str
    members: frozenset[str]


class Reviewed(Value, frozen=True):
    """One published meta-analysis of one measure, with its comparisons beside ours."""

    source: str
    synthesis: Synthesis
    comparisons: tuple[Beside, ...]


def set_beside(
    published: Mapping[str, Iterable[Synthesis]], condition: str, measure: str | None, book: Book, families: Mapping[str, Members]
) -> list[Reviewed]:
    """Every published meta-analysis of the condition (and of `measure`, where one is given), those of most trials first."""
    desk = _Desk(book, families)
    found = [
        Reviewed(source, one, tuple(desk.beside(one, pooled) for pooled in one.comparisons))
        for source, several in published.items()
        for one in several
        if _about(one.condition, condition, book) and measure in (None, one.measure)
    ]
    return sorted(found, key=lambda held: (-(held.synthesis.trials or 0), held.source, held.synthesis.measure, held.synthesis.week or 0))


def _about(one: str, other: str, book: Book) -> bool:
    return within(one, other, book.conditions) or within(other, one, book.conditions)


class _Desk:
    """Works out each network once."""

    def __init__(self, book: Book, families: Mapping[str, Members]) -> None:
        self._book, self._families = book, families
        self._books: dict[tuple[str, frozenset[str]], Book] = {}
        self._answers: dict[tuple[Wanted, frozenset[str]], list[Answer] | str] = {}

    def beside(self, synthesis: Synthesis, pooled: Pooled) -> Beside:
        """The comparison with ours."""
        measured = _EFFECTS.get(pooled.effect)
        if measured is None:
            return Beside(pooled, "not held", f"a {pooled.effect.replace('-', ' ')} is not worked out here")
        merge = pooled.dose is None and pooled.against_dose is None
        families = frozenset({pooled.treatment, pooled.against} & set(self._families))
        why = ""
        for week in dict.fromkeys((synthesis.week, None)):
            wanted = Wanted(synthesis.condition, synthesis.measure, week, None, synthesis.population or "all", measured, merge)
            parts = self._parts(wanted, families)
            if isinstance(parts, str):
                why = why or parts
                continue
            for answer in parts:
                one = _node(pooled.treatment, pooled.dose, pooled.added_to, answer)
                other = _node(pooled.against, pooled.against_dose, pooled.against_added_to, answer)
                ours = _ours(one, other, answer) if one and other else None
                if ours:
                    return Beside(pooled, _judge(pooled, ours), _why(synthesis, pooled, ours), ours)
            why = "no trials with usable figures connect the two"
        return Beside(pooled, "not held", why)

    def _parts(self, wanted: Wanted, families: frozenset[str]) -> list[Answer] | str:
        """The answer of each part of the network, or why there is none."""
        asked = (wanted, families)
        if asked not in self._answers:
            book = self._read(wanted.measure or "", families)
            try:
                first = answer_from_trials(wanted, book, Asked(part=1))
                rest = [answer_from_trials(wanted, book, Asked(part=part)) for part in range(2, first.parts + 1)]
                self._answers[asked] = [first, *rest]
            except HairtxError as error:
                self._answers[asked] = str(error)
        return self._answers[asked]

    def _read(self, measure: str, families: frozenset[str]) -> Book:
        """The trials as a paper reads them: members of its families under the family's name, the opposite of its measure turned round."""
        asked = (measure, families)
        if asked not in self._books:
            whole = {member: family for family in families for member in self._families[family].members}
            held = self._book.measures.get(measure)
            trials = {id_: _as_read(trial, whole, measure, held.opposite if held else None) for id_, trial in self._book.trials.items()}
            names = dict(self._book.names) | {family: self._families[family].name for family in families}
            self._books[asked] = replace(self._book, trials=trials, names=names)
        return self._books[asked]


def _as_read(trial: Trial, whole: Mapping[str, str], measure: str, opposite: str | None) -> Trial:
    """The trial with each member of a family called by the family, and its results of the opposite measure as results of `measure`."""
    changes: dict[str, Any] = {}
    if any(arm.treatment in whole for arm in trial.arms):
        changes["arms"] = [replace(arm, treatment=whole.get(arm.treatment or "", arm.treatment)) for arm in trial.arms]
    if opposite and any(one.measure == opposite for one in trial.outcomes):
        people = {arm.id: arm.n for arm in trial.arms}
        changes["outcomes"] = [_turned(one, measure, people) if one.measure == opposite else one for one in trial.outcomes]
    return replace(trial, **changes) if changes else trial


def _turned(outcome: Outcome, measure: str, people: Mapping[str, int | None]) -> Outcome:
    """The people who did not have the outcome, arm by arm; contrasts are left out."""
    arms = [
        ArmResult(
            one.arm,
            n,
            n - one.events if n is not None and one.events is not None else None,
            percent=100 - one.percent if one.percent is not None else None,
        )
        for one in outcome.arms
        for n in (one.n if one.n is not None else people.get(one.arm),)
    ]
    return replace(outcome, measure=measure, arms=arms, contrasts=[])


def _node(treatment: str, dose: str | None, added_to: Sequence[str], answer: Answer) -> str | None:
    """The node of our network that a treatment, its dose and what it was added to name; None where there is none, or not one alone."""
    assert answer.selected is not None
    held = answer.selected.nodes
    if treatment in MERGED_CONTROLS:
        # A control on top of a treatment is that treatment.
        if not added_to:
            return CONTROL if CONTROL in held else None
        treatment, *added_to = added_to
    wanted = tuple(sorted({treatment, *added_to}))
    of_it = {id_: node for id_, node in held.items() if tuple(sorted(node.treatments)) == wanted}
    if dose is not None:
        of_it = {id_: node for id_, node in of_it.items() if node.dose and _plain(node.dose) == _plain(dose)}
    return next(iter(of_it)) if len(of_it) == 1 else None


def _plain(dose: str) -> str:
    return (same_dose(dose) or "").casefold()


def _ours(one: str, other: str, answer: Answer) -> Ours | None:
    """Our effect of `one` against `other`, turned round where the analysis holds it the other way."""
    measured = answer.analysis.settings.effect
    for held in answer.analysis.effects:
        if {held.treatment, held.comparator} == {one, other}:
            low, high = (held.low, held.high) if held.treatment == one else (-held.high, -held.low)
            estimate = held.estimate if held.treatment == one else -held.estimate
            word = answer.certainty[held.treatment, held.comparator].word
            assert answer.selected is not None
            return Ours(measured, estimate, low, high, len(held.trials) or len(held.shares), bool(held.trials), answer.selected.week, word)
    return None


def _judge(pooled: Pooled, ours: Ours) -> Agreement:
    low, estimate, high = (None if one is None else _scaled(one, ours.measured) for one in (pooled.ci_low, pooled.estimate, pooled.ci_high))
    assert estimate is not None
    here = ours.low <= estimate <= ours.high
    if low is None or high is None:
        return "agree" if here else "partly" if (estimate > 0) == (ours.estimate > 0) else "differ"
    if here and low <= ours.estimate <= high:
        return "agree"
    return "partly" if low <= ours.high and ours.low <= high else "differ"


def _scaled(value: float, measured: Measured) -> float:
    """A printed figure on the analysis scale."""
    if measured in RATIOS:
        return log(value) if value > 0 else float("-inf")
    return value / 100 if measured == "rd" else value


def _why(synthesis: Synthesis, pooled: Pooled, ours: Ours) -> str:
    """What the two rest on, and what may set them apart."""
    theirs = pooled.trials or synthesis.trials
    behind = f"{ours.trials} {'trial' if ours.trials == 1 else 'trials'} here{'' if ours.direct else ', by way of others'}"
    reasons = [f"{behind}, {theirs} there{'' if pooled.trials else ' in all'}" if theirs else behind]
    if pooled.ci_low is None or pooled.ci_high is None:
        reasons.append("no interval of theirs was seen")
    if synthesis.week is None:
        reasons.append(f"ours at week {ours.week:g}, theirs was not seen" if ours.week else "their week was not seen")
    elif synthesis.week != ours.week:
        reasons.append(f"ours at week {ours.week:g}, theirs at week {synthesis.week:g}")
    return "; ".join(reasons)
