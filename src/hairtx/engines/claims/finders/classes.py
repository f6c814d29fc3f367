"""“FDA-approved treatments”, “approved indications”: a class of things, of which only some sentences say what belongs to it."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Scene
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.records import Mention
from hairtx.engines.claims.subjects import JOINED

_CLASS = re.compile(
    r"[\s-]+(?!(?:for|in|by|as|to|on|since|and|or|only)\b)(?:(?!(?:for|in|by|as|to|on|since|and|or)\b)[\w-]+\s+){0,3}?"
    r"(?:indications|treatments|therapies|medications|medicines|drugs|devices|options|products|uses|alternatives|agents|methods|formulations"
    r"|pills|tablets|lasers|helmets|caps|combs|counterparts)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"^(?:\W+(?:for|to treat|against|in|on the market|available|today|currently)\W+(?:[\w'-]+\W+){0,6}?)?"
    r"\W*(?:such as|like|including|includes?|included|are|is|were|was|namely|e\.g\.|i\.e\.|[,:(–—])?\W*"
    r"(?:the\W+|both\W+|only\W+|now\W+)*(?:oral |topical )?$",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|becom\w+|became|remain\w*|among|join(?:s|ed)|as)\W+(?:(?:the|an?|one|of|among|two|three|four|five|some"
    r"|both|currently|now|already|still|also|only|first|main|all|several|most|just|few|these|our|other|FDA|US|U\.S|EMA|EU|EC|MHRA|European|officially"
    r"|Food|and|Drug|Administration)\W+)*$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not|never|lack\w*|any|neither|nor|few|the only|two|three|four|all|both|these|those)\b[^,;:]{0,45}$", re.IGNORECASE)
_OTHER = re.compile(
    r"\bcompared\b[^,;:]{0,45}\b(?:with|to|against) $|\b(?:against|than|rely(?:ing)? on|relied on|combined with|together with|alongside"
    r"|unlike|other|compared (?:with|to))\b[^,;:]{0,25}$",
    re.IGNORECASE,
)
_REACH = 90


def members(scene: Scene, hit: Hit) -> list[str] | None:
    """The treatments that a sentence puts into a class of approved things: [] where it names none, None where no class is spoken of."""
    text = scene.text
    said = _CLASS.match(text[hit.end : hit.end + _REACH])
    if hit.name not in {"approved", "cleared"} or said is None or not hit.match[0].endswith("ed"):
        return None
    after = hit.end + said.end()
    named = scene.named("treatment")
    listed = [one for one in named if one.start >= after]
    if listed and listed[0].start - after < _REACH and _MEMBERS.match(text[after : listed[0].start]):
        return _row(text, listed)
    before = text[max(0, hit.start - _REACH) : hit.start]
    if _OTHER.search(before):
        return []
    return None if _BELONGS.search(before) or _NONE.search(before) else []


def _row(text: str, named: list[Mention]) -> list[str]:
    """The first of the names with those that commas and “and” join to it."""
    row = named[:1]
    for one in named[1:]:
        if not JOINED.match(text[row[-1].end : one.start]):
            break
        row.append(one)
    return list(dict.fromkeys(one.ids[0] for one in row))
