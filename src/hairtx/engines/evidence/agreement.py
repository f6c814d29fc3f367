"""Published meta-analyses set beside what the trials held here give: where the two agree, where they differ, and why.

Each published comparison is held against the same comparison here: same measure, week, people, effect and doses (all doses as
one where the paper names none). Two answers *agree* where each estimate lies within the other's interval, *partly* where the
intervals overlap, and *differ* where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Literal

from hairtx.engines.evidence.answer import Answer, Asked, answer_from_trials
from hairtx.engines.evidence.candidates import Book, Wanted
from hairtx.engines.evidence.nodes import CONTROL, MERGED_CONTROLS, same_dose
from hairtx.engines.evidence.studies import RATIOS, Measured
from hairtx.engines.status import within
from hairtx.errors import HairtxError
from hairtx.model import words
from hairtx.model.sources import Pooled, Synthesis
from hairtx.model.value import Value

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
    certainty: words.Certainty


class Beside(Value, frozen=True):
    """A published comparison with ours; `ours` is None where no trials held here connect the two, and `why` says so."""

    pooled: Pooled
    agreement: Agreement
    why: str
    ours: Ours | None = None


class Reviewed(Value, frozen=True):
    """One published meta-analysis of one measure, with its comparisons beside ours."""

    source: str
    synthesis: Synthesis
    comparisons: tuple[Beside, ...]


def set_beside(published: Mapping[str, Iterable[Synthesis]], condition: str, measure: str | None, book: Book) -> list[Reviewed]:
    """Every published meta-analysis of the condition (and of `measure`, where one is given), those of most trials first."""
    desk = _Desk(book)
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

    def __init__(self, book: Book) -> None:
        self._book = book
        self._answers: dict[Wanted, list[Answer] | str] = {}

    def beside(self, synthesis: Synthesis, pooled: Pooled) -> Beside:
        """The comparison with ours."""
        measured = _EFFECTS.get(pooled.effect)
        if measured is None:
            return Beside(pooled, "not held", f"a {pooled.effect.replace('-', ' ')} is not worked out here")
        merge = pooled.dose is None and pooled.against_dose is None
        parts = self._parts(Wanted(synthesis.condition, synthesis.measure, synthesis.week, None, synthesis.population or "all", measured, merge))
        if isinstance(parts, str):
            return Beside(pooled, "not held", parts)
        for answer in parts:
            one = _node(pooled.treatment, pooled.dose, pooled.added_to, answer)
            other = _node(pooled.against, pooled.against_dose, pooled.against_added_to, answer)
            ours = _ours(one, other, answer) if one and other else None
            if ours:
                return Beside(pooled, _judge(pooled, ours), _why(synthesis, pooled, ours), ours)
        return Beside(pooled, "not held", "no trials with usable figures here connect the two")

    def _parts(self, wanted: Wanted) -> list[Answer] | str:
        """The answer of each part of the network, or why there is none."""
        if wanted not in self._answers:
            try:
                first = answer_from_trials(wanted, self._book, Asked(part=1))
                rest = [answer_from_trials(wanted, self._book, Asked(part=part)) for part in range(2, first.parts + 1)]
                self._answers[wanted] = [first, *rest]
            except HairtxError as error:
                self._answers[wanted] = str(error)
        return self._answers[wanted]


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
            return Ours(measured, estimate, low, high, len(held.trials) or len(held.shares), bool(held.trials), word)
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
        reasons.append("their week was not seen")
    return "; ".join(reasons)
