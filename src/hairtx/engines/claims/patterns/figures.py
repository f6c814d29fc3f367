"""How many people and where: enrolment and sites of trials."""

from __future__ import annotations

import re

from hairtx.engines.claims.patterns.pattern import NUMBER, Book, Pattern

PEOPLE = (
    r"(?:patients|men|women|people|participants|volunteers|subjects|adults|adolescents|individuals"
    r"|children|teens|teenagers|persons|males|females|recruits|guys|test persons|probands)"
)
_MIDDLE = (
    r"(?:(?!percent|per cent|years?|weeks?|months?|hairs?|mg|million|billion|thousand|days?"
    r"|(?:of|have|has|had|in|at|with|from|to|by|enrolled|recruited|out|is|are|was|were)\b)[A-Za-z][\w'’/-]*[\s,]+){0,4}?"
)

ENROLMENT = (
    Pattern(
        "people",
        rf"(?<![\w.,$€£%-])(?<!\bin )(?P<n>{NUMBER})(?!\s?(?:%|percent|per cent|million|billion"
        rf"|thousand|in \d))(?:\s+{_MIDDLE}|\s*)(?P<who>{PEOPLE})\b",
        ("The trial enrolled 88 patients.", "about seventy adult men took part", "1,310 adults in two studies", "a study of 500 women"),
        ("40% of patients", "6.8 million people", "in 3 patients"),
    ),
    Pattern(
        "people-in",
        rf"\bin (?P<n>\d{{2,3}}(?:,\d{{3}})*|{NUMBER})\s+{_MIDDLE}(?P<who>{PEOPLE})\b",
        ("a pilot study in 45 patients",),
        ("in 40% of patients",),
    ),
    Pattern(
        "compound",
        rf"(?<![\w.,$€£%-])(?P<n>{NUMBER})[- ](?P<who>patient|person|subject|man|woman|participant"
        rf"|volunteer|people)[- ](?:\w+[- ]){{0,3}}?(?:trial|study|test|program)",
        ("a 300-patient trial", "the 412-man study"),
        ("a one-man show",),
    ),
    Pattern(
        "who",
        rf"(?<![\w.,$€£%-])(?P<n>{NUMBER}) (?:who|that) (?:took part|joined|enrolled|finished|completed|volunteered"
        rf"|were (?:enrolled|treated|randomi[sz]ed|recruited|injected))\b",
        ("nine of the 66 who joined the study",),
        ("the 30 who run the shop",),
    ),
    Pattern(
        "reached",
        r"\b(?:enrol(?:l?ed|ment|lment|ls)?|recruit(?:ed|ment|s)?|sign(?:ed|ing) up|randomi[sz]ed"
        r"|dosed|included|n\s?=)\W+(?:\w+\W+){0,4}?(?<![\d,])(?P<n>\d{1,3}(?:,\d{3})+|\d{2,3}|\d{4}(?!\b))(?!\s?(?:%"
        r"|percent|mg|weeks|sites|cent))\b(?=\W*(?:in\b|at\b|across\b|by\b|and\b|$|[.,;)]))",
        ("enrolment reached 428.", "n = 149", "They enrolled 1,310 in Peru"),
        ("enrolled 40% of them", "recruited at 26 sites"),
    ),
)

_PLACE = r"(?:sites?|cent(?:er|re)s?|clinics?|hospitals?|locations?|cities|institutions?|places|practices)"
SITES = (
    Pattern(
        "counted",
        rf"(?<![\w.,$€£%-])(?P<n>{NUMBER})\s+(?:(?!percent|million|weeks?|months?|years?|hairs?"
        rf"|{PEOPLE}|at|in|of|from|across|for|with|who|and)(?!{NUMBER}\s)[\w.'’-]+\s+){{0,4}}?(?P<what>sites|cent(?:er|re)s|clinics"
        rf"|hospitals|locations|cities|institutions|places|medical practices)\b(?! (?:on|of|in) the (?:scalp|head|skin)| (?:were |was )?inject)"
        rf"(?<!scalp sites)(?<!injection sites)",
        ("at nine centres in two countries", "in 33 study sites", "26 U.S. sites"),
        ("two hair salons", "ten weeks at the centre", "90 volunteers from the clinics", "30 sites were injected", "across 12 scalp sites"),
    ),
    Pattern(
        "single",
        r"\b(?:(?:at|in|from) (?:only |just )?(?:one|a single|1|the same) (?:\w+ ){0,2}?(?:site|cent(?:er|re)|clinic|hospital|location)"
        r"|single[- ](?:site|cent(?:er|re)))\b",
        ("a trial at one Danish hospital", "a single-centre study"),
        ("a single visit to the clinic",),
    ),
    Pattern(
        "several",
        rf"\b(?:multi-?(?:cent(?:er|re)|site|national)|(?:a number of|several|multiple|various"
        rf"|many|different|numerous)\s+(?:\w+\s+){{0,2}}?{_PLACE})\b",
        ("a multicentre trial", "a study in various hospitals in Peru"),
        ("several clinicians", "many people"),
    ),
    Pattern(
        "located",
        r"\bat (?:study |trial |clinical |research )?sites (?:in|across|throughout)\b|\b(?:trial"
        r"|study|stud(?:y|ies) sites|trials) (?:is|are|was|were|will be|being) (?:being )?(?:conducted"
        r"|run|done|held|carried out|located|taking place) (?:entirely |only |solely )?(?:in|across)\b",
        ("at study sites in Peru", "The study is being run in Peru"),
        ("the sites of injection",),
    ),
)

STUDY = re.compile(
    r"\b(?:trials?|stud(?:y|ies|ied)|enrol\w*|recruit\w*|randomi[sz]\w*|participat\w*|took part"
    r"|taking part|take part|tested|test(?:s|ing)?|volunteer\w*|placebo|phase|cohort|treated"
    r"|program(?:me)?|arms?|evaluat\w+|joined|joining|series|inject(?:ed|ing)|dabb(?:ed|ing)|rubb(?:ed|ing)|dummy|sham"
    r"|vehicle|examination|examined|comparison|being seen|drank|received|swallowed|(?:were|was) on (?:it|the)|rests? on)\b",
    re.IGNORECASE,
)
"""Words without which a number of people is not an enrolment."""
PREVALENCE = re.compile(
    r"\b(?:affect\w*|strik\w*|suffer\w*|live with|living with|diagnos\w*|estimated|million"
    r"|have (?:it|the|alopecia)|with the (?:disease|condition)|each year|every year|per year"
    r"|a year|worldwide|in the (?:world|country)|population|customers|clients|members|followers"
    r"|employees|staff|prescribed|prescriptions|readers|procedures)\b",
    re.IGNORECASE,
)
"""Words that make it a number of sufferers, clients or staff."""

ENROLMENT_BOOK, SITES_BOOK = Book(ENROLMENT), Book(SITES)
