"""Judges what is on its way to an authority: leave to test, filings made, planned or denied, decisions expected."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.acts import on_plan
from hairtx.engines.claims.judges.bench import Record, best_row, describe, not_yet, verdict, when
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.dates import Answer
from hairtx.model.treatments import Decision
from hairtx.model.value import replace

_FILING = re.compile(r"\bfil(?:e|ing)\b|\bsubmi")


def forecast(finding: Finding, record: Record) -> Verdict:
    """An approval or filing said to be coming: met, missed, overtaken, or still open."""
    good = best_row([row for row in record.fitting(finding) if row.on_the_market])
    filed = [one for one in record.acts(finding, "filed", "accepted") if _answers(one, finding, record)]
    if good is not None:
        return Verdict("outdated", describe(good, record), good.sources, good.date, "met")
    if finding.says["status"] == "filing-planned" and filed:
        return Verdict("outdated", f"Filed on {filed[-1].date or filed[-1].known_by}", tuple(filed[-1].sources), filed[-1].date, "met")
    refused = [one for one in record.acts(finding, "refused", "withdrawn") if _answers(one, finding, record)]
    if refused:
        return Verdict(
            "outdated",
            f"{refused[-1].action.capitalize()} on {refused[-1].date or refused[-1].known_by}",
            tuple(refused[-1].sources),
            refused[-1].date,
            "missed",
        )
    planned = on_plan(finding, record, _FILING) if finding.says["status"] == "filing-planned" else None
    return planned or not_yet(finding, record)


def _answers(one: Decision, finding: Finding, record: Record) -> bool:
    """Whether an act can be what a forecast was of: for the same use, and not before the article."""
    return record.fits(one.condition, finding.condition) and (record.published is None or when(one) >= record.published)


def recommendation(finding: Finding, record: Record) -> Verdict:
    """A recommendation on paying said to be coming: made since, or still open."""
    acts = [one for one in record.acts(finding, "recommended", "not-recommended") if one.pathway == "reimbursement"]
    names = {id_: {one.name, *one.names} for id_, one in record.base.authorities.items()}
    acts = [one for one in acts if any(name in finding.words for name in names.get(one.authority, ()))] or acts
    if acts:
        last = acts[-1]
        authority = record.base.authorities.get(last.authority)
        who = authority.name if authority else last.authority
        line = f"{who}: {last.action.replace('-', ' ')}, {last.date or last.known_by}"
        return Verdict("outdated", line, tuple(last.sources), last.date or last.known_by, "met")
    return not_yet(finding, record)


def trial(finding: Finding, record: Record) -> Verdict:
    """Leave to run a trial, given, asked for or expected."""
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


def review(finding: Finding, record: Record) -> Verdict:
    """An application said to be under review."""
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


def not_filed(finding: Finding, record: Record) -> Verdict:
    """“Not filed yet”: contradicted by a filing or an approval on record; true of what is still in trials."""
    acts = record.acts(finding, "filed", "accepted", "granted")
    fitting = [one for one in acts if record.fits(one.condition, finding.condition)]
    if fitting:
        return verdict("contradicted", f"{fitting[0].action} on {fitting[0].date or fitting[0].known_by}", fitting[0].sources, fitting[0].date)
    if record.unmarketed and record.stage != "filed":
        return replace(record.stage_line(), word="holds")
    return verdict("unverifiable", "The record has no filing there, which does not say that there was none")
