"""What every judge works with: the record of a treatment on a day, and how its state is put in one line."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from hairtx.engines.claims.brands import same_brand
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.people import population
from hairtx.engines.claims.records import Finding, Verdict, Word
from hairtx.engines.status import STANDING, Standing, reaching
from hairtx.engines.timeline import events_of, is_silent, last_sign_of_life
from hairtx.model.dates import Answer, PartialDate
from hairtx.model.naming import brief
from hairtx.model.treatments import Decision, Treatment
from hairtx.model.trials import Trial

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_OWN = {"510k", "de-novo", "pma"}
"""Pathways by which each device is let onto the market by itself."""
ORDER = ("preclinical", "phase-1", "phase-2", "phase-3", "filed", "marketed", "discontinued")


class Record:
    """One treatment's record as judges ask of it."""

    def __init__(
        self,
        id_: str,
        treatment: Treatment,
        trials: dict[str, Trial],
        lexicon: Lexicon,
        base: KnowledgeBase,
        day: date,
        published: date | None = None,
    ) -> None:
        self.published = published
        self.id, self.treatment, self.trials, self.lexicon, self.base, self.day = id_, treatment, trials, lexicon, base, day

    def trials_for(self, finding: Finding) -> dict[str, Trial]:
        """The trials that a claim may speak of: those it names, else all but those in the other sex alone."""
        if finding.trials:
            return {id_: self.lexicon.trials[id_] for id_ in finding.trials}
        return {id_: one for id_, one in self.trials.items() if self.suits(one.population, finding.says.get("population"))}

    def tells_of(self, text: str, finding: Finding) -> bool:
        """Whether an event may be the one that a claim speaks of, by the sex that both name."""
        asked, told = finding.says.get("population"), population(text)
        return {asked, told} != {"men", "women"}

    @cached_property
    def rows(self) -> list[Standing]:
        """Its status rows on the day."""
        return self.lexicon.rows(self.id, self.day)

    def place(self, codes: tuple[str, ...]) -> list[Standing]:
        """The rows that hold in any of those places; every row where none is named."""
        if not codes:
            return self.rows
        held = {union for code in codes for union in reaching(code, self.base.jurisdictions)}
        return [row for row in self.rows if row.jurisdiction in held]

    def fitting(self, finding: Finding) -> list[Standing]:
        """The rows for the place, condition and people of a claim."""
        people = finding.says.get("population")
        held = self.of_brand(finding) if self.is_own(finding) else self.place(finding.jurisdictions)
        return [row for row in held if self.fits(row.condition, finding.condition) and self.suits(row.population, people)]

    def is_own(self, finding: Finding) -> bool:
        """Whether a claim names a device that an authority let onto the market there by itself, on whatever day."""
        held = {union for code in finding.jurisdictions for union in reaching(code, self.base.jurisdictions)}
        return finding.brand is not None and any(
            one.pathway in _OWN and same_brand(one.product, finding.brand) and (not held or one.jurisdiction in held)
            for one in self.treatment.decisions
        )

    def of_brand(self, finding: Finding) -> list[Standing]:
        """The rows of the device that a claim names, in the places of the claim."""
        brand = finding.brand
        return [row for row in self.place(finding.jurisdictions) if brand and row.pathway in _OWN and same_brand(row.product, brand)]

    def fits(self, held: str | None, asked: str | None) -> bool:
        """Whether a row's condition answers a claim's; “hair loss” is any but the lashes."""
        if asked is None or asked == "self-perceived-hair-thinning":
            return self.lexicon.is_hair(held) and "eyelash" not in (held or "")
        return held is None or self.lexicon.within(held, asked) or self.lexicon.within(asked, held)

    def suits(self, held: str | None, asked: str | None) -> bool:
        """Whether a row's population answers the people that a claim names."""
        population = self.base.populations.get(held) if held else None
        if population is None or asked in {None, "men-and-women"}:
            return True
        if asked == "adolescents":
            return population.min_age is None or population.min_age < 18
        return population.sex in {"any", {"men": "male", "women": "female"}.get(asked or "", "any")}

    @cached_property
    def stage(self) -> str | None:
        """The furthest stage reached by the day for a kind of hair loss; discontinued where it ended."""
        held = [
            one for one in self.treatment.stages if self.fits(one.condition, None) and (one.since is None or one.since.by(self.day) is not Answer.NO)
        ]
        if held:
            latest = max(held, key=lambda one: (one.since.latest if one.since else date.min, ORDER.index(one.stage)))
            if latest.stage == "discontinued":
                return latest.stage
        reached = [ORDER.index(one.stage) for one in held if one.stage != "discontinued"]
        # A CE mark lets a device be sold and says nothing of how far its testing has come.
        if any(row.on_the_market and row.status != "ce-marked" and self.fits(row.condition, None) for row in self.rows):
            return "marketed"
        for trial in self.trials.values():
            number = trial.phase.split("/")[-1]
            begun = trial.start is not None and trial.start.by(self.day) is not Answer.NO
            if begun and number in "123" and self.fits(trial.condition, None):
                reached.append(ORDER.index(f"phase-{number}"))
        return ORDER[max(reached)] if reached else None

    @cached_property
    def silent_since(self) -> PartialDate | None:
        """The last dated sign of life, where nothing was heard for two years of something under way."""
        events = events_of(self.id, self.treatment, self.trials, self.base.authorities)
        return last_sign_of_life(events, self.day) if self.stage and is_silent(self.stage, events, self.day) else None

    @property
    def unmarketed(self) -> bool:
        """Whether the record knows it as something in development that is sold nowhere for hair loss."""
        sold = any(row.on_the_market and self.fits(row.condition, None) for row in self.rows)
        return not sold and self.stage is not None and self.stage != "marketed"

    def acts(self, finding: Finding, *actions: str) -> list[Decision]:
        """Dated acts of those kinds in the places of a claim that had come by the day, the latest last."""
        held = {union for code in finding.jurisdictions for union in reaching(code, self.base.jurisdictions)}
        found = [
            one
            for one in self.treatment.decisions
            if one.action in actions
            and (not held or one.jurisdiction in held)
            and (dated := one.date or one.known_by)
            and dated.by(self.day) is not Answer.NO
        ]
        return sorted(found, key=when)

    def stage_line(self) -> Verdict:
        """How far it has come, as a line with its sources."""
        last = self.silent_since
        sources = tuple(self.treatment.stages[-1].sources) if self.treatment.stages else ()
        said = {"marketed": "on the market", "filed": "filed for approval", "discontinued": "development has ended"}.get(
            self.stage or "", (self.stage or "").replace("-", " ")
        )
        line = f"{brief(self.treatment.name)}: {said or 'no stage is recorded'}"
        return Verdict("unverifiable", line + (f"; nothing dated was heard since {last}" if last else ""), sources)


