"""Reads the four curated files of a knowledge base into typed records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hairtx.errors import InvalidData, Problem
from hairtx.model.knowledge import Knowledge
from hairtx.model.sources import Source
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.vocabulary import Vocabulary
from hairtx.store.decoding import decode
from hairtx.store.places import FILES
from hairtx.store.reading import Entry, Path_, entries

_TYPES: dict[str, type[Any]] = {"sources": Source, "treatments": Treatment, "trials": Trial}


@dataclass(frozen=True, slots=True)
class Located:
    """A knowledge base with the place of everything in it."""

    knowledge: Knowledge
    _entries: dict[tuple[str, str], Entry]

    def place(self, path: Path_) -> tuple[str, int, Path_]:
        """File name, line and the record's own path of a path such as `("treatments", "kerastem", "name")`."""
        part, key = str(path[0]), str(path[1]) if len(path) > 1 else ""
        entry = self._entries.get((part, key))
        return FILES[part], entry.line_of(path[2:]) if entry else 1, path[1:]


def records(folder: Path, part: str, problems: list[Problem]) -> Iterator[tuple[Entry, Any]]:
    """The typed records of one part (`sources`, `treatments` or `trials`), streamed; faulty ones are left out and reported."""
    for entry in entries(folder / FILES[part], problems):
        record = decode(entry, _TYPES[part], FILES[part], problems)
        if record is not None:
            yield entry, record


def vocabulary(folder: Path, problems: list[Problem]) -> tuple[Vocabulary, list[Entry]]:
    """The vocabulary and the entries it was read from; empty where it has faults."""
    whole: dict[str, Any] = {}
    read = list(entries(folder / FILES["vocabulary"], problems))
    for entry in read:
        part = Entry("", {entry.key: entry.value}, entry.line, {(entry.key, *path): line for path, line in entry.lines.items()})
        if decode(part, Vocabulary, FILES["vocabulary"], problems) is not None:
            whole[entry.key] = entry.value
    return decode(Entry("", whole, 1), Vocabulary, FILES["vocabulary"], problems) or Vocabulary(), read


def load(folder: Path) -> Located:
    """The whole knowledge base. Raises DataError for a missing file, InvalidData naming every faulty record."""
    problems: list[Problem] = []
    held: dict[str, dict[str, Any]] = {part: {} for part in _TYPES}
    places: dict[tuple[str, str], Entry] = {}
    for part in _TYPES:
        for entry, record in records(folder, part, problems):
            held[part][entry.key] = record
            places[part, entry.key] = entry
    words, read = vocabulary(folder, problems)
    places |= {("vocabulary", entry.key): entry for entry in read}
    if problems:
        raise InvalidData(problems)
    return Located(Knowledge(held["treatments"], held["trials"], held["sources"], words), places)
