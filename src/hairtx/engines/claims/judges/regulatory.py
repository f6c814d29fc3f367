"""Judges what authorities are said to have decided, by condition, place, people and day."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.bench import Record, best_row, describe, not_yet, span, verdict, when
from hairtx.engines.claims.judges.count import first_of, number_approved
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.engines.status import Standing
from hairtx.model.dates import Answer, PartialDate, happened_by
from hairtx.model.value import replace

_SELLING = frozenset({"approved", "conditional"})
_LOOSE = frozenset({"approved", "conditional", "cleared", "ce-marked"})


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day, as if the claim were made on it."""
    status = finding.says["status"]
    if status in {"approved", "cleared", "ce-marked"}:
        return _granted(finding, record, status)
    if status in {"not-approved", "off-label"}:
        return _not_granted(finding, record)
    if status in {"approval-expected", "filing-planned", "more-needed"}:
        return _forecast(finding, record)
    if status in {"trial-authorised", "ind-submitted", "trial-expected"}:
        return _trial(finding, record)
    if status == "in-review":
        return _review(finding, record)
    if status == "not-filed":
        return _not_filed(finding, record)
    if status == "under-safety-review":
        return _safety_review(finding, record)
    if status == "not-warned":
        return _not_warned(finding, record)
    return _other(finding, record, status)


def _granted(finding: Finding, record: Record, status: str) -> Verdict:
    rows = record.fitting(finding)
    market = [row for row in rows if row.on_the_market]
    wanted = (
        _LOOSE
        if finding.says.get("loose")
        else {"approved": _SELLING, "cleared": _SELLING | {"cleared"}, "ce-marked": frozenset({"ce-marked"})}[status]
    )
    good = [row for row in market if row.status in wanted]
    if good:
        return _with_details(finding, record, good)
    other = best_row(market)
    if other is not None:
        return verdict("contradicted", f"{describe(other, record)}; that is not {status.replace('-', ' ')}", other.sources)
    days = span(finding.says.get("date"))
    if days and finding.condition is None and "use" not in finding.says:
        # “An eye drug, approved in 2000”: the day tells which approval is meant.
        meant = next(
            (
                row
                for row in record.place(finding.jurisdictions)
                if row.on_the_market and row.date and row.date.latest >= days[0] and row.date.earliest <= days[1]
            ),
            None,
        )
        if meant:
            return verdict("holds", f"{describe(meant, record)}, which is not for hair", meant.sources)
    notified = _notified(finding, record)
    if notified and status == "approved" and not finding.says.get("loose"):
        return replace(notified, word="contradicted")
    denied = best_row(rows)
    if denied is not None:
        return verdict("contradicted", describe(denied, record), denied.sources, denied.date)
    if record.unmarketed:
        return replace(record.stage_line(), word="contradicted")
    return verdict("unverifiable", f"No decision on {record.treatment.name} for this use is recorded there")


def _with_details(finding: Finding, record: Record, good: list[Standing]) -> Verdict:
    """An approval that stands, held against the date, order and number that the claim gives."""
    said = finding.says
    row = best_row(good)
    assert row is not None
    line = describe(row, record)
    days = span(said.get("date"))
    dated = [one.date for one in good if one.date]
    if days and dated and "date" in said and not any(one.latest >= days[0] and one.earliest <= days[1] for one in _dates(record, finding, good)):
        near = min(abs((one.earliest - days[0]).days) for one in _dates(record, finding, good))
        if near > 45:
            return verdict("contradicted", f"{line}; the day given is another", row.sources)
    if "approved_drugs" in said:
        return number_approved(finding, record, int(said["approved_drugs"]))
    if said.get("ordinal") or said.get("only"):
        rival = first_of(finding, record, row, ordinal=int(said.get("ordinal") or 1), only=bool(said.get("only")))
        if rival is not None:
            return rival
    return verdict("holds", line, row.sources)


