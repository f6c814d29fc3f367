"""Whatever is typed: an answer or one clear sentence, the right exit code, and nothing alive reaches the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Ask

ALIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

QUERIES = [
    "what's", "5-alpha", '"', '""', "NEAR(", "NEAR(a b", "a AND", "OR", "NOT", "*", "a*", "col:on", "names:alpinol", "^", "-", "--", "(", ")", "{", "}", "[red]",
    "[bold]x[/bold]", "[/]", "a" * 5000, "a " * 5000, "\x1b[31mred\x1b[0m", "\x1b]8;;http://x\x07", "\u202eevil", "%s%n", "';DROP TABLE record;--", "\\", "\\x00",
    "アルピナ", "阿尔皮", "Ｇｒａｆｔａｎ", "🦱", "e\u0301", "ﷺ", "\ud800", "null", "true", "0", "  ", "\t\n", "..", "/etc/passwd", "~", "$HOME", "`ls`", "<b>x</b>",
    "knee replacement", "ibuprofen", "alpinoll", "alpine", "ALP 101", "alp101", "grafftan",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("command", ["search", "show", "explain", "trials", "sources", "status", "timeline"])
def test_any_words(command: str, query: str, ask: Ask) -> None:
    answer = ask(command, "--", query)
    assert answer.code in {0, 1, 2}
    assert not ALIVE.search(answer.out + answer.err)
    if answer.code:
        assert answer.err.count("\n") == 1 and answer.err.startswith("hairtx: ") and len(answer.err) < 700
    else:
        assert answer.out.strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), command=st.sampled_from(["search", "show", "explain"]))
def test_random_words(text: str, command: str, ask: Ask) -> None:
    answer = ask(command, "--", text)
    assert answer.code in {0, 1, 2}
    assert not ALIVE.search(answer.out + answer.err)


@pytest.mark.parametrize(
    "date", ["2016-13", "2016-02-30", "yesterday", "16", "20160101", "2016/01/01", "", " ", "0000", "9999", "2016-1", "²⁰¹⁶", "2016-01-01T00", "-1"]
)
@pytest.mark.parametrize(
    "line", [("show", "alpinol"), ("status",), ("compare", "alpinol", "lamphood"), ("timeline",), ("options", "--condition", "thinning")]
)
def test_a_date_that_is_none(line: tuple[str, ...], date: str, ask: Ask) -> None:
    answer = ask(*line, f"--as-of={date}")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "--as-of" in answer.err


def test_a_date_before_everything_is_answered(ask: Ask) -> None:
    assert ask("show", "alpinol", "--as-of", "1950").code == 0
    assert ask("status", "lamphood", "--as-of", "1950").code == 1
    assert "own date was not found" in ask("status", "--as-of", "1950").out


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("show", "nosuchthing"), 1, "nothing here is called"),
        (("show", "graftn"), 1, "nearest: "),
        (("show", "alpinol", "--section", "x"), 2, "--section"),
        (("show",), 2, "Missing argument"),
        (("show", "no", "such", "thing"), 1, "nothing here is called “no such thing”"),
        (("explain",), 2, "Missing argument"),
        (("kb", "path", "x"), 2, "unexpected extra argument"),
        (("show", "alpinol", "--nope"), 2, "No such option"),
        (("nosuch",), 2, "No such command"),
        (("status", "--in", "Mars"), 2, "Mars"),
        (("status", "--only", "cured"), 2, "cured"),
        (("status", "--condition", "gout"), 1, "gout"),
        (("status", "--format", "xml"), 2, "xml"),
        (("list", "--kind", "magic"), 2, "magic"),
        (("list", "--stage", "late"), 2, "late"),
        (("list", "--in", "Norway"), 1, "no treatment"),
        (("compare", "alpinol"), 2, "two to 6"),
        (("compare", "alpinol", "ALPINA"), 2, "two to 6"),
        (("compare", "alpinol", "nosuchthing"), 1, "nosuchthing"),
        (("options",), 2, "--condition"),
        (("options", "--condition", "thinning", "--age", "400"), 2, "--age"),
        (("options", "--condition", "thinning", "--age", "x"), 2, "--age"),
        (("options", "--condition", "thinning", "--sex", "robot"), 2, "--sex"),
        (("options", "--condition", "thinning", "--sex", "male", "--pregnant"), 2, "do not go together"),
        (("timeline", "--since", "soon"), 2, "--since"),
        (("timeline", "lamphood", "--since", "2020"), 1, "no dated event"),
        (("trials", "lamphood"), 1, "no trial"),
        (("trials", "NCT99999999"), 1, "nothing here is called"),
        (("trials", "--phase", "9"), 2, "--phase"),
        (("sources", "--kind", "rumour"), 2, "rumour"),
        (("search", "--limit", "0", "x"), 2, "limit"),
        (("export", "pdf", "x.pdf"), 2, "pdf"),
        (("export", "json", "/"), 2, "is a folder"),
        (("export", "json", "/proc/nowhere/x.json"), 2, "does not exist"),
        (("export", "json", "/proc/x.json"), 2, "could not be written"),
        (("export", "json", "-"), 2, "writes a file"),
        (("kb", "lint", "--rule", "nosuch"), 2, "nosuch"),
        (("kb", "schema", "nosuch"), 2, "nosuch"),
        (("kb", "nosuch"), 2, "No such command"),
        (("kb", "stale", "--days", "9999"), 1, "nothing is older"),
    ],
)
def test_a_question_that_cannot_be_answered(line: tuple[str, ...], code: int, says: str, ask: Ask) -> None:
    answer = ask(*line)
    assert (answer.code, answer.err.count("\n")) == (code, 1), answer
    assert says in answer.err and answer.err.startswith("hairtx: ")
    assert answer.out == ""


def test_help_and_version_are_answers(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("--version").code == 0
    for line in ((), ("--help",), ("show", "--help"), ("kb", "--help"), ("kb",)):
        assert ask(*line).code in {0, 2}
    assert "Examples" in capsys.readouterr().out


def test_with_json_nothing_found_still_exits_one(ask: Ask) -> None:
    for line in (
        ("search", "zzzzqqq"),
        ("status", "--only", "refused", "--in", "Norway"),
        ("trials", "lamphood"),
        ("timeline", "lamphood", "--since", "2020"),
    ):
        answer = ask(*line, "--json")
        assert answer.code == 1 and answer.json["total"] == 0
