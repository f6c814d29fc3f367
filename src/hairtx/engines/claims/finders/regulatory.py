"""Claims about what authorities decided."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import nearest, spans
from hairtx.engines.claims.finders.classes import members
from hairtx.engines.claims.finders.contrasts import of_the_other, sequel
from hairtx.engines.claims.finders.in_passing import in_passing
from hairtx.engines.claims.finders.ordinals import form_said, note_ordinal
from hairtx.engines.claims.finders.readings import status_of
from hairtx.engines.claims.finders.whereabouts import denied_places, then_elsewhere, where_said
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.patterns.regulatory import BOOK
from hairtx.engines.claims.people import population, pregnant, youngest
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import polarity, segment_of
from hairtx.engines.claims.subjects import condition, subjects

_HAIR = re.compile(r"\b(?:hair|scalp|bald\w*|alopecia)\b", re.IGNORECASE)
_ELSE = re.compile(
    r"\W*(?:[\w-]+\W+){0,4}?(?:for|to treat|against)\W+(?:[\w-]+\W+){0,3}?"
    r"(?P<use>surgery|surgeons|joints?|tendons?|bones?|knees?|wounds?|burns?|wrinkles?|scars?|asthma|diabetes|vitiligo|psoriasis"
    r"|eczema|dermatitis|arthritis|allerg\w+|migraine|muscles?|heart|kidneys?|teeth|gums?|infections?|epilepsy|depression|colitis|lupus)\b",
    re.IGNORECASE,
)
"""A use that is not hair: “cleared for orthopaedic surgery”."""
_NOT_HAIR = re.compile(r"\b(?:not|never|nor)\W+(?:[\w-]+\W+){0,2}?(?:for|on)\W+(?:[\w-]+\W+){0,4}?(?:hair|scalp|bald\w*|alopecia)\b", re.IGNORECASE)
_FOR_WHAT = re.compile(r"\W*(?:[\w-]+\W+){0,4}?(?:for|to treat|against)\W+(?:the\W+)?(?P<use>\w+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:FDA|EMA|MHRA|TGA)[- ](?:approved|cleared|licensed) (?:[\w-]+ ){0,3}?(?:drugs?|treatments?|medicines?|medications?|options?|therap(?:y|ies)"
    r"|products?|pills?|devices?)",
    re.IGNORECASE,
)
_ONLY_UNNAMED = re.compile(
    r"(?:^|[“\"]|: )\W*the only (?:\w+[- ]){0,4}?(?:approved|licensed|cleared)(?: (?!by|in|for)\w+){0,2} (?:treatments?|drugs?|pills?"
    r"|therap(?:y|ies)|medicines?|options?|one)\b",
    re.IGNORECASE,
)
"""“The only approved tablet has side effects”: of a treatment that is not the one spoken of."""
_NOD = re.compile(r"nod|permission|thumbs|green|go-ahead|okay|OK|blessing|backing", re.IGNORECASE)
_NO_TREATMENT = re.compile(
    r"\b(?:no|not (?:a single|one|any)|not yet an?|neither|without an?|isn't an?|nothing) (?:\w+[- ]){0,6}?(?:approv\w+"
    r"|licen[sc]ed|authori[sz]ed|cleared)(?:\W+(?:\w+\W+){0,3}?(?:drugs?|treatments?|cures?"
    r"|therap(?:y|ies)|medicines?|medications?|options?|product|for))?",
    re.IGNORECASE,
)
_BUT_NOT_HAIR = re.compile(
    r"\W*(?:in (?:the )?\w+(?: \w+)?)?,?\W*(?:but|though|although|yet)\W+(?:\w+\W+){0,3}?not\W+(?:\w+\W+){0,2}?"
    r"(?:for|to treat|as a treatment (?:for|of))\W+"
    r"(?:[\w-]+\W+){0,4}?(?:hair|scalp|bald\w*|alopecia)\b",
    re.IGNORECASE,
)
"""“It is approved, but not for hair loss”."""
_GROWN = 18
_NEAR = 40
"""Letters after “approved” within which an application may be what was approved."""
_APART = {"warned", "recommended", "not-recommended", "withdrawn", "refused"}
_ASKS = {"filing-planned", "in-review", "more-needed", "meeting"}


def find(article: Article, scene: Scene, before: list[Finding]) -> list[Finding]:
    """The regulatory claims of a sentence, one for each treatment, place and reading."""
    found: list[Finding] = []
    hits = BOOK.hits(scene.text)
    names = {hit.name for hit in hits}
    if "ind" in names:
        hits = [hit for hit in hits if hit.name != "in-review" and not (hit.name in {"approved", "cleared"} and _of_an_ind(scene.text, hit, hits))]
    if names - {"meeting"}:
        hits = [hit for hit in hits if hit.name != "meeting"]
    for hit in hits:
        for one in _read(article, scene, hit):
            for told in (one, *then_elsewhere(article, scene, one)):
                if not any(_same(told, other) for other in found):
                    found.append(told)
    return [*found, *of_the_other(scene, found)] or sequel(scene, before)


def _same(one: Finding, other: Finding) -> bool:
    """Whether two readings of a sentence are one claim: of one treatment, in one place, not one denied and the other not."""
    if one.treatment != other.treatment:
        return False
    if (one.says["status"] in _APART or other.says["status"] in _APART) and one.says["status"] != other.says["status"]:
        return False
    if other.says["status"] in _ASKS and one.says["status"] in {*_ASKS, "approval-expected"}:
        return True
    return bool(set(one.jurisdictions) & set(other.jurisdictions) or not one.jurisdictions) and (
        "negated" not in {one.polarity, other.polarity} or one.polarity == other.polarity or one.condition == other.condition
    )


def _read(article: Article, scene: Scene, hit: Hit) -> list[Finding]:
    text = scene.text
    part = segment_of(text, hit.start, scene.parts)
    clause = text[part[0] : part[1]]
    before = text[max(part[0], hit.start - 60) : hit.start]
    belonging = members(scene, hit)
    if belonging == [] or in_passing(scene, hit, clause, before):
        return []
    # What a warning goes on to say (“… that it is not approved”) denies no warning.
    meant = polarity(text[: hit.end] if hit.name == "warned" else text, hit.start, hit.end, part)
    if hit.name == "approved" and re.search(r"\b(?:no|not|without|lacks?|lacking)\b|n't\b", hit.match[0], re.IGNORECASE):
        meant = "negated"
    if hit.name in {"approved", "cleared"} and meant == "affirmed" and _BUT_NOT_HAIR.match(text[hit.end :]):
        meant = "negated"
    if hit.name in {"approved", "cleared"} and _ATTRIBUTE.search(text[max(0, hit.start - 12) : hit.end + 50]) and meant == "hedged":
        # “Newcomers could rattle the FDA-approved drugs”: they are approved, whatever could be.
        meant = "affirmed"
    status = status_of(hit, meant, clause, text)
    if status is None:
        return []
    if status == "filing-planned" or hit.name == "decision-due":
        meant = "hedged"
    says: dict[str, Any] = {"status": status} | ({"loose": True} if _loosely(hit, status) else {})
    note_ordinal(says, text, hit, part)
    says |= _details(article, text, hit, part, says)
    where, alone = where_said(scene, hit, status)
    if alone:
        meant = "affirmed"
        says |= {"status": "cleared" if hit.name == "cleared" else "approved", "only_there": True}
    denied = denied_places(scene, where) if meant == "affirmed" and status in {"approved", "cleared"} else ()
    where = tuple(code for code in where if code not in denied)
    if _ONLY_UNNAMED.search(text) and not scene.named("treatment"):
        return []
    ids: list[str | None] = list(
        subjects(
            article,
            scene,
            hit.start,
            hit.end,
            loose=hit.name not in {"warned", "recommended", "off-label", "designated", "unapproved"} or len(article.counts) == 1 or scene.near,
        )
    )
    ids = [*belonging] if belonging else ids
    listed = list(dict.fromkeys(one.ids[0] for one in scene.named("treatment")))
    if says.get("approved_drugs") == len(listed):
        ids = list(listed)
    if _about_all(text, hit, scene):
        form = form_said(clause)
        says = {"status": "none-approved"} | ({"population": says["population"]} if "population" in says else {})
        says |= {"form": form} if form else {}
        found = condition(article, scene, hit.start, hit.end, None) or article.main_condition
        return [Finding("regulatory", None, where, "negated", says, hit.start, hit.end, found)]
    told = not where or any(one.code in where for one in scene.places) or where == ("EU",)
    unsaid = {name: value for name, value in says.items() if name not in {"date", "ordinal", "only"}} | {"status": "not-approved"}
    uses = {id_: condition(article, scene, hit.start, hit.end, id_) for id_ in ids}
    said = [Finding("regulatory", id_, where, meant, dict(says), hit.start, hit.end, use, place_said=told) for id_, use in uses.items()]
    return [
        *(said if where or not denied else []),
        *(Finding("regulatory", id_, denied, "negated", dict(unsaid), hit.start, hit.end, use) for id_, use in uses.items() if denied),
    ]


def _details(article: Article, text: str, hit: Hit, part: tuple[int, int], said: dict[str, Any]) -> dict[str, Any]:
    """When, for whom and for what a decision is said to be."""
    clause = text[part[0] : part[1]]
    says: dict[str, Any] = {}
    dates = list(spans(clause, article.published))
    if dates:
        says["date"] = nearest(dates, hit.start - part[0], hit.end - part[0]).written
    people = population(_people_said(said, clause, text[part[0] :], text))
    if people:
        says["population"] = people
    age = youngest(clause)
    if age is not None and age < _GROWN:
        says["age"] = age
    if pregnant(clause):
        says["pregnant"] = True
    spared = _NOT_HAIR.search(text, hit.end)
    if spared and (instead := _FOR_WHAT.match(text[hit.end : spared.start()])):
        says |= {"use": "other", "for": instead["use"].lower()}
    elif _HAIR.search(text):
        says["use"] = "hair"
    elif other := _ELSE.match(text[hit.end : part[1]]):
        says |= {"use": "other", "for": other["use"].lower()}
    return says


def _loosely(hit: Hit, status: str) -> bool:
    """Whether the words may mean any authorisation, be it a clearance or an approval: “got the nod”, “may be sold”."""
    return (
        hit.match[0].startswith(("may ", "can "))
        or hit.name == "widened"
        or (hit.name == "approved" and bool(_NOD.search(hit.match[0])))
        or (hit.name == "cleared" and status == "not-approved")
    )


def _of_an_ind(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """Whether what was approved is an application to test: “the agency has approved the IND”."""
    return any(one.name == "ind" and 0 <= one.start - hit.end < _NEAR and not re.search(r"[,;.]", text[hit.end : one.start]) for one in hits)


def _people_said(says: dict[str, Any], clause: str, after: str, text: str) -> str:
    """The words in which to look for whom a clause is about: further on for “the first …”, back for “them”."""
    if "ordinal" in says or "only" in says:
        return after
    return text if re.search(r"\b(?:them|their)\b", clause) and not population(clause) else clause


def _about_all(text: str, hit: Hit, scene: Scene) -> bool:
    """Whether a sentence says that nothing at all is approved, instead of one thing not being so."""
    if hit.name != "approved" or scene.named("treatment"):
        return False
    found = _NO_TREATMENT.search(text)
    return bool(
        found
        and found.start() < hit.end
        and hit.start < found.end() + 1
        and re.search(r"\b(?:no|not a single|not one|nothing)\b", found[0][:14], re.IGNORECASE)
        and not re.match(r"no (?:FDA |regulatory |US |official |formal )?approval", found[0], re.IGNORECASE)
        and not re.search(
            r"\bit\b|\bthe (?:drug|molecule|substance|compound|medicine|product|tablet|capsule|device|gel|cream)\b",
            text[: found.start()],
            re.IGNORECASE,
        )
        and not re.match(r"\W*(?:it|them|(?:the|this|that|its) \w+)\b", text[hit.end : hit.end + 20], re.IGNORECASE)
    )
