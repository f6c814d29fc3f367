import pytest

from hairtx.lint.arms_add_up import RULE
from hairtx.model.knowledge import Knowledge
from hairtx.model.trials import Arm, ArmResult, Contrast

from .made import base, said, with_outcome, with_trial

OVERLAP = "if one person is in several arms, let `design` say so (crossover, split-scalp)"
HALVES = [Arm("high", "high dose", n=80), Arm("control", "control", n=80)]


def _contrast(arm: str, against: str) -> Contrast:
    return Contrast(arm, against, "risk-difference", 30.0)


@pytest.mark.parametrize(
    "knowledge",
    [
        base(),
        with_trial(n=98),
        with_trial(n=None),
        with_trial(arms=HALVES, design="randomised, split-scalp"),
        with_trial(arms=HALVES, design="Crossover, double-blind"),
        with_trial(arms=[Arm("high", "high dose"), Arm("control", "control", n=90)]),
        with_outcome(arms=[ArmResult("high", n=51, events=20)]),
        with_outcome(arms=[ArmResult("high", events=20)], contrasts=[_contrast("high", "control")]),
    ],
    ids=["plain", "two too many", "size not known", "split scalp", "crossover", "an arm's size not known", "one too many counted", "contrast"],
)
def test_arms_that_add_up(knowledge: Knowledge) -> None:
    assert said(RULE, knowledge) == []


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        (with_trial(n=97), f"arms: the arms hold 100 people, the trial 97; {OVERLAP}"),
        (with_trial(arms=HALVES, design="multicentre, at 12 sites"), f"arms: the arms hold 160 people, the trial 100; {OVERLAP}"),
        (with_trial(arms=[Arm("high", "a"), Arm("control", "b"), Arm("high", "c")]), 'arms[2].id: two arms are called "high"; rename one'),
        (with_outcome(arms=[ArmResult("hihg", events=1)]), 'outcomes[0].arms[0].arm: the trial has no arm "hihg"; nearest: "high"'),
        (with_outcome(arms=[ArmResult("xyz", events=1)]), 'outcomes[0].arms[0].arm: the trial has no arm "xyz"'),
        (
            with_outcome(arms=[ArmResult("high", n=52, events=1)]),
            'outcomes[0].arms[0].n: 52 people counted in arm "high", which holds 50; look both up in the source',
        ),
        (
            with_outcome(arms=[ArmResult("high", events=1), ArmResult("high", events=2)]),
            'outcomes[0].arms[1].arm: the arm "high" has two results in one outcome; give a subgroup or another week its own outcome',
        ),
        (
            with_outcome(contrasts=[_contrast("high", "controls")]),
            'outcomes[0].contrasts[0].against: the trial has no arm "controls"; nearest: "control"',
        ),
        (with_outcome(contrasts=[_contrast("xyz", "control")]), 'outcomes[0].contrasts[0].arm: the trial has no arm "xyz"'),
        (
            with_outcome(contrasts=[_contrast("high", "high")]),
            'outcomes[0].contrasts[0]: the arm "high" is held against itself; name the arm it was compared with',
        ),
    ],
)
def test_arms_that_do_not(knowledge: Knowledge, expected: str) -> None:
    assert said(RULE, knowledge) == [f"trials NCT99999901.{expected}"]
