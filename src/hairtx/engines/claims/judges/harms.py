"""Judges what is said of harm: none, none that is serious, safe in pregnancy or at an age."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.bench import Record, verdict
from hairtx.engines.claims.judges.reported import texts
from hairtx.engines.claims.records import Finding, Verdict, Word
from hairtx.model.dates import Answer, happened_by
from hairtx.model.treatments import Decision, Warning

_NONE_SERIOUS = re.compile(r"\b(?:no|none|not one|without(?: any)?)\b[^.;]{0,30}\bserious (?:adverse|side|reaction|harm)", re.IGNORECASE)


def judge(finding: Finding, record: Record) -> Verdict:
    """“No side effects”: contradicted where the record has some; of one trial only that trial's own figures tell."""
    spared = _spared(finding, record)
    if spared:
        return spared
    for id_ in finding.trials:
        trial = record.lexicon.trials[id_]
        for outcome in trial.outcomes:
            if outcome.measure == "serious-adverse-events" and outcome.arms:
                events = sum(arm.events or 0 for arm in outcome.arms)
                return verdict(
                    "holds" if events == 0 else "contradicted", f"{trial.acronym or id_}: {events} serious adverse events", outcome.sources
                )
    if "serious_adverse_events" in finding.says:
        of_harm = [(one.text, one.sources) for one in record.treatment.statements if one.kind == "safety"]
        for text, sources in [*texts(record), *of_harm]:
            if _NONE_SERIOUS.search(text):
                return verdict("holds", text, sources)
    if finding.trials or finding.says.get("of_a_study") or ("serious_adverse_events" in finding.says and not finding.says.get("ever")):
        return verdict("unverifiable", "The record has no table of harms for this")
    safety = record.treatment.safety
    harms: list[Warning] = [*safety.serious, *safety.common] + ([safety.boxed_warning] if safety.boxed_warning else [])
    warned = [
        one
        for one in record.treatment.decisions
        if one.action == "warned"
        and one.pathway in {"safety-alert", "label-change"}
        and happened_by(record.day, one.date, one.known_by) is not Answer.NO
    ]
    if warned:
        return verdict("contradicted", f"A regulator warned {_dated(warned[-1])}: {warned[-1].note or 'safety alert'}", warned[-1].sources)
    if harms:
        return verdict("contradicted", harms[0].text, harms[0].sources)
    return verdict("unverifiable", "No harm is recorded; that is unknown, not harmless")


def _spared(finding: Finding, record: Record) -> Verdict | None:
    """“Safe in pregnancy”, “safe for children”: held against the label's own words on them; None where the claim is of neither."""
    safety, age = record.treatment.safety, finding.says.get("age")
    if finding.says.get("pregnant"):
        told = safety.pregnancy
        if told is None:
            return verdict("unverifiable", "The record says nothing of pregnancy")
        word: Word = (
            "contradicted"
            if told.advice in {"contraindicated", "avoid", "caution"}
            else "holds"
            if told.advice == "no-known-harm"
            else "unverifiable"
        )
        return verdict(word, f"{told.advice.replace('-', ' ').capitalize()}: {told.text}", told.sources)
    if age is not None:
        barred = next((one for one in safety.contraindications if one.excludes and (one.excludes.younger_than or 0) > age), None)
        if barred:
            return verdict("contradicted", barred.text, barred.sources)
        return verdict("unverifiable", "The record does not say whether it is safe at that age")
    return None


def _dated(one: Decision) -> str:
    return f"on {one.date}" if one.date else f"by {one.known_by}"
