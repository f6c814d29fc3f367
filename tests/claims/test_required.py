"""What an expression requires: it may let a text through in vain, and never keeps one away that the expression fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hairtx.engines.claims.patterns.pattern import Pattern
from hairtx.engines.claims.patterns.required import may_fit, required
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
    assert required(r"\b(?:approv|clear)ed (?:by|in) the\b") == ((" the",), ("ed ",), ("approv", "clear"))
    assert required(r"\w+|\d") == ()
    assert required("(?:sold)?") == ()


def test_a_text_needs_a_word_of_each() -> None:
    wanted = (("approv", "clear"), ("fda",))
    assert may_fit(wanted, "cleared by the fda")
    assert not may_fit(wanted, "cleared by somebody")
    assert may_fit((), "anything")


@pytest.mark.parametrize("pattern", [pattern for _, _, pattern in CASES], ids=lambda one: one.name)
def test_every_pattern_requires_something_and_its_examples_have_it(pattern: Pattern) -> None:
    wanted = required(pattern.expression)
    assert wanted
    assert all(may_fit(wanted, example.casefold()) for example in pattern.yes)


def test_no_sentence_of_the_articles_is_kept_from_a_pattern_that_fits() -> None:
    lines = [line for part in ("tuning", "aside") for one in articles(part) for line in one["text"].splitlines() if line.strip()]
    for _, _, pattern in CASES:
        wanted, expression = required(pattern.expression), re.compile(pattern.expression, re.IGNORECASE)
        assert all(may_fit(wanted, line.casefold()) for line in lines if expression.search(line))


@given(_PIECES, st.text("abAB é-", max_size=12))
@settings(max_examples=300)
def test_an_expression_that_fits_is_always_tried(expression: str, text: str) -> None:
    if re.search(expression, text, re.IGNORECASE):
        assert may_fit(required(expression), text.casefold())
