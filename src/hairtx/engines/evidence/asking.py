"""What a person's words for a measure, a population and a smallest important difference mean. Needs no numpy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from math import isfinite, log
from typing import Protocol

from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.naming import clean, key


class Named(Protocol):
    """An entry of the vocabulary with a name."""

    @property
    def name(self) -> str:
        """Its name."""


def entry(option: str, text: str | None, among: Mapping[str, Named]) -> str | None:
    """The id of the entry whose id, name or other name is `text`.

    Raises NothingFound with near ids; `option` is named in it.
    """
    if text is None:
        return None
    wanted = key(text)
    for id_, one in among.items():
        others: Iterable[str] = getattr(one, "names", ())
        if wanted and wanted in {key(id_), key(one.name), *map(key, others)}:
            return id_
    near = get_close_matches(clean(text, 60).casefold().replace(" ", "-"), among, 3, 0.4)
    raise NothingFound(f"{option}: nothing here is called “{clean(text, 60)}”", tuple(near))


def important_difference(value: float | None, effect: str | None) -> float | None:
    """The smallest important difference on the analysis scale: the logarithm of a ratio, a risk difference as a share.

    Raises UsageProblem for what is not above zero, or above one for a ratio.
    """
    if value is None:
        return None
    if not isfinite(value) or value <= (1 if effect in {"or", "rr"} else 0):
        least = "above 1, such as 1.25, for a ratio" if effect in {"or", "rr"} else "above 0"
        raise UsageProblem(f"--important {value:g} must be {least}")
    if effect in {"or", "rr"}:
        return log(value)
    return value / 100 if effect == "rd" else value


def week_of(option: str, value: float | None) -> float | None:
    """A number of weeks. Raises UsageProblem for what is negative or beyond a lifetime."""
    if value is not None and not 0 <= value <= 5000:
        raise UsageProblem(f"{option} {value:g} is not a number of weeks between 0 and 5000")
    return value
