"""Words of advertising in our own prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.lint.walking import prose
from hairtx.model.knowledge import Knowledge

_PROMISES = re.compile(
    r"\b(?:cure[sd]?|miracles?|miraculous(?:ly)?|guarantee[sd]?|breakthroughs?|revolutionary"
    r"|100\s?(?:%|percent|per cent)\s+effective|no\s+side[ -]effects?)\b",
    re.IGNORECASE,
)
_ALLOWED = {
    r"breakthrough (?:therapy |device )?designations?": "the name of a regulator's programme",
    r"cure rates?": "an outcome that trials of infections report",
    r"(?:complete|mycological|clinical) cures?": "an outcome that trials of infections report",
    r"(?:no|not a|not|cannot|never) (?:be |been )?cured?": "says that it is none",
    r"(?:not|never) guaranteed?|no guarantees?": "says that there is none",
}
"""What may stand although it holds such a word, each with its reason."""
_NAMES = re.compile(r"\b(?:" + "|".join(_ALLOWED) + r")\b", re.IGNORECASE)


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each text that promises, at the first such word."""
    for path, text in prose(knowledge):
        # Names of things are blanked out, not removed, so that no new phrase arises around the gap.
        promise = _PROMISES.search(_NAMES.sub("…", text))
        if promise:
            yield Finding(path, f'"{promise[0]}" promises', "say what was measured, in how many people, with which source")


RULE = Rule(
    name="nothing-promised",
    sentence="Our prose holds no word of advertising: cure, miracle, guaranteed, breakthrough, revolutionary, 100% effective, no side effects.",
    check=check,
)
