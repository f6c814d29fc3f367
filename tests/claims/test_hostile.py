"""Whatever is fed: an answer in time that grows with the length of the text, or one clear sentence."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hairtx.engines.claims import check
from tests.claims.measuring import DAY, articles, base, read
from tests.conftest import Ask

ALIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
KB = Path(__file__).parent / "kb"
WORDS = (
    "the FDA approved baricitinib for 71 men in a phase 3 trial not may be available in Japan since 2019 hair STYLE it . , ; ( ) % and but 40".split()
)
BOMBS = {
    "one line": "hair loss drug approved by the FDA " * 6000,
    "no spaces": "a" * 200_000,
    "numbers": "1 " * 100_000,
    "commas": ",".join(["men"] * 50_000),
    "brackets": "(" * 100_000 + ")" * 100_000,
    "tags": "<html><body>" + "<div>" * 40_000 + "minoxidil",
    "open tags": "<html><body>" + "<a " * 60_000,
    "comments": "<html><body>" + "<!--" * 50_000,
    "entities": "<html><p>" + "&amp;" * 40_000,
    "not": "not " * 50_000,
    "phase": "phase 2/" * 25_000,
    "in men": "in 3 men " * 22_000,
    "lines": "\n" * 200_000,
    "short lines": "minoxidil\n" * 20_000,
    "controls": "\x00\x1b[31m\u202e" * 30_000,
    "links": "[a](" * 50_000,
    "stars": "**" * 100_000,
    "quotes": '"' * 200_000,
    "dots": "." * 200_000,
    "U.S.": "U.S. " * 40_000,
    "cjk": "脱毛症" * 60_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_text_hangs(name: str) -> None:
    began = time.perf_counter()
    check(BOMBS[name], base(), DAY)
    assert time.perf_counter() - began < 10


def test_time_grows_with_length() -> None:
    text = " ".join(one["text"] for one in articles("tuning") if one["claims"])

    def spent(copies: int) -> float:
        began = time.perf_counter()
        check("\n\n".join([text] * copies), base(), DAY)
        return time.perf_counter() - began

    spent(1)
    assert spent(12) < 12 * max(spent(2), 0.05)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.integers(1, 300))
def test_random_articles(seed: int, length: int) -> None:
    chosen = random.Random(seed)
    report = check(" ".join(chosen.choice(WORDS) for _ in range(length)), base(), DAY)
    assert all(claim.today.word in {"holds", "outdated", "contradicted", "unverifiable"} for claim in report.claims)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_random_text(text: str) -> None:
    check(text, base(), DAY)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_mutated_articles(seed: int) -> None:
    chosen = random.Random(seed)
    one = dict(chosen.choice(articles("tuning")))
    letters = list(str(one["text"]))
    for _ in range(20):
        letters[chosen.randrange(len(letters))] = chosen.choice("a .,(\n<>&%9\u202e")
    one["text"] = "".join(letters)
    read(one)


@pytest.mark.parametrize("form", ["table", "json", "md", "html", "claimreview"])
def test_every_form_is_safe(form: str, ask: Ask) -> None:
    text = 'Baricitinib <script>alert(1)</script> was approved by the FDA for hair \x1b[31mloss\u202e in 2022 </script> "and" it is 100% safe & a miracle cure.'
    answer = ask("check", "-", "--format", form, kb=KB, stdin=text)
    assert answer.code == 0
    assert not ALIVE.search(answer.out)
    if form == "html":
        assert "<script>alert" not in answer.out and answer.out.count("</script>") == 1
        assert "http-equiv" in answer.out and "src=" not in answer.out
    if form == "claimreview":
        assert "</script" not in answer.out
        assert {one["@type"] for one in json.loads(answer.out)} == {"ClaimReview"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("check", "/nowhere/x.txt"), "cannot read"),
        (("check", "/"), "cannot read"),
        (("check", "a\x00b"), "cannot read"),
        (("check", "-"), "is empty"),
        (("check", "-", "--published", "soon"), "--published"),
        (("check", "-", "--published", "2099"), "future"),
        (("check", "-", "--format", "xml"), "xml"),
        (("check", "-", "--fail-on", "holds"), "--fail-on"),
        (("check",), "Missing argument"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(line: tuple[str, ...], says: str, ask: Ask) -> None:
    answer = ask(*line, kb=KB)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert says in answer.err


def test_binary_files_are_refused(tmp_path: Path, ask: Ask) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF-1.7 ...")
    answer = ask("check", str(file), kb=KB)
    assert answer.code == 2 and "PDF" in answer.err
