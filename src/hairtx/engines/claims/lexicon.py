"""Every name of the knowledge base, loaded once, in the shape that reading a text wants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from hairtx.engines.claims.ordinary import GENERIC_GROUPS, HAIR, WORDS
from hairtx.engines.claims.spelling import SHORTEST, Slips
from hairtx.engines.status import Standing, standings
from hairtx.model.naming import CORPORATE, key, words
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.vocabulary import Condition

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_RANK = {"treatment": 0, "family": 1, "trial": 2, "condition": 3, "company": 4}
_ROUTED = {
    "oral": {"oral", "orally", "pill", "pills", "tablet", "tablets", "capsule", "capsules", "mouth", "swallowed"},
    "topical": {"topical", "topically", "foam", "lotion", "solution", "spray", "cream", "gel", "ointment", "applied", "scalp-applied", "liquid"},
    "injection": {"injection", "injections", "injected", "mesotherapy", "microinjections"},
}
_SIGN = re.compile(r"[\W_]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

LONGEST = 12
"""Words of the longest name that is looked for."""
START = 7
"""Letters by which words are told to begin no name."""


class Entry(NamedTuple):
    """What a key stands for: the kind of thing, its ids, how it is written, how many words, and how strictly it must be so written."""

    what: str
    ids: tuple[str, ...]
    text: str
    length: int
    strict: str
    shared: tuple[str, ...] = ()


class Lexicon:
    """Names by key; treatments and trials by id."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.treatments: Mapping[str, Treatment] = base.treatments_at_need()
        self.trials: Mapping[str, Trial] = base.trials_at_need()
        self._trials_of: dict[str, dict[str, Trial]] = {}
        self._rows: dict[tuple[str, date], list[Standing]] = {}
        self._sold: dict[date, list[tuple[str, Standing]]] = {}
        self.conditions: dict[str, Condition] = base.conditions
        self._gathered: dict[str, dict[str, list[tuple[str, str, bool]]]] = {}
        for name in base.all_names():
            if name.what != "term" and not (name.what == "treatment" and name.field == "id" and key(name.id) != name.key):
                self._gathered.setdefault(name.key, {}).setdefault(name.what, []).append((name.id, name.text, bool(name.shared)))
        self._decoys = {found: decoy for decoy in reversed(base.decoys()) if (found := key(decoy)) and found not in self._gathered}
        self._entries: dict[str, Entry | None] = {}
        self.starts = {found[:length] for found in (*self._gathered, *self._decoys) for length in range(1, START + 1)}
        self.approved: dict[tuple[Any, ...], dict[str, Standing]] = {}
        """What judges asked once: the treatments approved somewhere for something on a day."""

    def entry(self, found: str) -> Entry | None:
        """What a key stands for, worked out when it is first asked for; None where it is no name."""
        if found not in self._entries:
            kinds = self._gathered.get(found)
            decoy = self._decoys.get(found)
            self._entries[found] = _entry(found, kinds) if kinds else Entry("decoy", (), decoy, len(words(decoy)), "free") if decoy else None
        return self._entries[found]

    @cached_property
    def slips(self) -> Slips:
        """Slips of the pen in the treatments' single-word names."""
        long = [found for found, kinds in self._gathered.items() if len(found) >= SHORTEST and "treatment" in kinds]
        named = {found: one for found in long if (one := self.entry(found)) and one.what == "treatment" and one.length == 1 and one.strict == "free"}
        return Slips({found: one.ids[0] for found, one in named.items()}, WORDS | HAIR | CORPORATE)

    @cached_property
    def _foreign(self) -> dict[str, Entry]:
        held = (self.entry(found) for found in self._gathered if _CJK.search(found))
        return {one.text: one for one in held if one}

    @cached_property
    def _short_companies(self) -> dict[str, str]:
        """The keys of companies by what is left of their names without the words that people leave out."""
        short: dict[str, str] = {}
        for found, kinds in self._gathered.items():
            if list(kinds) != ["company"]:
                continue
            parts = words(_best_text(kinds["company"]))
            kept = [part for part in parts if part not in CORPORATE]
            if kept and len(kept) < len(parts) and len("".join(kept)) > 2:
                short.setdefault("".join(map(key, kept)), found)
            if len(parts) == 2 and parts[0] in {"eli", "suzhou", "jiangsu"}:
                short.setdefault(key(parts[1]), found)
        return short

    def company(self, short: str) -> Entry | None:
        """The company that people call so for short."""
        held = self._short_companies.get(short)
        return self.entry(held) if held else None

    def by_route(self, entry: Entry, near: set[str]) -> tuple[str, ...]:
        """The treatment of a shared name that the words near it point to: minoxidil tablets are another treatment than the foam."""
        if entry.what != "treatment" or not entry.shared:
            return entry.ids
        asked = next((route for route, said in _ROUTED.items() if said & near), None)
        if asked is None:
            return entry.ids
        fitting = [id_ for id_ in (*entry.ids, *entry.shared) if asked in (self.treatments[id_].route or "")]
        # Minoxidil tablets are `minoxidil-oral`, not a tablet of minoxidil under development that has a code for a name.
        plain = [id_ for id_ in fitting if key(id_).startswith(key(entry.text)) or not self.treatments[id_].names.code]
        return (plain[0],) if plain else entry.ids

    @cached_property
    def _foreign_pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._foreign, key=len, reverse=True))) or "(?!)")

    def in_other_script(self, text: str) -> Iterator[tuple[int, Entry]]:
        """The names written without spaces (Chinese, Japanese, Korean) in a text, with their places."""
        if _CJK.search(text):
            yield from ((one.start(), self._foreign[one[0]]) for one in self._foreign_pattern.finditer(text))

    @cached_property
    def decided(self) -> tuple[str, ...]:
        """The treatments of which an authority ever let one onto the market."""
        return tuple(id_ for id_, one in self.treatments.items() if any(act.action in {"granted", "extended"} for act in one.decisions))

    @cached_property
    def payers(self) -> frozenset[str]:
        """The authorities that advise on what is paid for, of any treatment."""
        return frozenset(
            act.authority for one in self.treatments.values() for act in one.decisions if act.pathway == "reimbursement" and act.authority
        )

    def rows(self, id_: str, day: date) -> list[Standing]:
        """The status rows of a treatment on a day, worked out once."""
        if (id_, day) not in self._rows:
            self._rows[id_, day] = standings(self.treatments[id_].decisions, day)
        return self._rows[id_, day]

    def sold(self, day: date) -> list[tuple[str, Standing]]:
        """Every row that says that a treatment may be sold somewhere for something on a day, worked out once."""
        if day not in self._sold:
            self._sold[day] = [(id_, row) for id_ in self.decided for row in self.rows(id_, day) if row.on_the_market]
        return self._sold[day]

    def trials_of(self, id_: str) -> dict[str, Trial]:
        """The trials that studied a treatment."""
        if id_ not in self._trials_of:
            self._trials_of[id_] = self.base.trials_of(id_)
        return self._trials_of[id_]

    def members(self, family: str) -> list[str]:
        """The treatments of a family."""
        return [id_ for id_, one in self.treatments.items() if family in one.families]

    def is_hair(self, condition: str | None) -> bool:
        """Whether a condition is a kind of hair loss; no condition counts as one."""
        return condition is None or condition not in self.conditions or not self.conditions[condition].other_use

    def within(self, condition: str | None, asked: str) -> bool:
        """Whether `condition` is `asked` or belongs to it."""
        while condition is not None:
            if condition == asked:
                return True
            condition = self.conditions[condition].within if condition in self.conditions else None
        return False


