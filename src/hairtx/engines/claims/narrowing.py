"""Which treatment a name in an article means, where the text around it tells: another word for one named beside it, its form, or no name at all."""

from __future__ import annotations

import re

from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.records import Mention
from hairtx.model.naming import key, words

_ORIGIN = re.compile(r"\b(?:from|by)\s+(?:your |human |the |his |her )?$", re.IGNORECASE)
_CLASSED = re.compile(
    r"^[®™'’\"”)\s]*(?:\([^()]{2,60}\)\W*)?(?:,\s*|(?:,\s*(?:which|that)\s+)?\b(?:is|are|was|were)\s+)"
    r"(?:an?|the|one of the|another|its|their|the \w+['’]s?)?\s*(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)


def narrowed(text: str, found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Families that are only another word for a treatment named beside them are that treatment."""
    named = {one.ids[0] for one in found if one.what == "treatment"}
    heads: dict[str, str] = {}
    for id_ in named:
        treatment = lexicon.treatments[id_]
        for name in (treatment.name, *(name for _, name in treatment.names.all())):
            first = words(name)[:1]
            if first:
                heads.setdefault(first[0].removesuffix("s"), id_)
    kept = []
    for held in found:
        one = held
        if one.what == "family":
            first = words(one.text)[:1]
            alike = heads.get(first[0].removesuffix("s")) if first else None
            if alike and one.ids[0] in lexicon.treatments[alike].families and first[0] not in {"hair", "stem", "cell", "scalp"} | {"wnt", "jak"}:
                one = Mention(one.text, one.start, one.end, "treatment", (alike,), one.how)
            elif one.text.lower().startswith("hair transplant") and "hair-transplant" in lexicon.treatments:
                one = Mention(one.text, one.start, one.end, "treatment", ("hair-transplant",), one.how)
        kept.append(one)
    kept = _of_those_named(_by_form_named(kept, lexicon), lexicon)
    return [
        one
        for one in kept
        if one.what != "family" or not (_ORIGIN.search(text[max(0, one.start - 24) : one.start]) or _classes(text, one, kept, lexicon))
    ]


def _of_those_named(found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Without a trial's name that begins the names of trials of a treatment spoken of, and is itself a trial of another that is not."""
    named = {one.ids[0] for one in found if one.what == "treatment"}
    theirs = [key(trial.acronym) for id_ in named for trial in lexicon.trials_of(id_).values() if trial.acronym]
    return [
        one
        for one in found
        if one.what != "trial"
        or named & set(lexicon.trials[one.ids[0]].treatments)
        or not any(name.startswith(key(one.text)) and name != key(one.text) for name in theirs)
    ]


def _classes(text: str, family: Mention, found: list[Mention], lexicon: Lexicon) -> bool:
    """Whether a family's name only says of what kind a member beside it is: “baricitinib, a JAK inhibitor”, “the JAK inhibitor baricitinib”."""
    for one in found:
        if one.what != "treatment" or family.ids[0] not in lexicon.treatments[one.ids[0]].families:
            continue
        if one.end <= family.start <= one.end + 80 and _CLASSED.match(text[one.end : family.start]):
            return True
        if family.end < one.start <= family.end + 3 and not text[family.end : one.start].strip(" “\"'"):
            return True
    return False


def _by_form_named(found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """A substance's name (“ruxolitinib”) means the form that the text names by its brand (“Opzelura”), where it names no other form so."""
    said: dict[str, set[str]] = {}
    for one in found:
        if one.what == "treatment":
            said.setdefault(one.ids[0], set()).add(key(one.text))
    substances = {id_: all(len(words(one.text)) == 1 for one in found if one.what == "treatment" and one.ids[0] == id_) for id_ in said}
    turned: dict[str, str] = {}
    for id_, texts in said.items():
        shared = [other for other in said if substances[id_] and texts <= {key(name) for name in lexicon.treatments[other].shared_names}]
        others = [other for other in shared if other != id_ and any(not any(name in branded for name in texts) for branded in said[other] - texts)]
        if len(others) == 1:
            turned[id_] = others[0]
    return [
        Mention(one.text, one.start, one.end, one.what, (turned[one.ids[0]],), one.how) if one.what == "treatment" and one.ids[0] in turned else one
        for one in found
    ]
