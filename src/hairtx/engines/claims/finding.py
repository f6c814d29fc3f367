"""Finds the claims of an article: kind by kind in every sentence, then without what is said twice in its head."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.brands import Brands
from hairtx.engines.claims.finders import availability, dates, enrolment, phases, regulatory, results, sites
from hairtx.engines.claims.ordinary import ANIMALS
from hairtx.engines.claims.records import Finding, Sentence
from hairtx.engines.claims.scope import attributed
from hairtx.engines.claims.tables import rows
from hairtx.model.value import replace

_AND_SO = re.compile(
    r"\b(?:and|but|as) (?:so|too) (?:is|are|does|do|has|have|did|was|were)\b|,\s(?:as|like) (?:is"
    r"|are|has|have|does|did)\b",
    re.IGNORECASE,
)
_NONE_AT_ALL = re.compile(r"\b(?:no|not|none|nothing|neither|never|without|isn['’]t|there)\b", re.IGNORECASE)
"""Of nobody in particular only a denial can be a claim: “there is no approved treatment”."""
_DEFINES = re.compile(
    r"\W*(?:an? )?[“\"'‘]?(?:unlicen[sc]ed|unapproved|off-label|licen[sc]ed|FDA[- ]cleared|FDA[- ]approved|cleared|approved)[”\"'’]? "
    r"(?:medicines?|drugs?|treatments?|use|devices?|products?)?\W*(?:can be|means?|refers to|is (?:one|a medicine|a drug|when)|describes)\b",
    re.IGNORECASE,
)
"""“An unlicensed medicine can be …” says what a word means."""
_IS_A_TRIAL = re.compile(r"\b(?:trial|study) (?:is|was) an? ", re.IGNORECASE)
_HUMAN = re.compile(r"\b(?:men|women|people|patients|adults|volunteers|human)\b", re.IGNORECASE)


def findings(article: Article) -> list[tuple[Sentence, Finding]]:
    """Every claim with its sentence, in order of place; nothing where the article is not about people's hair."""
    if not article.about_hair or article.about_animals:
        return []
    found: list[tuple[Sentence, Finding]] = []
    before: list[Finding] = []
    brands = Brands(article.lexicon)
    for scene, cells in rows(article):
        brands.enter(scene)
        here = [_told(one, row, brands, (start, end)) for row, start, end in cells for one in _of(article, row, [])]
        if not here and not _aside(scene) and (scene.mentions or scene.referred or _NONE_AT_ALL.search(scene.text)):
            here = [_told(one, scene, brands) for one in _of(article, scene, before)]
        found += [(scene.sentence, one) for one in here]
        before = here or before
    return _without_repeating_heads(found)


def _told(finding: Finding, scene: Scene, brands: Brands, place: tuple[int, int] | None = None) -> Finding:
    """The finding with what only the whole sentence tells; of a row of a table, with the place of its cell."""
    start, end = place or (finding.start, finding.end)
    return replace(finding, attributed=attributed(scene.text), words=scene.text, brand=brands.spoken_of(finding), start=start, end=end)


def _aside(scene: Scene) -> bool:
    """Whether a sentence can hold no claim: a question, an animal, a line of links."""
    text = scene.text
    words = set(re.findall(r"[a-z]+", text.lower()))
    return (
        text.rstrip("\"'” ").endswith("?")
        or bool(_DEFINES.match(text))
        or bool(words & ANIMALS and not _HUMAN.search(text) and not scene.named("treatment"))
        or len(text) < 12
    )


