"""YAML read as it looks, and every fault named with its line, its place, what was expected and what to do."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from hairtx.errors import DataError, InvalidData, Problem
from hairtx.store.loading import load
from hairtx.store.reading import entries
from tests.conftest import KB, Ask


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, object], list[Problem]]:
    file = tmp_path / "file.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    return {entry.key: entry.value for entry in entries(file, problems)}, problems


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("off", "off"), ("1:30", "1:30"), ("012", "012"), ("0x1f", "0x1f"), ("1e3", "1e3"), ("1_000", "1_000"),
        ("2024-01-02", "2024-01-02"), ("2024-01", "2024-01"), ("2024", 2024), ("-7", -7), ("3.50", 3.5), (".5", ".5"), ("true", True), ("True", "True"),
        ("null", None), ("~", None), ("", None), ("'12'", "12"), ('"true"', "true"), ("=", "="), ("<<", "<<"), ("[a, NO]", ["a", "NO"]), ("{NO: 1}", {"NO": 1}),
    ],
)  # fmt: skip
def test_a_scalar_is_what_it_looks_like(written: str, meant: object, tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"a: {written}\n")
    assert (found, problems) == ({"a": meant}, [])


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: {b: 1, b: 2}", 1, "repeated"),
        ("a: 1\n\na: 2", 3, "used twice, first on line 1"),
        ("a: &x 1", 1, "anchor"),
        ("a: [*x]", 1, "alias"),
        ("a: &x [1]\nb: [*x, *x]", 1, "anchor"),
        ("a: !!python/object/apply:os.system [ls]", 1, "tag"),
        ("a: !secret 1", 1, "tag"),
        ('a:\n  b: "\\e[31mred"', 2, "U+001B"),
        ('a: "\\u202Eevil"', 1, "U+202E"),
        ('"\\e": 1', 1, "U+001B"),
        ("a: [1", 2, "not readable as YAML"),
        ("a: b: c", 1, "not readable as YAML"),
        ("- a\n- b", 1, "must be a mapping"),
        ("just words", 1, "must be a mapping"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("? [a]\n: 1", 1, "not a word"),
        ("a: " + "[" * 60 + "]" * 60, 1, "too deeply"),
        ("a:\n\tb: 1", 2, "not readable as YAML"),
    ],
)
def test_a_fault_of_form_is_named_with_its_line(text: str, line: int, says: str, tmp_path: Path) -> None:
    _, problems = read(tmp_path, text)
    assert says in problems[0].message, problems
    assert problems[0].line == line
    assert problems[0].remedy


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    for bad in (b"a: 1\nb: \xff\xfe\n", b"a: 1\nb: \x00\n", b"a: 1\nb: \x1b[31m\n"):
        _, problems = read(tmp_path, bad)
        assert [problem.line for problem in problems] == [2]


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30))
    _, problems = read(tmp_path, f"l0: &l0 [lol]\n{levels}\n")
    assert len(problems) >= 30


def test_one_fault_does_not_hide_the_next(tmp_path: Path) -> None:
    found, problems = read(tmp_path, 'a: {b: 1, b: 2}\nc: fine\nd: &x 1\ne: "\\a"\n')
    assert found == {"c": "fine"}
    assert [problem.line for problem in problems] == [1, 3, 4]


def copy(tmp_path: Path, **changed: str) -> Path:
    folder = tmp_path / "kb"
    shutil.copytree(KB, folder)
    for name, text in changed.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


BAD = """\
first:
  name: 12
  kindd: drug
  kind: drugg
  summary: What it is.
  conditions: []
  bottom_line: {text: Said., certainty: hih, sources: []}
second:
  kind: drug
  summary: What it is.
  conditions: [thinning]
  bottom_line: Said.
  decisions:
    - {jurisdiction: us, authority: AOA, action: grantd, pathway: pma, sources: s, date: 2016-13}
    - {jurisdiction: NO, authority: agency, action: granted, pathway: pma, sources: [s], date: 016}
    - no mapping
