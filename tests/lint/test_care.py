"""Rules about the care of records: review-age, complete-enough, sorted, statement-ids."""

from datetime import date

import pytest

from hairtx.lint.complete_enough import RULE as COMPLETE
from hairtx.lint.review_age import RULE as AGE
from hairtx.lint.sorted_by_id import RULE as SORTED
from hairtx.lint.statement_ids import RULE as STATEMENT_IDS
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Appraisal
from hairtx.model.vocabulary import Condition

from .made import CITED, TODAY, base, decision, on, said, source, statement, treatment, trial, with_decisions, with_outcome, with_treatment, words

READ_AGAIN = "a second reader opens the sources of every decision and figure again and sets `reviewed`"


@pytest.mark.parametrize(("reviewed", "today"), [("2029-06-15", TODAY), ("2029-06", TODAY), ("2029", TODAY), ("2027-02-28", date(2028, 2, 29))])
def test_reviewed_within_the_year(reviewed: str, today: date) -> None:
    assert said(AGE, with_treatment(reviewed=on(reviewed)), today) == []


@pytest.mark.parametrize(("reviewed", "today"), [("2029-06-14", TODAY), ("2029-05", TODAY), ("2028", TODAY), ("2027-02-27", date(2028, 2, 29))])
def test_reviewed_too_long_ago(reviewed: str, today: date) -> None:
    assert said(AGE, with_treatment(reviewed=on(reviewed)), today) == [
        f"treatments quoxatrin.reviewed: last reviewed {reviewed}, more than a year ago; {READ_AGAIN}"
    ]


def test_never_reviewed() -> None:
    assert said(AGE, with_treatment(reviewed=None)) == [f"treatments quoxatrin: never reviewed; {READ_AGAIN}"]


def _appraised(condition: str) -> Knowledge:
    return with_treatment(appraisals=[Appraisal(condition, "unknown", "very-low", "Not tested.", CITED)])


@pytest.mark.parametrize(
    "knowledge",
    [
        _appraised("bald-patches"),
        _appraised("baldness"),
        with_decisions(decision(condition=None, population="adults"), decision(action="withdrawn", condition=None)),
        with_decisions(decision()),
        with_outcome(met=None),
        with_outcome(met=False, arms=[]),
        with_outcome(primary=False, met=None, arms=[]),
    ],
    ids=["its condition", "a wider condition", "granted for a population", "granted for a use", "with arms", "not met", "secondary"],
)
def test_complete_enough(knowledge: Knowledge) -> None:
    assert said(COMPLETE, knowledge) == []


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        (
            with_treatment(appraisals=[]),
            "treatments quoxatrin: no appraisal speaks of any of its conditions; add one under `appraisals`; direction `unknown` is an answer",
        ),
        (
            with_treatment(conditions=["baldness"]),
            "treatments quoxatrin: no appraisal speaks of any of its conditions; add one under `appraisals`; direction `unknown` is an answer",
        ),
        (
            with_decisions(decision(condition=None)),
            "treatments quoxatrin.decisions[0]: granted, but not for what or whom; give condition or population",
        ),
        (
            with_outcome(met=None, arms=[]),
            "trials NCT99999901.outcomes[0]: a primary outcome without `met`, arms or text; say whether it was met, give the arms' figures, or say in `text` what is missing",
        ),
    ],
    ids=["no appraisal", "only a narrower condition appraised", "grant for nothing", "primary outcome without an answer"],
)
def test_not_complete_enough(knowledge: Knowledge, expected: str) -> None:
    assert said(COMPLETE, knowledge) == [expected]


def test_conditions_that_lie_within_each_other_do_not_hang_the_rule() -> None:
    circle = words(conditions={"a": Condition("a", within="b"), "b": Condition("b", within="a")})
    held = {"quoxatrin": treatment(conditions=["a"], appraisals=[Appraisal("b", "unknown", "low", "Untested.", CITED)])}
    assert said(COMPLETE, base(treatments=held, vocabulary=circle)) == []


def test_sorted() -> None:
    assert said(SORTED, base(trials={"ISRCTN99999901": trial(), "NCT99999901": trial(), "a-2020": trial()})) == []


def test_not_sorted() -> None:
    knowledge = base(
        treatments={"trevuline": treatment(), "quoxatrin": treatment()},
        trials={"a-2020": trial(), "NCT99999901": trial()},
        sources={"b-2020": source(), "c-2020": source(), "a-2020": source()},
    )
    remedy = "sort by id: capitals before small letters, digits before both"
    assert said(SORTED, knowledge) == [
        f'treatments quoxatrin: stands below "trevuline"; {remedy}',
        f'trials NCT99999901: stands below "a-2020"; {remedy}',
        f'sources a-2020: stands below "c-2020"; {remedy}',
    ]


def test_statement_ids_of_their_own() -> None:
    both = {"quoxatrin": treatment(statements=[statement(), statement(id="dosing")]), "trevuline": treatment(statements=[statement()])}
    assert said(STATEMENT_IDS, base(treatments=both)) == []


def test_statement_ids_used_twice() -> None:
    assert said(STATEMENT_IDS, with_treatment(statements=[statement(), statement(id="dosing"), statement()])) == [
        'treatments quoxatrin.statements[2].id: two statements are called "mechanism"; rename the newer one; ids are permanent'
    ]
