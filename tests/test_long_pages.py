"""A treatment decided on in many places: its page keeps the large ones and names the rest; asked for alone, the part is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hairtx.views.screen.trials import MOST_IN_FULL
from tests.conftest import KB, Ask

PLACES = {
    "GB": "Britain", "JP": "Japan", "KR": "Korea", "CN": "China", "CA": "Canada", "AU": "Australia", "BR": "Brazil", "IN": "India", "FR": "France",
    "ES": "Spain", "IT": "Italy", "CH": "Switzerland", "AT": "Austria", "BE": "Belgium",
}  # fmt: skip


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """The invented knowledge base with its lamp cleared in fourteen more countries, the first in 2012, the last in 2025."""
    kb = tmp_path / "kb"
    shutil.copytree(KB, kb)
    words = (kb / "vocabulary.yaml").read_text()
    words = words.replace("jurisdictions:\n", "jurisdictions:\n" + "".join(f"  {code}: {{name: {name}}}\n" for code, name in PLACES.items()), 1)
    words = words.replace(
        "  agency: {name: Agency of Atlantis, jurisdictions: [US]",
        f"  agency: {{name: Agency of Atlantis, jurisdictions: [US, {', '.join(PLACES)}]",
        1,
    )
    (kb / "vocabulary.yaml").write_text(words)
    cleared = "".join(
        f"    - {{date: {2012 + at}, jurisdiction: {code}, authority: agency, action: granted, pathway: 510k, condition: thinning,"
        f" note: Noted in {name}., sources: [lamp-clearance-2012]}}\n"
        for at, (code, name) in enumerate(PLACES.items())
    )
    records = (kb / "treatments.yaml").read_text()
    first = "    - {date: 2012-05-01, jurisdiction: US"
    assert first in records
    (kb / "treatments.yaml").write_text(records.replace(first, cleared + first, 1))
    return kb


def test_the_page_names_the_smaller_places_in_one_line(ask: Ask, wide: Path) -> None:
    page = ask("show", "lamphood", kb=wide).out
    told = page.split("Elsewhere", 1)
    assert len(told) == 2
    assert "United States" in told[0] and "Noted in Japan" in told[0]
    assert "Austria, Belgium, Switzerland" in told[1] and "hairtx status lamphood" in told[1]
    assert "Noted in Austria" not in page


def test_the_part_alone_and_the_command_are_whole(ask: Ask, wide: Path) -> None:
    for line in (("show", "lamphood", "--section", "status"), ("status", "lamphood")):
        page = " ".join(ask(*line, kb=wide).out.split())
        assert "Elsewhere" not in page
        assert all(f"Noted in {name}" in page for name in PLACES.values()), page


def test_one_product_can_be_asked_for(ask: Ask) -> None:
    rows = ask("status", "lamphood", "--product", "lamphood ONE", "--json").json["rows"]
    assert [row["product"] for row in rows] == ["Lamphood One"]
    nothing = ask("status", "lamphood", "--product", "Two")
    assert (nothing.code, nothing.out) == (1, "")
    assert ask("status", "lamphood", "--product", "-").code == 2


def test_more_trials_than_anybody_reads_are_told_in_brief(tmp_path: Path, ask: Ask) -> None:
    kb = tmp_path / "kb"
    shutil.copytree(KB, kb)
    record = "NCT{}:\n  title: Trial number {}\n  treatments: [lamphood]\n  condition: thinning\n  sources: [lamp-clearance-2012]\n"
    with (kb / "trials.yaml").open("a") as file:
        file.write("".join("\n" + record.format(90000000 + at, at) for at in range(MOST_IN_FULL)))
    every, one = ask("trials", kb=kb).out, ask("trials", "NCT90000007", kb=kb).out
    assert "NCT90000007" in every and "Trial number 7" in every and "SOURCES" not in every and "in brief" in every
    assert "SOURCES" in one and "in brief" not in one
    assert len(ask("trials", "--json", kb=kb).json["trials"]) > MOST_IN_FULL
