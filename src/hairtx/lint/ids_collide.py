"""Ids that a person or a link could take for one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Path, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.naming import key


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each id that reads like an earlier one.

    Treatments, comparators, trials, families and conditions share one space,
    because a name is looked up among all of them; sources have their own.
    """
    words = knowledge.vocabulary
    named: list[tuple[str, Path, list[str]]] = [
        ("condition", ("vocabulary", "conditions"), list(words.conditions)),
        ("family", ("vocabulary", "families"), list(words.families)),
        ("comparator", ("vocabulary", "comparators"), list(words.comparators)),
        ("treatment", ("treatments",), list(knowledge.treatments)),
        ("trial", ("trials",), list(knowledge.trials)),
    ]
    yield from _alike(named)
    yield from _alike([("source", ("sources",), list(knowledge.sources))])


def _alike(named: list[tuple[str, Path, list[str]]]) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for what, part, ids in named:
        for id_ in ids:
            bearer = taken.setdefault(key(id_), f"the {what} {id_}")
            if bearer != f"the {what} {id_}":
                yield Finding((*part, id_), f'the id "{id_}" reads like that of {bearer}', "choose an id that differs in more than case and hyphens")


RULE = Rule(
    name="ids-collide",
    sentence="No two records have the same id, or ids that differ only in case and hyphens.",
    check=check,
)
