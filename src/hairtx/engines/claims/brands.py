"""Which brand of a treatment an article speaks of: each device of a class was cleared by itself."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Scene
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.records import Finding, Mention
from hairtx.model.naming import fold, key
from hairtx.model.treatments import Treatment

_STEM = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of the shortest first word of a product that tells a brand."""


class Brands:
    """The brand last named of each treatment, while a text is read sentence by sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._paragraph = -1
        self._last: dict[str, str] = {}
        self._here: list[Mention] = []

    def enter(self, scene: Scene) -> None:
        """Reads the next sentence; a treatment named in a new paragraph without a brand is no longer that brand."""
        fresh = scene.sentence.paragraph != self._paragraph
        self._paragraph = scene.sentence.paragraph
        self._here = [one for one in scene.named("treatment") if one.ids[0] in self._lexicon.treatments]
        for one in self._here:
            if is_brand(one.text, self._lexicon.treatments[one.ids[0]]):
                self._last[one.ids[0]] = one.text
                fresh = False
            elif fresh:
                self._last.pop(one.ids[0], None)

    def spoken_of(self, finding: Finding) -> str | None:
        """The brand that a finding of the sentence speaks of: the nearest named before it there, else the first after, else the last one before."""
        if finding.treatment not in self._lexicon.treatments:
            return None
        treatment = self._lexicon.treatments[finding.treatment]
        named = [one for one in self._here if one.ids[0] == finding.treatment and is_brand(one.text, treatment)]
        before = [one for one in named if one.start < finding.end]
        if named:
            return (before[-1] if before else named[0]).text
        return self._last.get(finding.treatment)


def is_brand(text: str, treatment: Treatment) -> bool:
    """Whether a name is a brand of the treatment, written as one: a LaserCap, not a laser cap."""
    names = treatment.names
    return text != text.lower() and key(text) in {
        key(one) for one in (*names.brand, *names.misspelt, *(product.name for product in treatment.products))
    }


def same_brand(product: str | None, brand: str) -> bool:
    """Whether a product bears a brand: Capillus202 is a Capillus, the HairMax Laser 272 a HairMax."""
    stem = _STEM.search(fold(product or ""))
    return stem is not None and len(stem[0]) >= _SHORTEST and key(brand).startswith(stem[0])
