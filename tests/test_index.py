"""The index is disposable: made aside, renamed into place, made anew whenever it is not what the files say."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hairtx.errors import InvalidData
from hairtx.store import compiling, places
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.opening import open_knowledge_base
from tests.conftest import KB, Ask


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KB, tmp_path / "kb #1 %?é"))


def opened(folder: Path, cache: Path, said: list[str] | None = None) -> KnowledgeBase:
    return open_knowledge_base(folder, lambda: cache, note=(said if said is not None else []).append)


def test_it_is_made_once_and_then_only_read(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    opened(folder, cache)
    file = places.index_file(folder, cache)
    made = file.stat().st_mtime_ns
    assert opened(folder, cache).treatment("graftan") is not None
    assert file.stat().st_mtime_ns == made
    assert [one.name for one in cache.iterdir()] == [file.name]


def test_a_change_shows_at_once(folder: Path, tmp_path: Path) -> None:
    before = opened(folder, tmp_path / "cache").data_version
    file = folder / "treatments.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: Nulan", "name: Nulun"), encoding="utf-8")
    base = opened(folder, tmp_path / "cache")
    nulan = base.treatment("nulan")
    assert nulan is not None and nulan.name == "Nulun"
    assert base.data_version != before


@pytest.mark.parametrize("damage", ["empty", "cut", "foreign", "other-database", "folder"])
def test_a_damaged_or_foreign_index_is_made_anew(damage: str, folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    opened(folder, cache)
    file = places.index_file(folder, cache)
    if damage == "empty":
        file.write_bytes(b"")
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif damage == "foreign":
        file.write_bytes(b"SQLite format 3\x00" + os.urandom(5000))
    elif damage == "other-database":
        file.unlink()
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE meta (key, value)")
        connection.close()
    else:
        file.unlink()
        file.mkdir()
    said: list[str] = []
    assert opened(folder, cache, said).treatment("graftan") is not None
    assert bool(said) == (damage == "folder")


def test_damage_met_while_reading_is_mended_once(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    opened(folder, cache)
    file = places.index_file(folder, cache)
    content = bytearray(file.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    file.write_bytes(content)
    base = opened(folder, cache)
    assert [id_ for id_, _ in base.treatments()] == ["alpinol-cream", "alpinol-oral", "graftan", "lamphood", "nulan"]


def test_where_nothing_can_be_kept_it_works_in_memory_and_says_so(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    said: list[str] = []
    assert opened(folder, blocked / "cache", said).treatment("graftan") is not None
    assert len(said) == 1 and "in memory" in said[0]


def test_a_full_disk_leaves_nothing_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    cache = tmp_path / "cache"
    monkeypatch.setattr(compiling, "fill", full)
    with pytest.raises(OSError, match="disk is full"):
        compiling.build(folder, cache / "index.sqlite")
    assert list(cache.iterdir()) == []


def test_faulty_records_leave_the_old_index_and_no_half_one(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    opened(folder, cache)
    (folder / "treatments.yaml").write_text("nulan: {}\n", encoding="utf-8")
    with pytest.raises(InvalidData):
        opened(folder, cache)
    assert len(list(cache.iterdir())) == 1


def test_many_at_once_do_no_harm(folder: Path, tmp_path: Path) -> None:
    cache, found = tmp_path / "cache", []

    def read() -> None:
        found.append(len(list(opened(folder, cache).treatments())))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [5] * 8
    assert len(list(cache.iterdir())) == 1


def test_names_of_every_script_are_found(base: KnowledgeBase) -> None:
    for name in ("アルピナ", "ALPINA", "ａｌｐｉｎａ", "alp 101", "ALP101", "阿尔皮"):
        assert base.names(__import__("hairtx.model.naming", fromlist=["key"]).key(name))[0].id == "alpinol-oral"


def hairtx(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hairtx", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, "HAIRTX_KB": str(KB), **environment}, timeout=60, check=False)


def test_a_whole_process_in_a_plain_locale_without_a_home(tmp_path: Path) -> None:
    cases = {
        "ascii": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "XDG_CACHE_HOME": str(tmp_path)},
        "no home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent/cache"},
        "one column": {"COLUMNS": "1", "XDG_CACHE_HOME": str(tmp_path)},
        "odd columns": {"COLUMNS": "many", "XDG_CACHE_HOME": str(tmp_path)},
    }
    for name, environment in cases.items():
        done = hairtx("show", "alpinol", **environment)
        assert done.returncode == 0, (name, done.stderr)
        assert b"Traceback" not in done.stderr and b"Alpinol" in done.stdout
    assert hairtx("show", "alpinol", **cases["ascii"]).stdout.isascii()
    assert hairtx("show", "alpinol", "--json", **cases["ascii"]).stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m hairtx timeline | head -n 1"
    environment = {**os.environ, "HAIRTX_KB": str(KB), "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_on_the_way_out_is_one_sentence(tmp_path: Path, ask: Ask) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    command = [sys.executable, "-m", "hairtx", "show", "alpinol"]
    with full.open("w") as out:
        done = subprocess.run(
            command,
            stdout=out,
            stderr=subprocess.PIPE,
            env={**os.environ, "HAIRTX_KB": str(KB), "XDG_CACHE_HOME": str(tmp_path)},
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1 and b"Traceback" not in done.stderr
    assert ask("export", "json", "/dev/full/x").code == 2
