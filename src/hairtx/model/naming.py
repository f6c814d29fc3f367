"""How names are compared: width, case, accents, spaces and hyphens do not matter."""

from __future__ import annotations

import re
import unicodedata

from hairtx.model.value import Value

_DROPPED = re.compile(r"[^\w]|_", re.UNICODE)
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "µ": "mu", "μ": "mu", "κ": "kappa"})
_EXPLAINED = re.compile(r"\s\([^()]{20,}\)$")
_WORD = re.compile(r"[\w]+(?:['’][\w]+)?", re.UNICODE)

_ENDINGS = """
    pharmaceuticals pharmaceutical pharma therapeutics inc ltd llc corp corporation company co plc ag sa bio biosciences biotech biotechnology
    biopharma biopharmaceuticals biopharmaceutical technologies technology laboratories laboratoires labs international group holdings sciences
    life health medicines medical industries limited gmbh nv spa squibb
"""
CORPORATE = frozenset(_ENDINGS.split())
"""Endings of company names that people leave out."""


def fold(text: str) -> str:
    """The text in one width and case, without accents; words and signs stay apart."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold().translate(_GREEK)
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not _is_accent(one))


def lowered(text: str) -> str:
    """The text in small letters, every letter in its place (`İ` alone would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "i").lower()


def _is_accent(character: str) -> bool:
    # Japanese voicing marks (U+3099, U+309A) change the word; Latin accents do not.
    return unicodedata.combining(character) != 0 and character not in "\u3099\u309a"


def key(name: str) -> str:
    """What two spellings of one name share: letters and digits only, folded."""
    return unicodedata.normalize("NFC", _DROPPED.sub("", fold(name)))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    found = _WORD.findall(fold(text))
    return found if text.isascii() else [unicodedata.normalize("NFC", word) for word in found]


def clean(text: str, limit: int = 200) -> str:
    """Text from outside made safe to show: one line, no control or reordering characters, cut to `limit`."""
    safe = "".join(" " if one.isspace() else one for one in text if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co"} or one.isspace())
    safe = " ".join(safe.split())
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def brief(name: str) -> str:
    """A record's name without a long explanation in brackets at its end; a short one (“(oral)”) tells it from others and stays."""
    return _EXPLAINED.sub("", name)


class Name(Value, frozen=True):
    """One name in the book: its comparison key, its text, which kind of name, and what it stands for.

    `what` is treatment, family, condition, trial, company or term; a `shared` name belongs first to another record.
    """

    key: str
    text: str
    field: str
    what: str
    id: str
    shared: bool
