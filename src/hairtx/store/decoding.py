"""Turns plain values into typed records, and says all that is wrong with those that do not fit.

`msgspec.convert` does the work; only where it refuses a record is the record
walked piece by piece, so that every fault of it is named in one run.
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from hairtx.errors import Problem
from hairtx.model.dates import PartialDate
from hairtx.store.plain import plain_to_custom
from hairtx.store.reading import Entry, Path_

T = TypeVar("T")
Fault = tuple[Path_, str, str]

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def decode(entry: Entry, type_: type[T], file: str, problems: list[Problem]) -> T | None:
    """The entry as a record of `type_`; where it does not fit, None, and each fault is added to `problems`."""
    try:
        return msgspec.convert(entry.value, type_, dec_hook=plain_to_custom)
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        found = list(faults(entry.value, type_, (entry.key,))) or [((entry.key,), str(error), "")]
        for path, message, remedy in found:
            problems.append(Problem(file, entry.line_of(path[1:]), dotted(path), message, remedy))
        return None


def dotted(path: Path_) -> str:
    """A record's own path, as in `kerastem.decisions[3].date`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def faults(value: Any, type_: Any, path: Path_) -> Iterator[Fault]:
    """Every fault of `value` held against `type_`, with where, what was expected and what to do."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        inner = list(faults(value, arguments[0], path))
        yield from inner or _constraint(value, type_, path)
    elif origin in (Union, types.UnionType):
        if value is not None or type(None) not in arguments:
            yield from faults(value, next(one for one in arguments if one is not type(None)), path)
    elif origin is list:
        yield from _list(value, arguments[0], path)
    elif origin is dict:
        yield from _dict(value, arguments, path)
    elif origin is Literal:
        if value not in arguments:
            yield path, f"{_shown(value)} is not one of {', '.join(arguments)}", _nearest(value, arguments)
    elif isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        yield from _struct(value, type_, path)
    else:
        yield from _leaf(value, type_, path)


def _struct(value: Any, type_: type[msgspec.Struct], path: Path_) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, f"expected a mapping of keys, found {_shown(value)}", "indent the keys of this record below it"
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(type_)}
    hints = get_type_hints(type_, include_extras=True)
    for key in value:
        if key not in fields:
            yield (*path, key), f"the key `{key}` is not known here", _nearest(key, tuple(fields)) or f"keys are: {', '.join(fields)}"
    for name, field in fields.items():
        if name in value:
            yield from faults(value[name], hints[field.name], (*path, name))
        elif field.required:
            yield path, f"the key `{name}` is missing", f"add `{name}:`; CONTRIBUTING.md says what it holds"


def _list(value: Any, item: Any, path: Path_) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield path, f"expected a list, found {_shown(value)}", "write it as [one, two] or as lines beginning with `- `"
        return
    for at, one in enumerate(value):
        yield from faults(one, item, (*path, at))


def _dict(value: Any, arguments: tuple[Any, ...], path: Path_) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, f"expected a mapping, found {_shown(value)}", "write it as `key: value` lines"
        return
    for key, one in value.items():
        yield from faults(key, arguments[0], (*path, key))
        yield from faults(one, arguments[1], (*path, key))


def _leaf(value: Any, type_: Any, path: Path_) -> Iterator[Fault]:
    try:
        msgspec.convert(value, type_, dec_hook=plain_to_custom)
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        if type_ is PartialDate:
            said = str(error) if isinstance(value, str) else f"{_shown(value)} is not a date"
            yield path, said.removesuffix(" - at `$`"), "write 2018, 2018-02 or 2018-02-08"
        else:
            remedy = "put it in quotes" if type_ is str and isinstance(value, (int, float)) and not isinstance(value, bool) else ""
            yield path, f"expected {_PLAIN.get(type_, str(type_))}, found {_shown(value)}", remedy


def _constraint(value: Any, type_: Any, path: Path_) -> Iterator[Fault]:
    try:
        msgspec.convert(value, type_, dec_hook=plain_to_custom)
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        meta = next(one for one in get_args(type_)[1:] if isinstance(one, msgspec.Meta))
        if meta.description:
            yield path, f"{_shown(value)} does not fit", f"expected: {meta.description}"
        else:
            yield path, f"{_shown(value)}: {str(error).lower().replace('`', '')}", ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if value is None:
        return "nothing"
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")


_MEANT = {"approved": "granted", "authorised": "granted", "authorized": "granted", "cleared": "granted", "rejected": "refused", "denied": "refused",
          "recalled": "withdrawn",
          "unapproved": "stated-unapproved", "rx": "prescription", "works": "benefit", "none": "no-controlled-evidence"}  # fmt: skip
"""What curators write and the closed words for it."""


def _nearest(value: Any, among: tuple[str, ...]) -> str:
    meant = _MEANT.get(str(value).casefold())
    if meant in among:
        return f"write {meant}"
    close = difflib.get_close_matches(str(value), among, n=1, cutoff=0.6)
    return f"nearest: {close[0]}" if close else ""
