"""Each domain at each of its levels, and the ladder from high to very low."""

from __future__ import annotations

from typing import Any

import pytest

from hairtx.engines.evidence.certainty import Certainty, certainties, of_treatments
from hairtx.engines.evidence.domains import Domain, Grounds, Record
from hairtx.model.arms import StudyArm
from tests.evidence.made import answer, mean

SOUND = Grounds(0, "randomised and double-blind by its record", 0, ())


def judged(arms: list[StudyArm], pair: tuple[str, str], *, record: Record | None = None, important: float | None = None, **asked: Any) -> Certainty:
    analysis = answer(arms, **asked)
    held = certainties(analysis, record, important)
    assert {one.name for one in held[pair].domains} == {
        "within-study bias", "reporting bias", "indirectness", "imprecision", "heterogeneity", "incoherence",
    }  # fmt: skip
    assert set(of_treatments(analysis, held)) == {node.id for node in analysis.nodes}
    return held[pair]


def domain(certainty: Certainty, name: str) -> Domain:
    return next(one for one in certainty.domains if one.name == name)


def two(gap: float, n: int = 100, spread: float = 4.0, studies: int = 1) -> list[StudyArm]:
    return [arm for at in range(studies) for arm in (mean(f"s{at}", "old", 0, spread, n), mean(f"s{at}", "new", gap, spread, n))]


def record(arms: list[StudyArm], grounds: Grounds = SOUND, silent: dict[str, tuple[str, ...]] | None = None) -> Record:
    return Record({arm.study: grounds for arm in arms}, silent or {})


def test_sound_trials_that_agree_stop_at_moderate_while_nobody_looked_for_unpublished_ones() -> None:
    arms = two(4.0, studies=6)
    found = judged(arms, ("new", "old"), record=record(arms), reference="old")
    assert found.word == "moderate" and found.capped == "at most moderate while unknown: reporting bias"
    assert [one.concern for one in found.domains] == ["none", "unknown", "none", "none", "none", "none"]


@pytest.mark.parametrize(
    ("bias", "concern", "word"), [(0, "none", "moderate"), (1, "some", "moderate"), (2, "major", "low"), (None, "unknown", "moderate")]
)
def test_within_study_bias(bias: int | None, concern: str, word: str) -> None:
    arms = two(4.0, studies=6)
    found = judged(arms, ("new", "old"), record=record(arms, Grounds(bias, "as it is", 0, ())), reference="old")
    assert (domain(found, "within-study bias").concern, found.word) == (concern, word)


@pytest.mark.parametrize(("indirect", "concern"), [(0, "none"), (1, "some"), (2, "major")])
def test_indirectness(indirect: int, concern: str) -> None:
    arms = two(4.0, studies=6)
    found = judged(arms, ("new", "old"), record=record(arms, Grounds(0, "sound", indirect, ("others",) * min(indirect, 1))), reference="old")
    assert domain(found, "indirectness").concern == concern


def test_silent_trials_are_named() -> None:
    arms = two(4.0, studies=6)
    held = record(arms, silent={"new": ("NCT1", "NCT2", "NCT3", "NCT4")})
    told = domain(judged(arms, ("new", "old"), record=held, reference="old"), "reporting bias")
    assert told.concern == "some" and told.reason.endswith("NCT1, NCT2, NCT3 and 1 more")


@pytest.mark.parametrize(
    ("gap", "n", "important", "concern"),
    [
        (4.0, 100, None, "none"),
        (4.0, 30, None, "some"),
        (0.5, 100, 1.0, "some"),
        (0.0, 100, 5.0, "none"),
        (0.0, 100, 0.5, "major"),
        (1.0, 100, 3.0, "none"),
    ],
)
def test_imprecision(gap: float, n: int, important: float | None, concern: str) -> None:
    arms = two(gap, n)
    assert domain(judged(arms, ("new", "old"), important=important, reference="old"), "imprecision").concern == concern


def test_trials_that_disagree() -> None:
    sure = [arm for at, gap in enumerate((1.0, 9.0, 5.0, 12.0, 2.0, 7.0)) for arm in (mean(f"s{at}", "old", 0), mean(f"s{at}", "new", gap))]
    assert domain(judged(sure, ("new", "old"), reference="old"), "heterogeneity").concern == "major"
    few = [arm for at, gap in enumerate((1.0, 9.0)) for arm in (mean(f"s{at}", "old", 0), mean(f"s{at}", "new", gap))]
    told = domain(judged(few, ("new", "old"), reference="old"), "heterogeneity")
    assert told.concern == "major" and told.reason.startswith("I2 is 9")
    assert domain(judged(two(4.0), ("new", "old"), reference="old"), "heterogeneity").concern == "unknown"


@pytest.mark.parametrize(("detour", "concern"), [(4.0, "none"), (2.4, "some"), (-4.0, "major")])
def test_direct_and_indirect_evidence_that_disagree(detour: float, concern: str) -> None:
    arms = [
        mean("x", "old", 0, 4, 100), mean("x", "new", 4, 4, 100),
        mean("y", "old", 0, 4, 200), mean("y", "third", 1, 4, 200),
        mean("z", "third", 1, 4, 200), mean("z", "new", 1 + detour - 1, 4, 200),
    ]  # fmt: skip
    found = judged(arms, ("new", "old"), reference="old", model="common")
    assert domain(found, "incoherence").concern == concern


def test_what_is_indirect_and_cannot_be_checked_is_of_some_concern() -> None:
    arms = [*two(4.0), mean("y", "old", 0), mean("y", "third", 1)]
    held = certainties(answer(arms, reference="old"), None, None)
    indirect = next(one for pair, one in held.items() if "old" not in pair)
    assert domain(indirect, "incoherence").concern == "some"


def test_the_word_never_falls_below_very_low_and_says_why() -> None:
    arms = two(0.0, 20)
    found = judged(arms, ("new", "old"), record=record(arms, Grounds(2, "open", 2, ("others",))), important=0.1, reference="old")
    assert found.word == "very-low"
    assert all(part in found.why for part in ("within-study bias (major)", "indirectness (major)", "imprecision (major)", "at most moderate"))
