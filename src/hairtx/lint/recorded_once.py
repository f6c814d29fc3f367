"""One page entered as two sources, one trial entered as two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge
from hairtx.model.sources import Source
from hairtx.model.trials import Trial

_REMEDY = "cite one of the two and take the other out; `published` tells two states of a page apart"


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each source or trial that is there already under another id."""
    pages: dict[tuple[str, ...], str] = {}
    for id_, source in knowledge.sources.items():
        first = pages.setdefault(_page(source), id_)
        if first != id_:
            yield Finding(("sources", id_), f'the same page as "{first}"', _REMEDY)
    trials: dict[tuple[object, ...], str] = {}
    for id_, trial in knowledge.trials.items():
        first = trials.setdefault(_trial(trial), id_)
        if first != id_:
            yield Finding(("trials", id_), f'the same title, condition and number of people as "{first}"', "join the two records")


def _page(source: Source) -> tuple[str, ...]:
    published = source.published.text if source.published else ""
    return _address(source.url), _address(source.opened or source.url), published, source.title if not published else ""


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/").split("?utm")[0]


def _trial(trial: Trial) -> tuple[object, ...]:
    title = " ".join(re.findall(r"\w+", trial.title.casefold()))
    return title, trial.condition, trial.n, trial.other_ids == [] or tuple(trial.other_ids)


RULE = Rule(
    name="recorded-once",
    sentence="No page is entered as two sources, no trial as two.",
    check=check,
)
