"""Where to break a text into lines: at spaces, long words folded, wide characters counted as two.

rich's own wrapping keeps styles at every step and costs four times as much; here only offsets are worked out.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

_WORD = re.compile(r"\s*\S+\s*")


def lines(text: str, width: int) -> list[tuple[int, int]]:
    """Start and end of each line of `text`, no line wider than `width` cells but for one character wider than that."""
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        found += [(start + first, start + last) for first, last in _paragraph(paragraph, width)]
        start += len(paragraph) + 1
    return found


def _paragraph(text: str, width: int) -> list[tuple[int, int]]:
    measure = len if text.isascii() else cell_len
    if measure(text) <= width:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start, used = 0, 0
    for word in _WORD.finditer(text):
        whole = word.group()
        needed = measure(whole.rstrip())
        if used and used + needed > width:
            found.append((start, word.start()))
            start, used = word.start(), 0
        while needed > width:
            cut = _fold(text, start, width, measure is len)
            found.append((start, cut))
            start = cut
            needed = measure(text[start : word.end()].rstrip())
            used = 0
        used += measure(text[max(start, word.start()) : word.end()])
    found.append((start, len(text)))
    return [(first, last) for first, last in found if last > first]


def _fold(text: str, start: int, width: int, plain: bool) -> int:
    if plain:
        return start + width
    end = start + 1
    while end < len(text) and cell_len(text[start : end + 1]) <= width:
        end += 1
    return end
