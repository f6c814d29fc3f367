import pytest

from hairtx.lint.references_exist import RULE
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Product
from hairtx.model.trials import Arm
from hairtx.model.vocabulary import Authority, Condition, Jurisdiction, Term

from .made import base, decision, outcome, said, statement, trial, with_decisions, with_treatment, with_trial, words


@pytest.mark.parametrize(
    "knowledge",
    [
        base(),
        with_treatment(families=["blockers"]),
        with_decisions(decision(population="adults")),
        with_trial(countries=["XC"]),
        with_trial(arms=[Arm("mixed", "both", treatment="quoxatrin", added_to=["quoxatrin"])], outcomes=[]),
    ],
    ids=["plain", "family", "population", "a trial in a country not followed", "arms"],
)
def test_references_that_lead_somewhere(knowledge: Knowledge) -> None:
    assert said(RULE, knowledge) == []


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        (
            with_treatment(conditions=["bald-patch"]),
            'treatments quoxatrin.conditions[0]: no condition is called "bald-patch"; nearest: "bald-patches"',
        ),
        (with_treatment(families=["xyz"]), 'treatments quoxatrin.families[0]: no family is called "xyz"'),
        (with_treatment(statements=[statement(condition="xyz")]), 'treatments quoxatrin.statements[0].condition: no condition is called "xyz"'),
        (
            with_treatment(products=[Product("P", jurisdictions=["XA", "YY"])]),
            'treatments quoxatrin.products[0].jurisdictions[1]: no jurisdiction is called "YY"',
        ),
        (with_decisions(decision(authority="moj")), 'treatments quoxatrin.decisions[0].authority: no authority is called "moj"; nearest: "moh"'),
        (with_decisions(decision(jurisdiction="YY")), 'treatments quoxatrin.decisions[0].jurisdiction: no jurisdiction is called "YY"'),
        (
            with_decisions(decision(population="adult")),
            'treatments quoxatrin.decisions[0].population: no population is called "adult"; nearest: "adults"',
        ),
        (with_trial(treatments=["dummy"]), 'trials NCT99999901.treatments[0]: no treatment is called "dummy"'),
        (
            with_trial(arms=[Arm("a", "a", treatment="dumy", added_to=["dummy"])]),
            'trials NCT99999901.arms[0].treatment: no treatment or comparator is called "dumy"; nearest: "dummy"',
        ),
        (with_trial(arms=[Arm("a", "a", added_to=["dummy"])]), 'trials NCT99999901.arms[0].added_to[0]: no treatment is called "dummy"'),
        (
            base(trials={"t-2020": trial(outcomes=[outcome(measure="hair")])}),
            'trials t-2020.outcomes[0].measure: no measure is called "hair"; nearest: "hairs"',
        ),
    ],
)
def test_references_that_lead_nowhere(knowledge: Knowledge, expected: str) -> None:
    assert said(RULE, knowledge)[0] == expected


def test_the_vocabulary_points_at_itself() -> None:
    vocabulary = words(
        conditions={"bald-patches": Condition("patchy baldness", within="baldness")},
        jurisdictions={"XA": Jurisdiction("Xanadu", within="XU")},
        authorities={"moh": Authority("Ministry of Hair", ["XZ"])},
        glossary={"follicle": Term("follicle", "Where a hair grows.", ["reg-2020"], see=["root"])},
    )
    assert said(RULE, base(vocabulary=vocabulary)) == [
        'vocabulary conditions.bald-patches.within: no condition is called "baldness"; nearest: "bald-patches"',
        'vocabulary jurisdictions.XA.within: no jurisdiction is called "XU"',
        'vocabulary authorities.moh.jurisdictions[0]: no jurisdiction is called "XZ"',
        'vocabulary glossary.follicle.see[0]: no term, family, condition, measure or treatment is called "root"',
    ]
