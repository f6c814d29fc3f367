"""How many treatments are approved for something somewhere, and which was first."""

from __future__ import annotations

from datetime import date

from hairtx.engines.claims.judges.bench import Record, describe, verdict
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.engines.status import Standing, reaching
from hairtx.model.dates import PartialDate
from hairtx.model.naming import brief

HAIR_LOSS = "androgenetic-alopecia"
"""What “hair loss” means to most where no kind of it is named."""
_DRUGS = {"drug", "biologic"}


def approved(
    record: Record,
    places: tuple[str, ...],
    condition: str | None,
    kinds: set[str] | None,
    day: date,
    *,
    sold: bool = False,
    people: str | None = None,
) -> dict[str, Standing]:
    """The treatments approved by `day` for a condition in those places (everywhere where none is named), each with its first row."""
    asked = (places, condition, frozenset(kinds or ()), day, sold, people)
    known = record.lexicon.approved
    if asked not in known:
        known[asked] = _approved(record, *asked)
    return known[asked]


def _approved(
    record: Record, places: tuple[str, ...], condition: str | None, kinds: frozenset[str], day: date, sold: bool, people: str | None
) -> dict[str, Standing]:
    held = {union for code in places for union in reaching(code, record.base.jurisdictions)}
    found: dict[str, Standing] = {}
    for id_, row in record.lexicon.sold(day):
        if (
            (held and row.jurisdiction not in held)
            or row.condition is None
            or not (sold or row.status in {"approved", "conditional"})
            or (kinds and record.lexicon.treatments[id_].kind not in kinds)
            or not record.fits(row.condition, condition)
            or not record.suits(row.population, people)
            or (people == "men-and-women" and _one_sex(record, row))
        ):
            continue
        if id_ not in found or _day(row) < _day(found[id_]):
            found[id_] = row
    return found


def _one_sex(record: Record, row: Standing) -> bool:
    people = record.base.populations.get(row.population) if row.population else None
    return people is not None and people.sex != "any"


def _day(row: Standing) -> date:
    dated = row.date or row.known_by
    return dated.earliest if dated else date.max


def number_approved(finding: Finding, record: Record, count: int) -> Verdict:
    """Whether so many medicines are approved for the condition in the place."""
    condition = finding.condition or HAIR_LOSS
    held = approved(record, finding.jurisdictions, condition, _DRUGS, record.day)
    names = ", ".join(sorted(brief(record.lexicon.treatments[id_].name) for id_ in held))
    sources = tuple(source for row in held.values() for source in row.sources[:1])
    if len(held) == count:
        return verdict("holds", f"{count} medicines are approved there for this: {names}", sources)
    if len(held) > count:
        days = sorted(((row.date, id_) for id_, row in held.items() if row.date), key=lambda pair: pair[0])
        changed = days[count][0] if len(days) > count else None
        return verdict("contradicted", f"{len(held)} are approved there for this now: {names}", sources, changed)
    return verdict("contradicted" if held else "unverifiable", f"{len(held)} on record: {names or 'none'}", sources)


def first_of(finding: Finding, record: Record, row: Standing, *, ordinal: int, only: bool) -> Verdict | None:
    """The verdict where others were approved before it, or stand beside what is called the only one; None where the record has no objection."""
    places = () if finding.says.get("worldwide") else (row.jurisdiction,)
    condition = finding.condition or row.condition
    if finding.says.get("worldwide") and finding.condition is None:
        condition = row.condition
    held = approved(
        record,
        places,
        condition,
        {record.treatment.kind} | (_DRUGS if record.treatment.kind in _DRUGS else set()),
        record.day,
        people=finding.says.get("population"),
    )
    form = str(finding.says.get("form") or "")
    others = {
        id_: one
        for id_, one in held.items()
        if id_ != record.id and form in (record.lexicon.treatments[id_].route or form) and finding.says.get("supply") in {None, one.supply}
    }
    if only and others:
        last = max(others.items(), key=lambda pair: _day(pair[1]))
        name = brief(record.lexicon.treatments[last[0]].name)
        return verdict("contradicted", f"Not the only one: {name} too, {describe(last[1], record)}", last[1].sources, _later(last[1], row))
    earlier = {
        id_: one for id_, one in others.items() if one.date and row.date and one.date.latest < row.date.earliest and _same_people(record, one, row)
    }
    if not only and len(earlier) >= ordinal:
        first = min(earlier.items(), key=lambda pair: _day(pair[1]))
        return verdict(
            "contradicted",
            f"Not in that place: {brief(record.lexicon.treatments[first[0]].name)} came before it, {describe(first[1], record)}",
            first[1].sources,
        )
    return None


def _later(other: Standing, row: Standing) -> PartialDate | None:
    """The day on which it stopped being the only one."""
    return other.date if other.date and row.date and other.date > row.date else None


def _same_people(record: Record, one: Standing, other: Standing) -> bool:
    """Whether two approvals are for people who overlap in sex."""
    sexes = {
        record.base.populations[held].sex if held in record.base.populations else "any" for held in (one.population or "", other.population or "")
    }
    return "any" in sexes or len(sexes) == 1
