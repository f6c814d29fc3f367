"""Judges acts of authorities that are no approval: refusals, withdrawals, warnings, safety reviews, recommendations, designations."""

from __future__ import annotations

import re
from datetime import timedelta

from hairtx.engines.claims.judges.bench import Record, span, verdict, when
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.dates import Answer, PartialDate, happened_by

_LATE = timedelta(days=200)
"""By how much the final word of an authority may follow the draft that an article tells of."""


def safety_review(finding: Finding, record: Record) -> Verdict:
    """A safety review said to be under way: outdated once a warning or a change of label came of it."""
    ended = [one for one in record.acts(finding, "warned", "extended", "granted") if one.pathway in {"safety-alert", "label-change"}]
    running = [
        (text, sources)
        for text, day, sources in told(record)
        if "review" in text.lower() and re.search(r"safety|suicid|PRAC|risk", text, re.IGNORECASE) and happened_by(record.day, day) is Answer.YES
    ]
    if ended and (record.published is None or when(ended[-1]) > record.published):
        last = ended[-1]
        return verdict("outdated", f"{last.note or last.action}, {last.date or last.known_by}", last.sources, last.date)
    if running:
        text, sources = running[-1]
        return verdict("holds", text, sources)
    return verdict("unverifiable", "No such review is on record")


def not_warned(finding: Finding, record: Record) -> Verdict:
    """“No warning so far”: contradicted by one on record; silence says nothing."""
    acts = record.acts(finding, "warned")
    if acts:
        last = acts[-1]
        return verdict("contradicted", f"warned on {last.date or last.known_by}" + (f": {last.note}" if last.note else ""), last.sources, last.date)
    return verdict("unverifiable", "No warning is on record there, which does not say that there was none")


_ACTS = {
    "refused": ("refused",), "withdrawn": ("withdrawn", "suspended", "lapsed"), "warned": ("warned",), "recommended": ("recommended",),
    "not-recommended": ("not-recommended",),
}  # fmt: skip
_UNDONE = {"refused": ("granted",), "withdrawn": ("granted",), "recommended": ("not-recommended",), "not-recommended": ("recommended",)}
_TOLD = {
    "designated": ("breakthrough", "fast track", "fast-track", "orphan", "priority review"),
    "tissue-licence": ("licence", "license", "human tissue authority", "registered"),
    "meeting": ("end-of-phase", "pre-nda", "type c"),
}


def other(finding: Finding, record: Record, status: str) -> Verdict:
    """Acts that are no approval: refusals, warnings, recommendations, designations."""
    acts = record.acts(finding, *_ACTS.get(status, ()))
    if status in {"recommended", "not-recommended"}:
        meant = _by_whom(finding, record)
        acts = [one for one in acts if not meant or one.authority in meant]
        days = span(finding.says.get("date"))
        if days:
            acts = [one for one in acts if not one.date or (one.date.latest >= days[0] - _LATE and one.date.earliest <= days[1] + _LATE)]
        told_of = [one for one in record.acts(finding, *_UNDONE[status]) if not meant or one.authority in meant]
        if not acts and (days or (meant and not told_of)):
            return verdict("unverifiable", "That decision is not on record", ())
    if acts:
        last = acts[-1]
        line = f"{last.action.replace('-', ' ')} on {last.date or last.known_by}" + (f": {last.note}" if last.note else "")
        undone = [
            one for one in record.acts(finding, *_UNDONE.get(status, ())) if when(one) > when(last) and record.fits(one.condition, finding.condition)
        ]
        if undone:
            return Verdict(
                "outdated",
                f"{line}; later {undone[-1].action} on {undone[-1].date or undone[-1].known_by}",
                tuple(undone[-1].sources),
                undone[-1].date,
            )
        return verdict("holds", line, last.sources)
    warning = record.treatment.safety.boxed_warning
    if status == "warned" and warning:
        return verdict("holds", f"Boxed warning: {warning.text}", warning.sources)
    opposite = [one for one in record.acts(finding, *_UNDONE.get(status, ())) if record.fits(one.condition, finding.condition)]
    if status in {"recommended", "not-recommended"} and opposite:
        return verdict(
            "contradicted", f"{opposite[-1].action.replace('-', ' ')} on {opposite[-1].date or opposite[-1].known_by}", opposite[-1].sources
        )
    for text, day, sources in told(record):
        if any(word in text.lower() for word in _TOLD.get(status, ())) and happened_by(record.day, day) is not Answer.NO:
            return verdict("holds", text, sources)
    return verdict("unverifiable", "The record does not say", ())


def _by_whom(finding: Finding, record: Record) -> set[str]:
    """The authorities that a sentence names, of those that advise on what is paid for."""
    return {
        id_
        for id_ in record.lexicon.payers
        if (authority := record.base.authorities.get(id_))
        and any(re.search(rf"\b{re.escape(name)}\b", finding.words) for name in (authority.name, *authority.names))
    }


def on_plan(finding: Finding, record: Record, what: re.Pattern[str]) -> Verdict | None:
    """A forecast whose day is yet to come and that the record has as the plan: the same thing, for the same year."""
    days = span(finding.says.get("date"))
    if days is None or days[1] < record.day:
        return None
    for text, day, sources in told(record):
        if what.search(text) and str(days[1].year) in text and happened_by(record.day, day) is not Answer.NO:
            return verdict("holds", f"Still open, and on record as the plan: {text}", sources)
    return None


def told(record: Record) -> list[tuple[str, PartialDate | None, list[str]]]:
    """Notes of decisions, milestones and statements, each with its date and sources."""
    one = record.treatment
    return [
        *((decision.note or "", decision.date, decision.sources) for decision in one.decisions),
        *((milestone.text, milestone.date or milestone.known_by, milestone.sources) for milestone in one.milestones),
        *((statement.text, statement.since, statement.sources) for statement in one.statements),
    ]
