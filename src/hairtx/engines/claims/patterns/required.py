"""The words that an expression cannot fit without: they tell quickly that it need not be tried on a sentence.

They are read from Python's own parse of the expression (R. Cox's trigram
search, 2012, does the same for a code index). Where a Python does not hand
out its parse, none are known, and every expression is tried.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

Required = tuple[tuple[str, ...], ...]
"""Of each inner tuple at least one must stand in the text, in small letters (`str.casefold`)."""

_KEPT = 3
"""Of the sets that an expression requires, so many are looked for: the ones that say most."""


def required(expression: str) -> Required:
    """What any match of a case-blind expression holds, most telling first; empty where nothing is known of it."""
    try:
        parsed = importlib.import_module("re._parser").parse(expression, re.IGNORECASE)
    except (ImportError, AttributeError):  # pragma: no cover - no Python so far
        return ()
    told = sorted({_least(one) for one in _sets(parsed)}, key=lambda one: (len(one) / min(map(len, one)), sorted(one)))
    return tuple(tuple(sorted(one)) for one in told[:_KEPT])


def may_fit(wanted: Required, folded: str) -> bool:
    """Whether a text (`str.casefold`) holds what is required."""
    for one in wanted:
        for word in one:
            if word in folded:
                break
        else:
            return False
    return True


def _sets(parsed: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """For a sequence: sets of which each must give one word."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, held in [*parsed, ("END", None)]:
        name = str(kind)
        if name == "LITERAL":
            run += chr(held).casefold()
            continue
        if run:
            found.append(frozenset({run}))
            run = ""
        if name == "SUBPATTERN":
            found += _sets(held[3])
        elif name == "BRANCH":
            each = [_sets(one) for one in held[1]]
            if all(each):
                found.append(frozenset().union(*(max(one, key=lambda words: (min(map(len, words)), -len(words))) for one in each)))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and held[0] >= 1:
            found += _sets(held[2])
    return found


def _least(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another of them."""
    return frozenset(one for one in words if not any(other != one and other in one for other in words))
