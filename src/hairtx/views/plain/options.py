"""`options --json`."""

from __future__ import annotations

from collections.abc import Sequence

from hairtx.engines.options import TIERS, Asked, Excluded, Option
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, standing, warning


def options(asked: Asked, found: Sequence[Option], excluded: Sequence[Excluded]) -> Plain:
    """The tiers in their order, and what is excluded with the reason."""
    return {
        "schema": SCHEMA,
        "asked": {
            "condition": asked.condition,
            "in": list(asked.jurisdictions),
            "sex": asked.sex,
            "age": asked.age,
            "pregnant": asked.pregnant,
            "may_become_pregnant": asked.may_become_pregnant,
            "breastfeeding": asked.breastfeeding,
            "as_of": asked.day.isoformat(),
        },
        "tiers": [{"tier": tier, "treatments": [option(one) for one in found if one.tier == tier]} for tier in TIERS],
        "excluded": [{"id": one.id, "name": one.treatment.name, "reason": one.reason, "sources": list(one.sources)} for one in excluded],
    }


def option(one: Option) -> Plain:
    """One treatment in its tier, with its warnings."""
    line, safety = one.treatment.bottom_line, one.treatment.safety
    return {
        "id": one.id,
        "name": one.treatment.name,
        "tier": one.tier,
        "reason": one.reason,
        "direction": one.appraisal.direction if one.appraisal else None,
        "certainty": one.appraisal.certainty if one.appraisal else line.certainty,
        "bottom_line": line.text,
        "standing": standing(one.standing) if one.standing else None,
        "boxed_warning": warning(safety.boxed_warning),
        "contraindications": [warning(held) for held in safety.contraindications],
        "pregnancy": {"advice": safety.pregnancy.advice, "text": safety.pregnancy.text, "sources": safety.pregnancy.sources}
        if safety.pregnancy
        else None,
        "sources": one.appraisal.sources if one.appraisal else line.sources,
    }


def row(one: Option) -> Plain:
    """One treatment as a flat row, its warnings as text."""
    safety = one.treatment.safety
    return option(one) | {
        "boxed_warning": safety.boxed_warning.text if safety.boxed_warning else None,
        "not_for": [held.text for held in safety.contraindications],
        "pregnancy": f"{safety.pregnancy.advice}: {safety.pregnancy.text}" if safety.pregnancy else None,
    }
