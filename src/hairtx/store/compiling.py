"""Compiles the YAML files into one SQLite index: records by id, names, and full text.

The index is disposable. It is written aside and renamed into place, so that a
reader never meets half of one, and two writers do no harm.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from hairtx.errors import InvalidData, Problem
from hairtx.model import naming
from hairtx.model.sources import Source
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.model.vocabulary import Condition, Family, Term, Vocabulary
from hairtx.store.loading import records, vocabulary
from hairtx.store.plain import custom_to_plain
from hairtx.store.stamp import APPLICATION_ID, FORMAT, digest, stamp

Progress = Callable[[int], None]

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (part TEXT, id TEXT, body BLOB, PRIMARY KEY (part, id)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, text TEXT, field TEXT, what TEXT, id TEXT, shared INTEGER);
CREATE TABLE decoy (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE trial_of (treatment TEXT, trial TEXT, PRIMARY KEY (treatment, trial)) WITHOUT ROWID;
CREATE VIRTUAL TABLE passage USING fts5(id UNINDEXED, names, families, bottom_line, prose, tokenize="porter unicode61 remove_diacritics 2");
INSERT INTO passage (passage, rank) VALUES ('rank', 'bm25(0, 10, 6, 4, 1)');
CREATE VIRTUAL TABLE spelling USING fts5(key, tokenize="trigram", detail=none, columnsize=0);
CREATE VIRTUAL TABLE run USING fts5vocab(spelling, row);
"""

_encode = msgspec.msgpack.Encoder(enc_hook=custom_to_plain).encode


def build(folder: Path, target: Path, progress: Progress | None = None) -> None:
    """Writes the index of `folder` to `target`. Raises InvalidData, DataError, or OSError where nothing can be written there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=".index-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(aside)
        try:
            fill(connection, folder, progress)
        finally:
            connection.close()
        Path(aside).replace(target)
    except sqlite3.OperationalError as error:
        raise OSError(f"the index could not be written: {error}") from error
    finally:
        with contextlib.suppress(OSError):
            Path(aside).unlink(missing_ok=True)


def fill(connection: sqlite3.Connection, folder: Path, progress: Progress | None = None) -> None:
    """Fills an empty database with the index of `folder`; streams, so memory does not grow with the files."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_SCHEMA)
    seen, version = stamp(folder), digest(folder)
    problems: list[Problem] = []
    words, _ = vocabulary(folder, problems)
    _vocabulary(connection, words)
    for entry, source in records(folder, "sources", problems):
        _source(connection, entry.key, source)
    for entry, trial in records(folder, "trials", problems):
        _trial(connection, entry.key, trial)
    latest, count = "", 0
    for count, (entry, treatment) in enumerate(records(folder, "treatments", problems), 1):
        _treatment(connection, entry.key, treatment, words)
        latest = max(latest, treatment.reviewed.text if treatment.reviewed else "")
        if progress and count % 200 == 0:
            progress(count)
    if problems:
        raise InvalidData(problems)
    connection.execute("CREATE INDEX name_key ON name (key)")
    connection.execute("CREATE INDEX name_id ON name (what, id)")
    connection.execute("INSERT INTO spelling (key) SELECT DISTINCT key FROM name WHERE length(key) >= 3")
    # A word that one record warns of may be another's name; then it is a name.
    connection.execute("DELETE FROM decoy WHERE key IN (SELECT key FROM name)")
    connection.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    meta = {"stamp": msgspec.json.encode(seen).decode(), "version": f"{latest or 'unreviewed'}.{version}", "treatments": str(count)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.commit()


NameRow = tuple[str, str, str, str, str, int]


def _row(text: str, field: str, what: str, id_: str, shared: int = 0) -> NameRow:
    return naming.key(text), text, field, what, id_, shared


def _names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    distinct = {(row[0], row[3], row[4], row[5]): row for row in rows if row[0]}
    connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", distinct.values())


def _treatment(connection: sqlite3.Connection, id_: str, treatment: Treatment, words: Vocabulary) -> None:
    connection.execute("INSERT INTO record VALUES ('treatments', ?, ?)", (id_, _encode(treatment)))
    _names(connection, _treatment_names(id_, treatment))
    connection.executemany("INSERT OR IGNORE INTO decoy VALUES (?)", [(naming.key(decoy),) for decoy in treatment.decoys])
    families = [words.families[one] for one in treatment.families if one in words.families]
    conditions = [words.conditions[one] for one in treatment.conditions if one in words.conditions]
    passage = (
        id_,
        " \n".join([treatment.name, *(name for _, name in treatment.names.all()), *treatment.shared_names, *(p.name for p in treatment.products)]),
        " \n".join([treatment.class_ or "", treatment.kind, *(n for f in families for n in (f.name, *f.names)), *treatment.companies]),
        " \n".join([treatment.summary, treatment.bottom_line.text, treatment.route or "", *(n for c in conditions for n in (c.name, *c.names))]),
        " \n".join([*(s.text for s in treatment.statements), *(a.text for a in treatment.appraisals), *(m.text for m in treatment.milestones)]),
    )
    connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", passage)


def _treatment_names(id_: str, treatment: Treatment) -> Iterator[NameRow]:
    # The last row of a key wins, so the weightiest field comes last.
    for company in treatment.companies:
        yield _row(company, "company", "company", id_)
    for shared in treatment.shared_names:
        yield _row(shared, "shared", "treatment", id_, 1)
    for product in treatment.products:
        yield _row(product.name, "product", "treatment", id_)
    for field, name in reversed(treatment.names.all()):
        yield _row(name, field, "treatment", id_)
    for retired in treatment.retired_ids:
        yield _row(retired, "id", "treatment", id_)
    yield _row(treatment.name, "name", "treatment", id_)
    yield _row(id_, "id", "treatment", id_)


def _source(connection: sqlite3.Connection, id_: str, source: Source) -> None:
    connection.execute("INSERT INTO record VALUES ('sources', ?, ?)", (id_, _encode(source)))
    if source.syntheses:
        connection.execute("INSERT INTO record VALUES ('syntheses', ?, ?)", (id_, _encode(source.syntheses)))


def _trial(connection: sqlite3.Connection, id_: str, trial: Trial) -> None:
    connection.execute("INSERT INTO record VALUES ('trials', ?, ?)", (id_, _encode(trial)))
    connection.executemany("INSERT OR IGNORE INTO trial_of VALUES (?, ?)", [(treatment, id_) for treatment in trial.treatments])
    texts = [(id_, "id"), *((other, "id") for other in trial.other_ids), *([(trial.acronym, "acronym")] if trial.acronym else [])]
    _names(connection, (_row(text, field, "trial", id_) for text, field in texts))


def _vocabulary(connection: sqlite3.Connection, words: Vocabulary) -> None:
    for field in words.__struct_fields__:
        connection.execute("INSERT INTO record VALUES ('vocabulary', ?, ?)", (field, _encode(getattr(words, field))))
    named: list[tuple[str, Mapping[str, Family | Condition | Term]]] = [
        ("family", words.families),
        ("condition", words.conditions),
        ("term", words.glossary),
    ]
    for what, part in named:
        for id_, one in part.items():
            _names(connection, (_row(text, "name", what, id_) for text in (id_, *reversed(one.names), one.name)))
