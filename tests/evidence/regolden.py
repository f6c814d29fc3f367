"""Writes the golden texts anew: `python -m tests.evidence.regolden`, then read `git diff`."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from hairtx.cli.app import run
from hairtx.cli.world import World
from tests.conftest import TODAY
from tests.evidence.test_command import CASES, GOLDEN, KB, placed


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, (line, width) in CASES.items():
            out, err = io.StringIO(), io.StringIO()
            settings = {"COLUMNS": str(width), "HAIRTX_KB": str(KB), "HAIRTX_DEBUG": "1"}
            code = run(("evidence", *placed(line, Path(scratch))), World(out, err, io.StringIO(), settings, TODAY, Path(scratch) / "cache"))
            if code:
                raise SystemExit(f"{name}: exit {code}: {err.getvalue()}")
            (GOLDEN / f"{name}.txt").write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
