import pytest
from msgspec.structs import replace

from hairtx.lint.names_collide import RULE
from hairtx.model.knowledge import Knowledge
from hairtx.model.treatments import Names
from hairtx.model.vocabulary import Family

from .made import base, said, treatment, with_treatment, words

KEEP = "keep it where it first belongs; list it under shared_names here if it may mean this one too"
HOME = "write it among the names of the one it first belongs to"
TWICE = "keep one; case, accents, spaces and hyphens do not matter"


def _two(**changes: object) -> Knowledge:
    first = treatment(names=Names(generic=["quoxatrin", "—"], brand=["Blemphor"], code=["QX-1"]), retired_ids=["quoxatrin-gel"])
    return base(treatments={"quoxatrin": first, "trevuline": treatment(**({"name": "Trevuline"} | changes))})


@pytest.mark.parametrize(
    "knowledge",
    [
        _two(),
        _two(names=Names(brand=["Blemphora"])),
        _two(shared_names=["blemphor"]),
        _two(shared_names=["blocker"]),
        _two(decoys=["Blemish"]),
        with_treatment(names=Names(generic=["quoxatrin"], foreign={"fr": ["quoxatrin"], "de": ["Quoxatrin"]})),
        with_treatment(names=Names(common=["follicle"])),
        _two(names=Names(common=["—", "…"])),
    ],
    ids=["apart", "near", "shared with a treatment", "shared with a family", "decoy", "foreign word alike", "name of a term", "no letters"],
)
def test_names_that_may_stand(knowledge: Knowledge) -> None:
    assert said(RULE, knowledge) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"names": Names(brand=["BLEMPHOR"])}, f'trevuline.names.brand[0]: "BLEMPHOR" is already a name of quoxatrin; {KEEP}'),
        ({"names": Names(foreign={"fr": ["qx 1"]})}, f'trevuline.names.foreign.fr[0]: "qx 1" is already a name of quoxatrin; {KEEP}'),
        ({"name": "Quoxatrin"}, f'trevuline.name: "Quoxatrin" is already a name of quoxatrin; {KEEP}'),
        ({"retired_ids": ["quoxatrin-gel"]}, f'trevuline.retired_ids[0]: "quoxatrin-gel" is already a name of quoxatrin; {KEEP}'),
        (
            {"names": Names(common=["the patches", "Patches"])},
            f'trevuline.names.common[1]: "Patches" is already a name of the condition bald-patches; {KEEP}',
        ),
        ({"names": Names(common=["blocker"])}, f'trevuline.names.common[0]: "blocker" is already a name of the family blockers; {KEEP}'),
        (
            {"names": Names(brand=["Tre-vu"], misspelt=["trevu"])},
            f'trevuline.names.misspelt[0]: "trevu" is listed twice among the names, first as "Tre-vu"; {TWICE}',
        ),
        ({"names": Names(foreign={"fr": ["vu", "vu"]})}, f'trevuline.names.foreign.fr[1]: "vu" is listed twice among the names; {TWICE}'),
        (
            {"shared_names": ["hair pill"]},
            f'trevuline.shared_names[0]: the shared name "hair pill" belongs to no other treatment or family; {HOME}',
        ),
        (
            {"shared_names": ["trevuline"]},
            f'trevuline.shared_names[0]: the shared name "trevuline" belongs to no other treatment or family; {HOME}',
        ),
        (
            {"decoys": ["TREVULINE"]},
            'trevuline.decoys[0]: the decoy "TREVULINE" is one of the names of this record; a name cannot also be no name; take one out',
        ),
    ],
)
def test_names_that_collide(changes: dict[str, object], expected: str) -> None:
    assert said(RULE, _two(**changes)) == [f"treatments {expected}"]


def test_a_shared_name_of_two() -> None:
    three = {
        "quoxatrin": treatment(names=Names(common=["hair pill"])),
        "trevuline": treatment(name="Trevuline", shared_names=["hair pill"]),
    }
    vocabulary = words(families={"blockers": Family("Blockers", "They block.", ["reg-2020"], names=["hair pill"])})
    assert said(RULE, base(treatments=three, vocabulary=vocabulary)) == [
        f'treatments quoxatrin.names.common[0]: "hair pill" is already a name of the family blockers; {KEEP}',
        'treatments trevuline.shared_names[0]: the shared name "hair pill" belongs to quoxatrin and the family blockers; leave it with one of them',
    ]


def test_a_name_is_reported_once_for_a_record() -> None:
    vocabulary = words(families={"trevulines": Family("Trevuline", "They trevule.", ["reg-2020"])})
    held = {"trevuline": treatment(name="Trevuline", names=Names(brand=["TREVULINE"]))}
    assert said(RULE, base(treatments=held, vocabulary=vocabulary)) == [
        f'treatments trevuline: "trevuline" is already a name of the family trevulines; {KEEP}'
    ]


@pytest.mark.parametrize("kind", ["generic", "brand", "code", "common", "former", "misspelt"])
def test_names_of_every_kind_are_read(kind: str) -> None:
    names = replace(Names(), **{kind: ["Blemphor"]})
    assert said(RULE, _two(names=names)) == [f'treatments trevuline.names.{kind}[0]: "Blemphor" is already a name of quoxatrin; {KEEP}']