def _dates(record: Record, finding: Finding, good: list[Standing]) -> list[PartialDate]:
    """The days of the approvals, with those of other products and people of the same treatment."""
    places = {row.jurisdiction for row in good}
    acts = [
        one.date
        for one in record.treatment.decisions
        if one.date
        and one.jurisdiction in places
        and one.action in {"granted", "extended", "accepted", "filed"}
        and ("use" not in finding.says or one.condition is None or record.lexicon.is_hair(one.condition))
    ]
    return [*(one.date for one in good if one.date), *acts]


def _not_granted(finding: Finding, record: Record) -> Verdict:
    rows = record.fitting(finding)
    off_label = finding.says["status"] == "off-label"
    if off_label and not record.lexicon.is_hair(finding.condition):
        rows = [row for row in record.place(finding.jurisdictions) if record.fits(row.condition, None)]
    good = [row for row in rows if row.status in (_LOOSE if off_label or finding.says.get("loose") else _SELLING)]
    if good:
        row = best_row(good)
        assert row is not None
        return verdict("contradicted", describe(row, record), row.sources, row.date)
    held = best_row(rows)
    if held is not None:
        return verdict("holds", describe(held, record), held.sources)
    elsewhere = best_row([row for row in record.place(finding.jurisdictions) if row.on_the_market])
    if elsewhere is not None and finding.jurisdictions:
        return verdict("holds", f"{describe(elsewhere, record)}; nothing for this use is recorded", elsewhere.sources)
    if record.unmarketed:
        return replace(record.stage_line(), word="holds")
    notified = _notified(replace(finding, jurisdictions=()), record)
    if notified:
        return replace(notified, word="holds")
    return verdict("unverifiable", f"No decision on {record.treatment.name} for this use is recorded there")


def _notified(finding: Finding, record: Record) -> Verdict | None:
    """A cosmetic that was only notified: that is no approval, and none is on record anywhere."""
    if record.treatment.kind != "cosmetic" or any(one.action == "granted" for one in record.treatment.decisions):
        return None
    acts = [one for one in record.acts(finding, "accepted") if one.pathway == "cosmetic-notification"]
    if not acts:
        return None
    return verdict("unverifiable", f"Notified as a cosmetic, {acts[-1].date or acts[-1].known_by}; notification is no approval", acts[-1].sources)


def _forecast(finding: Finding, record: Record) -> Verdict:
    """An approval or filing said to be coming: met, missed, overtaken, or still open."""
    good = best_row([row for row in record.fitting(finding) if row.on_the_market])
    filed = record.acts(finding, "filed", "accepted")
    if good is not None:
        return Verdict("outdated", describe(good, record), good.sources, good.date, "met")
    if finding.says["status"] == "filing-planned" and filed:
        return Verdict("outdated", f"Filed on {filed[-1].date or filed[-1].known_by}", tuple(filed[-1].sources), filed[-1].date, "met")
    refused = record.acts(finding, "refused", "withdrawn")
    if refused:
        return Verdict(
            "outdated",
            f"{refused[-1].action.capitalize()} on {refused[-1].date or refused[-1].known_by}",
            tuple(refused[-1].sources),
            refused[-1].date,
            "missed",
        )
    days = span(finding.says.get("date"))
    if finding.says["status"] == "filing-planned" and days and days[1] >= record.day:
        for text, day, sources in _told(record):
            if re.search(r"\bfil(?:e|ing)\b|\bsubmi", text) and str(days[1].year) in text and happened_by(record.day, day) is not Answer.NO:
                return verdict("holds", f"Still open, and on record as the plan: {text}", sources)
    return not_yet(finding, record)


