"""Names that belong to two, shared names that belong to none, decoys that are no decoys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hairtx.lint.naming_of_records import called, groups, listed, owned
from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.naming import key
from hairtx.model.treatments import Treatment


@dataclass(slots=True)
class _Owners:
    """Who bears which name, by comparison key: treatment ids, and families and conditions as `the family some-family`."""

    treatments: dict[str, dict[str, None]] = field(default_factory=dict)
    families: dict[str, dict[str, None]] = field(default_factory=dict)
    conditions: dict[str, dict[str, None]] = field(default_factory=dict)


def _owners(knowledge: Knowledge) -> _Owners:
    owners = _Owners()
    for id_, treatment in knowledge.treatments.items():
        for _, name in owned(id_, treatment):
            owners.treatments.setdefault(key(name), {})[id_] = None
    for what, id_, group in groups(knowledge):
        held = owners.families if what == "family" else owners.conditions
        for name in called(id_, group):
            held.setdefault(key(name), {})[f"the {what} {id_}"] = None
    return owners


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each name that leads to two records or to none."""
    owners = _owners(knowledge)
    for id_, treatment in knowledge.treatments.items():
        yield from _taken(id_, treatment, owners)
        yield from _repeated(id_, treatment)
        yield from _shared(id_, treatment, owners)
        yield from _decoys(id_, treatment)


def _taken(id_: str, treatment: Treatment, owners: _Owners) -> Iterator[Finding]:
    """Names that an earlier treatment, a family or a condition has already; each once, where it is first written."""
    said: set[str] = set()
    for path, name in owned(id_, treatment):
        same = key(name)
        if not same or same in said:
            continue
        said.add(same)
        bearers = list(owners.treatments[same])
        before = bearers[: bearers.index(id_)]
        others = [*before, *owners.families.get(same, ()), *owners.conditions.get(same, ())]
        if others:
            remedy = "keep it where it first belongs; list it under shared_names here if it may mean this one too"
            yield Finding(path, f'"{name}" is already a name of {" and ".join(others)}', remedy)


def _repeated(id_: str, treatment: Treatment) -> Iterator[Finding]:
    """Names listed twice. Each foreign language counts apart: that a language has the same word is worth writing down."""
    seen: dict[tuple[str, str], str] = {}
    for path, name in listed(treatment.names):
        language = str(path[2]) if path[1] == "foreign" else ""
        place = (language, key(name))
        if place in seen and key(name):
            as_first = "" if seen[place] == name else f', first as "{seen[place]}"'
            remedy = "keep one; case, accents, spaces and hyphens do not matter"
            yield Finding(("treatments", id_, *path), f'"{name}" is listed twice among the names{as_first}', remedy)
        seen.setdefault(place, name)


def _shared(id_: str, treatment: Treatment, owners: _Owners) -> Iterator[Finding]:
    for at, name in enumerate(treatment.shared_names):
        path = ("treatments", id_, "shared_names", at)
        others = [one for one in owners.treatments.get(key(name), ()) if one != id_] + list(owners.families.get(key(name), ()))
        if not others:
            yield Finding(
                path, f'the shared name "{name}" belongs to no other treatment or family', "write it among the names of the one it first belongs to"
            )
        elif len(others) > 1:
            yield Finding(path, f'the shared name "{name}" belongs to {" and ".join(others)}', "leave it with one of them")


def _decoys(id_: str, treatment: Treatment) -> Iterator[Finding]:
    own = {key(name) for _, name in owned(id_, treatment)}
    for at, decoy in enumerate(treatment.decoys):
        if key(decoy) in own:
            yield Finding(
                ("treatments", id_, "decoys", at),
                f'the decoy "{decoy}" is one of the names of this record',
                "a name cannot also be no name; take one out",
            )


RULE = Rule(
    name="names-collide",
    sentence="A name belongs to one treatment only; a shared name belongs first to exactly one other treatment or family.",
    check=check,
)
