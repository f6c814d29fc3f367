"""How ids, words and numbers are put for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hairtx.engines.status import Standing
from hairtx.model.dates import PartialDate
from hairtx.model.words import Certainty, Direction, Status

QUIET_LINE = "Information, not advice: talk to a doctor or pharmacist about your own case."

MARKS: dict[Status, str] = {
    "approved": "✓", "conditional": "✓", "cleared": "✓", "ce-marked": "✓", "in-review": "~", "investigational": "~",
    "refused": "✗", "suspended": "✗", "withdrawn": "✗", "not-approved": "✗", "unknown": "?",
}  # fmt: skip

_STRENGTH: dict[Certainty, int] = {"high": 4, "moderate": 3, "low": 2, "very-low": 1, "no-controlled-evidence": 0}

_DIRECTIONS: dict[Direction, str] = {
    "benefit": "works better than control",
    "no-benefit": "not shown to work",
    "harm": "does harm",
    "mixed": "reports disagree",
    "unknown": "not known whether it works",
}


def finding(direction: Direction, certain: Certainty) -> str:
    """What was found and how sure that is; a benefit on weak evidence is called reported, not shown."""
    words = "reported to help, on weak evidence" if direction == "benefit" and certain not in {"high", "moderate"} else _DIRECTIONS[direction]
    return f"{words[0].upper()}{words[1:]}; {certainty(certain)}"


class Named(Protocol):
    """Anything of the vocabulary that has a name."""

    @property
    def name(self) -> str:
        """Its name."""


def spaced(id_: str) -> str:
    """An id as words."""
    return id_.replace("-", " ")


def named(id_: str | None, among: Mapping[str, Named]) -> str:
    """The vocabulary's name for an id, or the id as words."""
    if id_ is None:
        return ""
    return among[id_].name if id_ in among else spaced(id_)


def certainty(word: Certainty) -> str:
    """The certainty in GRADE's manner: four signs and the word."""
    strength = _STRENGTH[word]
    return f"{'●' * strength}{'○' * (4 - strength)} {'no controlled evidence' if strength == 0 else f'{spaced(word)} certainty'}"


def status_words(row: Standing) -> str:
    """A status with its mark, pathway where it matters, supply and date."""
    words = [spaced(row.status)]
    if row.on_the_market and row.pathway in {"510k", "de-novo", "pma"}:
        words[0] += {"510k": " (510(k))", "de-novo": " (De Novo)", "pma": " (PMA)"}[row.pathway]
    if row.status == "investigational":
        words[0] += " (leave to run a trial)"
    if row.off_label:
        words.append("use is off-label")
    supplied = {"prescription": "prescription", "otc": "without prescription", "clinic": "in clinics", None: ""}[row.supply]
    if supplied and not row.supply_since:
        words.append(supplied)
    if row.date:
        words.append(f"since {row.date}" if row.on_the_market else str(row.date))
    elif row.known_by:
        words.append(f"day not found ({'in force' if row.on_the_market else 'so'} by {row.known_by})")
    if row.supply_since:
        words.append(f"{supplied} since {row.supply_since}")
    return f"{MARKS[row.status]} {', '.join(words)}"


def at_week(week: float) -> str:
    """When a result was read; 0 stands for the end of treatment (the last infusion)."""
    return f"week {number(week)}" if week else "end of treatment"


def number(value: float, digits: int = 1) -> str:
    """A number with a true minus sign and no needless zeros."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return ("−" + text[1:] if text.startswith("-") else text) if text not in {"-0", ""} else "0"


def signed(value: float, digits: int = 1) -> str:
    """A difference with its sign."""
    text = number(value, digits)
    return text if text.startswith("−") or text == "0" else f"+{text}"


def when(date: PartialDate | None) -> str:
    """A date, or a dash."""
    return date.text if date else "–"


def advice(word: str, text: str) -> str:
    """Advice on pregnancy in front of its text, unless the text begins with it."""
    said = spaced(word).capitalize()
    return text if text.casefold().startswith(said.casefold()) else f"{said}. {text}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
