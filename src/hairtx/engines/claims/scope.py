"""What a phrase stands under: negation, hedging, the future, attribution (after ConText, Harkema and others 2009).

Expressions here are in small letters, and are tried on text in small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hairtx.engines.claims.records import Polarity
from hairtx.model.naming import lowered

_BREAK = re.compile(
    r";|\s[—–]\s|:\s|,?\s(?:but|while|whereas|although|though|however|(?<!not )(?<!n't )(?<!n’t )(?<!as )(?<!yet, )yet)\s|,\s(?:and|so"
    r"|which|who|where|nor|or|because|as|even|it|they|he|she|we|with|"
    r"its|his|their|the\scompany|after|having|making|despite|since|unless|if)\s|\s(?:and\s(?:carries"
    r"|is|was|has|it|they|in|its|are|were|will|could|may)|whether|because|so\sthat|and\swhich|and\swho)\s"
    r"|[.!?]\s",
)
_PSEUDO = re.compile(
    r"\bno, (?=(?:that|this|it|they)\b)|\b(?:that|this|which|it) (?:is|was) not (?:the same|to say|to be confused)"
    r"|\byou(?:['’]ll| will) (?:find|see|get|need|have)\b"
    r"|not only|no doubt|not long (?:ago|after)|not far|not just|no (?:small|fewer|less|less than)"
    r"|nothing less|not to mention|no surprise|no wonder|be that as it may|as soon as|may well know"
    r"|\b(?:pending|subject to|awaiting) (?:[\w-]+ ){0,3}?(?:approval|clearance|authori[sz]ation)\b"
    r"|\bbut not (?:[\w-]+ ){0,2}[\w-]+,|\bunlike in \w+(?: \w+)?,"
    r"|\b(?:first|second|third|only|latest|newest|last)(?: [\w-]+){0,4}? to be\b"
    r"|in the hope|\bmay (?=\d)|\b(?:in|since|by|until|till|from|of|last|this|early|late|mid|through|before|after)[\s-]may\b",
)
_NEGATED_BEFORE = re.compile(
    r"(?:(?<=\w)n't\b|\bcannot\b|\b(?:not|never|no|none|without|neither|nor|nobody|nothing|lacks?|lacking|fail(?:s"
    r"|ed)? to|"
    r"yet to|absence of|rather than|instead of|awaits?|awaiting|still waiting|waits for|pending|far from"
    r"|short of|ahead of|keeps? .{0,30}? from|unlikely to|barely|refus\w+ to)\b)",
)
_NEGATED_AFTER = re.compile(
    r"^\W*(?:\w+\W+){0,10}?(?:(?:is|are|was|were|has|have|had|does|did)\s(?:not|never)|(?:it|they)\s(?:never|not)\s(?:was|were|is|has)|isn't"
    r"|wasn't|hasn't|haven't|aren't|is (?:absent|missing|lacking|denied|out of reach)|was denied"
    r"|has yet to|have yet to|is (?:still )?pending|not there|(?:has|have|had) not)\b",
)
_DONE = re.compile(r"(?:approved|cleared|licen[sc]ed|authori[sz]ed|registered)$")
_TURNS = re.compile(r",\s+(?:for|in|but|while|whereas)\s")
"""Where a sentence turns to somebody or somewhere else: “…, for women it is not”."""
_NOWHERE = re.compile(r"^\W*(?:(?:in|by|for)\W+no(?:ne)?|nowhere|neither|none of)\b")
_NONE_THAT = re.compile(r"\bno\W+(?:[\w-]+\W+){1,10}?(?:that|which)\b")
_DISOWNED = re.compile(
    r"\b(?:this|that|which|it) is (?:(?:simply|just|plainly) )?(?:false|untrue|wrong|not true|incorrect|a myth|a lie|fake news|(?:an? "
    r"|\w+['’]s? )?misunderstanding)\b",
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|would|should|can|possibly|perhaps|probably|likely|potential(?:ly)?"
    r"|possible|expect(?:s|ed|ing)?|anticipat\w+|hop(?:e|es|ed|ing|eful)|plan(?:s|ned|ning)?"
    r"|aims?|aiming|intend\w*|seek(?:s|ing)?|if|unless|whether|once|until|set to|slated|due"
    r"|on track|scheduled|poised|bid|want(?:s|ed)?|would like|will|shall|going to|"
    r"soon|forthcoming|upcoming|as early as|at the earliest|believ\w+|suggest\w*|appears?|seems?|rumou?r\w*|reportedly|predict\w*|forecast\w*|"
    r"project(?:ed|s)|estimat\w+|target(?:ed|s|ing)?|promis\w+|coming|near(?:s|ing)?|close to"
    r"|in the running|by the end of|to be|about to|candidate)\b",
)
_FUTURE = re.compile(
    r"\b(?:will|shall|going to|expect\w*|anticipat\w*|plan(?:s|ned|ning)?|due|slated|scheduled"
    r"|set to|on track|hop(?:e|es|ed|ing)|aims?|aiming|intend\w*|by (?:the )?(?:end|early"
    r"|mid|late|20\d\d)|"
    r"soon|upcoming|forthcoming|target\w*|could|may|might|would|as early as|at the earliest"
    r"|project(?:ed|s)|estimat\w+|forecast\w*|predict\w*|should|next (?:year|month|spring"
    r"|summer|fall|autumn|winter)|"
    r"preparing|readying|want(?:s|ed)? to|would like|poised|about to|is to|are to|until|later this year|coming|in the pipeline|yet to|awaits?)\b",
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|should the|provided|assuming|as long as|in case|once|were to|so long as|depending on|subject to)\b")
_BRACKETED = re.compile(r"\([^()]{0,200}\)")
_PAST = re.compile(
    r"\b(?:was|were|had|did|has been|have been|got|won|gave|granted|received|began|started"
    r"|finished|ended|completed|announced|reported|cleared|approved|showed|found|launched"
    r"|took|published|posted)\b",
)
_SAYS = re.compile(
    r"\b(?:sa(?:ys|id)|claims?|claimed|according to|told|insists?|boasts?|states?|stated|announced"
    r"|reports?|reported|remarks?|adds?|added|wrote|writes|reckons|argues?|notes?)\b",
)
_RECENT = 16
"""Sentences, and pieces of them, of which the answer is kept: finders ask one after the other."""
REACH = 90
"""Characters before a phrase in which a negation still bears on it."""


@lru_cache(maxsize=_RECENT)
def segments(text: str) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence, roughly: places between conjunctions, semicolons and dashes; parentheses stay inside their clause."""
    found: list[tuple[int, int]] = []
    start = 0
    for mark in _BREAK.finditer(lowered(text)):
        if text.count("(", start, mark.start()) > text.count(")", start, mark.start()):
            continue
        if mark.start() - start > 8:
            found.append((start, mark.start()))
            start = mark.start()
    return (*found, (start, len(text)))


