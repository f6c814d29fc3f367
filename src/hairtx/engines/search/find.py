"""Names first, then families, bottom lines and prose; every hit says what matched.

Exact names outrank all; facets read from the query filter; everyday words are
expanded from the vocabulary; misspelt names are tried only where nothing else
answers. A record's decoys (words that look like one of its names) find nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hairtx.engines.names import near_keys
from hairtx.engines.search.expand import FILLERS, Expansion, expand
from hairtx.engines.search.facets import ROUTES, Facets, Reader
from hairtx.engines.search.gather import Gathered, Hit, Match, standing
from hairtx.engines.search.text import by_text
from hairtx.errors import UsageProblem
from hairtx.model.naming import Name, clean, key, words
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_WHOLE, _PART, _NEAR, _WEAK = 1000.0, 300.0, 250.0, 60.0
_LONGEST_QUERY, _MAX_WORDS, _LONGEST_NAME = 400, 24, 6


class Found(Value, frozen=True):
    """All that a search gives: hits best first, what was expanded, which facets were read, and near names where nothing fits."""

    query: str
    hits: list[Hit]
    total: int
    expanded: list[Expansion]
    facets: Facets
    suggestions: list[str]


def find(text: str, base: KnowledgeBase, day: date, limit: int = 10) -> Found:
    """Treatments that answer `text` as things stand on `day`. Raises UsageProblem where it holds no letter or digit."""
    query = clean(text, _LONGEST_QUERY)
    said = words(query)[:_MAX_WORDS]
    if not said:
        raise UsageProblem("the search holds no word; type a name, a brand, a code or what you look for")
    gathered = Gathered(base, said)
    whole = [name for name in base.names(key(query)) if name.what != "term"] or _without_fillers(said, base)
    for name in whole:
        gathered.add_name(name, _WHOLE)
    facets = Facets()
    expansions: list[Expansion] = []
    if not whole and not base.is_decoy(key(query)):
        facets, expansions = _by_words(query, said, gathered, day)
    hits = gathered.ranked()
    return Found(query, hits[:limit], len(hits), expansions, facets, [] if hits else _suggest(query, base))


def _by_words(query: str, said: list[str], gathered: Gathered, day: date) -> tuple[Facets, list[Expansion]]:
    base = gathered.base
    reader = Reader(base.conditions, base.jurisdictions, base.authorities, base.populations)
    facets, rest = reader.read(said)
    asked = facets.asked or _of_a_kind(facets, rest)
    if not asked:
        facets, rest = Facets(), said
    expansions, unread = expand(rest, base.lay)
    _by_name(rest, gathered, query)
    for expansion in expansions:
        for meaning in expansion.means:
            _by_name(words(meaning), gathered, meaning, f"“{expansion.said}” means")
    by_text(expansions, unread, gathered)
    if asked:
        _keep_fitting(facets, reader, rest, gathered, day)
    elif any(word not in FILLERS for word in said) and (len(said) == 1 or all(_weak(hit) for hit in gathered.hits.values())):
        # A single word that is no name may be one with a slip in it, also where a stem of it stands in the text.
        _by_near_name(query, said, gathered)
    return facets, expansions


def _without_fillers(said: list[str], base: KnowledgeBase) -> list[Name]:
    """The names that a query is when its first and last words say nothing: “best treatment for alopecia areata”."""
    first = next((at for at, word in enumerate(said) if word not in FILLERS), 0)
    last = next((at for at, word in enumerate(reversed(said)) if word not in FILLERS), 0)
    for length in range(len(said), 0, -1):
        for at in range(min(first, len(said) - length) + 1):
            if at + length >= len(said) - last:
                names = [name for name in base.names("".join(map(key, said[at : at + length]))) if name.what in {"treatment", "family", "condition"}]
                if names and length < len(said):
                    return names
    return []


def _of_a_kind(facets: Facets, rest: list[str]) -> bool:
    """Whether a query names a condition and, besides, only a kind or a route: “topical for alopecia areata”."""
    routes = [word for word in rest if word in ROUTES]
    return bool(facets.conditions and (facets.kind or routes)) and all(word in FILLERS or word in ROUTES for word in rest)


def _weak(hit: Hit) -> bool:
    """Whether only passing words were found, so that a misspelt name may have been meant."""
    return hit.best.keys() <= {"text", "trial"} and max(hit.best.values()) < _WEAK


def _by_name(said: list[str], gathered: Gathered, typed: str, why: str = "") -> None:
    """Every run of the words that is a name, the longest first."""
    base = gathered.base
    meant = [word for word in said if word not in FILLERS and word not in ROUTES] or said
    taken: set[int] = set()
    for length in range(min(_LONGEST_NAME, len(said)), 0, -1):
        for at in range(len(said) - length + 1):
            span, run = set(range(at, at + length)), said[at : at + length]
            if span & taken or all(word in FILLERS for word in run) or base.is_decoy("".join(map(key, run))):
                continue
            names = [name for name in base.names("".join(map(key, run))) if not _ordinary_word(name, typed)]
            if names:
                taken |= span
            for name in names:
                gathered.add_name(name, _PART * min(1.0, length / len(meant)), why)


def _ordinary_word(name: Name, typed: str) -> bool:
    """Whether a trial's short name (SCALP, STYLE) was typed as the ordinary word it also is."""
    return name.what == "trial" and name.text.isalpha() and name.text not in typed


def _keep_fitting(facets: Facets, reader: Reader, rest: list[str], gathered: Gathered, day: date) -> None:
    """Leaves only what answers the facets; where no other word was said, everything that does."""
    if all(word in FILLERS or word in ROUTES for word in rest):
        routes = {route for word in rest for route in ROUTES.get(word, ())}
        for id_, treatment in gathered.base.treatments():
            if not routes or routes & set(words(treatment.route or "")):
                wanted = facets.conditions[0] if facets.conditions else None
                gathered.add(id_, "facets", 100 + standing(treatment, wanted), Match("asked", ", ".join(facets.said)))
    fitting = {id_: hit for id_, hit in gathered.hits.items() if reader.fits(hit.treatment, facets, day)}
    named = {id_: hit for id_, hit in gathered.hits.items() if "name" in hit.best}
    if fitting or facets.decided or _of_a_kind(facets, rest):
        gathered.hits = fitting or named
    for hit in gathered.hits.values():
        hit.best["standing"] = standing(hit.treatment, facets.conditions[0] if facets.conditions else None)
        barred = next((one for one in hit.treatment.safety.contraindications if one.excludes and one.excludes.sex == facets.sex), None)
        if facets.sex and barred:
            hit.matched.insert(0, Match("NOT FOR THEM", clean(barred.text, 100)))
            hit.best = {kind: score / 4 for kind, score in hit.best.items()}


def _by_near_name(query: str, said: list[str], gathered: Gathered) -> None:
    """Misspelt names: the whole query, else each of its longer words."""
    base = gathered.base
    near = near_keys(query, base, strict=True)
    if not near:
        near = [close for word in said if len(word) > 4 and word not in FILLERS for close in near_keys(word, base, strict=True)]
    for close, likeness in near:
        for name in base.names(close):
            if not _ordinary_word(name, query):
                gathered.add_name(name, _NEAR * likeness**4, "near")


def _suggest(query: str, base: KnowledgeBase) -> list[str]:
    shown: dict[str, str] = {}
    for close, _ in near_keys(query, base):
        for name in base.names(close):
            shown.setdefault(name.id, name.text)
    return list(shown.values())[:3]
