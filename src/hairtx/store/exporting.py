"""The whole knowledge base in other shapes. Written aside and renamed, so that a full disk leaves no half file."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from hairtx.model.knowledge import Knowledge
from hairtx.store.plain import custom_to_plain

SCHEMA = 1
FORMATS = ("json", "ndjson", "csv", "markdown", "sqlite")


def export(format: str, knowledge: Knowledge, version: str, target: Path) -> None:
    """Writes `knowledge` to `target` in one of FORMATS. Raises OSError where it cannot be written whole."""
    writers: dict[str, Callable[[Knowledge, str, Path], None]] = {
        "json": _json,
        "ndjson": _ndjson,
        "csv": _csv,
        "markdown": _markdown,
        "sqlite": _sqlite,
    }
    handle, aside = tempfile.mkstemp(prefix=".hairtx-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        writers[format](knowledge, version, Path(aside))
        umask = os.umask(0)
        os.umask(umask)
        Path(aside).chmod(0o666 & ~umask)
        Path(aside).replace(target)
    finally:
        with contextlib.suppress(OSError):
            Path(aside).unlink(missing_ok=True)


def whole(knowledge: Knowledge, version: str) -> dict[str, Any]:
    """The knowledge base as plain values: schema, data_version, treatments, trials, sources, vocabulary."""
    return {
        "schema": SCHEMA,
        "data_version": version,
        "treatments": [{"id": id_, **_plain(one)} for id_, one in knowledge.treatments.items()],
        "trials": [{"id": id_, **_plain(one)} for id_, one in knowledge.trials.items()],
        "sources": [{"id": id_, **_plain(one)} for id_, one in knowledge.sources.items()],
        "vocabulary": _plain(knowledge.vocabulary),
    }


def _plain(record: msgspec.Struct) -> dict[str, Any]:
    """A record with every key, null where nothing is known."""
    return {field.encode_name: _value(getattr(record, field.name)) for field in msgspec.structs.fields(record)}


def _value(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return _plain(value)
    if isinstance(value, list):
        return [_value(one) for one in value]
    if isinstance(value, dict):
        return {key: _value(one) for key, one in value.items()}
    return custom_to_plain(value) if not isinstance(value, (str, int, float, bool, type(None))) else value


def _json(knowledge: Knowledge, version: str, file: Path) -> None:
    file.write_text(json.dumps(whole(knowledge, version), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _ndjson(knowledge: Knowledge, version: str, file: Path) -> None:
    every = whole(knowledge, version)
    with file.open("w", encoding="utf-8") as out:
        for part in ("treatments", "trials", "sources"):
            for record in every[part]:
                out.write(json.dumps({"type": part.removesuffix("s"), "data_version": version, **record}, ensure_ascii=False) + "\n")


_DECISIONS = (
    "treatment", "jurisdiction", "authority", "action", "pathway", "date", "known_by", "condition", "population", "supply", "product", "holder",
    "note", "sources",
)  # fmt: skip


def _csv(knowledge: Knowledge, version: str, file: Path) -> None:
    """One row a decision: the table most asked for."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_DECISIONS)
        for row in _decision_rows(knowledge):
            writer.writerow(row)


def _decision_rows(knowledge: Knowledge) -> Iterator[list[str]]:
    for id_, treatment in knowledge.treatments.items():
        for one in treatment.decisions:
            record = {"treatment": id_, **_plain(one), "sources": " ".join(one.sources)}
            yield ["" if record[column] is None else str(record[column]) for column in _DECISIONS]


def _markdown(knowledge: Knowledge, version: str, file: Path) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write(f"# hairtx knowledge base\n\nData version {version}. Licence: CC BY 4.0.\n")
        for id_, one in knowledge.treatments.items():
            out.write(f"\n## {one.name}\n\n`{id_}` · {one.kind}{f' · {one.class_}' if one.class_ else ''}\n\n{one.summary}\n\n")
            out.write(f"**Bottom line** ({one.bottom_line.certainty} certainty): {one.bottom_line.text} {_cited(one.bottom_line.sources)}\n\n")
            for decision in one.decisions:
                about = ", ".join(filter(None, (decision.product, decision.condition, decision.population, decision.supply)))
                when = decision.date or decision.known_by or "undated"
                out.write(f"- {when} {decision.jurisdiction}: {decision.action}, {decision.pathway} ({about}) {_cited(decision.sources)}\n")
            out.write("\n")
            for statement in one.statements:
                out.write(f"- *{statement.kind}* {statement.text} {_cited(statement.sources)}\n")
        _markdown_sources(knowledge, out)


def _markdown_sources(knowledge: Knowledge, out: IO[str]) -> None:
    out.write("\n## Sources\n\n")
    for id_, source in knowledge.sources.items():
        out.write(f"- <a id='{id_}'></a>`{id_}` {source.publisher}: {source.title}. <{source.url}> ({source.published or 'undated'})\n")


def _cited(ids: list[str]) -> str:
    return " ".join(f"[[{id_}](#{id_})]" for id_ in ids)


def _sqlite(knowledge: Knowledge, version: str, file: Path) -> None:
    """Plain tables for other programs; each record whole as JSON beside the columns most asked for."""
    every = whole(knowledge, version)
    connection = sqlite3.connect(file)
    try:
        connection.executescript(
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);"
            "CREATE TABLE treatments (id TEXT PRIMARY KEY, name TEXT, kind TEXT, record TEXT);"
            "CREATE TABLE trials (id TEXT PRIMARY KEY, acronym TEXT, condition TEXT, phase TEXT, n INTEGER, record TEXT);"
            "CREATE TABLE sources (id TEXT PRIMARY KEY, publisher TEXT, kind TEXT, url TEXT, record TEXT);"
            f"CREATE TABLE decisions ({', '.join(f'{column} TEXT' for column in _DECISIONS)});"
        )
        text = {part: [(record, json.dumps(record, ensure_ascii=False)) for record in every[part]] for part in ("treatments", "trials", "sources")}
        connection.executemany("INSERT INTO treatments VALUES (?,?,?,?)", [(r["id"], r["name"], r["kind"], t) for r, t in text["treatments"]])
        trials = [(r["id"], r["acronym"], r["condition"], r["phase"], r["n"], t) for r, t in text["trials"]]
        connection.executemany("INSERT INTO trials VALUES (?,?,?,?,?,?)", trials)
        connection.executemany(
            "INSERT INTO sources VALUES (?,?,?,?,?)", [(r["id"], r["publisher"], r["kind"], r["url"], t) for r, t in text["sources"]]
        )
        connection.executemany(f"INSERT INTO decisions VALUES ({','.join('?' * len(_DECISIONS))})", list(_decision_rows(knowledge)))
        vocabulary = json.dumps(every["vocabulary"], ensure_ascii=False)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", str(SCHEMA)), ("data_version", version), ("vocabulary", vocabulary)])
        connection.commit()
    except sqlite3.OperationalError as error:
        raise OSError(f"the database could not be written: {error}") from error
    finally:
        connection.close()
