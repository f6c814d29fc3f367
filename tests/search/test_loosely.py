"""Long questions: answered by the record that holds most of what tells, and by none where the words are of something else."""

from __future__ import annotations

import pytest

from hairtx.engines.search import find
from hairtx.store.knowledge_base import KnowledgeBase
from tests.conftest import TODAY


def ids(query: str, base: KnowledgeBase) -> list[str]:
    return [hit.id for hit in find(query, base, TODAY).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("which daily tablet keeps the invented follicles going for ever and a day", "alpinol-oral"),
        ("is there a hood with red lamps that shine", "lamphood"),
    ],
)
def test_most_of_what_tells_is_enough(query: str, first: str, base: KnowledgeBase) -> None:
    assert ids(query, base)[:1] == [first]


@pytest.mark.parametrize("query", ["a train ticket to the seaside", "daily newspaper subscription prices", "broken knee surgery at night"])
def test_words_of_something_else_find_nothing(query: str, base: KnowledgeBase) -> None:
    assert ids(query, base) == []


def test_what_matched_is_said(base: KnowledgeBase) -> None:
    hit = find("which daily tablet keeps the invented follicles going for ever and a day", base, TODAY).hits[0]
    assert [match.field for match in hit.matched] == ["words"]
    assert "follicles" in hit.matched[0].text
