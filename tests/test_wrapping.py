"""Lines are broken as rich breaks them: nothing lost, nothing too wide."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hairtx.views.screen import wrapping

texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Me")), max_size=200)


@given(texts, st.integers(2, 60))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    places = wrapping.lines(text, width)
    assert "".join(text[first:last] for first, last in places) == text
    assert all(cell_len(text[first:last].rstrip()) <= width for first, last in places)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=40), st.integers(10, 60))
def test_no_line_could_have_held_the_next_word(said: list[str], width: int) -> None:
    text = " ".join(said)
    shown = [text[first:last].rstrip() for first, last in wrapping.lines(text, width)]
    for line, following in itertools.pairwise(shown):
        assert len(line) + 1 + len(following.split()[0]) > width


def test_line_breaks_of_the_text_stay() -> None:
    assert [("a b\n\nc"[first:last]) for first, last in wrapping.lines("a b\n\nc", 10)] == ["a b", "", "c"]
