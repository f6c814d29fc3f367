"""Ids that point at nothing. Sources have a rule of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.nearness import nearest
from hairtx.lint.rule import Finding, Path, Rule
from hairtx.lint.walking import pieces
from hairtx.model.knowledge import Knowledge
from hairtx.model.record import Record
from hairtx.model.sources import Pooled, Ranked
from hairtx.model.trials import Contrast
from hairtx.model.vocabulary import Jurisdiction

# Key of a record -> what its id or ids are ids of. A trial's `countries` may lie outside the jurisdictions that are followed here.
_POINTS_TO = {
    "condition": "condition",
    "conditions": "condition",
    "population": "population",
    "families": "family",
    "authority": "authority",
    "jurisdiction": "jurisdiction",
    "jurisdictions": "jurisdiction",
    "measure": "measure",
    "opposite": "measure",
    "treatments": "treatment",
    "treatment": "treatment or comparator",
    "against": "treatment or comparator",
    "against_added_to": "treatment",
    "added_to": "treatment",
    "within": "condition",
    "see": "term, family, condition, measure or treatment",
}


def _known(knowledge: Knowledge) -> dict[str, set[str]]:
    words = knowledge.vocabulary
    treatments = set(knowledge.treatments)
    return {
        "condition": set(words.conditions),
        "population": set(words.populations),
        "family": set(words.families),
        "authority": set(words.authorities),
        "jurisdiction": set(words.jurisdictions),
        "measure": set(words.measures),
        "treatment": treatments,
        "treatment or comparator": treatments | set(words.comparators),
        "treatment, family or comparator": treatments.union(words.families, words.comparators),
        "term, family, condition, measure or treatment": treatments.union(words.glossary, words.families, words.conditions, words.measures),
    }


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each id that nothing in the knowledge base bears."""
    known = _known(knowledge)
    for path, piece in pieces(knowledge):
        if path == ("vocabulary",):
            continue  # its keys hold the records themselves
        for at, what, id_ in _pointers(piece):
            if id_ not in known[what]:
                yield Finding((*path, *at), f'no {what} is called "{id_}"', nearest(id_, known[what]))


def _pointers(piece: Record) -> Iterator[tuple[Path, str, str]]:
    """Each id that a record points with: its path below the record, what it should be an id of, and the id."""
    for key, what in _POINTS_TO.items():
        value = getattr(piece, key, None)
        if key == "against" and isinstance(piece, Contrast):
            continue  # an arm of its own trial, which arms-add-up looks after
        if key in {"treatment", "against"} and isinstance(piece, Pooled | Ranked):
            what = "treatment, family or comparator"  # noqa: PLW2901
        if key == "within" and isinstance(piece, Jurisdiction):
            what = "jurisdiction"  # noqa: PLW2901
        if isinstance(value, str):
            yield (key,), what, value
        elif isinstance(value, list):
            yield from (((key, at), what, id_) for at, id_ in enumerate(value))


RULE = Rule(
    name="references-exist",
    sentence="Every condition, population, family, authority, jurisdiction, measure, comparator and treatment that is pointed at exists.",
    check=check,
)
