"""What is called the first, the only, or one of so many."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.patterns.pattern import Hit, number

_ORDINAL = re.compile(
    r"\b(?:(?P<first>first|1st)|(?P<second>second|2nd)|(?P<third>third|3rd)|(?P<only>only"
    r"|sole|single))\b(?=\W+(?:[\w-]+\W+){0,6}?(?:drug|treatment|medicine|medication|pill"
    r"|tablet|therapy|option|product|device|inhibitor|one|approved|cleared|for|in|oral|systemic"
    r"|topical|ever|to)\b)",
    re.IGNORECASE,
)
_ONLY_ONE = re.compile(
    r"\w+\W+(?:[\w-]+\W+){0,5}?(?:drug|treatment|medicine|medication|pill|tablet|therapy|option|product|device|one)\b", re.IGNORECASE
)
_NO_ORDINAL = re.compile(
    r"^.{0,16}(?:first[- ](?:line|in|phase|trial|study|patient|quarter|half|year|time)|for the first|only (?:for|in|with|by|after)|having first"
    r"|at first)|^.{0,9}(?:was|were|been) first (?:approved|licensed|cleared|authori[sz]ed|launched|sold)\b"
    r"|^.{0,9}only (?:FDA[- ]|EU[- ]|currently )?(?:approved|licensed|cleared|indicated|authori[sz]ed) (?:for|to treat|as|in (?:men|women"
    r"|adults))",
    re.IGNORECASE,
)
"""“First” and “only” that rank nothing: first-line, for the first time, only approved for one use."""
_FORM = re.compile(
    r"\b(?:(?P<oral>pills?|tablets?|oral|internal|systemic|capsules?)|(?P<topical>topical|creams?|lotions?|gels?|foams?|solutions?|sprays?))\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:one of )?(?:only |just |the )?(?P<n>two|three|four|five|2|3|4|5)\s+(?:[\w-]+\s+){0,4}?(?:drugs"
    r"|treatments|medicines|medications|products|options|therapies|pills)\b",
    re.IGNORECASE,
)


def note_ordinal(says: dict[str, Any], text: str, hit: Hit, part: tuple[int, int]) -> None:
    """Puts in that it is called the first, the only, or one of so many."""
    clause = text[max(part[0], hit.start - 80) : min(_end(text, part), hit.end + 80)]
    count = _COUNT.search(clause)
    if count and re.search(r"\b(?:one of|only|just)\b", count[0], re.IGNORECASE):
        says["approved_drugs"] = int(number(count["n"]) or 0)
        return
    found = _ORDINAL.search(clause)
    if found and found["only"]:
        at = max(part[0], hit.start - 80) + found.start()
        if (
            not _ONLY_ONE.match(clause, found.start())
            or "," in text[min(at, hit.end) : max(at, hit.start)]
            or re.match(r"\w+\W+(?:thing|reason|way|time|question|problem)", clause[found.start() :])
        ):
            return
    if found and not _NO_ORDINAL.search(clause[max(0, found.start() - 8) : found.end() + 30]):
        if re.search(r"\b(?:over[- ]the[- ]counter|non-?prescription|without prescription|OTC)\b", clause, re.IGNORECASE):
            says["supply"] = "otc"
        form = form_said(clause, found.start())
        if form:
            says["form"] = form
        says["only" if found["only"] else "ordinal"] = True if found["only"] else 1 if found["first"] else 2 if found["second"] else 3
        if re.search(r"\bin the world\b|\bof the world\b|\bworld['’]s\b|\bworldwide\b|\banywhere\b", clause, re.IGNORECASE):
            says["worldwide"] = True


def form_said(text: str, start: int = 0) -> str | None:
    """The form that a text names first from a place on: oral, topical, or None."""
    found = _FORM.search(text, start)
    return None if found is None else "oral" if found["oral"] else "topical"


def _end(text: str, part: tuple[int, int]) -> int:
    """Where the reach of an ordinal ends: with its clause, or with an apposition that follows it (“…, the first for …”)."""
    return min(len(text), part[1] + 60) if re.match(r",?\s*(?:the|making it|becoming|as)\b", text[part[1] : part[1] + 20]) else part[1]
