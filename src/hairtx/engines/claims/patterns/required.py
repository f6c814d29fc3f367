"""The words that an expression cannot fit without: they tell quickly that it need not be tried on a sentence.

They are read from Python's own parse of the expression (R. Cox's trigram
search, 2012, does the same for a code index). Where a Python does not hand
out its parse, none are known, and every expression is tried.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

Required = tuple[tuple[str, ...], ...]
"""Of each inner tuple at least one must stand in the text."""

_KEPT = 3
"""Of the sets that an expression requires, so many are looked for: the ones that say most."""

_EVERYWHERE = frozenset(
    ["", "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "in", "is", "it", "not", "of", "on", "or", "the", "to", "was", "with"]
)


@cache
def _parsed(expression: str) -> Any:
    """Python's own parse of an expression; None where a Python does not hand it out."""
    try:
        return importlib.import_module("re._parser").parse(expression)
    except (ImportError, AttributeError):  # pragma: no cover - no Python so far
        return None


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The expression compiled, from the parse that was made of it already: half of what compiling costs."""
    parsed = _parsed(expression)
    try:
        made: re.Pattern[str] = importlib.import_module("re._compiler").compile(parsed)
        return made
    except (ImportError, AttributeError, TypeError):  # pragma: no cover - no Python so far
        return re.compile(expression)


def required(expression: str) -> Required:
    """What any match of an expression holds, most telling first; empty where nothing is known of it."""
    parsed = _parsed(expression)
    if parsed is None:  # pragma: no cover - no Python so far
        return ()
    told = sorted({_least(one) for one in _sets(parsed)}, key=lambda one: (len(one) / min(map(_telling, one)), sorted(one)))
    return tuple(tuple(sorted(one)) for one in told[:_KEPT])


class Sieve:
    """Tells of many expressions at once which a text may fit: by the most telling words of each, then by the others."""

    def __init__(self, wanted: Iterable[Required]) -> None:
        self._always: list[int] = []
        self._others: list[Required] = []
        first: dict[str, list[int]] = {}
        for at, each in enumerate(wanted):
            self._others.append(each[1:])
            if not each:
                self._always.append(at)
            for word in each[0] if each else ():
                first.setdefault(word, []).append(at)
        self._first = list(first.items())

    def passing(self, text: str) -> list[int]:
        """The places, in order, of the expressions that a text has the words for."""
        here = set(self._always)
        for word, those in self._first:
            if word in text:
                here.update(those)
        return sorted(at for at in here if all(any(word in text for word in one) for one in self._others[at]))


def _sets(parsed: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """For a sequence: sets of which each must give one word."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, held in [*parsed, ("END", None)]:
        name = str(kind)
        if name == "LITERAL":
            run += chr(held)
            continue
        if run:
            found.append(frozenset({run}))
            run = ""
        if name == "SUBPATTERN":
            found += _sets(held[3])
        elif name == "BRANCH":
            each = [_sets(one) for one in held[1]]
            if all(each):
                found.append(frozenset().union(*(max(one, key=lambda words: (min(map(_telling, words)), -len(words))) for one in each)))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and held[0] >= 1:
            found += _sets(held[2])
    return found


def _telling(word: str) -> int:
    """How much it tells that a text holds a word: the longer, the more, and next to nothing where every text does."""
    return 1 if word.strip() in _EVERYWHERE else len(word)


def _least(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another of them."""
    return frozenset(one for one in words if not any(other != one and other in one for other in words))
