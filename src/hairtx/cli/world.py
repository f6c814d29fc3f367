"""The outside world as one argument: streams, environment, today, places. Real by default, replaced in tests."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TextIO

_PLAIN_SIGNS = {
    "●": "*", "○": ".", "✓": "+", "✗": "x", "◦": "o", "~": "~", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'",
    "×": "x", "±": "+/-", "·": "-", "→": "->", "≤": "<=", "≥": ">=", "─": "-", "━": "=", "│": "|", "•": "*", "µ": "u", "²": "2", "\u00a0": " ",
    "−": "-", "é": "e", "ü": "u", "ö": "o", "ä": "a", "ñ": "n", "ç": "c", "ã": "a", "á": "a", "í": "i", "ó": "o", "ê": "e", "É": "E", "α": "alpha",
}  # fmt: skip
MIN_WIDTH, MAX_WIDTH = 40, 200


def _plain_sign(error: UnicodeError) -> tuple[str, int]:
    """Encoding's last resort: a plain sign for a fine one, a question mark where there is none."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN_SIGNS.get(one, "?") for one in error.object[error.start : error.end]), error.end


codecs.register_error("hairtx-plain", _plain_sign)


class World:
    """What a command may touch: where it writes, what day it is, who asks."""

    def __init__(
        self,
        stdout: TextIO,
        stderr: TextIO,
        stdin: TextIO,
        env: Mapping[str, str],
        today: date,
        cache_folder: Path | None = None,
    ) -> None:
        self.stdout, self.stderr, self.stdin = stdout, stderr, stdin
        self.env = env
        self.today = today
        self.cache_folder = cache_folder

    @property
    def on_terminal(self) -> bool:
        """Whether a person looks at the output."""
        return _is_terminal(self.stdout)

    @property
    def talks_to_terminal(self) -> bool:
        """Whether a person looks at the messages."""
        return _is_terminal(self.stderr)

    @property
    def colour(self) -> bool:
        """Whether colour may be used: only on a terminal, and never against NO_COLOR."""
        return self.on_terminal and not self.env.get("NO_COLOR") and self.env.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Columns to write in, between 40 and 200; 80 where nobody says."""
        asked = self.env.get("COLUMNS", "")
        if asked.isascii() and asked.isdigit() and len(asked) < 6:
            columns = int(asked)
        else:
            columns = _columns(self.stdout if self.on_terminal else self.stderr)
        return min(max(columns, MIN_WIDTH), MAX_WIDTH)

    @property
    def height(self) -> int:
        """Lines of the terminal."""
        return shutil.get_terminal_size((80, 24)).lines

    def cache(self) -> Path:
        """The folder for what can be made again."""
        if self.cache_folder is not None:
            return self.cache_folder
        import platformdirs  # 4 ms: not needed where the shipped index serves

        return Path(platformdirs.user_cache_dir("hairtx", appauthor=False))


def _columns(stream: TextIO) -> int:
    """Columns of the terminal a stream leads to; 80 where it leads to none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (ValueError, AttributeError):
        return False


def real() -> World:
    """This process's own world. Output falls back to plain signs where the locale cannot show a fine one."""
    # A closed stream (`>&-`) is None: what is said into it goes nowhere.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="hairtx-plain")
    return World(sys.stdout, sys.stderr, sys.stdin, os.environ, date.today())
