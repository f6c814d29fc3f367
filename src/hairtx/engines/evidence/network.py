"""The network as a weighted graph: generalised least squares over the contrasts of all studies.

Rücker 2012: each study gives the Laplacian of its arms, their sum is the network's, and
its inverse without one row holds every comparison's variance. Multi-arm studies enter with their full covariance;
under random effects the heterogeneity variance is added with a correlation of one half between contrasts that share
an arm, which is the same for every choice of the shared arm. Studies with as many arms are weighed together, so that
the work grows linearly with studies.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hairtx.engines.evidence.studies import Study
from hairtx.errors import UsageProblem

Array = NDArray[np.float64]
_CRUMB = 1e-6
_NARROWEST = 1e-12
"""The smallest variance may be this part of the largest: standard errors a million times apart."""
_SMALLEST = 1e-60
_LOST = 1e-14
"""A difference smaller than this part of what it is taken from has lost its digits."""
_TOO_FAR_APART = "the network cannot be solved: its standard errors are too small, too large or too far apart for numbers to hold"


class Batch(NamedTuple):
    """All studies of k + 1 arms: their places in the study list, arms as node numbers (m, k+1), contrasts (m, k), covariance (m, k, k)."""

    places: NDArray[np.intp]
    arms: NDArray[np.intp]
    contrasts: Array
    covariance: Array

    @property
    def between(self) -> Array:
        """The covariance of contrasts that share their first arm, for a heterogeneity variance of one: 1, and 0.5 aside."""
        size = self.contrasts.shape[1]
        return 0.5 * (np.eye(size) + np.ones((size, size)))

    @property
    def differences(self) -> Array:
        """What turns arm values into contrasts (k, k+1)."""
        size = self.contrasts.shape[1]
        return np.hstack([-np.ones((size, 1)), np.eye(size)])


class Network:
    """Studies over numbered treatments, connected and ready to be weighed."""

    def __init__(self, studies: Sequence[Study]) -> None:
        self.studies = tuple(studies)
        self.treatments = tuple(sorted({name for study in studies for name in study.treatments}))
        self.number = {name: at for at, name in enumerate(self.treatments)}
        self.batches = _batches(self.studies, self.number)
        self.contrasts = sum(len(study.estimates) for study in studies)
        variances = np.concatenate([_all_variances(batch) for batch in self.batches])
        if not variances.min() > max(float(variances.max()) * _NARROWEST, _SMALLEST) or not variances.max() < 1 / _SMALLEST:
            raise UsageProblem(_TOO_FAR_APART)

    @property
    def df(self) -> int:
        """Contrasts beyond those needed to estimate the treatments."""
        return self.contrasts - (len(self.treatments) - 1)


class Fit:
    """The network weighed with one heterogeneity variance.

    `values` are each treatment against treatment 0, `covariance` theirs; `weights` are each batch's inverse covariance.
    """

    def __init__(self, network: Network, tau2: float) -> None:
        self.network = network
        self.tau2 = tau2
        size = len(network.treatments)
        laplacian, pull = np.zeros((size, size)), np.zeros(size)
        self.weights: list[Array] = []
        self.laplacians: list[Array] = []
        self._log_determinants = 0.0
        for batch in network.batches:
            spread = batch.covariance + tau2 * batch.between
            weight = np.linalg.inv(spread)
            weight = (weight + weight.transpose(0, 2, 1)) / 2
            differences = batch.differences
            own = differences.T @ weight @ differences
            weighed = np.einsum("mij,mj->mi", weight, batch.contrasts)
            np.add.at(laplacian, (batch.arms[:, :, None], batch.arms[:, None, :]), own)
            np.add.at(pull, batch.arms, weighed @ differences)
            self.weights.append(weight)
            self.laplacians.append(own)
            self._log_determinants += float(np.linalg.slogdet(spread)[1].sum())
        self._reduced = laplacian[1:, 1:]
        self.values, self.covariance = np.zeros(size), np.zeros((size, size))
        # Scaled to a unit diagonal first: weights of very different size lose no digits.
        scale = 1 / np.sqrt(np.diag(self._reduced))
        inverse = np.linalg.inv(self._reduced * np.outer(scale, scale)) * np.outer(scale, scale)
        self.covariance[1:, 1:] = (inverse + inverse.T) / 2
        self.values[1:] = self.covariance[1:, 1:] @ pull[1:]
        if not np.all(np.isfinite(self.covariance)):
            raise UsageProblem(_TOO_FAR_APART)

    @property
    def q(self) -> float:
        """The weighted sum of squares around the fit, as residuals (a difference of large sums would lose digits)."""
        return sum(float(np.einsum("mi,mij,mj->", left, weight, left)) for left, weight in zip(self.residuals(), self.weights, strict=True))

    def residuals(self) -> list[Array]:
        """Each batch's contrasts minus the fitted ones."""
        return [batch.contrasts - self.values[batch.arms] @ batch.differences.T for batch in self.network.batches]

    @property
    def restricted_log_likelihood(self) -> float:
        """Up to a constant; what REML makes as large as it can be."""
        return -0.5 * (self._log_determinants + float(np.linalg.slogdet(self._reduced)[1]) + self.q)

    def against(self, treatment: int, comparator: int) -> tuple[float, float]:
        """The estimate of one treatment minus another, and its standard error. Raises UsageProblem where rounding has eaten it."""
        estimate = float(self.values[treatment] - self.values[comparator])
        whole = float(self.covariance[treatment, treatment] + self.covariance[comparator, comparator])
        variance = whole - 2 * float(self.covariance[treatment, comparator])
        if not variance > _LOST * whole:
            raise UsageProblem(_TOO_FAR_APART)
        return estimate, sqrt(variance)

    def shares(self, treatment: int, comparator: int) -> tuple[tuple[str, float], ...]:
        """Each study's share of the comparison's variance, the largest first; they add up to one, crumbs left out.

        With L the sum of the studies' Laplacians and x = L⁻¹c, the variance c'x is x'Lx, a sum over the studies.
        """
        toward = self.covariance[:, treatment] - self.covariance[:, comparator]
        shares = np.zeros(len(self.network.studies))
        for batch, own in zip(self.network.batches, self.laplacians, strict=True):
            held = toward[batch.arms]
            shares[batch.places] = np.einsum("mi,mij,mj->m", held, own, held)
        shares /= max(float(shares.sum()), 1e-300)
        order = np.argsort(-np.round(shares, 9), kind="stable")
        return tuple((self.network.studies[at].name, float(shares[at])) for at in order[: int((shares > _CRUMB).sum())])


