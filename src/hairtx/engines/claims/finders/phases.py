"""Claims about how far development has come."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import nearest, spans
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.patterns.pattern import phases as read_phases
from hairtx.engines.claims.patterns.progress import BOOK, STATES
from hairtx.engines.claims.people import population
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import past, polarity, segment_of
from hairtx.engines.claims.subjects import jurisdictions, subjects

_PERIODS = {"fi": "1", "1s": "1", "se": "2", "2n": "2", "th": "3", "3r": "3"}
_STAGES = {"late": "3", "final": "3", "mid": "2", "early": "1"}
_APART = ({"1", "2"}, {"2", "3"}, {"1", "3"})
"""Phases of which one clause tells one thing and the next another: “phase 2 reported, phase 3 has not begun”."""
_SHARE = re.compile(r"\d\s?(?:%|per ?cent)|\b(?:two|one|three)[- ](?:thirds?|quarters?|in)\b", re.IGNORECASE)
_RESULT_IN = re.compile(r"in (?:clinical|human) (?:trials|testing|studies)", re.IGNORECASE)
_SIMILAR = re.compile(
    r"\b(?:not far behind|similar|same (?:sort|kind|class|type)|rival\w*|competing|own (?:version"
    r"|drug|candidate)s?|also (?:testing|developing|working))\b",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(r"\W*(?:early|ahead of time|for (?:benefit|success|efficacy))\b", re.IGNORECASE)
"""A trial that ended early and gave figures did not end the treatment's development."""
_OTHER_DISEASE = re.compile(
    r"\W*(?:[\w-]+\W+){0,5}?(?:for|in|of|against|to treat)\W+(?:[\w-]+\W+){0,3}?(?:vitiligo|psoria\w+|eczema|atopic dermatitis|arthritis|lupus"
    r"|COVID\S*|acne|asthma|colitis|crohn\S*|hidradenitis|endometriosis|prostate|glaucoma|diabetes|melanoma|cancer)\b",
    re.IGNORECASE,
)
"""A trial in another disease; the record is one of hair."""
_HAIRY = re.compile(r"\b(?:hair|scalp|bald\w*|alopecia|areata|chemo\w*)\b", re.IGNORECASE)
_GROWTH = re.compile(r"\b(?:anagen|telogen|catagen|growth|growing|resting|shedding|hair cycle|luteal|moon|lifecycle)\W*$", re.IGNORECASE)


def find(article: Article, scene: Scene) -> list[Finding]:
    """The phase claims of a sentence: one for each treatment."""
    found: dict[tuple[str, int], Finding] = {}
    hits = BOOK.hits(scene.text)
    if any(hit.name in {"numbered", "period"} for hit in hits):
        hits = [hit for hit in hits if hit.name in {"numbered", "period", "stopped"}]
    for hit in hits:
        if hit.name == "numbered" and _GROWTH.search(scene.text[max(0, hit.start - 14) : hit.start]):
            continue
        if hit.name == "stopped" and _CUT_SHORT.match(scene.text[hit.end : hit.end + 30]) and re.search(r"\d\s?(?:%|per ?cent)", scene.text):
            continue
        if hit.name == "running" and _RESULT_IN.match(hit.match[0]) and _SHARE.search(scene.text):
            # “In clinical trials 35% of …” tells a result, not that trials are going on.
            continue
        if hit.name == "numbered" and (other := _OTHER_DISEASE.match(scene.text[hit.end :])) and not _HAIRY.search(other[0]):
            continue
        says = _says(article, scene, hit)
        if hit.name in {"running", "staged", "stopped", "begun"} and not (scene.named("treatment") or scene.by_anaphor or len(article.counts) == 1):
            continue
        for id_ in _whose(article, scene, hit):
            part = segment_of(scene.text, hit.start, scene.parts)
            held = next((one for (other, _), one in found.items() if other == id_), None)
            apart = held and (id_, part[0]) not in found and {held.says.get("phase"), says.get("phase")} in _APART
            if held and not (apart and held.says.get("status") != says.get("status")):
                _join(held, says)
                continue
            meant = polarity(scene.text, hit.start, hit.end, part)
            if meant == "negated" and says.get("status") == "completed" and not re.search(r"\bnever\b", scene.text):
                says, meant = says | {"status": "ongoing"}, "affirmed"
            trials = tuple(one.ids[0] for one in scene.named("trial"))
            found[id_, part[0]] = Finding(
                "phase", id_, jurisdictions(scene, hit.start, authority=False), meant, dict(says), hit.start, hit.end, None, trials
            )
    return list(found.values())


