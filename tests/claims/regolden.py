"""Writes the golden texts of `check` anew: `python -m tests.claims.regolden`, then read `git diff`."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from hairtx.cli.app import run
from hairtx.cli.world import World
from tests.claims.test_command import ARTICLE, GOLDEN, KB
from tests.conftest import TODAY


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        for form, ending in (("table", "txt"), ("md", "md"), ("html", "html")):
            out = io.StringIO()
            settings = {"COLUMNS": "80", "HAIRTX_KB": str(KB), "HAIRTX_DEBUG": "1"}
            run(("check", "-", "--format", form), World(out, io.StringIO(), io.StringIO(ARTICLE), settings, TODAY, Path(cache)))
            (GOLDEN / f"check.{ending}").write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
