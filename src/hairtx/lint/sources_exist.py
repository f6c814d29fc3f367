"""Sources that are named and not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.nearness import nearest
from hairtx.lint.rule import Finding, Rule
from hairtx.lint.walking import citations
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each place that names a source nobody entered."""
    remedies: dict[str, str] = {}
    for path, id_ in citations(knowledge):
        if id_ not in knowledge.sources:
            if id_ not in remedies:
                remedies[id_] = nearest(id_, knowledge.sources) or "enter it in sources.yaml"
            yield Finding(path, f'no source is called "{id_}"', remedies[id_])


RULE = Rule(
    name="sources-exist",
    sentence="Every source that anything names is in sources.yaml.",
    check=check,
)
