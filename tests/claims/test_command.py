"""`hairtx check` as a command: the contract, the forms, the exit codes, the exact words for one article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hairtx.engines.claims import check
from hairtx.model.dates import PartialDate
from tests.claims.measuring import DAY, base
from tests.conftest import Ask

KB = Path(__file__).parent / "kb"
GOLDEN = Path(__file__).parent / "golden"
ARTICLE = """Third pill for patchy baldness

Published 3 December 2024

The FDA approved Leqselvi in July 2024 for severe alopecia areata. Sun Pharma cannot launch the tablet until a court lifts its ban. The DigniCap, which cools the scalp, was approved by the FDA in 2015. In THRIVE-AA1 706 adults took part. It is a breakthrough.
"""
CLAIM = {
    "sentence", "start", "end", "treatment", "kind", "jurisdiction", "condition", "polarity", "attributed", "says", "then", "verdict", "now", "changed", "forecast", "sources",
}  # fmt: skip


def test_json_keeps_the_contract(ask: Ask) -> None:
    answer = ask("check", "-", "--json", kb=KB, stdin=ARTICLE).json
    assert answer.keys() >= {"schema", "published", "mentions", "companies", "trials", "conditions", "claims"}
    assert answer["published"] == "2024-12-03" and answer["published_from"] == "text"
    assert all(one.keys() >= {"treatment", "text", "start", "end"} for one in answer["mentions"])
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in answer["mentions"])
    assert all(one.keys() == CLAIM for one in answer["claims"])
    assert [(one["kind"], one["treatment"], one["verdict"]) for one in answer["claims"]] == [
        ("regulatory", "deuruxolitinib", "holds"),
        ("availability", "deuruxolitinib", "outdated"),
        ("regulatory", "scalp-cooling", "contradicted"),
        ("enrolment", "deuruxolitinib", "holds"),
    ]
    assert answer["counts"] == {"holds": 2, "outdated": 1, "contradicted": 1, "unverifiable": 0}
    assert answer["conditions"] == ["alopecia-areata"]
    assert {one["name"] for one in answer["flags"]} >= {"hype"}


@pytest.mark.parametrize("form", ["table", "md", "html", "claimreview", "json"])
@pytest.mark.parametrize(("fail_on", "code"), [(None, 0), ("outdated", 4), ("contradicted", 4)])
def test_exit_codes(form: str, fail_on: str | None, code: int, ask: Ask) -> None:
    line = ("check", "-", "--format", form) + (("--fail-on", fail_on) if fail_on else ())
    answer = ask(*line, kb=KB, stdin=ARTICLE)
    assert (answer.code, answer.err) == (code, "")
    assert answer.out.strip()


def test_outdated_alone_does_not_fail_on_contradicted(ask: Ask) -> None:
    text = "In 2021 hair doctors wrote: there is no FDA-approved treatment for alopecia areata."
    assert ask("check", "-", "--fail-on", "contradicted", "--published", "2021", kb=KB, stdin=text).code == 0
    assert ask("check", "-", "--fail-on", "outdated", "--published", "2021", kb=KB, stdin=text).code == 4


def test_given_date_outranks_the_page(ask: Ask) -> None:
    answer = ask("check", "-", "--json", "--published", "2025-01", kb=KB, stdin=ARTICLE).json
    assert (answer["published"], answer["published_from"]) == ("2025-01", "given")


def test_nothing_found_is_said(ask: Ask) -> None:
    answer = ask("check", "-", kb=KB, stdin="A page about the weather in spring.")
    assert answer.code == 0
    assert answer.out.startswith("No checkable claim about a hair-loss treatment was found.")


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int, ask: Ask) -> None:
    for line in ask("check", "-", kb=KB, stdin=ARTICLE, width=width).out.splitlines():
        assert len(line) <= width and line == line.rstrip()


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_output_is_as_it_was_read_and_agreed(form: str, ask: Ask) -> None:
    written = GOLDEN / f"check.{'txt' if form == 'table' else form}"
    assert ask("check", "-", "--format", form, kb=KB, stdin=ARTICLE).out == written.read_text(encoding="utf-8")


def test_a_sentence_with_several_claims_stands_whole_once(ask: Ask) -> None:
    text = (
        "The FDA approved Leqselvi for severe alopecia areata in July 2024, but it was never approved for that use by the European Medicines Agency."
    )
    shown = " ".join(ask("check", "-", kb=KB, stdin=text, width=200).out.split())
    assert shown.count("The FDA approved Leqselvi for severe alopecia areata") == 1
    assert "2. “… " in shown and "European Medicines Agency.”" in shown


def test_claim_reviews_are_json_ld(ask: Ask) -> None:
    reviews = json.loads(ask("check", "-", "--format", "claimreview", kb=KB, stdin=ARTICLE).out)
    assert len(reviews) == 4
    assert all(one["@context"] == "https://schema.org" and one["claimReviewed"] and one["reviewRating"]["alternateName"] for one in reviews)


def test_the_same_claim_on_two_days() -> None:
    text = "Baricitinib is not approved by the FDA for alopecia areata."
    early = check(text, base(), DAY, PartialDate("2020")).claims[0]
    late = check(text, base(), DAY, PartialDate("2024")).claims[0]
    undated = check(text, base(), DAY).claims[0]
    assert early.then and (early.then.word, early.today.word, str(early.today.changed)) == ("holds", "outdated", "2022-06-13")
    assert late.then and (late.then.word, late.today.word) == ("contradicted", "contradicted")
    assert (undated.then, undated.today.word) == (None, "outdated")


HARD = [
    ("The FDA allowed a study of setipiprant in bald men.", "trial-authorised"),
    ("The clinic got a tissue bank licence for its hair follicles, which it calls exosomes.", "tissue-licence"),
    ("NICE recommended ritlecitinib for the NHS.", "recommended"),
    ("The FDA granted priority review to ritlecitinib.", "designated"),
    ("Baricitinib could be approved for alopecia areata next year.", "approval-expected"),
    ("The HairMax LaserComb was cleared by the FDA.", "cleared"),
    ("Kerastem has the CE mark for hair loss.", "ce-marked"),
    ("Unless it wins approval in 2020, clascoterone will never be sold for hair loss.", "approval-expected"),
    ("Sun Pharma has submitted a new drug application for deuruxolitinib.", "in-review"),
    ("The FDA rejected baricitinib's application for alopecia areata.", "refused"),
    ("Doctors use PRP off label for thinning hair.", "off-label"),
]


@pytest.mark.parametrize(("text", "status"), HARD)
def test_approval_of_what(text: str, status: str) -> None:
    assert [one.finding.says["status"] for one in check(text, base(), DAY).claims if one.finding.kind == "regulatory"] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Is minoxidil approved by the FDA?",
        "The ethics committee approved the study of minoxidil.",
        "A doctor-approved hair routine with minoxidil.",
        "Minoxidil 5% solution, 60 ml.",
        "A board approved the merger of the maker of finasteride.",
        "The dog was given minoxidil by mistake and its owner called the vet.",
    ],
)
def test_no_claim(text: str) -> None:
    assert check(text, base(), DAY).claims == []
