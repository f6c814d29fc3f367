"""What counts as one treatment in a network: the treatment with its dose, what it was added to, or the control.

Doses stand apart unless they are merged; placebo, vehicle, sham and saline are one control unless kept apart; a
control given on top of a treatment is that treatment alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from hairtx.model.trials import Arm
from hairtx.model.value import Value

CONTROL = "placebo"
"""The id of the merged control, so that `--reference placebo` always names it."""
MERGED_CONTROLS = ("placebo", "vehicle", "sham", "saline")
_SAME_DOSE = (
    (re.compile(r"\b(?:once daily|once a day|a day|per day|every day|each day)\b", re.IGNORECASE), "daily"),
    (re.compile(r"\b(?:twice a day|two times daily|bid)\b", re.IGNORECASE), "twice daily"),
    (re.compile(r"\b(?:once weekly|once a week|a week|per week|every week)\b", re.IGNORECASE), "weekly"),
    (re.compile(r"\babout ", re.IGNORECASE), ""),
)
_NO_WORD = re.compile(r"[^a-z0-9.]+")


class NodeName(Value, frozen=True):
    """A node: its id (`baricitinib:4-mg-daily`, `a+b`, `placebo`), a name for people, and the records it stands for."""

    id: str
    name: str
    treatments: tuple[str, ...]
    dose: str | None = None
    control: str | None = None


def node_of(arm: Arm, names: Mapping[str, str], comparators: Mapping[str, str], *, merge_doses: bool, separate_controls: bool) -> NodeName | None:
    """The node of an arm; None where its treatment is not recorded. `names` and `comparators` give names by id."""
    if arm.treatment is None:
        return None
    background = tuple(sorted(set(arm.added_to)))
    if arm.treatment in comparators:
        merged = not separate_controls and arm.treatment in MERGED_CONTROLS
        if background and (merged or arm.treatment == "no-treatment"):
            return NodeName("+".join(background), _joined(background, names), background, None, arm.treatment)
        id_ = CONTROL if merged else arm.treatment
        return NodeName("+".join((id_, *background)), _joined((id_, *background), {**names, **comparators}), (id_, *background), None, arm.treatment)
    dose = None if merge_doses else same_dose(arm.dose)
    parts = sorted({arm.treatment, *background})
    ids = [f"{one}:{_slug(dose)}" if dose and one == arm.treatment else one for one in parts]
    words = [f"{_name(one, names)} {dose}" if dose and one == arm.treatment else _name(one, names) for one in parts]
    return NodeName("+".join(ids), " with ".join(words), tuple(parts), dose)


def same_dose(dose: str | None) -> str | None:
    """The dose in one spelling, so that “4 mg once daily” and “4 mg a day” are one."""
    if dose is None:
        return None
    text = " ".join(dose.split())
    for pattern, instead in _SAME_DOSE:
        text = pattern.sub(instead, text)
    return " ".join(text.split()).strip(" .,;") or None


def _slug(dose: str) -> str:
    return _NO_WORD.sub("-", dose.casefold().replace("%", " percent").replace("µ", "u").replace("μ", "u")).strip("-") or "dose"


def _name(id_: str, names: Mapping[str, str]) -> str:
    return names.get(id_, id_.replace("-", " "))


def _joined(ids: tuple[str, ...], names: Mapping[str, str]) -> str:
    return " with ".join(_name(one, names) for one in ids)
