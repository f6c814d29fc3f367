"""Judges how far development is said to have come."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.acts import on_plan
from hairtx.engines.claims.judges.bench import ORDER, Record, not_yet, verdict
from hairtx.engines.claims.records import Finding, Verdict, Word
from hairtx.model.dates import Answer, PartialDate
from hairtx.model.trials import Trial
from hairtx.model.value import replace

_PHASES = {"1": "phase-1", "2": "phase-2", "3": "phase-3", "4": "marketed", "preclinical": "preclinical", "proof-of-concept": "phase-2"}
_TRIAL = re.compile(r"\b(?:trials?|stud(?:y|ies))\b", re.IGNORECASE)
_OPEN = {"recruiting", "active-not-recruiting", "not-yet-recruiting", "enrolling-by-invitation"}


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day."""
    line = record.stage_line()
    status, said = finding.says.get("status", "reached"), str(finding.says.get("phase") or "")
    claimed = max((ORDER.index(_PHASES[part]) for part in said.split("/") if part in _PHASES), default=None)
    now = ORDER.index(record.stage) if record.stage else None
    if now is None:
        return line
    if status == "not-begun":
        begun = _last(record, "")
        return _by_trial(begun, line, "outdated") if begun else replace(line, word="holds" if record.stage == "preclinical" else "unverifiable")
    if status == "discontinued":
        ended = _ended(record) if _TRIAL.search(finding.words) else None
        if ended and record.stage != "discontinued":
            return _by_trial(ended, line, "holds")
        if record.stage == "discontinued" or record.silent_since:
            return replace(line, word="holds")
        return replace(line, word="outdated") if record.stage == "marketed" else line
    named = _named(finding, record)
    if named and status in {"ongoing", "awaiting", "reached"}:
        return _by_trial(named, line, "outdated" if _over(named[1], record) else "holds")
    if record.stage == "discontinued":
        return replace(line, word="holds" if status in {"completed", "topline"} and claimed is not None and _trials(record, said) else "outdated")
    if claimed is None and finding.says.get("extension"):
        # An extension goes on after approval: only a trial on record could tell.
        return line
    if finding.polarity == "negated" and claimed is not None and now < claimed and not _trials(record, said):
        return replace(line, word="holds")
    if claimed is None:
        going = _running(record, "") if _TRIAL.search(finding.words) else None
        if going and record.published and going[1].start and going[1].start.by(record.published) is Answer.YES:
            return _by_trial(going, line, "holds")
        if record.stage in {"marketed", "filed"} or record.silent_since:
            return replace(line, word="outdated")
        running = _running(record, said)
        return _by_trial(running, line, "holds") if running else line
    if now > claimed and status in {"completed", "topline"} and _trials(record, said):
        # What was finished and reported stays so, however far it has come since.
        return _by_trial(_named(finding, record) or _last(record, said), line, "holds")
    if now > claimed:
        return replace(line, word="outdated", changed=_since(record))
    if status == "planned" and finding.says.get("date") and not _trials(record, said):
        return on_plan(finding, record, re.compile(rf"\bphase {re.escape(said)}\b", re.IGNORECASE)) or not_yet(finding, record)
    if now < claimed:
        return (
            replace(line, word="outdated")
            if status == "planned" and record.silent_since
            else replace(line, word="holds" if status == "planned" else "unverifiable")
        )
    if status in {"completed", "topline", "reached", "told"}:
        if status == "reached" and (record.silent_since or _only_completed(record, said)):
            return replace(_by_trial(_last(record, said), line, "outdated"), changed=record.silent_since)
        return _by_trial(_last(record, said), line, "holds")
    if status == "planned":
        begun = _last(record, said)
        return _by_trial(begun, line, "outdated") if begun or now >= claimed else line
    told = _told_since(finding, record) if status in {"awaiting", "ongoing"} else None
    if told:
        return Verdict("outdated", told[1], told[2], told[0])
    if record.silent_since or _only_completed(record, said):
        return _by_trial(_last(record, said), line, "outdated")
    return _by_trial(_running(record, said) or _last(record, said), line, "holds")


def _named(finding: Finding, record: Record) -> tuple[str, Trial] | None:
    """The one trial that the sentence names, where its state is on record."""
    if len(finding.trials) != 1 or finding.polarity != "affirmed":
        return None
    one = record.lexicon.trials[finding.trials[0]]
    return (finding.trials[0], one) if one.status != "unknown" or one.completion else None


def _ended(record: Record) -> tuple[str, Trial] | None:
    """A trial for hair loss that was stopped before its end."""
    return next(((id_, one) for id_, one in _trials(record, "").items() if one.status in {"terminated", "withdrawn", "suspended"}), None)


def _trials(record: Record, said: str) -> dict[str, Trial]:
    """The treatment's trials for hair loss in the phase named that had begun by the day."""
    parts = set(said.split("/"))
    return {
        id_: one
        for id_, one in record.trials.items()
        if record.lexicon.is_hair(one.condition)
        and (not said or set(one.phase.split("/")) & parts)
        and not (one.start and one.start.by(record.day) is Answer.NO)
    }


def _over(one: Trial, record: Record) -> bool:
    if one.completion:
        return one.completion.by(record.day) is Answer.YES
    return one.status in {"completed", "terminated", "withdrawn"}


def _only_completed(record: Record, said: str) -> bool:
    held = _trials(record, said)
    return bool(held) and all(_over(one, record) for one in held.values())


def _running(record: Record, said: str) -> tuple[str, Trial] | None:
    return next(((id_, one) for id_, one in _trials(record, said).items() if one.status in _OPEN and not _over(one, record)), None)


def _last(record: Record, said: str) -> tuple[str, Trial] | None:
    held = list(_trials(record, said).items())
    return max(held, key=lambda pair: pair[1].completion.latest.isoformat() if pair[1].completion else "", default=None)


def _by_trial(held: tuple[str, Trial] | None, line: Verdict, word: Word) -> Verdict:
    """The verdict with the trial it rests on."""
    if held is None:
        return replace(line, word=word)
    id_, one = held
    name = f"{one.acronym} ({id_})" if one.acronym else id_
    done = f" {one.completion}" if one.completion and one.status == "completed" else ""
    people = f", {one.n} people" if one.n else ""
    return verdict(
        word,
        f"{name}: phase {one.phase}, {one.status.replace('-', ' ')}{done}{people}; {line.now}",
        (*one.sources, *line.sources),
        one.completion if word == "outdated" else None,
    )


def _told_since(finding: Finding, record: Record) -> tuple[PartialDate, str, tuple[str, ...]] | None:
    """The first result told after the article that was still waiting for one."""
    if record.published is None:
        return None
    later = [
        (one.date, one.text, tuple(one.sources))
        for one in record.treatment.milestones
        if one.kind == "result"
        and record.tells_of(one.text, finding)
        and one.date
        and one.date.earliest > record.published
        and one.date.by(record.day) is not Answer.NO
    ]
    return min(later, key=lambda one: one[0], default=None)


def _since(record: Record) -> PartialDate | None:
    """When the present stage was reached."""
    dated = [one.since for one in record.treatment.stages if one.stage == record.stage and one.since]
    rows = [row.date for row in record.rows if row.on_the_market and row.date and record.fits(row.condition, None)]
    return min([*dated, *rows], default=None)
