"""Rules about decisions: authority-fits, product-listed, contradiction."""

import pytest

from hairtx.lint.authority_fits import RULE as FITS
from hairtx.lint.contradiction import RULE as CONTRADICTION
from hairtx.lint.product_listed import RULE as LISTED
from hairtx.model.treatments import Decision, Product

from .made import decision, on, said, with_decisions, with_treatment


def test_an_authority_at_home() -> None:
    assert said(FITS, with_decisions(decision(), decision(jurisdiction="XB"), decision(authority="union", jurisdiction="XU"))) == []


def test_an_authority_nobody_knows_is_for_another_rule() -> None:
    assert said(FITS, with_decisions(decision(authority="nobody"))) == []


def test_an_authority_abroad() -> None:
    assert said(FITS, with_decisions(decision(), decision(jurisdiction="XU"))) == [
        "treatments quoxatrin.decisions[1].authority: Ministry of Hair does not decide in XU; it decides in XA, XB"
    ]


@pytest.mark.parametrize("changes", [{}, {"product": "Blemphor"}, {"product": "Other", "action": "warned"}], ids=["none", "listed", "no grant"])
def test_products_that_may_stand(changes: dict[str, str]) -> None:
    assert said(LISTED, with_treatment(products=[Product("Blemphor")], decisions=[decision(**changes)])) == []


@pytest.mark.parametrize(
    ("action", "product", "remedy"), [("granted", "blemphor", 'nearest: "Blemphor"'), ("extended", "Other", "list it under products")]
)
def test_products_that_are_not_listed(action: str, product: str, remedy: str) -> None:
    knowledge = with_treatment(products=[Product("Blemphor")], decisions=[decision(action=action, product=product)])
    assert said(LISTED, knowledge) == [f'treatments quoxatrin.decisions[0].product: "{product}" is not among the products of this record; {remedy}']


GRANTED = decision()  # May 2020
DENIED = decision(action="stated-unapproved", date=on("2022-01-10"))


@pytest.mark.parametrize(
    "decisions",
    [
        [GRANTED],
        [DENIED],
        [decision(date=on("2023")), DENIED],
        [decision(date=on("2022")), DENIED],
        [decision(jurisdiction="XB"), DENIED],
        [decision(condition="baldness"), DENIED],
        [decision(product="A"), decision(action="stated-unapproved", date=on("2022"), product="B")],
        [decision(population="adults"), decision(action="stated-unapproved", date=on("2022"), population="children")],
        [decision(pathway="trial-permission"), DENIED],
        [GRANTED, decision(action="withdrawn", date=on("2021")), DENIED],
        [GRANTED, decision(action="lapsed", date=on("2021"), condition=None), DENIED],
        [GRANTED, decision(action="withdrawn", date=None), DENIED],
        [GRANTED, decision(action="suspended", date=on("2021")), DENIED],
        [GRANTED, decision(action="withdrawn", date=on("2022-01-10")), DENIED],
        [decision(date=on("2022-01-10")), DENIED],
        [decision(action="filed"), DENIED],
        [decision(date=None), DENIED],
    ],
    ids=[
        "grant alone", "report alone", "report first", "order not known", "elsewhere", "other use", "other product", "other people",
        "leave to test", "withdrawn between", "lapsed for every use", "withdrawn, not known when", "suspended between",
        "withdrawn that day", "granted that day", "only filed", "grant not dated",
    ],
)  # fmt: skip
def test_reports_that_may_stand(decisions: list[Decision]) -> None:
    assert said(CONTRADICTION, with_decisions(*decisions)) == []


@pytest.mark.parametrize(
    "decisions",
    [
        [GRANTED, DENIED],
        [decision(date=None, known_by=on("2020-05")), DENIED],
        [decision(product="A"), DENIED],
        [decision(product="A"), decision(action="stated-unapproved", date=on("2022-01-10"), product="A")],
        [GRANTED, decision(action="stated-unapproved", date=on("2022-01-10"), product="A")],
        [decision(population="adults", pathway="510k", action="extended"), DENIED],
        [GRANTED, DENIED, decision(action="withdrawn", date=on("2023"))],
        [GRANTED, DENIED, decision(action="withdrawn", date=on("2019"))],
        [GRANTED, DENIED, decision(action="withdrawn", date=on("2021"), jurisdiction="XB")],
        [GRANTED, DENIED, decision(action="withdrawn", date=on("2021"), condition="baldness")],
        [GRANTED, DENIED, decision(action="warned", date=on("2021"))],
    ],
    ids=[
        "plain", "grant known by a report", "of one product", "of the same product", "of any product", "cleared for adults", "withdrawn later", "withdrawn earlier", "withdrawn elsewhere",
        "withdrawn for another use", "only a warning between",
    ],
)  # fmt: skip
def test_reports_that_contradict(decisions: list[Decision]) -> None:
    assert said(CONTRADICTION, with_decisions(*decisions)) == [
        "treatments quoxatrin.decisions[1]: said to be unapproved in XA (2022-01-10), though granted (2020-05); "
        "record the withdrawal between them, or name the product or population that each is about"
    ]


@pytest.mark.parametrize(
    "pathway", ["marketing-authorisation", "conditional-authorisation", "510k", "de-novo", "pma", "ce-mark", "otc-monograph", "otc-switch"]
)
def test_every_pathway_to_market_is_a_grant(pathway: str) -> None:
    assert len(said(CONTRADICTION, with_decisions(decision(pathway=pathway), DENIED))) == 1
