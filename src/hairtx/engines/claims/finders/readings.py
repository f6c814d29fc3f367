"""What a regulatory phrase says has happened, in the words of `says`: granted, denied, expected, filed, warned of."""

from __future__ import annotations

import re

from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.records import Polarity
from hairtx.engines.claims.scope import conditional, future

_ADVISES = re.compile(r"\b(?:NICE|SMC|PBAC|CADTH|IQWiG|G-BA|TLV|PHARMAC|Medicines Consortium)\b")
"""Who advises or decides whether the public pays, and approves nothing."""


def status_of(hit: Hit, meant: Polarity, clause: str, text: str) -> str | None:
    """The status that a clause gives, in the words of `says`."""
    name = hit.name
    if name in {"approved", "cleared", "ce-marked"}:
        if meant == "negated":
            return "not-approved"
        if meant == "hedged":
            return "approval-expected" if future(clause) or conditional(clause) else name
        return name
    if name == "trial-authorised" and re.search(
        r"\b(?:asks?|asked|asking|seeks?|seeking|sought|request\w*|appl(?:y|ies|ied)|wants?|hopes?)\W+(?:\w+\W+){0,4}$",
        text[max(0, hit.start - 60) : hit.start],
        re.IGNORECASE,
    ):
        return "ind-submitted"
    if name == "ind":
        before = text[max(0, hit.start - 120) : hit.start]
        after = text[hit.end : hit.end + 60]
        if re.search(r"\b(?:filed|submitted|sent|fil(?:e|ing)|submit\w*|lodged|asks?|seek\w*|applied)\b", before + after, re.IGNORECASE):
            return "ind-submitted"
        return (
            "trial-authorised"
            if re.search(
                r"\b(?:clear\w*|accept\w*|approv\w*|grant\w*|active|open\w*|effective|receiv\w*|holds?|allow\w*|won|got|under an?)\b",
                before[-60:] + after,
                re.IGNORECASE,
            )
            else None
        )
    if name == "trial-authorised" and re.search(r"\b(?:yet to|awaits?|awaiting|still to)\b", hit.match[0], re.IGNORECASE):
        return "trial-expected"
    if name == "trial-authorised":
        return (
            "trial-expected"
            if meant == "negated" and re.search(r"\b(?:yet|awaits?|awaiting|still)\b", clause, re.IGNORECASE)
            else "trial-refused"
            if meant == "negated"
            else "trial-expected"
            if meant == "hedged" and future(clause) and not re.search(r"\b(?:was|were|has|have|been|had|granted|gave|got|cleared)\b", clause)
            else name
        )
    if name == "recommended":
        return (
            "not-recommended"
            if meant == "negated"
            or re.search(r"\b(?:not|cannot|n['’]t|never) (?:yet )?recommend", text, re.IGNORECASE)
            or re.search(
                r"reject|negative|turn\w* (?:\w+ ){0,3}?down|said no|not recommend|refus\w+ to recommend|declin\w+ to", clause, re.IGNORECASE
            )
            else name
        )
    if name == "not-filed":
        return "not-filed"
    if name == "safety-review":
        return "under-safety-review"
    if name == "warned" and (meant == "negated" or re.search(r"\bno\b", hit.match[0], re.IGNORECASE)):
        return "not-warned"
    if name == "undecided":
        return "in-review"
    if name == "widened":
        return "not-approved" if meant == "negated" else "approval-expected" if meant == "hedged" else "approved"
    if name == "off-label":
        return "off-label"
    if name == "decision-due":
        return "recommendation-expected" if _ADVISES.search(clause) else "approval-expected"
    if name == "unapproved":
        return "not-approved"
    if name == "first":
        return "not-approved"
    if name in {"refused", "withdrawn"} and meant == "negated":
        return None
    if name == "in-review" and meant == "negated":
        return "not-filed"
    if name == "in-review" and future(text[max(0, hit.start - 40) : hit.start]):
        return "filing-planned"
    return name
