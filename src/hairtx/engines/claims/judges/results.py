"""Judges what a treatment is said to do: held against its outcomes and appraisals, unverifiable where these are silent."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.bench import Record, verdict
from hairtx.engines.claims.records import Finding, Verdict, Word
from hairtx.model.dates import Answer, happened_by
from hairtx.model.treatments import Appraisal, Decision, Warning
from hairtx.model.trials import ArmResult, Outcome

_WEAK = {"very-low", "no-controlled-evidence"}
_SAME = 0.6
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?![\d])|(?<![\w.,])\d+(?:\.\d+)?(?![\d.]*\d)")
_ROUND = {float(one) for one in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 26, 36, 48, 50, 52, 100)}
"""Weeks, doses and round figures: alone they do not show that two texts speak of the same result."""
_NONE_SERIOUS = re.compile(r"\b(?:no|none|not one|without(?: any)?)\b[^.;]{0,30}\bserious (?:adverse|side|reaction|harm)", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|loss|los(?:e|ing)|relaps\w*|side|adverse|acne|headache|stopped|discontinu\w*|withdr[ae]w\w*|shed\w*)\b", re.IGNORECASE)
_KEPT = re.compile(r"\b(?:kept|keep|maintain\w*|stay\w*|remain\w*|still|held|lasted|later|after)\b", re.IGNORECASE)
_LATER = re.compile(r"maintained|recaptured|benefit")
_CONTROL = re.compile(r"\b(?:placebo|vehicle|sham|dummy|control|comparison|untreated|saline)\b", re.IGNORECASE)
_NO_THRESHOLD = r"(?!\s+(?:or more|scalp|of (?:their |the )?(?:scalp|hair)))"
"""What follows a figure that is a threshold of the measure (“80% or more of scalp hair”) and no result."""
_AGAINST = re.compile(r"significant(?:ly)?\b[^.;]{0,60}\b(?:placebo|vehicle|sham)\b")
_DENIED = re.compile(r"\b(?:not|no|nor|never|without|missed|failed)\b")


def judge(finding: Finding, record: Record) -> Verdict:
    """The verdict on the record's day."""
    says = finding.says
    if "adverse_events" in says or "serious_adverse_events" in says:
        return _harm(finding, record)
    told = _same_figures(finding, record)
    if told:
        return told
    appraisal = _appraisal(finding, record)
    counted = _counted(finding, record)
    if counted:
        return counted
    if says.get("shown_by_trials") is False:
        return _unshown(appraisal)
    if says.get("percent") is not None and not says.get("relative"):
        return _percent(finding, record)
    if says.get("hairs") is not None:
        return _hairs(finding, record)
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


def _same_figures(finding: Finding, record: Record) -> Verdict | None:
    """A text of the record with at least two of the figures that the sentence gives, and two thirds of them."""
    said = {round(one, 2) for one in finding.says.get("figures", ())}
    if len(said) < 2:
        return None
    texts = [*_texts(record), *((o.text, o.sources) for trial in record.trials.values() for o in trial.outcomes if o.text)]
    for text, sources in texts:
        held = [float(number.replace(",", "")) for number in _NUMBER.findall(text)]
        same = [figure for figure in said if any(figure in (number, int(number), round(number)) for number in held)]
        if len(same) >= max(2, 2 * len(said) / 3) and any(figure not in _ROUND for figure in same):
            return verdict("holds", text, sources)
    return None


def _appraisal(finding: Finding, record: Record) -> Appraisal | None:
    """What the record makes of the evidence for the condition named, else for the treatment's first."""
    held = record.treatment.appraisals
    fitting = [one for one in held if finding.condition and record.lexicon.within(one.condition, finding.condition)]
    people = finding.says.get("population")
    if people == "women":
        return next((one for one in held if "female" in one.condition or "women" in (one.population or "")), None)
    return (fitting or held or [None])[0]  # type: ignore[list-item]


def _counted(finding: Finding, record: Record) -> Verdict | None:
    """“Ten of sixteen”, where an arm or a text of the record has just that."""
    share = finding.says.get("share")
    if not share:
        return None
    some, all_ = share
    for name, outcome, arm in _arms(record, finding):
        if (arm.events, arm.n) == (some, all_):
            return verdict("holds", f"{name}, week {outcome.week:g}: {some} of {all_} in arm {arm.arm}", outcome.sources)
    return _told(record, [f"{some} of {all_}", f"{some} of the {all_}", f"{some} out of {all_}"], r"\b")


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


def _harm(finding: Finding, record: Record) -> Verdict:
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
        for text, sources in [*_texts(record), *of_harm]:
            if _NONE_SERIOUS.search(text):
                return verdict("holds", text, sources)
    if finding.trials or ("serious_adverse_events" in finding.says and not finding.says.get("ever")):
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


def _dated(one: Decision) -> str:
    return f"on {one.date}" if one.date else f"by {one.known_by}"


