"""A whole knowledge base held in memory, as the lint rules and the exporters see it."""

from hairtx.model.sources import Source
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Vocabulary


class Knowledge(Value, frozen=True):
    """Every record by its id."""

    treatments: dict[str, Treatment]
    trials: dict[str, Trial]
    sources: dict[str, Source]
    vocabulary: Vocabulary
