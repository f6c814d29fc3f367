"""Sorts what exists for a person into tiers, and says whom what is closed to and why.

Information, not advice: a tier says what is authorised and tested, never what to take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, get_args

from hairtx.engines.status import Standing, best, standings, within
from hairtx.model.dates import PartialDate
from hairtx.model.treatments import Appraisal, Excludes, StageEntry, Treatment
from hairtx.model.value import Value, replace
from hairtx.model.vocabulary import Condition, Population

Tier = Literal["approved-here", "elsewhere-or-off-label", "in-trials", "unknown-for-this-person", "not-shown-to-work", "no-reliable-evidence"]
TIERS: tuple[Tier, ...] = get_args(Tier)
_ADULT = 18
_SENTENCE = re.compile(r"(?<=\.)\s+")
_BREASTFEEDING = re.compile(r"breast-?\s?feed|\bnursing\b(?! (?:societ|class|hom))|lactat|breast milk|into milk", re.IGNORECASE)

_TESTED = {"phase-1", "phase-2", "phase-3", "filed"}


class Asked(Value, frozen=True):
    """The person asked about: what they have, who they are, where they live."""

    condition: str
    jurisdictions: tuple[str, ...]
    day: date
    sex: Literal["female", "male"] | None = None
    age: int | None = None
    pregnant: bool = False
    may_become_pregnant: bool = False
    breastfeeding: bool = False


class Option(Value, frozen=True):
    """One treatment in its tier, with why it stands there."""

    id: str
    treatment: Treatment
    tier: Tier
    reason: str
    standing: Standing | None
    appraisal: Appraisal | None


class Excluded(Value, frozen=True):
    """One treatment that is not for this person, with the reason and its sources."""

    id: str
    treatment: Treatment
    reason: str
    sources: tuple[str, ...]


def sort_options(
    asked: Asked,
    treatments: Iterable[tuple[str, Treatment]],
    conditions: Mapping[str, Condition],
    populations: Mapping[str, Population],
    silent: Mapping[str, PartialDate],
) -> tuple[list[Option], list[Excluded]]:
    """Every treatment of the condition, in a tier or excluded; `silent` gives the last sign of life of those nothing was heard of since."""
    sorted_: list[Option] = []
    out: list[Excluded] = []
    for id_, treatment in treatments:
        if not any(_same(one, asked.condition, conditions) for one in treatment.conditions):
            continue
        rows = [
            row for row in standings(treatment.decisions, asked.day) if row.condition is None or _same(row.condition, asked.condition, conditions)
        ]
        ruled_out = _ruled_out(treatment, asked) or _too_young_or_old(rows, asked, populations)
        if ruled_out:
            out.append(Excluded(id_, treatment, *ruled_out))
        else:
            placed = _place(id_, treatment, rows, asked, conditions, populations)
            if placed.tier == "in-trials" and id_ in silent:
                placed = replace(placed, tier="no-reliable-evidence", reason=f"{placed.reason}; nothing was heard since {silent[id_]}")
            if _with_contraception(treatment, asked):
                placed = replace(placed, reason=f"{placed.reason}; only with contraception, not in pregnancy")
            sorted_.append(placed)
    sorted_.sort(key=lambda one: (TIERS.index(one.tier), _rank(one.appraisal), one.treatment.name.casefold()))
    return sorted_, sorted(out, key=lambda one: one.treatment.name.casefold())


def _same(one: str, asked: str, conditions: Mapping[str, Condition]) -> bool:
    """A treatment of the wider condition is one for the narrower, and the other way round."""
    return within(one, asked, conditions) or within(asked, one, conditions)


_CERTAINTIES = ("high", "moderate", "low", "very-low", "no-controlled-evidence")


def _rank(appraisal: Appraisal | None) -> tuple[int, int]:
    if appraisal is None:
        return (9, 9)
    return (("benefit", "mixed", "unknown", "no-benefit", "harm").index(appraisal.direction), _CERTAINTIES.index(appraisal.certainty))


def _place(
    id_: str, treatment: Treatment, rows: list[Standing], asked: Asked, conditions: Mapping[str, Condition], populations: Mapping[str, Population]
) -> Option:
    appraisal = _appraisal(treatment, asked.condition, conditions)
    suits = [row for row in rows if _suits(row, asked, populations)]
    here = best(row for row in suits if row.jurisdiction in asked.jurisdictions)
    anywhere = best(suits)
    stage = _latest_stage(treatment.stages, asked.condition, conditions)
    direction = appraisal.direction if appraisal else "unknown"
    tested = appraisal is not None and appraisal.certainty != "no-controlled-evidence"
    untold = _for_others(treatment, rows, asked, conditions, populations) or _untold(treatment, asked, populations)
    if untold and direction not in {"no-benefit", "harm"}:
        return Option(id_, treatment, "unknown-for-this-person", untold, here, appraisal)
    if here and here.on_the_market and here.status != "ce-marked":
        return Option(id_, treatment, "approved-here", f"{here.status} here for this", here, appraisal)
    if direction in {"no-benefit", "harm"}:
        return Option(id_, treatment, "not-shown-to-work", "tried and not shown to work", here, appraisal)
    if anywhere and anywhere.on_the_market:
        where = "here" if anywhere is here else f"in {anywhere.jurisdiction}"
        others = [row for row in rows if row.on_the_market and row.jurisdiction in asked.jurisdictions and row not in suits]
        named = ", ".join(dict.fromkeys(populations[row.population].name for row in others if row.population and row.population in populations))
        only = f"; here only for {named}" if named else ""
        return Option(id_, treatment, "elsewhere-or-off-label", f"{anywhere.status} {where}{only}", anywhere, appraisal)
    if stage and stage.stage in _TESTED:
        return Option(id_, treatment, "in-trials", f"{stage.stage.replace('-', ' ')}", here, appraisal)
    if tested and direction in {"benefit", "mixed"}:
        used = "off-label here" if here and here.off_label else "used without an approval for this"
        return Option(id_, treatment, "elsewhere-or-off-label", used, here, appraisal)
    discontinued = stage is not None and stage.stage == "discontinued"
    return Option(id_, treatment, "no-reliable-evidence", "discontinued" if discontinued else "no reliable evidence for this", here, appraisal)


def _appraisal(treatment: Treatment, condition: str, conditions: Mapping[str, Condition]) -> Appraisal | None:
    exact = [one for one in treatment.appraisals if one.condition == condition]
    wider = [one for one in treatment.appraisals if _same(one.condition, condition, conditions)]
    return min(exact or wider, key=_rank, default=None)


def _latest_stage(stages: Iterable[StageEntry], condition: str, conditions: Mapping[str, Condition]) -> StageEntry | None:
    fitting = [one for one in stages if _same(one.condition, condition, conditions)]
    return max(fitting, key=lambda one: one.since.latest if one.since else date.min, default=None)


def _suits(row: Standing, asked: Asked, populations: Mapping[str, Population]) -> bool:
    """Whether the people a decision speaks of may include the person asked about."""
    people = populations.get(row.population) if row.population else None
    if people is None:
        return True
    if asked.sex and people.sex not in {"any", asked.sex}:
        return False
    young = asked.age is not None and people.min_age is not None and asked.age < people.min_age
    old = asked.age is not None and people.max_age is not None and asked.age > people.max_age
    return not young and not old


def _ruled_out(treatment: Treatment, asked: Asked) -> tuple[str, tuple[str, ...]] | None:
    safety = treatment.safety
    for one in safety.contraindications:
        if one.excludes and _hits(one.excludes, asked):
            return one.text, tuple(one.sources)
    if asked.pregnant and safety.pregnancy and safety.pregnancy.advice in {"contraindicated", "avoid"}:
        return f"Pregnancy ({safety.pregnancy.advice}): {safety.pregnancy.text}", tuple(safety.pregnancy.sources)
    return None


def _with_contraception(treatment: Treatment, asked: Asked) -> bool:
    """Whether somebody who may become pregnant has to prevent it while she uses a treatment that is not for pregnant women."""
    told = treatment.safety.pregnancy
    barred = any(one.excludes and one.excludes.pregnant for one in treatment.safety.contraindications)
    return asked.may_become_pregnant and (barred or (told is not None and told.advice in {"contraindicated", "avoid"}))


def _for_others(
    treatment: Treatment, rows: Iterable[Standing], asked: Asked, conditions: Mapping[str, Condition], populations: Mapping[str, Population]
) -> str | None:
    """That all evidence and every approval for the condition is of people of the other sex; None where it is not."""
    told: list[Appraisal | Standing] = [one for one in treatment.appraisals if _same(one.condition, asked.condition, conditions)]
    told += [row for row in rows if row.on_the_market and row.condition]
    sexes = {_sex(one.condition, one.population, conditions, populations) for one in told}
    if asked.sex is None or not sexes or sexes & {"any", asked.sex}:
        return None
    return f"what is recorded is of {'men' if asked.sex == 'female' else 'women'} only"


def _sex(condition: str | None, population: str | None, conditions: Mapping[str, Condition], populations: Mapping[str, Population]) -> str:
    """Of which sex the people of a condition and a population are: female, male or any."""
    held = populations[population].sex if population and population in populations else "any"
    own = conditions[condition].sex if condition and condition in conditions else "any"
    return own if held == "any" else held


def _untold(treatment: Treatment, asked: Asked, populations: Mapping[str, Population]) -> str | None:
    """What is not recorded of a person like this, where saying nothing could be taken for leave."""
    told = treatment.safety.pregnancy
    if asked.pregnant and (told is None or told.advice == "no-data"):
        return f"pregnancy: {told.text}" if told else "nothing is recorded about pregnancy"
    if asked.breastfeeding:
        said = _on_breastfeeding(treatment)
        return f"breastfeeding: {said}" if said else "nothing is recorded about breastfeeding"
    if asked.age is None or asked.age >= _ADULT:
        return None
    named = [one.population for part in (treatment.appraisals, treatment.decisions) for one in part]
    people = [populations[one] for one in named if one is not None and one in populations]
    fitting = any((one.min_age is not None or one.max_age is not None) and (one.min_age or 0) <= asked.age <= (one.max_age or 200) for one in people)
    return None if fitting else f"nothing is recorded for people of {asked.age}"


def _on_breastfeeding(treatment: Treatment) -> str | None:
    """The sentence in which the record of safety first speaks of breastfeeding; None where it never does."""
    safety = treatment.safety
    texts = [safety.pregnancy.text] if safety.pregnancy else []
    texts += [one.text for one in (*safety.contraindications, *safety.serious)] + [one.text for one in treatment.statements]
    return next((sentence.strip().rstrip(".") for text in texts for sentence in _SENTENCE.split(text) if _BREASTFEEDING.search(sentence)), None)


def _hits(excludes: Excludes, asked: Asked) -> bool:
    return (
        (excludes.pregnant and asked.pregnant)
        or (excludes.breastfeeding and asked.breastfeeding)
        or (excludes.may_become_pregnant and (asked.pregnant or asked.may_become_pregnant))
        or (excludes.sex is not None and excludes.sex == asked.sex)
        or (excludes.younger_than is not None and asked.age is not None and asked.age < excludes.younger_than)
        or (excludes.older_than is not None and asked.age is not None and asked.age > excludes.older_than)
    )


def _too_young_or_old(rows: list[Standing], asked: Asked, populations: Mapping[str, Population]) -> tuple[str, tuple[str, ...]] | None:
    """Authorised somewhere, but everywhere for other ages only."""
    sold = [row for row in rows if row.on_the_market]
    if asked.age is None or not sold or any(_suits(row, _any_sex(asked), populations) for row in sold):
        return None
    ages = sorted({populations[row.population].name for row in sold if row.population})
    sources = tuple(dict.fromkeys(source for row in sold for source in row.sources))
    return f"Authorised only for {', '.join(ages)}; asked for age {asked.age}", sources


def _any_sex(asked: Asked) -> Asked:
    return replace(asked, sex=None)
