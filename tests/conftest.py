"""One invented world for every test: a fixed day, captured streams, the tiny knowledge base of tests/kb."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hairtx.cli.app import run
from hairtx.cli.world import World
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.opening import open_knowledge_base

KB = Path(__file__).parent / "kb"
TODAY = date(2026, 6, 1)


@dataclass
class Answer:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def ask(cache: Path) -> Ask:
    """Runs a command line against the invented knowledge base at 80 columns, or another one."""

    def call(*arguments: str, kb: Path | None = KB, width: int | str = 80, stdin: str = "", env: dict[str, str] | None = None) -> Answer:
        out, err = io.StringIO(), io.StringIO()
        settings = {"COLUMNS": str(width)} | ({"HAIRTX_KB": str(kb)} if kb else {}) | {"HAIRTX_DEBUG": "1"} | (env or {})
        code = run(arguments, World(out, err, io.StringIO(stdin), settings, TODAY, cache))
        return Answer(code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture(scope="session")
def base(cache: Path) -> KnowledgeBase:
    """The invented knowledge base, opened."""
    return open_knowledge_base(KB, lambda: cache)
