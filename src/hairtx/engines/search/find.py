"""Names first, then families, bottom lines and prose; every hit says what matched.

Three lists are made (exact names, near names, full text) and fused: an exact
name outranks all, the others by reciprocal rank (Cormack, Clarke & Büttcher
2009, SIGIR). The full text asks for every word that carries meaning, in its
own form or an everyday phrase's meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hairtx.engines.names import near_keys
from hairtx.engines.search.expand import FILLERS, Expansion, expand
from hairtx.errors import UsageProblem
from hairtx.model.naming import Name, clean, key, words
from hairtx.model.value import Draft, Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase, Passage

_EXACT, _FAMILY, _PART, _NEAR, _TEXT = 1000.0, 500.0, 300.0, 200.0, 100.0
_RANK_CONSTANT = 60
_LONGEST_QUERY = 400
_MAX_WORDS = 24
_NEAR_WHOLE, _NEAR_WORD = 78.0, 84.0


class Match(Value, frozen=True):
    """Where the query was found: the part of the record, and the words there."""

    field: str
    text: str


class Hit(Draft):
    """One treatment found; the score only orders hits of one search."""

    id: str
    name: str
    score: float = 0.0
    matched: list[Match] = []


class Found(Value, frozen=True):
    """All that a search gives: hits, best first, what was expanded, and near names where nothing fits."""

    query: str
    hits: list[Hit]
    total: int
    expanded: list[Expansion]
    suggestions: list[str]


def find(text: str, base: KnowledgeBase, limit: int = 10) -> Found:
    """Treatments that answer `text`. Raises UsageProblem where it holds no letter or digit."""
    query = clean(text, _LONGEST_QUERY)
    said = words(query)[:_MAX_WORDS]
    if not said:
        raise UsageProblem("the search holds no word; type a name, a brand, a code or what you look for")
    collected = _Collected(base)
    expansions, rest = expand(said, base.lay)
    _by_name(query, said, collected)
    for expansion in expansions:
        for meaning in expansion.means:
            _by_name(meaning, words(meaning), collected, f"“{expansion.said}” means")
    _by_text(expansions, rest, collected)
    if not collected.hits:
        _by_near_name(query, said, collected)
    hits = sorted(collected.hits.values(), key=lambda hit: (-hit.score, hit.name.casefold()))
    suggestions = [] if hits else _suggest(query, base)
    return Found(query, hits[:limit], len(hits), expansions, suggestions)


class _Collected:
    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.hits: dict[str, Hit] = {}

    def add(self, id_: str, score: float, match: Match) -> None:
        if id_ not in self.hits:
            treatment = self.base.treatment(id_)
            if treatment is None:
                return
            self.hits[id_] = Hit(id_, treatment.name)
        hit = self.hits[id_]
        hit.score += score if not hit.matched else score / 10
        if match not in hit.matched:
            hit.matched.append(match)

    def add_name(self, name: Name, weight: float, why: str = "") -> None:
        label = f"{why} {name.field}".strip()
        if name.what == "treatment":
            self.add(name.id, weight / 2 if name.shared else weight, Match(label, name.text))
        elif name.what == "company":
            self.add(name.id, weight / 2, Match(label, name.text))
        elif name.what == "trial":
            trial = self.base.trial(name.id)
            for id_ in trial.treatments if trial else []:
                self.add(id_, weight / 2, Match("trial", name.text))
        elif name.what in {"family", "condition"}:
            part = "families" if name.what == "family" else "conditions"
            for id_, treatment in self.base.treatments():
                if name.id in getattr(treatment, part):
                    self.add(
                        id_, min(weight, _FAMILY) / (2 if name.what == "family" else 4) + _weight_of_evidence(treatment), Match(name.what, name.text)
                    )


def _weight_of_evidence(treatment: object) -> float:
    """Members of a group come in the order of what stands behind them: decisions and trials."""
    decisions = getattr(treatment, "decisions", [])
    return min(len(decisions), 40) / 10


def _by_name(query: str, said: list[str], collected: _Collected, why: str = "") -> None:
    """The whole query as a name, then every run of its words, the longest first."""
    base = collected.base
    whole = base.names(key(query))
    for name in whole:
        collected.add_name(name, _EXACT, why)
    if whole:
        return
    taken: set[int] = set()
    for length in range(min(5, len(said)), 0, -1):
        for at in range(len(said) - length + 1):
            span = set(range(at, at + length))
            run = said[at : at + length]
            if span & taken or all(word in FILLERS for word in run):
                continue
            names = base.names("".join(key(word) for word in run))
            if names:
                taken |= span
            for name in names:
                collected.add_name(name, _PART * length / len(said), why)


def _by_text(expansions: list[Expansion], rest: list[str], collected: _Collected) -> None:
    clauses = [_clause(word) for word in rest if word not in FILLERS]
    clauses += ["(" + " OR ".join(_phrase(meaning) for meaning in (expansion.said, *expansion.means)) + ")" for expansion in expansions]
    if not clauses:
        return
    passages: list[Passage] = collected.base.passages(" AND ".join(clauses), 50)
    for rank, passage in enumerate(passages):
        part, extract = next(iter(passage.extracts.items()), ("prose", ""))
        shown = clean(extract.replace("\x02", "").replace("\x03", ""), 160)
        collected.add(passage.id, _TEXT * _RANK_CONSTANT / (_RANK_CONSTANT + rank), Match(part.replace("_", " "), shown))


def _clause(word: str) -> str:
    return f'"{word}"*' if len(word) > 3 else f'"{word}"'


def _phrase(text: str) -> str:
    parts = words(text)
    return '"' + " ".join(parts) + '"' if parts else '""'


def _by_near_name(query: str, said: list[str], collected: _Collected) -> None:
    """Misspelt names: the whole query, else each of its longer words."""
    near = near_keys(query, collected.base, _NEAR_WHOLE)
    if not near:
        near = [close for word in said if len(word) >= 5 and word not in FILLERS for close in near_keys(word, collected.base, _NEAR_WORD)]
    for rank, close in enumerate(near[:10]):
        for name in collected.base.names(close):
            collected.add_name(name, _NEAR * _RANK_CONSTANT / (_RANK_CONSTANT + 10 * rank), "near")


def _suggest(query: str, base: KnowledgeBase) -> list[str]:
    shown: dict[str, str] = {}
    for close in near_keys(query, base):
        for name in base.names(close):
            shown.setdefault(name.id, name.text)
    return list(shown.values())[:3]
