"""The rule certainty-fits."""

from __future__ import annotations

import pytest

from hairtx.lint.certainty_fits import RULE
from hairtx.model.treatments import Appraisal, BottomLine

from .made import CITED, said, with_treatment


def appraised(direction: str, certainty: str) -> Appraisal:
    return Appraisal("bald-patches", direction, certainty, "Judged.", CITED)  # type: ignore[arg-type]


@pytest.mark.parametrize(("line", "held"), [("low", ["low"]), ("very-low", ["low"]), ("low", ["very-low", "low"]), ("high", [])])
def test_as_sure_as_the_best_appraisal(line: str, held: list[str]) -> None:
    knowledge = with_treatment(
        bottom_line=BottomLine("Said.", line, CITED),  # type: ignore[arg-type]
        appraisals=[appraised("benefit", one) for one in held],
    )
    assert said(RULE, knowledge) == []


def test_surer_than_every_appraisal() -> None:
    knowledge = with_treatment(
        bottom_line=BottomLine("Said.", "moderate", CITED), appraisals=[appraised("mixed", "very-low"), appraised("mixed", "low")]
    )
    assert said(RULE, knowledge) == [
        "treatments quoxatrin.bottom_line.certainty: moderate certainty, but no appraisal is surer than low; write low, or appraise what is surer"
    ]


def test_a_benefit_needs_controlled_evidence() -> None:
    knowledge = with_treatment(
        bottom_line=BottomLine("Said.", "no-controlled-evidence", CITED), appraisals=[appraised("benefit", "no-controlled-evidence")]
    )
    assert said(RULE, knowledge) == [
        "treatments quoxatrin.appraisals[0].direction: a benefit without controlled evidence; write unknown, or name the controlled evidence"
    ]
