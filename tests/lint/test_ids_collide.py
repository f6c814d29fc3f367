import pytest

from hairtx.lint.ids_collide import RULE
from hairtx.model.knowledge import Knowledge
from hairtx.model.vocabulary import Comparator, Condition, Family

from .made import CITED, base, said, source, treatment, trial, words

REMEDY = "choose an id that differs in more than case and hyphens"


@pytest.mark.parametrize(
    "knowledge", [base(), base(sources={"quoxatrin": source(), "NCT99999901": source()})], ids=["apart", "a source called after what it is about"]
)
def test_ids_that_may_stand(knowledge: Knowledge) -> None:
    assert said(RULE, knowledge) == []


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        (base(treatments={"qx-1": treatment(), "qx1": treatment()}), 'treatments qx1: the id "qx1" reads like that of the treatment qx-1'),
        (base(treatments={"blockers": treatment()}), 'treatments blockers: the id "blockers" reads like that of the family blockers'),
        (
            base(treatments={"bald-patches": treatment()}),
            'treatments bald-patches: the id "bald-patches" reads like that of the condition bald-patches',
        ),
        (
            base(vocabulary=words(families={"bald-patches": Family("Patches", "They are bald.", CITED)})),
            'vocabulary families.bald-patches: the id "bald-patches" reads like that of the condition bald-patches',
        ),
        (
            base(vocabulary=words(comparators={"blockers": Comparator("blockers")})),
            'vocabulary comparators.blockers: the id "blockers" reads like that of the family blockers',
        ),
        (
            base(vocabulary=words(conditions={"bald": Condition("bald"), "b-ald": Condition("bald too")})),
            'vocabulary conditions.b-ald: the id "b-ald" reads like that of the condition bald',
        ),
        (base(treatments={"dummy": treatment()}), 'treatments dummy: the id "dummy" reads like that of the comparator dummy'),
        (base(trials={"quoxatrin": trial()}), 'trials quoxatrin: the id "quoxatrin" reads like that of the treatment quoxatrin'),
        (base(sources={"reg-2020": source(), "reg2020": source()}), 'sources reg2020: the id "reg2020" reads like that of the source reg-2020'),
    ],
)
def test_ids_that_collide(knowledge: Knowledge, expected: str) -> None:
    assert said(RULE, knowledge) == [f"{expected}; {REMEDY}"]
