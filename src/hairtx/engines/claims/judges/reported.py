"""Figures that a sentence reports, looked for among the outcomes of trials and the texts of a record."""

from __future__ import annotations

import re

from hairtx.engines.claims.judges.bench import Record, verdict
from hairtx.engines.claims.records import Finding, Verdict, Word
from hairtx.model.dates import Answer, happened_by
from hairtx.model.trials import ArmResult, Outcome
from hairtx.model.value import replace

_SAME = 0.6
_EXACT = 0.051
"""How far a figure with a decimal may lie from that of the record; a whole number may be rounded."""
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?![\d])|(?<![\w.,])\d+(?:\.\d+)?(?![\d.]*\d)")
_ROUND = {float(one) for one in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 26, 36, 48, 50, 52, 100)}
"""Weeks, doses and round figures: alone they do not show that two texts speak of the same result."""
_LOST = re.compile(r"\b(?:lost|loss|los(?:e|ing)|relaps\w*|side|adverse|acne|headache|stopped|discontinu\w*|withdr[ae]w\w*|shed\w*)\b", re.IGNORECASE)
_KEPT = re.compile(r"\b(?:kept|keep|maintain\w*|stay\w*|remain\w*|still|held|lasted|later|after)\b", re.IGNORECASE)
_LATER = re.compile(r"maintained|recaptured|benefit")
_CONTROL = re.compile(r"\b(?:placebo|vehicle|sham|dummy|control|comparison|untreated|saline)\b", re.IGNORECASE)
_NO_THRESHOLD = r"(?!\s+(?:or more|scalp|of (?:their |the )?(?:scalp|hair)))"
"""What follows a figure that is a threshold of the measure (“80% or more of scalp hair”) and no result."""


def same_figures(finding: Finding, record: Record) -> Verdict | None:
    """A text of the record with at least two of the figures that the sentence gives, and two thirds of them."""
    said = {round(one, 2) for one in finding.says.get("figures", ())}
    if len(said) < 2:
        return None
    told = [*texts(record), *((o.text, o.sources) for trial in record.trials.values() for o in trial.outcomes if o.text)]
    for text, sources in told:
        held = [float(number.replace(",", "")) for number in _NUMBER.findall(text)]
        same = [figure for figure in said if any(figure in (number, int(number), round(number)) for number in held)]
        if len(same) >= max(2, 2 * len(said) / 3) and any(figure not in _ROUND for figure in same):
            return verdict("holds", text, sources)
    return None


def counted(finding: Finding, record: Record) -> Verdict | None:
    """“Ten of sixteen”, where an arm or a text of the record has just that."""
    share = finding.says.get("share")
    if not share:
        return None
    some, all_ = share
    for name, outcome, arm in _arms(record, finding):
        if (arm.events, arm.n) == (some, all_):
            return verdict("holds", f"{name}, week {outcome.week:g}: {some} of {all_} in arm {arm.arm}", outcome.sources)
    return _told(record, [f"{some} of {all_}", f"{some} of the {all_}", f"{some} out of {all_}"], r"\b")


def _arms(record: Record, finding: Finding) -> list[tuple[str, Outcome, ArmResult]]:
    trials = record.trials_for(finding)
    return [(one.acronym or id_, outcome, arm) for id_, one in trials.items() for outcome in one.outcomes for arm in outcome.arms]


def _comparable(record: Record, finding: Finding) -> list[tuple[str, Outcome, ArmResult]]:
    """The results that a share of people in a sentence may be of: the treatment's own arms or the control's, whichever it names; no
    harms, and nothing kept or lost later, unless it speaks of that."""
    sentence, found = finding.words, []
    trials = record.trials_for(finding)
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
                if not control and whose.get(arm.arm) not in {None, record.id}:
                    # The arm of another treatment tells nothing of this one.
                    continue
                if control == of_control or (control and _CONTROL.search(sentence)):
                    found.append((trial.acronym or id_, outcome, arm))
    return found


def _slack(figure: float) -> float:
    return _SAME if figure == int(figure) else _EXACT


