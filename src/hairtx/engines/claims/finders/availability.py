"""Claims about whether something can be had."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import nearest, spans
from hairtx.engines.claims.patterns.supply import BOOK
from hairtx.engines.claims.people import population
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import conditional, future, polarity, segment_of
from hairtx.engines.claims.subjects import condition, jurisdictions, subjects
from hairtx.model.value import replace

_OTC = re.compile(
    r"over[- ]the[- ]counter|without (?:a )?prescription|(?:free of|without) recipe|no prescription (?:asked|needed|required)|open shelves",
    re.IGNORECASE,
)
_PRESCRIPTION = re.compile(r"prescription[- ]only|by prescription|on prescription|with a prescription", re.IGNORECASE)
_PERMITTED = re.compile(r"\bmay(?: not| now| only| also)? be (?:offered|used|marketed|given|promoted)\b", re.IGNORECASE)
"""What may be is leave given by an authority, not goods in a shop."""
_IN_PASSING = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|campaign|website|project)\b[^.;]{0,60}\b(?:which|that) (?:was|were) launch(?:ed)?$"
    r"|\b(?:handles?|oversees?|prepar\w+|closer to|ahead of|leads?|plans?(?! to))(?: for| of)?(?: an?| the| its)? (?:\w+ ){0,3}launch$"
    r"|\bwhether\b[^.;,]*$|\b(?:formed|founded|set up|established|created|raised?|funds?|partner\w*|agreement|licen[sc]e[ds]?|rights?)\b[^.;]{0,40}"
    r"\bto (?:\w+ (?:and )?)?commerciali[sz]e$|\bcommerciali[sz]ation (?:prepar|plan|strateg|right|partner)\w*$",
    re.IGNORECASE,
)
_SHAPE = re.compile(r"\W*as (?:an? )?(?:\d|(?:\w+ ){0,3}?(?:tablets?|capsules?|solution|foam|cream|gel|pen)\b)", re.IGNORECASE)
_MADE_FREE = re.compile(
    r"\b(?:allow\w*|enabl\w+|permit\w*|free[ds]?|let(?:s|ting)?|clear(?:s|ed|ing)? the way|pav(?:es?|ed|ing) the way)\W+"
    r"(?:for\W+)?(?:[\w-]+\W+){0,4}?(?:to\W+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:won't|will not|not be|would not|wouldn't)\b[^.;]{0,60}\b(?:until|before) (?:[a-z]+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_TIDINGS = re.compile(r"\b(?:data|results|stud(?:y|ies)|findings|figures|papers?|reports?|statement|guidance|news)\b[^.;]{0,50}$", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:should|must|ought to|can|may|need to|needs to|to|if)\W+(?:be\W+)?(?:\w+\W+)?$", re.IGNORECASE)
_HOPED = re.compile(r"\b(?:plans?|wants?|hopes?|expects?|asks?|asked (?:for|to)|applied|could|might)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:other|some|many|several) countries\b|\babroad\b|\belsewhere\b|\boverseas\b", re.IGNORECASE)
_NOT_GOODS = re.compile(
    r"\b(?:no cure|free shipping|support group|refund|ticket|discount|coupon|newsletter|cookie|share this|click"
    r"|stocks? (?:rose|fell|price)|shares)\b",
    re.IGNORECASE,
)


def find(article: Article, scene: Scene, approvals: list[Finding]) -> list[Finding]:
    """The availability claims of a sentence: one for each treatment."""
    text = scene.text
    hits = BOOK.hits(text)
    if not hits or _NOT_GOODS.search(text):
        return []
    found: dict[tuple[str, str], Finding] = {}
    for hit in hits:
        if hit.name == "paid" and re.search(r"\b(?:seldom|rarely|often|usually|sometimes)\b", text, re.IGNORECASE):
            continue
        if "releas" in hit.match[0] and _TIDINGS.search(text[: hit.start]):
            continue
        if _PERMITTED.search(text[max(0, hit.start - 12) : hit.end]) or _IN_PASSING.search(text[: hit.end]):
            continue
        if hit.name == "name-only" or not (scene.named("treatment") or scene.by_anaphor):
            continue
        if hit.name == "discontinued" and _ADVICE.search(text[max(0, hit.start - 30) : hit.start]):
            continue
        part = segment_of(text, hit.start, scene.parts)
        clause = text[part[0] : part[1]]
        if _SHAPE.match(text[hit.end :]) and future(clause):
            # “It will be available as a 50 mg capsule” tells its shape.
            continue
        if any(
            (part[0] <= one.start < part[1] and abs(one.start - hit.start) < 25 and one.says["status"] in {"cleared", "warned", "withdrawn"})
            or one.says["status"] in {"recommended", "not-recommended"}
            for one in approvals
        ):
            continue
        last = hit.start if _OTC.match(hit.match[0]) else max(hit.start, text.rfind(" ", hit.start, hit.end) + 1)
        meant = polarity(text, last, hit.end, part)
        says = _says(hit.name, meant, clause)
        if says["status"] == "launched" and _MADE_FREE.search(text[: hit.start]):
            # What allows a launch comes before it.
            says["status"], meant = "launch-expected", "hedged"
        if says["status"] == "not-available" and _UNTIL.search(text[max(0, hit.start - 40) :]):
            says["status"], meant = "launch-expected", "hedged"
        dates = list(spans(clause, article.published))
        if dates:
            day = nearest(dates, hit.start - part[0], hit.end - part[0])
            says["date"] = day.written
            if says["status"] == "launched" and article.published and day.first > article.published.latest:
                says["status"] = "launch-expected"
        where = () if _ELSEWHERE.search(clause) else jurisdictions(scene, hit.start, authority=False)
        for id_ in subjects(article, scene, hit.start, hit.end, loose=False):
            key = (id_, "gone" if says["status"] in {"discontinued"} else "")
            if key not in found:
                use = condition(article, scene, hit.start, hit.end, id_)
                found[key] = _switch(scene, part, Finding("availability", id_, where, meant, dict(says), hit.start, hit.end, use))
    return list(found.values())


def _switch(scene: Scene, part: tuple[int, int], finding: Finding) -> Finding:
    """The finding; where an authority or a past day stands beside how it is supplied, it tells what was decided, not just what shops have."""
    says = finding.says
    decided = [one for one in scene.places if one.authority and part[0] <= one.start < part[1]]
    since = "date" in says and says["status"] in {"available", "launched"}
    if says.get("supply") != "otc" or finding.polarity == "negated" or not (decided or since) or _HOPED.search(scene.text[part[0] : part[1]]):
        return finding
    told: dict[str, Any] = {name: says[name] for name in ("supply", "date") if name in says}
    where = finding.jurisdictions or tuple(dict.fromkeys(one.code for one in decided)) or jurisdictions(scene, finding.start, authority=True)
    people = population(scene.text[part[0] : part[1]])
    told |= {"status": "approved"} | ({"population": people} if people else {})
    return replace(finding, kind="regulatory", jurisdictions=where, polarity="affirmed" if decided else finding.polarity, says=told)


def _says(name: str, meant: str, clause: str) -> dict[str, Any]:
    says: dict[str, Any] = {}
    if name == "paid":
        return {"status": "not-paid" if meant == "negated" else "paid-expected" if future(clause) else "paid"}
    if name == "withheld":
        says["status"] = "delayed"
    elif name == "discontinued":
        says["status"] = "available" if meant == "negated" else "discontinued"
    elif meant == "negated":
        says["status"] = "not-available"
    elif name in {"launch", "brought"}:
        says["status"] = "launch-expected" if meant == "hedged" or future(clause) or conditional(clause) else "launched"
    else:
        says["status"] = (
            "launch-expected" if meant == "hedged" and (future(clause) or conditional(clause)) and not re.search(r"\bcan\b", clause) else "available"
        )
    if _OTC.search(clause):
        says["supply"] = "otc"
    elif _PRESCRIPTION.search(clause):
        says["supply"] = "prescription"
    return says