def _trial(finding: Finding, record: Record) -> Verdict:
    acts = record.acts(finding, "permitted-trial")
    begun = sorted(
        (one.start, id_)
        for id_, one in record.trials.items()
        if one.start and one.start.by(record.day) is Answer.YES and record.lexicon.is_hair(one.condition)
    )
    if finding.says["status"] == "trial-authorised":
        if acts:
            return verdict(
                "holds", f"Leave to run a trial was given on {acts[-1].date or acts[-1].known_by}; that is not approval to sell", acts[-1].sources
            )
        if begun or record.stage in {"phase-1", "phase-2", "phase-3", "filed", "marketed"}:
            line = f"trial {begun[0][1]} began {begun[0][0]}" if begun else record.stage_line().now
            sources = record.trials[begun[0][1]].sources if begun else record.stage_line().sources
            return verdict("holds", f"It went into trials: {line}; leave to test is not approval to sell", sources)
        return verdict("unverifiable", "No leave to run a trial is recorded")
    if acts or begun:
        day = begun[-1][0] if begun else acts[-1].date
        sources = tuple(record.trials[begun[-1][1]].sources) if begun else tuple(acts[-1].sources)
        return Verdict(
            "outdated",
            f"Since then trials began ({begun[-1][1] if begun else 'leave was given'}, {day}); {record.stage_line().now}",
            sources,
            day,
            "met",
        )
    if record.trials or record.stage in {"phase-1", "phase-2", "phase-3"}:
        stage = record.stage_line()
        return Verdict("outdated", f"It has been tested in people since; {stage.now}", stage.sources, None, "met")
    return verdict("unverifiable", record.stage_line().now, record.stage_line().sources)


def _review(finding: Finding, record: Record) -> Verdict:
    row = best_row(record.fitting(finding))
    if row is not None and row.on_the_market:
        return verdict("outdated", describe(row, record), row.sources, row.date)
    if row is not None and row.status in {"refused", "withdrawn"}:
        return verdict("outdated", describe(row, record), row.sources, row.date)
    if row is not None and row.status == "in-review":
        return verdict("holds", describe(row, record), row.sources)
    if record.stage == "discontinued":
        return replace(record.stage_line(), word="outdated")
    return verdict("unverifiable", f"No application is recorded; {record.stage_line().now}", record.stage_line().sources)


def _not_filed(finding: Finding, record: Record) -> Verdict:
    """“Not filed yet”: contradicted by a filing or an approval on record; true of what is still in trials."""
    acts = record.acts(finding, "filed", "accepted", "granted")
    fitting = [one for one in acts if record.fits(one.condition, finding.condition)]
    if fitting:
        return verdict("contradicted", f"{fitting[0].action} on {fitting[0].date or fitting[0].known_by}", fitting[0].sources, fitting[0].date)
    if record.unmarketed and record.stage != "filed":
        return replace(record.stage_line(), word="holds")
    return verdict("unverifiable", "The record has no filing there, which does not say that there was none")


def _safety_review(finding: Finding, record: Record) -> Verdict:
    """A safety review said to be under way: outdated once a warning or a change of label came of it."""
    ended = [one for one in record.acts(finding, "warned", "extended", "granted") if one.pathway in {"safety-alert", "label-change"}]
    told = [
        (text, day, sources)
        for text, day, sources in _told(record)
        if "review" in text.lower() and re.search(r"safety|suicid|PRAC|risk", text, re.IGNORECASE) and happened_by(record.day, day) is Answer.YES
    ]
    if ended and (record.published is None or when(ended[-1]) > record.published):
        last = ended[-1]
        return verdict("outdated", f"{last.note or last.action}, {last.date or last.known_by}", last.sources, last.date)
    if told:
        text, _, sources = told[-1]
        return verdict("holds", text, sources)
    return verdict("unverifiable", "No such review is on record")


def _not_warned(finding: Finding, record: Record) -> Verdict:
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


def _other(finding: Finding, record: Record, status: str) -> Verdict:
    """Acts that are no approval: refusals, warnings, recommendations, designations."""
    acts = record.acts(finding, *_ACTS.get(status, ()))
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
    for text, day, sources in _told(record):
        if any(word in text.lower() for word in _TOLD.get(status, ())) and happened_by(record.day, day) is not Answer.NO:
            return verdict("holds", text, sources)
    return verdict("unverifiable", "The record does not say", ())


def _told(record: Record) -> list[tuple[str, PartialDate | None, list[str]]]:
    one = record.treatment
    return [
        *((decision.note or "", decision.date, decision.sources) for decision in one.decisions),
        *((milestone.text, milestone.date or milestone.known_by, milestone.sources) for milestone in one.milestones),
        *((statement.text, statement.since, statement.sources) for statement in one.statements),
    ]
