"""Claims about what authorities decided."""

from __future__ import annotations

import re
from typing import Any

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.days import nearest, spans
from hairtx.engines.claims.finders.ordinals import note_ordinal
from hairtx.engines.claims.patterns.pattern import Hit
from hairtx.engines.claims.patterns.regulatory import BOOK, NOT_SELLING
from hairtx.engines.claims.records import Finding, Polarity
from hairtx.engines.claims.scope import conditional, future, negated, polarity, segment_of
from hairtx.engines.claims.subjects import condition, jurisdictions, population, subjects

_HAIR = re.compile(r"\b(?:hair|scalp|bald\w*|alopecia)\b", re.IGNORECASE)
_TRIED = re.compile(r"\b(?:fail\w*|unable|yet|never|manag\w+)\W+(?:\w+\W+){0,3}$|\bfail\w* to\b", re.IGNORECASE)
_OTHER_ONE = re.compile(
    r"^\W*(?:the other(?: one)?|the second(?: one)?|the only other(?: one)?)\b\W+(?:\w+\W+){0,2}?(?:is|being|was)\b", re.IGNORECASE
)
_PRESUPPOSED = re.compile(
    r"\b(?:before|ahead of|pending|awaiting|until|prior to|after|since|following|despite|without needing)\W+(?:(?:its"
    r"|the|their|a|an|U\.?S\.?|FDA|European|full|final|regulatory|formal|marketing|Japanese"
    r"|Korean|\w+['’]s)\W+){0,4}$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:so that|in order to|(?:needs?|needed|required?|necessary) (?:for|to)|so (?:it|they"
    r"|he|we) can|to (?:win|get|gain|obtain|secure|earn|support|seek) (?:its |the |an? |FDA "
    r"|regulatory |US |full |final )*)\W*(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:w[io]ns?|gain(?:s|ed)?|grant(?:s|ed)?|g[eo]ts?|gotten|receiv\w+|g[ai]ven?|gives"
    r"|giving|secur\w+|earn\w*|obtain\w*|holds?|den(?:y|ied)|await\w*|expect\w*|anticipat\w*"
    r"|announc\w+|lead to|led to|clinch\w*"
    r"|land(?:s|ed)|waits? for|bag(?:s|ged)|likely|possible|hop(?:e|es|ed|ing) for|nears?|scor\w+|pick(?:s"
    r"|ed) up|extend\w+|revok\w+|lack\w*)\W+(?:[\w.'’-]+\W+){0,6}$"
    r"|\b(?:ha[sv]e?|had|with|no|not|without|any)\W+(?:[\w.'’-]+\W+){0,3}$|\b(?:FDA|EMA|EU"
    r"|US|European|Japanese|Korean|MFDS|TGA)\W+(?:marketing )?$(?=.?)",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"^\W*(?:[\w.]+\W+){0,9}?(?:(?:is|was|has been|were|are|be|been)\W+(?:\w+\W+)?(?:granted"
    r"|given|expected|anticipated|announced|denied|not there|likely|possible|pending|extended"
    r"|issued|due|acquired|obtained|taken)|came|come|comes|not there|arrived|in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_DISPUTED = re.compile(
    r"\b(?:the claims?|myth|rumou?rs?|idea|question|notion|wonder(?:s|ed)?|asks?|asked|unclear|unknown)\W+(?:of\W+)?(?:that|whether|if)\b[^.;]*$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(?:FDA|agency|regulat\w+|510|device|laser|comb|cap|helmet|robot|system|market\w*|Food and Drug"
    r"|authorit\w+|de novo|for (?:use|sale)|cleared (?:for|by|in|as|to|this|last|on|since)|clearance (?:in|on|this|last|for|from))\b",
    re.IGNORECASE,
)
_NOD = re.compile(r"nod|thumbs|green|go-ahead|okay|OK|blessing|backing", re.IGNORECASE)
_NO_TREATMENT = re.compile(
    r"\b(?:no|not (?:a single|one|any)|not yet an?|neither|without an?|isn't an?|nothing) (?:\w+[- ]){0,4}?(?:approv\w+"
    r"|licen[sc]ed|authori[sz]ed|cleared)(?:\W+(?:\w+\W+){0,3}?(?:drugs?|treatments?|cures?"
    r"|therap(?:y|ies)|medicines?|medications?|options?|product|for))?",
    re.IGNORECASE,
)
_APART = {"warned", "recommended", "not-recommended", "withdrawn", "refused"}
_ASKS = {"filing-planned", "in-review", "more-needed", "meeting"}
_ACTIVE_LICENCE = re.compile(
    r"\b(?:is|are|was|were|been|be|being|now|newly|only|first|not|the|a|an|officially|already|also|and|yet)\W+$", re.IGNORECASE
)

