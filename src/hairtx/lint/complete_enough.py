"""Gaps that would leave a page without its main answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Treatment
from hairtx.model.vocabulary import Condition


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each treatment without an appraisal, grant without a use, and primary outcome without an answer."""
    for id_, treatment in knowledge.treatments.items():
        if not _appraised(treatment, knowledge.vocabulary.conditions):
            yield Finding(
                ("treatments", id_), "no appraisal speaks of any of its conditions", "add one under `appraisals`; direction `unknown` is an answer"
            )
        for at, decision in enumerate(treatment.decisions):
            if decision.action == "granted" and decision.condition is None and decision.population is None:
                yield Finding(("treatments", id_, "decisions", at), "granted, but not for what or whom", "give condition or population")
    for id_, trial in knowledge.trials.items():
        for at, outcome in enumerate(trial.outcomes):
            if outcome.primary and outcome.met is None and not outcome.arms and not outcome.text:
                yield Finding(
                    ("trials", id_, "outcomes", at),
                    "a primary outcome without `met`, arms or text",
                    "say whether it was met, give the arms' figures, or say in `text` what is missing",
                )


def _appraised(treatment: Treatment, conditions: Mapping[str, Condition]) -> bool:
    """Whether an appraisal is for one of its conditions or for a wider one."""
    fitting: set[str] = set()
    for id_ in treatment.conditions:
        wider: str | None = id_
        while wider is not None and wider not in fitting:
            fitting.add(wider)
            wider = conditions[wider].within if wider in conditions else None
    return any(appraisal.condition in fitting for appraisal in treatment.appraisals)


RULE = Rule(
    name="complete-enough",
    sentence="Every treatment is appraised, every grant says for what or whom, every primary outcome says how it ended.",
    check=check,
)
