"""Everyday words put into the words of the field, from the vocabulary alone."""

from __future__ import annotations

from collections.abc import Iterable

from hairtx.model.naming import words
from hairtx.model.value import Value
from hairtx.model.vocabulary import Lay

# Words that carry no meaning in a query; what carries meaning is never listed here.
_FILLERS = """
a an and any are as at be by can do does for from get how i in is it me my of on or s that the there these this to use used using
best what which who with work works treatment treatments treat cure hair loss alopecia haarausfall
"""
FILLERS = frozenset(_FILLERS.split())


class Expansion(Value, frozen=True):
    """A phrase of the query and the words of the field that stand for it."""

    said: str
    means: tuple[str, ...]


def expand(query: list[str], lay: Iterable[Lay]) -> tuple[list[Expansion], list[str]]:
    """The expansions that apply, longest phrase first, and the words no phrase took."""
    phrases: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for one in lay:
        for said in one.say:
            known = phrases.get(tuple(words(said)), (said, ()))[1]
            phrases[tuple(words(said))] = said, tuple(dict.fromkeys((*known, *one.means)))
    longest = max(map(len, phrases), default=0)
    found: list[Expansion] = []
    rest: list[str] = []
    at = 0
    while at < len(query):
        for length in range(min(longest, len(query) - at), 0, -1):
            part = tuple(query[at : at + length])
            held = phrases.get(part) or phrases.get((*part[:-1], part[-1].removesuffix("s")))
            if held:
                found.append(Expansion(*held))
                at += length
                break
        else:
            rest.append(query[at])
            at += 1
    return found, rest
