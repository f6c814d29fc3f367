from hairtx.lint.recorded_once import RULE as ONCE
from hairtx.lint.sources_exist import RULE as EXIST
from hairtx.lint.sources_used import RULE as USED
from hairtx.model.dates import PartialDate
from hairtx.model.treatments import Product

from .made import base, said, source, statement, trial, with_treatment


def test_sources_that_are_there() -> None:
    assert said(EXIST, base()) == []


def test_a_source_that_is_not_there_and_the_nearest() -> None:
    assert said(EXIST, with_treatment(statements=[statement(sources=["reg-2020", "reg-2021"])])) == [
        'treatments quoxatrin.statements[0].sources[1]: no source is called "reg-2021"; nearest: "reg-2020"'
    ]


def test_a_source_that_is_not_there_and_has_no_like() -> None:
    assert said(EXIST, with_treatment(products=[Product("Blemphor", sources=["somewhere"])])) == [
        'treatments quoxatrin.products[0].sources[0]: no source is called "somewhere"; enter it in sources.yaml'
    ]


def test_a_trial_without_its_source() -> None:
    assert said(EXIST, base(trials={"NCT99999901": trial(sources=["somewhere"])})) == [
        'trials NCT99999901.sources[0]: no source is called "somewhere"; enter it in sources.yaml'
    ]


def test_sources_that_stand_behind_something() -> None:
    assert said(USED, base()) == []


def test_a_source_behind_nothing() -> None:
    assert said(USED, base(sources={"reg-2020": source(), "spare-2020": source()})) == [
        "sources spare-2020: nothing names this source; name it where it is the evidence, or take it out"
    ]


def test_pages_and_trials_that_are_entered_once() -> None:
    assert said(ONCE, base()) == []
    two_states = {"a-2020": source(published=PartialDate("2020")), "a-2021": source(published=PartialDate("2021"))}
    assert said(ONCE, base(sources=two_states)) == []
    assert said(ONCE, base(trials={"t-2020": trial(n=10), "t-2021": trial(n=11)})) == []


def test_a_page_entered_twice() -> None:
    twice = {"reg-2020": source(url="https://www.example.org/a/"), "reg-2021": source(url="http://example.org/a")}
    assert said(ONCE, base(sources=twice)) == [
        'sources reg-2021: the same page as "reg-2020"; cite one of the two and take the other out; `published` tells two states of a page apart'
    ]


def test_a_trial_entered_twice() -> None:
    twice = {"t-2020": trial(title="The comb, and the brush"), "t-2021": trial(title="The Comb and the brush")}
    assert said(ONCE, base(trials=twice)) == ['trials t-2021: the same title, condition and number of people as "t-2020"; join the two records']
