"""Claims about what a treatment did: figures, proof, harms, comparisons."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.patterns.pattern import NUMBERS, Hit, number
from hairtx.engines.claims.patterns.pattern import phases as read_phases
from hairtx.engines.claims.patterns.progress import BOOK as PHASES
from hairtx.engines.claims.patterns.results import BOOK
from hairtx.engines.claims.people import population, pregnant, youngest
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import polarity, segment_of
from hairtx.engines.claims.subjects import condition, subjects

_STRENGTH = re.compile(
    r"^\W{0,3}(?:\w+\W+){0,2}?(?:solution|foam|minoxidil|finasteride|cream|lotion|gel|topical"
    r"|strength|off\b|discount|concentration|spray|shampoo|cheaper|of men\b.{0,40}\b(?:affected"
    r"|age|lose)|bimatoprost|and \d{1,2}(?:\.\d+)?\s?% (?:solution|foam|lotion|minoxidil|finasteride|gel|cream)"
    r"|or \d{1,2}(?:\.\d+)?\s?% (?:solution|foam|lotion)|once"
    r"|twice|QD\b|BID\b|(?:[A-Z]{2,4}-?\d+ )?(?:group|arm|dose)\b|and \d{1,2}(?:\.\d+)?\s?%\))",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|patients|participants|volunteers|placebo|group|dose[sd]?"
    r"|arms?|users?|respon\w+|regr\w+|week\w*|months?|treated|taking|showed?|improve\w*|achiev\w*"
    r"|increase\w*|coverage|SALT|subjects|people|men|women|relative|subgroup|gained|blood|serum|fell|dropped|rose)\b",
    re.IGNORECASE,
)
_PREVALENCE = re.compile(
    r"\b(?:affects?|suffer\w*|by (?:the )?age|of all (?:men|women)|population|lifetime|will experience"
    r"|are affected|chance of|hair (?:is|are) in|hairs? (?:a|per) day|market share|revenue"
    r"|sales|shares?|stock|cheaper|price|interest)\b",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:week|wk)s?\s?(\d{1,3})\b|\b(\d{1,3})[\s-]weeks?\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(\d{1,2}|three|six|nine|twelve|one)[\s-]months?\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:made (?:to|for)|designed|meant|intended|aims?|developed|engineered|to (?:prove|show|test|see"
    r"|determine|check|ensure|establish|find out|learn|assess|evaluate))\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_DISPUTED = re.compile(r"[“\"‘]\s*$|\b(?:does|do|did) not mean\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_NO_STRENGTH = r"(?!\s?(?:mg|ml|g\b|%\s+(?:solution|foam|lotion|minoxidil|gel|cream|topical)))"
_FIGURE = re.compile(rf"(?<![\w.,$€£])(\d+(?:\.\d+)?)(?![\d,]*\d){_NO_STRENGTH}", re.IGNORECASE)
_IN_WORDS = re.compile(rf"\b({'|'.join(one for one in NUMBERS if one not in {'one', 'two', 'three'})})\b{_NO_STRENGTH}", re.IGNORECASE)
"""Figures in digits and in words, strengths of a product left aside."""
_AS_RESULT = re.compile(r"\b(?:respon\w+|patients|participants|achiev\w+|reached|regr\w+|placebo|coverage|improv\w+)\b", re.IGNORECASE)
_RIGHT_AFTER = 2
_OF_EFFECT = re.compile(r"\d\s?(?:%|percent|per cent)|\d\.\d|\bhairs?\b(?! loss)", re.IGNORECASE)
_LEADS = ("no-study", "no-harm", "endpoint", "proven", "percent", "share", "count", "significant", "better", "fell")
_NEEDS_SUBJECT = {"better", "endpoint", "proven", "significant", "fell", "no-study", "no-harm"}


def find(article: Article, scene: Scene) -> list[Finding]:
    """The result claim of a sentence, for each treatment it is said of; what else it says lies in `says`."""
    text = scene.text
    hits = [hit for hit in BOOK.hits(text) if _meant(scene, hit)]
    if not hits:
        return []
    lead = min(hits, key=lambda hit: (_LEADS.index(hit.name), hit.start))
    part = segment_of(text, lead.start, scene.parts)
    other = condition(article, scene, lead.start, lead.end, None)
    if other and not article.lexicon.is_hair(other) and not re.search(r"\b(?:hair|scalp|bald\w*|alopecia)\b", text, re.IGNORECASE):
        return []
    says = _says(lead, hits, text)
    people = population(text)
    if people:
        says["population"] = people
    trials = tuple(one.ids[0] for one in scene.named("trial"))
    if trials:
        says["trial"] = scene.named("trial")[0].text
    phase = next((hit for hit in PHASES.hits(text) if hit.name == "numbered"), None)
    if phase:
        says["phase"] = read_phases([phase.match["first"] or "", phase.match["second"] or ""])
    meant = polarity(text, lead.start, lead.end, part) if lead.name in {"proven", "significant", "better"} else "affirmed"
    if lead.name == "proven" and meant == "negated":
        says["clinically_shown"] = False
    if lead.name in {"no-harm", "no-study"} or (lead.name == "endpoint" and says.get("met") is False):
        meant = "negated"
    loose = lead.name not in _NEEDS_SUBJECT or bool(re.search(r"\b(?:trials?|stud(?:y|ies)|placebo|dose|group)\b", text, re.IGNORECASE))
    ids = subjects(article, scene, lead.start, lead.end, loose=loose or scene.near or len(article.counts) == 1)
    return [Finding("result", id_, (), meant, dict(says), lead.start, lead.end, other, trials) for id_ in ids[:2]]


def _meant(scene: Scene, hit: Hit) -> bool:
    """Whether a phrase is about a treatment's result and not a strength, a prevalence or a price."""
    text = scene.text
    before = text[max(0, hit.start - 90) : hit.start]
    if _AIMED.search(before) or _DISPUTED.search(before):
        return False
    if hit.name in {"percent", "share", "count"}:
        if (
            hit.name == "percent"
            and not _AS_RESULT.search(text)
            and any(one.start < hit.start <= one.end + _RIGHT_AFTER for one in scene.named("treatment"))
        ):
            # “Minoxidil 5% is sold …”: the strength of the product.
            return False
        after = text[hit.match.end("n") if hit.name == "percent" and hit.match["n"] else hit.end :]
        by_way = hit.name == "percent" and hit.match["n2"] and re.match(r"\W*(?:with|from|on|by|after)\b", after, re.IGNORECASE)
        if hit.name == "percent" and not by_way and _STRENGTH.match(after[:60].lstrip("% ").removeprefix("percent")):
            return False
        if re.match(
            r"\W*(?:percent|per cent)?\W*(?:of (?:their|the|his|her) )?(?:\w+\W+){0,2}?(?:scalp )?hair loss\b|\W*loss of\b", after[:50], re.IGNORECASE
        ):
            return False
        if _PREVALENCE.search(text) and not re.search(r"\b(?:trial|study|placebo|treated|regr\w+)\b", text, re.IGNORECASE):
            return False
        return bool(_EFFECT.search(text) and (scene.named("treatment") or scene.referred))
    if hit.name == "no-harm" and _SOME_HARM.search(text[max(0, hit.start - 30) : hit.end + 60]):
        return False
    if hit.name == "better" and _OF_HARM.search(text[max(0, hit.start - 70) : hit.start]):
        return False
    if hit.name == "fell" and not _EFFECT.search(text):
        return False
    return not (
        hit.name == "better"
        and not scene.named("treatment")
        and not (scene.by_anaphor and re.search(r"\b(?:trial|study|lotion|tablet|pill|cream|drug)\b", text, re.IGNORECASE))
        and not re.search(r"\b(?:placebo|vehicle|sham|rivals?|competitors?|existing|other (?:drugs|treatments|therapies))\b", text, re.IGNORECASE)
    )


