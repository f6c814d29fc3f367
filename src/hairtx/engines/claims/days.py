"""Dates as articles write them: “May 2009”, “by mid-2031”, “last summer”, “this past March”; each a span of days.

A date without a calendar ("last summer") is read from the day of publication
and left unread where that is unknown.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from hairtx.engines.claims.sentences import CELL
from hairtx.model.dates import PartialDate
from hairtx.model.value import Value

_MONTHS = {name: at for at in range(1, 13) for name in (calendar.month_name[at].lower(), calendar.month_abbr[at].lower())} | {"sept": 9}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept(?:ember)?|sep|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PARTS = {
    "early": (1, 4), "beginning of": (1, 3), "start of": (1, 3), "mid": (5, 8), "middle of": (5, 8), "late": (9, 12), "end of": (10, 12),
    "later in": (1, 12), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 12), "first half of": (1, 6),
    "second half of": (7, 12),
    "1h": (1, 6), "2h": (7, 12), "h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "first quarter of": (1, 3), "second quarter of": (4, 6), "third quarter of": (7, 9), "fourth quarter of": (10, 12),
}  # fmt: skip
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_WHEN = re.compile(
    rf"""\b(?:
      {_YEAR.format("iso")}-(?P<iso_m>\d\d)(?:-(?P<iso_d>\d\d))?\b
    | (?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})/{_YEAR.format("y9")}\b
    | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+{_YEAR.format("y1")}\b
    | (?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s+{_YEAR.format("y2")}\b
    | (?P<m3>{_MONTH})\.?,?\s+(?:of\s+)?{_YEAR.format("y3")}\b
    | (?P<part>early|mid|late|later\sin|(?:the\s)?(?:end|beginning|start|middle)\sof|spring|summer|autumn|fall|winter|Q[1-4]|H[12]|[12]H
        |(?:the\s)?first\shalf\sof|(?:the\s)?second\shalf\sof|(?:the\s)?(?:first|second|third|fourth)\squarter\sof)
        [\s-]+(?:of\s+|in\s+)?{_YEAR.format("y4")}\b
    | (?P<back>last|this\spast|this|next|the\spast|earlier\sthis|later\sthis|the\send\sof\sthis)\s+
        (?P<unit>year|month|week|spring|summer|autumn|fall|winter|{_MONTH})\b
    | (?:on\s+)?(?P<m5>{_MONTH})\.?\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[,%]?\s*\d)(?:\s+of\s+(?P<of5>last|this|next)\s+year)?
    | (?:on\s+)?(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m6>{_MONTH})\b(?!\s*\d)(?:\s+(?:of\s+)?(?P<of6>last|this|next)\s+year)?
    | (?:in|since|of|from)\s+(?P<m8>{_MONTH})\b(?!\.?,?\s*(?:\d|of\s|last|this|next))
    | (?P<m7>{_MONTH})\s+(?:of\s+)?(?P<of7>last|this|next)\s+year\b
    | (?:in|by|since|before|after|until|of|for|from|during|the\syear|or|and|than|to|as\searly\sas|as\ssoon\sas|around|\()\s*{_YEAR.format("y7")}\b
        (?!\s?(?:patients|men|women|people|participants|adults|subjects|volunteers|percent|%|hairs|grafts|-\d))
    | {_YEAR.format("y8")}(?=\s+(?:approval|clearance|study|trial|launch|at\sthe\searliest|or\slater|paper|decision|report))
    | (?:in\s)?the\s(?P<quarter>(?:first|second|third|fourth)\s(?:quarter|half))(?:\s+of\s+(?P<whose>the|this|next|last)\s+year|(?=\s*[.,;)]|\s*$))
    | (?:on|last|this\spast)\s+(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b
    | (?P<today>today|yesterday|just\snow|this\smorning)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HINT = re.compile(
    rf"\d|\b(?:in|since|of|from)\s{_MONTH}\b|\b(?:last|this|next|past|later|today|yesterday|just now|quarter|half)\b|day\b", re.IGNORECASE
)
"""Without one of these no date can stand in a text; a fifth of the cost of looking."""
_STEP = {"last": -1, "this": 0, "next": 1}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Span(Value, frozen=True):
    """A date found in a text: from the first to the last day it may mean, as exact as it was written."""

    first: date
    last: date
    text: str
    start: int
    end: int
    exact: bool = True

    @property
    def written(self) -> str:
        """The span as a year, a month or a day where it is one, else as two days."""
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.day, self.last) == (1, _month_end(self.first)):
            return self.first.isoformat()[:7]
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31) and self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


