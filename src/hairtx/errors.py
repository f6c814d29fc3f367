"""The family of errors a person can meet, each with its exit code.

    HairtxError
    ├── NothingFound      1   the question was understood; nothing answers it
    ├── UsageProblem      2   the question could not be understood
    └── DataError         3   the knowledge base could not be read
        └── InvalidData   3   one or more records are not well formed

The sentence is written last: each error carries its facts as attributes and
`str(error)` is the one line that a person reads. Imports nothing.
"""

from __future__ import annotations

from typing import NamedTuple


class HairtxError(Exception):
    """Any failure that is explained to the user in one sentence."""

    exit_code = 2


class NothingFound(HairtxError):
    """Nothing answers; `nearest` holds at most three names that come close."""

    exit_code = 1

    def __init__(self, sentence: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.nearest = nearest


class UsageProblem(HairtxError):
    """The command line or an input file cannot be understood as it stands."""


class DataError(HairtxError):
    """The knowledge base or its index cannot be read."""

    exit_code = 3


class Problem(NamedTuple):
    """One fault in the data: where it is, what was expected and what to do."""

    file: str
    line: int
    path: str
    message: str
    remedy: str = ""
    rule: str = "format"

    def __str__(self) -> str:
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.file}:{self.line} {self.path}: {self.message}{remedy} [{self.rule}]"


class InvalidData(DataError):
    """Records that are not well formed; `problems` names every one of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(problems)
        super().__init__(f"the knowledge base has {count} {'problem' if count == 1 else 'problems'} that must be mended first")
