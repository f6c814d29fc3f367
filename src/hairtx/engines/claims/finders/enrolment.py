"""Claims about how many people a trial had or wants."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.patterns.figures import ENROLMENT_BOOK, PREVALENCE, STUDY
from hairtx.engines.claims.patterns.pattern import number
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import polarity, segment_of
from hairtx.engines.claims.subjects import jurisdictions, subjects

_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated|~)\s*$", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:no fewer than|no less than|more than|over|at least|upwards of|above|exceeding)\s*$", re.IGNORECASE)
_MOST = re.compile(r"\b(?:up to|fewer than|less than|under|at most|as many as)\s*$", re.IGNORECASE)
_TRIALS = re.compile(r"\b(two|three|four|both|2|3|4)\b(?=[^.;]{0,60}\b(?:trials|studies)\b)", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:of|out of|in|every|per|one in|from)\s*(?:the |every |those |these )?$", re.IGNORECASE)
_IN_STUDY = re.compile(r"\W*(?:who took part|in (?:the|a|this|that|its|our)\W+(?:\w+\W+){0,2}?(?:trial|study))", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:side effects?|discontinu\w*|withdrew|dropped out|(?:in|from) the placebo group|had (?:acne|headache)|died"
    r"|serious adverse)\b",
    re.IGNORECASE,
)
LEAST = 5


def find(article: Article, scene: Scene) -> list[Finding]:
    """The enrolment claim of a sentence: its largest number of people in a trial, for each treatment."""
    text = scene.text
    hits = ENROLMENT_BOOK.hits(text)
    if not hits or not (STUDY.search(text) or scene.named("trial")):
        return []
    best: tuple[float, int, int] | None = None
    for hit in hits:
        at, end = hit.match.span("n")
        count = number(hit.match["n"])
        before = text[max(0, at - 30) : at]
        if count is None or count < LEAST or count != int(count) or (1900 <= count <= 2100 and "," not in hit.match["n"] and hit.name != "people"):
            continue
        nearby = text[max(0, at - 50) : hit.end + 60]
        if PREVALENCE.search(nearby) and not re.search(r"\b(?:enrol|recruit|random|trial|study|took part|phase)", nearby, re.IGNORECASE):
            continue
        if (
            (
                _SHARE.search(before)
                and not re.search(
                    r"\b(?:stud(?:y|ies)|trials?|group|total|cohort|phase[\s\w-]{0,20}?|tests?) (?:of|in|from)\s*(?:the )?$", before, re.IGNORECASE
                )
                and hit.name == "people"
                and not re.search(r"(?:%|per ?cent) of (?:the |all )?$", before)
                and not re.search(r"\bin (?:a |more than |over |about )*$", before)
            )
            and not _IN_STUDY.match(text[hit.end : hit.end + 40])
        ) or _PART.search(nearby):
            continue
        if best is None or count > best[0]:
            best = (count, at, hit.end)
    if best is None:
        return []
    count, at, end = best
    says: dict[str, object] = {"n": int(count)}
    before = text[max(0, at - 20) : at]
    if _ABOUT.search(before):
        says["approx"] = True
    if _LEAST.search(before):
        says["bound"] = "more-than"
    elif _MOST.search(before):
        says["bound"] = "up-to"
    several = _TRIALS.search(text)
    if several:
        says["trials"] = int(number(several[1]) or 2) if several[1].lower() != "both" else 2
    part = segment_of(text, at, scene.parts)
    trials = tuple(one.ids[0] for one in scene.named("trial"))
    meant = polarity(text, at, end, part)
    return [
        Finding(
            "enrolment",
            id_,
            jurisdictions(scene, at, authority=False),
            "hedged" if meant == "hedged" else "affirmed",
            dict(says),
            at,
            end,
            None,
            trials,
        )
        for id_ in subjects(article, scene, at, end)[:1]
    ]
