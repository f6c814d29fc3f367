"""Sources that nothing names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.lint.walking import citations
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each source that stands behind nothing; a meta-analysis whose figures are recorded stands for itself."""
    used = {id_ for _, id_ in citations(knowledge)}
    for id_, source in knowledge.sources.items():
        if id_ not in used and not source.syntheses:
            yield Finding(("sources", id_), "nothing names this source", "name it where it is the evidence, or take it out")


RULE = Rule(
    name="sources-used",
    sentence="Every source stands behind something.",
    check=check,
)
