"""Two treatments against each other, in a sentence and as a plain record."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Any

from hairtx.engines.evidence.pairs import Pair
from hairtx.engines.evidence.studies import RATIOS
from hairtx.views.effect_words import behind, estimate, in_people
from hairtx.views.plain.comparison import BETWEEN
from hairtx.views.wording import at_week, certainty

_NAMES = {"md": "difference", "or": "odds ratio", "rr": "risk ratio", "rd": "risk difference"}


def sentence(pair: Pair, names: dict[str, str]) -> str:
    """What the trials say of the two, with interval, people, directness and certainty; or that nothing connects them."""
    effect, answer = pair.effect, pair.answer
    if effect is None or answer is None or answer.selected is None:
        return f"{names[pair.one]} and {names[pair.other]}: no trials connect these two."
    measured = answer.analysis.settings.effect
    judged = answer.certainty[effect.treatment, effect.comparator]
    unit = f" {answer.unit}" if measured == "md" and answer.unit else ""
    people = in_people(answer.per_hundred.get((effect.treatment, effect.comparator)), long=True)
    return (
        f"{names[effect.treatment]} against {names[effect.comparator]}, {answer.measure_name}, {at_week(answer.selected.week)}: "
        f"{_NAMES[measured]} {estimate(effect, measured)}{unit}{f'; {people}' if people else ''}; "
        f"{behind(effect, answer)}; {certainty(judged.word)}."
    )


def records(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Each pair; ratios on the natural scale with the error on the log scale, nulls where no trials connect the two."""
    return [_record(one) for one in pairs]


def _record(pair: Pair) -> dict[str, Any]:
    effect, answer = pair.effect, pair.answer
    if effect is None or answer is None or answer.selected is None:
        return {"treatment": pair.one, "comparator": pair.other, **dict.fromkeys(BETWEEN)}
    natural = exp if answer.analysis.settings.effect in RATIOS else float
    return {
        "treatment": effect.treatment,
        "comparator": effect.comparator,
        "measure": answer.selected.measure,
        "week": answer.selected.week,
        "effect": answer.analysis.settings.effect,
        "estimate": round(natural(effect.estimate), 4),
        "se": round(effect.se, 4),
        "ci_low": round(natural(effect.low), 4),
        "ci_high": round(natural(effect.high), 4),
        "direct": bool(effect.trials),
        "trials": list(effect.trials) or [name for name, _ in effect.shares],
        "certainty": answer.certainty[effect.treatment, effect.comparator].word,
    }
