"""Long questions in everyday words: where no record holds every word, the records that hold most of what tells.

A word tells the more, the fewer records hold it (inverse document frequency; Sparck Jones 1972). A word that no record holds
counts against every record, so that a question about something else finds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from hairtx.engines.search.gather import Gathered, Match

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_LEAST_SHARE, _LEAST_CLAUSES, _SHOWN = 0.55, 2, 12
_HEAD, _PROSE = 1.0, 0.7
_WEIGHT = 90.0


def by_share(clauses: Sequence[str], gathered: Gathered) -> None:
    """Adds the treatments that hold at least 55% of what the clauses tell, and two of them, one outside its prose; `clauses` are FTS5 expressions."""
    base: KnowledgeBase = gathered.base
    size = base.count
    held: dict[str, float] = {}
    said: dict[str, list[str]] = {}
    headed: set[str] = set()
    whole = 0.0
    for clause in dict.fromkeys(clauses):
        head, anywhere = base.holding(clause, head=True), base.holding(clause, head=False)
        telling = log(1 + size / (len(anywhere) or 0.5))
        whole += telling
        headed |= head & anywhere
        for id_ in anywhere:
            held[id_] = held.get(id_, 0.0) + telling * (_HEAD if id_ in head else _PROSE)
            said.setdefault(id_, []).append(clause.strip('"*()'))
    if not whole:
        return
    best = max(held.values(), default=0.0)
    fitting = {id_: held[id_] / whole for id_ in headed if held[id_] >= 0.8 * best and len(said[id_]) >= _LEAST_CLAUSES}
    for id_, share in sorted(fitting.items(), key=lambda one: -one[1])[:_SHOWN]:
        if share >= _LEAST_SHARE:
            gathered.add_text(id_, _WEIGHT * share, Match("words", ", ".join(said[id_])))
