"""A pattern: its name, what it says where it fits, its expression, and examples that a test runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice

from hairtx.engines.claims.patterns.required import Sieve, compiled, required
from hairtx.model.naming import lowered
from hairtx.model.value import Value

MOST = 12
"""Matches of one pattern in one sentence; more are no prose."""
PHASE_WORDS = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "1": "1", "2": "2", "3": "3", "4": "4", "one": "1", "two": "2", "three": "3", "four": "4",
}  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_UNITS = "|".join(list(NUMBERS)[:9])
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d+)?|(?:{_TENS})(?:-(?:{_UNITS}))?"
    rf"|(?:{'|'.join(NUMBERS)}|a hundred|hundreds|dozens)(?:\s(?:hundred|thousand))?)"
)
_KEPT = re.compile(r"(\\.|\(\?P)|.", re.DOTALL)
"""A piece of an expression; the first group holds those whose case says something."""


class Pattern(Value, frozen=True):
    """One way to word a claim."""

    name: str
    expression: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


class Hit(Value, frozen=True):
    """A pattern that fits, and where."""

    name: str
    start: int
    end: int
    match: re.Match[str]


class Book:
    """Patterns in order: where two overlap, the earlier one stands.

    Case is folded before, not while, an expression is tried: that takes half
    the time.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve([required(small(one.expression)) for one in self.patterns])

    def hits(self, text: str) -> list[Hit]:
        """What fits in a sentence, in order of place; the matches are of the text in small letters."""
        found: list[Hit] = []
        folded = lowered(text)
        for at in self._sieve.passing(folded):
            one = self.patterns[at]
            for match in islice(compiled(small(one.expression)).finditer(folded), MOST):
                if not any(match.start() < other.end and other.start < match.end() for other in found):
                    found.append(Hit(one.name, match.start(), match.end(), match))
        return sorted(found, key=lambda one: one.start)


@cache
def small(expression: str) -> str:
    """The expression with its letters small, so that it fits text in small letters; `\\W` and `(?P<` stay."""
    return _KEPT.sub(lambda found: found[1] or found[0].lower(), expression)


def number(text: str) -> float | None:
    """The number that a text writes in digits or words, or None for “hundreds”."""
    said = text.lower().replace(",", "").strip()
    if said in {"hundreds", "dozens"}:
        return None
    if said == "a hundred":
        return 100
    if said.endswith(" thousand"):
        return (NUMBERS.get(said.removesuffix(" thousand")) or 1) * 1000
    if said.endswith(" hundred"):
        return (NUMBERS.get(said.removesuffix(" hundred")) or 1) * 100
    if said in NUMBERS:
        return NUMBERS[said]
    if "-" in said:
        return sum(NUMBERS.get(part, 0) for part in said.split("-")) or None
    try:
        return float(said)
    except ValueError:
        return None


def phases(match: Iterator[str] | Iterable[str]) -> str:
    """Phases such as `2`, `2/3` from the words that name them."""
    read = [PHASE_WORDS[one.lower().rstrip("ab")] for one in match if one and one.lower().rstrip("ab") in PHASE_WORDS]
    return "/".join(dict.fromkeys(read))
