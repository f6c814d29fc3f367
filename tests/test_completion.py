"""The shell is offered names, conditions and countries, in the shells themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import KB

HAIRTX = Path(sys.executable).with_name("hairtx")
needs_command = pytest.mark.skipif(not HAIRTX.exists(), reason="hairtx is not installed beside this python")


def settings(tmp_path: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "HAIRTX_KB": str(KB), "XDG_CACHE_HOME": str(tmp_path), "PATH": f"{HAIRTX.parent}:{os.environ['PATH']}", **more}


def offered(tmp_path: Path, line: str, **more: str) -> list[str]:
    asked = {"_HAIRTX_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = subprocess.run([str(HAIRTX)], capture_output=True, text=True, timeout=60, check=False, env=settings(tmp_path, **asked, **more))
    assert done.stderr == ""
    return done.stdout.split()


@needs_command
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("hairtx sho", ["show"]),
        ("hairtx show alpin", ["alpina", "alpinol", "alpinol-cream", "alpinol-oral", "alpinoll"]),
        ("hairtx show アル", ["アルピナ"]),
        ("hairtx show alpinol --sec", ["--section"]),
        ("hairtx options --condition thin", ["thinning", "thinning-in-women"]),
        ("hairtx status --in U", ["US"]),
        ("hairtx status --in US,D", ["US,DE"]),
        ("hairtx list --kind de", ["device"]),
        ("hairtx export js", ["json"]),
        ("hairtx kb li", ["lint"]),
        ("hairtx show zzz", []),
    ],
)
def test_what_is_offered(line: str, wanted: list[str], tmp_path: Path) -> None:
    assert sorted(offered(tmp_path, line)) == sorted(wanted)


@needs_command
def test_a_broken_knowledge_base_offers_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "treatments.yaml").write_text("x: {}")
    assert offered(tmp_path, "hairtx show a", HAIRTX_KB=str(tmp_path)) == []


@needs_command
@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_in_bash(tmp_path: Path) -> None:
    script = 'eval "$(hairtx --show-completion bash)"; COMP_WORDS=(hairtx show gra); COMP_CWORD=2; _hairtx_completion hairtx; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=False, env=settings(tmp_path))
    assert done.stdout.split() == ["graftan"]


@needs_command
@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_in_fish(tmp_path: Path) -> None:
    script = 'hairtx --show-completion fish | source; complete -C "hairtx show gra"'
    done = subprocess.run(["fish", "-c", script], capture_output=True, text=True, timeout=60, check=False, env=settings(tmp_path, HOME=str(tmp_path)))
    assert done.stdout.split() == ["graftan"]


@needs_command
@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_in_zsh(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(HAIRTX)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=settings(tmp_path, _HAIRTX_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="hairtx show gra"),
    )
    assert "graftan" in done.stdout
    script = subprocess.run(
        [str(HAIRTX), "--show-completion", "zsh"], capture_output=True, text=True, timeout=60, check=False, env=settings(tmp_path)
    )
    checked = subprocess.run(["zsh", "-n", "-c", script.stdout], capture_output=True, text=True, timeout=60, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
