"""Phases of development and the state of trials."""

from __future__ import annotations

import re

from hairtx.engines.claims.patterns.pattern import Book, Pattern

_P = r"(?:iii|ii|iv|i|[1-4][ab]?|one|two|three|four)"

PATTERNS = (
    Pattern(
        "numbered",
        rf"(?<!end-of-)(?<!end of )\bphases?[\s-]*(?P<first>{_P})\b(?!-)(?:\s?(?:/|and|or|to|–|-|&)\s?(?:phase[\s-]*)?(?P<second>{_P})\b)?",
        ("It is in phase II.", "A Phase 2/3 trial runs.", "A Phase 1 and Phase 2 study opened.", "phase three trials", "a phase 2b study"),
        ("An end-of-phase 2 meeting", "a passing phase", "the growth phase of hair"),
    ),
    Pattern(
        "period",
        r"\b(?P<first>first|second|third|1st|2nd|3rd)[\s-]period\W+(?:\w+\W+){0,2}?(?:clinical|trials?|stud(?:y|ies))\b",
        ("The third period clinical is in preparation.", "the second period trial"),
        ("the first period of hair loss",),
    ),
    Pattern(
        "staged",
        r"\b(?P<stage>late|mid|early|final)[\s-]stage\b(?=\W+(?:\w+\W+){0,3}?(?:trials?|stud(?:y"
        r"|ies)|test\w*|development|drug))|\b(?P<pre>pre-?clinical)\b|\b(?P<proof>proof[- ]of[- ]concept"
        r")\b|\b(?P<human>first[- ]in[- ](?:human|man)|first (?:trial|study|test|tests|testing) in (?:people|humans?|man|men|volunteers))\b"
        r"|\b(?P<mice>(?:only|so far|still|tested|worked?|results)\W+(?:\w+\W+){0,3}?(?:in|on) (?:mice|animals|rats|the lab(?:oratory)?))\b",
        ("It is in late-stage trials.", "The work is preclinical.", "a proof-of-concept study", "tested in mice"),
        ("early stage hair loss", "He was at an early stage of balding."),
    ),
    Pattern(
        "running",
        r"\b(?:clinical )?(?:trials?|stud(?:y|ies)|testing)\b(?=.{0,80}\b(?:under ?way|ongoing"
        r"|on-going|still running|running|in progress|being (?:conducted|done|run|carried out)"
        r"|taking place|now recruiting|recruiting|enrolling|looking for (?:volunteers|participants)"
        r"|is being|are being))"
        r"|\b(?:recruiting|enrolling|looking for (?:volunteers|participants))\b(?=.{0,60}(?:trial|study|volunteers|participants|men|women"
        r"|patients))"
        r"|\bin (?:clinical|human) (?:trials|testing|studies)\b|\b(?:under|in) (?:clinical )?development\b"
        r"|\bin (?:the|its|their) pipeline\b|\bnot far behind\b"
        r"|\b(?:is|are) (?:now |also |already |currently |still )?(?:testing|trialling|trialing)\b"
        r"|\b(?:is|are) (?:now |also |already |currently |still )?being (?:tested|tried|trialled|trialed)\b(?! (?:on|with) (?:mice|rats|animals))",
        (
            "A trial is under way.",
            "It is in clinical trials.",
            "The company is now recruiting men for its study.",
            "Acme is testing a pill.",
            "It is being tried in Peru.",
        ),
        ("The study was about diet.", "He is running late."),
    ),
    Pattern(
        "begun",
        r"\b(?:begun|began|begin|started|start|entered|enter|moved? into|gone into)\W+(?:\w+\W+){0,2}?(?:clinical"
        r"|human)\W+(?:trials?|stud(?:y|ies)|testing)\b"
        r"|\b(?:never|not)\W+(?:yet\W+)?been\W+(?:tested|tried|studied)\W+(?:in|on)\W+(?:\w+\W+)?(?:people|humans|men|women|patients)\b",
        ("It has not yet begun clinical trials.", "The gel has entered human testing.", "It has never been tested in people."),
        ("He began to lose hair.",),
    ),
    Pattern(
        "stopped",
        r"\b(?:discontinu\w+|stop(?:ping)?|ceas(?:e|ing)|halt(?:ed|s|ing)?|abandon(?:ed|s|ing)?|shelv(?:ed|es|ing)|scrap(?:ped"
        r"|s)|terminat(?:ed|es)|dropped|axed|ceased|ended|stopped|gave up|pull(?:ed|s) the plug on)\b(?=.{0,60}\b(?:trials?"
        r"|stud(?:y|ies)|development|program(?:me)?|drug|candidate|work)\b)"
        r"|\b(?:trials?|stud(?:y|ies)|development|program(?:me)?)\b\W+(?:\w+\W+){0,6}?(?:was|were"
        r"|has been|have been|been)\W+(?:\w+\W+)?(?:discontinued|halted|abandoned|shelved|scrapped"
        r"|terminated|dropped|axed|stopped|suspended)\b|\b(?:development|trials?|work)\W+(?:on it\W+)?(?:has\W+"
        r"|was\W+)?(?:stopped|ended|ceased)\b|\b(?:clinical|partial clinical) hold\b",
        ("The company halted development.", "The trial was terminated.", "It abandoned the program."),
        ("He stopped smoking.", "They dropped the price."),
    ),
)

STATES = (
    ("topline", re.compile(r"top-?line|results (?:from|of)|data from|read-?out|announced .{0,40}results|reported"
        r"|met (?:its|the|their)|missed|failed|showed|demonstrated|found|did not (?:beat|meet|work|outperform|reach|show)", re.IGNORECASE)),
    ("completed", re.compile(r"\b(?:complet\w+|finish\w+|conclud\w+|wrapped up|ended|is over|has been done|done(?=,|\.|$|\|))\b", re.IGNORECASE)),
    ("planned", re.compile(r"\b(?:plan(?:s|ned|ning)?|will|would|intends?|prepar\w+|set to|about to|next|upcoming|pencil(?:l)?ed in|scheduled|slated"
        r"|to begin|to start|hopes?|wants? to|aims?|ready|needs?|before|soon|expect\w*|going to"
        r"|could|due to|move into|advance into|needs?|financ\w+|fund(?:s|ed|ing)?|rais(?:e|ed"
        r"|ing)|seeking)\b", re.IGNORECASE)),
    ("ongoing", re.compile(r"\b(?:now|currently|ongoing|still going|goes on|continu(?:es|ing)|under ?way|recruit\w*|enroll?ing|enrol|being"
        r"|taking place"
        r"|is in|are in|in progress|running|began|begun|commenc\w*|start(?:s|ed)?|at this moment"
        r"|at present|entered|enters|moved into|has begun|is conducting)\b", re.IGNORECASE)),
)  # fmt: skip
"""The state a trial is said to be in; the first that fits holds, `planned` only where the clause is not in the past."""

BOOK = Book(PATTERNS)
