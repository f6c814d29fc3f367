"""Whom a text speaks of: men, women, the young, the pregnant."""

from __future__ import annotations

import re

_ADOLESCENTS = re.compile(
    r"\b(?:adolescents?|teen\w*|12 (?:years|and (?:older|over|up))|aged? 12|children|12\+|kids|as young as 1\d|1[0-7]-year-olds)\b", re.IGNORECASE
)
_AGED = re.compile(
    r"\b(?:aged?|from(?: the age of)?|as young as|at least|children of|kids of)\s+(\d{1,2})(?!\d|\s?(?:%|mg|weeks?|months?|trials?|people"
    r"|patients|hairs?))\b"
    r"|\b(\d{1,2})(?: years?(?: old)?| years of age)?(?:\s+(?:and|or)\s+(?:up|over|older|above))\b|\b(\d{1,2})[- ]year[- ]olds?\b",
    re.IGNORECASE,
)
_AGE_WORDS = {"babies": 0.0, "infants": 0.0, "toddlers": 1.0, "young children": 3.0}
_WOMEN, _MEN = re.compile(r"\b(?:wom[ae]n|females?|FPHL)\b", re.IGNORECASE), re.compile(r"\b(?:m[ae]n|males?)\b", re.IGNORECASE)


def youngest(text: str) -> float | None:
    """The age in years of the youngest people that a clause names: “aged 6 and up”, “toddlers”; None where it names none."""
    said = [float(one) for found in _AGED.finditer(text) for one in found.groups() if one]
    said += [age for word, age in _AGE_WORDS.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    return min(said, default=None)


def pregnant(text: str) -> bool:
    """Whether a clause speaks of pregnant women or of pregnancy."""
    return bool(re.search(r"\bpregnan\w+|\bexpecting mothers?\b", text, re.IGNORECASE))


def population(text: str) -> str | None:
    """Whom a clause speaks of: men, women, men-and-women, adolescents."""
    if _ADOLESCENTS.search(text):
        return "adolescents"
    men, women = bool(_MEN.search(text)), bool(_WOMEN.search(text))
    return "men-and-women" if men and women else "men" if men else "women" if women else None
