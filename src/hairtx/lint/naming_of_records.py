"""Every name that a record owns, with where it is written."""

from __future__ import annotations

from collections.abc import Iterator

from hairtx.lint.rule import Path
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Names, Treatment
from hairtx.model.vocabulary import Condition, Family

_PLAIN_KINDS = ("generic", "brand", "code", "common", "former", "misspelt")


def listed(names: Names) -> Iterator[tuple[Path, str]]:
    """Every name of the `names` lists with its path below the record, as in `("names", "foreign", "ja", 0)`."""
    for kind in _PLAIN_KINDS:
        for at, name in enumerate(getattr(names, kind)):
            yield ("names", kind, at), name
    for language, foreign in names.foreign.items():
        for at, name in enumerate(foreign):
            yield ("names", "foreign", language, at), name


def owned(id_: str, treatment: Treatment) -> Iterator[tuple[Path, str]]:
    """Every name a treatment owns with its path: id, name, retired ids and the `names` lists; shared names belong to others."""
    start = ("treatments", id_)
    yield start, id_
    yield (*start, "name"), treatment.name
    for at, retired in enumerate(treatment.retired_ids):
        yield (*start, "retired_ids", at), retired
    for path, name in listed(treatment.names):
        yield (*start, *path), name


def groups(knowledge: Knowledge) -> Iterator[tuple[str, str, Family | Condition]]:
    """What a treatment must not be called after: every family and condition, as the word for it, its id and the record."""
    for id_, family in knowledge.vocabulary.families.items():
        yield "family", id_, family
    for id_, condition in knowledge.vocabulary.conditions.items():
        yield "condition", id_, condition


def called(id_: str, group: Family | Condition) -> list[str]:
    """All that a family or condition is called."""
    return [id_, group.name, *group.names]
