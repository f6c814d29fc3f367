"""Treatments by what is recorded of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hairtx.engines.dossier import current_stages
from hairtx.engines.groups import market_places
from hairtx.engines.status import reaching, within
from hairtx.model.treatments import Treatment
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase


class Filters(Value, frozen=True):
    """What to keep; None keeps all."""

    condition: str | None = None
    kind: str | None = None
    stage: str | None = None
    family: str | None = None
    jurisdictions: tuple[str, ...] = ()


class Listed(Value, frozen=True):
    """A treatment, its latest stages and where it may be sold for hair loss."""

    id: str
    treatment: Treatment
    stages: tuple[str, ...]
    places: tuple[str, ...]


def browse(base: KnowledgeBase, filters: Filters, day: date) -> list[Listed]:
    """The treatments that pass every filter, by name. `jurisdictions` keeps what may be sold in one of them."""
    found = []
    for id_, one in base.treatments():
        stages = tuple(dict.fromkeys(entry.stage for entry in current_stages(one.stages) if _fits(base, entry.condition, filters.condition)))
        places = market_places(base, one, day, filters.condition)
        wanted = {reached for code in filters.jurisdictions for reached in reaching(code, base.jurisdictions)}
        if (
            any(_fits(base, condition, filters.condition) for condition in one.conditions)
            and filters.kind in (None, one.kind)
            and (filters.stage is None or filters.stage in stages)
            and (filters.family is None or filters.family in one.families)
            and (not wanted or wanted & set(places))
        ):
            found.append(Listed(id_, one, stages, places))
    return sorted(found, key=lambda listed: listed.treatment.name.casefold())


def _fits(base: KnowledgeBase, condition: str, asked: str | None) -> bool:
    return asked is None or within(condition, asked, base.conditions)
