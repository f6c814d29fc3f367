"""Facets are read only where a query plainly asks, and never turn a name into a filter."""

from __future__ import annotations

import pytest

from hairtx.engines.search import find
from hairtx.engines.search.facets import Reader
from hairtx.model.naming import words
from hairtx.store.knowledge_base import KnowledgeBase
from tests.conftest import TODAY


@pytest.fixture
def reader(base: KnowledgeBase) -> Reader:
    return Reader(base.conditions, base.jurisdictions, base.authorities, base.populations)


@pytest.mark.parametrize(
    ("query", "asked", "rest"),
    [
        ("approved in the United States for thinning", {"status": "approved", "jurisdictions": ("US",), "conditions": ("thinning",)}, ["for"]),
        ("over the counter cream", {"supply": "otc"}, ["cream"]),
        ("phase 2 bald patches", {"stage": "phase-2", "conditions": ("patchy-loss",)}, []),
        ("for women", {"sex": "female"}, []),
        ("AOA approved lamp", {"status": "approved", "authority": "agency"}, ["lamp"]),
        ("no such country in Atlantis", {}, ["no", "such", "country", "in", "atlantis"]),
    ],
)
def test_reading(query: str, asked: dict[str, object], rest: list[str], reader: Reader) -> None:
    facets, left = reader.read(words(query))
    assert {name: getattr(facets, name) for name in asked} == asked
    assert bool(asked) == facets.asked
    assert left == rest


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("approved in America", ["alpinol-oral"]),
        ("cleared in USA", ["lamphood"]),
        ("otc", ["alpinol-oral", "lamphood"]),
        ("approved for bald patches", []),
        ("phase 2 thinning", ["graftan"]),
        ("alpinol cream", ["alpinol-cream"]),
        ("alpinol tablets", ["alpinol-oral"]),
        ("alpinol gel", ["alpinol-cream", "alpinol-oral"]),
        ("alpinol pill", ["alpinol-oral", "alpinol-cream"]),
        ("alpine", []),
        ("red helmet", ["lamphood"]),
        ("Graftan Inc", ["graftan"]),
        ("grove", ["graftan"]),
        ("a grove of trees", []),
        ("the GROVE study", ["graftan"]),
        ("alpinoll tablts", ["alpinol-oral"]),
        ("invented channel", ["alpinol-oral", "alpinol-cream"]),
    ],
)
def test_what_is_found(query: str, found: list[str], base: KnowledgeBase) -> None:
    assert [hit.id for hit in find(query, base, TODAY).hits] == found


@pytest.mark.parametrize("query", ["best treatment for thinning", "what works for thinning?", "treatments for baldness", "Thinning"])
def test_words_that_say_nothing_change_nothing(query: str, base: KnowledgeBase) -> None:
    assert [hit.id for hit in find(query, base, TODAY).hits] == [hit.id for hit in find("thinning", base, TODAY).hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [("tablet for thinning", ["alpinol-oral"]), ("device for thinning", ["lamphood"]), ("cream for bald patches", [])],
)
def test_a_condition_with_a_route_or_a_kind_is_a_question(query: str, found: list[str], base: KnowledgeBase) -> None:
    assert [hit.id for hit in find(query, base, TODAY).hits] == found


def test_every_hit_says_why(base: KnowledgeBase) -> None:
    for query in ("Alpina", "stem cells", "thinning", "red helmet", "otc", "grafftan"):
        assert all(hit.matched and all(match.field and match.text for match in hit.matched) for hit in find(query, base, TODAY).hits)
