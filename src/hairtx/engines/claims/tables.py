"""Rows of a table as sentences: what a cell says is told by the head of its column and the first cell of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hairtx.engines.claims.article import Article, Scene
from hairtx.engines.claims.sentences import CELL
from hairtx.model.value import replace

_BETWEEN = re.compile(r"\s*\|\s*")
_LICENCE = re.compile(r"\b(?:licen[sc]e|clearance|approval|authori[sz]ation|CE[- ]mark)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:approved|licen[sc]ed|cleared|authori[sz]ed|launched)\b", re.IGNORECASE)
_SIZE = re.compile(
    r"^(?:n|size|trial size|people|patients|participants|enrol\w*|subjects|number of (?:people|patients|participants))$", re.IGNORECASE
)
_EFFECT = re.compile(r"\b(?:respon\w+|regrow\w*|hair|SALT|growth|density|coverage|improve\w*)\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(?:for whom|who|ages?|people|population|group)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:week|month|year)s?\b", re.IGNORECASE)
_CONTROL = re.compile(r"\b(?:placebo|vehicle|sham|control)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:19|20)\d\d\b")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{2,4}")
_PHASE = re.compile(r"\bphase\b", re.IGNORECASE)

Cell = tuple[str, int, int]
"""A cell's text, and its place in the row."""


def rows(article: Article) -> Iterator[tuple[Scene, list[tuple[Scene, int, int]]]]:
    """Every scene of an article but the heads of tables; a row with the sentences that its cells make, each with the cell's place."""
    cut = [_cells(scene.text) for scene in article.scenes]
    head: list[str] = []
    for scene, cells, following in zip(article.scenes, cut, [*cut[1:], []], strict=True):
        if not cells:
            head = []
        elif not head and not scene.named("treatment") and len(cells) == len(following):
            head = [one for one, _, _ in cells]
            continue
        yield scene, _sentences(article, scene, head, cells) if cells and len(cells) == len(head) else []


def _cells(text: str) -> list[Cell]:
    """The cells of a row; none where the text is no row."""
    bare = text.strip().strip("|").strip()
    if CELL not in bare:
        return []
    found: list[Cell] = []
    at = text.index(bare)
    for part in _BETWEEN.split(bare):
        start = text.index(part, at)
        found.append((part, start, start + len(part)))
        at = start + len(part)
    return found


def _sentences(article: Article, scene: Scene, heads: list[str], cells: list[Cell]) -> list[tuple[Scene, int, int]]:
    _, start, end = cells[0]
    named = [one for one in scene.mentions if start <= one.start < end]
    if not any(one.what == "treatment" for one in named):
        return []
    whom = next((cell for head, (cell, _, _) in zip(heads[1:], cells[1:], strict=True) if _WHOM.search(head) and not _COUNT.fullmatch(cell)), "")
    when = next((cell for cell, _, _ in cells[1:] if _WHEN.search(cell) and not _EFFECT.search(cell)), "")
    found = []
    for head, (cell, at, to) in zip(heads[1:], cells[1:], strict=True):
        said = _said(head, cell, whom, when)
        if said:
            text = f"{scene.text[:end]} {said}"
            found.append((replace(scene, text=text, mentions=named, places=article.places.find(text)), at, to))
    return found


def _said(head: str, cell: str, whom: str, when: str) -> str | None:
    """The words after the row's name that a cell under a head makes: None where they make none."""
    if _LICENCE.search(head) and _DAY.search(cell):
        return f"has the {head} since {cell}" + (f" for {whom}" if whom else "")
    if _DONE.search(head) and _DAY.search(cell):
        return f"was {head} in {cell}" + (f" for {whom}" if whom else "")
    if _SIZE.match(head) and _COUNT.fullmatch(cell):
        return f"was tested in a trial of {cell} people"
    if _EFFECT.search(head) and "%" in cell and not _CONTROL.search(head):
        return f"in a trial: {cell} of people, {head}" + (f", {when}" if when else "")
    if _PHASE.search(head) and re.fullmatch(r"[1-4](?:/[1-4])?|I{1,3}V?(?:/I{1,3})?", cell):
        return f"is in phase {cell}"
    return None
