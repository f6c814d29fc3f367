"""Doses, controls and figures: what one arm of one trial becomes."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hairtx.engines.evidence.candidates import Book, Wanted
from hairtx.engines.evidence.figures import Figures, figures_of
from hairtx.engines.evidence.nodes import NodeName, node_of, same_dose
from hairtx.engines.evidence.selection import default_window, select
from hairtx.engines.evidence.studies import Measured
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.trials import Arm, ArmResult, Contrast, Outcome, Trial
from hairtx.model.vocabulary import Comparator, Condition, Measure, Population

COMPARATORS = {"placebo": "placebo", "vehicle": "vehicle", "no-treatment": "no treatment"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("4 mg once daily", "4 mg daily"), ("4 mg a day", "4 mg daily"), ("about 1 mL once daily", "1 mL daily"), ("5% twice a day", "5% twice daily"),
        ("once a week", "weekly"), ("  two  spaces ", "two spaces"), (None, None), ("", None),
    ],
)  # fmt: skip
def test_doses_said_differently_are_one(said: str | None, meant: str | None) -> None:
    assert same_dose(said) == meant


@pytest.mark.parametrize(
    ("arm", "merged", "apart"),
    [
        (Arm("a", "A", "drug", dose="5% once daily"), "drug", "drug:5-percent-daily"),
        (Arm("a", "A", "drug", ["base"], "1 mg"), "base+drug", "base+drug:1-mg"),
        (Arm("a", "A", "vehicle"), "placebo", "vehicle"),
        (Arm("a", "A", "placebo", ["base"]), "base", "base+placebo"),
        (Arm("a", "A", "no-treatment", ["base"]), "base", "base"),
        (Arm("a", "A", "no-treatment"), "no-treatment", "no-treatment"),
    ],
)
def test_nodes(arm: Arm, merged: str, apart: str) -> None:
    together = node_of(arm, {}, COMPARATORS, merge_doses=True, separate_controls=False)
    separate = node_of(arm, {}, COMPARATORS, merge_doses=False, separate_controls=True)
    assert together and separate
    assert together.id == merged and set(separate.id.split("+")) == set(apart.split("+"))


def test_an_arm_without_a_treatment_is_no_node() -> None:
    assert node_of(Arm("a", "A"), {}, COMPARATORS, merge_doses=True, separate_controls=False) is None


def figures(results: list[ArmResult], effect: Measured, contrasts: list[Contrast] | None = None, sd: float | None = None) -> Figures | str:
    arms = [Arm("a", "first", "drug", n=20), Arm("b", "second", "drug"), Arm("c", "control", "placebo", n=20), Arm("d", "strange")]
    trial = Trial("T", ["drug"], "fading", ["s"], arms=arms)
    outcome = Outcome("m", 24, ["s"], arms=results, contrasts=contrasts or [])

    def name(arm: Arm) -> NodeName | None:
        return node_of(arm, {}, COMPARATORS, merge_doses=True, separate_controls=False)

    return figures_of("t", trial, outcome, effect, name, sd)


@pytest.mark.parametrize(
    ("results", "effect", "reason"),
    [
        ([], "or", "no figures per arm"),
        ([ArmResult("a", events=3), ArmResult("b", n=10, events=3)], "or", "only one arm"),
        ([ArmResult("b", events=3), ArmResult("c", events=3)], "or", "number of people"),
        ([ArmResult("a"), ArmResult("c", events=3)], "or", "neither events"),
        ([ArmResult("a", events=30), ArmResult("c", events=3)], "or", "more events than people"),
        ([ArmResult("a", mean=3.0), ArmResult("c", mean=3.0, sd=1)], "md", "the spread"),
        ([ArmResult("a", mean=3.0, sd=0), ArmResult("c", mean=3.0, sd=1)], "md", "spread is zero"),
        ([ArmResult("a", sd=3.0), ArmResult("c", mean=3.0, sd=1)], "md", "no mean"),
        ([ArmResult("d", events=1), ArmResult("c", events=3)], "or", "only one arm"),
    ],
)
def test_figures_that_cannot_be_used_say_why(results: list[ArmResult], effect: Measured, reason: str) -> None:
    told = figures(results, effect)
    assert isinstance(told, str) and reason in told


def test_reported_differences_stand_in_and_a_borrowed_spread_comes_last() -> None:
    trial = Trial("T", ["drug"], "fading", ["s"], arms=[Arm("a", "first", "drug", n=20), Arm("c", "control", "placebo", n=20)])

    def name(arm: Arm) -> NodeName | None:
        return node_of(arm, {}, COMPARATORS, merge_doses=True, separate_controls=False)

    def taken(contrast: Contrast | None, effect: Measured = "md") -> Figures | str:
        means = [ArmResult("a", mean=5.0), ArmResult("c", mean=2.0)]
        outcome = Outcome("m", 24, ["s"], arms=means if effect == "md" else [], contrasts=[contrast] if contrast else [])
        return figures_of("t", trial, outcome, effect, name, 4.0)

    whole = taken(Contrast("a", "c", "mean-difference", 3.0, 1.0, 5.0))
    assert isinstance(whole, Figures) and whole.contrast and whole.contrast.se == pytest.approx(4 / (2 * 1.959963984540054))
    exact = taken(Contrast("a", "c", "mean-difference", None, p="0.05"))
    assert isinstance(exact, Figures) and exact.contrast and (exact.contrast.estimate, exact.contrast.se) == pytest.approx((3, 3 / 1.959963984540054))
    for vague in (Contrast("a", "c", "mean-difference", None, p="<0.001"), None):
        lent = taken(vague)
        assert isinstance(lent, Figures) and lent.borrowed and {arm.sd for arm in lent.arms} == {4.0}
    ratio = taken(Contrast("a", "c", "odds-ratio", 2.0, 1.0, 4.0), "or")
    assert isinstance(ratio, Figures) and ratio.contrast and ratio.contrast.estimate == pytest.approx(0.6931471805599453)
    assert isinstance(taken(Contrast("a", "c", "odds-ratio", 2.0, 0.0, 4.0), "or"), str)
    share = taken(Contrast("a", "c", "risk-difference", 20.0, 10.0, 30.0), "rd")
    assert isinstance(share, Figures) and share.contrast and share.contrast.estimate == pytest.approx(0.2)


GROUP = st.lists(st.floats(-50, 50).map(lambda number: round(number, 2)), min_size=2, max_size=30).filter(lambda held: statistics.stdev(held) > 0.1)


@settings(max_examples=40, deadline=None)
@given(GROUP, GROUP)
def test_arms_put_together_are_their_people_put_together(first: list[float], second: list[float]) -> None:
    results = [ArmResult(name, len(held), mean=statistics.fmean(held), sd=statistics.stdev(held)) for name, held in (("a", first), ("b", second))]
    made = figures([*results, ArmResult("c", mean=0.0, sd=1)], "md")
    assert isinstance(made, Figures)
    together = made.arms[0]
    assert together.n == len(first) + len(second)
    assert together.mean == pytest.approx(statistics.fmean(first + second), abs=1e-9)
    assert together.sd == pytest.approx(statistics.stdev(first + second))


def test_the_window_is_a_third_of_the_week_and_two_weeks_at_least() -> None:
    assert [default_window(week) for week in (0, 4, 24, 36)] == [2, 2, 8, 12]


def test_a_measure_must_go_with_its_effect() -> None:
    trial = Trial("T", ["drug"], "fading", ["s"], outcomes=[Outcome("count", 24, ["s"])])
    book = Book(
        {"t": trial}, {"fading": Condition("fading")}, {"count": Measure("count", "continuous", "higher")},
        {"men": Population("men", "male")}, {"placebo": Comparator("placebo")}, {},
    )  # fmt: skip
    with pytest.raises(UsageProblem, match="does not go with count"):
        select(Wanted("fading", "count", effect="or"), book)
    with pytest.raises(NothingFound, match="cannot be pooled"):
        select(Wanted("fading", "count"), book)
    with pytest.raises(NothingFound, match=r"\(1 recorded\)"):
        select(Wanted("fading", effect="or"), book)


def test_a_measure_on_every_trial_s_own_scale_is_never_pooled() -> None:
    arms = [Arm("a", "a", treatment="drug", n=9), Arm("b", "b", treatment="placebo", n=9)]
    outcome = Outcome("count", 24, ["s"], arms=[ArmResult("a", 9, mean=3, sd=1), ArmResult("b", 9, mean=1, sd=1)])
    trial = Trial("T", ["drug"], "fading", ["s"], design="randomised", population="men", arms=arms, outcomes=[outcome])
    book = Book(
        {"t": trial}, {"fading": Condition("fading")}, {"count": Measure("count", "continuous", "higher", own_scale=True)},
        {"men": Population("men", "male")}, {"placebo": Comparator("placebo")}, {},
    )  # fmt: skip
    with pytest.raises(NothingFound, match="every trial has its own scale"):
        select(Wanted("fading", "count"), book)
    with pytest.raises(NothingFound):
        select(Wanted("fading"), book)


def compared(measure: str, first: str, second: str, n: int = 20, design: str = "randomised") -> Trial:
    arms = [Arm("a", "a", treatment=first, n=n), Arm("b", "b", treatment=second, n=n)]
    outcome = Outcome(measure, 24, ["s"], arms=[ArmResult("a", n, events=n // 2), ArmResult("b", n, events=n // 4)])
    return Trial("T", [first], "fading", ["s"], design=design, population="men", arms=arms, outcomes=[outcome])


def book_of(trials: dict[str, Trial]) -> Book:
    measures = {name: Measure(name, "binary", "higher") for name in ("regrown", "better")}
    return Book(trials, {"fading": Condition("fading")}, measures, {"men": Population("men", "male")}, {"placebo": Comparator("placebo")}, {})


def test_only_trials_that_hang_together_make_a_measure_the_best_covered() -> None:
    scattered = {f"s{at}": compared("better", f"first-{at}", f"second-{at}") for at in range(5)}
    joined = {f"j{at}": compared("regrown", f"drug-{at}", "placebo") for at in range(2)}
    selected = select(Wanted("fading"), book_of(scattered | joined))
    assert (selected.measure, {one.id for one in selected.included}) == ("regrown", {"j0", "j1"})


@pytest.mark.parametrize(("design", "people"), [("randomised", 40), ("randomised, split-scalp", 20), ("randomised, within-person", 20)])
def test_each_person_counts_once(design: str, people: int) -> None:
    selected = select(Wanted("fading"), book_of({"t": compared("regrown", "drug", "placebo", design=design)}))
    assert [one.study.people for one in selected.included] == [people]