def _whose(article: Article, scene: Scene, hit: Hit) -> list[str]:
    """The treatments meant; “rivals with drugs of the same sort” means each company's own of that class."""
    companies = scene.named("company")
    if companies and not scene.named("treatment") and _SIMILAR.search(scene.text):
        models = [id_ for id_ in dict.fromkeys(article.counts) if id_ in article.lexicon.treatments]
        found = []
        for company in companies:
            alike = [id_ for id_ in company.ids if id_ not in models and _alike(article, id_, models)]
            found += [id_ for id_ in _nearest_to_market(article, alike)[:1] if id_ not in found]
        if found:
            return found
    return subjects(article, scene, hit.start, hit.end)


def _alike(article: Article, id_: str, models: list[str]) -> bool:
    one = article.lexicon.treatments[id_]
    return any(
        set(one.families) & set(other.families) and set(one.conditions) & set(other.conditions) and one.route == other.route
        for other in (article.lexicon.treatments[model] for model in models)
    )


def _nearest_to_market(article: Article, ids: list[str]) -> list[str]:
    """Of several drugs of a company the one made for hair loss first: it has fewest other uses and most trials here."""
    held = article.lexicon

    def weight(id_: str) -> tuple[bool, int]:
        one = held.treatments[id_]
        return any(decision.condition and not held.is_hair(decision.condition) for decision in one.decisions), -len(held.trials_of(id_))

    return sorted(ids, key=weight)


def _says(article: Article, scene: Scene, hit: Hit) -> dict[str, Any]:
    says: dict[str, Any] = {}
    groups = hit.match.groupdict()
    if hit.name == "numbered":
        says["phase"] = read_phases([groups["first"] or "", groups["second"] or ""])
    elif hit.name == "period":
        # Machine translation of 三期, 3상: “third period” is phase 3.
        says["phase"] = _PERIODS[groups["first"].lower()[:2]]
    elif groups.get("stage"):
        says["phase"] = _STAGES[groups["stage"].lower()]
    elif groups.get("pre") or groups.get("mice"):
        says["phase"] = "preclinical"
    elif groups.get("human"):
        says["phase"] = "1"
    elif groups.get("proof"):
        says["phase"] = "proof-of-concept"
    says["status"] = "discontinued" if hit.name == "stopped" else _state(scene, hit)
    if hit.name == "begun" and re.search(r"\b(?:not|never|n't|yet to)\b", scene.text[max(0, hit.start - 30) : hit.end], re.IGNORECASE):
        says["status"] = "not-begun"
    if says["status"] == "planned":
        part = segment_of(scene.text, hit.start, scene.parts)
        days = [span for span in spans(scene.text[part[0] : part[1]], article.published) if span.exact]
        if days:
            says["date"] = nearest(days, hit.start - part[0], hit.end - part[0]).written
    if re.search(r"\b(?:extension|follow-up|post-?marketing|real-world)\b", scene.text, re.IGNORECASE):
        says["extension"] = True
    people = population(scene.text)
    if people in {"men", "women"}:
        says["population"] = people
    trial = next(iter(scene.named("trial")), None)
    if trial:
        says["trial"] = trial.text
    return says


def _state(scene: Scene, hit: Hit) -> str:
    """Whether the trial is planned, going on, done or reported."""
    part = segment_of(scene.text, hit.start, scene.parts)
    clause = scene.text[part[0] : part[1]]
    if re.search(
        r"\b(?:expect\w*|await\w*|anticipat\w*|wait(?:s|ing)? for)\W+(?:\w+\W+){0,4}?(?:results|data|read-?out|findings)\b"
        r"|\b(?:results|data|read-?out|findings)\b\W+(?:\w+\W+){0,8}?(?:expected|due|anticipated"
        r"|awaited)\b",
        clause,
        re.IGNORECASE,
    ):
        return "awaiting"
    for name, pattern in STATES:
        if pattern.search(clause) and not (
            name == "planned"
            and past(clause)
            and not re.search(r"\b(?:will|plans|would|next|upcoming|intends|needs?|money|fund\w*|financ\w*)\b", clause)
        ):
            return name
    if re.search(r"\b(?:was|were|did|enrolled|took part|tested)\b", clause, re.IGNORECASE):
        return "told"
    return "ongoing" if hit.name == "running" else "reached"


def _join(held: Finding, says: dict[str, Any]) -> None:
    """One claim of two phases named together."""
    one, other = held.says.get("phase"), says.get("phase")
    if one and other and one != other and other not in one:
        held.says["phase"] = f"{one}/{other}" if one < other else f"{other}/{one}"
