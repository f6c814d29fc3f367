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


@pytest.mark.parametrize("apostrophe", "'’ʼ")
def test_an_apostrophe_of_any_make_denies(apostrophe: str) -> None:
    assert decisions(f"Dutasteride isn{apostrophe}t FDA-approved for hair loss.") == {("dutasteride-oral", "US", "not-approved")}
    assert {one.finding.says["status"] for one in claims(f"PP405 for hair loss isn{apostrophe}t available yet.")} == {"not-available"}


def test_a_blank_between_digits_groups_thousands() -> None:
    assert [one.finding.says["n"] for one in claims("A trial of setipiprant enrolled 1\u202f465 men with hair loss.")] == [1465]


@pytest.mark.parametrize(
    "text",
    [
        "The safety of baricitinib in alopecia areata was consistent with that in approved indications.",
        "No study compared PRP for hair with approved treatments.",
        "Clinics for PRP against hair loss: we use only FDA-approved separation devices.",
        "The device that prepares PRP for hair must have FDA approval.",
        "For a medicine to be sold here, like ritlecitinib for alopecia areata, it needs to be approved by NICE.",
        "Whether dutasteride is approved for hair loss by the FDA is unclear.",
        "This does not mean that exosomes for hair are illegal.",
        "Not all low-level laser devices for hair are cleared by the FDA.",
        "Ritlecitinib treats alopecia areata. Previously there was no treatment approved by the FDA for adolescents.",
        "Pyrilutamide for hair was approved as an International Nomenclature Cosmetic Ingredient.",
    ],
)
def test_rules_questions_and_classes_are_no_decisions(text: str) -> None:
    assert decisions(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PRP for hair can be combined with FDA-approved drugs such as minoxidil.", {("minoxidil-topical", "US", "approved")}),
        (
            "While finasteride is FDA-approved for hair loss, dutasteride is not.",
            {("finasteride-oral", "US", "approved"), ("dutasteride-oral", "US", "not-approved")},
        ),
        (
            "Finasteride, but not dutasteride, is FDA-approved for hair loss.",
            {("finasteride-oral", "US", "approved"), ("dutasteride-oral", "US", "not-approved")},
        ),
        ("Dutasteride is FDA-approved, but not for hair loss.", {("dutasteride-oral", "US", "not-approved")}),
        ("Unlike in South Korea, dutasteride is not approved for hair loss in the United States.", {("dutasteride-oral", "US", "not-approved")}),
        ("Regulators in Japan, South Korea, and Taiwan have approved dutasteride for hair loss.", {("dutasteride-oral", "JP,KR,TW", "approved")}),
        ("Kintor won clinical trial approval for pyrilutamide, a hair drug, in China.", {("pyrilutamide", "CN", "trial-authorised")}),
        ("The EMA has validated the marketing authorisation application for ritlecitinib in alopecia areata.", {("ritlecitinib", "EU", "in-review")}),
        (
            "NICE: ritlecitinib for alopecia areata was recommended by the National Institute for Health and Care Excellence.",
            {("ritlecitinib", "GB", "recommended")},
        ),
        (
            "The FDA issued a warning about exosomes for hair, adding that no such product is approved.",
            {("exosomes", "US", "warned"), ("exosomes", "US", "not-approved")},
        ),
        (
            "In 2023 this capsule, ritlecitinib, was the first to be approved by the FDA for adolescents with alopecia areata.",
            {("ritlecitinib", "US", "approved")},
        ),
    ],
)
def test_contrasts_lists_and_what_was_decided(text: str, found: set[tuple[str, str, str]]) -> None:
    assert decisions(text) == found


def test_it_is_the_one_before_whatever_is_named_later() -> None:
    text = "Ritlecitinib is for alopecia areata. It is the second JAK inhibitor approved by the FDA for it, following baricitinib."
    assert {one for one, _, _ in decisions(text)} == {"ritlecitinib"}


def test_only_one_for_both_sexes_is_not_denied_by_one_for_men() -> None:
    found = claims("Minoxidil is the only drug that the FDA has approved for hair loss in men and women.")
    assert [one.today.word for one in found if one.finding.kind == "regulatory"] == ["holds"]


