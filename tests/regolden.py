"""Writes the golden texts anew: `python -m tests.regolden`, then read `git diff`."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from hairtx.cli.app import run
from hairtx.cli.world import World
from tests.conftest import KB, TODAY
from tests.test_golden import CASES, GOLDEN, TABLES


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        for name, (arguments, width) in (CASES | TABLES).items():
            out = io.StringIO()
            settings = {"COLUMNS": str(width), "HAIRTX_KB": str(KB), "HAIRTX_DEBUG": "1"}
            code = run(arguments, World(out, io.StringIO(), io.StringIO(), settings, TODAY, Path(cache)))
            if code:
                raise SystemExit(f"{name}: exit {code}")
            (GOLDEN / f"{name}.txt").write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
