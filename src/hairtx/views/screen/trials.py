"""Trials on the screen: what was tested, and what each arm came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from hairtx.model.sources import Source
from hairtx.model.trials import ArmResult, Contrast, Trial
from hairtx.model.vocabulary import Condition, Measure
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import at_week, named, number, plural, signed, spaced


def trial_title(id_: str, trial: Trial, notes: Notes | None = None) -> Text:
    """A trial in one line: name, phase, people, sites, status and days."""
    text = Text(trial.acronym or id_, style="bold")
    facts = [id_ if trial.acronym else "", f"phase {trial.phase}" if trial.phase not in {"n/a", "preclinical"} else ""]
    people = plural(trial.n, "person", "people") if trial.n else f"{plural(trial.n_planned, 'person', 'people')} planned" if trial.n_planned else ""
    sites = plural(trial.sites, "site") if trial.sites else f"up to {plural(trial.sites_planned, 'site')} planned" if trial.sites_planned else ""
    days = "–".join(one.text for one in (trial.start, trial.completion) if one)
    facts += [people, sites, spaced(trial.status) if trial.status != "unknown" else "", days, trial.sponsor or ""]
    text.append(f"  {'; '.join(filter(None, facts))}", style="not bold")
    return text.append(notes.marks(trial.sources), style="dim not bold") if notes else text


def outcome_lines(trial: Trial, measures: Mapping[str, Measure], notes: Notes) -> Iterator[Text]:
    """One line for each outcome; a failed primary endpoint stands first and says so."""
    ordered = sorted(
        trial.outcomes, key=lambda one: (not (one.primary and one.met is False), not one.primary, one.subgroup is not None, one.measure, one.week)
    )
    labels = {arm.id: arm.label for arm in trial.arms}
    for outcome in ordered:
        measure = measures.get(outcome.measure)
        text = Text()
        if outcome.primary:
            text.append({True: "Primary endpoint met: ", False: "Primary endpoint not met: ", None: "Primary endpoint: "}[outcome.met], style="bold")
        text.append(f"{measure.name if measure else spaced(outcome.measure)}, {at_week(outcome.week)}")
        if outcome.subgroup:
            text.append(f" (subgroup: {outcome.subgroup})", style="italic")
        unit = f" {measure.unit}" if measure and measure.unit else ""
        arms = [f"{labels.get(one.arm, one.arm)} {figures(one, unit)}" for one in outcome.arms]
        if arms:
            text.append(": " + "; ".join(arms))
        for contrast in outcome.contrasts:
            if contrast.estimate is not None:
                text.append(
                    f"; {labels.get(contrast.arm, contrast.arm)} against {labels.get(contrast.against, contrast.against)}: {_difference(contrast)}"
                )
        if outcome.text:
            text.append(f". {outcome.text}")
        yield text.append(notes.marks(outcome.sources), style="dim")


def _difference(contrast: Contrast) -> str:
    """A reported difference with its interval."""
    estimate, low, high = contrast.estimate or 0.0, contrast.ci_low, contrast.ci_high
    differs = contrast.effect.endswith("difference")
    shown = [signed(value) if differs else number(value, 2) for value in (estimate, low or 0.0, high or 0.0)]
    interval = f", 95% CI {shown[1]} to {shown[2]}" if low is not None and high is not None else ""
    return f"{spaced(contrast.effect)} {shown[0]}{interval}"


def figures(one: ArmResult, unit: str) -> str:
    """An arm's figures as recorded."""
    if one.events is not None and one.n:
        return f"{one.events} of {one.n} ({number(100 * one.events / one.n)}%)"
    size = f" (n={one.n})" if one.n else ""
    if one.percent is not None:
        return f"{number(one.percent)}%{size}"
    if one.mean is None:
        return f"not given{size}"
    spread = ""
    if one.sd is not None:
        spread = f", SD {number(one.sd, 2)}"
    elif one.se is not None:
        spread = f", SE {number(one.se, 2)}"
    elif one.ci_low is not None and one.ci_high is not None:
        spread = f", 95% CI {number(one.ci_low, 2)} to {number(one.ci_high, 2)}"
    return f"{signed(one.mean, 2)}{unit}{spread}{size}"


MOST_IN_FULL = 60
_IN_BRIEF = "in brief; `hairtx trials NAME` gives arms, results and sources, --json all of it"


def _brief(id_: str, trial: Trial, conditions: Mapping[str, Condition]) -> Iterator[RenderableType]:
    yield trial_title(id_, trial)
    yield blocks.paragraph(Text(f"{named(trial.condition, conditions)}; {trial.title}", style="dim"), 2)


def trials(
    found: Mapping[str, Trial], measures: Mapping[str, Measure], conditions: Mapping[str, Condition], sources: Mapping[str, Source], look: Look
) -> RenderableType:
    """`trials` on the screen: each with its arms, results and sources, or, where they are more than anybody reads, in two lines each."""
    notes = Notes(sources)
    parts: list[RenderableType] = [blocks.title(plural(len(found), "trial"), _IN_BRIEF if len(found) > MOST_IN_FULL else "")]
    if len(found) > MOST_IN_FULL:
        return blocks.page([*parts, *(line for id_, trial in found.items() for line in _brief(id_, trial, conditions)), blocks.quiet()])
    for id_, trial in found.items():
        parts.append(blocks.paragraph(""))
        parts.append(trial_title(id_, trial, notes))
        about = "; ".join(filter(None, (trial.title, named(trial.condition, conditions), trial.design)))
        parts.append(blocks.paragraph(about, 2))
        if trial.arms:
            arms = ", ".join(f"{arm.label}{f' (n={arm.n})' if arm.n is not None else ''}" for arm in trial.arms)
            parts.append(blocks.paragraph(f"Arms: {arms}", 2))
        if trial.outcomes:
            parts.append(blocks.items(outcome_lines(trial, measures, notes), mark="–"))
        if trial.note:
            parts.append(blocks.paragraph(Text(trial.note, style="italic"), 2))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)
