"""What must hold of every network."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import assume, given, settings

from hairtx.engines.evidence.analysis import Analysis, Effect
from hairtx.engines.evidence.studies import study_from_contrasts
from hairtx.model.arms import StudyArm, StudyContrast
from hairtx.model.value import replace
from tests.evidence.made import LOOP, NAMES, answer, networks

SOME = settings(max_examples=18, deadline=None)


def pairs(analysis: Analysis) -> dict[tuple[str, str], Effect]:
    return {(one.treatment, one.comparator): one for one in analysis.effects}


def told(analysis: Analysis, treatment: str, comparator: str) -> tuple[float, float]:
    held = pairs(analysis)
    if (treatment, comparator) in held:
        return held[treatment, comparator].estimate, held[treatment, comparator].se
    one = held[comparator, treatment]
    return -one.estimate, one.se


def same(one: Analysis, other: Analysis, slack: float = 1e-5) -> None:
    for treatment, comparator in pairs(one):
        (estimate, se), (again, error) = told(one, treatment, comparator), told(other, treatment, comparator)
        assert again == pytest.approx(estimate, abs=slack * se) and error == pytest.approx(se, rel=slack)


@SOME
@given(networks())
def test_the_order_of_arms_and_studies_does_not_matter(arms: list[StudyArm]) -> None:
    shuffled = random.Random(1).sample(arms, len(arms))
    for model in ("common", "random"):
        first, second = answer(arms, model=model, reference="ash", method="dl"), answer(shuffled, model=model, reference="ash", method="dl")
        same(first, second)
        assert [node.id for node in first.nodes if node.p_score > 1e-9] == [node.id for node in second.nodes if node.p_score > 1e-9] or len(
            {round(node.p_score, 6) for node in first.nodes}
        ) < len(first.nodes)
        assert first.heterogeneity.total.value == pytest.approx(second.heterogeneity.total.value, rel=1e-7, abs=1e-8)


@SOME
@given(networks())
def test_another_reference_changes_nothing_but_the_side(arms: list[StudyArm]) -> None:
    first, second = answer(arms, reference="ash"), answer(arms, reference="birch")
    same(first, second, 1e-4)
    assert len(first.effects) == len(second.effects) == math.comb(len(first.nodes), 2)
    for node, again in zip(sorted(first.nodes, key=lambda n: n.id), sorted(second.nodes, key=lambda n: n.id), strict=True):
        assert (node.id, node.trials) == (again.id, again.trials) and node.p_score == pytest.approx(again.p_score, abs=1e-4)


@SOME
@given(networks())
def test_a_copy_of_every_study_shrinks_the_common_error_by_root_two(arms: list[StudyArm]) -> None:
    twice = arms + [replace(arm, study=f"{arm.study} again") for arm in arms]
    first, second = answer(arms, model="common", reference="ash"), answer(twice, model="common", reference="ash")
    for pair, one in pairs(first).items():
        estimate, se = told(second, *pair)
        assert se == pytest.approx(one.se / math.sqrt(2)) and estimate == pytest.approx(one.estimate, abs=1e-6 * one.se)
    assert second.heterogeneity.total.value == pytest.approx(2 * first.heterogeneity.total.value, rel=1e-6, abs=1e-7)


@SOME
@given(networks())
def test_the_league_table_adds_up(arms: list[StudyArm]) -> None:
    analysis = answer(arms)
    names = [node.id for node in analysis.nodes]
    for a in names:
        for b in names:
            for c in names:
                if len({a, b, c}) == 3:
                    assert told(analysis, a, b)[0] + told(analysis, b, c)[0] == pytest.approx(told(analysis, a, c)[0], abs=1e-8)


@SOME
@given(networks(most=4))
def test_one_study_pooled_is_that_study(arms: list[StudyArm]) -> None:
    alone = [arm for arm in arms if arm.study == "s0"]
    (found,) = answer(alone, reference="ash").effects
    ash, birch = alone
    assert found.estimate == pytest.approx((birch.mean or 0) - (ash.mean or 0))
    assert found.se == pytest.approx(math.sqrt(sum((arm.sd or 0) ** 2 / (arm.n or 1) for arm in alone)))
    assert answer(alone).heterogeneity.tau2 is None


@SOME
@given(networks())
def test_p_scores_average_one_half_and_turn_with_the_direction(arms: list[StudyArm]) -> None:
    up, down = answer(arms, better="higher"), answer(arms, better="lower")
    assert sum(node.p_score for node in up.nodes) == pytest.approx(len(up.nodes) / 2)
    turned = {node.id: node.p_score for node in down.nodes}
    assert all(node.p_score == pytest.approx(1 - turned[node.id]) for node in up.nodes)


@SOME
@given(networks())
def test_direct_and_indirect_make_the_whole(arms: list[StudyArm]) -> None:
    for one in answer(arms).effects:
        assert one.direct or one.indirect
        assert sum(share for _, share in one.shares) == pytest.approx(1, abs=1e-3)
        if one.direct:
            assert one.direct.se >= one.se * (1 - 1e-9)
        if one.direct and one.indirect:
            weights = 1 / one.direct.se**2, 1 / one.indirect.se**2
            pooled = (weights[0] * one.direct.estimate + weights[1] * one.indirect.estimate) / sum(weights)
            assert pooled == pytest.approx(one.estimate, abs=1e-4 * one.se) and 1 / math.sqrt(sum(weights)) == pytest.approx(one.se, rel=1e-4)


@SOME
@given(networks())
def test_random_effects_are_never_surer_than_a_common_one(arms: list[StudyArm]) -> None:
    common, spread = answer(arms, model="common", reference="ash"), answer(arms, model="random", reference="ash")
    assert all(told(spread, *pair)[1] >= one.se * (1 - 1e-6) for pair, one in pairs(common).items())


@SOME
@given(networks())
def test_a_shift_of_a_whole_study_changes_nothing(arms: list[StudyArm]) -> None:
    moved = [replace(arm, mean=(arm.mean or 0) + (7.5 if arm.study == "s0" else 0)) for arm in arms]
    same(answer(arms, method="dl", reference="ash"), answer(moved, method="dl", reference="ash"))


@SOME
@given(networks())
def test_all_contrasts_of_a_study_say_what_its_arms_say(arms: list[StudyArm]) -> None:
    held = [arm for arm in arms if arm.study == arms[-1].study]
    assume(len(held) >= 2)
    contrasts = [
        StudyContrast(a.study, b.treatment, a.treatment, (b.mean or 0) - (a.mean or 0), math.sqrt(_variance(a) + _variance(b)))
        for at, a in enumerate(held) for b in held[at + 1 :]
    ]  # fmt: skip
    study = study_from_contrasts(contrasts)
    values = {arm.treatment: arm for arm in held}
    base = values[study.treatments[0]]
    for row, name in enumerate(study.treatments[1:]):
        assert study.estimates[row] == pytest.approx((values[name].mean or 0) - (base.mean or 0), abs=1e-9)
        for column, other in enumerate(study.treatments[1:]):
            wanted = _variance(base) + (_variance(values[name]) if name == other else 0)
            assert study.covariance[row][column] == pytest.approx(wanted, rel=1e-6, abs=1e-9)


def _variance(arm: StudyArm) -> float:
    return (arm.sd or 0) ** 2 / (arm.n or 1)


def test_names_do_not_matter() -> None:
    renamed = dict(zip(NAMES, reversed(NAMES), strict=True))
    first = answer(LOOP, reference="ash")
    second = answer([replace(arm, treatment=renamed[arm.treatment]) for arm in LOOP], reference=renamed["ash"])
    for (treatment, comparator), one in pairs(first).items():
        estimate, se = told(second, renamed[treatment], renamed[comparator])
        assert (estimate, se) == pytest.approx((one.estimate, one.se), rel=1e-6)
