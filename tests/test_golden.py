"""Whole output at fixed widths. `python -m tests.regolden` writes it anew; read the difference before committing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Ask

GOLDEN = Path(__file__).parent / "golden"

CASES = {
    "show-80": (("show", "alpinol"), 80),
    "show-60": (("show", "alpinol"), 60),
    "show-200": (("show", "alpinol"), 200),
    "show-then": (("show", "graftan", "--as-of", "2016-01"), 80),
    "show-now": (("show", "graftan"), 80),
    "show-safety": (("show", "alpinol", "--section", "safety"), 60),
    "show-family": (("show", "openers"), 80),
    "show-company": (("show", "Lamp Makers"), 80),
    "show-condition": (("show", "baldness"), 80),
    "list": (("list",), 80),
    "list-filtered": (("list", "--in", "Germany", "--condition", "thinning"), 80),
    "search-brand": (("search", "Alpina"), 80),
    "search-lay": (("search", "red helmet"), 80),
    "search-typo": (("search", "grafftan"), 80),
    "status": (("status",), 80),
    "status-places": (("status", "alpinol", "--in", "US,DE,Norway"), 60),
    "status-then": (("status", "alpinol", "--as-of", "2009-12"), 80),
    "compare-80": (("compare", "alpinol", "lamphood", "--in", "US"), 80),
    "compare-120": (("compare", "alpinol", "lamphood"), 120),
    "compare-nothing-shared": (("compare", "nulan", "lamphood"), 60),
    "options": (("options", "--condition", "thinning", "--in", "US"), 80),
    "options-pregnant": (("options", "--condition", "thinning", "--pregnant", "--in", "US"), 80),
    "options-child": (("options", "--condition", "thinning", "--age", "12"), 60),
    "timeline": (("timeline", "graftan"), 80),
    "timeline-since": (("timeline", "--since", "2020"), 80),
    "trials": (("trials", "alpinol"), 80),
    "trials-acronym": (("trials", "grove"), 60),
    "explain": (("explain", "ion channel"), 80),
    "sources": (("sources", "nulan"), 80),
    "kb-stats": (("kb", "stats"), 80),
    "kb-rules": (("kb", "lint", "--rules"), 80),
}
SUFFIX = {("--format", "csv"): "csv", ("--format", "md"): "md"}
TABLES = {f"{name}-{kind}": ((*line, "--format", kind), 80) for kind in ("csv", "md") for name, line in (
    ("list", ("list",)), ("status", ("status", "alpinol")), ("timeline", ("timeline", "graftan")), ("options", ("options", "--condition", "thinning")),
    ("compare", ("compare", "alpinol", "lamphood")), ("sources", ("sources",)), ("search", ("search", "alpinol")), ("trials", ("trials",)),
)}  # fmt: skip


@pytest.mark.parametrize("name", [*CASES, *TABLES])
def test_output_is_as_it_was_read_and_agreed(name: str, ask: Ask) -> None:
    arguments, width = (CASES | TABLES)[name]
    answer = ask(*arguments, width=width)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(name: str, width: int, ask: Ask) -> None:
    arguments, _ = CASES[name]
    if name == "kb-rules":
        return
    for line in ask(*arguments, width=width).out.splitlines():
        assert len(line) <= width, line
        assert line == line.rstrip()