_MONTHS_A_YEAR = 12
_RECENT = 16
"""Clauses of which the dates are kept: finders ask one after the other."""


@lru_cache(maxsize=_RECENT)
def spans(text: str, published: PartialDate | None = None) -> tuple[Span, ...]:
    """The dates of a sentence that can be placed in the calendar."""
    if not _HINT.search(text):
        return ()
    found = []
    for match in _WHEN.finditer(text):
        days = _read(match, published)
        if days:
            found.append(
                Span(
                    *days,
                    match[0],
                    match.start(),
                    match.end(),
                    match["weekday"] is None and match["today"] is None and (match["unit"] or "").lower() != "week",
                )
            )
    return tuple(found)


def nearest(found: Sequence[Span], start: int, end: int) -> Span:
    """The date that belongs to the phrase from `start` to `end`: the first close after it, else the nearest."""
    after = next((span for span in found if 0 <= span.start - end <= 45), None)
    return after or min(found, key=lambda span: abs(span.start - start))


def _read(match: re.Match[str], published: PartialDate | None) -> tuple[date, date] | None:
    held = match.groupdict()
    try:
        if held["iso"]:
            return _span(int(held["iso"]), int(held["iso_m"]), int(held["iso_d"]) if held["iso_d"] else None)
        for at in ("1", "2"):
            if held[f"y{at}"]:
                return _span(int(held[f"y{at}"]), _month(held[f"m{at}"]), int(held[f"d{at}"]))
        if held["y9"]:
            return _slashed(int(held["n1"]), int(held["n2"]), int(held["y9"]))
        if held["y3"]:
            return _span(int(held["y3"]), _month(held["m3"]), None)
        if held["y4"]:
            return _part(held["part"], int(held["y4"]))
        for at in ("7", "8"):
            if held[f"y{at}"]:
                return _span(int(held[f"y{at}"]), None, None)
        if published is None:
            return None
        for at in ("5", "6"):
            if held[f"m{at}"] and held[f"of{at}"]:
                return _span(published.latest.year + _STEP[held[f"of{at}"].lower()], _month(held[f"m{at}"]), int(held[f"d{at}"]))
            if held[f"m{at}"]:
                return _nearest(published, _month(held[f"m{at}"]), int(held[f"d{at}"]))
        if held["m8"]:
            return _month_near(published, _month(held["m8"]))
        if held["m7"]:
            return _span(published.latest.year + _STEP[held["of7"].lower()], _month(held["m7"]), None)
        if held["quarter"]:
            step = _STEP.get((held["whose"] or "").lower(), 0)
            return _part(f"{held['quarter']} of", published.latest.year + step)
        if held["back"]:
            return _relative(held["back"].lower(), held["unit"].lower(), published)
        if held["weekday"] and published.earliest == published.latest:
            back = (published.latest.weekday() - _DAYS.index(held["weekday"].lower())) % 7
            day = published.latest - timedelta(days=back)
            return day, day
        if held["today"]:
            return published.earliest - timedelta(days=1), published.latest
    except ValueError:
        return None
    return None


def _slashed(one: int, other: int, year: int) -> tuple[date, date]:
    """06/23/2022 and 23/06/2022; where day and month could be either, the year alone."""
    if one == other or (one > _MONTHS_A_YEAR) != (other > _MONTHS_A_YEAR):
        return _span(year, min(one, other), max(one, other))
    return _span(year, None, None)


def _month_near(published: PartialDate, month: int) -> tuple[date, date] | None:
    """“In July”, of the month nearest to the day of publication; None where that is not known to the month."""
    if len(published.text) < len("2018-02"):
        return None
    around = [_span(published.latest.year + step, month, None) for step in (-1, 0, 1)]
    return min(around, key=lambda days: abs((days[0] - published.latest).days))


