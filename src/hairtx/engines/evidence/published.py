"""What the record holds of published network meta-analyses, to be set beside an analysis of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from hairtx.engines.status import within
from hairtx.model.sources import Source
from hairtx.model.treatments import Statement, Treatment
from hairtx.model.value import Value
from hairtx.model.vocabulary import Condition

_NETWORK = re.compile(r"network meta-?analys|\bnetwork of (?:\d|trials|monotherap)", re.IGNORECASE)


class Published(Value, frozen=True):
    """A statement of a treatment's record that comes from a published network."""

    treatment: str
    id: str
    text: str
    sources: tuple[str, ...]


def mentions_network(statement: Statement, sources: Mapping[str, Source]) -> bool:
    """Whether a statement speaks of a network meta-analysis, or rests on one by its source's title."""
    return bool(_NETWORK.search(statement.text) or any(_NETWORK.search(sources[id_].title) for id_ in statement.sources if id_ in sources))


def published_networks(
    treatments: Iterable[tuple[str, Treatment]], condition: str, conditions: Mapping[str, Condition], sources: Mapping[str, Source]
) -> tuple[Published, ...]:
    """Statements on effect in the condition that come from published networks, one for each text."""
    found: dict[str, Published] = {}
    for id_, treatment in treatments:
        for one in treatment.statements:
            fits = one.kind == "efficacy" and one.never_true is None and (one.condition is None or within(one.condition, condition, conditions))
            if fits and mentions_network(one, sources):
                found.setdefault(one.text, Published(id_, f"{id_}/{one.id}", one.text, tuple(one.sources)))
    return tuple(found.values())
