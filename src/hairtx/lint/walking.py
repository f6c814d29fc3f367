"""Goes through a knowledge base piece by piece, so that a rule can ask one question of everything that carries the key it cares about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from hairtx.lint.rule import Path
from hairtx.model.knowledge import Knowledge
from hairtx.model.record import Record
from hairtx.model.treatments import Statement

_PROSE = ("summary", "text", "explanation")


@cache
def _keys(type_: type[Record]) -> tuple[tuple[str, str], ...]:
    """Attribute and YAML key of every field (`class_` is written `class`)."""
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(type_))


def pieces(knowledge: Knowledge) -> Iterator[tuple[Path, Record]]:
    """Every record, and every record inside a record, with its path."""
    parts: dict[str, Any] = {"treatments": knowledge.treatments, "trials": knowledge.trials, "sources": knowledge.sources}
    for part, held in (parts | {"vocabulary": knowledge.vocabulary}).items():
        yield from _inside((part,), held)


def _inside(path: Path, value: Any) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        for attribute, key in _keys(type(value)):
            yield from _inside((*path, key), getattr(value, attribute))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _inside((*path, at), one)
    elif isinstance(value, dict):
        for id_, one in value.items():
            yield from _inside((*path, id_), one)


def citations(knowledge: Knowledge) -> Iterator[tuple[Path, str]]:
    """Every source id that any list of sources names, with its path."""
    for path, piece in pieces(knowledge):
        for at, id_ in enumerate(getattr(piece, "sources", ())):
            yield (*path, "sources", at), id_


def prose(knowledge: Knowledge) -> Iterator[tuple[Path, str]]:
    """Every text that people are told, with its path.

    A statement kept only to say that it never held is not told.
    """
    for path, piece in pieces(knowledge):
        if isinstance(piece, Statement) and piece.never_true:
            continue
        for key in _PROSE:
            if text := getattr(piece, key, None):
                yield (*path, key), text
