"""What a sentence says in passing of another treatment than the one it decides on: “…, Y is not”, “the other one is Y”."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Scene
from hairtx.engines.claims.records import Finding
from hairtx.engines.claims.scope import negated
from hairtx.model.value import replace

_IS_NOT = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:(?:is|are|was|has|does) not|(?:is|are|was|has|does)n't)(?: (?:yet|so far))?\s*(?:[.;,)—–-]|$)", re.IGNORECASE
)
_IS = re.compile(r"\W*(?:is|are|was|has been)\s*(?:[.;)]|$)", re.IGNORECASE)
_BUT_NOT = re.compile(r"\bbut not (?:\w+ )?$", re.IGNORECASE)
_OTHER_ONE = re.compile(
    r"^\W*(?:the other(?: one)?|the second(?: one)?|the only other(?: one)?)\b\W+(?:\w+\W+){0,2}?(?:is|being|was)\b", re.IGNORECASE
)


def of_the_other(scene: Scene, found: list[Finding]) -> list[Finding]:
    """What “while X is approved, Y is not” and “X, but not Y, is approved” deny of Y, and “X is not, but Y is” says of it."""
    told = {one.treatment for one in found}
    refused = next((one for one in found if one.says["status"] == "not-approved" and one.polarity == "negated" and one.treatment), None)
    if refused is not None:
        others = [one.ids[0] for one in scene.named("treatment") if one.ids[0] not in told and one.start > refused.end]
        ends = [one.end for one in scene.named("treatment") if one.ids[0] in others]
        if len(set(others)) == 1 and _IS.match(scene.text[ends[-1] :]):
            return [replace(refused, treatment=others[0], polarity="affirmed", says={**refused.says, "status": "approved"})]
    led = next((one for one in found if one.says["status"] in {"approved", "cleared"} and one.polarity == "affirmed"), None)
    if led is None:
        return []
    denied = [
        one.ids[0]
        for one in scene.named("treatment")
        if one.ids[0] not in told
        and (
            _IS_NOT.match(scene.text[one.end :])
            if one.start > led.end
            else _BUT_NOT.search(scene.text[: one.start]) and scene.text[one.end :][:1] == ","
        )
    ]
    says = {"status": "not-approved"} | ({"use": led.says["use"]} if led.says.get("use") == "hair" else {})
    return [replace(led, treatment=id_, polarity="negated", says=dict(says)) for id_ in dict.fromkeys(denied)]


def sequel(scene: Scene, before: list[Finding]) -> list[Finding]:
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
