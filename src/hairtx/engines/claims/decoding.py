"""Bytes of any encoding made text, and text made safe to work on."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
          (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_DECLARED = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{2,40})""")
# Everything that acts on a terminal or reorders text, except tab and line ends.
_ACTIVE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]")

_BLANK = re.compile(r"(?<!\d)[\u00a0\u202f\u2009]|[\u00a0\u202f\u2009](?!\d)")
"""A blank that does not break; between digits it groups them and stays."""


def decoded(data: bytes) -> str:
    """The text of `data`: by its byte order mark, else as UTF-8, else by the charset it declares, else as Latin-1; never fails."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"), errors="replace")
        except (LookupError, ValueError, UnicodeError):
            pass
    return data.decode("cp1252", errors="replace")


def safe(text: str) -> str:
    """The text with line ends made newlines and active characters made spaces."""
    return _BLANK.sub(" ", _ACTIVE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