def when(one: Decision) -> date:
    """The last day by which a decision was taken."""
    dated = one.date or one.known_by
    return dated.latest if dated else date.min


def describe(row: Standing, record: Record) -> str:
    """A status row in words: who, what, since when, for what."""
    authority = record.base.authorities.get(row.authority or "")
    named = authority.name.partition(" (")[0] if authority else row.jurisdiction
    who = next((name for name in (authority.names if authority else []) if name.isupper()), named)
    where = record.base.jurisdictions[row.jurisdiction].name if row.jurisdiction in record.base.jurisdictions else row.jurisdiction
    condition = record.lexicon.conditions[row.condition].name if row.condition in record.lexicon.conditions else ""
    since = f" {'since' if row.on_the_market else 'on'} {row.date}" if row.date else f", reported {row.known_by}" if row.known_by else ""
    pathway = {"510k": " by 510(k)", "de-novo": " by De Novo", "pma": " by premarket approval"}.get(row.pathway or "", "")
    return (
        f"{where} ({who}): {'CE-marked' if row.status == 'ce-marked' else row.status.replace('-', ' ')}{pathway}{since}"
        + (f" for {condition}" if condition else "")
        + (f" ({row.product})" if row.product else "")
    )


_KNOWN_FIRST = ("US", "EU", "GB", "JP", "CA", "AU")
"""Places whose decisions readers ask of first, where an article names none."""


def best_known_row(rows: list[Standing]) -> Standing | None:
    """Of the rows of every place the one that says most to most readers: the most settled in a large place, then the earliest."""
    settled = best_row(rows)
    same = [row for row in rows if settled and row.status == settled.status]
    there = [row for row in same if row.jurisdiction in _KNOWN_FIRST]
    return min(there, key=lambda row: (_KNOWN_FIRST.index(row.jurisdiction), row.date.earliest if row.date else date.max), default=settled)


def best_row(rows: list[Standing]) -> Standing | None:
    """The most settled row, the earliest of several."""
    return min(rows, key=lambda row: (STANDING.index(row.status), row.date.earliest if row.date else date.max), default=None)


def span(text: str | None) -> tuple[date, date] | None:
    """The first and last day that a claim's date, or two of them around a stroke, can mean."""
    if not text:
        return None
    first, _, last = text.partition("/")
    return PartialDate(first).earliest, PartialDate(last or first).latest


def not_yet(finding: Finding, record: Record) -> Verdict:
    """The verdict on a forecast that nothing on record has met: missed where its day or its treatment has gone, else open."""
    line = record.stage_line()
    days = span(finding.says.get("date"))
    if days and days[1] < record.day:
        return Verdict("outdated", f"The day named has passed; {line.now}", line.sources, PartialDate(days[1].isoformat()), "missed")
    if record.stage == "discontinued" or record.silent_since:
        return Verdict("outdated", line.now, line.sources, record.silent_since, "missed")
    return Verdict("unverifiable", f"Still open: {line.now}", line.sources, None, "open")


def verdict(word: Word, now: str, sources: tuple[str, ...] | list[str] = (), changed: PartialDate | None = None) -> Verdict:
    """A verdict with its line."""
    return Verdict(word, now, tuple(dict.fromkeys(sources)), changed)
