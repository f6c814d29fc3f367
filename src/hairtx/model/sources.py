"""A page or paper that was opened, and what it found where it pools trials."""

from typing import Annotated

import msgspec

from hairtx.model.dates import PartialDate
from hairtx.model.record import Count, Id, Record, Text, Url
from hairtx.model.words import Effect, Seen, SourceKind, SynthesisMethod


class Pooled(Record, frozen=True):
    """One comparison of a published meta-analysis as printed; ratios on their natural scale."""

    treatment: Annotated[Id, msgspec.Meta(description="a treatment, or a family pooled as one")]
    against: Annotated[Id, msgspec.Meta(description="a treatment, a family, or a comparator of the vocabulary")]
    effect: Effect
    estimate: float
    ci_low: float | None = None
    ci_high: float | None = None
    dose: str | None = None
    added_to: Annotated[list[Id], msgspec.Meta(description="what the treatment was given on top of")] = []
    against_dose: str | None = None
    against_added_to: list[Id] = []
    trials: Count | None = None
    i2: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None


class Ranked(Record, frozen=True):
    """A treatment's place in a published ranking: SUCRA or P-score in percent, or the place alone (1 is the best)."""

    treatment: Id
    dose: str | None = None
    added_to: list[Id] = []
    sucra: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    place: Annotated[int, msgspec.Meta(ge=1)] | None = None


class Synthesis(Record, frozen=True):
    """What a published meta-analysis found for one measure: comparisons, ranking, and how many trials and people it pooled."""

    method: SynthesisMethod
    condition: Id
    measure: Id
    population: Id | None = None
    week: Annotated[float, msgspec.Meta(ge=0)] | None = None
    trials: Count | None = None
    people: Count | None = None
    comparisons: list[Pooled] = []
    ranking: list[Ranked] = []
    note: str | None = None


class Source(Record, frozen=True):
    """A page or paper that was opened."""

    title: Text
    publisher: Text
    kind: SourceKind
    url: Url
    checked: PartialDate
    seen: Seen
    published: PartialDate | None = None
    opened: Url | None = None
    doi: Annotated[str, msgspec.Meta(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, msgspec.Meta(pattern=r"^\d{5,9}$")] | None = None
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")] = "en"
    licence: str | None = None
    note: str | None = None
    syntheses: Annotated[list[Synthesis], msgspec.Meta(description="of a meta-analysis: what it found, measure by measure")] = []