def _entry(found: str, kinds: dict[str, list[tuple[str, str, bool]]]) -> Entry | None:
    what = min(kinds, key=_RANK.__getitem__)
    held = kinds[what]
    if what == "family" and found in GENERIC_GROUPS:
        return None
    own = tuple(dict.fromkeys(id_ for id_, _, shared in held if not shared))
    shared = tuple(dict.fromkeys(id_ for id_, _, shared in held if shared))
    text = _best_text(held)
    if what == "treatment" and not own and "family" in kinds:
        what, own, shared = "family", tuple(dict.fromkeys(id_ for id_, _, _ in kinds["family"])), ()
    ids = (own if what == "company" else own[:1]) or shared[:1]
    length = 1 if text.isalnum() else len(words(text))
    others = tuple(one for one in (*own, *shared) if one not in ids)
    return Entry(what, ids, text, length, _strictness(what, found, text), others)


def _best_text(held: list[tuple[str, str, bool]]) -> str:
    """Of several spellings of a key, the one with most capitals: it says how the name wants to be written."""
    if len(held) == 1:
        return held[0][1]
    return max((text for _, text, _ in held), key=lambda text: sum(letter.isupper() for letter in text))


def _strictness(what: str, found: str, text: str) -> str:
    """How a name must be written to count: free, capital (each word's first letter), exact (letter by letter)."""
    bare = text if text.isalnum() else _SIGN.sub("", text)
    if _CJK.search(text):
        return "free"
    if what == "trial":
        return "free" if any(letter.isdigit() for letter in bare) and not bare.isdigit() else "exact"
    if bare.isdigit():
        return "exact"
    if what == "company":
        return "capital"
    if found in WORDS:
        return "trade" if what == "treatment" and text == text.lower() else "exact" if bare.isupper() else "capital"
    if bare.isupper() and len(bare) <= 4 and not any(letter.isdigit() for letter in bare):
        return "exact"
    if len(bare) <= 5 and bare[:1].isupper() and not any(letter.isdigit() for letter in bare):
        return "capital"
    return "free"
