"""Answers that are dear to work out and follow from the data and the program alone, kept between runs in the user's cache.

Nothing depends on them: one that is missing, damaged, of other data or of another state of the program is worked out anew,
and where none can be kept none is.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from binascii import crc32
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

_PACKAGE = Path(__file__).resolve().parent.parent
Plain = dict[str, Any]


def program_state() -> str:
    """What changes whenever a file of hairtx does: the newest time of change, and the size of all (1 ms)."""
    newest = size = 0
    folders = [str(_PACKAGE)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name not in {"__pycache__", "data"}:
                        folders.append(entry.path)
                elif entry.name.endswith(".py"):
                    held = entry.stat()
                    newest, size = max(newest, held.st_mtime_ns), size + held.st_size
    return f"{newest}.{size}"


def kept(question: Sequence[str], data_version: str, cache: Path, make: Callable[[], Plain]) -> Plain:
    """The answer to `question`: the one kept for these data and this program, else what `make` gives, kept from now on.

    `make` returns what JSON can hold. One file a question, so what is kept does not grow as the data change.
    """
    asked = [*question, data_version, program_state()]
    name = "\x1f".join(question).encode("utf-8", "surrogateescape")
    file = cache / "answers" / f"{crc32(name):08x}{crc32(name[::-1]):08x}.json"
    with contextlib.suppress(OSError, msgspec.DecodeError, ValueError):
        found = msgspec.json.decode(file.read_bytes())
        if isinstance(found, dict) and found.get("asked") == asked and isinstance(found.get("answer"), dict):
            return dict(found["answer"])
    answer = make()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=".answer-", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(msgspec.json.encode({"asked": asked, "answer": answer}))
            Path(aside).replace(file)
        except OSError:
            Path(aside).unlink(missing_ok=True)
    return answer
