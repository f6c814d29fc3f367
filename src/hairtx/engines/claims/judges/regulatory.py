"""Judges what authorities are said to have decided, by condition, place, people and day."""

from __future__ import annotations

import re

from hairtx.engines.claims.brands import same_brand
from hairtx.engines.claims.judges import acts, filings
from hairtx.engines.claims.judges.bench import Record, best_known_row, best_row, describe, span, verdict
from hairtx.engines.claims.judges.count import first_of, number_approved
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.engines.status import Standing
from hairtx.model.dates import PartialDate
from hairtx.model.naming import brief
from hairtx.model.value import replace

_SELLING = frozenset({"approved", "conditional"})
_CLOSE = 45
"""Days by which a date may miss a decision: what is reported late is not wrong."""
_OWN_PRODUCT = re.compile(
    r"\b(?:our|compounded|imported|overseas|foreign|bespoke|counterfeit"
    r"|this (?:spray|lotion|product|formula\w*))\b",
    re.IGNORECASE,
)
"""A product of a maker's own, which is not the licensed one."""
_NOT_YET = re.compile(r"\b(?:yet to|not yet|n['’]t yet|has yet|have yet|still has(?:n['’]t| not))\b", re.IGNORECASE)
_STEM = 6
"""Letters by which the name of a disease is known again in another form."""
_LOOSE = frozenset({"approved", "conditional", "cleared", "ce-marked"})


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day, as if the claim were made on it."""
    told = _in_place(finding, record)
    if told.word != "holds" and not finding.place_said and finding.jurisdictions and finding.says["status"] in {"approved", "cleared"}:
        # A place that the sentence does not name is a guess: what is true elsewhere is not wrong.
        anywhere = _in_place(replace(finding, jurisdictions=()), record)
        return anywhere if anywhere.word == "holds" else told
    return told


def _in_place(finding: Finding, record: Record) -> Verdict:
    status = finding.says["status"]
    if finding.says.get("only_there"):
        return _only_there(finding, record, status)
    if status in {"approved", "cleared", "ce-marked"}:
        return (
            _for_another_use(finding, record)
            or _for_the_unborn(finding, record)
            or _for_that_age(finding, record)
            or _granted(finding, record, status)
        )
    if status in {"not-approved", "off-label"}:
        return _not_granted(finding, record)
    if status in {"approval-expected", "filing-planned", "more-needed"}:
        return filings.forecast(finding, record)
    if status == "recommendation-expected":
        return filings.recommendation(finding, record)
    if status in {"trial-authorised", "ind-submitted", "trial-expected"}:
        return filings.trial(finding, record)
    if status == "in-review":
        return filings.review(finding, record)
    if status == "not-filed":
        return filings.not_filed(finding, record)
    if status == "under-safety-review":
        return acts.safety_review(finding, record)
    if status == "not-warned":
        return acts.not_warned(finding, record)
    return acts.other(finding, record, status)


def _only_there(finding: Finding, record: Record, status: str) -> Verdict:
    """“Approved nowhere but in …”, held against the approvals there and those elsewhere."""
    there = _granted(finding, record, status)
    if there.word != "holds":
        return there
    inside = {row.jurisdiction for row in record.fitting(finding)}
    anywhere = replace(finding, jurisdictions=())
    elsewhere = [row for row in record.fitting(anywhere) if row.on_the_market and row.status != "ce-marked" and row.jurisdiction not in inside]
    first = min(elsewhere, key=lambda row: (row.date or row.known_by or PartialDate("9999")).earliest, default=None)
    if first is None:
        return there
    return verdict("contradicted", f"Elsewhere too: {describe(first, record)}", first.sources, first.date or first.known_by)


def _for_the_unborn(finding: Finding, record: Record) -> Verdict | None:
    """“Approved for pregnant women”, held against what the label says of pregnancy; no approval on record names them."""
    told = record.treatment.safety.pregnancy
    if not finding.says.get("pregnant"):
        return None
    if told and told.advice in {"contraindicated", "avoid"}:
        return verdict("contradicted", f"{told.advice.capitalize()} in pregnancy: {told.text}", told.sources)
    return verdict("unverifiable", told.text if told else "The record says nothing of pregnancy", told.sources if told else ())


def _for_that_age(finding: Finding, record: Record) -> Verdict | None:
    """An approval said to reach down to an age, held against the youngest people that an approval on record names."""
    age = finding.says.get("age")
    rows = [
        row for row in record.place(finding.jurisdictions) if row.on_the_market and record.fits(row.condition, finding.condition) and row.population
    ]
    ages = {row.population: record.base.populations[row.population].min_age for row in rows if row.population in record.base.populations}
    if age is None or not ages or any(held is None or held <= age for held in ages.values()):
        return None
    least = min((held, name) for name, held in ages.items() if held is not None)
    row = best_row([one for one in rows if one.population == least[1]])
    assert row is not None
    return verdict("contradicted", f"{describe(row, record)}; not below {least[0]} years", row.sources)


def _for_another_use(finding: Finding, record: Record) -> Verdict | None:
    """“Cleared for orthopaedic surgery”: the record is one of hair and does not know every other use."""
    if finding.says.get("use") != "other" or finding.condition is not None:
        return None
    rows = [row for row in record.place(finding.jurisdictions) if row.on_the_market and not record.lexicon.is_hair(row.condition)]
    named = best_row([row for row in rows if str(finding.says["for"])[:_STEM] in (row.note or "").lower()])
    if named is not None:
        return verdict("holds", f"{describe(named, record)}: {named.note}", named.sources)
    row = best_row(rows)
    if row is not None:
        return verdict("unverifiable", f"{describe(row, record)}; of the use named nothing is recorded", row.sources)
    return verdict("unverifiable", f"No decision on {brief(record.treatment.name)} for uses other than hair is recorded there")


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
    if days and finding.condition is None and "use" not in finding.says and not record.is_own(finding):
        # “An eye drug, approved in 2000”: the day tells which approval is meant, unless a brand does.
        brands = _brands(record, finding)
        meant = next(
            (
                row
                for row in record.place(finding.jurisdictions)
                if row.on_the_market
                and not record.fits(row.condition, None)
                and row.date
                and row.date.latest >= days[0]
                and row.date.earliest <= days[1]
                and (not brands or row.product in brands)
            ),
            None,
        )
        if meant:
            return verdict("holds", f"{describe(meant, record)}, which is not for hair", meant.sources)
        own = best_row([row for row in record.place(finding.jurisdictions) if row.on_the_market and row.product in brands])
        if own:
            return verdict("contradicted", f"{describe(own, record)}; the day given is another", own.sources)
    elsewhere = best_row([row for row in record.place(finding.jurisdictions) if row.on_the_market and not record.fits(row.condition, None)])
    if elsewhere and finding.jurisdictions and not days and finding.condition is None and "use" not in finding.says and not record.is_own(finding):
        # “It is an FDA-approved drug” need not mean: for hair.
        return verdict("unverifiable", f"{describe(elsewhere, record)}; not for hair", elsewhere.sources)
    notified = _notified(finding, record)
    if notified and status == "approved" and not finding.says.get("loose"):
        return replace(notified, word="contradicted")
    denied = best_row(rows) or best_row([row for row in record.of_brand(finding) if record.fits(row.condition, finding.condition)])
    if denied is not None:
        return verdict("contradicted", describe(denied, record), denied.sources, denied.date)
    if record.unmarketed:
        return replace(record.stage_line(), word="contradicted")
    return verdict("unverifiable", f"No decision on {brief(record.treatment.name)} for this use is recorded there")


def _with_details(finding: Finding, record: Record, good: list[Standing]) -> Verdict:
    """An approval that stands, held against the date, order and number that the claim gives."""
    said = finding.says
    row = best_row(good) if finding.jurisdictions or "date" in said or said.get("ordinal") or said.get("only") else best_known_row(good)
    assert row is not None
    if "supply" in said:
        return _supplied(finding, record, good)
    line = describe(row, record)
    days = span(said.get("date"))
    dated = [one.date for one in good if one.date]
    if days and dated and "date" in said and not any(one.latest >= days[0] and one.earliest <= days[1] for one in _dates(record, finding, good)):
        near = min(abs((one.earliest - days[0]).days) for one in _dates(record, finding, good))
        if near > _CLOSE:
            return verdict("contradicted", f"{line}; the day given is another", row.sources)
    if "approved_drugs" in said:
        return number_approved(finding, record, int(said["approved_drugs"]))
    if said.get("ordinal") or said.get("only"):
        rival = first_of(finding, record, row, ordinal=int(said.get("ordinal") or 1), only=bool(said.get("only")))
        if rival is not None:
            return rival
    return verdict("holds", line, row.sources)


def _supplied(finding: Finding, record: Record, good: list[Standing]) -> Verdict:
    """“Sold without prescription since …”, held against how the approved products are supplied and since when."""
    asked = finding.says["supply"]
    told = [one for one in good if one.supply in {"otc", "prescription"}]
    held = [one for one in told if one.supply == asked]
    held = [one for one in held if finding.brand and same_brand(one.product, finding.brand)] or held
    if not held:
        other = best_row(told)
        if other is None:
            row = best_row(good)
            assert row is not None
            return verdict("unverifiable", f"{describe(row, record)}; how it is supplied is not recorded", row.sources)
        return verdict("contradicted", f"{describe(other, record)}; it is supplied {in_words(other.supply)}", other.sources, other.supply_since)
    row = best_row(held)
    assert row is not None
    days = span(finding.says.get("date"))
    since = [day for one in held if (day := one.supply_since or one.date)]
    line = f"{describe(row, record)}, {in_words(asked)}" + (f" since {row.supply_since}" if row.supply_since else "")
    if days and since and not any(day.latest >= days[0] and day.earliest <= days[1] for day in since):
        near = min(abs((day.earliest - days[0]).days) for day in since)
        if near > _CLOSE:
            return verdict("contradicted", f"{line}; the day given is another", row.sources)
    return verdict("holds", line, row.sources)


def in_words(supply: str | None) -> str:
    """How it is supplied, in words."""
    return "without prescription" if supply == "otc" else "on prescription"


def _dates(record: Record, finding: Finding, good: list[Standing]) -> list[PartialDate]:
    """The days of the approvals, with those of other products and people of the same treatment; only the brand's own where one is named."""
    places = {row.jurisdiction for row in good}
    acts = [
        one
        for one in record.treatment.decisions
        if one.jurisdiction in places
        and one.action in {"granted", "extended", "accepted", "filed"}
        and ("use" not in finding.says or one.condition is None or record.lexicon.is_hair(one.condition))
    ]
    dated = [(one.product, one.date) for one in good if one.date] + [(one.product, one.date) for one in acts if one.date]
    brands = _brands(record, finding) | {row.product for row in record.of_brand(finding) if row.product}
    own = [day for product, day in dated if product in brands]
    return own or [day for _, day in dated]


