"""A clinical trial with its arms and what they came to."""

from typing import Annotated

import msgspec

from hairtx.model.dates import PartialDate
from hairtx.model.record import Count, Country, Id, Record, SourceIds, Text
from hairtx.model.words import Effect, Phase, TrialStatus


class Arm(Record, frozen=True):
    """A group of a trial; `treatment` is a treatment id or a comparator of the vocabulary."""

    id: Id
    label: Text
    treatment: Id | None = None
    added_to: list[Id] = []
    dose: str | None = None
    n: Count | None = None


class ArmResult(Record, frozen=True):
    """One arm's figures: n with events, or n with mean and spread; what the source lacks is left out."""

    arm: Id
    n: Count | None = None
    events: Count | None = None
    percent: float | None = None
    mean: float | None = None
    sd: Annotated[float, msgspec.Meta(ge=0)] | None = None
    se: Annotated[float, msgspec.Meta(ge=0)] | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    note: str | None = None


class Contrast(Record, frozen=True):
    """A difference between two arms as the source reports it."""

    arm: Id
    against: Id
    effect: Effect
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    p: str | None = None


class Outcome(Record, frozen=True):
    """An outcome measure at one time: the arms' figures, never a relative claim alone."""

    measure: Id
    week: Annotated[float, msgspec.Meta(ge=0)]
    sources: SourceIds
    primary: bool = False
    met: bool | None = None
    subgroup: str | None = None
    reported: PartialDate | None = None
    text: str | None = None
    arms: list[ArmResult] = []
    contrasts: list[Contrast] = []


class Trial(Record, frozen=True):
    """A clinical trial, in the words of ClinicalTrials.gov."""

    title: Text
    treatments: Annotated[list[Id], msgspec.Meta(min_length=1)]
    condition: Id
    sources: SourceIds
    acronym: str | None = None
    other_ids: list[str] = []
    population: Id | None = None
    phase: Phase = "n/a"
    status: TrialStatus = "unknown"
    design: str | None = None
    sponsor: str | None = None
    n: Count | None = None
    n_planned: Count | None = None
    sites: Count | None = None
    sites_planned: Count | None = None
    countries: list[Country] = []
    registered: PartialDate | None = None
    start: PartialDate | None = None
    completion: PartialDate | None = None
    results_posted: PartialDate | None = None
    arms: list[Arm] = []
    outcomes: list[Outcome] = []
    note: str | None = None
