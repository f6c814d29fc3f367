"""Reads a curated YAML file entry by entry, with the line of everything.

A deliberately small YAML: mappings, lists and scalars. Plain scalars become
null, true/false, a decimal number or text, and nothing else, so `NO`, `1:30`,
`012` and `2024-01-02` stay what they look like. Refused, each with its line:
repeated keys, anchors and aliases, tags, a second document, and characters
that could act on a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import yaml

from hairtx.errors import DataError, Problem

Path_ = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
# C0 and C1 controls except tab and newline, line and paragraph separators, and the marks that reorder text.
_ACTIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_MAX_DEPTH = 20


@dataclass(slots=True)
class Entry:
    """One top-level key of a file with its plain value and the line of every path inside it."""

    key: str
    value: Any
    line: int
    lines: dict[Path_, int] = field(default_factory=dict)

    def line_of(self, path: Path_) -> int:
        """The line of `path`, or of the nearest thing around it that has one."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.line


def entries(file: Path, problems: list[Problem]) -> Iterator[Entry]:
    """The file's top-level entries one at a time; faults of form are added to `problems`.

    Streams: only one entry is held at a time. Raises DataError where the file cannot be opened.
    """
    try:
        stream = file.open("rb")
    except OSError as error:
        raise DataError(f"cannot read {file}: {error.strerror or error}; the knowledge base needs this file") from error
    with stream:
        yield from _entries(stream, file, problems)


def _entries(stream: IO[bytes], file: Path, problems: list[Problem]) -> Iterator[Entry]:
    def report(line: int, path: Path_, message: str, remedy: str) -> None:
        problems.append(Problem(file.name, line, ".".join(map(str, path)) or "(file)", message, remedy))

    try:
        yield from _Builder(stream, report).top_level()
    except yaml.reader.ReaderError as error:
        reason = f"a character that is not allowed in YAML text ({error.reason})"
        report(_line_at(file, error.position), (), reason, "remove it; the file must be UTF-8 text without control characters")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(filter(None, (error.context, error.problem)))
        report(mark.line + 1 if mark else 1, (), f"not readable as YAML: {said}", "check indentation, colons and quotes around this line")
    except _TooDeepError as deep:
        report(deep.line, (), "nested too deeply", f"at most {_MAX_DEPTH} levels are used here")


def _line_at(file: Path, position: int) -> int:
    with file.open("rb") as stream:
        return stream.read(position).count(b"\n") + 1


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Builds plain values from libyaml's events: faster than nodes, and it streams.

    A fault of form is reported and reading goes on; the entry that holds it is not given out.
    """

    def __init__(self, stream: IO[bytes], report: Callable[[int, Path_, str, str], None]) -> None:
        parser = getattr(yaml, "CLoader", yaml.Loader)(stream)
        self._next: Callable[[], Any] = parser.get_event
        self._peek: Callable[[], Any] = parser.peek_event
        self._report = report
        self._lines: dict[Path_, int] = {}
        self._sound = True
        self._inside: Path_ = ()

    def top_level(self) -> Iterator[Entry]:
        self._next()  # stream start
        if isinstance(self._peek(), yaml.StreamEndEvent):
            return
        self._next()  # document start
        start = self._next()
        if isinstance(start, yaml.ScalarEvent) and start.value in ("", "~", "null"):
            return
        if not isinstance(start, yaml.MappingStartEvent):
            self._refuse(start, (), "the file must be a mapping of ids to records", "begin with `some-id:`")
            return
        self._plain(start, ())
        seen: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._lines, self._sound, self._inside = {}, True, ()
            key, line = self._key(event, ())
            if key in seen:
                self._refuse(event, (key,), f"the id is used twice, first on line {seen[key]}", "join the two records or rename one")
            seen.setdefault(key, line)
            self._inside = (key,)
            value = self._value(self._next(), (), 1)
            if self._sound:
                yield Entry(key, value, line, self._lines)
        self._inside = ()
        self._next()  # document end
        if not isinstance(self._peek(), yaml.StreamEndEvent):
            self._refuse(self._peek(), (), "a second document", "remove the `---` line")

    def _refuse(self, event: Any, path: Path_, message: str, remedy: str) -> None:
        self._sound = False
        self._report(event.start_mark.line + 1, (*self._inside, *path), message, remedy)

    def _value(self, event: Any, path: Path_, depth: int) -> Any:
        if depth > _MAX_DEPTH:
            raise _TooDeepError(event.start_mark.line + 1)
        self._lines.setdefault(path, event.start_mark.line + 1)
        if not self._plain(event, path):
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(path, depth))
        return self._mapping(path, depth)

    def _items(self, path: Path_, depth: int) -> Iterator[Any]:
        at = 0
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._value(event, (*path, at), depth + 1)
            at += 1

    def _mapping(self, path: Path_, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, line = self._key(event, path)
            if key in found:
                self._refuse(event, (*path, key), f"the key `{key}` is repeated", "keep one of the two")
            self._lines[(*path, key)] = line
            found[key] = self._value(self._next(), (*path, key), depth + 1)
        return found

    def _key(self, event: Any, path: Path_) -> tuple[str, int]:
        line = event.start_mark.line + 1
        self._plain(event, path)
        if isinstance(event, yaml.ScalarEvent):
            self._clean(event, path)
            return event.value, line
        self._refuse(event, path, "a key that is not a word", "keys are plain words")
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._skip()
        return f"(key on line {line})", line

    def _skip(self) -> None:
        depth = 1
        while depth:
            event = self._next()
            depth += isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
            depth -= isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))

    def _scalar(self, event: Any, path: Path_) -> object:
        self._clean(event, path)
        text: str = event.value
        if event.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text) and len(text) < 19:
            return int(text)
        if _DECIMAL.fullmatch(text) and len(text) < 40:
            return float(text)
        return text

    def _clean(self, event: Any, path: Path_) -> None:
        active = _ACTIVE.search(event.value)
        if active:
            self._refuse(event, path, f"the control character U+{ord(active.group()):04X} is hidden in the text", "remove it")

    def _plain(self, event: Any, path: Path_) -> bool:
        """Whether the event is free of anchors, aliases and tags; an alias holds no value."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, path, "an anchor or alias (& or *)", "write the value out; quote text that begins with & or *")
        elif getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, path, f"the tag {event.tag}", "remove it; quote text that begins with !")
        return not isinstance(event, yaml.AliasEvent)