def _month(word: str) -> int:
    return _MONTHS[word.lower()] if word.lower() in _MONTHS else _MONTHS[word.lower()[:3]]


def _month_end(day: date) -> date:
    return date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), _month_end(date(year, month, 1))
    return date(year, month, day), date(year, month, day)


def _part(word: str, year: int) -> tuple[date, date]:
    said = " ".join(word.lower().removeprefix("the ").split())
    first, last = _PARTS[said]
    return date(year, first, 1), _month_end(date(year, last, 1))


def _nearest(published: PartialDate, month: int, day: int) -> tuple[date, date]:
    """A day without a year: the one nearest to publication, the past sooner than the future."""
    choices = [date(published.latest.year + step, month, day) for step in (0, -1)]
    held = next((one for one in choices if one <= published.latest + timedelta(days=120)), choices[0])
    return held, held


def _relative(back: str, unit: str, published: PartialDate) -> tuple[date, date] | None:
    day = published.latest
    if unit == "week":
        first = published.earliest - timedelta(days=7 if "next" not in back else 0)
        return first, day + timedelta(days=14 if "next" in back else 1)
    if unit == "year":
        if "earlier" in back:
            return date(day.year, 1, 1), day
        if "later" in back or "end" in back:
            return day, date(day.year, 12, 31)
        year = day.year + {"last": -1, "next": 1}.get(back, 0)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        step = {"last": -1, "next": 1, "earlier this": 0}.get(back, 0)
        at = day.year * 12 + day.month - 1 + step
        return _span(at // 12, at % 12 + 1, None)
    begins, ends = _PARTS[unit] if unit in _PARTS else (_month(unit), _month(unit))
    year = day.year
    if back in {"last", "this past", "the past"}:
        year -= date(year, begins, 1) > day or (back == "last" and ends >= day.month >= begins)
    elif back == "next":
        year += date(year, ends, 1) <= day
    return date(year, begins, 1), _month_end(date(year, ends, 1))


_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")
_MARKED = re.compile(r"\b(?:published|posted|updated|last updated|date|article from|reviewed)\b\s*(?:on|at|:)?\s*", re.IGNORECASE)
_LEAST_REST = 28


_OPENS_WITH = re.compile(r"(?:19|20)\d\d-\d\d-\d\d\b")
"""A page that begins with a date of this form bears its own day, whatever follows on the line."""


def stamped(text: str) -> PartialDate | None:
    """The date of publication that the text itself bears: a line that is little more than a date near its top or end, or one marked so."""
    lines = [line.strip() for line in text[:3000].split("\n") if line.strip()][:8]
    lines += [line.strip() for line in text[-600:].split("\n") if line.strip()][-2:] if len(text) > 600 else []
    opening = _OPENS_WITH.match(lines[0]) if lines else None
    if opening and (first := _date_of(opening[0])):
        return first
    for at, whole in enumerate(lines):
        if CELL in whole and any(CELL in line for line in lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]):
            # The day in a row of a table is not that of the page.
            continue
        line = whole
        if len(whole) > 160:
            if not _MARKED.match(whole[:40]):
                continue
            line = whole[:60]
        found = _date_of(line)
        if found and (_MARKED.search(line) or len(_rest(line)) < _LEAST_REST):
            return found
    return None


def _rest(line: str) -> str:
    """What a line says besides its date."""
    bare = _NUMERIC.sub("", _WHEN.sub("", line))
    return re.sub(r"\W|\d|published|posted|updated", "", bare, flags=re.IGNORECASE)


def _date_of(line: str) -> PartialDate | None:
    for span in spans(line):
        if span.exact and len(span.written) <= 10 and (len(span.written) > 4 or _MARKED.search(line) or line == span.text):
            return PartialDate(span.written)
    numeric = _NUMERIC.search(line)
    if numeric:
        one, two, year = (int(part) for part in numeric.groups())
        if one == two or one > 12 or two > 12:
            day, month = (two, one) if two > 12 else (one, two)
            try:
                return PartialDate(f"{year}-{month:02}-{day:02}")
            except ValueError:
                return None
        # 08/12 may be August or December: only the year is sure.
        return PartialDate(str(year))
    return None
