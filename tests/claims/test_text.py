"""Bytes to text, text to sentences, dates, names: the parts below the claims."""

from __future__ import annotations

import codecs

import pytest

from hairtx.engines.claims.days import spans, stamped
from hairtx.engines.claims.decoding import decoded, safe
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.markup import from_html, from_markdown, metadata_date, page
from hairtx.engines.claims.mentions import mentions
from hairtx.engines.claims.sentences import sentences
from hairtx.engines.claims.spelling import Slips, distance, sound
from hairtx.model.dates import PartialDate
from tests.claims.measuring import base

LEXICON = Lexicon(base())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve".encode(), "naïve"),
        (codecs.BOM_UTF8 + "naïve".encode(), "naïve"),
        (codecs.BOM_UTF16_LE + "naïve".encode("utf-16-le"), "naïve"),
        ("naïve".encode("latin-1"), "naïve"),
        (b'<meta charset="windows-1251">' + "да".encode("cp1251"), '<meta charset="windows-1251">да'),
        (b'<meta charset="nonsense">\xe9', '<meta charset="nonsense">é'),
        (b"\xff\xfe", ""),
        (b"", ""),
    ],
)
def test_any_encoding(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_nothing_alive_stays() -> None:
    assert safe("a\x1b[31mb\x00\u202ec\r\nd\re") == "a [31mb  c\nd\ne"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dr. Hu of Acme Inc. spoke. He left.", ["Dr. Hu of Acme Inc. spoke.", "He left."]),
        ("It rose by 1.5 mg. The U.S. FDA said no.", ["It rose by 1.5 mg.", "The U.S. FDA said no."]),
        ("It is sold in the U.S. The maker is glad.", ["It is sold in the U.S.", "The maker is glad."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("A head\n\nA body. With two.", ["A head", "A body.", "With two."]),
        ("- one thing\n- two things", ["- one thing", "- two things"]),
        ('He said: "It works." Then he left.', ['He said: "It works."', "Then he left."]),
        ("薬です。次です。", ["薬です。", "次です。"]),
        ("", []),
    ],
)
def test_sentences(text: str, said: list[str]) -> None:
    assert [one.text for one in sentences(text)] == said


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "This is a line that somebody wrapped at about seventy\ncharacters so that it goes on here, and on, and on and\nends there. And so on."
    assert [one.text.split()[0] for one in sentences(text)] == ["This", "And"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("in May 2009", "2009-05"),
        ("on 3rd May 2012", "2012-05-03"),
        ("March 5, 2020", "2020-03-05"),
        ("by mid-2031", "2031-05-01/2031-08-31"),
        ("in the first half of 2025", "2025-01-01/2025-06-30"),
        ("Q3 2024", "2024-07-01/2024-09-30"),
        ("in 1994", "1994"),
        ("on September 28 of last year", "2021-09-28"),
        ("in March of this year", "2022-03"),
        ("last summer", "2021-06-01/2021-08-31"),
        ("on Monday", "2022-06-13"),
        ("next year", "2023"),
        ("this past March", "2022-03"),
    ],
)
def test_dates(text: str, written: str) -> None:
    assert [one.written for one in spans(text, PartialDate("2022-06-17"))] == [written]


@pytest.mark.parametrize("text", ["in the 2010s", "2010 patients", "May be", "1234567", "31 February 2020", "last summer"])
def test_no_dates(text: str) -> None:
    assert not spans(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Published 9 May 2013\nText follows here.", "2013-05-09"),
        ("A head\nTuesday, May 7th 2019, 3:20 am\nText.", "2019-05-07"),
        ("25/12/2020\nText", "2020-12-25"),
        ("07/11/2024\nText", "2024"),
        ("In May 2014 the firm did this and a good deal more than that.", None),
        ("No date.", None),
    ],
)
def test_the_date_that_a_text_bears(text: str, date: str | None) -> None:
    found = stamped(text)
    assert (found.text if found else None) == date


HTML = """<!doctype html><html><head><title>T</title><meta property="article:published_time" content="2019-03-04T10:00:00Z"><style>p{}</style></head>
<body><nav>Menu</nav><p>The FDA approved <b>Litfulo</b> &amp; more.</p><script>alert("x")</script><table><tr><td>a</td><td>b</td></tr></table><!-- gone --></body></html>"""


def test_html_gives_its_text_and_date() -> None:
    assert from_html(HTML) == "The FDA approved Litfulo & more.\na | b"
    assert metadata_date(HTML) == "2019-03-04"
    assert "Menu" not in page(HTML).text


@pytest.mark.parametrize("text", ["<p", "<!--", "<script>", "<p>a<", "<<<<p>b", "<p>a</p", "<a href='x>y", "<div>" * 5000 + "x"])
def test_broken_html_is_read(text: str) -> None:
    assert isinstance(from_html("<html><body>hello" + text), str)


def test_markdown_keeps_every_place() -> None:
    text = "# Head\n**bold** [link](https://x.y/z) `code`"
    plain = from_markdown(text)
    assert len(plain) == len(text) and "https" not in plain and plain.index("bold") == text.index("bold")


def named(text: str) -> set[str]:
    return {one.ids[0] for one in mentions(text, LEXICON) if one.ids}


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("LEQSELVI™ is here", "deuruxolitinib"),
        ("CTP 543 and more", "deuruxolitinib"),
        ("ctp-543", "deuruxolitinib"),
        ("varicitinib helps", "baricitinib"),
        ("the drug 'Abodot'", "dutasteride-oral"),
        ("minoxydil lotion", "minoxidil-topical"),
        ("oral minoxidil", "minoxidil-oral"),
        ("minoxidil tablets", "minoxidil-oral"),
        ("topical finasteride", "finasteride-topical"),
        ("the STYLE trial", "NCT02503852"),
        ("BRAVE-AA1", "NCT03570749"),
        ("Eli Lilly", "baricitinib"),
        ("JAK inhibitors", "jak-inhibitors"),
        ("Alopecia Areata", "alopecia-areata"),
    ],
)
def test_names_are_found(text: str, id_: str) -> None:
    assert id_ in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "a new hair style",
        "STYLE ICONS OF THE YEAR",
        "regain your crown",
        "she regained it",
        "a concert in the sun",
        "horizon and legacy",
        "ring them",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert named(text) == set()


def test_slips_are_near_and_two_drugs_stay_two() -> None:
    slips = Slips({"finasteride": "a", "dutasteride": "b", "baricitinib": "c"}, frozenset())
    assert slips.find("finasteryde", named=False) == "finasteride"
    assert slips.find("finastride", named=False) == "finasteride"
    for other in ("lapisteride", "tofacitinib", "povorcitinib", "steride", "about"):
        assert slips.find(other, named=True) is None
    assert distance("abc", "acb") == 1 and distance("", "ab") == 2
    assert sound("abodot") == sound("avodart")
