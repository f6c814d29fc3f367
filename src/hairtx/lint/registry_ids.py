"""Trial ids that no registry prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.naming import key

# How an id begins -> its whole form, and that form in words.
_REGISTRIES = {
    "NCT": (r"NCT\d{8}", "NCT and 8 digits"),
    "ISRCTN": (r"ISRCTN\d{8}", "ISRCTN and 8 digits"),
    "EUCTR": (r"EUCTR\d{4}-\d{6}-\d{2}(-[A-Z]{2})?", "EUCTR2015-002487-24"),
    "jRCT": (r"jRCT(\d{10}|[a-z]\d{9})", "jRCT and 10 digits, or jRCT, a letter and 9"),
    "JapicCTI": (r"JapicCTI-\d{6}", "JapicCTI-152829"),
    "UMIN": (r"UMIN\d{9}", "UMIN and 9 digits"),
    "JPRN": (r"JPRN-(UMIN\d{9}|JapicCTI-?\d{6}|jRCTs?\d{9,10})", "JPRN-UMIN000012345"),
    "ChiCTR": (r"ChiCTR(\d{10}|-[A-Z]{3,4}-\d{8})", "ChiCTR and 10 digits, or ChiCTR-TRC-12002340"),
    "CTRI": (r"CTRI/\d{4}/\d{2,3}/\d{6}", "CTRI/2018/01/011111"),
    "CTR": (r"CTR\d{8}", "CTR and 8 digits"),
    "KCT": (r"KCT\d{7}", "KCT and 7 digits"),
    "ACTRN": (r"ACTRN\d{14}p?", "ACTRN and 14 digits, with a p while provisional"),
    "IRCT": (r"IRCT\d{11,14}N\d{1,3}", "IRCT20150101020112N5"),
    "NTR": (r"NTR\d{1,5}", "NTR and up to 5 digits"),
    "DRKS": (r"DRKS\d{8}", "DRKS and 8 digits"),
    "TCTR": (r"TCTR\d{11}", "TCTR and 11 digits"),
    "PACTR": (r"PACTR\d{15,16}", "PACTR and 15 or 16 digits"),
    "RBR": (r"RBR-[0-9a-z]{6,8}", "RBR-2f8xxs"),
}
_OWN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each trial id out of form, and each other id that is itself a trial."""
    trials = {key(id_): id_ for id_ in knowledge.trials}
    for id_, trial in knowledge.trials.items():
        if wrong := _fault(id_):
            yield wrong
        for at, other in enumerate(trial.other_ids):
            if key(other) in trials:
                itself = trials[key(other)] == id_
                message = f'the other id "{other}" is {"the id of this trial" if itself else "a trial of its own"}'
                yield Finding(("trials", id_, "other_ids", at), message, "take it out" if itself else "join the two records, or take it out")


def _fault(id_: str) -> Finding | None:
    own = _OWN.fullmatch(id_) is not None
    for start, (form, words) in _REGISTRIES.items():
        if re.match(rf"{start}[-/]?[A-Z]*[-/]?\d", id_, re.IGNORECASE) and not (own and id_.count("-") > 1):
            return None if re.fullmatch(form, id_, re.ASCII) else Finding(("trials", id_), f'"{id_}" is no id of {start}', f"its form: {words}")
    if own:
        return None
    message = f'"{id_}" is neither an id of a registry nor in kebab-case'
    return Finding(("trials", id_), message, "write it as the registry prints it, or as author-2002-treatment")


RULE = Rule(
    name="registry-ids",
    sentence="A trial's id is as its registry prints it, or in kebab-case (author-year where known); no other id of it is a trial too.",
    check=check,
)
