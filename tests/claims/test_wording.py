"""Classes of wording, each in sentences made up for it: what is found, and what is not taken for more than it says."""

from __future__ import annotations

import pytest

from hairtx.engines.claims import check
from hairtx.engines.claims.records import Claim
from hairtx.model.dates import PartialDate
from tests.claims.measuring import DAY, base


def claims(text: str, published: str = "2024-03-01") -> list[Claim]:
    return list(check(text, base(), DAY, PartialDate(published)).claims)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Setipiprant is a pill for hair loss. So far no regulator has licensed it.", "regulatory", "not-approved"),
        ("Setipiprant is a pill for hair loss. It holds no licence for baldness.", "regulatory", "not-approved"),
        ("Setipiprant is a pill for hair loss. The MHRA has still to rule.", "regulatory", "in-review"),
        ("The file on baricitinib for hair loss was accepted for review by the EMA.", "regulatory", "in-review"),
        ("Health officials signed off on a plan to start a trial of setipiprant in hair loss.", "regulatory", "trial-authorised"),
        ("A trial of setipiprant for hair loss has yet to receive permission.", "regulatory", "trial-expected"),
        ("A filing for setipiprant in hair loss with the FDA might follow.", "regulatory", "filing-planned"),
        ("Setipiprant is a pill for hair loss. Nobody can buy it at a pharmacy.", "availability", "not-available"),
    ],
)
def test_states_are_found_in_plain_words(text: str, kind: str, status: str) -> None:
    assert (kind, status) in {(one.finding.kind, one.finding.says.get("status")) for one in claims(text)}


def test_the_month_of_may_is_no_doubt() -> None:
    found = claims("Ritlecitinib, a capsule for alopecia areata, was approved by the FDA in May 2023.")
    assert [one.finding.says["status"] for one in found if one.finding.kind == "regulatory"] == ["approved"]


def test_an_answer_of_no_denies_only_itself() -> None:
    found = claims("Is ritlecitinib new for hair loss? No. The FDA approved ritlecitinib for alopecia areata in June 2023.")
    assert [one.finding.polarity for one in found if one.finding.kind == "regulatory"] == ["affirmed"]


def test_people_are_not_sites() -> None:
    found = claims("In a phase 2 study of setipiprant for hair loss 169 volunteers at nine clinics swallowed the pill.")
    assert [one.finding.says["n"] for one in found if one.finding.kind == "sites"] == [9]
    assert [one.finding.says["n"] for one in found if one.finding.kind == "enrolment"] == [169]


@pytest.mark.parametrize(
    "text",
    [
        "A trial of setipiprant for hair loss was run at 444 clinics.",
        "Some 4,321 men took part in trials of setipiprant for hair loss.",
        "In a study 61% of men on setipiprant regrew hair.",
    ],
)
def test_a_figure_of_no_certain_trial_is_never_contradicted(text: str) -> None:
    found = [one for one in claims(text) if one.finding.kind in {"sites", "enrolment", "result"}]
    assert found
    assert {one.today.word for one in found} == {"unverifiable"}


@pytest.mark.parametrize(
    "text",
    [
        "The court has yet to file its papers about the barber, who cuts hair.",
        "He could not get it at the counter, so his hair stayed long.",
        "Sixty people joined the queue for a hair cut.",
        "The label on the shampoo for hair was widened.",
    ],
)
def test_wording_without_a_treatment_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("brand", "year", "word"), [("Latisse", "2008", "holds"), ("Latisse", "2001", "contradicted"), ("Propecia", "1992", "contradicted")]
)
def test_the_year_of_another_brand_is_not_this_brands(brand: str, year: str, word: str) -> None:
    found = [one.today.word for one in claims(f"{brand} was approved by the FDA in {year}.") if one.finding.kind == "regulatory"]
    assert found == [word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Capillus cap for hair loss was cleared by the FDA in 2007.", "contradicted"),
        ("The FDA cleared the HairMax LaserComb against hair loss in January 2007.", "holds"),
        ("Theradome makes a helmet against hair loss. The FDA cleared it for women in March 2012.", "holds"),
        ("Theradome makes a helmet against hair loss. The FDA cleared it for women in September 2011.", "contradicted"),
        ("A laser comb for hair loss was cleared by the FDA in January 2007.", "holds"),
        ("Paxman got its FDA clearance against hair loss in December 2015.", "contradicted"),
    ],
)
def test_each_device_of_a_class_answers_for_itself(text: str, word: str) -> None:
    assert [one.today.word for one in claims(text) if one.finding.kind == "regulatory"] == [word]


@pytest.mark.parametrize(
    ("text", "treatment", "place"),
    [
        ("After Olumiant the agency in Brazil approved Litfulo for alopecia areata.", "ritlecitinib", "BR"),
        ("Litfulo, which the FDA approved after Olumiant, is for alopecia areata.", "ritlecitinib", "US"),
        ("The minoxidil tablet has been approved for hair loss in Japan.", "minoxidil-oral", "JP"),
        ("TOKYO - Men lose hair here too. The ministry has approved Propecia for them.", "finasteride-oral", "JP"),
    ],
)
def test_who_decided_on_what_and_where(text: str, treatment: str, place: str) -> None:
    found = [one.finding for one in claims(text) if one.finding.kind == "regulatory"]
    assert (treatment, place) in {(one.treatment, code) for one in found for code in one.jurisdictions}


