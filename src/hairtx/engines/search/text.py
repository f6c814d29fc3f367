"""The query as a full-text expression, and what of its answers is to be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hairtx.engines.search.expand import FILLERS, Expansion
from hairtx.engines.search.gather import Gathered, Match
from hairtx.engines.search.loosely import by_share
from hairtx.model.naming import clean, key, words

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import Passage

_CLASS = 90.0
_WEIGHTS = {"names": 120.0, "families": 100.0, "bottom_line": 70.0, "prose": 45.0}
_RANK_CONSTANT = 20
_LONG, _ECHO = 5, 0.15
_READ = 40
_NEAR = 12


def by_text(expansions: list[Expansion], rest: list[str], gathered: Gathered) -> None:
    """Adds treatments whose text holds every word that carries meaning, itself or as its everyday meaning."""
    said = [word for word in rest if word not in FILLERS]
    clauses = [_clause(word) for word in said]
    clauses += ["(" + " OR ".join(_phrase(meaning) for meaning in (expansion.said, *expansion.means)) + ")" for expansion in expansions]
    if not clauses:
        return
    passages = gathered.base.passages(" AND ".join(clauses), _READ)
    means_conditions = all(_is_condition(expansion, gathered) for expansion in expansions)
    close = gathered.base.speaking(_close(said), passages) if len(said) > 1 and not expansions else set()
    for rank, passage in enumerate(passages):
        part, share = _best_part(passage, len(clauses))
        if part == "prose" and not expansions and not _believed(passage, said, close):
            continue
        shown = clean(passage.extracts.get(part, "").replace("\x02", "").replace("\x03", ""), 100)
        # The words of a group or of a condition stand in the text of every treatment of it: there they tell nothing.
        echo = _ECHO if not said and (means_conditions or part in {"families", "bottom_line"}) else 1.0
        score = echo * _WEIGHTS[part] * share * _RANK_CONSTANT / (_RANK_CONSTANT + rank)
        gathered.add_text(passage.id, score, Match(part.replace("_", " "), shown))
        if said:
            _by_class(passage.id, said, gathered)
    if not any("text" in hit.best for hit in gathered.hits.values()):
        by_share(clauses, gathered)
        if said and expansions and not gathered.hits:
            # What the everyday words mean, without the words left over (“up”, “growth”), is still an answer; a lesser one.
            by_text(expansions, [], gathered)


def _is_condition(expansion: Expansion, gathered: Gathered) -> bool:
    return any(name.what == "condition" for meaning in expansion.means for name in gathered.base.names(key(meaning)))


def _by_class(id_: str, said: list[str], gathered: Gathered) -> None:
    """Counts a treatment that is by its class just what was asked for, the plainer class more (“TYK2 inhibitor”)."""
    class_ = gathered.hits[id_].treatment.class_
    held = [word.removesuffix("s") for word in words(class_)] if class_ else []
    if class_ and len(said) > 1 and all(word.removesuffix("s") in held for word in said):
        gathered.add(id_, "class", _CLASS * (len(said) / len(held)) ** 0.5, Match("class", class_))


def _best_part(passage: Passage, clauses: int) -> tuple[str, float]:
    """The part of the record that holds most of what was asked, the weightier first, and the share it holds."""
    marked = {part: [one.split("\x03")[0] for one in extract.split("\x02")[1:]] for part, extract in passage.extracts.items()}
    held = {part: len({word for one in several for word in words(one)}) for part, several in marked.items()}
    part = max(held, key=lambda one: (_WEIGHTS[one] * min(held[one], clauses), _WEIGHTS[one]), default="prose")
    return part, min(1.0, held.get(part, 1) / clauses)


def _believed(passage: Passage, said: list[str], close: set[str]) -> bool:
    """Prose alone answers only where the words stand close together, or one long word stands there as typed."""
    if len(said) > 1:
        return passage.id in close
    found = {word for part in passage.extracts["prose"].split("\x02")[1:] for word in words(part.split("\x03")[0])}
    return len(said[0]) >= _LONG and any(word.startswith(said[0]) or said[0].startswith(word) for word in found)


def _close(said: list[str]) -> str:
    quoted = " ".join(f'"{word}"' for word in said)
    return f"prose : NEAR({quoted}, {_NEAR})"


def _clause(word: str) -> str:
    return f'"{word}"*' if len(word) > 3 else f'"{word}"'


def _phrase(text: str) -> str:
    return '"' + " ".join(words(text)) + '"'
