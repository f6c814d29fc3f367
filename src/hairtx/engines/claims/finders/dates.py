"""Claims about when a trial began, ended or reported, and when something was filed."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import Span, spans
from hairtx.engines.claims.patterns.events import BOOK
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.people import population
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import future, segment_of
from hairtx.engines.claims.subjects import jurisdictions, subjects

_TOLD = re.compile(
    r"\b(?:promis\w*|publish\w*|post\w*|releas\w*|expect\w*|due|anticipat\w*|report\w*|present\w*|available"
    r"|announc\w*|ready|com(?:e|es|ing)|out|in hand|finished|read|slated|planned|will|by)\b",
    re.IGNORECASE,
)
_REACH = 110


def find(article: Article, scene: Scene, taken: list[Finding], tried: list[Finding]) -> list[Finding]:
    """The dated events of a sentence, where no approval or launch of the same clause has the date for its own."""
    text = scene.text
    hits = [hit for hit in BOOK.hits(text) if hit.name != "treatment-date"]
    dates = [span for span in spans(text, article.published) if span.exact and not _in_brackets(text, span)] if hits else []
    planned = [one for one in tried if one.says.get("status") == "planned"]
    found: list[Finding] = []
    for span in dates:
        part = segment_of(text, span.start, scene.parts)
        owners = [one for one in taken if segment_of(text, one.start, scene.parts) == part and one.says.get("status") not in {"in-review"}]
        if owners:
            continue
        hit = _event(text, span, [one for one in hits if not (one.start < span.start < one.end < span.end + 2)], part)
        if hit is None or (hit.name == "start" and any(segment_of(text, one.start, scene.parts) == part for one in planned)):
            continue
        says: dict[str, object] = {"event": hit.name, "date": span.written}
        ahead = future(text[part[0] : part[1]]) and (article.published is None or span.last >= article.published.earliest)
        clause = text[part[0] : part[1]]
        told = re.search(r"\b(?:was|were|began|started|got|had)\b", clause) and not re.search(
            r"\b(?:expected|due|will|planned|anticipated)\b", clause
        )
        if ahead and not told:
            says["forecast"] = True
        people = population(clause)
        if people in {"men", "women"}:
            says["population"] = people
        trials = tuple(one.ids[0] for one in scene.named("trial"))
        for id_ in subjects(article, scene, hit.start, hit.end)[:1]:
            if not any(one.says == says and one.treatment == id_ for one in found):
                where = jurisdictions(scene, span.start, authority=False)
                found.append(
                    Finding(
                        "date",
                        id_,
                        where,
                        "hedged" if says.get("forecast") else "affirmed",
                        says,
                        min(hit.start, span.start),
                        max(hit.end, span.end),
                        None,
                        trials,
                    )
                )
    return found


def _in_brackets(text: str, span: Span) -> bool:
    return text.rfind("(", 0, span.start) > text.rfind(")", 0, span.start) and ")" in text[span.end : span.end + 20]


def _event(text: str, span: Span, hits: list[Hit], part: tuple[int, int]) -> Hit | None:
    """The event that a date belongs to: the nearest before it in its clause, else after it."""
    near = [hit for hit in hits if part[0] <= hit.start < part[1] and abs(hit.start - span.start) < _REACH + len(hit.match[0])]
    near = [hit for hit in near if hit.name != "results" or _TOLD.search(text[part[0] : part[1]])]
    before = [hit for hit in near if hit.start < span.start]
    return before[-1] if before else next(iter(near), None)
