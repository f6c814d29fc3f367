"""Plain facets of a query: where, how far, for whom, how supplied, what kind, by which route.

Words that name a facet are taken out of the query and become a filter that the answer says aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hairtx.engines.dossier import current_stages
from hairtx.engines.status import Standing, reaching, standings, within
from hairtx.model.naming import words
from hairtx.model.treatments import Treatment
from hairtx.model.value import Value, replace
from hairtx.model.vocabulary import Authority, Condition, Jurisdiction, Population

Phrases = dict[tuple[str, ...], tuple[str, str]]

# Phrase -> facet and value. Only phrases that can hardly mean anything else.
_FIXED: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("approved", "licensed", "authorised", "authorized", "approval", "fda approved"), ("status", "approved")),
    **dict.fromkeys(("cleared", "fda cleared"), ("status", "cleared")),
    **dict.fromkeys(("recommended by",), ("status", "recommended")),
    **dict.fromkeys(("phase 1", "phase i"), ("stage", "phase-1")),
    **dict.fromkeys(("phase 2", "phase ii"), ("stage", "phase-2")),
    **dict.fromkeys(("phase 3", "phase iii"), ("stage", "phase-3")),
    **dict.fromkeys(("discontinued",), ("stage", "discontinued")),
    **dict.fromkeys(("over the counter", "otc", "without prescription", "without a prescription"), ("supply", "otc")),
    **dict.fromkeys(("prescription", "prescription only"), ("supply", "prescription")),
    **dict.fromkeys(("for women", "in women"), ("sex", "female")),
    **dict.fromkeys(("for men", "in men"), ("sex", "male")),
    **dict.fromkeys(("for teenagers", "for adolescents", "in adolescents"), ("age", "15")),
    **dict.fromkeys(("in pregnancy", "during pregnancy", "while pregnant", "when pregnant"), ("pregnancy", "safe")),
    **dict.fromkeys(("for children", "in children", "for kids"), ("age", "8")),
    **dict.fromkeys(("device", "devices"), ("kind", "device")),
    **dict.fromkeys(("supplement", "supplements"), ("kind", "supplement")),
    **dict.fromkeys(("antibody", "antibodies", "biologic"), ("kind", "biologic")),
}
_TABLETS = ("tabletten", "tablette", "comprimido", "comprimidos", "comprime", "comprimes", "compresse", "tableta", "tabletas", "錠", "片")
_CREAMS = ("creme", "crema", "schaum", "espuma", "mousse", "schiuma", "losung", "solucion", "solucao", "lozione")
ROUTES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("oral", "tablet", "tablets", "pill", "pills", "capsule", "capsules", "内服", *_TABLETS), ("oral",)),
    **dict.fromkeys(("topical", "topicle", "cream", "gel", "lotion", "spray", "foam", "solution", "外用"), ("topical",)),
    **dict.fromkeys(("topica", "topico", "topique", "topisch", *_CREAMS), ("topical",)),
    **dict.fromkeys(("injection", "injections", "shot", "shots", "jab"), ("injection", "intralesional")),
}
_OFFERED = {"approved": {"approved", "conditional"}, "cleared": {"cleared"}}


class Facets(Value, frozen=True):
    """What a query asks besides its words; empty where it asks nothing."""

    said: tuple[str, ...] = ()
    status: str | None = None
    authority: str | None = None
    jurisdictions: tuple[str, ...] = ()
    stage: str | None = None
    supply: str | None = None
    sex: str | None = None
    age: int | None = None
    kind: str | None = None
    pregnancy: str | None = None
    conditions: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the query names a place, a status, a stage, a supply or people: then its words are read as a question, not as a name."""
        return any((self.decided, self.jurisdictions, self.sex, self.age))

    @property
    def decided(self) -> bool:
        """Whether the query asks what an authority decided or how far development is: then what does not fit is no answer."""
        return any((self.status, self.authority, self.stage, self.supply, self.pregnancy))


_ORDINARY = {"has"}
"""Short names of authorities that are everyday words in a query (the French HAS)."""