_DECIDES = re.compile(
    r"\b(?:FDA|authority|authorities|agency|agencies|regulators?|ministry|watchdogs?|countr(?:y|ies)|nobody)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)


def find(article: Article, scene: Scene, before: list[Finding]) -> list[Finding]:
    """The regulatory claims of a sentence, one for each treatment, place and reading."""
    found: list[Finding] = []
    hits = BOOK.hits(scene.text)
    names = {hit.name for hit in hits}
    if "ind" in names:
        hits = [hit for hit in hits if hit.name != "in-review"]
    if names - {"meeting"}:
        hits = [hit for hit in hits if hit.name != "meeting"]
    for hit in hits:
        for one in _read(article, scene, hit):
            if not any(_same(one, other) for other in found):
                found.append(one)
    return found or _sequel(article, scene, before)


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
    if _skipped(scene, hit, clause, before):
        return []
    meant = polarity(text, hit.start, hit.end, part)
    if hit.name == "approved" and re.search(r"\b(?:no|without|lacks?|lacking)\b", hit.match[0], re.IGNORECASE):
        meant = "negated"
    status = _status(hit, meant, clause, text)
    if status is None:
        return []
    if status == "filing-planned" or hit.name == "decision-due":
        meant = "hedged"
    says: dict[str, Any] = {"status": status}
    if hit.match[0].lower().startswith(("may ", "can ")):
        says["loose"] = True
    if hit.name == "widened" or (hit.name == "approved" and _NOD.search(hit.match[0])):
        says["loose"] = True
    if status == "not-approved" and hit.name == "cleared":
        says["loose"] = True
    note_ordinal(says, text, hit, part)
    dates = list(spans(clause, article.published))
    if dates:
        says["date"] = nearest(dates, hit.start - part[0], hit.end - part[0]).written
    people = population(_people_said(says, clause, text[part[0] :], text))
    if people:
        says["population"] = people
    if _HAIR.search(text):
        says["use"] = "hair"
    where = jurisdictions(scene, hit.start, authority=True)
    if status == "ce-marked" or (status == "not-approved" and hit.name == "ce-marked"):
        where = ("EU",)
    ids: list[str | None] = list(
        subjects(
            article,
            scene,
            hit.start,
            hit.end,
            loose=hit.name not in {"warned", "recommended", "off-label", "designated", "unapproved"} or len(article.counts) == 1 or scene.near,
        )
    )
    listed = list(dict.fromkeys(one.ids[0] for one in scene.named("treatment")))
    if says.get("approved_drugs") == len(listed):
        ids = list(listed)
    if _about_all(text, hit, scene):
        says = {"status": "none-approved"}
        found = condition(article, scene, hit.start, hit.end, None) or article.main_condition
        return [Finding("regulatory", None, where, "negated", says, hit.start, hit.end, found)]
    return [
        Finding("regulatory", id_, where, meant, dict(says), hit.start, hit.end, condition(article, scene, hit.start, hit.end, id_)) for id_ in ids
    ]


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
        and not re.search(r"\bit\b|\bthe drug\b", text[: found.start()], re.IGNORECASE)
        and not re.match(r"\W*(?:it|them|(?:the|this|that|its) \w+)\b", text[hit.end : hit.end + 20], re.IGNORECASE)
    )


def _skipped(scene: Scene, hit: Hit, clause: str, before: str) -> bool:
    text = scene.text
    lower = clause.lower()
    if (
        hit.name == "approved"
        and text[hit.start - 5 : hit.start].strip()[:1] in {'"', "“"}
        and re.search(r"\b(?:false|untrue|misleading|not true|incorrect|bogus)\b", text, re.IGNORECASE)
    ):
        return True
    if _DISPUTED.search(before) or (hit.match[0].lower().startswith("recogni") and not _DECIDES.search(before)):
        return True
    if hit.match[0].lower() in {"licensed", "licenced"} and not _ACTIVE_LICENCE.search(before):
        # “Korea licensed the drug” is an act; “the firm, which licensed the technology” bought it.
        start = hit.start - len(before)
        if not any(start <= one.end <= hit.start for one in scene.places) and not _DECIDES.search(before):
            return True
    if hit.name in {"approved", "refused", "withdrawn", "trial-authorised"} and any(word in lower for word in NOT_SELLING):
        return True
    if hit.name == "cleared" and re.match(r"\W*(?:means|meant|is (?:not|a|given)|requires|only)\b", text[hit.end : hit.end + 14], re.IGNORECASE):
        return True
    if hit.name == "cleared" and not hit.match[0].lower().startswith("substantial") and not _DEVICE.search(text):
        return True
    if hit.name == "approved" and hit.match[0].lower() in {"approval", "approvals", "authorisation", "authorization"}:
        if re.search(r"\b(?:same as|like|means?|equals?|than|no more than)\W+(?:an?\W+|full\W+)*$", before, re.IGNORECASE):
            return True
        came = _GIVEN.search(before) or _CAME.match(text[hit.end : hit.end + 100])
        if not came:
            return True
    if hit.name in {"approved", "cleared", "ce-marked"} and (_PRESUPPOSED.search(before) or (_PURPOSE.search(before) and not _TRIED.search(before))):
        return not spans(clause)
    return hit.name == "in-review" and hit.match[0].lower() in {"filed", "files"} and "lawsuit" in lower


