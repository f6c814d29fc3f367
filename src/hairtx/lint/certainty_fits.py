"""Bottom lines surer than the evidence behind them, and benefits that nothing controlled has shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.words import Certainty

_ORDER: tuple[str, ...] = get_args(Certainty)


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each bottom line above its best appraisal, and each benefit without controlled evidence."""
    for id_, treatment in knowledge.treatments.items():
        held = [_ORDER.index(one.certainty) for one in treatment.appraisals]
        if held and _ORDER.index(treatment.bottom_line.certainty) < min(held):
            best = _ORDER[min(held)]
            message = f"{treatment.bottom_line.certainty} certainty, but no appraisal is surer than {best}"
            yield Finding(("treatments", id_, "bottom_line", "certainty"), message, f"write {best}, or appraise what is surer")
        for at, one in enumerate(treatment.appraisals):
            if one.direction == "benefit" and one.certainty == "no-controlled-evidence":
                message = "a benefit without controlled evidence"
                yield Finding(("treatments", id_, "appraisals", at, "direction"), message, "write unknown, or name the controlled evidence")


RULE = Rule(
    name="certainty-fits",
    sentence="No bottom line is surer than the best appraisal, and no benefit is claimed without controlled evidence.",
    check=check,
)
