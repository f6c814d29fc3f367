"""Sentences with their places: abbreviations, decimals, headings, lists, table rows and wrapped lines are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hairtx.engines.claims.records import Sentence

LONGEST = 1500
"""A sentence longer than this is cut at a word: nobody writes such, and every pattern stays cheap."""

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]{0,3}(?=\s|$|[“\"(]?[A-Z])|[。！？]")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|approx|no|No|Nos|Fig|figs?|Inc|Ltd|Co|Corp|al|ca|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec"
    r"|[A-Z]|U\.S\.A|U\.S|U\.K|E\.U|Ph\.D|M\.D|a\.m|p\.m|a\.k\.a|min|max|incl|est|resp|Calif|Mass|Conn))\.$"
)
_INITIALS = re.compile(r"(?:U\.S|U\.K|E\.U|U\.S\.A|Inc|Ltd|Co|Corp|etc|p\.m|a\.m|M\.D|Ph\.D|[A-Z])\.$")
_STARTERS = {
    "the", "it", "its", "in", "a", "an", "but", "and", "this", "these", "that", "they", "he", "she", "we", "however", "for", "on", "at", "as", "if",
    "there", "now", "since", "while", "when", "so", "our", "many", "both", "after", "before", "no", "not", "i", "you", "two", "three", "some", "most",
    "another", "other",
}  # fmt: skip
_ITEM = re.compile(r"\s*(?:[-*•–·▪●◦]\s+|[✓✔✅☑➤►▶→★✦❖■]\s*|\(?\d{1,2}[.)]\s+|\|)")
CELL = " | "
"""What stands between two cells in a row of a table."""
_TYPE = str.maketrans(
    {"\n": " ", "\t": " ", "’": "'", "ʼ": "'", "＇": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}\b)")
"""A blank that does not break, between digits."""
_FINAL = re.compile(r"[.!?:…。！？][\"'”’»)\]]{0,3}\s*$")


def sentences(text: str) -> list[Sentence]:
    """Every sentence of the text in order; blank ones are left out."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        alone = _is_heading(text[start:end])
        for first, last in _split(text, start, end):
            said = " ".join(text[first:last].split())
            if said:
                found.append(Sentence(said, first, last, number, alone))
    return found


def plainly(text: str) -> str:
    """The text in one line as patterns read it, every letter in its place: one apostrophe, one hyphen, one blank, `1 465` as 1,465."""
    return _THOUSANDS.sub(",", text).translate(_TYPE)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Places of paragraphs: lines, or several lines that were only wrapped."""
    at = 0
    for block in re.split(r"(\n[ \t]*\n\s*)", text):
        if block.strip():
            yield from _lines(block, at)
        at += len(block)


def _lines(block: str, offset: int) -> Iterator[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = 0
    for line in block.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    longest = max(last - first for first, last in lines)
    full = sum(last - first >= 0.65 * longest for first, last in lines)
    wrapped = len(lines) >= 2 and 40 <= longest <= 110 and full >= max(1, len(lines) // 2)
    start = lines[0][0]
    for at, (first, last) in enumerate(lines):
        following = block[lines[at + 1][0] : lines[at + 1][1]] if at + 1 < len(lines) else ""
        rows = CELL in block[first:last] or CELL in following
        joined = bool(following) and wrapped and last - first >= 0.5 * longest and not _ITEM.match(following) and not rows
        begins_low = following[:1].islower() and not rows and not _FINAL.search(block[first:last]) and last - first > 25
        if following and (joined or begins_low):
            continue
        yield offset + start, offset + last
        start = last + 1


def _is_heading(line: str) -> bool:
    said = line.strip()
    return (
        0 < len(said) < 160 and not _FINAL.search(said.rstrip("?!")) and said.count(". ") == 0 and len(said.split()) <= 22 and not _ITEM.match(said)
    )


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for mark in _END.finditer(text, start, end):
        if not _ends(text, first, mark, end):
            continue
        yield from _cut(text, first, mark.end())
        first = mark.end()
    if text[first:end].strip():
        yield from _cut(text, first, end)


def _ends(text: str, first: int, mark: re.Match[str], end: int) -> bool:
    if text[mark.start()] in "!?。！？" and mark.end() < end and text[mark.end()].isspace():
        return not text[mark.end() : mark.end() + 3].strip()[:1].islower()
    rest = text[mark.end() : min(end, mark.end() + 40)]
    follows = rest.lstrip(" \n\t\"'“‘([")
    if not follows:
        return True
    if follows[0].islower():
        return False
    if mark[0][0] != ".":
        return True
    before = text[max(first, mark.start() - 12) : mark.start() + 1]
    if mark.start() > 0 and text[mark.start() - 1].isdigit() and not rest[:1].isspace():
        return False
    if before.split()[-1:] in (["No."], ["no."]) and not follows[0].isdigit():
        return True
    if _ABBREVIATED.search(before):
        word = re.match(r"\w+", follows)
        return bool(_INITIALS.search(before) and len(before.split()[-1]) > 2 and word and word[0].lower() in _STARTERS)
    return rest[:1].isspace() or len(text[first : mark.start()].split()) > 3


def _cut(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The place without white space around it, in pieces no longer than LONGEST."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    while last - first > LONGEST:
        at = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        at = at if at > 0 else first + LONGEST
        yield first, at
        first = at
        while first < last and text[first].isspace():
            first += 1
    if last > first:
        yield first, last