def test_no_country_named_is_answered_by_large_ones_alone() -> None:
    (found,) = claims("As of today there is no treatment approved for alopecia areata, a hair disease.", "2021-10-01")
    assert found.today.word in {"outdated", "contradicted"}
    assert found.then is not None and found.then.word in {"holds", "unverifiable"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pending approval, PP405 for hair loss will be commercially available in Japan in 2030.", "launch-expected"),
        ("PP405 for hair loss won't be available until 2030.", "launch-expected"),
        ("A verdict cleared the way to launch ritlecitinib for alopecia areata.", "launch-expected"),
        ("PP405 for hair loss could be released in 2027.", "launch-expected"),
        ("PP405 will be available globally as early as 2027, the hair firm said.", "launch-expected"),
    ],
)
def test_what_is_still_to_come_is_no_sale(text: str, status: str) -> None:
    assert {one.finding.says["status"] for one in claims(text) if one.finding.kind == "availability"} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Shiseido has quietly launched its second multi-centre clinical study of setipiprant in hair loss.",
        "Ritlecitinib for alopecia areata will be available as a 50 mg hard capsule.",
        "A company was formed to commercialise setipiprant for hair loss.",
        "Data on setipiprant in hair loss are to be released in May.",
    ],
)
def test_studies_shapes_and_purposes_are_no_sale(text: str) -> None:
    assert not [one for one in claims(text) if one.finding.kind == "availability"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Setipiprant for hair loss did not achieve statistical significance at its primary endpoint.", False),
        ("Setipiprant for hair loss didn’t meet its primary endpoint.", False),
        ("Setipiprant for hair loss met its primary endpoint.", True),
    ],
)
def test_an_endpoint_missed_is_missed(text: str, met: bool) -> None:
    assert [one.finding.says["met"] for one in claims(text) if one.finding.kind == "result"] == [met]


def test_no_harm_in_one_study_is_not_denied_by_a_warning_elsewhere() -> None:
    found = [one for one in claims("In a study of exosomes for hair loss no complications were reported.") if one.finding.kind == "result"]
    assert [one.today.word for one in found] == ["unverifiable"]
    assert not [one for one in claims("No new safety signals came up with baricitinib in alopecia areata.") if one.finding.kind == "result"]


@pytest.mark.parametrize(
    "text",
    [
        "In a study of hair loss 30 sites on the scalp were injected with PRP.",
        "Ritlecitinib, known from alopecia areata, is in phase 3 for vitiligo.",
        "A 5% minoxidil group and a finasteride group met; hair was their subject.",
    ],
)
def test_places_on_the_head_other_diseases_and_strengths(text: str) -> None:
    assert not [one for one in claims(text) if one.finding.kind in {"sites", "phase", "result"}]


def test_rows_of_a_table_are_read_by_their_heads() -> None:
    table = (
        "Medicines for alopecia areata\n\nMedicine | FDA approval | For whom | Trial size | Hair back at 24 weeks\n"
        "Ritlecitinib | June 2023 | 12 years and over | 718 | 23%\nBaricitinib | June 2022 | adults | n/a | n/a\n"
    )
    found = claims(table)
    assert {(one.finding.treatment, one.finding.kind) for one in found} == {
        ("ritlecitinib", "regulatory"),
        ("ritlecitinib", "enrolment"),
        ("ritlecitinib", "result"),
        ("baricitinib", "regulatory"),
    }
    assert {one.sentence.text[one.finding.start : one.finding.end] for one in found} == {"June 2023", "718", "23%", "June 2022"}
    assert {one.today.word for one in found} == {"holds"}


def test_a_table_without_heads_or_names_makes_nothing_up() -> None:
    assert claims("Hair loss\n\nSize | Price\nlarge | June 2023\nsmall | May 2022\n") == []


def test_what_holds_now_was_not_out_of_date_when_written() -> None:
    for one in claims(
        "An early phase 2 trial of pyrilutamide in hair loss was completed. Ritlecitinib is on sale for alopecia areata.", "2025-11-01"
    ):
        assert not (one.then and one.then.word == "outdated" and one.today.word in {"holds", "unverifiable"})


def test_what_is_not_and_the_other_that_is() -> None:
    assert decisions("While exosomes aren't approved by the FDA for hair loss, finasteride is.") == {
        ("exosomes", "US", "not-approved"),
        ("finasteride-oral", "US", "approved"),
    }


def test_the_day_of_a_table_row_is_not_that_of_the_page() -> None:
    table = "Pills for hair\n\nMedicine | FDA approval | Maker\nPropecia | December 1997 | Merck\nLitfulo | June 2023 | Pfizer\n"
    assert check(table, base(), DAY).published is None
    assert check("Campus News | September 9, 2025\n\nHair loss and Propecia.", base(), DAY).published == PartialDate("2025-09-09")


def test_a_title_with_a_bar_in_it_is_no_table() -> None:
    found = claims("Finasteride is for hair loss.\n\nThe FDA approved it in 1997 | Daily News\n\nMen use it.")
    assert [one.finding.kind for one in found] == ["regulatory"]


def test_a_row_speaks_of_its_own_device() -> None:
    table = "Lasers for hair loss\n\nDevice | FDA clearance\nHairMax LaserComb | January 2007\nTheradome | September 2011\n"
    assert [(one.finding.brand, one.today.word) for one in claims(table)] == [("HairMax LaserComb", "holds"), ("Theradome", "contradicted")]
