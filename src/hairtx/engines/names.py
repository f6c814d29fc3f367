"""Which record a name means, and which names come near. The only door to rapidfuzz."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Protocol

from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.naming import CORPORATE, Name, clean, key, words
from hairtx.model.value import Value

# What a name may stand for, in the order in which a person is understood to mean it.
_ORDER = ("treatment", "family", "condition", "trial", "company", "term")
_ROUTES = {
    "oral",
    "topical",
    "tablet",
    "tablets",
    "pill",
    "pills",
    "capsule",
    "capsules",
    "cream",
    "injection",
    "injections",
    "therapy",
    "treatment",
    "system",
    "drug",
    "drugs",
    "class",
}
_LINKS = {"for", "the", "of", "with", "and"}
_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+(?:vs|versus|against|and|or|with|compared to|compared with)\.?\s+", re.IGNORECASE)
"""What stands between two names of a list."""
_NEAR = 72.0
_MOST_WORDS, _SHORTEST_NAME, _MOST_TURNED = 6, 4, 4
_MEASURED = re.compile(r"(\d)(mg|mcg|ml|nm|percent)\b", re.IGNORECASE)
_SURE = 10
"""Letters from which on even the first may be wrong."""
_LONGEST = 200
_MOST_LONGER = 60
"""Names that begin like the one asked for, of which so many are looked at."""


class NameBook(Protocol):
    """Where names are looked up; the opened knowledge base is one."""

    def names(self, key: str) -> list[Name]:
        """What is called exactly so."""

    def names_starting(self, key: str, limit: int) -> list[Name]:
        """What is called by a name whose key begins so."""

    def keys_like(self, key: str, limit: int = 300) -> list[str]:
        """Keys that share letters with `key`."""

    def speaks_of(self, id_: str, words: list[str]) -> bool:
        """Whether a treatment's record holds every one of the words."""


class Meaning(Value, frozen=True):
    """What a name stands for; `also` lists other treatments that share the name."""

    what: str
    ids: tuple[str, ...]
    text: str
    also: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The one record meant."""
        return self.ids[0]


def resolve(text: str, book: NameBook, among: tuple[str, ...] = _ORDER) -> Meaning:
    """What `text` names among the kinds given.

    Exact after folding case, width, accents, spaces and hyphens; the words may stand in another order, and words around a name are
    allowed where its record holds them.
    Raises NothingFound with at most three near names, UsageProblem for an empty name.
    """
    said = clean(text, _LONGEST)
    if not key(said):
        raise UsageProblem("the name is empty; give a treatment, a brand or a code, such as finasteride")
    for spelled in _numbers(key(said)):
        found = [name for name in book.names(spelled) if name.what in among]
        if found:
            return _choose(found, among)
    if "company" in among and (short := _short_company(said, book)):
        return short
    if turned := _in_other_order(said, book, among):
        return turned
    if "treatment" in among and (longer := _held_name(said, book, among)):
        return longer
    raise NothingFound(f"nothing here is called “{clean(said, 60)}”", nearest(said, book, among))


def several(text: str, book: NameBook, among: tuple[str, ...] = _ORDER) -> list[Meaning]:
    """What `text` names: one thing, else each of several that stand in a row or between commas, “and”, “vs”.

    Raises NothingFound with near names of the part that is unknown, or of the whole where no part is set off.
    """
    try:
        return [resolve(text, book, among)]
    except NothingFound as problem:
        listed = [part for part in _BETWEEN.split(text) if key(part)]
        if len(listed) > 1:
            return [resolve(part, book, among) for part in listed]
        try:
            return [resolve(part, book, among) for part in text.split() if len(text.split()) > 1] or [resolve(text, book, among)]
        except NothingFound:
            raise problem from None


def _numbers(said: str) -> tuple[str, ...]:
    """A key as it was said, then in the other number: laser caps, a laser cap."""
    if not said.isascii() or len(said) < _SHORTEST_NAME:
        return (said,)
    return said, said.removesuffix("s") if said.endswith("s") else said + "s"


def _short_company(text: str, book: NameBook) -> Meaning | None:
    """The company whose name goes on with words that people leave out: `Cosmo` for Cosmo Pharmaceuticals."""
    said = words(text)
    found = [
        name
        for name in book.names_starting(key(text), _MOST_LONGER)
        if name.what == "company" and words(name.text)[: len(said)] == said and CORPORATE.issuperset(words(name.text)[len(said) :])
    ]
    return _choose(found, ("company",)) if found else None


def _in_other_order(text: str, book: NameBook, among: tuple[str, ...]) -> Meaning | None:
    """What the same words name in another order, or without a word that goes without saying here: `laser hair comb`.

    None where that is nothing, or more than one thing.
    """
    said = [key(part) for part in words(text) if part not in _LINKS]
    for parts in (said, [part for part in said if part != "hair"]):
        if not 1 < len(parts) <= _MOST_TURNED:
            continue
        found = {name.key: name for order in permutations(parts) for name in book.names("".join(order)) if name.what in among and not name.shared}
        if len({(name.what, name.id) for name in found.values()}) == 1:
            return _choose(list(found.values()), among)
    return None


def _held_name(text: str, book: NameBook, among: tuple[str, ...]) -> Meaning | None:
    """The treatment or family that a run of the words names, where its record speaks of all the others: `Theradome laser helmet`."""
    parts = words(_MEASURED.sub(r"\1 \2", text))[:_MOST_WORDS]
    for length in range(len(parts) - 1, 0, -1):
        for at in range(len(parts) - length + 1):
            run = "".join(key(part) for part in parts[at : at + length])
            rest = [part for part in (*parts[:at], *parts[at + length :]) if part not in _ROUTES]
            if len(run) < _SHORTEST_NAME or (at and not _telling(parts[at : at + length])):
                continue
            named = [name for name in book.names(run) if name.what in among]
            if not rest and any(name.what == "family" for name in named):
                return _choose([name for name in named if name.what == "family"], among)
            found = [name for name in named if name.what == "treatment"]
            ids = {name.id for name in found}
            others = {name.id for part in rest if _telling([part]) for name in book.names(key(part)) if name.what == "treatment"} - ids
            fitting = [name for name in found if not others and book.speaks_of(name.id, rest)]
            if fitting:
                return _choose(fitting, ("treatment",))
    return None


def _telling(parts: list[str]) -> bool:
    """Whether words are long enough to be somebody's name inside a longer phrase: `CAP` is a code, a cap is not."""
    return sum(map(len, parts)) >= _SHORTEST_NAME and not all(part in _ROUTES for part in parts)


