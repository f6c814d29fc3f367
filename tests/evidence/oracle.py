"""Another way to the same answers: arms instead of contrasts.

Each arm is a row of one dense regression with an intercept for each study and a column for each treatment. An arm's
variance is its own plus half the heterogeneity variance, which gives contrasts that share an arm the covariance of
one half. Slow and plain on purpose, and written without a look at the engine.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from hairtx.model.arms import StudyArm


class Oracle(NamedTuple):
    """Effects and errors against the reference, the heterogeneity variance, Q and its degrees of freedom."""

    effects: dict[str, tuple[float, float]]
    tau2: float
    q: float
    df: int


def arm_value(arm: StudyArm, effect: str, add: float) -> tuple[float, float]:
    if effect == "md":
        assert arm.mean is not None
        se = arm.se if arm.se is not None else (arm.sd or 0.0) / math.sqrt(arm.n or 1)
        return arm.mean, se**2
    assert arm.events is not None and arm.n is not None
    yes, no = arm.events + add, arm.n - arm.events + add
    if effect == "or":
        return math.log(yes) - math.log(no), 1 / yes + 1 / no
    if effect == "rr":
        return math.log(yes) - math.log(yes + no), 1 / yes - 1 / (yes + no)
    share = yes / (yes + no)
    return share, share * (1 - share) / (yes + no)


def _rows(arms: list[StudyArm], effect: str, reference: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    studies = sorted({arm.study for arm in arms})
    others = sorted({arm.treatment for arm in arms} - {reference})
    empty = {arm.study for arm in arms if arm.events is not None and arm.events in (0, arm.n)}
    values = [arm_value(arm, effect, 0.5 if arm.study in empty and effect != "md" else 0.0) for arm in arms]
    design = np.zeros((len(arms), len(studies) + len(others)))
    for at, arm in enumerate(arms):
        design[at, studies.index(arm.study)] = 1
        if arm.treatment != reference:
            design[at, len(studies) + others.index(arm.treatment)] = 1
    return design, np.array([value for value, _ in values]), np.array([variance for _, variance in values]), others


def _weigh(design: np.ndarray, y: np.ndarray, variance: np.ndarray) -> tuple[np.ndarray, np.ndarray, float, float]:
    root = 1 / np.sqrt(variance)
    left, right = design * root[:, None], y * root
    beta, *_ = np.linalg.lstsq(left, right, rcond=None)
    rss = float(np.sum((right - left @ beta) ** 2))
    information = left.T @ left
    likelihood = -0.5 * (np.sum(np.log(variance)) + np.linalg.slogdet(information)[1] + rss)
    return beta, np.linalg.inv(information), rss, float(likelihood)


def solve(arms: list[StudyArm], effect: str, reference: str, tau2: float | str = 0.0) -> Oracle:
    """The answer with a given heterogeneity variance, or with that of "reml" by trying ever finer grids."""
    design, y, variance, others = _rows(arms, effect, reference)
    _, _, q, _ = _weigh(design, y, variance)
    df = len(arms) - design.shape[1]
    if tau2 == "reml":
        low, high = 0.0, 20 * float(np.var(y)) + 1e-9
        for _ in range(12):
            grid = np.linspace(low, high, 41)
            heights = [_weigh(design, y, variance + one / 2)[3] for one in grid]
            best = int(np.argmax(heights))
            low, high = grid[max(best - 1, 0)], grid[min(best + 1, 40)]
        tau2 = float(grid[best]) if df else 0.0
    assert isinstance(tau2, float)
    beta, covariance, _, _ = _weigh(design, y, variance + tau2 / 2)
    first = design.shape[1] - len(others)
    effects = {name: (float(beta[first + at]), math.sqrt(covariance[first + at, first + at])) for at, name in enumerate(others)}
    return Oracle(effects, tau2, q, df)
