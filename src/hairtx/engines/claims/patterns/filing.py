"""Filings: planned, made, under review, awaiting a decision."""

from __future__ import annotations

from hairtx.engines.claims.patterns.authorities import WATCHDOG
from hairtx.engines.claims.patterns.pattern import Pattern

PATTERNS = (
    Pattern(
        "decision-due",
        r"\b(?:decision|verdict|ruling|answer|action date|target date)\b\W+(?:\w+\W+){0,6}?(?:expected|due|anticipated|awaited"
        r"|slated|scheduled|likely|probable)\b"
        r"|\b(?:expected|about|due|set) to (?:decide|rule|act)\b|\b(?:expects?|awaits?|awaiting)\W+(?:\w+\W+){0,2}?(?:decision|verdict|ruling)\b",
        ("A decision is expected by late July 2024.", "A ruling is probable by autumn.", "It awaits a decision from the agency."),
        ("Her decision was hard.",),
    ),
    Pattern(
        "undecided",
        rf"\b(?:{WATCHDOG}|NICE|SMC)\b\W+(?:\w+\W+){{0,3}}?(?:yet to|not yet|still to) (?:decide\w*|rule\w*|answer\w*|pronounce\w*|act(?:ed)?"
        rf"|give (?:its|a) (?:verdict|answer|opinion|ruling))\b"
        rf"|\b(?:weigh(?:s|ing|ed)?|mull(?:s|ing|ed)|consider(?:s|ing|ed)?|examin(?:es?|ing|ed)|assess(?:es|ing|ed)?|evaluat(?:es?|ing|ed))\W+"
        rf"(?:\w+\W+){{0,4}}?(?:application|filing|submission|dossier|file)\b"
        rf"|\bbeing (?:reviewed|examined|assessed|evaluated) by (?:the )?(?:\w+ ){{0,2}}?{WATCHDOG}\b"
        rf"|\bbeing (?:reviewed|assessed|evaluated) (?=(?:in|on both|by|there|at)\b)"
        rf"|\b(?:application|filing|dossier|submission)\b\W+(?:[\w-]+\W+){{0,7}}?(?:is|are|has been|have been|lies|sits) (?:with"
        rf"|before) (?:the )?(?:\w+ ){{0,2}}?"
        rf"{WATCHDOG}\b"
        rf"|\baccept(?:s|ed|ing)?\W+(?:\w+\W+){{0,3}}?(?:for|to) (?:\w+ )?(?:review|evaluation|assessment|examination)\b",
        (
            "The agency has yet to rule.",
            "Regulators are examining the dossier.",
            "Its file was accepted for priority evaluation.",
            "Its application for the gel has been with the regulator since May.",
            "The pill is being reviewed on both sides of the Atlantic.",
        ),
        ("He has yet to decide on a comb.", "A paper was weighed."),
    ),
    Pattern(
        "not-filed",
        r"\b(?:(?:has|have|had) (?:still |so far |as yet )?(?:not|never)(?: yet| so far)?|(?:has|have|had)n['’]t(?: yet)?"
        r"|yet to) (?:file[d]?|submit(?:ted)?)\b"
        r"(?![^.;]{0,40}\b(?:suit|lawsuit|court|patent|complaint|taxes|report)\b)",
        ("Acme has still not filed the gel in Peru.", "It has yet to submit its dossier."),
        ("He has not filed a lawsuit.",),
    ),
    Pattern(
        "safety-review",
        rf"\b{WATCHDOG}\W+(?:\w+\W+){{0,4}}?(?:examin\w*|investigat\w*|review(?:s|ed|ing)?|look(?:s|ed|ing)? into|prob(?:es|ed|ing)"
        rf"|stud(?:ies|ied|ying))\W+"
        rf"(?:\w+\W+){{0,6}}?(?:whether|link|suicid\w*|depress\w*|side effects?|harms?|risks?|safety)\b"
        rf"|\b(?:opened|open(?:s|ing)?|launched|started|began)\W+(?:an?|its)\W+(?:\w+\W+)?(?:investigation|inquiry|safety review|probe)\b",
        ("The agency examines whether the pill leads to depression.", "The EMA opened an investigation of the tablets."),
        ("The agency reviewed the application.",),
    ),
    Pattern(
        "filing-planned",
        r"\b(?:NDA|BLA|MAA|application|submission|filing)\W+(?:will|would|could|may|is to|to)\W+be\W+(?:filed"
        r"|submitted|made|sent)\b"
        rf"|\b(?:application|submission|filing|dossier)\W+(?:\w+\W+){{0,7}}?(?:to|with|at)\W+(?:the )?{WATCHDOG}\W+(?:could|may"
        rf"|might|will|would|should)\b"
        r"|\b(?:application|submission|filing|dossier)\W+(?:to|with|in|at)\W+(?:\w+\W+){0,3}?(?:could|may|might|will|would|should"
        r"|is planned|is expected|is due)\b"
        r"|\b(?:will|plans?|expects?|intends?|hopes?|aims?|wants?|could|may|might)\W+(?:to\W+)?(?:\w+\W+){0,2}?file (?:in|there|next|this|by|with)\b"
        r"(?!.{0,40}(?:court|lawsuit|suit|bankruptcy|patent|appeal|complaint|police|tax))|\b(?:will|to|plans?|expects?|intends?|hopes?|aims?"
        r"|would|could"
        r"|may|might|going|preparing"
        r"|ready|readying|until|planned)\W+(?:\w+\W+){0,4}?(?:fil(?:e|ing)|submit|submission|apply(?:ing)?"
        r"|seek)\b(?=.{0,80}(?:approv\w*|FDA|EMA|NDA|BLA|MAA|application|authori[sz]ation|regulat\w*"
        r"|licen[sc]e|clearance|marketing))"
        r"|\bsupport\w*\W+(?:\w+\W+){0,3}?(?:marketing|licen[sc]e|approval|new drug|registration)\W+(?:\w+\W+)?(?:application|filing|submission)\b"
        r"|\b(?:will|wants?|plans?|intends?|hopes?|aims?|expects?)\W+(?:to\W+)?(?:\w+\W+)?submit (?:its|the|it|them|an?)\b"
        r"(?! (?:\w+ )?(?:paper|article|manuscript|data|results|abstract|report|comment|photo|form))"
        r"|\b(?:applications?|submissions?|filings?)\b\W+(?:\w+\W+){0,7}?(?:are|is|will|to) (?:to )?follow\b",
        (
            "They will file for approval next year.",
            "It wants to submit its pill in the spring.",
            "Applications in Peru and Chile are to follow.",
            "The results may support a licence application.",
            "It plans to submit an NDA.",
            "A submission to the agency may follow.",
            "It hopes to file in Peru next May.",
        ),
        ("He filed his nails.", "It will file with the court.", "They plan to submit a paper."),
    ),
    Pattern(
        "in-review",
        r"\bapproval\b\W+(?:\w+\W+){0,5}?(?:being\W+)?sought\b|\b(?:filed|files|submitted|submits"
        r"|sent(?! (?:me|us|him|her|them|out)\b)|lodged|appli(?:ed|es)|has asked|asks|asked|seek(?:s"
        r"|ing)|sought|accepted|accepts|validat(?:ed|es)|put in)\b(?=.{0,90}(?:approv\w*|\bNDA\b|\bsNDA\b|\bBLA\b"
        r"|\bMAA\b|new drug application|marketing authori[sz]ation|application|licen[sc]e|\b510"
        r"|clearance|permission))"
        r"|\bfiled (?:in (?!court|the|a |an |its|\d)\w+|with (?:the )?(?:FDA|EMA|MHRA|PMDA|agency|ministry"
        r"|regulators?))\b(?!.{0,40}\b(?:suit|lawsuit|court|patent|complaint))"
        r"|\b(?:under (?:regulatory |active )?review|PDUFA|review(?:ing|ed)? (?:of )?(?:the|its"
        r"|their) (?:application|filing)|(?:application|filing|submission)\W+(?:\w+\W+){0,3}?(?:is"
        r"|was|has been|are|were) (?:\w+ )?(?:pending|accepted|filed|submitted|made))\b",
        (
            "The firm has filed for approval with the FDA.",
            "The tablet is under review.",
            "It applied in May for 510(k) clearance.",
            "The agency has validated the marketing authorisation application.",
        ),
        ("She applied the lotion twice a day.", "He was seeking thicker hair."),
    ),
)
