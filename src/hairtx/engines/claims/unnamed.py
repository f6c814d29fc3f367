"""Names a drug that an article leaves unnamed, where only one trial on record has that many people with that condition."""

from __future__ import annotations

import re

from hairtx.engines.claims.article import Article
from hairtx.engines.claims.patterns.figures import ENROLMENT_BOOK, STUDY
from hairtx.engines.claims.patterns.pattern import number
from hairtx.engines.claims.records import Mention

_CALLED = re.compile(
    r"\b(?:the|a|this|an)\s+(?:(?:new|experimental|oral|twice-daily|daily|investigational|promising)\s+){0,3}(?:drug|pill|tablet|treatment"
    r"|medicine|medication|therapy)\b",
    re.IGNORECASE,
)
_LEAST = 60


def identify(article: Article) -> Mention | None:
    """The first “the drug” of an article that names no treatment, with the treatment of the one trial whose figures it gives; else None."""
    if article.counts or not article.about_hair or article.main_condition is None:
        return None
    called = _CALLED.search(article.text)
    if called is None:
        return None
    counts = set()
    for scene in article.scenes:
        if STUDY.search(scene.text):
            counts |= {value for hit in ENROLMENT_BOOK.hits(scene.text) if (value := number(hit.match["n"])) and value >= _LEAST}
    fitting = {
        trial.treatments[0]
        for trial in article.lexicon.trials.values()
        if trial.n in counts and article.lexicon.within(trial.condition, article.main_condition)
    }
    if len(fitting) != 1:
        return None
    return Mention(called[0], called.start(), called.end(), "treatment", (fitting.pop(),), "reference")
