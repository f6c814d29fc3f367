"""Published meta-analyses beside ours: matched by dose, the right way round, and judged by their intervals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hairtx.engines.evidence.agreement import Ours, _judge, _scaled
from hairtx.model.sources import Pooled
from tests.conftest import Ask
from tests.evidence.test_command import KB


@pytest.fixture
def published(ask: Ask) -> list[dict[str, Any]]:
    return list(ask("evidence", "fading", "--published", "--json", kb=KB).json["published"])


def found(published: list[dict[str, Any]], at: int) -> dict[str, Any]:
    return dict(published[0]["comparisons"][at])


def test_those_of_most_trials_come_first(published: list[dict[str, Any]]) -> None:
    assert [(one["source"], one["trials"]) for one in published] == [("fading-review", 9), ("fading-review", None), ("fading-review", None)]


def test_the_same_comparison_here_stands_beside(ask: Ask, published: list[dict[str, Any]]) -> None:
    ours = ask("evidence", "fading", "--measure", "colour-back", "--week", "24", "--population", "adults", "--json", kb=KB).json
    (held,) = [one for one in ours["effects"] if (one["treatment"], one["comparator"]) == ("lumol:10-mg-daily", "placebo")]
    beside = found(published, 0)
    assert beside["agreement"] == "agree"
    assert {key: beside["ours"][key] for key in ("estimate", "ci_low", "ci_high")} == {key: held[key] for key in ("estimate", "ci_low", "ci_high")}
    assert beside["ours"]["certainty"] == held["certainty"]
    assert beside["why"] == "2 trials here, 9 there in all"


def test_a_comparison_is_turned_the_way_the_paper_has_it(published: list[dict[str, Any]]) -> None:
    lower_against_higher = found(published, 1)
    assert lower_against_higher["ours"]["estimate"] < 1
    assert lower_against_higher["agreement"] == "partly"


def test_intervals_apart_differ(published: list[dict[str, Any]]) -> None:
    assert found(published, 2)["agreement"] == "differ"


def test_a_paper_without_doses_meets_merged_doses_and_its_own_effect(published: list[dict[str, Any]]) -> None:
    pooled = found(published, 3)
    assert pooled["agreement"] == "agree"
    assert pooled["why"] == "1 trial here, 2 there; no interval of theirs was seen"


@pytest.mark.parametrize(("at", "why"), [(4, "no trials with usable figures connect the two"), (5, "a hazard ratio is not worked out here")])
def test_what_cannot_be_worked_out_here_says_why(published: list[dict[str, Any]], at: int, why: str) -> None:
    assert (found(published, at)["ours"], found(published, at)["agreement"], found(published, at)["why"]) == (None, "not held", why)


def test_members_of_a_family_are_pooled_as_one_where_the_paper_does(ask: Ask, published: list[dict[str, Any]]) -> None:
    family = found(published, 6)
    merged = ask("evidence", "fading", "--merge-doses", "--week", "24", "--population", "adults", "--measure", "colour-back", "--json", kb=KB).json
    single = {one["treatment"]: one["estimate"] for one in merged["effects"] if one["comparator"] == "placebo"}
    assert single["brightin"] < family["ours"]["estimate"] < single["lumol"]
    assert family["ours"]["trials"] > 1


def test_the_opposite_of_a_measure_is_turned_round(published: list[dict[str, Any]]) -> None:
    (turned,) = [held for one in published if one["measure"] == "colour-still-gone" for held in one["comparisons"]]
    back = found(published, 0)
    assert turned["ours"]["estimate"] == pytest.approx(1 / back["ours"]["estimate"])
    assert turned["agreement"] == "agree"
    assert turned["why"].endswith("ours at week 24, theirs at week 200")


def test_a_measure_narrows_and_an_empty_answer_is_said(ask: Ask) -> None:
    only = ask("evidence", "fading", "--published", "--measure", "shade-change", "--json", kb=KB).json
    assert [one["measure"] for one in only["published"]] == ["shade-change"]
    nothing = ask("evidence", "wilting", "--published", kb=KB)
    assert (nothing.code, nothing.err) == (1, "hairtx: no published meta-analysis of wilting is recorded\n")


def test_where_nothing_can_be_pooled_the_published_ones_are_named(ask: Ask) -> None:
    answer = ask("evidence", "fading-in-women", "--measure", "shade-change", kb=KB)
    assert answer.code == 1
    assert "published meta-analyses are recorded: hairtx evidence fading-in-women --published" in answer.err


def test_published_takes_nothing_that_would_change_the_papers(ask: Ask) -> None:
    answer = ask("evidence", "fading", "--published", "--week", "12", kb=KB)
    assert (answer.code, answer.out) == (2, "")


def test_statements_of_a_paper_with_figures_of_its_own_are_not_told_twice(ask: Ask) -> None:
    record = ask("evidence", "fading", "--json", kb=KB).json
    assert [one["sources"] for one in record["published"]] == [["dim-network"]]
    assert {one["source"] for one in record["meta_analyses"]} == {"fading-review"}


limits = st.tuples(*[st.floats(0.05, 20)] * 3).map(sorted)


@given(limits, limits)
def test_agreement_does_not_depend_on_which_is_ours(one: list[float], other: list[float]) -> None:
    def judged(theirs: list[float], ours: list[float]) -> str:
        pooled = Pooled("a", "b", "odds-ratio", theirs[1], theirs[0], theirs[2])
        low, estimate, high = (_scaled(value, "or") for value in ours)
        return _judge(pooled, Ours("or", estimate, low, high, 1, True, 24, "low"))

    assert judged(one, other) == judged(other, one)
    assert judged(one, one) == "agree"
