"""How much the studies differ beyond chance: the heterogeneity variance, Q with its split, and I2.

The variance by restricted maximum likelihood, or by the generalised method of moments (DerSimonian-Laird's way for
networks, Jackson 2012). Q falls into what studies of one design (the same set of arms) disagree within, and what the
designs disagree between, which is the network's incoherence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from hairtx.engines.evidence.distributions import chi_squared_above
from hairtx.engines.evidence.network import Fit, Network
from hairtx.engines.evidence.studies import Study
from hairtx.model.value import Value, replace

Method = Literal["reml", "dl"]
_GRID = 30
_GOLDEN = 0.6180339887498949
_STEPS = 80


class Q(Value, frozen=True):
    """A sum of squares with its degrees of freedom and p value; p is None without any freedom."""

    value: float
    df: int
    p: float | None


class Heterogeneity(Value, frozen=True):
    """`tau2` is None where no comparison was repeated; `i2` in percent of the variation, None likewise."""

    tau2: float | None
    method: Method
    i2: float | None
    total: Q
    within: Q
    between: Q


def heterogeneity(network: Network, method: Method) -> Heterogeneity:
    """The heterogeneity of a connected network."""
    common = Fit(network, 0.0)
    df, q = network.df, common.q
    within, within_df = _within_designs(network.studies)
    tau2 = None if df < 1 else _reml(network) if method == "reml" else _moments(common)
    return Heterogeneity(
        tau2,
        method,
        None if df < 1 else max(0.0, 100 * (q - df) / q) if q > 0 else 0.0,
        _q(q, df),
        _q(within, within_df),
        _q(max(q - within, 0.0), df - within_df),
    )


def _q(value: float, df: int) -> Q:
    return Q(value if df else 0.0, df, chi_squared_above(value, df))


def _within_designs(studies: Sequence[Study]) -> tuple[float, int]:
    designs: dict[frozenset[str], list[Study]] = {}
    for study in studies:
        designs.setdefault(frozenset(study.treatments), []).append(study)
    repeated = [Network(held) for held in designs.values() if len(held) > 1]
    return sum(Fit(one, 0.0).q for one in repeated), sum(one.df for one in repeated)


def _moments(common: Fit) -> float:
    """(Q - df) over its slope in the variance, which is tr(WΣ) - tr(L⁻¹ X'WΣWX); none below zero."""
    network = common.network
    size = len(network.treatments)
    spread = np.zeros((size, size))
    slope = 0.0
    for batch, weight in zip(network.batches, common.weights, strict=True):
        slope += float(np.einsum("mij,ji->", weight, batch.between))
        middle = batch.differences.T @ (weight @ batch.between @ weight) @ batch.differences
        np.add.at(spread, (batch.arms[:, :, None], batch.arms[:, None, :]), middle)
    slope -= float(np.einsum("ij,ji->", common.covariance, spread))
    return max(0.0, (common.q - network.df) / slope) if slope > 0 else 0.0


def _reml(network: Network) -> float:
    """The variance with the largest restricted likelihood: the best of a grid, then a golden section around it.

    The grid guards against likelihoods with two peaks. Its top is ten times what the studies would give if all
    their spread were heterogeneity.
    """
    top = 10 * _largest(network)
    if top <= 0:
        return 0.0
    grid = [0.0, *(top * 10 ** (-8 * (1 - at / (_GRID - 1))) for at in range(_GRID))]
    heights = [Fit(network, tau2).restricted_log_likelihood for tau2 in grid]
    best = max(range(len(grid)), key=lambda at: heights[at])
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)]
    found = _golden(network, low, high)
    return 0.0 if heights[0] >= Fit(network, found).restricted_log_likelihood else found


def _largest(network: Network) -> float:
    """The residual variance with all studies weighed alike."""
    alike = Network([replace(study, covariance=_unit_covariance(len(study.estimates))) for study in network.studies])
    return Fit(alike, 0.0).q / network.df


def _unit_covariance(size: int) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(1.0 if row == column else 0.5 for column in range(size)) for row in range(size))


def _golden(network: Network, low: float, high: float) -> float:
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = (Fit(network, tau2).restricted_log_likelihood for tau2 in (left, right))
    for _ in range(_STEPS):
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = Fit(network, left).restricted_log_likelihood
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = Fit(network, right).restricted_log_likelihood
        if high - low <= 1e-9 * high:
            break
    return (low + high) / 2
