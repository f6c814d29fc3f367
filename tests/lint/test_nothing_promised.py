import pytest

from hairtx.lint.nothing_promised import RULE
from hairtx.model.treatments import BottomLine, Safety, Warning
from hairtx.model.vocabulary import Family, Term

from .made import CITED, base, said, statement, with_treatment, words

REMEDY = "say what was measured, in how many people, with which source"


@pytest.mark.parametrize(
    "text",
    [
        "It was secured and procured for the manicured.",
        "It holds a breakthrough therapy designation.",
        "Breakthrough Designations are named so by the authority.",
        "The mycological cure rate was 60%; complete cure was rarer.",
        "The cure rate was 60%.",
        "There is no cure; it is not a cure, and cannot be cured.",
        "The effect is not guaranteed.",
        "No side had effects.",
        "It was effective in 100% of 3 people.",
    ],
)
def test_sober_words(text: str) -> None:
    assert said(RULE, with_treatment(summary=text)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A cure for all.", "cure"),
        ("It cures baldness.", "cures"),
        ("He was CURED.", "CURED"),
        ("A miracle.", "miracle"),
        ("Growth is guaranteed.", "guaranteed"),
        ("A breakthrough therapy.", "breakthrough"),
        ("Revolutionary growth.", "Revolutionary"),
        ("It is 100% effective.", "100% effective"),
        ("It is 100 % effective.", "100 % effective"),
        ("It has no side effects.", "no side effects"),
        ("It has no side-effect.", "no side-effect"),
        ("There is no cure, but this one cures.", "cures"),
    ],
)
def test_promises(text: str, word: str) -> None:
    assert said(RULE, with_treatment(summary=text)) == [f'treatments quoxatrin.summary: "{word}" promises; {REMEDY}']


def test_promises_wherever_people_are_told() -> None:
    knowledge = with_treatment(
        bottom_line=BottomLine("A cure.", "high", CITED),
        statements=[statement(text="A cure."), statement(id="rumour", text="A cure.", never_true="nobody was cured")],
        safety=Safety(serious=[Warning("A cure.", CITED)]),
    )
    assert said(RULE, knowledge) == [
        f'treatments quoxatrin.{place}.text: "cure" promises; {REMEDY}' for place in ("bottom_line", "statements[0]", "safety.serious[0]")
    ]


def test_promises_in_the_vocabulary() -> None:
    vocabulary = words(families={"f": Family("F", "A miracle.", CITED)}, glossary={"t": Term("T", "A miracle.", CITED)})
    assert said(RULE, base(vocabulary=vocabulary)) == [
        f'vocabulary families.f.explanation: "miracle" promises; {REMEDY}',
        f'vocabulary glossary.t.text: "miracle" promises; {REMEDY}',
    ]
