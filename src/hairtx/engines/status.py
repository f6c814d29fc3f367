"""Works out the status on a day from the dated acts of authorities.

The decisions up to the day are folded per jurisdiction, condition, population
and product. Leave to run a trial is `investigational`, never `approved`;
warnings, rulings and reimbursement change no status; what nobody decided is
`unknown`, which is not `not-approved`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from hairtx.model.dates import Answer, PartialDate, happened_by
from hairtx.model.treatments import Decision
from hairtx.model.value import Value, replace
from hairtx.model.vocabulary import Condition, Jurisdiction
from hairtx.model.words import Status, Supply

ON_THE_MARKET: frozenset[Status] = frozenset({"approved", "conditional", "cleared", "ce-marked"})
STANDING: tuple[Status, ...] = (
    "approved", "conditional", "cleared", "ce-marked", "in-review", "investigational",
    "suspended", "withdrawn", "refused", "not-approved", "unknown",
)  # fmt: skip
"""Every status, from the most to the least a patient can have it."""

_GRANTED: dict[str, Status] = {
    "marketing-authorisation": "approved",
    "conditional-authorisation": "conditional",
    "pma": "approved",
    "otc-monograph": "approved",
    "otc-switch": "approved",
    "510k": "cleared",
    "de-novo": "cleared",
    "ce-mark": "ce-marked",
    "trial-permission": "investigational",
}
_ACTED: dict[str, Status] = {
    "filed": "in-review",
    "accepted": "in-review",
    "permitted-trial": "investigational",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "lapsed": "withdrawn",
    "suspended": "suspended",
}
_ASIDE = {"reimbursement", "court-ruling", "safety-alert", "label-change", "advertising-ruling"}
_HALF_ASIDE = {"trial-permission", "otc-switch"}
"""Pathways that change a status where they are granted; a halted trial or a switch refused leaves it as it was."""
_ENDS: frozenset[Status] = frozenset({"withdrawn", "suspended", "refused"})


class Standing(Value, frozen=True):
    """The computed status of one treatment for one jurisdiction, condition, population and product.

    `date` is the day the status began, `supply_since` the day from which it has been supplied as it is, where that came later.
    """

    jurisdiction: str
    condition: str | None
    population: str | None
    status: Status
    supply: Supply | None = None
    supply_since: PartialDate | None = None
    date: PartialDate | None = None
    known_by: PartialDate | None = None
    authority: str | None = None
    pathway: str | None = None
    product: str | None = None
    holder: str | None = None
    off_label: bool = False
    note: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def on_the_market(self) -> bool:
        """Whether it may be sold there for this use."""
        return self.status in ON_THE_MARKET


def led_to(decision: Decision) -> Status | None:
    """The status that a decision leads to, or None where it changes none (a warning, a ruling, a recommendation, a halt to a trial)."""
    if decision.action in {"granted", "extended"}:
        return _GRANTED.get(decision.pathway)
    if decision.pathway == "cosmetic-notification":
        # Taking note of a cosmetic approves nothing; turning one down is a refusal all the same.
        return "refused" if decision.action == "refused" else None
    if decision.action == "stated-unapproved":
        return "not-approved"
    if decision.pathway in _ASIDE or (decision.pathway in _HALF_ASIDE and decision.action != "permitted-trial"):
        return None
    return _ACTED.get(decision.action)


def standings(decisions: Iterable[Decision], day: date) -> list[Standing]:
    """The status rows on `day`, most settled first within each jurisdiction; acts that may or may not have come by then are left out."""
    acts = [(decision, status) for decision in decisions if (status := led_to(decision)) and _by(decision, day) is Answer.YES]
    acts.sort(key=lambda act: _order(act[0]))
    rows: dict[tuple[str, str | None, str | None, str | None], Standing] = {}
    for decision, status in acts:
        place = (decision.jurisdiction, decision.condition, decision.population, decision.product)
        if status in _ENDS:
            touched = [at for at, row in rows.items() if _concerns(decision, row)] or [place]
        else:
            touched = [place]
        for at in touched:
            rows[at] = _apply(rows.get(at), at, decision, status)
    sold = {(row.jurisdiction, row.condition) for row in rows.values() if row.on_the_market}
    marked = [_mark_off_label(row, sold) for row in rows.values()]
    return sorted(
        marked, key=lambda row: (row.jurisdiction, row.condition or "", STANDING.index(row.status), row.population or "", row.product or "")
    )


def uncertain(decisions: Iterable[Decision], day: date) -> list[Decision]:
    """Decisions of which their dates cannot tell whether they had been taken by `day`: half-known, unknown, or first reported later."""
    return [one for one in decisions if _by(one, day) is Answer.MAYBE or (one.date is None and _by(one, day) is Answer.NO)]


def _by(decision: Decision, day: date) -> Answer:
    return happened_by(day, decision.date, decision.known_by)


def _order(decision: Decision) -> tuple[date, date]:
    when = decision.date or decision.known_by
    return (when.earliest, when.latest) if when else (date.min, date.min)


def _concerns(decision: Decision, row: Standing) -> bool:
    named = ((decision.condition, row.condition), (decision.population, row.population), (decision.product, row.product))
    return decision.jurisdiction == row.jurisdiction and all(said is None or said == held for said, held in named)


def _apply(row: Standing | None, at: tuple[str, str | None, str | None, str | None], decision: Decision, status: Status) -> Standing:
    """The row after the decision. A filing, a trial or a note that nothing is approved never undoes an approval that stands."""
    if row and row.on_the_market and status not in ON_THE_MARKET | _ENDS:
        return row
    if row and row.on_the_market and status in ON_THE_MARKET:
        # Approved already: a later grant (a switch, a new strength) changes how it is supplied, not since when it is approved.
        sources = tuple(dict.fromkeys((*row.sources, *decision.sources)))
        if decision.supply is None or decision.supply == row.supply:
            return replace(row, sources=sources)
        return replace(row, supply=decision.supply, supply_since=decision.date, sources=sources)
    if row and row.status == "in-review" and status in {"investigational", "not-approved"}:
        return row
    return Standing(
        jurisdiction=at[0],
        condition=at[1],
        population=at[2],
        product=at[3],
        status=status,
        supply=decision.supply,
        date=decision.date,
        known_by=None if decision.date else decision.known_by,
        authority=decision.authority,
        pathway=decision.pathway,
        holder=decision.holder,
        note=decision.note,
        sources=tuple(decision.sources),
    )


def _mark_off_label(row: Standing, sold: Collection[tuple[str, str | None]]) -> Standing:
    """The row, marked where the treatment may be sold in that jurisdiction for another condition and not for this one."""
    if row.condition is None or row.status not in {"not-approved", "refused", "withdrawn"}:
        return row
    return replace(row, off_label=any(place == row.jurisdiction and condition != row.condition for place, condition in sold))


def best(rows: Iterable[Standing]) -> Standing | None:
    """The most settled of several rows; of those the earliest whose day is known."""
    return min(rows, key=lambda row: (STANDING.index(row.status), row.date.earliest if row.date else date.max), default=None)


def within(wanted: str | None, asked: str, conditions: Mapping[str, Condition]) -> bool:
    """Whether condition `wanted` is `asked` or belongs to it; a decision for no stated condition fits every question."""
    while wanted is not None:
        if wanted == asked:
            return True
        wanted = conditions[wanted].within if wanted in conditions else None
    return False


def reaching(jurisdiction: str, jurisdictions: Mapping[str, Jurisdiction]) -> tuple[str, ...]:
    """The jurisdictions whose decisions hold in `jurisdiction`: itself, and the union it belongs to."""
    union = jurisdictions[jurisdiction].within if jurisdiction in jurisdictions else None
    return (jurisdiction, union) if union else (jurisdiction,)
