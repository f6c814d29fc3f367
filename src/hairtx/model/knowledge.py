"""A whole knowledge base held in memory, as the lint rules and the exporters see it."""

from __future__ import annotations

from dataclasses import dataclass

from hairtx.model.records import Source, Treatment, Trial
from hairtx.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Every record by its id."""

    treatments: dict[str, Treatment]
    trials: dict[str, Trial]
    sources: dict[str, Source]
    vocabulary: Vocabulary
