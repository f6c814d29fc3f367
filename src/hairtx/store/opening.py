"""Opens a knowledge base: its index as it lies there, or made anew.

Opening costs two system calls a file and no YAML; the index is compiled anew
when a file changed, is missing, was cut short or is not ours.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from hairtx.store import places
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.stamp import APPLICATION_ID, FORMAT, Stamp, sizes, stamp


def open_knowledge_base(
    folder: Path, cache: Callable[[], Path], *, progress: Callable[[int], None] | None = None, note: Callable[[str], None] = lambda _: None
) -> KnowledgeBase:
    """The knowledge base in `folder`, its index made or mended first where that is needed.

    Where the index cannot be kept (read-only or full disk) it is built in memory and `note` is told why.
    Raises DataError for a missing file and InvalidData for faulty records.
    """

    def make() -> sqlite3.Connection:
        seen = stamp(folder)
        shipped = folder / places.INDEX_NAME
        if folder == places.PACKAGED and (connection := _usable(shipped, lambda kept: sizes(kept) == sizes(seen), immutable=True)):
            return connection
        kept = places.index_file(folder, cache())
        return _usable(kept, lambda stamped: stamped == seen) or rebuild()

    def rebuild() -> sqlite3.Connection:
        from hairtx.store.compiling import build, fill  # 20 ms with YAML: only where an index is made

        kept = places.index_file(folder, cache())
        try:
            build(folder, kept, progress)
            connection = _usable(kept, lambda _: True)
            if connection:
                return connection
            reason = "it could not be read back"
        except OSError as error:
            reason = error.strerror or str(error)
        note(f"the index could not be kept in {kept.parent} ({reason}); using one in memory")
        connection = sqlite3.connect(":memory:")
        fill(connection, folder, progress)
        return connection

    return KnowledgeBase(folder, make(), rebuild)


def _usable(file: Path, fresh: Callable[[Stamp], bool], *, immutable: bool = False) -> sqlite3.Connection | None:
    """The index in `file`, or None where it is missing, foreign, cut short or stale."""
    connection = None
    with contextlib.suppress(sqlite3.DatabaseError, OSError, ValueError, IndexError, KeyError, TypeError):
        length = file.stat().st_size
        connection = sqlite3.connect(f"file:{_quoted(file)}?mode=ro{'&immutable=1' if immutable else ''}", uri=True)

        def ask(query: str) -> Any:
            return connection.execute(query).fetchone()[0]

        ours = ask("PRAGMA application_id") == APPLICATION_ID and ask("PRAGMA user_version") == FORMAT
        whole = ask("PRAGMA page_count") * ask("PRAGMA page_size") == length
        kept = {name: (size, changed) for name, (size, changed) in msgspec.json.decode(ask("SELECT value FROM meta WHERE key = 'stamp'")).items()}
        if ours and whole and fresh(kept):
            return connection
    if connection:
        connection.close()
    return None


def _quoted(file: Path) -> str:
    """The path as SQLite wants it in an address; pathlib's own way costs 2 ms of urllib."""
    path = str(file.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return path if path.startswith("/") else f"/{path}".replace("\\", "/")
