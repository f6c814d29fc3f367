"""An opened knowledge base: typed records by id, names, and full text, read from the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hairtx.model.naming import Name
from hairtx.model.sources import Source, Synthesis
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.value import Value
from hairtx.model.vocabulary import Authority, Comparator, Condition, Family, Jurisdiction, Lay, Measure, Population, Term
from hairtx.store.plain import plain_to_custom

_T = TypeVar("_T")
_PARTS = ("names", "families", "bottom_line", "prose")
_LEAST_RUNS, _MOST_NAMES, _MOST_PASSAGES, _NO_BOUND = 2, 20_000, 1_000, 1 << 62


class Passage(Value, frozen=True):
    """A treatment found in the full text, with the extract of each part that matched (empty where none did)."""

    id: str
    score: float
    extracts: dict[str, str]
    row: int


class _Decoys(Value, frozen=True):
    """Of a treatment, its decoys alone."""

    decoys: tuple[str, ...] = ()


class AtNeed(Mapping[str, _T]):
    """Records by id, in order, each decoded when it is first asked for."""

    def __init__(self, bodies: dict[str, bytes], decode: Callable[[bytes], _T]) -> None:
        self._bodies, self._decode = bodies, decode
        self._read: dict[str, _T] = {}

    def __getitem__(self, id_: str) -> _T:
        if id_ not in self._read:
            self._read[id_] = self._decode(self._bodies[id_])
        return self._read[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._bodies

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)


def _decoder(type_: Any) -> Callable[[bytes], Any]:
    return msgspec.msgpack.Decoder(type_, dec_hook=plain_to_custom).decode


class KnowledgeBase:
    """Read access to one folder of YAML files through its index."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, reopen: Callable[[], sqlite3.Connection]) -> None:
        self.folder = folder
        self._connection = connection
        self._reopen: Callable[[], sqlite3.Connection] | None = reopen
        self._treatment = _decoder(Treatment)

    def _rows(self, query: str, arguments: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        values = tuple(arguments)
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.ProgrammingError) or self._reopen is None:
                raise
            # The index is damaged somewhere inside: it is disposable, so make it anew, once.
            reopen, self._reopen = self._reopen, None
            self._connection.close()
            self._connection = reopen()
            return self._connection.execute(query, values).fetchall()

    @cached_property
    def data_version(self) -> str:
        """Day of the newest second reading, and a digest of the files' content."""
        return str(self._rows("SELECT value FROM meta WHERE key = 'version'")[0][0])

    # ------------------------------------------------------------ records

    def treatment(self, id_: str) -> Treatment | None:
        """The treatment of that id."""
        rows = self._rows("SELECT body FROM record WHERE part = 'treatments' AND id = ?", [id_])
        return self._treatment(rows[0][0]) if rows else None

    def treatments(self) -> Iterator[tuple[str, Treatment]]:
        """Every treatment with its id, in the order of ids."""
        for id_, body in self._rows("SELECT id, body FROM record WHERE part = 'treatments' ORDER BY id"):
            yield id_, self._treatment(body)

    def treatments_at_need(self) -> Mapping[str, Treatment]:
        """Every treatment by id, each read when it is first asked for."""
        return AtNeed(self._bodies("treatments"), self._treatment)

    def trials_at_need(self) -> Mapping[str, Trial]:
        """Every trial by id, each read when it is first asked for."""
        return AtNeed(self._bodies("trials"), _decoder(Trial))

    def decoys(self) -> list[str]:
        """The words that look like a treatment's name and are none, in the order of treatments."""
        decode = _decoder(_Decoys)
        return [decoy for body in self._bodies("treatments").values() for decoy in decode(body).decoys]

    def _bodies(self, part: str) -> dict[str, bytes]:
        return dict(self._rows("SELECT id, body FROM record WHERE part = ? ORDER BY id", [part]))

    @cached_property
    def count(self) -> int:
        """How many treatments there are."""
        return int(self._rows("SELECT value FROM meta WHERE key = 'treatments'")[0][0])

    def trial(self, id_: str) -> Trial | None:
        """The trial of that id."""
        rows = self._rows("SELECT body FROM record WHERE part = 'trials' AND id = ?", [id_])
        return _decoder(Trial)(rows[0][0]) if rows else None

    def trials(self) -> dict[str, Trial]:
        """Every trial."""
        decode = _decoder(Trial)
        return {id_: decode(body) for id_, body in self._bodies("trials").items()}

    def trials_of(self, treatment: str) -> dict[str, Trial]:
        """The trials that studied a treatment."""
        decode = _decoder(Trial)
        # CROSS: left to choose, SQLite reads every trial to find those of one treatment.
        query = "SELECT id, body FROM trial_of CROSS JOIN record ON part = 'trials' AND id = trial WHERE treatment = ? ORDER BY trial"
        return {id_: decode(body) for id_, body in self._rows(query, [treatment])}

    def sources(self, ids: Iterable[str] | None = None) -> dict[str, Source]:
        """The sources of those ids, in that order; every source where `ids` is None."""
        decode = _decoder(Source)
        if ids is None:
            return {id_: decode(body) for id_, body in self._rows("SELECT id, body FROM record WHERE part = 'sources' ORDER BY id")}
        wanted = list(dict.fromkeys(ids))
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            found |= dict(self._rows(f"SELECT id, body FROM record WHERE part = 'sources' AND id IN ({marks})", some))
        return {id_: decode(found[id_]) for id_ in wanted if id_ in found}

    def syntheses(self) -> dict[str, list[Synthesis]]:
        """What published meta-analyses found, by the id of their source."""
        decode = _decoder(list[Synthesis])
        return {id_: decode(body) for id_, body in self._rows("SELECT id, body FROM record WHERE part = 'syntheses' ORDER BY id")}

    # --------------------------------------------------------- vocabulary

    def _words(self, part: str, type_: Any) -> Any:
        rows = self._rows("SELECT body FROM record WHERE part = 'vocabulary' AND id = ?", [part])
        return _decoder(type_)(rows[0][0])

    @cached_property
    def families(self) -> dict[str, Family]:
        """Families by id."""
        return self._words("families", dict[str, Family])  # type: ignore[no-any-return]

    @cached_property
    def conditions(self) -> dict[str, Condition]:
        """Conditions by id."""
        return self._words("conditions", dict[str, Condition])  # type: ignore[no-any-return]

    @cached_property
    def jurisdictions(self) -> dict[str, Jurisdiction]:
        """Jurisdictions by ISO code."""
        return self._words("jurisdictions", dict[str, Jurisdiction])  # type: ignore[no-any-return]

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        """Authorities by id."""
        return self._words("authorities", dict[str, Authority])  # type: ignore[no-any-return]

    @cached_property
    def populations(self) -> dict[str, Population]:
        """Populations by id."""
        return self._words("populations", dict[str, Population])  # type: ignore[no-any-return]

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Outcome measures by id."""
        return self._words("measures", dict[str, Measure])  # type: ignore[no-any-return]

    @cached_property
    def comparators(self) -> dict[str, Comparator]:
        """Comparators (placebo, sham ...) by id."""
        return self._words("comparators", dict[str, Comparator])  # type: ignore[no-any-return]

    @cached_property
    def glossary(self) -> dict[str, Term]:
        """Glossary entries by id."""
        return self._words("glossary", dict[str, Term])  # type: ignore[no-any-return]

    @cached_property
    def lay(self) -> list[Lay]:
        """Everyday words and what they mean."""
        return self._words("lay", list[Lay])  # type: ignore[no-any-return]

    # -------------------------------------------------------------- names

    def names(self, key: str) -> list[Name]:
        """What is called exactly so, after `naming.key`."""
        return [Name(*row) for row in self._rows("SELECT key, text, field, what, id, shared FROM name WHERE key = ? ORDER BY shared, rowid", [key])]

    def all_names(self) -> list[Name]:
        """Every name of everything, for reading a whole text at once."""
        return [Name(*row) for row in self._rows("SELECT key, text, field, what, id, shared FROM name ORDER BY shared, rowid")]

    def names_starting(self, key: str, limit: int) -> list[Name]:
        """Names whose key begins so, for completion."""
        query = "SELECT key, text, field, what, id, shared FROM name WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
        return [Name(*row) for row in self._rows(query, [key, key + "\U0010ffff", limit])]

    def keys_like(self, key: str, limit: int = 300) -> list[str]:
        """Name keys that share runs of three characters with `key`, most shared first."""
        runs = sorted({key[at : at + 3] for at in range(len(key) - 2)})
        marks = ",".join("?" * len(runs))
        held = self._rows(f"SELECT term, doc FROM run WHERE term IN ({marks}) ORDER BY doc", runs)
        telling: list[str] = []
        names = 0
        for run, count in held:
            # Common runs (`000`, `ine`) cost most and tell least: the rarest suffice.
            if len(telling) >= _LEAST_RUNS and names + count > _MOST_NAMES:
                break
            telling.append(run)
            names += count
        if not telling:
            return []
        match = " OR ".join(f'"{run}"' for run in telling)
        return [row[0] for row in self._rows("SELECT key FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT ?", [match, limit])]

    def is_decoy(self, key: str) -> bool:
        """Whether a record lists this as a word that looks like one of its names and is none."""
        return bool(self._rows("SELECT 1 FROM decoy WHERE key = ?", [key]))

    def speaks_of(self, id_: str, words: list[str]) -> bool:
        """Whether a treatment's record holds every one of the words, in any form."""
        match = " AND ".join(f'"{word}"' for word in words)
        return not words or bool(self._rows("SELECT 1 FROM passage WHERE passage MATCH ? AND id = ?", [match, id_]))

    # ---------------------------------------------------------- full text

    def passages(self, match: str, limit: int) -> list[Passage]:
        """Treatments whose text answers an FTS5 expression, best first; names weigh most, prose least."""
        beyond = self._rows("SELECT rowid FROM passage WHERE passage MATCH ? LIMIT 1 OFFSET ?", [match, _MOST_PASSAGES])
        # Where thousands answer, any ranking of them all is noise that costs a tenth of a second.
        last = beyond[0][0] if beyond else _NO_BOUND
        extracts = ", ".join(f"snippet(passage, {at}, char(2), char(3), '…', 16)" for at in range(1, 5))
        query = f"SELECT rowid, id, -rank, {extracts} FROM passage WHERE passage MATCH ? AND rowid <= ? ORDER BY rank LIMIT ?"
        return [
            Passage(id_, score, {part: text for part, text in zip(_PARTS, texts, strict=True) if "\x02" in text}, row)
            for row, id_, score, *texts in self._rows(query, [match, last, limit])
        ]

    def holding(self, match: str, *, head: bool) -> set[str]:
        """Ids of the treatments whose text answers an FTS5 expression, at most 1,000; with `head` in names, families or bottom line alone."""
        wanted = f"{{names families bottom_line}} : {match}" if head else match
        return {row[0] for row in self._rows("SELECT id FROM passage WHERE passage MATCH ? LIMIT ?", [wanted, _MOST_PASSAGES])}

    def speaking(self, match: str, passages: list[Passage]) -> set[str]:
        """Ids of those passages' treatments whose text answers another FTS5 expression too."""
        marks = ",".join("?" * len(passages))
        rows = self._rows(f"SELECT id FROM passage WHERE passage MATCH ? AND rowid IN ({marks})", [match, *(one.row for one in passages)])
        return {row[0] for row in rows}
