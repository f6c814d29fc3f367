"""What the knowledge base tells of a network's trials: how they were run, whom they fit, and what nobody reported."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hairtx.engines.evidence.candidates import WITHIN_PEOPLE, design_is_known
from hairtx.engines.evidence.domains import Grounds, Record
from hairtx.engines.evidence.selection import Included, Selected
from hairtx.model.trials import Trial

_MASKED = re.compile(r"(?:double|triple|quadruple)[- ](?:blind|mask)", re.IGNORECASE)
_MASKED_AGAINST_CONTROL = re.compile(r"(?=.*(?:blind|mask))(?=.*(?:placebo|vehicle|sham)-controlled)", re.IGNORECASE | re.DOTALL)
_ONE_SIDE = re.compile(
    r"(?:single|evaluator|observer|investigator|assessor|rater|part)\w*[- ](?:blind|mask)|unmasked|unblind|open[- ]label", re.IGNORECASE
)
_PARTLY = re.compile(r"blind|mask", re.IGNORECASE)
_FINISHED = {"completed", "terminated"}
_FAR = 0.5
"""A result further from the week asked for than this part of the window counts as another time."""


def record_of(selected: Selected, trials: Iterable[tuple[str, Trial]]) -> Record:
    """The record of every trial in the network, and of each node the finished trials of its treatments that have no result here."""
    grounds = {one.id: _grounds(one, selected) for one in selected.included}
    known = {id_ for one in selected.included for id_ in (one.id, *one.trial.other_ids)}
    mute = [(id_, trial) for id_, trial in trials if id_ not in known and trial.status in _FINISHED and not trial.outcomes]
    silent = {
        node.id: tuple(id_ for id_, trial in mute if set(node.treatments) <= set(trial.treatments))
        for node in selected.nodes.values()
        if node.control is None
    }
    return Record(grounds, silent)


def _grounds(one: Included, selected: Selected) -> Grounds:
    bias, reason = _bias(one)
    reasons: list[str] = []
    if one.trial.condition != selected.condition:
        reasons.append(f"trials of {one.trial.condition.replace('-', ' ')}")
    if selected.everybody and len({other.people for other in selected.included}) > 1:
        reasons.append("men and women, or ages, mixed in one network")
    if abs(one.week - selected.week) > _FAR * selected.window:
        reasons.append(f"read at week {one.week:g}, not {selected.week:g}")
    return Grounds(bias, reason, min(len(reasons), 2), tuple(reasons))


def _bias(one: Included) -> tuple[int | None, str]:
    """From the recorded design alone: nobody's formal judgement is recorded."""
    design = one.trial.design or ""
    if not design_is_known(one.trial) and not _MASKED.search(design):
        level, reason = (None, "design not recorded") if not design else (1, "randomisation not stated")
    elif _MASKED.search(design):
        level, reason = 0, "randomised and double-blind by its record"
    elif _MASKED_AGAINST_CONTROL.search(design) and not _ONE_SIDE.search(design):
        level, reason = 0, "randomised, masked and placebo-controlled by its record"
    elif _PARTLY.search(design):
        level, reason = 1, "randomised, masked in part"
    else:
        level, reason = 1, "randomised, blinding not stated"
    if WITHIN_PEOPLE.search(design):
        level, reason = max(level or 0, 1), f"{reason}; both treatments on the same people, weighed as if on different ones"
    if one.figures.borrowed:
        level, reason = min((level or 0) + 1, 2), f"{reason}; its spread is borrowed"
    return level, reason
