"""`check --json`."""

from __future__ import annotations

import json
from typing import Any

from hairtx.engines.claims.records import Claim, Mention, Report, Verdict
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, source, text_of


def article(report: Report) -> Plain:
    """Everything found, with places counted in characters of the text that was read."""
    return {
        "schema": SCHEMA,
        "published": text_of(report.published),
        "published_from": report.published_from,
        "as_of": report.day.isoformat(),
        "mentions": [_mention(one) for one in report.mentions if one.what in {"treatment", "family"}],
        "companies": _named(report, "company"),
        "trials": _named(report, "trial"),
        "conditions": list(dict.fromkeys(one.ids[0] for one in report.mentions if one.what == "condition")),
        "claims": [claim(one) for one in report.claims],
        "counts": {word: report.count(word) for word in ("holds", "outdated", "contradicted", "unverifiable")},
        "sources": [source(id_, one) for id_, one in report.sources.items()],
        "flags": [{"name": one.name, "text": one.text, "where": one.where} for one in report.flags],
    }


def _mention(one: Mention) -> Plain:
    return {"treatment": one.ids[0], "text": one.text, "start": one.start, "end": one.end, "what": one.what, "how": one.how}


def _named(report: Report, what: str) -> list[str]:
    """Each thing of a kind once, as the text first writes it."""
    first: dict[tuple[str, ...], str] = {}
    for one in report.mentions:
        if one.what == what:
            first.setdefault(one.ids, one.text)
    return list(dict.fromkeys(first.values()))


def claim(one: Claim) -> Plain:
    """A claim; `start` and `end` are its words within the whole text, `then` the verdict on the day of publication."""
    found = one.finding
    return {
        "sentence": one.sentence.text,
        "start": one.sentence.start + found.start,
        "end": one.sentence.start + found.end,
        "treatment": found.treatment,
        "kind": found.kind,
        "jurisdiction": ",".join(found.jurisdictions) or None,
        "condition": found.condition,
        "polarity": found.polarity,
        "attributed": found.attributed,
        "says": _plain(found.says),
        "then": one.then.word if one.then else None,
        "verdict": one.today.word,
        "now": one.today.now,
        "changed": text_of(one.today.changed),
        "forecast": one.today.forecast,
        "sources": list(one.today.sources),
    }


def _plain(says: dict[str, Any]) -> dict[str, Any]:
    return {key: int(value) if isinstance(value, float) and value == int(value) else value for key, value in says.items()}


def verdict_words(one: Verdict) -> str:
    """A verdict in words: with the day it changed, and met or missed for a forecast."""
    words = {"holds": "holds", "outdated": "outdated", "contradicted": "contradicted", "unverifiable": "cannot be told"}[one.word]
    if one.word == "outdated" and one.changed:
        words += f" since {one.changed}"
    if one.forecast in {"met", "missed"}:
        words += f"; the forecast was {one.forecast}"
    return words


def summary(report: Report) -> str:
    """The one line: “9 claims: 4 hold, 3 outdated, 1 contradicted, 1 cannot be told”."""
    total = len(report.claims)
    if not total:
        return "No checkable claim about a hair-loss treatment was found."
    said = {
        "holds": "holds" if report.count("holds") == 1 else "hold",
        "outdated": "outdated",
        "contradicted": "contradicted",
        "unverifiable": "cannot be told",
    }
    parts = [f"{count} {words}" for word, words in said.items() if (count := report.count(word))]  # type: ignore[arg-type]
    return f"{total} {'claim' if total == 1 else 'claims'}: {', '.join(parts)}"


def claim_review(report: Report, sources: dict[str, Any], name: str) -> list[Plain]:
    """Each claim as a schema.org ClaimReview (JSON-LD); what cannot be told is rated so, never guessed."""
    ratings = {"holds": (4, "Holds"), "outdated": (2, "Outdated"), "contradicted": (1, "Contradicted"), "unverifiable": (None, "Cannot be told")}
    reviews = []
    for one in report.claims:
        value, words = ratings[one.today.word]
        rating: Plain = {
            "@type": "Rating",
            "alternateName": words if one.today.word != "outdated" else verdict_words(one.today).capitalize(),
            "bestRating": 4,
            "worstRating": 1,
        }
        if value is not None:
            rating["ratingValue"] = value
        reviewed: Plain = {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": name}}
        if report.published:
            reviewed["datePublished"] = report.published.text
        reviews.append(
            {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "datePublished": report.day.isoformat(),
                "claimReviewed": one.sentence.text,
                "itemReviewed": reviewed,
                "author": {"@type": "Organization", "name": "hairtx"},
                "reviewRating": rating,
                "reviewBody": one.today.now,
                "citation": [sources[id_].url for id_ in one.today.sources if id_ in sources],
            }
        )
    return reviews


def claim_review_text(report: Report, name: str) -> str:
    """The claim reviews as JSON-LD, safe to put inside a page."""
    encoded = json.dumps(claim_review(report, dict(report.sources), name), indent=2, ensure_ascii=False)
    return encoded.replace("<", "\\u003c")
