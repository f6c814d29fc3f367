"""Everything about one treatment on one day, gathered for the views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hairtx.engines.asof import Known, known_on
from hairtx.engines.effects import ArmEffect, effects_of
from hairtx.engines.status import Standing, standings, uncertain
from hairtx.engines.timeline import Event, events_of, is_silent, last_sign_of_life
from hairtx.model.dates import PartialDate
from hairtx.model.sources import Source
from hairtx.model.treatments import Decision, StageEntry, Treatment
from hairtx.model.trials import Trial
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase


class Stage(Value, frozen=True):
    """A stage of development, with whether nothing has been heard of it for two years."""

    entry: StageEntry
    silent: bool
    last_sign: PartialDate | None


class Dossier(Value, frozen=True):
    """One treatment as it was known on a day."""

    id: str
    day: date
    past: bool
    known: Known
    standings: list[Standing]
    uncertain: list[Decision]
    stages: list[Stage]
    events: list[Event]
    effects: list[ArmEffect]
    sources: dict[str, Source]
    also: tuple[str, ...] = ()

    @property
    def treatment(self) -> Treatment:
        """The record, with only what was known on the day."""
        return self.known.treatment


def gather(base: KnowledgeBase, id_: str, day: date, today: date, also: tuple[str, ...] = ()) -> Dossier:
    """The dossier of the treatment `id_`, which must exist, on `day`."""
    whole = base.treatment(id_)
    assert whole is not None, id_
    trials = base.trials_of(id_)
    sources = base.sources(cited(whole, trials))
    known = known_on(day, whole, trials, sources) if day < today else Known(whole, trials, {}, [], False)
    treatment = known.treatment
    events = events_of(id_, treatment, known.trials, base.authorities)
    stages = [Stage(one, is_silent(one.stage, events, day), last_sign_of_life(events, day)) for one in current_stages(treatment.stages)]
    effects = effects_of(id_, known.trials, base.measures, base.comparators)
    return Dossier(
        id_, day, day < today, known, standings(treatment.decisions, day), uncertain(whole.decisions, day), stages, events, effects, sources, also
    )


def current_stages(stages: Iterable[StageEntry]) -> list[StageEntry]:
    """The latest stage of each condition."""
    latest: dict[str, StageEntry] = {}
    for one in sorted(stages, key=lambda entry: entry.since.latest if entry.since else date.min):
        latest[one.condition] = one
    return list(latest.values())


def gone_silent(treatment: Treatment, events: Sequence[Event], day: date) -> PartialDate | None:
    """The last dated sign of life of a treatment of which every development under way has gone silent by `day`; else None."""
    stages = {one.stage for one in current_stages(treatment.stages)} - {"discontinued"}
    return last_sign_of_life(events, day) if stages and all(is_silent(stage, events, day) for stage in stages) else None


def cited(treatment: Treatment, trials: dict[str, Trial]) -> list[str]:
    """Every source id that the record and its trials name, in reading order."""
    safety = treatment.safety
    harms = [safety.boxed_warning, safety.pregnancy, *safety.contraindications, *safety.common, *safety.serious]
    parts = (
        treatment.bottom_line, *treatment.decisions, *treatment.stages, *treatment.appraisals, *treatment.statements,
        *(one for one in harms if one), *treatment.milestones, *treatment.products,
    )  # fmt: skip
    ids = [id_ for part in parts for id_ in part.sources]
    ids += treatment.identifiers.sources if treatment.identifiers else []
    for trial in trials.values():
        ids += trial.sources
        ids += [id_ for outcome in trial.outcomes for id_ in outcome.sources]
    return list(dict.fromkeys(ids))
