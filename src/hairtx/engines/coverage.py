"""What a knowledge base holds, counted; and what in it has grown old."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hairtx.model.dates import PartialDate
from hairtx.model.knowledge import Knowledge
from hairtx.model.value import Value


class Coverage(Value, frozen=True):
    """Counts of the whole and by condition, kind and country; the state of its sources."""

    totals: dict[str, int]
    by_condition: dict[str, int]
    by_kind: dict[str, int]
    decisions_by_jurisdiction: dict[str, int]
    sources_by_kind: dict[str, int]
    sources_seen: dict[str, int]
    mirrors: int
    undated_sources: int
    undated_decisions: int
    oldest_check: PartialDate | None
    unread: int


def measure(knowledge: Knowledge) -> Coverage:
    """Counts over every record."""
    treatments, trials, sources = knowledge.treatments, knowledge.trials, knowledge.sources
    decisions = [one for treatment in treatments.values() for one in treatment.decisions]
    with_arms = sum(any(outcome.arms for outcome in trial.outcomes) for trial in trials.values())
    totals = {
        "treatments": len(treatments),
        "families": len(knowledge.vocabulary.families),
        "decisions": len(decisions),
        "jurisdictions": len({one.jurisdiction for one in decisions}),
        "trials": len(trials),
        "trials with arm-level results": with_arms,
        "statements": sum(len(one.statements) for one in treatments.values()),
        "milestones": sum(len(one.milestones) for one in treatments.values()),
        "sources": len(sources),
        "glossary entries": len(knowledge.vocabulary.glossary),
        "open questions": sum(len(one.open_questions) for one in treatments.values()),
    }
    return Coverage(
        totals,
        _counted(condition for one in treatments.values() for condition in one.conditions),
        _counted(one.kind for one in treatments.values()),
        _counted(one.jurisdiction for one in decisions),
        _counted(one.kind for one in sources.values()),
        _counted(one.seen for one in sources.values()),
        sum(one.opened is not None for one in sources.values()),
        sum(one.published is None for one in sources.values()),
        sum(one.date is None for one in decisions),
        min((one.checked for one in sources.values()), default=None),
        sum(one.reviewed is None for one in treatments.values()),
    )


def _counted(words: object) -> dict[str, int]:
    return dict(Counter(words).most_common())  # type: ignore[call-overload]


class Stale(Value, frozen=True):
    """A record whose second reading or source check lies back more than so many days; None: never."""

    id: str
    what: str
    last: PartialDate | None
    days: int | None


def stale(knowledge: Knowledge, today: date, days: int) -> list[Stale]:
    """Treatments read and sources checked more than `days` days ago, or never; the oldest first."""
    found = [_aged(id_, "treatment", one.reviewed, today) for id_, one in knowledge.treatments.items()]
    found += [_aged(id_, "source", one.checked, today) for id_, one in knowledge.sources.items()]
    old = [one for one in found if one.days is None or one.days > days]
    return sorted(old, key=lambda one: (one.days is not None, -(one.days or 0), one.id))


def _aged(id_: str, what: str, last: PartialDate | None, today: date) -> Stale:
    return Stale(id_, what, last, (today - last.latest).days if last else None)
