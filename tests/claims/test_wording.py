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
