"""What a rule is, and how rules are run with their listed exceptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from hairtx.model.knowledge import Knowledge

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the path of what is wrong, beginning with the part (`treatments`, `trials` ...), what is wrong, and what to do."""

    path: Path
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule.

    `exceptions` maps a dotted path (without the part) to the reason why it may stay;
    an exception that nothing needs any more is itself a fault. What a `notice` rule finds
    is named and fails nothing: it falls due by the passing of time, not by a change.
    """

    name: str
    sentence: str
    check: Callable[[Knowledge, date], Iterable[Finding]]
    exceptions: Mapping[str, str] = field(default_factory=dict)
    notice: bool = False


def dotted(path: Path) -> str:
    """A path without its part, as in `kerastem.decisions[3].date`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path[1:]).lstrip(".")


def run(rules: Iterable[Rule], knowledge: Knowledge, today: date) -> Iterator[tuple[Rule, Finding]]:
    """Every finding of every rule, less the listed exceptions, plus exceptions that are no longer needed."""
    for rule in rules:
        unused = set(rule.exceptions)
        for finding in rule.check(knowledge, today):
            place = dotted(finding.path)
            if place in rule.exceptions:
                unused.discard(place)
            else:
                yield rule, finding
        for place in sorted(unused):
            yield rule, Finding(("treatments", place), "the rule lists an exception here that is no longer needed", f"take it out of {rule.name}")
