"""What a word of the field means: glossary first, then families, conditions and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hairtx.engines.names import resolve
from hairtx.errors import NothingFound
from hairtx.model.naming import key
from hairtx.model.sources import Source
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase


class Explanation(Value, frozen=True):
    """A term, its other names, its explanation and where to read on."""

    id: str
    what: str
    name: str
    names: tuple[str, ...]
    text: str
    see: tuple[str, ...]
    sources: dict[str, Source]


def explain(text: str, base: KnowledgeBase) -> Explanation:
    """The explanation of `text`. Raises NothingFound with near terms."""
    measure = next((id_ for id_, one in base.measures.items() if key(text) in {key(id_), key(one.name), *map(key, one.names)}), None)
    try:
        meaning = resolve(text, base, ("term", "family", "condition", "treatment"))
    except NothingFound:
        if measure is None:
            raise
        one = base.measures[measure]
        better = f"{one.name[0].upper()}{one.name[1:]}{f', in {one.unit}' if one.unit else ''}. {one.better.capitalize()} is better."
        return Explanation(measure, "measure", one.name, tuple(one.names), one.explanation or better, (), {})
    if meaning.what == "term":
        term = base.glossary[meaning.id]
        return Explanation(meaning.id, "term", term.name, tuple(term.names), term.text, tuple(term.see), base.sources(term.sources))
    if meaning.what == "family":
        family = base.families[meaning.id]
        return Explanation(meaning.id, "family", family.name, tuple(family.names), family.explanation, (meaning.id,), base.sources(family.sources))
    if meaning.what == "condition":
        condition = base.conditions[meaning.id]
        return Explanation(
            meaning.id,
            "condition",
            condition.name,
            tuple(condition.names),
            condition.explanation or condition.name,
            (),
            base.sources(condition.sources),
        )
    treatment = base.treatment(meaning.id)
    assert treatment is not None
    names = tuple(name for _, name in treatment.names.all())
    return Explanation(meaning.id, "treatment", treatment.name, names, treatment.summary, (meaning.id,), base.sources(treatment.bottom_line.sources))
