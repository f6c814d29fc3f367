from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule, dotted, run
from hairtx.model.knowledge import Knowledge

from .made import TODAY, base, said


def _no_capitals(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    for id_, treatment in knowledge.treatments.items():
        if treatment.name[0].isupper():
            yield Finding(("treatments", id_, "name"), "a capital", "write it small")


def _rule(**exceptions: str) -> Rule:
    return Rule("no-capitals", "Names are small.", _no_capitals, {place.replace("__", "."): reason for place, reason in exceptions.items()})


def test_a_finding_comes_back_with_its_rule() -> None:
    rule = _rule()
    assert list(run([rule], base(), TODAY)) == [(rule, Finding(("treatments", "quoxatrin", "name"), "a capital", "write it small"))]


def test_an_exception_silences_its_finding() -> None:
    assert said(_rule(quoxatrin__name="a brand"), base()) == []


def test_an_exception_that_nothing_needs_is_reported() -> None:
    assert said(_rule(quoxatrin__name="a brand", trevuline__name="a brand"), base()) == [
        "treatments trevuline.name: the rule lists an exception here that is no longer needed; take it out of no-capitals"
    ]


def test_a_path_is_written_without_its_part() -> None:
    assert dotted(("treatments", "quoxatrin", "decisions", 3, "date")) == "quoxatrin.decisions[3].date"
    assert dotted(("vocabulary", "families", "blockers")) == "families.blockers"
