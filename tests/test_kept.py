"""Answers kept between runs: used only for the same question, data and program, and never needed."""

from pathlib import Path

import pytest

from hairtx.store import kept as module
from hairtx.store.kept import kept


class Work:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"n": self.times}


def test_an_answer_is_worked_out_once(tmp_path: Path) -> None:
    work = Work()
    assert kept(("a", "b"), "1", tmp_path, work) == kept(("a", "b"), "1", tmp_path, work) == {"n": 1}


def test_another_question_has_another_answer(tmp_path: Path) -> None:
    work = Work()
    kept(("a", "b"), "1", tmp_path, work)
    assert kept(("b", "a"), "1", tmp_path, work) == {"n": 2}


def test_new_data_and_a_changed_program_ask_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work()
    kept(("a",), "1", tmp_path, work)
    assert kept(("a",), "2", tmp_path, work) == {"n": 2}
    monkeypatch.setattr(module, "program_state", lambda: "other")
    assert kept(("a",), "2", tmp_path, work) == {"n": 3}
    assert len(list(tmp_path.rglob("*.json"))) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"asked": 1}', b'{"asked": [], "answer": 3}'])
def test_a_damaged_answer_is_made_anew(tmp_path: Path, content: bytes) -> None:
    work = Work()
    kept(("a",), "1", tmp_path, work)
    next(tmp_path.rglob("*.json")).write_bytes(content)
    assert kept(("a",), "1", tmp_path, work) == {"n": 2}
    assert kept(("a",), "1", tmp_path, work) == {"n": 2}


def test_where_nothing_can_be_kept_the_answer_comes_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    work = Work()
    assert kept(("a",), "1", tmp_path / "cache", work) == {"n": 1}
    assert kept(("a",), "1", tmp_path / "cache", work) == {"n": 2}


def test_the_state_of_the_program_follows_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.py").write_text("1")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    before = module.program_state()
    assert module.program_state() == before
    (tmp_path / "inner" / "one.py").write_text("12")
    assert module.program_state() != before
