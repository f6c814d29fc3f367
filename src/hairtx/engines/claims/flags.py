"""What a careful reader of health news pauses at, after HealthNewsReview's criteria; apart from the verdicts.

The criteria (cost, benefit in numbers, harms, evidence, disease-mongering,
sources, alternatives, availability, novelty, press release) are those of
HealthNewsReview.org; only those that words show are looked for.
"""

from __future__ import annotations

import re

from hairtx.engines.claims.records import RedFlag

_HYPE = re.compile(
    r"\b(?:break-?through|miracle|miraculous|cure[sd]?|game[- ]chang\w+|revolution\w*|holy grail"
    r"|wonder (?:drug|pill|cream)|magic(?:al)?|astonishing|amazing|jaw-dropping|100% (?:effective"
    r"|guaranteed)|guaranteed)\b(?! (?:therapy|device) designation)",
    re.IGNORECASE,
)
_COST = re.compile(
    r"[$€£¥₩]\s?\d|\b(?:cost\w*|price\w*|expensive|cheap\w*|afford\w*|dollars?|euros?|pounds?|insurance|reimburs\w*|out of pocket"
    r"|free of charge)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:side[- ]effects?|adverse|risks?|harms?|complications?|warning|contraindicat\w*"
    r"|safety|irritation|headaches?|infections?|acne|pregnan\w+)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\b(?:press release|news release|said in a statement|in a statement|PRNewswire|PR Newswire"
    r"|Business Wire|GlobeNewswire|EurekAlert|the company (?:announced|said))\b",
    re.IGNORECASE,
)
_INDEPENDENT = re.compile(
    r"\b(?:not involved|independent (?:expert|researcher|dermatologist)|was not part of the study|who did not take part|unaffiliated)\b",
    re.IGNORECASE,
)
_BENEFIT = re.compile(r"\b(?:regrow\w*|works|effective|efficacy|improv\w+|results)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+(?:\.\d+)?\s?(?:%|percent|per cent|hairs)|\bone in (?:two|three|four|five|ten)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b\d{2,4}(?:\.\d+)?\s?(?:%|percent|times|fold|-fold)\s+(?:relative|better|more|greater|higher|improvement|increase)\b"
    r"|\brelative improvement\b",
    re.IGNORECASE,
)
_MICE = re.compile(r"\b(?:mice|mouse|rats?|in vitro|petri dish|lab(?:oratory)? dish|animal model)\b", re.IGNORECASE)


def flags(text: str, *, about_treatment: bool) -> list[RedFlag]:
    """The red flags of an article that speaks of a treatment; none for any other."""
    if not about_treatment:
        return []
    found: list[RedFlag] = []
    hype = list(dict.fromkeys(match[0].lower() for match in _HYPE.finditer(text)))
    if hype:
        found.append(RedFlag("hype", "Uses words that promise more than evidence gives", ", ".join(hype[:6])))
    if not _COST.search(text):
        found.append(RedFlag("no-cost", "Says nothing about what it costs"))
    if not _HARM.search(text):
        found.append(RedFlag("no-harm", "Says nothing about harms"))
    if _BENEFIT.search(text) and not _NUMBERS.search(text):
        found.append(RedFlag("no-numbers", "Speaks of benefit without a number"))
    relative = _RELATIVE.search(text)
    if relative:
        found.append(RedFlag("relative-only", "Gives a relative gain, which sounds larger than it is", relative[0]))
    release = _RELEASE.search(text)
    if release and not _INDEPENDENT.search(text):
        found.append(RedFlag("press-release", "Seems to rely on a press release; nobody independent is heard", release[0]))
    animals = _MICE.search(text)
    if animals:
        found.append(RedFlag("animals", "Rests in part on work in animals or dishes", animals[0]))
    return found
