from hairtx.lint.sources_exist import RULE as EXIST
from hairtx.lint.sources_used import RULE as USED
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
