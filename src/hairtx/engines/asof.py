"""A treatment as it was known on a day: later things withheld and counted, undated ones set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from hairtx.model.dates import Answer, PartialDate, happened_by
from hairtx.model.sources import Source
from hairtx.model.treatments import Decision, Treatment
from hairtx.model.trials import Outcome, Trial
from hairtx.model.value import Value


class Undated(Value, frozen=True):
    """Something of which its date, if any, cannot tell whether it was known by the day."""

    kind: str
    text: str
    date: PartialDate | None
    sources: tuple[str, ...]


class Known(Value, frozen=True):
    """What was known on a day. `bottom_line_withheld` is set where today's bottom line rests on later sources."""

    treatment: Treatment
    trials: dict[str, Trial]
    withheld: dict[str, int]
    undated: list[Undated]
    bottom_line_withheld: bool


def known_on(day: date, treatment: Treatment, trials: Mapping[str, Trial], sources: Mapping[str, Source]) -> Known:
    """The parts of the record that were known by the end of `day`.

    Warnings and harms are never withheld. A statement without a date of its own counts from its earliest source.
    """
    sieve = _Sieve(day, sources)
    kept = msgspec.structs.replace(
        treatment,
        decisions=[d for d in treatment.decisions if sieve.keep("decisions", happened_by(day, d.date, d.known_by), _act(d), d.date, d.sources)],
        milestones=[m for m in treatment.milestones if sieve.keep("milestones", happened_by(day, m.date, m.known_by), m.text, m.date, m.sources)],
        statements=[
            s
            for s in treatment.statements
            if sieve.keep("statements", sieve.told(s.text, sieve.stated(s.since, s.sources)), s.text, s.since, s.sources)
        ],
        appraisals=[
            a for a in treatment.appraisals if sieve.keep("appraisals", sieve.told(a.text, sieve.published(a.sources)), a.text, None, a.sources)
        ],
        stages=[
            s for s in treatment.stages if sieve.keep("stages", sieve.stated(s.since, s.sources), f"{s.stage}: {s.condition}", s.since, s.sources)
        ],
    )
    then = {id_: _trial_on(one, sieve) for id_, one in trials.items() if sieve.keep("trials", _begun(one, day), one.title, one.start, one.sources)}
    rests_on = [sources[id_] for id_ in treatment.bottom_line.sources if id_ in sources]
    later = any(one.published and one.published.by(day) is Answer.NO for one in rests_on)
    return Known(kept, then, dict(sieve.withheld), sieve.undated, later or _names_later_year(treatment.bottom_line.text, day))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _names_later_year(text: str, day: date) -> bool:
    """Whether a text speaks of a year after the day: whatever its sources say, it was not written by then."""
    return any(int(year) > day.year for year in _YEAR.findall(text))


class _Sieve:
    def __init__(self, day: date, sources: Mapping[str, Source]) -> None:
        self.day = day
        self.sources = sources
        self.withheld: Counter[str] = Counter()
        self.undated: list[Undated] = []

    def keep(self, kind: str, answer: Answer, text: str, when: PartialDate | None, ids: Sequence[str]) -> bool:
        if answer is Answer.NO:
            self.withheld[kind] += 1
        elif answer is Answer.MAYBE:
            self.undated.append(Undated(kind, text, when, tuple(ids)))
        return answer is Answer.YES

    def told(self, text: str, known: Answer) -> Answer:
        """The answer of the dates, and no where the text itself speaks of a later year."""
        return Answer.NO if _names_later_year(text, self.day) else known

    def published(self, ids: Sequence[str]) -> Answer:
        """Whether one of the sources had been published by the day; without any date it cannot be told."""
        answers = {dated.by(self.day) for id_ in ids if (dated := self.sources[id_].published if id_ in self.sources else None)}
        if Answer.YES in answers:
            return Answer.YES
        return Answer.MAYBE if Answer.MAYBE in answers or not answers else Answer.NO

    def stated(self, since: PartialDate | None, ids: Sequence[str]) -> Answer:
        return since.by(self.day) if since else self.published(ids)


def _act(decision: Decision) -> str:
    return " ".join(filter(None, (decision.jurisdiction, decision.action, decision.pathway, decision.product, decision.note)))


def _begun(trial: Trial, day: date) -> Answer:
    dates = [one for one in (trial.registered, trial.start) if one]
    if not dates:
        dates = [one for one in (trial.completion, trial.results_posted) if one]
    answers = {one.by(day) for one in dates}
    if Answer.YES in answers:
        return Answer.YES
    return Answer.MAYBE if Answer.MAYBE in answers or not answers else Answer.NO


def _trial_on(trial: Trial, sieve: _Sieve) -> Trial:
    """The trial with only the outcomes reported by the day; while it ran, its planned numbers stand."""
    outcomes = [
        one for one in trial.outcomes if sieve.keep("results", _reported(one, trial, sieve), one.text or one.measure, one.reported, one.sources)
    ]
    posted = trial.results_posted if trial.results_posted and trial.results_posted.by(sieve.day) is Answer.YES else None
    changes: dict[str, object] = {"outcomes": outcomes, "results_posted": posted}
    if trial.completion and trial.completion.by(sieve.day) is Answer.NO:
        begun = trial.start is not None and trial.start.by(sieve.day) is Answer.YES
        changes |= {"n": None, "sites": None, "completion": None, "status": "unknown" if begun else "not-yet-recruiting"}
    return msgspec.structs.replace(trial, **changes)


def _reported(outcome: Outcome, trial: Trial, sieve: _Sieve) -> Answer:
    """Whether the result was known: its own date, else its sources', but never before the trial was over."""
    if outcome.reported:
        return outcome.reported.by(sieve.day)
    if trial.completion and trial.completion.by(sieve.day) is Answer.NO:
        return Answer.NO
    return sieve.published(outcome.sources)