class Reader:
    """Reads facets against a vocabulary."""

    def __init__(
        self,
        conditions: Mapping[str, Condition],
        jurisdictions: Mapping[str, Jurisdiction],
        authorities: Mapping[str, Authority],
        populations: Mapping[str, Population],
    ) -> None:
        self._conditions = conditions
        self._jurisdictions = jurisdictions
        self._authorities = authorities
        self._populations = populations

    def read(self, said: list[str]) -> tuple[Facets, list[str]]:
        """The facets of a query's words, and the words that are none."""
        phrases = self._phrases()
        longest = max(map(len, phrases))
        facets, rest, at = Facets(), [], 0
        while at < len(said):
            for length in range(min(longest, len(said) - at), 0, -1):
                held = phrases.get(tuple(said[at : at + length]))
                if held:
                    facets = _with(facets, *held, " ".join(said[at : at + length]))
                    at += length
                    break
            else:
                rest.append(said[at])
                at += 1
        return facets, rest

    def _phrases(self) -> Phrases:
        phrases: Phrases = {tuple(words(text)): held for text, held in _FIXED.items()}
        for id_, condition in self._conditions.items():
            for name in (condition.name, *condition.names):
                if not condition.other_use:
                    phrases[tuple(words(name))] = ("condition", id_)
        for code, place in self._jurisdictions.items():
            for name in (place.name, *place.names):
                for before in ("in", "in the"):
                    phrases[tuple(words(f"{before} {name}"))] = ("jurisdiction", code)
        for id_, authority in self._authorities.items():
            for name in authority.names:
                if name.casefold() not in _ORDINARY and name[0].isupper():
                    phrases[tuple(words(name))] = ("authority", id_)
        phrases.pop((), None)
        return phrases

    def fits(self, treatment: Treatment, facets: Facets, day: date) -> bool:
        """Whether a treatment answers every facet, on `day`."""
        told = treatment.safety.pregnancy
        if facets.pregnancy and (told is None or told.advice != "no-known-harm"):
            return False
        if facets.kind and treatment.kind != facets.kind:
            return False
        if facets.conditions and not any(self._about(one, facets) for one in treatment.conditions):
            return False
        if facets.stage and not any(one.stage == facets.stage and self._about(one.condition, facets) for one in current_stages(treatment.stages)):
            return False
        if facets.status == "recommended":
            return any(one.action == "recommended" and facets.authority in (None, one.authority) for one in treatment.decisions)
        if not any((facets.status, facets.authority, facets.supply, facets.jurisdictions)):
            return self._meant_for(treatment, facets)
        return any(self._answers(row, facets) for row in standings(treatment.decisions, day))

    def _meant_for(self, treatment: Treatment, facets: Facets) -> bool:
        """Whether something recorded speaks of these people in particular: an appraisal, a decision, a statement."""
        if facets.sex is None and facets.age is None:
            return True
        every = [one for part in (treatment.appraisals, treatment.decisions, treatment.statements) for one in part]
        spoken = [one for one in every if one.condition is None or self._about(one.condition, facets)]
        named = [self._populations[one.population] for one in spoken if one.population and one.population in self._populations]
        if facets.age is not None:
            return any(one.min_age is not None and one.min_age <= facets.age <= (one.max_age or 200) for one in named)
        women_alone = facets.sex == "female" and any("female" in one or "women" in one for one in treatment.conditions)
        return women_alone or any(one.sex == facets.sex for one in named)

    def _about(self, condition: str, facets: Facets) -> bool:
        if condition in self._conditions and self._conditions[condition].other_use:
            return False
        return not facets.conditions or any(
            within(condition, asked, self._conditions) or within(asked, condition, self._conditions) for asked in facets.conditions
        )

    def _answers(self, row: Standing, facets: Facets) -> bool:
        if row.condition is not None and not self._about(row.condition, facets):
            return False
        wanted = _OFFERED.get(facets.status or "")
        if row.status not in wanted if wanted else not row.on_the_market:
            return False
        places = {reached for code in facets.jurisdictions for reached in reaching(code, self._jurisdictions)}
        if places and row.jurisdiction not in places:
            return False
        if facets.authority and row.authority != facets.authority:
            return False
        if facets.supply and row.supply != facets.supply:
            return False
        people = self._populations.get(row.population or "")
        if people and facets.sex and people.sex not in {"any", facets.sex}:
            return False
        if facets.age is not None:
            return people is not None and (people.min_age or 0) <= facets.age <= (people.max_age or 200)
        return True


def _with(facets: Facets, facet: str, value: str, said: str) -> Facets:
    facets = replace(facets, said=(*facets.said, said))
    if facet == "condition":
        return replace(facets, conditions=(*facets.conditions, value))
    if facet == "jurisdiction":
        return replace(facets, jurisdictions=(*facets.jurisdictions, value))
    if facet == "age":
        return replace(facets, age=int(value))
    return replace(facets, **{facet: value})


def routes_named(said: Iterable[str]) -> set[str]:
    """The routes that a query's words name."""
    return {route for word in said for route in ROUTES.get(word, ())}
