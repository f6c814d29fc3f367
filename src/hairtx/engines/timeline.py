"""Dated events of a treatment: decisions, milestones and the turns of its trials, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hairtx.model.dates import Answer, PartialDate
from hairtx.model.sources import Source
from hairtx.model.treatments import Decision, Treatment
from hairtx.model.trials import Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Authority
from hairtx.model.words import Action, Pathway, TrialStatus

SILENT_MONTHS = 24
"""Without a dated sign of life for so long, development is called silent."""

_UNDER_WAY = {"preclinical", "phase-1", "phase-2", "phase-3", "filed"}


class Event(Value, frozen=True):
    """Something that happened; `reported` says that the date is the report's, not the event's own, `planned` that it was only announced."""

    date: PartialDate
    treatment: str
    kind: str
    text: str
    jurisdiction: str | None
    sources: tuple[str, ...]
    reported: bool = False
    planned: bool = False


def events_of(id_: str, treatment: Treatment, trials: Mapping[str, Trial], authorities: Mapping[str, Authority]) -> list[Event]:
    """Every dated event, the earliest first."""
    found = [*_decisions(id_, treatment, authorities), *_milestones(id_, treatment), *_trials(id_, trials)]
    return sorted(found, key=lambda event: (event.date.earliest, event.date.latest, event.kind, event.text))


def between(events: Iterable[Event], since: PartialDate | None, until: date) -> list[Event]:
    """Events that may have happened from the first day of `since` and had happened by `until`."""
    return [e for e in events if e.date.by(until) is Answer.YES and (since is None or e.date.latest >= since.earliest)]


def news(events: Iterable[Event], sources: Mapping[str, Source]) -> list[Event]:
    """The events that happened then: no decision whose own day is unknown, nothing dated by our reading of an undated page."""
    return [e for e in dated(events, sources) if not (e.reported and e.kind == "decision")]


def dated(events: Iterable[Event], sources: Mapping[str, Source]) -> list[Event]:
    """The events without those known only from the day an undated page was opened."""
    return [e for e in events if not e.reported or any(sources[id_].checked != e.date for id_ in e.sources if id_ in sources)]


def _decisions(id_: str, treatment: Treatment, authorities: Mapping[str, Authority]) -> Iterable[Event]:
    for one in treatment.decisions:
        when = one.date or one.known_by
        if when:
            text = told(one, authorities)
            said = text if one.date or one.pathway in _SPOKEN else f"In force or decided by then: {text}"
            yield Event(when, id_, "decision", said, one.jurisdiction, tuple(one.sources), one.date is None)


def told(decision: Decision, authorities: Mapping[str, Authority]) -> str:
    """A decision as a sentence: who did what, for which product, use and people."""
    authority = authorities.get(decision.authority)
    who = next((name for name in (authority.names if authority else []) if name.isupper()), authority.name if authority else decision.authority)
    if decision.pathway in _SPOKEN:
        about = f" on {decision.product}" if decision.product else ""
        return f"{who}, {_NOUNS[decision.pathway]}{about}: {decision.note or _ACTS[decision.action]}"
    text = f"{who} {_ACTS[decision.action]} {_NOUNS[decision.pathway]}"
    text += f" of {decision.product}" if decision.product else ""
    text += f" for {decision.condition.replace('-', ' ')}" if decision.condition else ""
    text += f", {decision.population.replace('-', ' ')}" if decision.population else ""
    return f"{text}: {decision.note}" if decision.note else f"{text}."


_ACTS: dict[Action, str] = {
    "granted": "granted",
    "extended": "extended",
    "refused": "refused",
    "withdrawn": "recorded the withdrawal of the",
    "suspended": "suspended the",
    "lapsed": "recorded the lapse of the",
    "filed": "received an application for",
    "accepted": "accepted an application for",
    "permitted-trial": "gave",
    "stated-unapproved": "has given no",
    "warned": "issued a",
    "recommended": "recommended",
    "not-recommended": "did not recommend",
}
_SPOKEN = {"court-ruling", "safety-alert", "label-change", "advertising-ruling"}
"""Acts whose note says what was decided."""
_NOUNS: dict[Pathway, str] = {
    "marketing-authorisation": "marketing authorisation",
    "conditional-authorisation": "conditional marketing authorisation",
    "510k": "510(k) clearance",
    "de-novo": "De Novo authorisation",
    "pma": "premarket approval",
    "ce-mark": "CE mark",
    "otc-monograph": "OTC monograph",
    "otc-switch": "switch to sale without prescription",
    "trial-permission": "leave to run a trial",
    "cosmetic-notification": "cosmetic notification",
    "reimbursement": "reimbursement",
    "court-ruling": "court ruling",
    "safety-alert": "safety alert",
    "label-change": "label change",
    "advertising-ruling": "advertising ruling",
}


def _milestones(id_: str, treatment: Treatment) -> Iterable[Event]:
    for one in treatment.milestones:
        when = one.date or one.known_by
        if when:
            yield Event(when, id_, one.kind, one.text, one.jurisdiction, tuple(one.sources), one.date is None)


_ENDS: dict[TrialStatus, str] = {
    "completed": "was completed",
    "terminated": "ended early",
    "withdrawn": "was withdrawn",
    "suspended": "was suspended",
}
_DUE = "was due to be completed"
"""What is said of a completion that no source confirms: registries print the planned day until the real one is known."""


def _trials(id_: str, trials: Mapping[str, Trial]) -> Iterable[Event]:
    for trial_id, trial in trials.items():
        name = f"{trial.acronym} ({trial_id})" if trial.acronym else trial_id
        turns = (
            (trial.registered, "registered"),
            (trial.start, "began"),
            (trial.completion, _ENDS.get(trial.status, _DUE)),
            (trial.results_posted, "posted its results"),
        )
        for when, what in turns:
            if when:
                yield Event(when, id_, "trial", f"Trial {name} {what}", None, tuple(trial.sources), planned=what == _DUE)


def last_sign_of_life(events: Iterable[Event], day: date) -> PartialDate | None:
    """The date of the latest event that had surely happened by `day`; what was only planned is none."""
    return max((event.date for event in events if not event.planned and event.date.by(day) is Answer.YES), default=None, key=lambda one: one.latest)


def is_silent(stage: str, events: Iterable[Event], day: date) -> bool:
    """Whether development is under way in name but nothing dated was heard of it for 24 months."""
    last = last_sign_of_life(events, day)
    if stage not in _UNDER_WAY or last is None:
        return False
    months = (day.year - last.latest.year) * 12 + day.month - last.latest.month
    return months > SILENT_MONTHS or (months == SILENT_MONTHS and day.day >= last.latest.day)
