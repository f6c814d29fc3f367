"""What reading an article gives: sentences, mentions, claims and their verdicts."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from hairtx.model.dates import PartialDate
from hairtx.model.sources import Source
from hairtx.model.value import Draft, Value

ClaimKind = Literal["regulatory", "phase", "enrolment", "sites", "availability", "date", "result"]
Polarity = Literal["affirmed", "negated", "hedged"]
Word = Literal["holds", "outdated", "contradicted", "unverifiable"]
WORDS: tuple[Word, ...] = ("holds", "outdated", "contradicted", "unverifiable")


class Sentence(Value, frozen=True):
    """A sentence, heading or table row with its place in the text and the number of its paragraph."""

    text: str
    start: int
    end: int
    paragraph: int
    heading: bool = False


class Mention(Value, frozen=True):
    """A name found in the text; `how` says whether as written, by a spelling slip, or by what it refers to."""

    text: str
    start: int
    end: int
    what: str
    ids: tuple[str, ...]
    how: Literal["name", "slip", "reference"] = "name"


class Verdict(Value, frozen=True):
    """What the record says to a claim on one day; `changed` is the day it stopped being true, `forecast` met or missed."""

    word: Word
    now: str
    sources: tuple[str, ...] = ()
    changed: PartialDate | None = None
    forecast: Literal["met", "missed", "open"] | None = None


class Finding(Draft):
    """A checkable thing said in a sentence, before it is judged.

    `words` is the sentence, `brand` the brand that it speaks of; `place_said` is False where its
    places were taken from what the article said before.
    """

    kind: ClaimKind
    treatment: str | None
    jurisdictions: tuple[str, ...]
    polarity: Polarity
    says: dict[str, Any]
    start: int
    end: int
    condition: str | None = None
    trials: tuple[str, ...] = ()
    attributed: bool = False
    words: str = ""
    brand: str | None = None
    place_said: bool = True


class Claim(Value, frozen=True):
    """A finding with its sentence and its verdicts on the day of publication (None where that is unknown) and today."""

    sentence: Sentence
    finding: Finding
    then: Verdict | None
    today: Verdict


class RedFlag(Value, frozen=True):
    """Something a careful reader of health news would pause at; no verdict."""

    name: str
    text: str
    where: str | None = None


class Report(Value, frozen=True):
    """All that was found in one article."""

    text: str
    published: PartialDate | None
    published_from: str | None
    day: date
    mentions: list[Mention]
    claims: list[Claim]
    flags: list[RedFlag]
    sources: dict[str, Source]

    def count(self, word: Word) -> int:
        """How many claims have that verdict today."""
        return sum(claim.today.word == word for claim in self.claims)
