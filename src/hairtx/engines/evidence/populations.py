"""Which trials speak of the same people: one sex or both, grown or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hairtx.model.vocabulary import Population
from hairtx.model.words import Sex

_GROWN = 18


class People(NamedTuple):
    """A kind of population: trials of people from 12 up count with the adults, who are most of them."""

    sex: Sex
    children: bool

    @property
    def name(self) -> str:
        """In words."""
        if self.children:
            return {"any": "children and adolescents", "female": "girls", "male": "boys"}[self.sex]
        return {"any": "men and women together", "female": "women", "male": "men"}[self.sex]


def people_of(population: str | None, populations: Mapping[str, Population]) -> People | None:
    """The kind of a population; None where it is not recorded."""
    one = populations.get(population) if population else None
    return People(one.sex, one.max_age is not None and one.max_age < _GROWN) if one else None