def _share(arm: ArmResult) -> float | None:
    if arm.percent is not None:
        return arm.percent
    return 100 * arm.events / arm.n if arm.events is not None and arm.n else None


def _has(figure: str, text: str) -> bool:
    """Whether a text gives a share as a result, and not as a threshold (“80% or more of scalp hair”)."""
    return bool(re.search(rf"(?<!at least) {re.escape(figure)}(?! (?:or more|scalp|of (?:the )?scalp|hair))", text))


def percent(finding: Finding, record: Record) -> Verdict:
    """A share of people, held against the arms that it may be of and against what the record tells in words."""
    said = finding.says["percent"]
    figures = said if isinstance(said, list) else [said]
    week = finding.says.get("week")
    for name, outcome, arm in _comparable(record, finding):
        held = _share(arm)
        if held is not None and (week is None or outcome.week == week) and any(abs(held - one) <= _slack(one) for one in figures):
            return verdict(
                "holds", f"{name}, week {outcome.week:g}: {held:.1f}% in arm {arm.arm} ({outcome.measure.replace('-', ' ')})", outcome.sources
            )
    for name, outcome, arm in _arms(record, finding):
        measure = record.base.measures.get(outcome.measure)
        if measure and measure.unit == "%" and arm.mean is not None and any(abs(abs(arm.mean) - one) <= _slack(one) for one in figures):
            return verdict("holds", f"{name}, week {outcome.week:g}: {arm.mean:g}% in arm {arm.arm} ({measure.name})", outcome.sources)
    shapes = [f"{one:g}%" for one in figures]
    for statement in record.treatment.statements:
        if statement.kind in {"efficacy", "label"} and any(_has(shape, statement.text) for shape in shapes):
            return verdict("holds", statement.text, statement.sources)
    told = _told(record, [f"{one:g}" for one in figures if one >= 10], r"\s?(?:%|per ?cent)")
    return told or verdict("unverifiable", "No outcome on record has this figure")


def texts(record: Record) -> list[tuple[str, list[str]]]:
    """What the record says of effects in sentences, as far as it had happened by the day, each with its sources."""
    one = record.treatment
    texts = [(m.text, m.sources) for m in one.milestones if happened_by(record.day, m.date, m.known_by) is not Answer.NO]
    texts += [(a.text, a.sources) for a in one.appraisals]
    return texts + [(s.text, s.sources) for s in one.statements if s.kind in {"efficacy", "label"} and s.never_true is None]


def _told(record: Record, figures: list[str], unit: str) -> Verdict | None:
    """A milestone, an appraisal or a statement on effects with one of those figures; strengths are small and left out by the caller."""
    for text, sources in texts(record):
        if any(re.search(rf"(?<!at least )(?<![\d.,]){re.escape(figure)}{unit}{_NO_THRESHOLD}", text) for figure in figures):
            return verdict("holds", text, sources)
    return None


def hairs(finding: Finding, record: Record) -> Verdict:
    """A change in hair count, held against the means of the arms."""
    said = float(finding.says["hairs"])
    for name, outcome, arm in _arms(record, finding):
        if arm.mean is not None and abs(arm.mean - said) <= _slack(said):
            word: Word = "unverifiable" if outcome.subgroup else "holds"
            return verdict(
                word,
                f"{name}, week {outcome.week:g}: {arm.mean:g} in arm {arm.arm}"
                + (f", in a subgroup only ({outcome.subgroup})" if outcome.subgroup else ""),
                outcome.sources,
            )
    trials = record.trials_for(finding)
    for id_, one in trials.items():
        for outcome in one.outcomes:
            for contrast in outcome.contrasts:
                if contrast.estimate is not None and abs(abs(contrast.estimate) - said) <= _slack(said):
                    line = f"{one.acronym or id_}, week {outcome.week:g}: a difference of {contrast.estimate:g} is reported"
                    return verdict("holds", line, outcome.sources)
    told = _told(record, [f"{said:g}"], r"(?= (?:more )?(?:terminal |non-?vellus |total )?hairs?\b)")
    if told:
        return replace(told, word="unverifiable") if "subgroup" in told.now else told
    return verdict("unverifiable", "No outcome on record has this figure")