def _choose(found: list[Name], among: tuple[str, ...]) -> Meaning:
    owned = [name for name in found if not name.shared] or found
    what = min((name.what for name in owned), key=among.index)
    same = [name for name in found if name.what == what]
    own = [name for name in owned if name.what == what]
    ids = tuple(dict.fromkeys(name.id for name in own))
    also = tuple(dict.fromkeys(name.id for name in same if name.id not in ids))
    if what in {"company", "condition", "family"}:
        return Meaning(what, ids, own[0].text, also)
    return Meaning(what, ids[:1], own[0].text, (*ids[1:], *also))


def nearest(text: str, book: NameBook, among: tuple[str, ...] = _ORDER, count: int = 3) -> tuple[str, ...]:
    """At most `count` names that look like `text`, the likest first, one for each thing named."""
    chosen: dict[tuple[str, str], str] = {}
    for close, _ in near_keys(text, book):
        for name in book.names(close):
            if name.what in among and not name.shared:
                chosen.setdefault((name.what, name.id), name.text)
        if len(chosen) >= count:
            break
    return tuple(list(chosen.values())[:count])


def near_keys(text: str, book: NameBook, *, strict: bool = False) -> list[tuple[str, float]]:
    """Name keys close in spelling to `text`, with their likeness from 0 to 1; at most 10, the closest first.

    `strict` keeps only what a slip of the finger or ear explains: one slip in a word of five to six letters,
    two in a longer one, one more for every six letters (Damerau's distance, with transpositions).
    """
    from rapidfuzz import fuzz, process  # 6 ms: only where no name fits exactly
    from rapidfuzz.distance import OSA

    wanted = key(clean(text, _LONGEST))
    candidates = book.keys_like(wanted)
    if not strict:
        return [(close, ratio / 100) for close, ratio, _ in process.extract(wanted, candidates, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=10)]
    allowed = 1 if len(wanted) < 7 else 2 + (len(wanted) - 7) // 6
    slips = process.extract(wanted, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=10)
    likely = [
        (close, 1 - distance / max(len(wanted), len(close)))
        for close, distance, _ in slips
        if len(wanted) > 4 and (close[0] == wanted[0] or distance < allowed or len(wanted) > _SURE)
    ]
    return sorted(likely, key=lambda pair: -pair[1])
