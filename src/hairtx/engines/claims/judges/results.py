"""Judges what a treatment is said to do: held against its outcomes and appraisals, unverifiable where these are silent."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges import harms, reported
from hairtx.engines.claims.judges.bench import Record, verdict
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.treatments import Appraisal
from hairtx.model.value import replace

_WEAK = {"very-low", "no-controlled-evidence"}
_AGAINST = re.compile(r"significant(?:ly)?\b[^.;]{0,60}\b(?:placebo|vehicle|sham)\b")
_DENIED = re.compile(r"\b(?:not|no|nor|never|without|missed|failed)\b")


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day."""
    says = finding.says
    if "adverse_events" in says or "serious_adverse_events" in says:
        return harms.judge(finding, record)
    told = reported.same_figures(finding, record)
    if told:
        return told
    appraisal = _appraisal(finding, record)
    counted = reported.counted(finding, record)
    if counted:
        return counted
    if says.get("shown_by_trials") is False:
        return _unshown(appraisal)
    if says.get("percent") is not None and not says.get("relative"):
        return reported.percent(finding, record)
    if says.get("hairs") is not None:
        return reported.hairs(finding, record)
    if "met" in says:
        return _endpoint(finding, record, appraisal)
    if says.get("clinical_studies") == 0:
        return _studies(record, appraisal)
    figures = says.get("significant") and says.get("vs") == "placebo"
    if says.get("clinically_shown") and appraisal and not figures:
        return _shown(appraisal)
    if (says.get("significant") and says.get("vs") == "placebo") or (says.get("comparison") and says.get("vs") == "placebo"):
        return _significant(finding, record, appraisal)
    return verdict(
        "unverifiable",
        f"Not on record in these words: {appraisal.text}" if appraisal else "No result on record answers this",
        appraisal.sources if appraisal else (),
    )


def _appraisal(finding: Finding, record: Record) -> Appraisal | None:
    """What the record makes of the evidence for the condition named, else for the treatment's first."""
    held = record.treatment.appraisals
    fitting = [one for one in held if finding.condition and record.lexicon.within(one.condition, finding.condition)]
    people = finding.says.get("population")
    if people == "women":
        return next((one for one in held if "female" in one.condition or "women" in (one.population or "")), None)
    return (fitting or held or [None])[0]  # type: ignore[list-item]


def _unshown(appraisal: Appraisal | None) -> Verdict:
    """A denial that any trial showed an effect, held against what the record makes of all trials."""
    if appraisal and (appraisal.direction == "no-benefit" or appraisal.certainty in _WEAK):
        return verdict("holds", appraisal.text, appraisal.sources)
    if appraisal and appraisal.direction == "benefit" and appraisal.certainty in {"high", "moderate"}:
        return verdict("contradicted", appraisal.text, appraisal.sources)
    return verdict("unverifiable", appraisal.text if appraisal else "The record does not say", appraisal.sources if appraisal else ())


def _shown(appraisal: Appraisal) -> Verdict:
    if appraisal.direction in {"no-benefit", "harm"} or appraisal.certainty in _WEAK:
        return verdict("contradicted", appraisal.text, appraisal.sources)
    if appraisal.direction == "benefit" and appraisal.certainty in {"high", "moderate"}:
        return verdict("holds", appraisal.text, appraisal.sources)
    return verdict("unverifiable", appraisal.text, appraisal.sources)


def _endpoint(finding: Finding, record: Record, appraisal: Appraisal | None) -> Verdict:
    """A goal said to be met or missed, or no effect found."""
    said = bool(finding.says["met"])
    trials = record.trials_for(finding)
    known = [(one.acronym or id_, outcome) for id_, one in trials.items() for outcome in one.outcomes if outcome.primary and outcome.met is not None]
    phase = finding.says.get("phase")
    if phase:
        known = [
            (name, outcome) for name, outcome in known if any((one.acronym or id_) == name and one.phase == phase for id_, one in trials.items())
        ]
    answers = {outcome.met for _, outcome in known}
    if len(answers) == 1:
        name, outcome = known[0]
        met = answers.pop()
        return verdict("holds" if met == said else "contradicted", f"{name}: primary endpoint {'met' if met else 'missed'}", outcome.sources)
    if appraisal and not phase and appraisal.certainty not in _WEAK and appraisal.direction in {"benefit", "no-benefit"}:
        return verdict("holds" if (appraisal.direction == "benefit") == said else "contradicted", appraisal.text, appraisal.sources)
    return verdict("unverifiable", appraisal.text if appraisal else "No endpoint is on record", appraisal.sources if appraisal else ())


def _studies(record: Record, appraisal: Appraisal | None) -> Verdict:
    """“No clinical studies”: told only for the treatment as a whole."""
    randomised = [id_ for id_, one in record.trials.items() if one.outcomes and len(one.arms) > 1]
    if appraisal and appraisal.certainty == "no-controlled-evidence":
        return verdict("holds", appraisal.text, appraisal.sources)
    if randomised and len(record.treatment.products) <= 1:
        return verdict("contradicted", f"Controlled trials are on record: {', '.join(randomised[:3])}", record.trials[randomised[0]].sources)
    return verdict("unverifiable", appraisal.text if appraisal else "The record does not say", appraisal.sources if appraisal else ())


def _significant(finding: Finding, record: Record, appraisal: Appraisal | None) -> Verdict:
    if finding.polarity == "negated":
        return _endpoint(replace(finding, says={**finding.says, "met": False}), record, appraisal)
    met = [(id_, outcome) for id_, one in record.trials.items() for outcome in one.outcomes if outcome.primary and outcome.met]
    missed = [outcome for one in record.trials.values() for outcome in one.outcomes if outcome.primary and outcome.met is False]
    if met and not missed:
        return verdict("holds", f"{record.trials[met[0][0]].acronym or met[0][0]}: primary endpoint met", met[0][1].sources)
    if appraisal and appraisal.direction == "benefit" and appraisal.certainty in {"high", "moderate"}:
        return verdict("holds", appraisal.text, appraisal.sources)
    if appraisal and appraisal.direction == "no-benefit":
        return verdict("contradicted", appraisal.text, appraisal.sources)
    for one in record.treatment.statements:
        said = one.text.lower()
        if one.kind == "efficacy" and finding.says.get("significant") and _AGAINST.search(said) and not _DENIED.search(said):
            return verdict("holds", one.text, one.sources)
    return verdict("unverifiable", appraisal.text if appraisal else "No outcome on record answers this", appraisal.sources if appraisal else ())
