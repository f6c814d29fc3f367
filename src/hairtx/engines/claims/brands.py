"""Which brand of a treatment an article speaks of: each device of a class was cleared by itself."""

from __future__ import annotations

import re
from functools import lru_cache

from hairtx.engines.claims.article import Scene
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.records import Finding, Mention
from hairtx.model.naming import fold, key

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
        self._keys: dict[str, set[str]] = {}

    def enter(self, scene: Scene) -> None:
        """Reads the next sentence; a treatment named in a new paragraph without a brand is no longer that brand."""
        fresh = scene.sentence.paragraph != self._paragraph
        self._paragraph = scene.sentence.paragraph
        self._here = [one for one in scene.named("treatment") if one.ids[0] in self._lexicon.treatments]
        for one in self._here:
            if self._is_brand(one):
                self._last[one.ids[0]] = one.text
                fresh = False
            elif fresh:
                self._last.pop(one.ids[0], None)

    def spoken_of(self, finding: Finding) -> str | None:
        """The brand that a finding of the sentence speaks of: the nearest named before it there, else the first after, else the last one before."""
        if finding.treatment is None or finding.treatment not in self._lexicon.treatments:
            return None
        named = [one for one in self._here if one.ids[0] == finding.treatment and self._is_brand(one)]
        before = [one for one in named if one.start < finding.end]
        if named:
            return (before[-1] if before else named[0]).text
        return self._last.get(finding.treatment)

    def _is_brand(self, named: Mention) -> bool:
        """Whether a name is a brand of its treatment, written as one: a LaserCap, not a laser cap."""
        id_ = named.ids[0]
        if id_ not in self._keys:
            one = self._lexicon.treatments[id_]
            self._keys[id_] = {key(name) for name in (*one.names.brand, *one.names.misspelt, *(product.name for product in one.products))}
        return named.text != named.text.lower() and key(named.text) in self._keys[id_]


@lru_cache(maxsize=4096)
def same_brand(product: str | None, brand: str) -> bool:
    """Whether a product bears a brand: Capillus202 is a Capillus, the HairMax Laser 272 a HairMax."""
    stem = _STEM.search(fold(product or ""))
    return stem is not None and len(stem[0]) >= _SHORTEST and key(brand).startswith(stem[0])