def _of(article: Article, scene: Scene, before: list[Finding]) -> list[Finding]:
    approvals = regulatory.find(article, scene, before)
    sold = availability.find(article, scene, approvals)
    tried = phases.find(article, scene)
    approvals, tried = _and_so(scene, approvals), _and_so(scene, tried)
    if sold:
        # An approval named in passing (“with …”) is no claim of its own where the sentence says that it can be bought.
        approvals = [one for one in approvals if not re.search(r"\bwith (?:\w+ )?$", scene.text[max(0, one.start - 14) : one.start])]
    dated = dates.find(article, scene, approvals + sold, tried)
    waiting = [one for one in approvals if one.says.get("status") == "in-review" and "review" in scene.text[one.start : one.end].lower()]
    dated = [one for one in dated if not (one.says.get("event") == "filing" and any(other.treatment == one.treatment for other in waiting))]
    approvals = [
        one for one in approvals if not (one.says.get("status") == "in-review" and any(other.says.get("event") == "filing" for other in dated))
    ]
    tried = [one for one in tried if one.says.get("phase") or not (dated or _in_leave(one, approvals))]
    ended = {one.treatment for one in tried if one.says.get("status") == "discontinued"}
    sold = [one for one in sold if not (one.says["status"] == "discontinued" and one.treatment in ended)]
    counted = enrolment.find(article, scene)
    placed = sites.find(article, scene)
    for one in placed:
        one.trials = one.trials or _counted_trials(article, one, counted, tried)
    shown = results.find(article, scene)
    tried = [one for one in tried if not _only_named(one, scene.text, [*counted, *placed, *shown])]
    return sorted([*approvals, *sold, *tried, *dated, *counted, *placed, *shown], key=lambda one: (one.start, one.kind))


def _only_named(told: Finding, text: str, beside: list[Finding]) -> bool:
    """Whether a phase only says which trial had so many people, places or such a result: “the phase 2 trial was run at seven sites”."""
    return (
        told.says.get("status") in {"told", "reached"}
        and any(one.treatment == told.treatment for one in beside)
        and not _IS_A_TRIAL.search(text[told.start : told.end + 40])
    )


def _in_leave(begun: Finding, approvals: list[Finding]) -> bool:
    """Whether “to begin a trial” only says what the leave is for."""
    return any(
        one.treatment == begun.treatment
        and one.says.get("status") in {"trial-authorised", "trial-expected", "trial-refused", "ind-submitted"}
        and one.start <= begun.start < one.end
        for one in approvals
    )


def _and_so(scene: Scene, found: list[Finding]) -> list[Finding]:
    """The findings, with those that “…, and so is Y” says of another treatment too."""
    for mark in _AND_SO.finditer(scene.text) if found else ():
        other = next((one for one in scene.named("treatment") if mark.end() <= one.start <= mark.end() + 30), None)
        led = next((one for one in reversed(found) if one.end <= mark.start()), None)
        if other and led and not any(one.treatment == other.ids[0] for one in found):
            found = [*found, replace(led, treatment=other.ids[0], says=dict(led.says))]
    return found


def _counted_trials(article: Article, place: Finding, counted: list[Finding], tried: list[Finding]) -> tuple[str, ...]:
    """The trial whose number of people, else whose phase alone, the same sentence gives."""
    held = article.lexicon.trials_of(place.treatment or "")
    people = {one.says["n"] for one in counted if one.treatment == place.treatment}
    phases = {one.says.get("phase") for one in tried if one.treatment == place.treatment}
    same = [id_ for id_, one in held.items() if one.n in people or one.n_planned in people]
    if not same and len(held) == 1:
        same = [id_ for id_, one in held.items() if one.phase in phases]
    return (same[0],) if len(same) == 1 else ()


def _without_repeating_heads(found: list[tuple[Sentence, Finding]]) -> list[tuple[Sentence, Finding]]:
    """A headline that says no more than the article under it is not counted twice."""
    body = [one for sentence, one in found if not sentence.heading]
    return [(sentence, one) for sentence, one in found if not (sentence.heading and any(_repeats(one, other) for other in body))]


def _repeats(head: Finding, other: Finding) -> bool:
    if (head.kind, head.treatment) != (other.kind, other.treatment):
        return False
    if head.kind != "regulatory" or head.says.get("loose"):
        return True
    if other.says.get("status") == "tissue-licence" and head.says.get("status") == "approved":
        return True
    return head.says.get("status") == other.says.get("status")
