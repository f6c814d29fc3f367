"""Claims about where trials are held and at how many centres."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.patterns.figures import SITES_BOOK, STUDY
from hairtx.engines.claims.patterns.pattern import number
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import polarity, segment_of
from hairtx.engines.claims.subjects import subjects

_TRADE = re.compile(r"\b(?:franchise|salons?|branch(?:es)?|our (?:clinics|centres|centers)|chain|customers|websites?|offices)\b", re.IGNORECASE)


def find(article: Article, scene: Scene) -> list[Finding]:
    """The claim of a sentence about its trial's places."""
    text = scene.text
    hits = SITES_BOOK.hits(text)
    if not hits or not (STUDY.search(text) or scene.named("trial")) or _TRADE.search(text):
        return []
    hit = next((one for one in hits if one.name in {"counted", "single"}), hits[0])
    part = segment_of(text, hit.start, scene.parts)
    says: dict[str, object] = {}
    if hit.name == "counted":
        count = number(hit.match["n"])
        if count is None or count > 2000 or count != int(count):
            return []
        says["n"] = int(count)
    elif hit.name == "single":
        says["n"] = 1
    elif hit.name == "several":
        says["n"] = "multiple"
    codes = tuple(dict.fromkeys(one.code for one in scene.places if one.authority is None and one.start >= part[0]))
    if codes:
        says["countries"] = list(codes)
    if hit.name == "located" and not codes:
        return []
    trials = tuple(one.ids[0] for one in scene.named("trial"))
    meant = polarity(text, hit.start, hit.end, part)
    return [
        Finding("sites", id_, codes, "hedged" if meant == "hedged" else "affirmed", dict(says), hit.start, hit.end, None, trials)
        for id_ in subjects(article, scene, hit.start, hit.end)[:1]
    ]
