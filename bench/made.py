"""A synthetic knowledge base of any size: the same shape as the real one, with text of the same length."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

_SOUNDS = "al ba ci dor el fen gra hil ix jo kel lum mor nis or pra qui ros sel tam ul vor wex yl zan".split()
_WORDS = (
    "people hair scalp weeks tablet placebo trial change count growth follicle dose daily study found group difference cream months loss pattern men women "
    "reported adverse effects approved label risk signal pathway cells treatment response baseline control randomised"
).split()


def make(folder: Path, treatments: int, seed: int = 1) -> Path:
    """Writes a knowledge base of `treatments` records into `folder` and returns it."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    real = Path(__file__).parent.parent / "data"
    shutil.copy(real / "vocabulary.yaml", folder)
    with (
        (folder / "treatments.yaml").open("w", encoding="utf-8") as records,
        (folder / "trials.yaml").open("w", encoding="utf-8") as trials,
        (folder / "sources.yaml").open("w", encoding="utf-8") as sources,
    ):
        for at in range(treatments):
            id_ = f"made-{at:06d}"
            sources.write(
                f"{id_}-s:\n  title: {_prose(chance, 8)}\n  publisher: Press {at % 97}\n  kind: journal\n  url: https://example.org/{at}\n"
                f"  published: {2000 + at % 25}\n  checked: 2026-01-01\n  seen: abstract\n"
            )
            records.write(_record(chance, id_, at))
            if at % 2 == 0:
                trials.write(_trial(chance, id_, at))
    return folder


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SOUNDS) for _ in range(chance.randint(3, 5)))


def _prose(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(length))


def _record(chance: random.Random, id_: str, at: int) -> str:
    source = f"sources: [{id_}-s]"
    statements = "".join(
        f"    - {{id: s-{n}, kind: {kind}, text: {_prose(chance, 25)}, {source}}}\n"
        for n, kind in enumerate(("mechanism", "efficacy", "dosing", "safety"))
    )
    return (
        f"{id_}:\n  name: {_name(chance).capitalize()} {at}\n  kind: drug\n  class: {_prose(chance, 3)}\n  route: oral\n  summary: {_prose(chance, 14)}\n"
        f"  families: [jak-inhibitors]\n  conditions: [alopecia-areata]\n  names: {{brand: [{_name(chance)} {at}b], code: [XY-{at}], generic: [{_name(chance)}{at}g]}}\n"
        f"  companies: [Maker {at % 500}]\n"
        f"  bottom_line: {{text: {_prose(chance, 25)}, certainty: low, {source}}}\n"
        f"  appraisals:\n    - {{condition: alopecia-areata, direction: mixed, certainty: low, text: {_prose(chance, 20)}, {source}}}\n"
        f"  statements:\n{statements}"
        f"  decisions:\n    - {{date: {1990 + at % 35}-03-01, jurisdiction: US, authority: fda, action: granted, pathway: marketing-authorisation, "
        f"condition: alopecia-areata, population: adults, supply: prescription, {source}}}\n"
        f"    - {{date: {1991 + at % 35}, jurisdiction: EU, authority: ec, action: granted, pathway: marketing-authorisation, condition: alopecia-areata, {source}}}\n"
        f"  safety:\n    common: [{{text: {_prose(chance, 10)}, {source}}}]\n"
    )


def _trial(chance: random.Random, id_: str, at: int) -> str:
    return (
        f"NCT{at:08d}:\n  title: {_prose(chance, 10)}\n  treatments: [{id_}]\n  condition: alopecia-areata\n  phase: '2'\n  status: completed\n  n: 100\n"
        f"  arms:\n    - {{id: a, label: dose, treatment: {id_}, n: 50}}\n    - {{id: b, label: placebo, treatment: placebo, n: 50}}\n"
        f"  outcomes:\n    - measure: salt-le-20\n      week: 24\n      arms: [{{arm: a, n: 50, events: {chance.randint(5, 30)}}}, {{arm: b, n: 50, events: 3}}]\n"
        f"      sources: [{id_}-s]\n  sources: [{id_}-s]\n"
    )
