"""Approvals and all that is taken for one: the narrower reading comes first and keeps its words."""

from __future__ import annotations

from hairtx.engines.claims.patterns import decisions, filing, leave
from hairtx.engines.claims.patterns.pattern import Book

_ORDER = (
    "trial-authorised", "ind", "designated", "tissue-licence", "recommended", "safety-review", "meeting", "ce-marked", "more-needed",
    "decision-due", "undecided", "widened", "refused", "withdrawn", "warned", "not-filed", "filing-planned", "in-review", "cleared", "off-label",
    "unapproved", "first", "approved",
)  # fmt: skip
_BY_NAME = {one.name: one for one in (*leave.PATTERNS, *filing.PATTERNS, *decisions.PATTERNS)}
PATTERNS = tuple(_BY_NAME[name] for name in _ORDER)

NOT_SELLING = (
    "ethics", "institutional review", " irb", "review board", "shareholder", "stockholder", "merger", "acquisition", "patent", "insurance",
    "insurer", "parental", "board of directors", "court approv", "judge approv", "settlement approv", "customer approval", "budget",
    "congress approv", "facial approval",
)  # fmt: skip
"""Words beside “approved” that make it another approval than leave to sell."""

BOOK = Book(PATTERNS)
