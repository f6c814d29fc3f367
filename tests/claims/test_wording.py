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
