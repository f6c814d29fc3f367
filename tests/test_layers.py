"""Imports point down only, and each library has one door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "hairtx"
ALLOWED = {
    "errors": set(),
    "model": {"model"},
    "store": {"errors", "model", "store"},
    "lint": {"errors", "model", "lint"},
    "engines": {"errors", "model", "engines", "store"},
    "views": {"model", "engines", "views"},
    "cli": {"errors", "model", "store", "lint", "engines", "views", "cli"},
}
DOORS = {
    "yaml": ("store/",),
    "sqlite3": ("store/",),
    "rapidfuzz": ("engines/names.py",),
    "rich": ("views/screen/", "cli/desk.py"),
    "typer": ("cli/",),
    "numpy": ("engines/evidence/",),
    "matplotlib": ("views/drawing/",),
    "platformdirs": ("cli/world.py",),
    "trafilatura": ("engines/claims/markup.py",),
    "msgspec": ("model/", "store/", "lint/", "cli/desk.py", "engines/asof.py"),
}
FILES = sorted(SOURCE.rglob("*.py"))


def imported(file: Path) -> list[tuple[str, bool]]:
    """Modules a file imports, each with whether only for the type checker."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typing_only = {
        id(node) for branch in ast.walk(tree) if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.dump(branch.test) for node in ast.walk(branch)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(name.name, id(node) in typing_only) for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, id(node) in typing_only))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_point_down(file: Path) -> None:
    place = file.relative_to(SOURCE)
    layer = place.parts[0].removesuffix(".py")
    if layer in {"__init__", "__main__"}:
        return
    for module, typing_only in imported(file):
        parts = module.split(".")
        if parts[0] != "hairtx" or len(parts) == 1:
            continue
        # The types of the opened knowledge base may be named by engines; only search and names run against it.
        if layer == "engines" and parts[1] == "store":
            assert typing_only, f"{place} imports {module}"
        assert parts[1] in ALLOWED[layer], f"{place} imports {module}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_one_door_for_each_library(file: Path) -> None:
    place = str(file.relative_to(SOURCE))
    for module, typing_only in imported(file):
        doors = DOORS.get(module.split(".")[0])
        if doors and not typing_only:
            assert place.startswith(doors), f"{place} imports {module}"


def test_the_model_needs_the_standard_library_and_msgspec_only() -> None:
    for file in (SOURCE / "model").glob("*.py"):
        for module, _ in imported(file):
            assert module.split(".")[0] in {
                "hairtx",
                "msgspec",
                "__future__",
                "typing",
                "datetime",
                "calendar",
                "re",
                "enum",
                "functools",
                "unicodedata",
            }


def test_no_layer_below_the_door_reads_the_clock() -> None:
    for file in FILES:
        if file.relative_to(SOURCE).parts[0] != "cli":
            text = file.read_text(encoding="utf-8")
            assert "date.today(" not in text and "datetime.now(" not in text and "time.time(" not in text, file
