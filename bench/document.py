"""Writes the figures into docs: `python -m bench.document [--sizes 100,1000,10000,100000]`; takes some minutes."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

from bench import judged, speed

_DOCS = Path(__file__).parent.parent / "docs"
_SIZES = [100, 1_000, 10_000, 100_000]
_PAGES = [200, 5_000, 20_000, 80_000]


def main() -> None:
    """Measures, and fills each page's block between `<!-- made -->` and `<!-- end -->`."""
    _fill("search.md", judged.main)
    _fill("speed.md", _speed)


def _speed() -> None:
    speed.real(15)
    speed.sizes(_SIZES, 7)
    speed.pages(_PAGES, 7)


def _fill(page: str, measure: Callable[[], None]) -> None:
    sys.argv = sys.argv[:1]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        measure()
    file = _DOCS / page
    before, _, rest = file.read_text(encoding="utf-8").partition("<!-- made -->\n")
    _, _, after = rest.partition("<!-- end -->\n")
    file.write_text(f"{before}<!-- made -->\n{out.getvalue().strip()}\n<!-- end -->\n{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
