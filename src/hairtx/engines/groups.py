"""The page of a family, a company or a condition: what it is, and its members, computed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from hairtx.engines.names import Meaning
from hairtx.engines.status import standings, within
from hairtx.model.sources import Source
from hairtx.model.treatments import Appraisal, Treatment
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase


class Member(Value, frozen=True):
    """A treatment of the group and the places where it may be sold for hair loss."""

    id: str
    treatment: Treatment
    places: tuple[str, ...]
    appraisal: Appraisal | None = None


class Group(Value, frozen=True):
    """A group's page."""

    what: Literal["family", "company", "condition"]
    id: str
    name: str
    names: tuple[str, ...]
    explanation: str | None
    members: list[Member]
    sources: dict[str, Source]
    day: date


def gather_group(base: KnowledgeBase, meaning: Meaning, day: date) -> Group:
    """The page of what `meaning` names: a family, a company or a condition."""
    if meaning.what == "family":
        family = base.families[meaning.id]
        members = [(id_, one) for id_, one in base.treatments() if meaning.id in one.families]
        return _page(base, "family", meaning.id, family.name, family.names, family.explanation, members, family.sources, day)
    if meaning.what == "condition":
        condition = base.conditions[meaning.id]
        members = [(id_, one) for id_, one in base.treatments() if any(within(c, meaning.id, base.conditions) for c in one.conditions)]
        return _page(base, "condition", meaning.id, condition.name, condition.names, condition.explanation, members, condition.sources, day)
    found = [(id_, one) for id_ in meaning.ids if (one := base.treatment(id_))]
    return _page(base, "company", meaning.text, meaning.text, [], None, found, [], day)


def _page(
    base: KnowledgeBase,
    what: Literal["family", "company", "condition"],
    id_: str,
    name: str,
    names: list[str],
    explanation: str | None,
    found: list[tuple[str, Treatment]],
    cited: list[str],
    day: date,
) -> Group:
    condition = id_ if what == "condition" else None
    members = [Member(one_id, one, market_places(base, one, day, condition), _appraisal(base, one, condition)) for one_id, one in found]
    members.sort(key=lambda one: (-len(one.places), one.treatment.name.casefold()))
    return Group(what, id_, name, tuple(names), explanation, members, base.sources(cited), day)


def _appraisal(base: KnowledgeBase, treatment: Treatment, condition: str | None) -> Appraisal | None:
    """What the evidence says for the condition of the page, else for a wider or narrower one."""
    if condition is None:
        return None
    exact = (one for one in treatment.appraisals if one.condition == condition)
    return next(exact, None) or next((one for one in treatment.appraisals if _related(base, one.condition, condition)), None)


def market_places(base: KnowledgeBase, treatment: Treatment, day: date, condition: str | None = None) -> tuple[str, ...]:
    """Jurisdictions where the treatment may be sold on `day` for a kind of hair loss, or for that condition."""
    rows = [row for row in standings(treatment.decisions, day) if row.on_the_market and not _other_use(base, row.condition)]
    if condition is not None:
        rows = [row for row in rows if row.condition is None or _related(base, row.condition, condition)]
    return tuple(sorted({row.jurisdiction for row in rows}))


def _related(base: KnowledgeBase, one: str, other: str) -> bool:
    return within(one, other, base.conditions) or within(other, one, base.conditions)


def _other_use(base: KnowledgeBase, condition: str | None) -> bool:
    return condition in base.conditions and base.conditions[condition].other_use if condition else False
