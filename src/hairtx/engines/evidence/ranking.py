"""P-scores: how sure one may be that a treatment is better than the others, on average (Rücker & Schwarzer 2015).

A P-score speaks of order, not of size or of the quality of the trials; it is shown only beside its certainty.
"""

from __future__ import annotations

from hairtx.engines.evidence.distributions import normal_below
from hairtx.engines.evidence.network import Fit
from hairtx.model.words import Better


def p_scores(fit: Fit, better: Better) -> list[float]:
    """Each treatment's P-score between 0 and 1, in the order of the fit's treatments; their mean is one half."""
    size = len(fit.network.treatments)
    sign = 1.0 if better == "higher" else -1.0
    totals = [0.0] * size
    for one in range(size):
        for other in range(one):
            estimate, se = fit.against(one, other)
            surer = normal_below(sign * estimate / se)
            totals[one] += surer
            totals[other] += 1 - surer
    return [total / (size - 1) for total in totals]
