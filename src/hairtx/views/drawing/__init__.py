"""Drawings for papers and slides, with matplotlib (the extra `plot`); nothing here is imported unless --plot is given."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

SUFFIXES = (".svg", ".png", ".pdf")


def why_not(path: Path, *, replace: bool) -> str | None:
    """Why nothing can be drawn to `path`, in one sentence; None where all is well."""
    if path.suffix.lower() not in SUFFIXES:
        return f"--plot draws to {', '.join(SUFFIXES)}; {path.name[:40]!r} ends otherwise"
    if path.is_dir():
        return f"--plot {path} is a folder; name a file in it"
    if path.exists() and not replace:
        return f"{path} is there already; --force replaces it"
    if find_spec("matplotlib") is None:
        return "--plot needs matplotlib, which is not installed; pip install 'hairtx[plot]' brings it"
    return None
