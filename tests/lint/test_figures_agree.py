from typing import Any

import pytest
from msgspec.structs import replace

from hairtx.lint.figures_agree import RULE
from hairtx.lint.references_exist import RULE as REFERENCES
from hairtx.model.knowledge import Knowledge
from hairtx.model.sources import Pooled, Synthesis
from hairtx.model.trials import ArmResult, Contrast
from hairtx.model.words import Effect

from .made import base, said, with_outcome

SOURCE = "look the figures up in the source"


@pytest.mark.parametrize(
    ("measure", "result"),
    [
        ("responders", ArmResult("high", n=50, events=50)),
        ("responders", ArmResult("high", events=50)),
        ("responders", ArmResult("high", n=30, events=10, percent=34.0)),
        ("responders", ArmResult("high", n=100, events=10, percent=11.0)),
        ("responders", ArmResult("high", n=0, events=0, percent=0.0)),
        ("responders", ArmResult("high", percent=38.8, ci_low=30.0, ci_high=47.0)),
        ("hairs", ArmResult("high", mean=-3.1, sd=8.0, se=1.1, ci_low=-5.3, ci_high=-0.9)),
        ("responders", ArmResult("high", n=50, percent=60.0)),
        ("responders", ArmResult("high", percent=0.0, ci_low=0.0, ci_high=3.0)),
        ("responders", ArmResult("high", percent=100.0, ci_low=97.0, ci_high=100.0)),
        ("responders", ArmResult("an-arm-of-unknown-size", events=5)),
        ("hairs", ArmResult("high", mean=3.1, percent=140.0)),
        ("hairs", ArmResult("high", mean=3.1, ci_low=1.0)),
        ("hairs", ArmResult("high", mean=3.1, ci_low=3.1, ci_high=3.1)),
        ("never-heard-of", ArmResult("high")),
    ],
)
def test_figures_that_agree(measure: str, result: ArmResult) -> None:
    assert said(RULE, with_outcome(measure=measure, arms=[result])) == []


@pytest.mark.parametrize(
    ("measure", "result", "expected"),
    [
        ("responders", ArmResult("high", n=20, events=21), f".events: 21 events among 20 people; {SOURCE}"),
        ("responders", ArmResult("high", events=51), f".events: 51 events among 50 people; {SOURCE}"),
        ("responders", ArmResult("high", n=30, events=10, percent=35.0), f".percent: 10 of 30 are 33.3%, not 35%; {SOURCE}"),
        ("responders", ArmResult("high", percent=101.5), f".percent: 101.5 is no percentage of people; {SOURCE}"),
        ("responders", ArmResult("high", percent=-1.0), f".percent: -1 is no percentage of people; {SOURCE}"),
        (
            "responders",
            ArmResult("high", n=50, mean=3.0),
            ": the measure counts people, and neither events nor percent is given; give one, or leave the arm out and write `text`",
        ),
        (
            "hairs",
            ArmResult("high", events=3),
            ": the measure is a quantity, and no mean is given; give the mean, or leave the arm out and write `text`",
        ),
        ("hairs", ArmResult("high", mean=3.0, sd=0.0), ".sd: sd 0 is not above 0; leave it out where the source has none"),
        ("hairs", ArmResult("high", mean=3.0, se=0.0), ".se: se 0 is not above 0; leave it out where the source has none"),
        ("hairs", ArmResult("high", mean=3.0, ci_low=3.5, ci_high=4.0), f".ci_low: 3 lies outside its interval, 3.5 to 4; {SOURCE}"),
        ("hairs", ArmResult("high", mean=3.0, ci_high=2.5), f".ci_low: 3 lies outside its interval, … to 2.5; {SOURCE}"),
        ("hairs", ArmResult("high", mean=3.0, ci_low=4.0), f".ci_low: 3 lies outside its interval, 4 to …; {SOURCE}"),
        (
            "hairs",
            ArmResult("high", mean=3.0, ci_low=4.0, ci_high=2.0),
            ".ci_low: the interval runs from 4 down to 2; swap the ends, or look at the signs",
        ),
        ("responders", ArmResult("high", percent=3.0, ci_low=4.0, ci_high=6.0), f".ci_low: 3 lies outside its interval, 4 to 6; {SOURCE}"),
    ],
)
def test_figures_that_do_not(measure: str, result: ArmResult, expected: str) -> None:
    assert said(RULE, with_outcome(measure=measure, arms=[result])) == [f"trials NCT99999901.outcomes[0].arms[0]{expected}"]


@pytest.mark.parametrize(
    ("effect", "estimate", "low", "high", "expected"),
    [
        ("risk-difference", -3.0, -5.0, -1.0, None),
        ("odds-ratio", 0.0, None, None, None),
        ("mean-difference", None, 1.0, 2.0, None),
        ("hazard-ratio", None, 0.5, 0.8, None),
        ("mean-difference", 3.0, 1.0, 2.0, f".ci_low: 3 lies outside its interval, 1 to 2; {SOURCE}"),
        ("odds-ratio", -0.7, None, None, ".estimate: a ratio of -0.7 is below 0; give ratios on their natural scale, not as logarithms"),
    ],
)
def test_contrasts(effect: Effect, estimate: float | None, low: float | None, high: float | None, expected: str | None) -> None:
    contrast = Contrast("high", "control", effect, estimate, low, high)
    wanted = [f"trials NCT99999901.outcomes[0].contrasts[0]{expected}"] if expected else []
    assert said(RULE, with_outcome(contrasts=[contrast])) == wanted


def with_pooled(**figures: Any) -> Knowledge:
    whole: dict[str, Any] = {"treatment": "quoxatrin", "against": "dummy", "effect": "odds-ratio", "estimate": 2.0} | figures
    pooled = Pooled(**whole)
    return base(
        sources={
            "reg-2020": replace(base().sources["reg-2020"], syntheses=[Synthesis("network", "bald-patches", "responders", comparisons=[pooled])])
        }
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"ci_low": 1.0, "ci_high": 4.0}, []),
        ({"treatment": "blockers"}, []),
        (
            {"effect": "standardised-mean-difference"},
            ["sources reg-2020.syntheses[0].comparisons[0].effect: a standardised-mean-difference does not go with a measure that is binary; look up measure and effect in the source"],
        ),
        ({"ci_low": 3.0, "ci_high": 4.0}, [f"sources reg-2020.syntheses[0].comparisons[0].ci_low: 2 lies outside its interval, 3 to 4; {SOURCE}"]),
    ],
    ids=["fits", "a family", "wrong kind", "outside"],
)  # fmt: skip
def test_a_pooled_comparison(figures: dict[str, Any], expected: list[str]) -> None:
    assert said(RULE, with_pooled(**figures)) == expected
    assert said(REFERENCES, with_pooled(**figures)) == []


def test_a_pooled_comparison_of_nothing_known() -> None:
    assert said(REFERENCES, with_pooled(against="dumy", added_to=["dummy"])) == [
        'sources reg-2020.syntheses[0].comparisons[0].against: no treatment, family or comparator is called "dumy"; nearest: "dummy"',
        'sources reg-2020.syntheses[0].comparisons[0].added_to[0]: no treatment is called "dummy"',
    ]
