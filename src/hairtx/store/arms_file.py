"""Reads the arms (or reported differences) of studies from a CSV file, whatever a spreadsheet made of it.

Commas, semicolons or tabs; a byte order mark; decimal commas where semicolons part the columns. What cannot be read
as figures is refused with its row and column, never guessed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

from hairtx.errors import UsageProblem
from hairtx.model.arms import StudyArm, StudyContrast
from hairtx.model.naming import clean

_MOST_BYTES = 20_000_000
_MOST_ROWS = 100_000
_LONGEST_NAME = 200
_LARGEST = 1e12
_MOST_PEOPLE = 10**9
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_ALONE = ("measure", "outcome", "week", "unit", "effect")
"""Columns that, where present, must say the same in every row: different things cannot be pooled."""


class StudyFile(NamedTuple):
    """What a file holds: arms, or contrasts; never both."""

    arms: list[StudyArm]
    contrasts: list[StudyContrast]
    columns: frozenset[str]


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises UsageProblem where it cannot be read or is larger than 20 MB."""
    try:
        with path.open("rb") as file:
            held = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise UsageProblem(f"--data {clean(str(path), 80)} could not be read ({reason})") from error
    return held


def read_stream(stream: TextIO) -> bytes:
    """What is piped in, as bytes where the stream has them, 20 MB and a byte at most."""
    binary = getattr(stream, "buffer", None)
    if binary is not None:
        return bytes(binary.read(_MOST_BYTES + 1))
    return stream.read(_MOST_BYTES + 1).encode(errors="replace")


def read_studies(held: bytes) -> StudyFile:
    """The studies in the bytes of a CSV file. Raises UsageProblem, naming row and column, for what is not as it should be."""
    rows = _rows(_text(held))
    header = next(rows, None)
    if header is None:
        raise UsageProblem("--data holds nothing; the first row names the columns: study, treatment, n, and mean, sd or events")
    columns = [name.strip().casefold() for name in header[1]]
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice is not None:
        raise UsageProblem(f"row {header[0]}: the column “{clean(twice, 30)}” is there twice")
    _check_columns(header[0], columns)
    arms: list[StudyArm] = []
    contrasts: list[StudyContrast] = []
    alone: dict[str, str] = {}
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise UsageProblem(f"row {line}: it has {len(cells)} cells, and there are {len(columns)} columns")
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        _one_measure(line, row, alone)
        if "comparator" in columns:
            contrasts.append(_contrast(line, row))
        else:
            arms.append(_arm(line, row))
        if len(arms) + len(contrasts) > _MOST_ROWS:
            raise UsageProblem(f"--data has more than {_MOST_ROWS:,} rows")
    if not arms and not contrasts:
        raise UsageProblem("--data names its columns and has no row below them")
    return StudyFile(arms, contrasts, frozenset(columns))


def _text(held: bytes) -> str:
    if len(held) > _MOST_BYTES:
        raise UsageProblem(f"--data is larger than {_MOST_BYTES // 1_000_000} MB")
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = held[: error.start].count(b"\n") + 1
        raise UsageProblem(f"row {row}: this is not UTF-8 text; save the table as “CSV UTF-8”") from None
    if "\0" in text:
        raise UsageProblem(f"row {text[: text.index(chr(0))].count(chr(10)) + 1}: this is not text; save the table as “CSV UTF-8”")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UsageProblem(f"row {line}: the quotes or line breaks are not CSV ({clean(str(error), 60)})") from None
        if cells is None:
            return
        if cells:
            # A decimal comma can only be told where commas do not part the columns.
            yield line, cells if delimiter == "," else [re.sub(r"^([+-]?\d+),(\d+)$", r"\1.\2", cell.strip()) for cell in cells]


def _check_columns(line: int, columns: list[str]) -> None:
    needed = ["study", "treatment", "comparator", "estimate", "se"] if "comparator" in columns else ["study", "treatment", "n"]
    missing = [name for name in needed if name not in columns]
    if not missing and "comparator" not in columns and not {"mean", "events"} & set(columns):
        missing = ["mean (with sd or se) or events"]
    if missing:
        raise UsageProblem(f"row {line}: there is no column {', '.join(missing)}; needed are study, treatment, n, and mean, sd (or se) or events")


def _one_measure(line: int, row: Mapping[str, str], alone: dict[str, str]) -> None:
    for name in _ALONE:
        if row.get(name) and alone.setdefault(name, row[name]) != row[name]:
            raise UsageProblem(f"row {line}: column {name} says “{clean(row[name], 30)}” and another row “{clean(alone[name], 30)}”; pool one alone")


def _arm(line: int, row: Mapping[str, str]) -> StudyArm:
    n = _count(line, "n", row.get("n"))
    if n is None:
        raise UsageProblem(f"row {line}: column n is empty")
    if n == 0:
        raise UsageProblem(f"row {line}: column n is 0; an arm needs people")
    events = _count(line, "events", row.get("events"))
    if events is not None and events > n:
        raise UsageProblem(f"row {line}: column events is {events}, more than the {n} people of column n")
    return StudyArm(
        _name(line, "study", row.get("study")),
        _name(line, "treatment", row.get("treatment")),
        n,
        _number(line, "mean", row.get("mean")),
        _positive(line, "sd", row.get("sd")),
        _positive(line, "se", row.get("se")),
        events,
        line,
    )


def _contrast(line: int, row: Mapping[str, str]) -> StudyContrast:
    estimate, se = _number(line, "estimate", row.get("estimate")), _positive(line, "se", row.get("se"))
    if estimate is None or se is None:
        raise UsageProblem(f"row {line}: column {'estimate' if estimate is None else 'se'} is empty")
    names = [_name(line, part, row.get(part)) for part in ("study", "treatment", "comparator")]
    return StudyContrast(names[0], names[1], names[2], estimate, se, _count(line, "n", row.get("n")), line)


def _name(line: int, column: str, text: str | None) -> str:
    name = clean(text or "", _LONGEST_NAME + 1)
    if not name:
        raise UsageProblem(f"row {line}: column {column} is empty")
    if len(name) > _LONGEST_NAME:
        raise UsageProblem(f"row {line}: column {column} is longer than {_LONGEST_NAME} characters")
    return name


def _number(line: int, column: str, text: str | None) -> float | None:
    if not text:
        return None
    if len(text) > 60 or not _NUMBER.fullmatch(text) or abs(float(text)) > _LARGEST:
        raise UsageProblem(f"row {line}: column {column} is “{clean(text, 30)}”, not a number")
    return float(text)


def _positive(line: int, column: str, text: str | None) -> float | None:
    value = _number(line, column, text)
    if value is not None and value <= 0:
        raise UsageProblem(f"row {line}: column {column} is {clean(text or '', 30)}; it must be above zero")
    return value


def _count(line: int, column: str, text: str | None) -> int | None:
    value = _number(line, column, text)
    if value is None:
        return None
    if value < 0 or value != int(value) or value > _MOST_PEOPLE:
        raise UsageProblem(f"row {line}: column {column} is {clean(text or '', 30)}, not a number of people")
    return int(value)
