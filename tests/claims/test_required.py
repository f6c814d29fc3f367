"""What an expression requires: it may let a text through in vain, and never keeps one away that the expression fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hairtx.engines.claims.patterns.pattern import Pattern, small
from hairtx.engines.claims.patterns.required import Sieve, compiled, required
from hairtx.model.naming import lowered
from tests.claims.measuring import articles
from tests.claims.test_patterns import CASES

_LETTERS = st.text("abAB é-", min_size=1, max_size=3)
_PIECES = st.recursive(
    _LETTERS.map(re.escape) | st.sampled_from([r"\w+", r"\b", ".", "[ab]", "(?!b)", "(?<=a)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"({one})"),
    ),
    max_leaves=8,
)


def test_what_is_required_is_read_from_the_expression() -> None:
    assert required(r"\b(?:approv|clear)ed (?:by|in) the\b") == (("ed ",), ("approv", "clear"), (" the",))
    assert required(r"\w+|\d") == ()
    assert required("(?:sold)?") == ()


def test_a_text_needs_a_word_of_each() -> None:
    sieve = Sieve([(("approv", "clear"), ("fda",)), (), (("fda",),)])
    assert sieve.passing("cleared by the fda") == [0, 1, 2]
    assert sieve.passing("cleared by somebody") == [1]
    assert sieve.passing("the fda") == [1, 2]


def test_a_word_that_every_sentence_has_tells_least() -> None:
    assert required(r"(?:ok\w* was |approv\w* for )") == (("approv", "ok"),)
    assert required(r"\w+ from the (?:fda|regulator)") == ((" from the ",), ("fda", "regulator"))
    assert required(r"\w+ for (?:fda|regulator)") == (("fda", "regulator"), (" for ",))


@pytest.mark.parametrize("pattern", [pattern for _, _, pattern in CASES], ids=lambda one: one.name)
def test_every_pattern_requires_something(pattern: Pattern) -> None:
    assert required(small(pattern.expression))


def test_no_sentence_of_the_articles_is_kept_from_a_pattern_that_fits() -> None:
    lines = [line for part in ("tuning", "aside") for one in articles(part) for line in one["text"].splitlines() if line.strip()]
    for _, _, pattern in CASES:
        sieve, expression = Sieve([required(small(pattern.expression))]), re.compile(pattern.expression, re.IGNORECASE)
        assert all(sieve.passing(lowered(line)) for line in lines if expression.search(line))


def test_small_letters_fit_where_letters_of_either_case_do() -> None:
    lines = [line for one in articles("tuning") for line in one["text"].splitlines() if line.strip()]
    for _, _, pattern in CASES:
        blind, folded = re.compile(pattern.expression, re.IGNORECASE), re.compile(small(pattern.expression))
        assert [one.span() for line in lines for one in blind.finditer(line)] == [
            one.span() for line in lines for one in folded.finditer(lowered(line))
        ]


def test_from_the_parse_at_hand_comes_the_same_expression() -> None:
    lines = [lowered(line) for one in articles("tuning") for line in one["text"].splitlines() if line.strip()]
    for _, _, pattern in CASES:
        plain, ours = re.compile(small(pattern.expression)), compiled(small(pattern.expression))
        assert plain.groupindex == ours.groupindex
        assert [one.groupdict() for line in lines for one in plain.finditer(line)] == [
            one.groupdict() for line in lines for one in ours.finditer(line)
        ]


def test_what_an_escape_means_stays_when_letters_are_made_small() -> None:
    assert small(r"\W\S(?P<Name>FDA)(?P=Name)[A-Z]\\D") == r"\W\S(?P<name>fda)(?P=name)[a-z]\\d"


@given(_PIECES, st.text("abAB é-İ", max_size=12))
@settings(max_examples=300)
def test_an_expression_that_fits_is_always_tried(expression: str, text: str) -> None:
    folded, low = small(expression), lowered(text)
    assert len(low) == len(text)
    if re.search(folded, low):
        assert Sieve([required(folded)]).passing(low) == [0]
