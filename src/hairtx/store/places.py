"""Where the knowledge base and its index lie on this machine."""

from __future__ import annotations

from binascii import crc32
from pathlib import Path

FILES = {"sources": "sources.yaml", "treatments": "treatments.yaml", "trials": "trials.yaml", "vocabulary": "vocabulary.yaml"}
"""The parts of a knowledge base and their files."""

_PACKAGE = Path(__file__).resolve().parent.parent
PACKAGED = _PACKAGE / "data"
CHECKOUT = _PACKAGE.parent.parent / "data"
INDEX_NAME = "index.sqlite"


def own_folder() -> Path:
    """The knowledge base that came with hairtx: inside the wheel, or the checkout's data folder."""
    return PACKAGED if (PACKAGED / "treatments.yaml").exists() else CHECKOUT


def index_file(folder: Path, cache: Path) -> Path:
    """Where the index of `folder` is kept: one file for each folder, in the user's cache."""
    path = str(folder.resolve()).encode("utf-8", "surrogateescape")
    return cache / f"{crc32(path):08x}{crc32(path[::-1]):08x}.sqlite"
