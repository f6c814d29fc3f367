"""Nobody is offered what nothing is recorded of for a person like them."""

from __future__ import annotations

from msgspec.structs import replace

from hairtx.engines.options import Asked, sort_options
from hairtx.model.dates import PartialDate
from hairtx.model.treatments import Excludes, Warning
from hairtx.store.knowledge_base import KnowledgeBase
from tests.conftest import TODAY, Answer, Ask


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


def test_who_may_become_pregnant_is_told_of_contraception_where_pregnancy_is_ruled_out(ask: Ask) -> None:
    told = ask("options", "--condition", "thinning", "--may-become-pregnant", "--in", "US", "--json").json
    reasons = {one["id"]: one["reason"] for tier in told["tiers"] for one in tier["treatments"]}
    assert reasons["alpinol-oral"].endswith("; only with contraception, not in pregnancy")
    assert reasons["lamphood"] == "cleared here for this"


def test_who_may_become_pregnant_is_kept_from_what_she_must_not_touch(base: KnowledgeBase) -> None:
    record = base.treatment("alpinol-oral")
    assert record is not None
    barred = Warning("Not for women who may become pregnant.", ["textbook"], excludes=Excludes(may_become_pregnant=True))
    treatment = replace(record, safety=replace(record.safety, contraindications=[barred]))
    asked = Asked("thinning", ("US",), TODAY, "female", 30, False, True)
    found, excluded = sort_options(asked, [("alpinol-oral", treatment)], base.conditions, base.populations, {})
    assert found == [] and [one.reason for one in excluded] == ["Not for women who may become pregnant."]


def test_who_breastfeeds_is_told_what_is_said_of_it_and_what_is_not(base: KnowledgeBase) -> None:
    record = base.treatment("lamphood")
    assert record is not None
    asked = Asked("thinning", ("US",), TODAY, "female", breastfeeding=True)
    barred = Warning("Breastfeeding", ["textbook"], excludes=Excludes(breastfeeding=True))
    left_out = Warning("Warm to the touch. Nursing mothers were left out of the trial. It hums.", ["textbook"])
    for safety, reason in (
        (replace(record.safety, contraindications=[barred]), "Breastfeeding"),
        (replace(record.safety, serious=[left_out]), "breastfeeding: Nursing mothers were left out of the trial"),
        (record.safety, "nothing is recorded about breastfeeding"),
    ):
        found, excluded = sort_options(asked, [("lamphood", replace(record, safety=safety))], base.conditions, base.populations, {})
        assert [one.reason for one in found] + [one.reason for one in excluded] == [reason]
        assert [one.tier for one in found] == ["unknown-for-this-person"] * len(found)


def test_what_is_recorded_of_the_other_sex_alone_is_no_option(base: KnowledgeBase) -> None:
    record = base.treatment("lamphood")
    assert record is not None
    of_women = replace(record, decisions=[], appraisals=[replace(one, condition="thinning-in-women") for one in record.appraisals])
    conditions = {**base.conditions, "thinning-in-women": replace(base.conditions["thinning-in-women"], sex="female")}
    for sex, tier, reason in (("male", "unknown-for-this-person", "what is recorded is of women only"), ("female", "elsewhere-or-off-label", "")):
        asked = Asked("thinning", ("US",), TODAY, sex, 40)  # type: ignore[arg-type]
        found, _ = sort_options(asked, [("lamphood", of_women)], conditions, base.populations, {})
        assert found[0].tier == tier and found[0].reason.startswith(reason)


def test_what_nothing_was_heard_of_for_years_is_not_in_trials_now(base: KnowledgeBase) -> None:
    record = base.treatment("graftan")
    assert record is not None
    tested = replace(record, appraisals=[], decisions=[], stages=[replace(one, stage="phase-2") for one in record.stages[:1]])
    asked = Asked("thinning", ("US",), TODAY)
    for silent, tier in (({}, "in-trials"), ({"graftan": PartialDate("2016-05")}, "no-reliable-evidence")):
        found, _ = sort_options(asked, [("graftan", tested)], base.conditions, base.populations, silent)
        assert found[0].tier == tier
        assert found[0].reason.endswith("nothing was heard since 2016-05") == bool(silent)


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