"""


def test_all_problems_of_all_records_come_in_one_run(tmp_path: Path) -> None:
    with pytest.raises(InvalidData) as caught:
        load(copy(tmp_path, treatments=BAD))
    told = [(problem.line, problem.path) for problem in caught.value.problems]
    assert told == [
        (2, "first.name"), (3, "first.kindd"), (4, "first.kind"), (6, "first.conditions"), (7, "first.bottom_line.certainty"), (7, "first.bottom_line.sources"),
        (8, "second"), (12, "second.bottom_line"), (14, "second.decisions[0].action"), (14, "second.decisions[0].authority"),
        (14, "second.decisions[0].date"), (14, "second.decisions[0].jurisdiction"), (14, "second.decisions[0].sources"), (15, "second.decisions[1].date"),
        (16, "second.decisions[2]"),
    ]  # fmt: skip
    said = "\n".join(map(str, caught.value.problems))
    assert "nearest: kind" in said and "nearest: granted" in said and "put it in quotes" in said and "2016-13" in said


def test_a_broken_knowledge_base_is_told_at_the_command_line(tmp_path: Path, ask: Ask) -> None:
    folder = copy(tmp_path, treatments=BAD)
    for line in (("show", "first"), ("kb", "lint"), ("list",), ("kb", "stats")):
        answer = ask(*line, kb=folder)
        assert answer.code == 3
        assert answer.out == ""
        assert "treatments.yaml:14 second.decisions[0].date: '2016-13' is not a day of the calendar" in answer.err
        assert answer.err.splitlines()[-1] == "hairtx: the knowledge base has 15 problems that must be mended first"


def test_a_wrong_source_id_is_named_with_the_nearest(tmp_path: Path, ask: Ask) -> None:
    text = (KB / "treatments.yaml").read_text(encoding="utf-8").replace("sources: [graft-permission-2015]}", "sources: [graft-permision-2015]}", 1)
    answer = ask("kb", "lint", "--rule", "sources-exist", kb=copy(tmp_path, treatments=text))
    assert answer.code == 1
    assert "graft-permision-2015" in answer.out and "graft-permission-2015" in answer.out and answer.out.startswith("treatments.yaml:")


def test_a_missing_file_or_folder_is_one_sentence(tmp_path: Path, ask: Ask) -> None:
    folder = copy(tmp_path)
    (folder / "trials.yaml").unlink()
    for kb in (folder, tmp_path / "nowhere", KB / "treatments.yaml"):
        for line in (("show", "alpinol"), ("kb", "lint")):
            answer = ask(*line, kb=kb)
            assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    with pytest.raises(DataError):
        load(folder)


def test_mutated_yaml_is_an_error_or_an_answer_never_a_traceback(tmp_path: Path, ask: Ask) -> None:
    folder = copy(tmp_path)
    chance = random.Random(7)
    for turn in range(120):
        name = chance.choice(["treatments", "trials", "sources", "vocabulary"])
        text = bytearray((KB / f"{name}.yaml").read_bytes())
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text))
            kind = chance.randrange(4)
            if kind == 0:
                text[at] = chance.randrange(256)
            elif kind == 1:
                del text[at : at + chance.randint(1, 30)]
            elif kind == 2:
                text[at:at] = chance.choice(
                    [b":", b"\n", b"[", b"{", b"&a ", b"*a", b"- ", b"\t", b"\x1b", b"'", b'"', b"!x ", b"2016-13", b"\xf0\x9f"]
                )
            else:
                text[at:at] = text[at : at + chance.randint(1, 60)]
        (folder / f"{name}.yaml").write_bytes(bytes(text))
        answer = ask(*chance.choice([("show", "alpinol"), ("list",), ("kb", "lint"), ("status",)]), kb=folder)
        assert answer.code in {0, 1, 3}, (turn, answer)
        assert "\x1b" not in answer.out + answer.err
        shutil.copy(KB / f"{name}.yaml", folder)
