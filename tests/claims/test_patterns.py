"""Every pattern finds its own examples and leaves the others; none takes long on text made to be slow."""

from __future__ import annotations

import time

import pytest

from hairtx.engines.claims.patterns import events, figures, progress, regulatory, results, supply
from hairtx.engines.claims.patterns.pattern import Book, Pattern, number

BOOKS = {
    "regulatory": regulatory.BOOK,
    "progress": progress.BOOK,
    "enrolment": figures.ENROLMENT_BOOK,
    "sites": figures.SITES_BOOK,
    "supply": supply.BOOK,
    "events": events.BOOK,
    "results": results.BOOK,
}
CASES = [(name, book, pattern) for name, book in BOOKS.items() for pattern in book.patterns]
SLOW = [
    "a " * 750,
    "trial " * 250,
    "approved to " * 120,
    "in 3 men " * 160,
    "1 " * 700,
    "the the " * 180,
    "x" * 1500,
    "study of the " * 110,
    "more " * 300,
    "not " * 370,
]


@pytest.mark.parametrize(("name", "book", "pattern"), CASES, ids=[f"{name}-{pattern.name}" for name, _, pattern in CASES])
def test_a_pattern_finds_its_examples(name: str, book: Book, pattern: Pattern) -> None:
    assert pattern.yes and pattern.no
    for example in pattern.yes:
        assert pattern.name in {hit.name for hit in book.hits(example)}, example
    for example in pattern.no:
        assert pattern.name not in {hit.name for hit in book.hits(example)}, example


@pytest.mark.parametrize("name", BOOKS)
def test_no_sentence_takes_a_book_long(name: str) -> None:
    for text in SLOW:
        began = time.perf_counter()
        BOOKS[name].hits(text)
        assert time.perf_counter() - began < 1, text[:20]


@pytest.mark.parametrize(
    ("text", "value"),
    [("70", 70), ("1,465", 1465), ("seventy", 70), ("twenty-six", 26), ("two hundred", 200), ("a hundred", 100), ("hundreds", None), ("1.5", 1.5)],
)
def test_numbers_are_read_in_digits_and_words(text: str, value: float | None) -> None:
    assert number(text) == value