_SOME_HARM = re.compile(
    r"\bno (?:new|additional|unexpected|further|other)\b|\b(?:complications?|effects?|events?|reactions?)\b[^.;]{0,25}"
    r"\b(?:other than|except|apart from|besides|beyond)\b",
    re.IGNORECASE,
)
"""“No new safety signals”, “none other than a mild headache”: there was some harm."""
_OF_A_STUDY = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|pilot|participants|volunteers)\b|(?<!been )\b(?:reported|observed|seen|noted|recorded|occurred"
    r"|identified|documented)\b",
    re.IGNORECASE,
)
_MATTERED = re.compile(r"\b(?:serious|severe|significant|major|grave|persistent|lasting)\b", re.IGNORECASE)


_OF_HARM = re.compile(r"\b(?:adverse|side[- ]effects?|safety|tolerab\w+|harms?)\b", re.IGNORECASE)
"""Harms alike are no effect alike."""


def _harmless(text: str) -> dict[str, Any]:
    """What “no side effects” is said of: all or serious ones, ever, in pregnancy, at an age."""
    says: dict[str, Any] = {"serious_adverse_events" if _MATTERED.search(text) else "adverse_events": 0}
    if pregnant(text):
        says["pregnant"] = True
    age = youngest(text)
    if age is not None or re.search(r"\bchildren\b", text, re.IGNORECASE):
        says["age"] = 12.0 if age is None else age
    if re.search(r"\bever\b|\banywhere\b", text, re.IGNORECASE) and not re.search(r"\b(?:trial|study|pilot)\b", text, re.IGNORECASE):
        says["ever"] = True
    elif _OF_A_STUDY.search(text):
        says["of_a_study"] = True
    return says


