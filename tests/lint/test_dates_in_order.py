import pytest

from hairtx.lint.dates_in_order import RULE
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Milestone, StageEntry

from .made import CITED, base, decision, on, said, source, statement, with_decisions, with_treatment, with_trial

FUTURE = "record what has happened; a plan is a statement or an open question"
SOURCE = "look both up in the source"


def _milestone(**changes: object) -> Knowledge:
    return with_treatment(milestones=[Milestone(**({"kind": "result", "text": "A result.", "sources": CITED} | changes))])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "knowledge",
    [
        with_treatment(statements=[statement(since=on("2020"), until=on("2021-03"))]),
        with_treatment(statements=[statement(since=on("2021-06"), until=on("2021"))]),
        with_treatment(statements=[statement(since=on("2030-06"))]),
        with_treatment(statements=[statement(since=on("2030-06-15"), until=on("2030-06-15"))]),
        with_decisions(decision()),
        with_decisions(decision(date=None, known_by=on("2020"))),
        with_decisions(decision(date=on("2020-05"), known_by=on("2020"))),
        _milestone(),
        with_trial(start=on("2028"), completion=on("2031"), status="recruiting"),
        with_trial(start=on("2031"), completion=on("2033"), status="not-yet-recruiting"),
        with_trial(registered=on("2020-01"), results_posted=on("2020")),
    ],
    ids=[
        "forwards",
        "half known",
        "this month",
        "today",
        "dated",
        "known by",
        "known by, half known",
        "undated milestone",
        "planned end",
        "planned start",
        "posted",
    ],
)
def test_dates_that_may_stand(knowledge: Knowledge) -> None:
    assert said(RULE, knowledge) == []


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        (
            with_treatment(statements=[statement(since=on("2021"), until=on("2020-03"))]),
            f"treatments quoxatrin.statements[0].until: until 2020-03 lies before since 2021; {SOURCE}",
        ),
        (
            base(sources={"reg-2020": source(published=on("2030-02"), checked=on("2030-01-31"))}),
            f"sources reg-2020.checked: checked 2030-01-31 lies before published 2030-02; {SOURCE}",
        ),
        (base(sources={"reg-2020": source(checked=on("2030-06-16"))}), f"sources reg-2020.checked: checked 2030-06-16 lies in the future; {FUTURE}"),
        (
            with_trial(start=on("2022"), completion=on("2021")),
            f"trials NCT99999901.completion: completion 2021 lies before start 2022; {SOURCE}",
        ),
        (
            with_trial(registered=on("2022"), results_posted=on("2021")),
            f"trials NCT99999901.results_posted: results_posted 2021 lies before registered 2022; {SOURCE}",
        ),
        (
            with_decisions(decision(date=on("2020-05"), known_by=on("2020-04"))),
            f"treatments quoxatrin.decisions[0].known_by: known_by 2020-04 lies before date 2020-05; {SOURCE}",
        ),
        (
            with_decisions(decision(date=None)),
            "treatments quoxatrin.decisions[0]: the decision has neither date nor known_by; "
            "give known_by: the day of the report that speaks of it as done",
        ),
        (_milestone(date=on("2031")), f"treatments quoxatrin.milestones[0].date: date 2031 lies in the future; {FUTURE}"),
        (
            with_treatment(stages=[StageEntry("bald-patches", "filed", CITED, since=on("2030-07"))]),
            f"treatments quoxatrin.stages[0].since: since 2030-07 lies in the future; {FUTURE}",
        ),
        (with_trial(completion=on("2031")), f"trials NCT99999901.completion: completion 2031 lies in the future; {FUTURE}"),
        (with_trial(completion=on("2031"), status="terminated"), f"trials NCT99999901.completion: completion 2031 lies in the future; {FUTURE}"),
        (with_trial(completion=on("2031"), status="withdrawn"), f"trials NCT99999901.completion: completion 2031 lies in the future; {FUTURE}"),
        (
            with_trial(registered=on("2031"), status="not-yet-recruiting"),
            f"trials NCT99999901.registered: registered 2031 lies in the future; {FUTURE}",
        ),
        (with_trial(start=on("2031"), status="recruiting"), f"trials NCT99999901.start: start 2031 lies in the future; {FUTURE}"),
        (with_trial(registered=on("2031"), status="recruiting"), f"trials NCT99999901.registered: registered 2031 lies in the future; {FUTURE}"),
    ],
)
def test_dates_that_cannot_be(knowledge: Knowledge, expected: str) -> None:
    assert said(RULE, knowledge) == [expected]
