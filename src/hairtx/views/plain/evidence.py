"""`evidence --json`: ratios on their natural scale, their standard errors on the log scale, people per 100 beside them."""

from __future__ import annotations

from hairtx.engines.evidence.absolute import PerHundred
from hairtx.engines.evidence.analysis import Effect
from hairtx.engines.evidence.answer import Answer
from hairtx.engines.evidence.candidates import Left
from hairtx.engines.evidence.certainty import Certainty
from hairtx.engines.evidence.distributions import safe_exp
from hairtx.engines.evidence.heterogeneity import Q
from hairtx.engines.evidence.selection import Included
from hairtx.engines.evidence.splitting import Evidence
from hairtx.engines.evidence.studies import RATIOS
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain

COLUMNS = (
    "treatment", "comparator", "effect", "estimate", "se", "ci_low", "ci_high", "prediction_low", "prediction_high", "treated_per_100",
    "control_per_100", "trials", "people", "p_score", "certainty", "why",
)  # fmt: skip
_DIGITS = 10
_LARGEST = 1e300


def evidence(answer: Answer) -> Plain:
    """The whole analysis; of somebody's own data the keys about trials of the knowledge base are empty."""
    analysis, selected = answer.analysis, answer.selected
    spread = analysis.heterogeneity
    return {
        "schema": SCHEMA,
        "condition": selected.condition if selected else None,
        "effect": analysis.settings.effect,
        "measure": selected.measure if selected else None,
        "unit": answer.unit,
        "week": selected.week if selected else None,
        "window": selected.window if selected else None,
        "population": (selected.population.name if selected.population else "everybody" if selected.everybody else None) if selected else None,
        "chosen_by_rule": list(selected.chosen) if selected else [],
        "model": analysis.settings.model,
        "method": analysis.settings.method,
        "better": analysis.settings.better,
        "reference": analysis.reference,
        "merged_controls": list(selected.controls) if selected else [],
        "control_risk": _digits(analysis.control_risk),
        "tau2": _digits(spread.tau2),
        "i2": _digits(spread.i2),
        "q": _digits(spread.total.value),
        "df": spread.total.df,
        "p": _digits(spread.total.p),
        "q_within": _q(spread.within),
        "q_between": _q(spread.between),
        "part": answer.part,
        "parts": answer.parts,
        "studies": len(analysis.studies),
        "people": answer.people,
        "zero_cells_corrected": list(answer.corrected),
        "treatments": [
            {
                "id": node.id,
                "name": answer.names[node.id],
                "treatments": list(selected.nodes[node.id].treatments) if selected and node.id in selected.nodes else [node.id],
                "dose": selected.nodes[node.id].dose if selected and node.id in selected.nodes else None,
                "trials": node.trials,
                "n": node.people,
                "p_score": _digits(node.p_score),
                "certainty": answer.of_treatment[node.id].word,
            }
            for node in analysis.nodes
        ],
        "effects": [effect(one, answer) for one in analysis.effects],
        "comparisons": [
            {"treatment": one.treatment, "comparator": one.comparator, "trials": list(one.trials), "n": one.people} for one in analysis.comparisons
        ],
        "trials_in": [included(one) for one in selected.included] if selected else [],
        "trials_out": [left(one) for one in selected.left] if selected else [],
        "published": [{"treatment": one.treatment, "id": one.id, "text": one.text, "sources": list(one.sources)} for one in answer.published],
    }


def effect(one: Effect, answer: Answer) -> Plain:
    """One comparison with its evidence, people per 100 and certainty."""
    ratio = answer.analysis.settings.effect in RATIOS
    pair = (one.treatment, one.comparator)
    return {
        "treatment": one.treatment,
        "comparator": one.comparator,
        "estimate": natural(one.estimate, ratio),
        "se": _digits(one.se),
        "ci_low": natural(one.low, ratio),
        "ci_high": natural(one.high, ratio),
        "prediction_low": natural(one.prediction_low, ratio),
        "prediction_high": natural(one.prediction_high, ratio),
        "direct": _evidence(one.direct, ratio),
        "indirect": _evidence(one.indirect, ratio),
        "incoherence_p": _digits(one.incoherence_p),
        "trials": list(one.trials),
        "n": one.people,
        "n_behind": answer.behind(one),
        "shares": [{"trial": name, "share": _digits(share)} for name, share in one.shares],
        "per_100": _per_100(answer.per_hundred.get(pair)),
        "certainty": answer.certainty[pair].word,
        "certainty_why": certainty(answer.certainty[pair]),
    }


def row(one: Effect, answer: Answer) -> Plain:
    """One comparison as a flat row."""
    plain = effect(one, answer)
    people = answer.per_hundred.get((one.treatment, one.comparator))
    scores = {node.id: node.p_score for node in answer.analysis.nodes}
    return plain | {
        "effect": answer.analysis.settings.effect,
        "people": one.people,
        "treated_per_100": _digits(people.treated) if people else None,
        "control_per_100": _digits(people.control) if people else None,
        "p_score": _digits(scores[one.treatment]),
        "why": answer.certainty[one.treatment, one.comparator].why,
    }


def certainty(one: Certainty) -> Plain:
    """The six domains with their reasons, and what capped the word."""
    return {
        "domains": [{"domain": held.name, "concern": held.concern, "reason": held.reason} for held in one.domains],
        "capped": one.capped,
    }


def included(one: Included) -> Plain:
    """A trial of the network and the result that was used."""
    return {
        "id": one.id,
        "acronym": one.trial.acronym,
        "week": one.week,
        "primary": one.primary,
        "population": one.trial.population,
        "n": one.study.people or None,
        "arms": [{"label": label, "treatment": node} for label, node in one.figures.labels],
        "notes": list(one.figures.notes),
        "sources": list(one.sources),
    }


def left(one: Left) -> Plain:
    """A trial that is out, and why."""
    return {"id": one.id, "acronym": one.trial.acronym, "kind": one.why, "reason": one.reason}


def natural(value: float | None, ratio: bool) -> float | None:
    """A value of the analysis scale as people read it; None where it is too large for a number."""
    if value is None or not ratio:
        return _digits(value)
    shown = safe_exp(value)
    return _digits(shown) if shown < _LARGEST else None


def _evidence(one: Evidence | None, ratio: bool) -> Plain | None:
    if one is None:
        return None
    return {"estimate": natural(one.estimate, ratio), "se": _digits(one.se), "ci_low": natural(one.low, ratio), "ci_high": natural(one.high, ratio)}


def _q(one: Q) -> Plain:
    return {"q": _digits(one.value), "df": one.df, "p": _digits(one.p)}


def _per_100(one: PerHundred | None) -> Plain | None:
    if one is None:
        return None
    return {
        "treated": _digits(one.treated),
        "control": _digits(one.control),
        "difference": _digits(one.difference),
        "ci_low": _digits(one.low),
        "ci_high": _digits(one.high),
    }


def _digits(value: float | None) -> float | None:
    """Ten significant digits: as many as two machines agree on."""
    return None if value is None else float(f"{value:.{_DIGITS}g}")
