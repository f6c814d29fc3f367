"""Names with a slip of the pen: small edit distance, found through words with letters left out, so cost stays linear.

A name's neighbours are made once (SymSpell's idea, W. Garbe 2012); a word of
the text costs a handful of look-ups however many names there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SHORTEST = 7
_LONG = 9
# An English ending in small letters is an English word sooner than a misspelt short name (“regained”).
_INFLECTED = re.compile(r"^.{0,8}(?:ed|ing|ly|ers?|ial|ally|ical|ness|ion|ions|able|ous|ives?)$")
_SAME_SOUND = str.maketrans({"v": "b", "f": "p", "z": "s", "y": "i", "q": "k", "c": "k", "w": "b"})


class Slips:
    """Single-word names, each with what it stands for, by the words that come near them."""

    def __init__(self, names: Mapping[str, str], ordinary: frozenset[str]) -> None:
        self._ordinary = ordinary
        self._names = {name: id_ for name, id_ in names.items() if len(name) >= SHORTEST and name.isalpha() and name.isascii()}
        self._near: dict[str, tuple[str, ...]] = {}
        self._sound: dict[str, set[str]] = {}
        for name in self._names:
            lesser: dict[str, tuple[str, ...]] = dict.fromkeys(_lesser(name, 2 if len(name) >= _LONG else 1), (name,))
            for left in self._near.keys() & lesser.keys():
                lesser[left] = (*self._near[left], name)
            self._near.update(lesser)
            self._sound.setdefault(sound(name), set()).add(name)

    def find(self, word: str, *, named: bool) -> str | None:
        """The one name that `word` (folded) misspells, or None; `named` says that it stands as a name (capital, quotes)."""
        if word in self._ordinary or not word.isalpha() or not word.isascii() or len(word) > 24:
            return None
        if len(word) >= SHORTEST and (named or not _INFLECTED.search(word)):
            depth = 2 if len(word) >= _LONG else 1
            close = {name for left in _lesser(word, depth) for name in self._near.get(left, ())}
            gaps = {name: gap for name in close if (gap := distance(word, name)) <= (2 if min(len(word), len(name)) >= _LONG else 1)}
            least = min(gaps.values(), default=9)
            best = sorted(name for name, gap in gaps.items() if gap == least)
            if (
                best
                and not (least == 2 and (_different_stem(word, best[0]) or _INFLECTED.search(word)))
                and len({self._names[name] for name in best}) == 1
            ):
                return best[0]
        if named and len(word) >= 6 and len(sound(word)) >= 4:
            alike = sorted(name for name in self._sound.get(sound(word), ()) if distance(word, name) <= 3)
            return alike[0] if alike and len({self._names[name] for name in alike}) == 1 else None
        return None


def _different_stem(word: str, name: str) -> bool:
    """Whether two drug names share only their class ending (-itinib, -steride, -oxidil): then they are two drugs."""
    shared = 0
    while shared < min(len(word), len(name)) and word[-1 - shared] == name[-1 - shared]:
        shared += 1
    return word[0] != name[0] and word[1] != name[1] and shared >= 5


def sound(word: str) -> str:
    """How a name sounds to an ear that hears b for v, p for f, and no r before a consonant."""
    said = word.replace("ph", "f").translate(_SAME_SOUND).replace("x", "ks").replace("l", "r")
    said = re.sub(r"r(?=[^aeiou]|$)", "", said)
    return re.sub(r"(.)\1+", r"\1", said[:1] + re.sub(r"[aeiouh]", "", said[1:]))


def _lesser(word: str, depth: int) -> list[str]:
    """The word with at most `depth` letters left out."""
    once = [word[:at] + word[at + 1 :] for at in range(len(word))]
    twice = [one[:then] + one[then + 1 :] for at, one in enumerate(once) for then in range(at, len(one))] if depth > 1 else []
    return [word, *once, *twice]


def distance(one: str, other: str) -> int:
    """Edits (insert, leave out, change, swap neighbours) from one word to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at] + [0] * len(other)
        for to, wanted in enumerate(other, 1):
            cost = 0 if letter == wanted else 1
            row[to] = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + cost)
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                row[to] = min(row[to], older[to - 2] + 1)
    return row[-1]
