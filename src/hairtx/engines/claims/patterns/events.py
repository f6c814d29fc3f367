"""Dated turns of trials and filings: when they began, ended, reported, or will."""

from __future__ import annotations

from hairtx.engines.claims.patterns.pattern import Book, Pattern

_STUDY = r"(?:trials?|stud(?:y|ies)|testing|enrol\w*|recruit\w*|dosing|phase[\s-](?:iii|ii|i|[123])\w?|program(?:me)?|it)"

PATTERNS = (
    Pattern(
        "results",
        r"\b(?:(?:top-?line |final |interim |full |first |initial |preliminary |safety |efficacy "
        r"|primary |more |12-month |six-month |follow-up )*(?:results?|data|read-?outs?|findings"
        r"|figures|outcomes?|hair counts?)\b|safety review|publication|(?:paper|study|results?) (?:was|were"
        r"|is) published|read out|report (?:out|back))",
        ("Results were posted in May 2015.", "interim data are due in autumn 2031", "A safety review ends in May."),
        ("He reviewed the shop.",),
    ),
    Pattern(
        "completion",
        rf"\b(?:{_STUDY}\b\W+(?:\w+\W+){{0,6}}?(?:complet\w*|finish\w*|conclud\w*|end(?:s|ed)?\b"
        rf"|wrap\w* up|run until|last until|close[sd]?)"
        rf"|(?:supposed|expected|due|scheduled|set|slated) to (?:finish|end|conclude|complete|wrap up|be completed|be finished)"
        rf"|(?:complet\w*|finish\w*|conclu\w*|end of)\W+(?:\w+\W+){{0,4}}?{_STUDY}\b)",
        ("The trial will be completed in December 2019.", "completion of the study"),
        ("The hair ended at the neck.",),
    ),
    Pattern(
        "start",
        rf"\b(?:{_STUDY}\b\W+(?:\w+\W+){{0,8}}?(?:start\w*|beg[aiu]n\w*|commenc\w*|got under way"
        rf"|get under way|got going|get going|kick\w* off|open(?:ed|s)?|initiat\w*|launch\w*)|(?:start\w*|beg[aiu]n\w*"
        rf"|commenc\w*|initiat\w*|launch\w*|enter\w*|kick\w* off)\W+(?:\w+\W+){{0,5}}?{_STUDY}\b"
        rf"|(?:first (?:patient|participant|subject|person|people|man|men|woman|women|volunteers?)\W+(?:\w+\W+){{0,3}}?(?:dosed|treated|enrol\w+)))",
        ("The study began in March 2009.", "The trial got going in 2012.", "It will start a phase 3 trial in 2018.", "enrolment began on 3 May 2012"),
        ("She began to lose hair.",),
    ),
    Pattern(
        "filing",
        r"\b(?:fil(?:e|ed|ing)|submit\w*|submission|appl(?:y|ied|ication))\b(?=.{0,60}(?:approv"
        r"|FDA|EMA|NDA|clearance|agency|authori|regulat|510|application))",
        ("It submitted its filing to the FDA.",),
        ("He filed his nails.",),
    ),
    Pattern(
        "treatment-date",
        r"\b(?:first (?:described|discovered|synthesi[sz]ed|patented|developed|reported)|discovered"
        r"|founded|invented|patented|acquired|bought by|licensed from)\b",
        ("It was first patented in 1969.",),
        ("A founding father",),
    ),
)

BOOK = Book(PATTERNS)
