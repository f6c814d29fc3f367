"""A knowledge base in which all is well, with everything invented, to be spoilt in one place by each test."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from hairtx.lint.rule import Rule, dotted, run
from hairtx.model.dates import PartialDate
from hairtx.model.knowledge import Knowledge
from hairtx.model.sources import Source
from hairtx.model.treatments import Appraisal, BottomLine, Decision, Statement, Treatment
from hairtx.model.trials import Arm, ArmResult, Outcome, Trial
from hairtx.model.vocabulary import Authority, Comparator, Condition, Family, Jurisdiction, Measure, Population, Term, Vocabulary

TODAY = date(2030, 6, 15)
CITED = ["reg-2020"]


def on(text: str) -> PartialDate:
    return PartialDate(text)


_SOURCE = Source("A page", "A ministry", "regulator", "https://example.org", on("2030-01-01"), "full")
_DECISION = Decision("XA", "moh", "granted", "marketing-authorisation", CITED, date=on("2020-05"), condition="bald-patches")
_STATEMENT = Statement("mechanism", "mechanism", "It does something.", CITED)
_TREATMENT = Treatment(
    "Quoxatrin",
    "drug",
    "An invented tablet.",
    ["bald-patches"],
    BottomLine("Nobody knows.", "very-low", CITED),
    appraisals=[Appraisal("bald-patches", "unknown", "very-low", "Not tested.", CITED)],
    reviewed=on("2030-01-01"),
)
_OUTCOME = Outcome(
    "responders",
    24,
    CITED,
    primary=True,
    met=True,
    arms=[ArmResult("high", n=50, events=25, percent=50.0), ArmResult("control", n=50, events=10, percent=20.0)],
)
_TRIAL = Trial(
    "A trial",
    ["quoxatrin"],
    "bald-patches",
    CITED,
    status="completed",
    n=100,
    arms=[Arm("high", "high dose", treatment="quoxatrin", n=50), Arm("control", "control", treatment="dummy", n=50)],
    outcomes=[_OUTCOME],
)
_WORDS = Vocabulary(
    families={"blockers": Family("Blockers", "They block.", CITED, names=["blocker"])},
    conditions={"baldness": Condition("baldness"), "bald-patches": Condition("patchy baldness", names=["patches"], within="baldness")},
    jurisdictions={"XA": Jurisdiction("Xanadu", within="XU"), "XU": Jurisdiction("Union of X"), "XB": Jurisdiction("Xebec")},
    authorities={"moh": Authority("Ministry of Hair", ["XA", "XB"]), "union": Authority("Union agency", ["XU"])},
    populations={"adults": Population("adults", min_age=18), "children": Population("children", max_age=17)},
    measures={"responders": Measure("responders", "binary", "higher"), "hairs": Measure("hairs", "continuous", "higher", "hairs/cm2")},
    comparators={"dummy": Comparator("dummy")},
    glossary={"follicle": Term("follicle", "Where a hair grows.", CITED, see=["blockers"])},
)


def source(**changes: Any) -> Source:
    return replace(_SOURCE, **changes)


def decision(**changes: Any) -> Decision:
    return replace(_DECISION, **changes)


def statement(**changes: Any) -> Statement:
    return replace(_STATEMENT, **changes)


def treatment(**changes: Any) -> Treatment:
    return replace(_TREATMENT, **changes)


def outcome(**changes: Any) -> Outcome:
    return replace(_OUTCOME, **changes)


def trial(**changes: Any) -> Trial:
    return replace(_TRIAL, **changes)


def words(**changes: Any) -> Vocabulary:
    return replace(_WORDS, **changes)


def base(
    treatments: dict[str, Treatment] | None = None,
    trials: dict[str, Trial] | None = None,
    sources: dict[str, Source] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Knowledge:
    """A knowledge base without a fault, less what is given."""
    return Knowledge(
        {"quoxatrin": treatment()} if treatments is None else treatments,
        {"NCT99999901": trial()} if trials is None else trials,
        {"reg-2020": source()} if sources is None else sources,
        vocabulary or words(),
    )


def with_treatment(**changes: Any) -> Knowledge:
    return base(treatments={"quoxatrin": treatment(**changes)})


def with_decisions(*decisions: Decision) -> Knowledge:
    return with_treatment(decisions=list(decisions))


def with_trial(**changes: Any) -> Knowledge:
    return base(trials={"NCT99999901": trial(**changes)})


def with_outcome(**changes: Any) -> Knowledge:
    return with_trial(outcomes=[outcome(**changes)])


def said(rule: Rule, knowledge: Knowledge, today: date = TODAY) -> list[str]:
    """Everything the rule says, a line to a finding: `part path: message; remedy`."""
    return [
        f"{finding.path[0]} {dotted(finding.path)}: {finding.message}" + (f"; {finding.remedy}" if finding.remedy else "")
        for _, finding in run([rule], knowledge, today)
    ]
