"""Parts that several records share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hairtx.engines.effects import ArmEffect
from hairtx.engines.status import Standing, led_to
from hairtx.model.dates import PartialDate
from hairtx.model.sources import Source
from hairtx.model.treatments import Decision, Warning
from hairtx.model.trials import Trial
from hairtx.model.vocabulary import Measure

Plain = dict[str, Any]


def text_of(date: PartialDate | None) -> str | None:
    """The date as it was written."""
    return date.text if date else None


def standing(row: Standing) -> Plain:
    """A computed status row."""
    return {
        "jurisdiction": row.jurisdiction,
        "condition": row.condition,
        "population": row.population,
        "status": row.status,
        "supply": row.supply,
        "supply_since": text_of(row.supply_since),
        "date": text_of(row.date),
        "known_by": text_of(row.known_by),
        "authority": row.authority,
        "pathway": row.pathway,
        "product": row.product,
        "holder": row.holder,
        "off_label": row.off_label,
        "note": row.note,
        "sources": list(row.sources),
    }


def decision(one: Decision) -> Plain:
    """A recorded act, with the status it led to."""
    return {
        "jurisdiction": one.jurisdiction,
        "authority": one.authority,
        "condition": one.condition,
        "population": one.population,
        "action": one.action,
        "pathway": one.pathway,
        "supply": one.supply,
        "status": led_to(one),
        "date": text_of(one.date),
        "known_by": text_of(one.known_by),
        "product": one.product,
        "holder": one.holder,
        "note": one.note,
        "sources": one.sources,
    }


def warning(one: Warning | None) -> Plain | None:
    """A harm or warning with its sources."""
    return {"text": one.text, "jurisdiction": one.jurisdiction, "sources": one.sources} if one else None


def source(id_: str, one: Source) -> Plain:
    """A source with its address and days."""
    return {
        "id": id_,
        "title": one.title,
        "publisher": one.publisher,
        "kind": one.kind,
        "url": one.url,
        "opened": one.opened,
        "doi": one.doi,
        "pmid": one.pmid,
        "published": text_of(one.published),
        "checked": text_of(one.checked),
        "seen": one.seen,
        "language": one.language,
        "note": one.note,
    }


def trial(id_: str, one: Trial, measures: Mapping[str, Measure]) -> Plain:
    """A trial with its arms and outcomes; `n_is` and `sites_are` tell actual numbers from planned ones, as registries do."""
    labels = {arm.id: arm for arm in one.arms}
    return {
        "id": id_,
        "acronym": one.acronym,
        "title": one.title,
        "treatments": one.treatments,
        "phase": one.phase,
        "status": one.status,
        "design": one.design,
        "condition": one.condition,
        "population": one.population,
        "sponsor": one.sponsor,
        "n": one.n if one.n is not None else one.n_planned,
        "n_is": "actual" if one.n is not None else "planned" if one.n_planned is not None else None,
        "sites": one.sites if one.sites is not None else one.sites_planned,
        "sites_are": "actual" if one.sites is not None else "planned" if one.sites_planned is not None else None,
        "countries": one.countries,
        "registered": text_of(one.registered),
        "start": text_of(one.start),
        "completion": text_of(one.completion),
        "results_posted": text_of(one.results_posted),
        "arms": [{"id": a.id, "label": a.label, "treatment": a.treatment, "added_to": a.added_to, "dose": a.dose, "n": a.n} for a in one.arms],
        "outcomes": [
            {
                "measure": outcome.measure,
                "unit": measures[outcome.measure].unit if outcome.measure in measures else None,
                "week": outcome.week,
                "primary": outcome.primary,
                "met": outcome.met,
                "subgroup": outcome.subgroup,
                "text": outcome.text,
                "arms": [
                    {
                        "arm": held.arm,
                        "label": labels[held.arm].label if held.arm in labels else None,
                        "n": held.n if held.n is not None or held.arm not in labels else labels[held.arm].n,
                        "events": held.events,
                        "percent": held.percent,
                        "mean": held.mean,
                        "sd": held.sd,
                        "se": held.se,
                        "ci_low": held.ci_low,
                        "ci_high": held.ci_high,
                    }
                    for held in outcome.arms
                ],
                "contrasts": [
                    {
                        "arm": c.arm,
                        "against": c.against,
                        "effect": c.effect,
                        "estimate": c.estimate,
                        "ci_low": c.ci_low,
                        "ci_high": c.ci_high,
                        "p": c.p,
                    }
                    for c in outcome.contrasts
                ],
                "sources": outcome.sources,
            }
            for outcome in one.outcomes
        ],
        "note": one.note,
        "sources": one.sources,
    }


def effect(one: ArmEffect, unit: str | None) -> Plain:
    """A trial's absolute effect against control; risk differences in people per 100."""
    return {
        "treatment": one.treatment,
        "comparator": one.comparator,
        "arm": one.arm,
        "trial": one.trial,
        "measure": one.measure,
        "unit": "people per 100" if one.effect == "risk-difference" else unit,
        "week": one.week,
        "effect": one.effect,
        "treated": round(one.treated, 3),
        "control": round(one.control, 3),
        "estimate": round(one.interval.estimate, 3),
        "ci_low": None if one.interval.low is None else round(one.interval.low, 3),
        "ci_high": None if one.interval.high is None else round(one.interval.high, 3),
        "n": one.n,
        "as_reported": one.reported,
        "primary": one.primary,
        "harm": one.harm,
        "subgroup": one.subgroup,
        "sources": list(one.sources),
    }
