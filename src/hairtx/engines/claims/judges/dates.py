"""Judges the days that trials are said to have begun, ended or reported, or are to."""

from __future__ import annotations

from datetime import date

from hairtx.engines.claims.judges.bench import Record, span, verdict
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.dates import Answer, PartialDate

_NEAR = 45
_EVENTS = {"results": {"result", "publication", "trial"}, "start": {"trial"}, "completion": {"trial", "result"}, "filing": {"regulatory"}}


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day: a forecast whose day has passed is outdated, met or missed."""
    days = span(finding.says["date"])
    assert days is not None
    event = str(finding.says["event"])
    known = _known(finding, record, event)
    match = next((one for one in known if one[0].latest >= days[0] and one[0].earliest <= days[1]), None)
    if finding.says.get("forecast") or days[0] > record.day:
        if days[1] >= record.day and not match:
            return Verdict("unverifiable", f"Still to come; {record.stage_line().now}", record.stage_line().sources, None, "open")
        if match:
            return Verdict("outdated", f"It came: {match[1]}", match[2], match[0], "met")
        later = min((one for one in known if one[0].earliest > days[1]), key=lambda one: one[0], default=None)
        line = later[1] if later else record.stage_line().now
        return Verdict(
            "outdated",
            f"The day named has passed; {line}",
            later[2] if later else record.stage_line().sources,
            PartialDate(days[1].isoformat()),
            "missed",
        )
    if match:
        return verdict("holds", match[1], match[2])
    close = next((one for one in known if min(abs((one[0].earliest - days[1]).days), abs((days[0] - one[0].latest).days)) <= _NEAR), None)
    if close:
        return verdict("unverifiable", f"Nearest on record: {close[1]}", close[2])
    if known and finding.trials and event in {"start", "completion"}:
        return verdict("contradicted", f"On record: {known[0][1]}", known[0][2])
    return verdict("unverifiable", "That day is not on record" + (f"; nearest: {known[0][1]}" if known else ""), known[0][2] if known else ())


def _known(finding: Finding, record: Record, event: str) -> list[tuple[PartialDate, str, tuple[str, ...]]]:
    """The dated events of that kind on record by the day."""
    found: list[tuple[PartialDate | None, str, tuple[str, ...]]] = []
    trials = record.trials_for(finding)
    for id_, one in trials.items():
        name = f"{one.acronym} ({id_})" if one.acronym else id_
        sources = tuple(one.sources)
        if event == "start":
            found += [(one.start, f"{name} began {one.start}", sources)]
        if event == "completion":
            found += [(one.completion, f"{name} completed {one.completion}", sources)]
        if event == "results":
            found += [
                (one.results_posted, f"{name} posted its results {one.results_posted}", sources),
                (one.completion, f"{name} completed {one.completion}", sources),
            ]
            found += [(outcome.reported, f"{name} reported {outcome.reported}", tuple(outcome.sources)) for outcome in one.outcomes]
    for milestone in record.treatment.milestones:
        if milestone.kind in _EVENTS.get(event, set()) and record.tells_of(milestone.text, finding):
            found.append((milestone.date, f"{milestone.text} ({milestone.date})", tuple(milestone.sources)))
    if event == "filing":
        found += [
            (act.date, f"{act.action} {act.date}", tuple(act.sources)) for act in record.treatment.decisions if act.action in {"filed", "accepted"}
        ]
    kept = [(day, text, sources) for day, text, sources in found if day is not None and day.by(record.day) is not Answer.NO]
    return sorted(kept, key=lambda one: (one[0].earliest, one[0].latest if one[0] else date.max))