def _status(hit: Hit, meant: Polarity, clause: str, text: str) -> str | None:
    """The status that a clause gives, in the words of `says`."""
    name = hit.name
    if name in {"approved", "cleared", "ce-marked"}:
        if meant == "negated":
            return "not-approved"
        if meant == "hedged":
            return "approval-expected" if future(clause) or conditional(clause) else name
        return name
    if name == "trial-authorised" and re.search(
        r"\b(?:asks?|asked|asking|seeks?|seeking|sought|request\w*|appl(?:y|ies|ied)|wants?|hopes?)\W+(?:\w+\W+){0,4}$",
        text[max(0, hit.start - 60) : hit.start],
        re.IGNORECASE,
    ):
        return "ind-submitted"
    if name == "ind":
        before = text[max(0, hit.start - 120) : hit.start]
        after = text[hit.end : hit.end + 60]
        if re.search(r"\b(?:filed|submitted|sent|fil(?:e|ing)|submit\w*|lodged|asks?|seek\w*|applied)\b", before + after, re.IGNORECASE):
            return "ind-submitted"
        return (
            "trial-authorised"
            if re.search(
                r"\b(?:clear\w*|accept\w*|approv\w*|grant\w*|active|open\w*|effective|receiv\w*|holds?|allow\w*|won|got|under an?)\b",
                before[-60:] + after,
                re.IGNORECASE,
            )
            else None
        )
    if name == "trial-authorised" and re.search(r"\b(?:yet to|awaits?|awaiting|still to)\b", hit.match[0], re.IGNORECASE):
        return "trial-expected"
    if name == "trial-authorised":
        return (
            "trial-expected"
            if meant == "negated" and re.search(r"\b(?:yet|awaits?|awaiting|still)\b", clause, re.IGNORECASE)
            else "trial-refused"
            if meant == "negated"
            else "trial-expected"
            if meant == "hedged" and future(clause) and not re.search(r"\b(?:was|were|has|have|been|had|granted|gave|got|cleared)\b", clause)
            else name
        )
    if name == "recommended":
        return (
            "not-recommended"
            if meant == "negated"
            or re.search(
                r"reject|negative|turn\w* (?:\w+ ){0,3}?down|said no|not recommend|refus\w+ to recommend|declin\w+ to", clause, re.IGNORECASE
            )
            else name
        )
    if name == "not-filed":
        return "not-filed"
    if name == "safety-review":
        return "under-safety-review"
    if name == "warned" and (meant == "negated" or re.search(r"\bno\b", hit.match[0], re.IGNORECASE)):
        return "not-warned"
    if name == "undecided":
        return "in-review"
    if name == "widened":
        return "not-approved" if meant == "negated" else "approval-expected" if meant == "hedged" else "approved"
    if name == "off-label":
        return "off-label"
    if name == "decision-due":
        return "approval-expected"
    if name == "unapproved":
        return "not-approved"
    if name == "first":
        return "not-approved"
    if name in {"refused", "withdrawn"} and meant == "negated":
        return None
    if name == "in-review" and meant == "negated":
        return "not-filed"
    if name == "in-review" and future(text[max(0, hit.start - 40) : hit.start]):
        return "filing-planned"
    return name


def _sequel(article: Article, scene: Scene, before: list[Finding]) -> list[Finding]:
    """“The other one is …” after “one of two that are approved” says the same of another."""
    if not _OTHER_ONE.search(scene.text):
        return []
    led = next((one for one in before if one.kind == "regulatory" and one.says.get("approved_drugs")), None)
    named = scene.named("treatment")
    if led is None or not named:
        return []
    denied = negated(scene.text, named[0].start, named[0].end, (0, len(scene.text)))
    says = {"status": "not-approved" if denied else led.says["status"]}
    return [
        Finding(
            "regulatory", named[0].ids[0], led.jurisdictions, "negated" if denied else led.polarity, says, named[0].start, named[0].end, led.condition
        )
    ]
