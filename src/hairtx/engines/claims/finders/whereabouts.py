"""Where a decision is said to hold: in the places named, in none but one, in some and not in others, and then elsewhere."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import spans
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import segment_of
from hairtx.engines.claims.subjects import jurisdictions
from hairtx.model.value import replace

_ANYWHERE = re.compile(
    r"\b(?:no|any|not (?:in )?(?:a single|one|any)) (?:other )?(?:country|nation|authority|regulator|agency)\b(?! (?:there|here|of))|\bnowhere\b"
    r"|\banywhere(?: else)?\b|\bin the (?:whole )?world\b|\bworldwide\b",
    re.IGNORECASE,
)
_SPARED = re.compile(
    r"\b(?:in|by)?\s*no (?:other )?(?:country|nation|place)\W+(?:but|except(?: for)?|besides|other than|apart from|outside)\b"
    r"|\b(?:approved|licensed|authori[sz]ed|cleared)\W+(?:so far |to date |for now |currently )?(?:only|solely|exclusively) in\b"
    r"|\b(?:only|solely|so far only) (?:approved|licensed|authori[sz]ed|cleared) in\b",
    re.IGNORECASE,
)
"""“In no country but the United States”: approved there, and nowhere else."""
_GOES_ON = re.compile(
    r"^(?:(?!\b(?:but|not|never|while|although|where|which|who|that|has|had|will|would|is|are|sold|refus\w+|reject\w+|await\w*)\b)[^;:.!?])*"
    r"(?:,|\band\b|\bthen\b)\W+(?:(?:then|later|also|soon|finally|months|weeks|years) )*(?:in|by)\W+(?:the\W+)?$",
    re.IGNORECASE,
)
_NOT_IN = re.compile(r"\b(?:not|never|nor)\W+(?:yet\W+|so far\W+|however\W+)?(?:in|by)\W+(?:the\W+)?$", re.IGNORECASE)
_LEAD = 30
"""Letters before a place in which “not in” may stand."""
_RIGHT_AFTER = 14
"""Letters after a place in which its day may begin."""
_BESIDE = 40
"""Letters within which a place belongs to “nowhere but in”."""


def where_said(scene: Scene, hit: Hit, status: str) -> tuple[tuple[str, ...], bool]:
    """The places that a decision is said to hold in, none for anywhere; and whether it is said to hold nowhere else."""
    part = segment_of(scene.text, hit.start, scene.parts)
    if status == "ce-marked" or (status == "not-approved" and hit.name == "ce-marked"):
        return ("EU",), False
    spared = _SPARED.search(scene.text, part[0])
    if spared and abs(spared.start() - hit.start) < _BESIDE and status in {"approved", "not-approved", "cleared"}:
        kept = [one.code for one in scene.places if 0 <= one.start - spared.end() < _BESIDE]
        if kept:
            return tuple(dict.fromkeys(kept)), True
    if _ANYWHERE.search(scene.text[part[0] : part[1]]):
        return (), False
    return jurisdictions(scene, hit.start, authority=True), False


def denied_places(scene: Scene, where: tuple[str, ...]) -> tuple[str, ...]:
    """The places of a decision that the sentence takes out of it: “approved in Korea and Japan, not in the US”."""
    named = [one for one in scene.places if one.code in where]
    kept = {one.code for one in named if not _NOT_IN.search(scene.text[max(0, one.start - _LEAD) : one.start])}
    return tuple(dict.fromkeys(one.code for one in named if one.code not in kept)) if kept else ()


def then_elsewhere(article: Article, scene: Scene, one: Finding) -> list[Finding]:
    """“…, and in Britain in November”: the same decision in the places that the sentence goes on to name, each with its own day."""
    if one.says["status"] not in {"approved", "cleared"} or not one.jurisdictions:
        return []
    first = max((place.end for place in scene.places if place.code in one.jurisdictions), default=one.end)
    found = []
    for place in scene.places:
        between = scene.text[max(first, one.end) : place.start]
        if place.start < max(first, one.end) or place.code in one.jurisdictions or place.authority or not _GOES_ON.search(between):
            continue
        says = {name: value for name, value in one.says.items() if name != "date"}
        day = next((span for span in spans(scene.text, article.published) if 0 <= span.start - place.end < _RIGHT_AFTER), None)
        if day:
            says["date"] = day.written
        found.append(replace(one, jurisdictions=(place.code,), says=says, start=place.start, end=place.end, place_said=True))
    return found
