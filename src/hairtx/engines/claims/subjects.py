"""Which treatments a phrase speaks of, where and for what."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.places import Place
from hairtx.engines.claims.records import Mention
from hairtx.engines.claims.scope import segment_of

JOINED = re.compile(
    r"^[\s,;/&()™®]*(?:\([^()]{1,40}\)|and|n?or|as well as|plus|both|aka|also|known as|called|sold as|from \w+"
    r"|\w+['’]s|for \w+|brand name|marketed as|[\s,()])*[\s,;/&()™®]*$",
    re.IGNORECASE,
)
_LASHES = re.compile(r"\beye-?\s?lash(?:es)?\b|\blashes\b", re.IGNORECASE)
_OTHER = {
    "benign-prostatic-hyperplasia": re.compile(r"\bprosta(?:te|tic)\b", re.IGNORECASE),
    "hypertension": re.compile(r"\bblood[- ]pressure\b|\bhypertensi\w+", re.IGNORECASE),
    "rheumatoid-arthritis": re.compile(r"\barthritis\b|\bRA\b", re.IGNORECASE),
    "acne-vulgaris": re.compile(r"\bacne\b", re.IGNORECASE),
    "atopic-dermatitis": re.compile(r"\beczema\b|\batopic dermatitis\b", re.IGNORECASE),
    "glaucoma": re.compile(r"\bglaucoma\b|\beye pressure\b", re.IGNORECASE),
    "prostate-cancer": re.compile(r"\bprostate cancer\b", re.IGNORECASE),
}
_HAIR = re.compile(r"\b(?:hair|scalp|bald\w*|alopecia)\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"^(?!.*\b(?:which|that|who)\b).*\b(?:FDA|agency|regulators?|EMA|ministry|administration|commission|MHRA|authorit(?:y|ies)|Anvisa|ANVISA|PMDA|NMPA|TGA)"
    r"\W+(?:(?:in|of) (?:the )?\w+ )?(?:also |then |has |had |have |finally |later )*$",
    re.IGNORECASE,
)
"""Between a name and a verb: who decides stands right before the verb, so that what is decided on comes after it."""
_SET_APART = re.compile(
    r"\b(?:unlike|as opposed to|in contrast to|contrary to|outside(?: of)?|other than|except(?: in| for)?|apart from)\W+(?:in\W+)?(?:the\W+)?$",
    re.IGNORECASE,
)
"""Before a place that the sentence leaves out: “unlike in Korea, it is not approved in …”."""
_LEAD = 30
_LISTED = re.compile(r"\s*(?:,|and|or|&|, and|, or)\s*(?:in )?(?:the )?", re.IGNORECASE)
_OBJECT = 12


def subjects(article: Article, scene: Scene, start: int, end: int, *, loose: bool = True) -> list[str]:
    """Ids of the treatments that the phrase from `start` to `end` is said of; `loose` lets the paragraph tell where nothing is named."""
    part = segment_of(scene.text, start, scene.parts)
    named = [one for one in scene.named("treatment") if not scene.compared(one)]
    if scene.led and not any(one.start < end + _OBJECT for one in named):
        return list(scene.led)
    inside = [one for one in named if part[0] <= one.start < part[1]]
    chosen = inside or _nearest_part(scene, named, part)
    if chosen:
        return [*scene.beside, *(article.in_form(id_, scene.text[part[0] : start]) for id_ in _group(scene.text, chosen, start, end))]
    if scene.referred and not named and scene.named("treatment"):
        return list(scene.referred)
    families = [one for one in scene.named("family") if part[0] <= one.start < part[1]] or scene.named("family")
    if scene.referred and (loose or scene.by_anaphor) and (scene.by_anaphor or not families):
        return [article.in_form(id_, scene.text[part[0] : start]) for id_ in scene.referred]
    if families:
        return [families[0].ids[0]]
    return []


def _nearest_part(scene: Scene, named: list[Mention], part: tuple[int, int]) -> list[Mention]:
    """The treatments of the nearest clause before that names any, else of the nearest after."""
    before = [one for one in named if one.start < part[0]]
    nearest = before[-1] if before else next((one for one in named if one.start >= part[1]), None)
    if nearest is None:
        return []
    there = segment_of(scene.text, nearest.start, scene.parts)
    return [one for one in named if there[0] <= one.start < there[1]]


def _group(text: str, chosen: list[Mention], start: int, end: int) -> list[str]:
    """The run of names, joined by commas and `and`, that stands nearest before the phrase, else nearest after it."""
    runs: list[list[Mention]] = []
    for one in chosen:
        if runs and JOINED.match(text[runs[-1][-1].end : one.start]):
            runs[-1].append(one)
        else:
            runs.append([one])
    before = [run for run in runs if run[0].start < end]
    after = [run for run in runs if run[0].start >= end]
    active = bool(
        re.search(
            r"\b(?:FDA|agency|regulators?|EMA|ministry|company|firm|administration|commission|MHRA|they|it|he)\b[^,;]{0,30}$",
            text[:start],
            re.IGNORECASE,
        )
    )
    decides = bool(before and _DECIDES.search(text[before[-1][-1].end : start]) and after and after[0][0].start - end < _OBJECT)
    if after and (not before or decides or (active and after[0][0].start - end < 60 and start - before[-1][-1].end > 40)):
        run = after[0]
    else:
        run = before[-1] if before else runs[0]
    return list(dict.fromkeys(one.ids[0] for one in run))


def jurisdictions(scene: Scene, start: int, *, authority: bool) -> tuple[str, ...]:
    """The places that a phrase speaks of: of its clause, else of the sentence; with `authority` else of what went before."""
    part = segment_of(scene.text, start, scene.parts)
    places = [one for one in scene.places if not _SET_APART.search(scene.text[max(0, one.start - _LEAD) : one.start])]
    inside = [one for one in places if part[0] <= one.start < part[1]]
    if authority and any(one.authority for one in inside):
        inside = [one for one in inside if one.authority or not _only_adjective(scene.text, one.start, one.end)]
    found = tuple(dict.fromkeys(one.code for one in _row_of(scene.text, inside, places)))
    if found:
        return found
    decided = tuple(dict.fromkeys(one.code for one in places if one.authority or not authority))
    if decided and (authority or len(decided) == 1):
        return decided[:1]
    told = {one.code for one in places if one.start < start and not _only_adjective(scene.text, one.start, one.end)}
    if authority and len(told) == 1:
        return tuple(told)
    return (scene.jurisdiction,) if authority and scene.jurisdiction else ()


def _row_of(text: str, inside: list[Place], places: list[Place]) -> list[Place]:
    """The places of a clause, with those that a list began before it: “in Japan, Korea, and Taiwan”."""
    row = list(inside)
    for one in reversed([one for one in places if row and one.start < row[0].start]):
        if not _LISTED.fullmatch(text[one.end : row[0].start]):
            break
        row.insert(0, one)
    return row


def _only_adjective(text: str, start: int, end: int) -> bool:
    """Whether a place only says whose company or people: “the Swiss firm”, “American men”."""
    return bool(
        re.match(
            r"\W+(?:\w+\W+){0,2}?(?:company|firm|biotech|drugmaker|maker|group|men|women|people|patients"
            r"|researchers?|scientists?|doctors?|startup|start-up|business|developer)\b",
            text[end:],
            re.IGNORECASE,
        )
    )


def condition(article: Article, scene: Scene, start: int, end: int, treatment: str | None) -> str | None:
    """The condition that a phrase speaks of, or None where it says just hair loss or nothing."""
    part = segment_of(scene.text, start, scene.parts)
    clause = scene.text[part[0] : part[1]]
    record = article.lexicon.treatments.get(treatment) if treatment else None
    held = set(record.conditions) | {one.condition for one in record.decisions if one.condition} if record else set()
    found: list[tuple[int, str]] = [(one.start, one.ids[0]) for one in scene.named("condition") if part[0] <= one.start < part[1]]
    if _LASHES.search(clause) and (not held or "hypotrichosis-eyelashes" in held):
        found.append((part[0] + _LASHES.search(clause).start(), "hypotrichosis-eyelashes"))  # type: ignore[union-attr]
    for id_, pattern in _OTHER.items():
        said = pattern.search(clause)
        if said and id_ in held:
            found.append((part[0] + said.start(), id_))
    found = [one for one in found if article.lexicon.is_hair(one[1]) or one[1] in held]
    after = [one for one in found if one[0] >= start]
    chosen = min(after, default=None) or max(found, default=None)
    if chosen is None:
        whole = [one.ids[0] for one in scene.named("condition") if article.lexicon.is_hair(one.ids[0])]
        if not whole and article.about_lashes and "hypotrichosis-eyelashes" in held:
            return "hypotrichosis-eyelashes"
        return whole[0] if whole else None
    if not article.lexicon.is_hair(chosen[1]):
        said = _HAIR.search(clause, max(0, end - part[0]))
        other = min((at for at, id_ in after if id_ == chosen[1]), default=part[1])
        if said and part[0] + said.start() < other:
            return None
    return chosen[1]
