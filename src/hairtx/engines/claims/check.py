"""Reads an article against a knowledge base: what it speaks of, each claim, whether it held then and holds now.

`check(text, base, today)` is the whole engine: text and records in, a Report
out; no files, no clock, no screen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hairtx.engines.claims.article import Article
from hairtx.engines.claims.days import stamped
from hairtx.engines.claims.decoding import safe
from hairtx.engines.claims.finding import findings
from hairtx.engines.claims.flags import flags
from hairtx.engines.claims.judging import Judge
from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.markup import page
from hairtx.engines.claims.places import Places
from hairtx.engines.claims.records import Mention, Report
from hairtx.engines.claims.unnamed import identify
from hairtx.model.dates import PartialDate

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

LONGEST = 2_000_000
"""Characters read of one article; the rest is left."""


def check(text: str, base: KnowledgeBase, today: date, published: PartialDate | None = None) -> Report:
    """The report on one article: plain text, Markdown or HTML. `published` outranks the date that the page itself bears."""
    read = page(safe(text[:LONGEST]))
    found_in, when = ("given", published) if published else _dated(read.text, read.published, today)
    lexicon = Lexicon(base)
    article = Article(read.text, lexicon, Places(base), when)
    unnamed = identify(article)
    if unnamed:
        article = Article(read.text, lexicon, Places(base), when, (unnamed,))
    judge = Judge(lexicon, base, today, when)
    claims = [judge.claim(sentence, finding) for sentence, finding in findings(article)]
    cited = [source for claim in claims for source in claim.today.sources]
    mentions: list[Mention] = article.mentions
    marks = flags(read.text, about_treatment=bool(article.counts) and article.about_hair)
    return Report(read.text, when, found_in, today, mentions, claims, marks, base.sources(cited))


def _dated(text: str, metadata: str | None, today: date) -> tuple[str | None, PartialDate | None]:
    """Where the date of publication was found, and the date; what lies in the future is not believed."""
    if metadata:
        try:
            held = PartialDate(metadata)
            if held.earliest <= today:
                return "metadata", held
        except ValueError:
            pass
    stamp = stamped(text)
    return ("text", stamp) if stamp and stamp.earliest <= today else (None, None)