def _arms(record: Record, finding: Finding) -> list[tuple[str, Outcome, ArmResult]]:
    trials = {id_: record.lexicon.trials[id_] for id_ in finding.trials} or record.trials
    return [(one.acronym or id_, outcome, arm) for id_, one in trials.items() for outcome in one.outcomes for arm in outcome.arms]


def _comparable(record: Record, finding: Finding) -> list[tuple[str, Outcome, ArmResult]]:
    """The results that a share of people in a sentence may be of: the treatment's own arms or the control's, whichever it names; no
    harms, and nothing kept or lost later, unless it speaks of that."""
    sentence, found = finding.words, []
    trials = {id_: record.lexicon.trials[id_] for id_ in finding.trials} or record.trials
    of_control = bool(re.search(r"\bon (?:the )?(?:placebo|vehicle|sham)\b", sentence, re.IGNORECASE)) and "against" not in sentence
    for id_, trial in trials.items():
        whose = {arm.id: arm.treatment for arm in trial.arms}
        for outcome in trial.outcomes:
            measure = record.base.measures.get(outcome.measure)
            if measure and (measure.harm or (measure.better == "lower" and measure.kind == "binary")) and not _LOST.search(sentence):
                continue
            if _LATER.search(outcome.measure) and not _KEPT.search(sentence):
                continue
            for arm in outcome.arms:
                control = whose.get(arm.arm) in record.base.comparators
                if control == of_control or (control and _CONTROL.search(sentence)):
                    found.append((trial.acronym or id_, outcome, arm))
    return found


def _share(arm: ArmResult) -> float | None:
    if arm.percent is not None:
        return arm.percent
    return 100 * arm.events / arm.n if arm.events is not None and arm.n else None


def _has(figure: str, text: str) -> bool:
    """Whether a text gives a share as a result, and not as a threshold (“80% or more of scalp hair”)."""
    return bool(re.search(rf"(?<!at least) {re.escape(figure)}(?! (?:or more|scalp|of (?:the )?scalp|hair))", text))


def _percent(finding: Finding, record: Record) -> Verdict:
    said = finding.says["percent"]
    figures = said if isinstance(said, list) else [said]
    week = finding.says.get("week")
    for name, outcome, arm in _comparable(record, finding):
        held = _share(arm)
        if held is not None and (week is None or outcome.week == week) and any(abs(held - one) <= _SAME for one in figures):
            return verdict(
                "holds", f"{name}, week {outcome.week:g}: {held:.1f}% in arm {arm.arm} ({outcome.measure.replace('-', ' ')})", outcome.sources
            )
    shapes = [f"{one:g}%" for one in figures]
    for statement in record.treatment.statements:
        if statement.kind in {"efficacy", "label"} and any(_has(shape, statement.text) for shape in shapes):
            return verdict("holds", statement.text, statement.sources)
    told = _told(record, [f"{one:g}" for one in figures if one >= 10], r"\s?(?:%|per ?cent)")
    return told or verdict("unverifiable", "No outcome on record has this figure")


def _texts(record: Record) -> list[tuple[str, list[str]]]:
    """What the record says of effects in sentences, as far as it had happened by the day, each with its sources."""
    one = record.treatment
    texts = [(m.text, m.sources) for m in one.milestones if happened_by(record.day, m.date, m.known_by) is not Answer.NO]
    texts += [(a.text, a.sources) for a in one.appraisals]
    return texts + [(s.text, s.sources) for s in one.statements if s.kind in {"efficacy", "label"} and s.never_true is None]


def _told(record: Record, figures: list[str], unit: str) -> Verdict | None:
    """A milestone, an appraisal or a statement on effects with one of those figures; strengths are small and left out by the caller."""
    for text, sources in _texts(record):
        if any(re.search(rf"(?<!at least )(?<![\d.,]){re.escape(figure)}{unit}{_NO_THRESHOLD}", text) for figure in figures):
            return verdict("holds", text, sources)
    return None


def _hairs(finding: Finding, record: Record) -> Verdict:
    said = float(finding.says["hairs"])
    for name, outcome, arm in _arms(record, finding):
        if arm.mean is not None and abs(arm.mean - said) <= _SAME:
            word: Word = "unverifiable" if outcome.subgroup else "holds"
            return verdict(
                word,
                f"{name}, week {outcome.week:g}: {arm.mean:g} in arm {arm.arm}"
                + (f", in a subgroup only ({outcome.subgroup})" if outcome.subgroup else ""),
                outcome.sources,
            )
    return verdict("unverifiable", "No outcome on record has this figure")


def _endpoint(finding: Finding, record: Record, appraisal: Appraisal | None) -> Verdict:
    """A goal said to be met or missed, or no effect found."""
    said = bool(finding.says["met"])
    trials = {id_: record.lexicon.trials[id_] for id_ in finding.trials} or record.trials
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
