"""Whether an index still tells what the YAML files say."""

from __future__ import annotations

from pathlib import Path

from hairtx.errors import DataError
from hairtx.store.places import FILES

APPLICATION_ID = 0x48414952  # "HAIR"
FORMAT = 7
"""Rises when the index changes its shape; older ones are made anew."""

Stamp = dict[str, tuple[int, int]]


def stamp(folder: Path) -> Stamp:
    """Size in bytes and time of change in nanoseconds of each file. Raises DataError where one is missing."""
    found: Stamp = {}
    for name in FILES.values():
        try:
            seen = (folder / name).stat()
        except OSError as error:
            raise DataError(
                f"{folder} holds no {name} ({error.strerror}); --kb and HAIRTX_KB name a folder with {', '.join(FILES.values())}"
            ) from error
        found[name] = (seen.st_size, seen.st_mtime_ns)
    return found


def sizes(of: Stamp) -> dict[str, int]:
    """The sizes alone: an installed wheel's files carry the day of the installation, not of the change."""
    return {name: size for name, (size, _) in of.items()}


def digest(folder: Path) -> str:
    """A short name of the content of the four files: the first 12 digits of their SHA-256."""
    import hashlib  # 3 ms: only where an index is made

    whole = hashlib.sha256()
    for name in FILES.values():
        with (folder / name).open("rb") as stream:
            while block := stream.read(1 << 20):
                whole.update(block)
    return whole.hexdigest()[:12]
