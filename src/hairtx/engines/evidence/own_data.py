"""Studies made of somebody's own figures: which effect they allow, and each study's contrasts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hairtx.engines.evidence.studies import Measured, Study, study_from_arms, study_from_contrasts
from hairtx.errors import UsageProblem
from hairtx.model.arms import StudyArm, StudyContrast

_MOST_TREATMENTS = 150
Row = TypeVar("Row", StudyArm, StudyContrast)


def effect_of(arms: Sequence[StudyArm], contrasts: Sequence[StudyContrast], asked: Measured | None) -> Measured:
    """The effect asked for, or the one the rows allow: mean difference of means, odds ratio of events.

    Raises UsageProblem where rows hold both, or reported differences whose scale nobody said.
    """
    if asked:
        return asked
    if contrasts:
        raise UsageProblem("these are reported differences; say with --effect what they are (or and rr: estimate and se of the logarithm)")
    means, events = any(arm.mean is not None for arm in arms), any(arm.events is not None for arm in arms)
    if means and events:
        raise UsageProblem("some figures are means and some are events, which cannot be pooled; say with --effect which to analyse: md, or, rr, rd")
    return "md" if means else "or"


def studies_of(arms: Sequence[StudyArm], contrasts: Sequence[StudyContrast], effect: Measured) -> list[Study]:
    """Every study, in the order of the file. Raises UsageProblem with the row of the first figure that cannot be used."""
    made = [study_from_arms(held, effect) for held in _grouped(arms)] + [study_from_contrasts(held) for held in _grouped(contrasts)]
    treatments = {name for study in made for name in study.treatments}
    if len(treatments) > _MOST_TREATMENTS:
        raise UsageProblem(f"the file names {len(treatments):,} treatments; at most {_MOST_TREATMENTS} can be compared with each other")
    return made


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.study, []).append(row)
    return list(groups.values())
