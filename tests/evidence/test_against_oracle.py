"""The engine against a dense regression of arms, closed forms and sums done by hand."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given, settings

from hairtx.engines.evidence.absolute import per_hundred
from hairtx.engines.evidence.distributions import chi_squared_above, t_quantile, two_sided
from hairtx.engines.evidence.studies import Measured
from hairtx.model.arms import StudyArm
from tests.evidence.made import COUNTS, LOOP, answer, count, mean, networks
from tests.evidence.oracle import solve


def agree(arms: list[StudyArm], effect: Measured, model: str, tolerance: float = 1e-6) -> None:
    found = answer(arms, effect, reference=arms[0].treatment, model=model)
    told = solve(arms, effect, arms[0].treatment, found.heterogeneity.tau2 or 0.0 if model == "random" else 0.0)
    assert found.heterogeneity.total.df == told.df
    assert found.heterogeneity.total.value == pytest.approx(told.q, rel=1e-6, abs=1e-7)
    for one in found.against_reference:
        estimate, se = told.effects[one.treatment]
        assert one.estimate == pytest.approx(estimate, abs=tolerance * se)
        assert one.se == pytest.approx(se, rel=tolerance)


@pytest.mark.parametrize("model", ["common", "random"])
@pytest.mark.parametrize("effect", ["or", "rr", "rd"])
def test_counts(effect: Measured, model: str) -> None:
    agree(COUNTS, effect, model)


@pytest.mark.parametrize("model", ["common", "random"])
def test_means(model: str) -> None:
    agree(LOOP, "md", model)


@settings(max_examples=20, deadline=None)
@given(networks())
def test_any_network_of_means(arms: list[StudyArm]) -> None:
    agree(arms, "md", "common", 1e-5)
    agree(arms, "md", "random", 1e-5)


@settings(max_examples=18, deadline=None)
@given(networks("or"))
def test_any_network_of_counts(arms: list[StudyArm]) -> None:
    agree(arms, "or", "common", 1e-5)
    agree(arms, "or", "random", 1e-5)


@pytest.mark.parametrize(("arms", "effect"), [(LOOP, "md"), (COUNTS, "or"), (COUNTS, "rr")])
def test_reml_is_the_top_of_the_restricted_likelihood(arms: list[StudyArm], effect: Measured) -> None:
    found, told = answer(arms, effect).heterogeneity.tau2, solve(arms, effect, "ash", "reml").tau2
    assert found == pytest.approx(told, rel=1e-4, abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(networks())
def test_reml_on_any_network(arms: list[StudyArm]) -> None:
    found = answer(arms, reference="ash")
    told = solve(arms, "md", "ash", "reml")
    # Where the likelihood is flat two searches may stop apart; what they give must be the same.
    for one in found.against_reference:
        estimate, se = told.effects[one.treatment]
        assert one.estimate == pytest.approx(estimate, abs=2e-2 * se)
        assert one.se == pytest.approx(se, rel=2e-2)


PAIR = [(3.0, 1.2), (5.5, 0.8), (1.0, 2.0), (4.0, 0.5)]


def pair_arms() -> list[StudyArm]:
    arms = []
    for at, (difference, se) in enumerate(PAIR):
        part = se / math.sqrt(2)
        arms += [StudyArm(f"s{at}", "old", 40, 10.0, se=part), StudyArm(f"s{at}", "new", 40, 10.0 + difference, se=part)]
    return arms


def test_two_treatments_are_inverse_variance_pooling() -> None:
    weights = [1 / se**2 for _, se in PAIR]
    pooled = sum(w * d for w, (d, _) in zip(weights, PAIR, strict=True)) / sum(weights)
    q = sum(w * (d - pooled) ** 2 for w, (d, _) in zip(weights, PAIR, strict=True))
    (found,) = (analysis := answer(pair_arms(), reference="old", model="common")).effects
    assert (found.estimate, found.se) == pytest.approx((pooled, 1 / math.sqrt(sum(weights))))
    assert analysis.heterogeneity.total.value == pytest.approx(q) and analysis.heterogeneity.i2 == pytest.approx(100 * (q - 3) / q)
    assert found.direct and found.direct.estimate == pytest.approx(pooled) and found.indirect is None


def test_two_treatments_under_dersimonian_and_laird() -> None:
    weights = [1 / se**2 for _, se in PAIR]
    pooled = sum(w * d for w, (d, _) in zip(weights, PAIR, strict=True)) / sum(weights)
    q = sum(w * (d - pooled) ** 2 for w, (d, _) in zip(weights, PAIR, strict=True))
    tau2 = (q - 3) / (sum(weights) - sum(w * w for w in weights) / sum(weights))
    wider = [1 / (se**2 + tau2) for _, se in PAIR]
    (found,) = (analysis := answer(pair_arms(), reference="old", method="dl")).effects
    assert analysis.heterogeneity.tau2 == pytest.approx(tau2)
    assert found.estimate == pytest.approx(sum(w * d for w, (d, _) in zip(wider, PAIR, strict=True)) / sum(wider))
    assert found.se == pytest.approx(1 / math.sqrt(sum(wider)))
    half = t_quantile(2) * math.sqrt(tau2 + 1 / sum(wider))
    assert found.prediction_high == pytest.approx(found.estimate + half)


def test_an_odds_ratio_done_by_hand() -> None:
    (one,) = answer([count("x", "old", 10, 50), count("x", "new", 20, 50)], "or", reference="old").effects
    assert math.exp(one.estimate) == pytest.approx((20 / 30) / (10 / 40))
    assert one.se == pytest.approx(math.sqrt(1 / 20 + 1 / 30 + 1 / 10 + 1 / 40))


def test_an_empty_cell_gets_a_half_everywhere_in_its_study_and_only_there() -> None:
    arms = [count("x", "old", 0, 20), count("x", "new", 5, 20), count("y", "old", 4, 20), count("y", "new", 9, 20)]
    analysis = answer(arms, "or", reference="old", model="common")
    (one,) = analysis.effects
    first, second = math.log((5.5 / 15.5) / (0.5 / 20.5)), math.log((9 / 11) / (4 / 16))
    variances = 1 / 5.5 + 1 / 15.5 + 1 / 0.5 + 1 / 20.5, 1 / 9 + 1 / 11 + 1 / 4 + 1 / 16
    assert one.estimate == pytest.approx((first / variances[0] + second / variances[1]) / (1 / variances[0] + 1 / variances[1]))
    assert [study.name for study in analysis.studies if study.corrected] == ["x"]


def test_indirect_evidence_is_the_difference_of_two_comparisons() -> None:
    arms = [mean("x", "ash", 1, 4, 50), mean("x", "birch", 4, 3, 60), mean("y", "ash", 2, 5, 70), mean("y", "cedar", 9, 2, 30)]
    one = next(e for e in answer(arms).effects if {e.treatment, e.comparator} == {"birch", "cedar"})
    sign = 1 if one.treatment == "birch" else -1
    assert sign * one.estimate == pytest.approx(3 - 7)
    assert one.se == pytest.approx(math.sqrt(16 / 50 + 9 / 60 + 25 / 70 + 4 / 30))
    assert one.direct is None and one.indirect and one.incoherence_p is None


def test_a_triangle_split_by_hand() -> None:
    arms = [arm for arm in LOOP if arm.study in {"one", "two", "three"}]
    one = next(e for e in answer(arms, model="common", reference="ash").effects if (e.treatment, e.comparator) == ("cedar", "ash"))
    assert one.direct and one.indirect and one.incoherence_p is not None
    assert one.direct.estimate == pytest.approx(3.5)
    assert one.indirect.estimate == pytest.approx(2.1 + 4.0)
    variance = 16 / 50 + 25 / 40 + 9 / 50 + 3.5**2 / 80
    assert one.indirect.se == pytest.approx(math.sqrt(variance))
    gap = (3.5 - 6.1) / math.sqrt(variance + 4.4**2 / 70 + 36 / 30)
    assert one.incoherence_p == pytest.approx(math.erfc(abs(gap) / math.sqrt(2)))


def test_the_split_of_q_adds_up() -> None:
    spread = answer(LOOP).heterogeneity
    assert spread.within.value + spread.between.value == pytest.approx(spread.total.value)
    assert (spread.within.df, spread.between.df, spread.total.df) == (1, 3, 4)
    repeated = answer([arm for arm in LOOP if arm.study in {"one", "five"}]).heterogeneity.total
    assert spread.within.value == pytest.approx(repeated.value)


@pytest.mark.parametrize(
    ("q", "df", "p"), [(3.841458820694124, 1, 0.05), (18.307038053275146, 10, 0.05), (0.0, 4, 1.0), (2 * math.log(100), 2, 0.01)]
)
def test_chi_squared_tables(q: float, df: int, p: float) -> None:
    assert chi_squared_above(q, df) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize(("df", "t"), [(1, 12.706204736432095), (2, 4.302652729911275), (10, 2.2281388519649385), (1000, 1.9623390808264078)])
def test_t_tables(df: int, t: float) -> None:
    assert t_quantile(df) == pytest.approx(t, rel=1e-9)


def test_normal_tables() -> None:
    assert two_sided(1.959963984540054) == pytest.approx(0.05)
    assert chi_squared_above(5.0, 0) is None


def test_a_p_score_and_people_per_100_done_by_hand() -> None:
    arms = [count("x", "old", 10, 50), count("x", "new", 20, 50)]
    analysis = answer(arms, "or", reference="old")
    (one,) = analysis.effects
    surer = NormalDist().cdf(one.estimate / one.se)
    assert {node.id: node.p_score for node in analysis.nodes} == pytest.approx({"new": surer, "old": 1 - surer})
    people = per_hundred(analysis)["new", "old"]
    assert (people.treated, people.control, people.difference) == pytest.approx((40, 20, 20))
    odds = math.exp(one.low) * 0.25
    assert people.low == pytest.approx(100 * odds / (1 + odds) - 20)
    ratio = per_hundred(answer(arms, "rr", reference="old"))["new", "old"]
    assert (ratio.treated, ratio.difference) == pytest.approx((40, 20))
    assert per_hundred(answer([count("x", "old", 40, 50), count("x", "new", 50, 50)], "rr", reference="new")) == {}


def test_a_risk_ratio_that_cannot_hold_at_the_risk_gives_no_people() -> None:
    arms = [count("x", "old", 1, 50), count("x", "new", 30, 50), count("y", "old", 40, 50), count("y", "other", 41, 50)]
    assert set(per_hundred(answer(arms, "rr", reference="old"))) == {("new", "old"), ("other", "old")}


def test_people_are_counted_from_the_risk_that_the_trials_themselves_had() -> None:
    arms = [count("x", "old", 1, 100), count("x", "new", 30, 100), count("y", "old", 20, 100), count("y", "other", 30, 100)]
    people = per_hundred(answer(arms, "or", reference="old"))
    assert people["new", "old"].control == pytest.approx(1)
    assert people["new", "old"].treated == pytest.approx(30)
    assert people["other", "old"].difference == pytest.approx(10)