def _says(lead: Hit, hits: list[Hit], text: str) -> dict[str, Any]:
    says: dict[str, Any] = {}
    names = {hit.name for hit in hits}
    percents = [float(number(hit.match["n"] or hit.match["n2"]) or 0) for hit in hits if hit.name == "percent"]
    if percents:
        says["percent"] = percents[0] if len(percents) == 1 else percents
    counts = [number(hit.match["n"]) for hit in hits if hit.name == "count" and hit.match["n"]]
    if counts:
        says["hairs"] = counts[0]
    if "significant" in names:
        says["significant"] = True
    if "proven" in names:
        says["clinically_shown"] = True
    figures = [float(one[1]) for one in _FIGURE.finditer(text) if not 1900 <= float(one[1]) <= 2100]
    figures += [float(number(one[1]) or 0) for one in _IN_WORDS.finditer(text)]
    if len(figures) > 1 and _OF_EFFECT.search(text):
        says["figures"] = figures
    if lead.name == "no-harm":
        says |= _harmless(text)
    if lead.name == "no-study" and re.search(r"show|prov|demonstrat|f[io]\w*nd|back|support", lead.match[0], re.IGNORECASE):
        says["shown_by_trials"] = False
    elif lead.name == "no-study":
        says["clinical_studies"] = 0
    share = next((hit.match for hit in hits if hit.name == "share" and hit.match["a"] and hit.match["b"]), None)
    some, whole = (number(share["a"]), number(share["b"])) if share else (None, None)
    if some and whole and some == int(some) and whole == int(whole) and whole >= 5 and some < whole:
        says["share"] = [int(some), int(whole)]
    if lead.name == "endpoint":
        failed = re.search(
            r"\b(?:miss\w*|fail\w*|flop\w*|flunk\w*|bomb\w*|fizzl\w*|disappoint\w*|flat|badly|poorly|short|no (?:sign|evidence"
            r"|indication|benefit|better|different|significant|more)|not|never|ineffective|no)\b|n't\b",
            lead.match[0],
            re.IGNORECASE,
        )
        says["met"] = not failed
    if "better" in names:
        says["comparison"] = next(hit.match[0] for hit in hits if hit.name == "better")
    if re.search(r"\b(?:placebo|vehicle|sham)\b", text, re.IGNORECASE):
        says["vs"] = "placebo"
    if re.search(r"\brelative(?:ly)?\b", text, re.IGNORECASE):
        says["relative"] = True
    week = _WEEK.search(text)
    if week:
        says["week"] = int(week[1] or week[2])
    month = _MONTH.search(text)
    if month and "week" not in says:
        says["months"] = int(number(month[1]) or 0)
    return says
