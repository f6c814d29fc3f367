"""Judges whether something can be had."""

from __future__ import annotations

from hairtx.engines.claims.judges.bench import Record, best_row, describe, not_yet, verdict
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.dates import Answer, PartialDate, happened_by
from hairtx.model.treatments import Milestone
from hairtx.model.value import replace

_LAUNCHED = ("launch", "on sale", "went on sale", "available", "marketed", "sells", "sold")
_SOON = 540
"""Days after an approval from which on “not on sale” is held to be wrong, where nothing says that the launch came later."""
_GONE = ("discontinued", "withdrawn from the market", "no longer sold", "no longer available", "taken off", "stopped selling", "withdrew")


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day."""
    status = finding.says["status"]
    if status in {"paid", "not-paid", "paid-expected"}:
        return _paid(finding, record, status)
    row = best_row(
        [
            one
            for one in record.place(finding.jurisdictions)
            if one.on_the_market
            and (
                record.fits(one.condition, finding.condition)
                or (finding.condition is None and record.lexicon.is_hair(one.condition))
                or (finding.jurisdictions and not record.unmarketed)
            )
        ]
    )
    launch, gone = _market(record, finding, _LAUNCHED), _market(record, finding, _GONE)
    if record.unmarketed and record.lexicon.is_hair(finding.condition) and not (launch and "hair" in launch[1].lower()):
        # What was launched for another use (a cream for acne) was not launched for hair.
        launch = None
    line = record.stage_line()
    if status in {"available", "launched"}:
        if gone and not (launch and launch[0].latest > gone[0].latest):
            return verdict("outdated", gone[1], gone[2], gone[0])
        if row is not None and row.known_by is None:
            return _supplied(finding, verdict("holds", describe(row, record), row.sources), row.supply)
        if launch and (finding.jurisdictions or record.unmarketed):
            return verdict("holds", launch[1], launch[2])
        if row is not None and not finding.jurisdictions:
            return verdict("holds", describe(row, record), row.sources)
        if record.unmarketed and not record.treatment.products and record.stage in {"preclinical", "phase-1", "phase-2", "phase-3", "discontinued"}:
            return replace(line, word="contradicted")
        return verdict("unverifiable", f"Nothing dated says that it is on offer there; {line.now}", line.sources)
    if status in {"not-available", "delayed"}:
        return _withheld(finding, record, launch if not gone else None)
    if status == "discontinued":
        if gone:
            return verdict("holds", gone[1], gone[2])
        return verdict("unverifiable", line.now, line.sources)
    return _forecast(finding, record)


def _paid(finding: Finding, record: Record, status: str) -> Verdict:
    """Whether a health service or insurer pays for it, by what those who decide on that recommended in the place; else it cannot be told."""
    acts = [one for one in record.acts(finding, "granted", "recommended", "not-recommended", "refused") if one.pathway == "reimbursement"]
    if not acts or not finding.jurisdictions:
        return verdict("unverifiable", "Who pays for it there is not on record")
    last = acts[-1]
    line = f"{last.action.replace('-', ' ')} for reimbursement on {last.date or last.known_by}" + (f": {last.note}" if last.note else "")
    pays = last.action in {"granted", "recommended"}
    if status == "paid-expected":
        return Verdict("outdated", line, tuple(last.sources), last.date, "met" if pays else "missed")
    return verdict("holds" if pays == (status == "paid") else "contradicted", line, last.sources, last.date)


def _withheld(finding: Finding, record: Record, launch: tuple[PartialDate, str, tuple[str, ...]] | None) -> Verdict:
    """“Not on sale”: contradicted from the day of its launch on; approval alone does not say that it is sold."""
    line = record.stage_line()
    if launch:
        return verdict("contradicted", launch[1], launch[2], launch[0])
    row = best_row([one for one in record.place(finding.jurisdictions) if one.on_the_market and record.fits(one.condition, finding.condition)])
    if row is not None and row.date and (record.day - row.date.latest).days > _SOON and not _launched_later(record):
        return verdict("contradicted", describe(row, record), row.sources, row.date)
    if record.unmarketed or _launched_later(record):
        return replace(line, word="holds")
    denied = best_row(record.fitting(finding)) if finding.jurisdictions else None
    if denied is not None and not denied.on_the_market:
        return verdict("holds", describe(denied, record), denied.sources)
    return verdict("unverifiable", line.now, line.sources)


def _launched_later(record: Record) -> bool:
    """Whether the record has a launch for hair loss that had not come by the day."""
    return any(
        one.kind == "market" and one.date is not None and one.date.by(record.day) is Answer.NO and any(word in one.text.lower() for word in _LAUNCHED)
        for one in record.treatment.milestones
    )


def _supplied(finding: Finding, held: Verdict, supply: str | None) -> Verdict:
    """The verdict, turned where the claim says without prescription and the record says with, or the other way round."""
    said = finding.says.get("supply")
    if said and supply and said != supply and {said, supply} <= {"otc", "prescription"}:
        return replace(
            held, word="contradicted", now=f"{held.now}; it is supplied {'on prescription' if supply == 'prescription' else 'without prescription'}"
        )
    return held


def _forecast(finding: Finding, record: Record) -> Verdict:
    row = best_row([one for one in record.place(finding.jurisdictions) if one.on_the_market and record.fits(one.condition, finding.condition)])
    launch = None if record.unmarketed and record.lexicon.is_hair(finding.condition) else _market(record, finding, _LAUNCHED)
    if launch:
        return Verdict("outdated", launch[1], launch[2], launch[0], "met")
    if row is not None and (row.date or row.known_by):
        return Verdict("outdated", describe(row, record), row.sources, row.date, "met")
    return not_yet(finding, record)


def _market(record: Record, finding: Finding, words: tuple[str, ...]) -> tuple[PartialDate, str, tuple[str, ...]] | None:
    """The latest dated market event or statement with one of those words, in the places of the claim."""
    found: list[tuple[PartialDate, str, tuple[str, ...]]] = []
    for one in record.treatment.milestones:
        dated = one.date or one.known_by
        if (
            dated
            and _fits(one, finding)
            and one.kind in {"market", "discontinuation"}
            and any(word in one.text.lower() for word in words)
            and happened_by(record.day, one.date, one.known_by) is Answer.YES
        ):
            found.append((dated, one.text, tuple(one.sources)))
    for said in record.treatment.statements:
        if (
            (
                said.kind == "availability"
                and said.since
                and said.since.by(record.day) is Answer.YES
                and any(word in said.text.lower() for word in words)
            )
            and (said.until is None or said.until.by(record.day) is not Answer.YES)
            and (said.jurisdiction in finding.jurisdictions or not finding.jurisdictions)
            and not any(word in said.text.lower() for word in (" not ", "no filing", "would", "plan", "nobody", "only in trials"))
        ):
            found.append((said.since, said.text, tuple(said.sources)))
    return max(found, key=lambda one: one[0].latest, default=None)


def _fits(one: Milestone, finding: Finding) -> bool:
    return one.jurisdiction is None or not finding.jurisdictions or one.jurisdiction in finding.jurisdictions
