"""Arms of a trial against its size, and results against the arms. The figures themselves are judged by figures-agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hairtx.lint.nearness import nearest
from hairtx.lint.rule import Finding, Path, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.trials import Outcome, Trial

# In these designs one person counts in several arms, so the arms need not add up to the trial.
_OVERLAPPING = re.compile(
    r"cross-?over|split|half[- ](head|scalp|side|face)|treated side|each scalp|separate (sites|areas|regions)|contralateral|side-by-side|paired"
    r"|(intra|within)-?(individual|person|patient|subject)|self-controlled|extension|re-?randomi[sz]|withdrawal",
    re.IGNORECASE,
)


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each arm too many, missing or too large."""
    for id_, trial in knowledge.trials.items():
        path: Path = ("trials", id_)
        yield from _size(path, trial)
        for at, outcome in enumerate(trial.outcomes):
            yield from _results((*path, "outcomes", at), outcome, trial)


def _size(path: Path, trial: Trial) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, arm in enumerate(trial.arms):
        if arm.id in seen:
            yield Finding((*path, "arms", at, "id"), f'two arms are called "{arm.id}"', "rename one")
        seen.add(arm.id)
        if trial.n is not None and arm.n is not None and arm.n > trial.n + 1:
            yield Finding((*path, "arms", at, "n"), f'arm "{arm.id}" holds {arm.n} people, the whole trial {trial.n}', "look both up in the source")
    total = sum(arm.n or 0 for arm in trial.arms)
    if trial.n is not None and total > trial.n + max(2, 0.02 * trial.n) and not _OVERLAPPING.search(trial.design or ""):
        yield Finding(
            (*path, "arms"),
            f"the arms hold {total} people, the trial {trial.n}",
            "if one person is in several arms, let `design` say so (crossover, split-scalp)",
        )


def _results(path: Path, outcome: Outcome, trial: Trial) -> Iterator[Finding]:
    arms = {arm.id: arm for arm in trial.arms}
    seen: set[str] = set()
    for at, result in enumerate(outcome.arms):
        here = (*path, "arms", at)
        arm = arms.get(result.arm)
        if arm is None:
            yield Finding((*here, "arm"), f'the trial has no arm "{result.arm}"', nearest(result.arm, arms))
        elif result.n is not None and arm.n is not None and result.n > arm.n + 1:
            yield Finding((*here, "n"), f'{result.n} people counted in arm "{arm.id}", which holds {arm.n}', "look both up in the source")
        if result.arm in seen:
            yield Finding((*here, "arm"), f'the arm "{result.arm}" has two results in one outcome', "give a subgroup or another week its own outcome")
        seen.add(result.arm)
    for at, contrast in enumerate(outcome.contrasts):
        for key, named in (("arm", contrast.arm), ("against", contrast.against)):
            if named not in arms:
                yield Finding((*path, "contrasts", at, key), f'the trial has no arm "{named}"', nearest(named, arms))
        if contrast.arm == contrast.against:
            yield Finding((*path, "contrasts", at), f'the arm "{contrast.arm}" is held against itself', "name the arm it was compared with")


RULE = Rule(
    name="arms-add-up",
    sentence="Results and contrasts name arms of their trial, each once, and no arm counts more people than there were.",
    check=check,
)
