"""A whole knowledge base held in memory, as the lint rules and the exporters see it."""

from hairtx.model.records import Source, Treatment, Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Vocabulary


class Knowledge(Value, frozen=True):
    """Every record by its id."""

    treatments: dict[str, Treatment]
    trials: dict[str, Trial]
    sources: dict[str, Source]
    vocabulary: Vocabulary
