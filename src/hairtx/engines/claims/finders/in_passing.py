"""Approvals that a sentence names and does not claim: asked for, presupposed, meant by another word, of something else."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from hairtx.engines.claims.article import Scene
from hairtx.engines.claims.days import spans
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.patterns.regulatory import NOT_SELLING

_TRIED = re.compile(r"\b(?:fail\w*|unable|yet|never|manag\w+)\W+(?:\w+\W+){0,3}$|\bfail\w* to\b", re.IGNORECASE)
_PRESUPPOSED = re.compile(
    r"\b(?:before|ahead of|pending|awaiting|until|prior to|after|since|following|despite|without needing)\W+(?:(?:its"
    r"|the|their|a|an|U\.?S\.?|FDA|European|full|final|regulatory|formal|marketing|Japanese"
    r"|Korean|\w+['’]s)\W+){0,4}$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:so that|in order to|(?:needs?|needed|required?|necessary) (?:for|to)|so (?:it|they"
    r"|he|we) can|to (?:win|get|gain|obtain|secure|earn|support|seek) (?:its |the |an? |FDA "
    r"|regulatory |US |full |final )*)\W*(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:w[io]ns?|gain(?:s|ed)?|grant(?:s|ed)?|g[eo]ts?|gotten|receiv\w+|g[ai]ven?|gives"
    r"|giving|secur\w+|earn\w*|obtain\w*|holds?|den(?:y|ied)|await\w*|expect\w*|anticipat\w*"
    r"|announc\w+|lead to|led to|clinch\w*"
    r"|land(?:s|ed)|waits? for|bag(?:s|ged)|likely|possible|hop(?:e|es|ed|ing) for|nears?|scor\w+|pick(?:s"
    r"|ed) up|extend\w+|revok\w+|lack\w*)\W+(?:[\w.'’-]+\W+){0,6}$"
    r"|\b(?:ha[sv]e?|had|with|no|not|without|any)\W+(?:[\w.'’-]+\W+){0,3}$|\b(?:FDA|EMA|EU"
    r"|US|European|Japanese|Korean|MFDS|TGA)\W+(?:marketing )?$(?=.?)",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"^\W*(?:[\w.]+\W+){0,9}?(?:(?:is|was|has been|were|are|be|been)\W+(?:\w+\W+)?(?:granted"
    r"|given|expected|anticipated|announced|denied|not there|likely|possible|pending|extended"
    r"|issued|due|acquired|obtained|taken)|came|come|comes|not there|arrived|in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(?:FDA|agency|regulat\w+|510|device|laser|comb|cap|helmet|robot|system|market\w*|Food and Drug"
    r"|authorit\w+|de novo|for (?:use|sale)|cleared (?:for|by|in|as|to|this|last|on|since|here|there)|clearance (?:in|on|this|last|for|from))\b",
    re.IGNORECASE,
)
_ACTIVE_LICENCE = re.compile(
    r"\b(?:is|are|was|were|been|be|being|now|newly|only|first|not|the|a|an|officially|already|also|and|yet)\W+$", re.IGNORECASE
)

_DECIDES = re.compile(
    r"\b(?:FDA|authority|authorities|agency|agencies|regulators?|ministry|watchdogs?|countr(?:y|ies)|nobody)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)

_GONE_WITHOUT = re.compile(r"\bwithout an?\W+(?:\w+\W+){0,2}?$", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:previously|until (?:now|then|recently|today)|up to (?:now|then)|before (?:this|that|then|now)|prior to (?:this|that))\b", re.IGNORECASE
)
_WAS_NONE = re.compile(r"\b(?:was|were|had been|have been|has been)\W+(?:\w+\W+)?no\b|\bno\b[^.;]{0,60}\b(?:was|were|had)\b", re.IGNORECASE)
_LET = {"approved", "cleared"}
_Where = Literal["clause before", "sentence before", "after", "anywhere"]


class _Rule(NamedTuple):
    """Words beside a phrase of one of those names, of any where none is given, that make no claim of it."""

    names: frozenset[str]
    where: _Where
    words: re.Pattern[str]

    def fits(self, text: str, hit: Hit, before: str) -> bool:
        """Whether the words stand where the rule wants them; `before` is the clause up to the phrase."""
        if self.names and hit.name not in self.names:
            return False
        if self.where == "after":
            return bool(self.words.match(text[hit.end :]))
        return bool(self.words.search({"clause before": before, "sentence before": text[: hit.start], "anywhere": text}[self.where]))


def _rule(names: set[str], where: _Where, expression: str) -> _Rule:
    return _Rule(frozenset(names), where, re.compile(expression + ("$" if where.endswith("before") else ""), re.IGNORECASE))


_RULES = (
    # Asked, and not said.
    _rule(set(), "sentence before", r"\bwhether\b[^.;,]*"),
    _rule(
        set(),
        "clause before",
        r"\b(?:the claims?|myth|rumou?rs?|idea|question|notion|wonder(?:s|ed)?|asks?|asked|unclear|unknown)\W+(?:of\W+)?(?:that|whether|if)\b[^.;]*",
    ),
    # “This does not mean that it is illegal”.
    _rule(set(), "sentence before", r"\b(?:not|n't)\W+(?:\w+\W+)?(?:mean|imply|suggest)s?\b[^.;]*"),
    # What a rule asks for: “a device must have approval”.
    _rule(
        _LET | {"recommended"},
        "clause before",
        r"\b(?:must|need(?:s|ed)? to|ha[sd] to|have to|(?:do|does|did) ?(?:not|n't) (?:need|require)|requires?(?: that)?|required to"
        r"|for (?:a |any )?(?:new )?(?:drugs?|medicines?|treatments?|products?|devices?) to)\b\W+(?:[\w-]+\W+){0,5}",
    ),
    _rule(_LET, "clause before", r"\bnot (?:all|every|each)\b[^.;,]*"),
    # A name on a list of ingredients is no approval.
    _rule(_LET, "after", r"\W*(?:as|in|into)\W+(?:an?\W+|the\W+)?(?:\w+\W+){0,3}?(?:nomenclature|INCI|cosmetic ingredient)\b"),
    # Which age is meant stands in another sentence.
    _rule({"approved"}, "anywhere", r"\b(?:for|in|at) (?:that|this|such an?) age\b"),
    _rule({"unapproved"}, "clause before", r"\b(?:rather than|unlike|instead of|as opposed to|and not)\W+(?:the\W+|an?\W+)?"),
    _rule({"cleared"}, "after", r"\W*(?:means|meant|is (?:not|a|given)|requires|only)\b"),
)


def in_passing(scene: Scene, hit: Hit, clause: str, before: str) -> bool:
    """Whether a phrase is no claim, by the words around it."""
    text = scene.text
    lower = clause.lower()
    if any(one.fits(text, hit, before) for one in _RULES):
        return True
    if hit.name in _LET and _GONE_WITHOUT.search(before) and not scene.named("treatment"):
        return True
    if hit.name == "approved" and _ONCE.search(text) and _WAS_NONE.search(text):
        # “Previously there was no approved treatment”: of the time before the one that is told.
        return True
    if (
        hit.name == "approved"
        and text[hit.start - 5 : hit.start].strip()[:1] in {'"', "“"}
        and re.search(r"\b(?:false|untrue|misleading|not true|incorrect|bogus)\b", text, re.IGNORECASE)
    ):
        return True
    if hit.name == "approved" and re.search(r"\bno other\W+(?:\w+\W+){0,2}$", before, re.IGNORECASE) and not scene.places:
        return True
    if hit.match[0].startswith("recogni") and not _DECIDES.search(before):
        return True
    if hit.match[0] in {"licensed", "licenced"} and not _ACTIVE_LICENCE.search(before):
        # “Korea licensed the drug” is an act; “the firm, which licensed the technology” bought it.
        start = hit.start - len(before)
        if not any(start <= one.end <= hit.start for one in scene.places) and not _DECIDES.search(before):
            return True
    if hit.name in {"approved", "refused", "withdrawn", "trial-authorised"} and any(word in lower for word in NOT_SELLING):
        return True
    if hit.name == "cleared" and not hit.match[0].startswith("substantial") and not _DEVICE.search(text):
        return True
    if hit.name == "approved" and hit.match[0] in {"approval", "approvals", "authorisation", "authorization"}:
        if re.search(r"\b(?:same as|like|means?|equals?|than|no more than)\W+(?:an?\W+|full\W+)*$", before, re.IGNORECASE):
            return True
        came = _GIVEN.search(before) or _CAME.match(text[hit.end : hit.end + 100])
        if not came:
            return True
    if hit.name in {"approved", "cleared", "ce-marked"} and (_PRESUPPOSED.search(before) or (_PURPOSE.search(before) and not _TRIED.search(before))):
        return not spans(clause)
    return hit.name == "in-review" and hit.match[0] in {"filed", "files"} and "lawsuit" in lower