def _all_variances(batch: Batch) -> Array:
    """The variances of all differences in the batch's studies, those between later arms too."""
    own = np.einsum("mii->mi", batch.covariance)
    between = own[:, :, None] + own[:, None, :] - 2 * batch.covariance
    size = own.shape[1]
    return np.concatenate([own.ravel(), between[:, *np.triu_indices(size, 1)].ravel()])


def _batches(studies: Sequence[Study], number: dict[str, int]) -> tuple[Batch, ...]:
    by_size: dict[int, list[int]] = {}
    for at, study in enumerate(studies):
        by_size.setdefault(len(study.estimates), []).append(at)
    return tuple(
        Batch(
            np.array(places, dtype=np.intp),
            np.array([[number[name] for name in studies[at].treatments] for at in places], dtype=np.intp),
            np.array([studies[at].estimates for at in places], dtype=np.float64),
            np.array([studies[at].covariance for at in places], dtype=np.float64),
        )
        for _, places in sorted(by_size.items())
    )


def parts(studies: Sequence[Study]) -> list[list[Study]]:
    """The studies in groups that nothing connects, the one with most treatments, then most studies, first."""
    root: dict[str, str] = {}

    def find(name: str) -> str:
        while root.setdefault(name, name) != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for study in studies:
        for other in study.treatments[1:]:
            root[find(other)] = find(study.treatments[0])
    groups: dict[str, list[Study]] = {}
    for study in studies:
        groups.setdefault(find(study.treatments[0]), []).append(study)
    names = {key: sorted({name for study in held for name in study.treatments}) for key, held in groups.items()}
    return [groups[key] for key in sorted(groups, key=lambda key: (-len(names[key]), -len(groups[key]), names[key]))]