def segment_of(text: str, at: int, parts: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """The clause that holds the place `at`."""
    return next((part for part in parts if part[0] <= at < part[1]), (0, len(text)))


def negated(text: str, start: int, end: int, part: tuple[int, int]) -> bool:
    """Whether the phrase from `start` to `end` is denied within its clause."""
    text = lowered(text)
    before = _plain(text, max(part[0], start - REACH), start)
    for mark in _NEGATED_BEFORE.finditer(before):
        if len(before[mark.end() :].split()) <= 9:
            return True
    if _NOWHERE.match(text[end : end + 20]) or _NONE_THAT.search(before) or _DISOWNED.search(text[end:]):
        return True
    if _DONE.search(text[start:end]):
        # “While one is approved, the other is not”: what follows a participle is said of something else.
        return False
    after = _TURNS.split(text[end : min(part[1], end + 90)])[0]
    return bool(_NEGATED_AFTER.match(_PSEUDO.sub("", after)))


def hedged(text: str, start: int, end: int, part: tuple[int, int]) -> bool:
    """Whether the phrase is possible, expected, conditional or wished for, and not said to be so."""
    text = lowered(text)
    before = _plain(text, max(part[0], start - REACH), start)
    if _HEDGED.search(before):
        return True
    after = _PSEUDO.sub("#", text[end : min(part[1], end + 60)])
    return bool(
        re.match(
            r"\W*(?:\w+\W+){0,4}?(?:is|are|was|were)?\s*(?:expected|anticipated|possible|likely|planned"
            r"|due|hoped|predicted|could|may|might|would|will)\b",
            after,
        )
    )


@lru_cache(maxsize=_RECENT)
def _plain(text: str, start: int, end: int) -> str:
    """The words before a phrase without closed parentheses and without turns that only look like denial or doubt."""
    said = _BRACKETED.sub(lambda found: "#" * len(found[0]), text[start:end])
    return _PSEUDO.sub(lambda found: "#" * len(found[0]), said)


def future(text: str) -> bool:
    """Whether a clause speaks of what is to come."""
    return bool(_FUTURE.search(_PSEUDO.sub("#", lowered(text))))


def conditional(text: str) -> bool:
    """Whether a clause makes what it says depend on something."""
    return bool(_CONDITIONAL.search(lowered(text)))


def past(text: str) -> bool:
    """Whether a clause tells of something done."""
    return bool(_PAST.search(lowered(text)))


def attributed(text: str) -> bool:
    """Whether a sentence gives the words of somebody."""
    return bool(_SAYS.search(lowered(text)))


def polarity(text: str, start: int, end: int, part: tuple[int, int]) -> Polarity:
    """How a phrase is meant: negation before hedging, so that “may not be approved” stays hedged."""
    text = lowered(text)
    doubted = hedged(text, start, end, part)
    if negated(text, start, end, part):
        return "hedged" if doubted and re.search(r"\b(?:may|might|could)\b", text[part[0] : start]) else "negated"
    return "hedged" if doubted else "affirmed"