@pytest.mark.parametrize(
    ("text", "published", "word"),
    [
        ("Leqselvi for alopecia areata is so far approved in no country but the United States.", "2024-08-01", None),
        ("Litfulo for alopecia areata is approved only in Japan.", "2024-08-01", "contradicted"),
        ("PP405 for hair loss has not been approved in any country.", "2024-08-01", "holds"),
        ("Olumiant has been approved nowhere in the world for alopecia areata.", "2024-08-01", "contradicted"),
    ],
)
def test_nowhere_and_nowhere_else(text: str, published: str, word: str | None) -> None:
    found = [one for one in claims(text, published) if one.finding.kind == "regulatory"]
    assert len(found) == 1
    assert word is None or found[0].today.word == word
    assert word is not None or found[0].finding.says["only_there"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In 1996 the FDA decided that Rogaine for hair loss may be sold without a prescription.", "holds"),
        ("In 2001 the FDA decided that Rogaine for hair loss may be sold without a prescription.", "contradicted"),
        ("Propecia for hair loss has been sold without a prescription in the United States since 1998.", "contradicted"),
    ],
)
def test_sale_without_prescription_is_a_decision_with_a_day(text: str, word: str) -> None:
    assert [one.today.word for one in claims(text) if one.finding.kind == "regulatory"] == [word]


def test_other_uses_are_not_judged_by_the_record_of_hair() -> None:
    found = claims("Kits for PRP, also sold against hair loss, exist. The FDA cleared PRP for orthopedic surgery.")
    assert {one.today.word for one in found if one.finding.kind == "regulatory"} == {"unverifiable"}


@pytest.mark.parametrize(
    "text",
    [
        "The Paxman cooler for hair loss may be offered to people with any solid tumor.",
        "A trial of setipiprant for hair loss, which was launched in July, goes on.",
        "He handles the launch of baricitinib for hair loss. Free shipping over 99 dollars.",
    ],
)
def test_leave_and_trials_are_no_goods(text: str) -> None:
    assert not [one for one in claims(text) if one.finding.kind == "availability"]


def decisions(text: str, published: str = "2024-03-01") -> set[tuple[str | None, str, str]]:
    """Treatment, place and status of each regulatory claim."""
    found = [one.finding for one in claims(text, published) if one.finding.kind == "regulatory"]
    return {(one.treatment, ",".join(one.jurisdictions), one.says["status"]) for one in found}


def test_not_there_is_no_part_of_approved_here() -> None:
    assert decisions("Dutasteride is approved for hair loss in South Korea and Japan, not in the United States.") == {
        ("dutasteride-oral", "KR,JP", "approved"),
        ("dutasteride-oral", "US", "not-approved"),
    }


def test_a_decision_told_for_two_places_is_two_claims_each_with_its_day() -> None:
    text = "Ritlecitinib for alopecia areata was approved in the United States in June 2023, and in Britain in November 2023."
    found = {one.finding.jurisdictions: one.finding.says["date"] for one in claims(text) if one.finding.kind == "regulatory"}
    assert found == {("US",): "2023-06", ("GB",): "2023-11"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The FDA has approved the IND for setipiprant in hair loss.", "trial-authorised"),
        ("Ritlecitinib was not yet approved for alopecia areata in Japan.", "not-approved"),
        ("Newcomers could rattle the FDA-approved hair drug finasteride.", "approved"),
    ],
)
def test_what_was_approved_and_whether(text: str, status: str) -> None:
    assert {one for _, _, one in decisions(text)} == {status}


def test_where_a_product_comes_from_is_not_where_it_was_decided_on() -> None:
    assert {place for _, place, _ in decisions("The FDA cleared the Swedish DigniCap for hair loss in chemotherapy in December 2015.")} == {"US"}


@pytest.mark.parametrize(
    "text",
    [
        "Minoxidil 5% is a well known lotion for hair loss.",
        "Finasteride for hair loss should be discontinued if nothing has changed after a year.",
        "An unlicensed medicine can be one for hair loss that has a licence elsewhere, as finasteride has.",
    ],
)
def test_strengths_advice_and_definitions_are_no_claims(text: str) -> None:
    assert claims(text) == []


def test_a_finished_phase_stays_finished() -> None:
    found = [one for one in claims("Ritlecitinib has completed its phase 2 trial in alopecia areata.") if one.finding.kind == "phase"]
    assert [one.today.word for one in found] == ["holds"]


def test_an_anecdote_does_not_change_what_the_article_speaks_of() -> None:
    text = "Ritlecitinib is a capsule for alopecia areata. For two years she took tofacitinib. About 718 people took part in the trial."
    assert {one.finding.treatment for one in claims(text) if one.finding.kind == "enrolment"} == {"ritlecitinib"}


def test_a_planned_trial_whose_day_has_passed_is_told_as_missed() -> None:
    found = [one for one in claims("The maker of PP405 for hair loss plans to start a phase 3 trial in 2024.") if one.finding.kind == "phase"]
    assert [(one.today.word, one.today.forecast) for one in found] == [("outdated", "missed")]
