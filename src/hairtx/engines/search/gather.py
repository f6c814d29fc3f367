"""Collects what was found of each treatment and weighs it: each kind of match counts once, by its best."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from hairtx.engines.search.facets import routes_named
from hairtx.model.naming import Name, key, words
from hairtx.model.treatments import Treatment
from hairtx.model.value import Draft, Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_WEIGHTS = {"name": 1.0, "shared": 0.5, "company": 0.5, "trial": 0.5, "family": 0.4, "condition": 0.25}
_GUIDE = 60.0
"""Added to the record that is about a condition's care as a whole (“Care for telogen effluvium”)."""
_RIGHT_ROUTE, _WRONG_ROUTE = 1.5, 0.4
_DIRECTIONS = {"benefit": 30.0, "mixed": 12.0, "unknown": 6.0, "no-benefit": 2.0, "harm": 0.0}
_CERTAINTIES = {"high": 20.0, "moderate": 15.0, "low": 8.0, "very-low": 3.0, "no-controlled-evidence": 0.0}


_FIELDS = {"generic": "substance", "common": "also called", "misspelt": "misspelling", "shared": "also", "former": "formerly"}


class Match(Value, frozen=True):
    """Where the query was found: the part of the record, and the words there."""

    field: str
    text: str


class Hit(Draft):
    """One treatment found; the score only orders hits of one search."""

    id: str
    name: str
    treatment: Treatment
    score: float = 0.0
    matched: list[Match] = []
    best: dict[str, float] = {}


class Gathered:
    """The hits of one search."""

    def __init__(self, base: KnowledgeBase, said: list[str]) -> None:
        self.base = base
        self.hits: dict[str, Hit] = {}
        self._routes = routes_named(said)
        self._groups: dict[tuple[str, str], list[tuple[str, Treatment]]] = {}

    def add(self, id_: str, kind: str, score: float, match: Match) -> None:
        """Counts a match of one kind; a better one of the same kind takes its place."""
        hit = self.hits.get(id_)
        if hit is None:
            treatment = self.base.treatment(id_)
            if treatment is None:
                return
            hit = self.hits.setdefault(id_, Hit(id_, treatment.name, treatment))
        hit.best[kind] = max(hit.best.get(kind, 0.0), score)
        if match not in hit.matched:
            hit.matched.append(match)

    def add_text(self, id_: str, score: float, match: Match) -> None:
        """Counts a passage; among like passages the treatment with more behind it comes first."""
        self.add(id_, "text", score, match)
        if id_ in self.hits:
            self.hits[id_].best["text"] = max(self.hits[id_].best["text"], score + standing(self.hits[id_].treatment) / 6)

    def add_name(self, name: Name, weight: float, why: str = "") -> None:
        """Counts a name: a treatment's own or shared one, a company's, a trial's, or a group's with all its members."""
        field = _FIELDS.get(name.field, f"name ({name.field[-2:]})" if name.field.startswith("foreign") else name.field)
        match = Match(f"{why} {field}".strip() if name.what in {"treatment", "company"} else name.what, name.text)
        if name.what == "treatment":
            self.add(name.id, "name", weight * self._by_route(name) * _WEIGHTS["shared" if name.shared else "name"], match)
            for id_ in self._other_routes(name):
                self.add(id_, "name", weight * _RIGHT_ROUTE * _WEIGHTS["shared"], match)
        elif name.what == "company":
            self.add(name.id, "company", weight * _WEIGHTS["company"], match)
        elif name.what == "trial":
            trial = self.base.trial(name.id)
            for id_ in trial.treatments if trial else []:
                self.add(id_, "trial", weight * _WEIGHTS["trial"], match)
        elif name.what in {"family", "condition"}:
            members = self._members(name) if why or name.what == "family" else [m for m in self._members(name) if not _decided_for_alone(m[1], name)]
            telling = 1 + log10(self.base.count / max(len(members), 1))
            for id_, treatment in members:
                route = _RIGHT_ROUTE if self._routes and _on_route(treatment, self._routes) else 1.0
                strength = standing(treatment, name.id if name.what == "condition" else None)
                if name.what == "condition" and treatment.kind == "programme" and key(name.id) in key(treatment.name):
                    strength += _GUIDE
                self.add(id_, f"{name.what} {name.id}", weight * route * telling * _WEIGHTS[name.what] + strength, match)

    def _by_route(self, name: Name) -> float:
        """Prefers, among treatments that share a name, the one that is given as the query says."""
        treatment = self.base.treatment(name.id) if self._routes else None
        if treatment is None:
            return 1.0
        alone = len(self.base.names(name.key)) < 2 and not self._other_routes(name)
        if alone:
            return 1.0
        return _RIGHT_ROUTE if _on_route(treatment, self._routes) else _WRONG_ROUTE

    def _other_routes(self, name: Name) -> set[str]:
        """Treatments of the same substance on the route asked for, where the one named is not."""
        treatment = self.base.treatment(name.id) if self._routes and not name.shared else None
        if treatment is None or _on_route(treatment, self._routes):
            return set()
        sharing = {other.id for generic in treatment.names.generic for other in self.base.names(key(generic)) if other.shared}
        return {id_ for id_ in sharing if (other := self.base.treatment(id_)) and _on_route(other, self._routes)}

    def _members(self, name: Name) -> list[tuple[str, Treatment]]:
        place = (name.what, name.id)
        if place not in self._groups:
            part = "families" if name.what == "family" else "conditions"
            self._groups[place] = [(id_, one) for id_, one in self.base.treatments() if name.id in getattr(one, part) or _decided_for(one, name)]
        return self._groups[place]

    def ranked(self) -> list[Hit]:
        """The hits, best first; of equal ones those with more behind them, then by name."""
        for hit in self.hits.values():
            hit.score = sum(hit.best.values())
        return sorted(self.hits.values(), key=lambda hit: (-round(hit.score, 6), -standing(hit.treatment), hit.name.casefold()))


_UNASKED = {"hypotrichosis-eyelashes"}
"""Who speaks of hair means the scalp; lashes are meant by those who name them."""


def standing(treatment: Treatment, condition: str | None = None) -> float:
    """What stands behind a treatment, from 0 to 60: direction and certainty of its appraisal, and decisions taken."""
    asked = {condition} if condition else {None, *treatment.conditions} - _UNASKED
    fitting = [one for one in treatment.appraisals if one.condition in asked]
    appraised = max((_DIRECTIONS[one.direction] + _CERTAINTIES[one.certainty] for one in fitting), default=0.0)
    granted = sum(one.action in {"granted", "extended"} and one.condition in asked for one in treatment.decisions)
    return appraised + min(granted, 10)


def _decided_for_alone(treatment: Treatment, name: Name) -> bool:
    """Whether a condition is only another use of the treatment: typed itself (“covid hair loss”), that use is not what is asked for."""
    return name.what == "condition" and name.id not in treatment.conditions


def _decided_for(treatment: Treatment, name: Name) -> bool:
    """Whether it is authorised for a condition that its record has only as another use (“the arthritis drug”)."""
    return name.what == "condition" and any(one.condition == name.id and one.action in {"granted", "extended"} for one in treatment.decisions)


def _on_route(treatment: Treatment, routes: set[str]) -> bool:
    return bool(routes & set(words(treatment.route or "")))
