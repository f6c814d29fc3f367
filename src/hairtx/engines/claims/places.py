"""Where a sentence speaks of: countries, their adjectives, and authorities, which mean their country."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hairtx.model.naming import lowered
from hairtx.model.value import Value

if TYPE_CHECKING:
    from hairtx.store.knowledge_base import KnowledgeBase

_EXTRA = {
    "US": ["U.S.", "U.S", "the States", "American", "Americans"],
    "GB": ["U.K.", "NHS", "Briton", "Britons", "English", "Scottish", "Scotland", "Wales"],
    "EU": ["EU", "European regulators", "European Union", "continent", "CE mark", "CE-mark", "CE marking", "CE certified", "CE"],
    "KR": ["Korea's", "South Korean", "Korean", "Seoul"], "JP": ["Tokyo"], "CN": ["Beijing"], "NO": ["Norwegian"], "TR": ["Turkey", "Turkish"],
}  # fmt: skip
_FOOD_AND_DRUG = re.compile(
    r"\b(?:(?P<who>\w+|Saudi(?: Arabian?)?|South Korean?)(?:['’]s)?\s+(?:FDA|(?:Ministry of )?Food (?:and"
    r"|&) Drug (?:Administration|Safety|Authority))|Ministry of Health)\b"
)
_OUR_SIGNS = ("ministry", " here", "our ")
_SIGNS = ("FDA", "Food ", "Ministry of Health")
_OURS = re.compile(
    r"\b(?:the|this|our)\W+(?:\w+\W+){0,3}?ministry\b(?! of \w+ (?:in|of))|\b(?:health|welfare)(?: and \w+)? ministry\b"
    r"|(?<=approved )here\b|(?<=licensed )here\b|(?<=licenced )here\b|(?<=cleared )here\b|(?<=authorised )here\b|(?<=registered )here\b"
    r"|\bour (?:own )?(?:food and drug administration|FDA|country|regulators?|authorit(?:y|ies)|agency)\b",
    re.IGNORECASE,
)
_HEAD = 250
"""Letters of a text in which its dateline stands."""
_OPENING = 10_000
"""Letters of a text by which its country is told."""
_LONG_ENOUGH = 5
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z]")
"""Where a word begins with a letter, and no small one (of the small ones, a to z are told)."""
_EXACT = re.compile(r"^[A-Z.]{2,8}$")


class Place(Value, frozen=True):
    """A place found in a text; `authority` is set where an authority named it."""

    code: str
    start: int
    end: int
    authority: str | None = None


class Places:
    """Finds jurisdictions in sentences."""

    def __init__(self, base: KnowledgeBase) -> None:
        named: dict[str, tuple[str, str | None]] = {}
        for code, one in base.jurisdictions.items():
            for name in (one.name, *one.names, *_EXTRA.get(code, [])):
                named[name.casefold()] = (code, None)
        for id_, authority in base.authorities.items():
            if len(authority.jurisdictions) == 1 or "EU" in authority.jurisdictions:
                for name in (authority.name, *authority.names):
                    if name.casefold() not in named:
                        named[name.casefold()] = ("EU" if "EU" in authority.jurisdictions else authority.jurisdictions[0], id_)
        self._named = named
        self._cities = {name.casefold(): code for code, one in base.jurisdictions.items() for name in one.cities}
        towns = sorted((name for one in base.jurisdictions.values() for name in one.cities), key=len, reverse=True)
        self._city = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, towns or ["(?!)"])) + r")(?!\w)", re.IGNORECASE)
        spelled = {name for one in base.jurisdictions.values() for name in (one.name, *one.names)} | {
            name for names in _EXTRA.values() for name in names
        }
        spelled |= {name for one in base.authorities.values() for name in (one.name, *one.names)}
        # Newspapers write Anvisa and Unicef; short ones (HAS, ASA) would be words or names then.
        titled = {name.capitalize() for name in spelled if _EXACT.match(name) and name.isalpha() and len(name) >= _LONG_ENOUGH}
        exact = sorted((name for name in (spelled | titled) if _EXACT.match(name) or name in titled), key=len, reverse=True)
        loose = sorted((name for name in spelled if not _EXACT.match(name) and len(name) > 3), key=len, reverse=True)
        self._exact = re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, ["US", *exact])) + r")(?![\w])")
        self._loose = re.compile("(?:" + "|".join(re.escape(lowered(name)) for name in loose) + r")(?!\w)")

    def find(self, text: str) -> list[Place]:
        """Every place in order."""
        found = []
        small = lowered(text)
        ends = [0, 0]
        for capital in _CAPITAL.finditer(text):
            at = capital.start()
            for turn, match in enumerate((self._loose.match(small, at), self._exact.match(text, at))):
                if match is None or at < ends[turn]:
                    continue
                ends[turn] = match.end()
                code, authority = self._named.get(match[0].casefold(), ("US" if match[0] == "US" else "", None))
                if code and text[at].isupper():
                    found.append(Place(code, at, match.end(), authority))
        return sorted(self._corrected(text, found), key=lambda one: (one.start, -one.end))

    def home(self, text: str) -> str | None:
        """The country that an article is written in: of the city in its head, else the one it names most; None where neither tells."""
        dateline = next((one for one in self._city.finditer(text[:_HEAD]) if one[0][:1].isupper()), None)
        if dateline:
            return self._cities[dateline[0].casefold()]
        first = text[:_OPENING]
        named = Counter(one.code for one in self.find(first) if one.authority is None)
        named.update(self._cities[one[0].casefold()] for one in self._city.finditer(first) if one[0][:1].isupper())
        most = named.most_common(2)
        return most[0][0] if most and most[0][1] >= 2 and (len(most) == 1 or most[0][1] >= 2 * most[1][1]) else None

    def at_home(self, text: str, found: list[Place], home: str | None) -> list[Place]:
        """The places of a sentence, with “the ministry” and “our agency” meaning those of the country that the article is written in."""
        if home is None or not any(sign in lowered(text) for sign in _OUR_SIGNS):
            return found
        ours = [one for one in _OURS.finditer(text) if home != "US" or one[0].lower().startswith(("our", "here"))]
        if not ours:
            return found
        kept = [one for one in found if not any(said.start() <= one.start < said.end() for said in ours)]
        told = {said for said in ours if not any(one.authority and one.start < said.end() + 25 and said.start() < one.end + 25 for one in kept)}
        return sorted([*kept, *(Place(home, said.start(), said.end(), "home") for said in told)], key=lambda one: (one.start, -one.end))

    def _corrected(self, text: str, found: list[Place]) -> list[Place]:
        """A foreign country's own FDA is not the American one."""
        for match in _FOOD_AND_DRUG.finditer(text) if any(sign in text for sign in _SIGNS) else ():
            who = (match["who"] or "").casefold()
            held = self._named.get(who)
            if held and held[0] not in {"US", "EU"} and held[1] is None:
                found = [one for one in found if not (match.start() <= one.start < match.end())]
                found.append(Place(held[0], match.start(), match.end(), f"{held[0].lower()}-authority"))
        return found
