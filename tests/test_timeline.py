"""Dated events: what is said of a trial's end, and what counts as a sign of life."""

from datetime import date

import pytest

from hairtx.engines.timeline import events_of, is_silent, last_sign_of_life
from hairtx.model.dates import PartialDate
from hairtx.model.treatments import BottomLine, Treatment
from hairtx.model.trials import Trial
from hairtx.model.words import TrialStatus

TREATMENT = Treatment("Alpinol", "drug", "A tablet.", ["baldness"], BottomLine("Nobody knows.", "very-low", ["a"]))


def events(status: TrialStatus, start: str = "2015-03", completion: str = "2018-05") -> list[tuple[str, str]]:
    trial = Trial("A trial", ["alpinol"], "baldness", ["a"], status=status, start=PartialDate(start), completion=PartialDate(completion))
    return [(event.date.text, event.text) for event in events_of("alpinol", TREATMENT, {"NCT1": trial}, {})]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("completed", "was completed"),
        ("terminated", "ended early"),
        ("withdrawn", "was withdrawn"),
        ("recruiting", "was due to be completed"),
        ("unknown", "was due to be completed"),
    ],
)
def test_a_completion_is_told_only_where_the_record_knows_it(status: TrialStatus, said: str) -> None:
    assert events(status)[-1] == ("2018-05", f"Trial NCT1 {said}")


def test_a_planned_completion_is_no_sign_of_life() -> None:
    trial = Trial("A trial", ["alpinol"], "baldness", ["a"], status="unknown", start=PartialDate("2015-03"), completion=PartialDate("2018-05"))
    held = events_of("alpinol", TREATMENT, {"NCT1": trial}, {})
    assert last_sign_of_life(held, date(2018, 6, 1)) == PartialDate("2015-03")
    assert is_silent("phase-2", held, date(2018, 6, 1))
