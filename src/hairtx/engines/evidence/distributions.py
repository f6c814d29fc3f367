"""Tail areas and quantiles of the normal, chi-squared and t distributions, to twelve digits and without scipy (100 ms to import)."""

from __future__ import annotations

from math import erfc, exp, inf, lgamma, log, log1p, sqrt

Z = 1.959963984540054
"""The 97.5% point of the normal distribution."""
_STEPS = 10_000
_TINY = 1e-300
_CLOSE = 1e-15


def normal_below(z: float) -> float:
    """The share of the normal distribution below `z`."""
    return 0.5 * erfc(-z / sqrt(2))


def two_sided(z: float) -> float:
    """The p value of a normal deviate, both sides."""
    return erfc(abs(z) / sqrt(2))


def chi_squared_above(q: float, df: int) -> float | None:
    """The p value of a Q statistic on `df` degrees of freedom; None without any."""
    if df < 1:
        return None
    return 1.0 if q <= 0 else _gamma_above(df / 2, q / 2)


def t_quantile(df: float, below: float = 0.975) -> float:
    """The point of the t distribution with that share (over one half) below it; bisection on the incomplete beta function."""
    low, high = 0.0, 2.0
    while _t_above(high, df) > 1 - below:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if _t_above(middle, df) > 1 - below:
            low = middle
        else:
            high = middle
        if high - low <= _CLOSE * high:
            break
    return (low + high) / 2


def _t_above(t: float, df: float) -> float:
    return 0.5 * _beta_below(df / 2, 0.5, df / (df + t * t))


def _gamma_above(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function: a series below a + 1, a continued fraction (Lentz) above."""
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for step in range(1, _STEPS):
            term *= x / (a + step)
            total += term
            if term < total * _CLOSE:
                break
        return max(0.0, 1 - front * total)
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    h = d
    for step in range(1, _STEPS):
        an = -step * (step - a)
        b += 2
        d = 1 / _away_from_zero(an * d + b)
        c = _away_from_zero(b + an / c)
        h *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return front * h


def _beta_below(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x > (a + 1) / (a + b + 2):
        return 1 - front * _beta_fraction(b, a, 1 - x) / b
    return front * _beta_fraction(a, b, x) / a


def _beta_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            d = 1 / _away_from_zero(1 + part * d)
            c = _away_from_zero(1 + part / c)
            h *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return h


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else (_TINY if value >= 0 else -_TINY)


def safe_exp(value: float) -> float:
    """e to the power of `value`; infinity instead of an overflow."""
    return exp(value) if value < 709 else inf
