"""Published meta-analyses as plain records, each comparison beside ours."""

from __future__ import annotations

from collections.abc import Iterable

from hairtx.engines.evidence.agreement import Beside, Reviewed
from hairtx.engines.evidence.studies import RATIOS
from hairtx.views.plain.evidence import natural
from hairtx.views.plain.parts import Plain

COLUMNS = (
    "source", "method", "measure", "population", "week", "treatment", "dose", "added_to", "against", "against_dose", "against_added_to", "effect",
    "estimate", "ci_low", "ci_high", "trials", "our_estimate", "our_ci_low", "our_ci_high", "our_trials", "our_certainty", "agreement", "why",
)  # fmt: skip


def rows(several: Iterable[Reviewed]) -> list[Plain]:
    """One flat row for each comparison."""
    found: list[Plain] = []
    for one in reviewed(several):
        for held in one["comparisons"]:
            ours = held["ours"] or {}
            found.append(one | held | {f"our_{key}": ours.get(key) for key in ("estimate", "ci_low", "ci_high", "trials", "certainty")})
    return found


def reviewed(several: Iterable[Reviewed]) -> list[Plain]:
    """Each one with every key; ratios on their natural scale, risk differences in people per 100."""
    return [
        {
            "source": one.source,
            "method": one.synthesis.method,
            "condition": one.synthesis.condition,
            "measure": one.synthesis.measure,
            "population": one.synthesis.population,
            "week": one.synthesis.week,
            "trials": one.synthesis.trials,
            "people": one.synthesis.people,
            "comparisons": [_comparison(held) for held in one.comparisons],
            "ranking": [
                {"treatment": held.treatment, "dose": held.dose, "added_to": held.added_to, "sucra": held.sucra, "place": held.place}
                for held in one.synthesis.ranking
            ],
            "note": one.synthesis.note,
        }
        for one in several
    ]


def _comparison(held: Beside) -> Plain:
    pooled, ours = held.pooled, held.ours
    return {
        "treatment": pooled.treatment,
        "dose": pooled.dose,
        "added_to": pooled.added_to,
        "against": pooled.against,
        "against_dose": pooled.against_dose,
        "against_added_to": pooled.against_added_to,
        "effect": pooled.effect,
        "estimate": pooled.estimate,
        "ci_low": pooled.ci_low,
        "ci_high": pooled.ci_high,
        "trials": pooled.trials,
        "ours": {
            **{key: _shown(on_scale, ours.measured) for key, on_scale in (("estimate", ours.estimate), ("ci_low", ours.low), ("ci_high", ours.high))},
            "trials": ours.trials,
            "direct": ours.direct,
            "certainty": ours.certainty,
        }
        if ours
        else None,
        "agreement": held.agreement,
        "why": held.why,
    }


def _shown(on_scale: float, measured: str) -> float | None:
    return natural(100 * on_scale if measured == "rd" else on_scale, measured in RATIOS)
