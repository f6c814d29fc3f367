"""Makes the README's transcripts and coverage table by running the commands: `python -m scripts.readme [--check]`.

A block `<!-- hairtx ARGUMENTS | FIRST-LAST -->` is followed by a fenced block that this program fills with those
lines of the command's output at 80 columns, on the day of the newest check of a source. `--check` exits 1 where the
README differs from what the commands say now.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
import tempfile
from datetime import date
from pathlib import Path

from hairtx.cli.app import run
from hairtx.cli.world import World
from hairtx.store.loading import load

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- hairtx (?P<line>.*?)(?: \| (?P<first>\d+)-(?P<last>\d+))? -->\n)(?P<fence>```\w*\n)(?:(?!```).*\n)*```\n")
_TABLE = re.compile(r"(<!-- coverage -->\n).*?(<!-- end of coverage -->\n)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """0 where the README is current or has been written; 1 where --check finds a difference."""
    written = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as cache:
        made = _BLOCK.sub(lambda block: _transcript(block, Path(cache)), written)
        made = _TABLE.sub(lambda table: table[1] + _say(["kb", "stats", "--format", "md"], Path(cache)) + table[2], made)
    if "--check" in arguments:
        if made != written:
            sys.stderr.write("README.md is not what the commands say; run: python -m scripts.readme\n")
            return 1
        return 0
    README.write_text(made, encoding="utf-8")
    return 0


def _transcript(block: re.Match[str], cache: Path) -> str:
    arguments = shlex.split(block["line"])
    lines = _say(arguments, cache).splitlines()
    if block["first"]:
        first, last = int(block["first"]), int(block["last"])
        shown = lines[first - 1 : last]
        lines = (["..."] if first > 1 else []) + shown + (["..."] if last < len(lines) else [])
    typed = f"$ hairtx {block['line']}"
    return f"{block[1]}{block['fence']}{typed}\n" + "\n".join(line.rstrip() for line in lines) + "\n```\n"


def _say(arguments: list[str], cache: Path) -> str:
    out, err = io.StringIO(), io.StringIO()
    code = run(arguments, World(out, err, io.StringIO(), {"COLUMNS": "80", "HAIRTX_KB": str(ROOT / "data")}, _day(), cache))
    if code:
        raise SystemExit(f"hairtx {' '.join(arguments)}: exit {code}: {err.getvalue()}")
    return out.getvalue()


def _day() -> date:
    return max(one.checked.latest for one in load(ROOT / "data").knowledge.sources.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
