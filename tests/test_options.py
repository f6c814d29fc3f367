"""Nobody is offered what nothing is recorded of for a person like them."""

from __future__ import annotations

from tests.conftest import Answer, Ask


def placed(answer: Answer) -> dict[str, str]:
    told = answer.json
    found = {one["id"]: tier["tier"] for tier in told["tiers"] for one in tier["treatments"]}
    return found | {one["id"]: "excluded" for one in told["excluded"]}


def test_a_grown_man(ask: Ask) -> None:
    assert placed(ask("options", "--condition", "thinning", "--sex", "male", "--age", "40", "--in", "US", "--json")) == {
        "alpinol-oral": "approved-here",
        "lamphood": "approved-here",
        "graftan": "not-shown-to-work",
        "alpinol-cream": "no-reliable-evidence",
    }


def test_pregnancy_of_which_nothing_is_recorded_is_no_leave(ask: Ask) -> None:
    found = placed(ask("options", "--condition", "thinning", "--pregnant", "--in", "US", "--json"))
    assert found["alpinol-oral"] == "excluded"
    assert found["lamphood"] == found["alpinol-cream"] == "unknown-for-this-person"


def test_who_may_become_pregnant_is_kept_from_what_harms_the_unborn(ask: Ask) -> None:
    found = placed(ask("options", "--condition", "thinning", "--may-become-pregnant", "--in", "US", "--json"))
    assert found["alpinol-oral"] == "excluded"
    assert found["lamphood"] == "approved-here"


def test_an_age_of_which_nothing_is_recorded_is_no_leave(ask: Ask) -> None:
    found = placed(ask("options", "--condition", "thinning", "--age", "12", "--in", "US", "--json"))
    assert found["alpinol-oral"] == found["lamphood"] == "excluded"
    assert found["alpinol-cream"] == "unknown-for-this-person"


def test_in_another_country_it_is_approved_elsewhere_and_says_where(ask: Ask) -> None:
    told = ask("options", "--condition", "thinning", "--sex", "male", "--in", "Norway", "--json").json
    elsewhere = {one["id"]: one["reason"] for one in told["tiers"][1]["treatments"]}
    assert elsewhere == {"alpinol-oral": "approved in US", "lamphood": "cleared in US"}


def test_everything_recorded_is_shown_today(ask: Ask) -> None:
    for name in ("alpinol-oral", "graftan", "nulan"):
        record = ask("show", name, "--json").json
        assert record["undated"] == [] and record["withheld"] == {}
    shown = ask("show", "alpinol-oral", "--json").json
    assert len(shown["statements"]) == 6 and len(shown["decisions"]) == 6
