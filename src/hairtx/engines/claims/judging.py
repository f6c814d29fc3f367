"""Judges findings on two days, publication and today, and keeps what was true once apart from what never was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hairtx.engines.claims.judges import dates, figures, phases, regulatory, results, supply
from hairtx.engines.claims.judges.bench import Record
from hairtx.engines.claims.judges.count import HAIR_LOSS, approved
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.records import Claim, ClaimKind, Finding, Sentence, Verdict
from hairtx.engines.status import Standing, reaching
from hairtx.model.dates import PartialDate
from hairtx.model.naming import brief
from hairtx.model.value import replace

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_JUDGES: dict[ClaimKind, Callable[[Finding, Record], Verdict]] = {
    "regulatory": regulatory.judge,
    "phase": phases.judge,
    "enrolment": figures.people,
    "sites": figures.places,
    "availability": supply.judge,
    "date": dates.judge,
    "result": results.judge,
}
_LARGE = {"US", "EU", "GB"}
"""Where people look first when no country is named."""
_STATES = {"regulatory", "availability"}
_DENIALS = {"none-approved", "not-approved", "not-available", "not-filed", "not-warned", "not-paid"}
_TOLD = {"reached", "completed", "topline", "told"}


class Judge:
    """Holds findings against one knowledge base; records are made once for each treatment and day."""

    def __init__(self, lexicon: Lexicon, base: KnowledgeBase, today: date, published: PartialDate | None) -> None:
        self._lexicon, self._base, self._today = lexicon, base, today
        self._then = min(published.latest, today) if published else None
        self._records: dict[tuple[str, date], Record] = {}

    def claim(self, sentence: Sentence, finding: Finding) -> Claim:
        """The finding with its verdict on the day of publication, None where that is unknown, and today."""
        then = self._on(finding, self._then) if self._then else None
        today = self._changed(finding, then, self._on(finding, self._today))
        if then and then.word == "outdated" and today.word in {"holds", "unverifiable"}:
            # What can be told today cannot have been out of date when it was written.
            then = today
        return Claim(sentence, finding, then, today)

    def _changed(self, finding: Finding, then: Verdict | None, today: Verdict) -> Verdict:
        """Today's verdict: outdated instead of contradicted where it was true when written, or, undated, at some time before."""
        if finding.kind == "phase" and today.word == "outdated" and then and then.word == "outdated" and finding.says.get("status") in _TOLD:
            return replace(today, word="holds", changed=None)
        if finding.kind not in _STATES or today.word != "contradicted":
            return today
        if then is not None:
            # What was denied, and was decided only after, was true when written, also where the record is silent about that day.
            denied = finding.says.get("status") in _DENIALS and then.word == "unverifiable"
            since = bool(denied and today.changed and self._then and today.changed.latest > self._then)
            return replace(today, word="outdated") if then.word == "holds" or since else today
        return replace(today, word="outdated") if any(self._on(finding, day).word == "holds" for day in self._turns(finding)) else today

    def _turns(self, finding: Finding) -> list[date]:
        """Days on and just before each decision that could have changed the answer, the latest first."""
        ids = [finding.treatment] if finding.treatment in self._lexicon.treatments else []
        if finding.treatment is None:
            ids = list(self._sold(finding, None, self._today))
        decided = [one for id_ in ids if id_ for one in self._lexicon.treatments[id_].decisions]
        acts = [one.date or one.known_by for one in decided]
        if finding.jurisdictions and finding.place_said and not finding.says.get("only_there"):
            # Of a place that the sentence names, decisions elsewhere change nothing, but for the first of all: before it nothing was approved.
            held = {union for code in finding.jurisdictions for union in reaching(code, self._base.jurisdictions)}
            acts = [one.date or one.known_by for one in decided if one.jurisdiction in held] + [min((act for act in acts if act), default=None)]
        if finding.kind == "availability":
            acts += [one.date or one.known_by for id_ in ids if id_ for one in self._lexicon.treatments[id_].milestones if one.kind == "market"]
        days = {day for one in acts if one for day in (one.earliest - timedelta(days=1), one.latest)}
        return [day for day in sorted(days, reverse=True) if day <= self._today][:120]

    def _on(self, finding: Finding, day: date) -> Verdict:
        if finding.treatment is None:
            return self._nothing_approved(finding, day)
        if finding.treatment in self._lexicon.treatments:
            return _JUDGES[finding.kind](finding, self._record(finding.treatment, day))
        return self._family(finding, day)

    def _record(self, id_: str, day: date) -> Record:
        if (id_, day) not in self._records:
            self._records[id_, day] = Record(
                id_, self._lexicon.treatments[id_], self._lexicon.trials_of(id_), self._lexicon, self._base, day, self._then
            )
        return self._records[id_, day]

    def _family(self, finding: Finding, day: date) -> Verdict:
        """A family is approved where one of its members is, and is not where none is and one is known not to be."""
        if finding.kind != "regulatory":
            return Verdict("unverifiable", "Said of a whole family; the record speaks of its members one by one")
        verdicts = [regulatory.judge(finding, self._record(id_, day)) for id_ in self._lexicon.members(finding.treatment or "")]
        for word in ("contradicted", "holds") if finding.polarity == "negated" else ("holds", "contradicted"):
            found = next((one for one in verdicts if one.word == word), None)
            if found and not (word == "contradicted" and finding.polarity != "negated"):
                return found
        return Verdict("unverifiable", "Said of a whole family; no member's record answers it")

    def _sold(self, finding: Finding, people: str | None, day: date) -> dict[str, Standing]:
        """The treatments that may be sold on a day for what a claim about all of them names, each with its first row."""
        record = self._record(next(iter(self._lexicon.treatments)), day)
        return approved(record, finding.jurisdictions, finding.condition or HAIR_LOSS, None, day, sold=True, people=people)

    def _nothing_approved(self, finding: Finding, day: date) -> Verdict:
        held = self._sold(finding, finding.says.get("population"), day)
        form = finding.says.get("form")
        held = {id_: row for id_, row in held.items() if not form or form in (self._lexicon.treatments[id_].route or form)}
        if not held:
            return Verdict("holds" if finding.condition or finding.jurisdictions else "unverifiable", "No approval for this is on record there")
        if not finding.jurisdictions and not any(row.jurisdiction in _LARGE for row in held.values()):
            # An old remedy of one country does not make “nothing is approved” wrong where no country is named.
            names = ", ".join(f"{brief(self._lexicon.treatments[id_].name)} ({row.jurisdiction})" for id_, row in list(held.items())[:3])
            return Verdict("unverifiable", f"No country is named; on record: {names}", next(iter(held.values())).sources)
        first_id, first = min(held.items(), key=lambda pair: pair[1].date.earliest if pair[1].date else date.max)
        names = ", ".join(brief(self._lexicon.treatments[id_].name) for id_ in list(held)[:4])
        return Verdict(
            "contradicted",
            f"On record there: {names}; the first was {brief(self._lexicon.treatments[first_id].name)}, {first.date or first.known_by}",
            first.sources,
            first.date,
        )