def _brands(record: Record, finding: Finding) -> set[str]:
    """The brands of the treatment that the sentence names and an authority decided on."""
    said = finding.words.casefold()
    return {name for name in record.treatment.names.brand if name.casefold() in said} & {one.product for one in record.treatment.decisions}


def _not_granted(finding: Finding, record: Record) -> Verdict:
    rows = record.fitting(finding)
    off_label = finding.says["status"] == "off-label"
    if off_label and not record.lexicon.is_hair(finding.condition):
        rows = [row for row in record.place(finding.jurisdictions) if record.fits(row.condition, None)]
    good = [row for row in rows if row.status in (_LOOSE if off_label or finding.says.get("loose") else _SELLING)]
    if good:
        row = best_row(good) if finding.jurisdictions else best_known_row(good)
        assert row is not None
        if off_label and row.population:
            return verdict("unverifiable", f"{describe(row, record)}; for other people it is off-label", row.sources)
        if _OWN_PRODUCT.search(finding.words):
            return verdict("unverifiable", f"{describe(row, record)}; of the product named nothing is recorded", row.sources)
        return verdict("contradicted", describe(row, record), row.sources, row.date)
    cleared = best_row([row for row in rows if row.status == "cleared" and row.date]) if _NOT_YET.search(finding.words) else None
    if cleared is not None:
        return verdict("contradicted", describe(cleared, record), cleared.sources, cleared.date)
    held = best_row(rows)
    if held is not None:
        return verdict("holds", describe(held, record), held.sources)
    elsewhere = best_row([row for row in record.place(finding.jurisdictions) if row.on_the_market])
    if elsewhere is not None and finding.jurisdictions:
        return verdict("holds", f"{describe(elsewhere, record)}; nothing for this use is recorded", elsewhere.sources)
    barred = _barred(finding, record)
    if barred:
        return barred
    warned = record.acts(finding, "warned")
    if warned and finding.jurisdictions:
        last = warned[-1]
        return verdict("holds", f"warned on {last.date or last.known_by}" + (f": {last.note}" if last.note else ""), last.sources)
    if record.unmarketed:
        return replace(record.stage_line(), word="holds")
    notified = _notified(replace(finding, jurisdictions=()), record)
    if notified:
        return replace(notified, word="holds")
    return verdict("unverifiable", f"No decision on {brief(record.treatment.name)} for this use is recorded there")


def _barred(finding: Finding, record: Record) -> Verdict | None:
    """“Not approved for women”, “… for children”: what the label rules them out for, where no decision in the place tells."""
    sex = {"women": "female", "men": "male"}.get(str(finding.says.get("population")))
    age = finding.says.get("age")
    for one in record.treatment.safety.contraindications:
        held = one.excludes
        if held and ((sex and held.sex == sex) or (age is not None and (held.younger_than or 0) > age)):
            return verdict("holds", one.text, one.sources)
    return None


def _notified(finding: Finding, record: Record) -> Verdict | None:
    """A cosmetic that was only notified: that is no approval, and none is on record anywhere."""
    if record.treatment.kind != "cosmetic" or any(one.action == "granted" for one in record.treatment.decisions):
        return None
    acts = [one for one in record.acts(finding, "accepted") if one.pathway == "cosmetic-notification"]
    if not acts:
        return None
    return verdict("unverifiable", f"Notified as a cosmetic, {acts[-1].date or acts[-1].known_by}; notification is no approval", acts[-1].sources)
