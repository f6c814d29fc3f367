"""`evidence` on the screen: what was pooled, forest plot, ranking, certainty, league table, direct comparisons, trials in and out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.evidence.agreement import Reviewed
from hairtx.engines.evidence.analysis import Effect
from hairtx.engines.evidence.answer import Answer
from hairtx.engines.evidence.splitting import Evidence
from hairtx.engines.evidence.studies import RATIOS, Measured
from hairtx.model.sources import Source
from hairtx.views.effect_words import EFFECT_NAMES, behind, estimate, in_people, interval, p_value, value
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.evidence_trials import chosen_by_rule, trials_in, trials_out
from hairtx.views.screen.forest import Bar, forest
from hairtx.views.screen.league import league
from hairtx.views.screen.reviewed import Words, summary
from hairtx.views.screen.reviewed import reviewed as beside
from hairtx.views.wording import at_week, certainty, named, number, plural, spaced


def evidence(answer: Answer, reviewed: Sequence[Reviewed], words: Words | None, sources: Mapping[str, Source], look: Look) -> RenderableType:
    """The whole page; `words` is None for somebody's own figures."""
    notes = Notes(sources)
    analysis, selected = answer.analysis, answer.selected
    size = f"{plural(len(analysis.studies), 'trial' if selected else 'study', None if selected else 'studies')}"
    size += f", {plural(answer.people, 'person', 'people')}" if answer.people else ""
    if selected and words:
        condition = named(selected.condition, words.conditions)
        head = f"{_sentence(condition)}: {named(selected.measure, words.measures)}, {at_week(selected.week)}"
    else:
        head = "Your figures"
    parts: list[RenderableType] = [blocks.title(head, size)]
    parts += [blocks.paragraph(line) for line in _said(answer)]
    effect = analysis.settings.effect
    parts.append(blocks.heading("Forest plot", f"{_effect_name(answer)} against {_reference(answer)}, 95% interval"))
    parts.append(forest([_bar(one, answer) for one in analysis.against_reference], effect in RATIOS, look))
    parts.append(blocks.paragraph(Text(_key(answer), style="dim"), 2))
    parts.append(blocks.heading("Ranking", "P-score: how sure it is better than the others, never how much; read with its certainty"))
    parts.append(blocks.items(_ranking(answer), mark=" "))
    parts.append(blocks.heading("How sure, and why", f"each against {_reference(answer)}"))
    parts.append(blocks.labelled(_why(answer), look, 34))
    parts.append(blocks.heading("Trials disagree?"))
    parts.append(blocks.paragraph(_heterogeneity(answer), 2))
    parts.append(blocks.heading("Direct comparisons", "what trials compared themselves"))
    parts.append(blocks.items(_comparisons(answer)))
    if len(analysis.nodes) > 2:
        parts.append(blocks.heading("League table", "the row's treatment against the column's"))
        parts.append(league(answer, look))
    if selected:
        parts.append(blocks.heading("Trials in", plural(len(selected.included), "trial")))
        parts.append(blocks.items(trials_in(selected, answer.names, notes)))
        parts.append(blocks.heading("Trials out", plural(len(selected.left), "trial")))
        parts.append(blocks.items(trials_out(selected)))
        if reviewed and words:
            parts.append(blocks.heading("Published meta-analyses of this measure", summary(reviewed)))
            parts += beside(reviewed, words, notes, sources)
        if answer.published:
            parts.append(blocks.heading("Also said of published networks", "set beside; their trials, weeks and doses differ from these"))
            parts.append(blocks.items(notes.text(f"{spaced(one.treatment)}: {one.text}", one.sources) for one in answer.published))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)


def _effect_name(answer: Answer) -> str:
    name = EFFECT_NAMES[answer.analysis.settings.effect]
    return f"{name} in people per 100" if answer.analysis.settings.effect == "rd" else f"{name} in {answer.unit}" if answer.unit else name


def _reference(answer: Answer) -> str:
    return answer.names[answer.analysis.reference]


def _said(answer: Answer) -> Iterator[str]:
    """What was done, and what the reader must know before the figures."""
    analysis, selected = answer.analysis, answer.selected
    model = "one common effect" if analysis.settings.model == "common" else f"random effects ({analysis.settings.method.upper()})"
    yield f"Network meta-analysis of {plural(len(analysis.nodes), 'treatment')}: {EFFECT_NAMES[analysis.settings.effect]}s, {model}."
    if selected:
        yield chosen_by_rule(selected)
        if selected.controls:
            yield f"Taken as one control: {', '.join(selected.controls)} (--separate-controls keeps them apart)."
    if answer.parts > 1:
        yield f"No trial connects the {answer.parts} parts of this network; this is part {answer.part}. Others: --part N."
    if answer.corrected:
        yield f"Zero cells: 0.5 was added to every cell of {', '.join(answer.corrected)}."
    if analysis.settings.effect in RATIOS and analysis.control_risk is not None and not answer.per_hundred:
        whom = "Nobody" if analysis.control_risk == 0 else "Everybody"
        yield (
            f"{whom} with {_reference(answer)} had the outcome: these ratios cannot be put as people per 100; "
            "--effect rd gives the difference in people per 100."
        )
    elif analysis.settings.effect == "rr" and any((one.treatment, one.comparator) not in answer.per_hundred for one in analysis.effects):
        yield "People per 100 are left out where a risk ratio would lead beyond 100 of 100 at the control groups' risk."
    if analysis.heterogeneity.tau2 is None:
        yield "No comparison was repeated, so how much trials differ cannot be told: intervals are narrower than they should be."


def _bar(one: Effect, answer: Answer) -> Bar:
    effect = answer.analysis.settings.effect
    held = answer.certainty[one.treatment, one.comparator]
    people = _people(one, answer)
    scale = 100 if effect == "rd" else 1
    return Bar(
        answer.names[one.treatment], scale * one.estimate, scale * one.low, scale * one.high,
        None if one.prediction_low is None else scale * one.prediction_low, None if one.prediction_high is None else scale * one.prediction_high,
        one.direct is not None, estimate(one, effect), people, certainty(held.word).removesuffix(" certainty"),
    )  # fmt: skip


def _sentence(words: str) -> str:
    """With a capital at the start and the rest as it is."""
    return words[:1].upper() + words[1:]


def _key(answer: Answer) -> str:
    analysis = answer.analysis
    side = "Right" if analysis.settings.better == "higher" else "Left"
    words = [f"{side} of the line is better.", "● compared by trials themselves, ○ by way of others"]
    if any(one.prediction_low is not None for one in analysis.effects):
        words.append("dots: where a new trial's true effect would fall")
    people = f" In 100: people who have the outcome beyond those who did with {_reference(answer)} in the same trials." if answer.per_hundred else ""
    return f"{words[0]} {'; '.join(words[1:])}.{people}"


def _ranking(answer: Answer) -> Iterator[Text]:
    effect = answer.analysis.settings.effect
    held = {one.treatment: one for one in answer.analysis.against_reference}
    for at, node in enumerate(answer.analysis.nodes, 1):
        text = Text(f"{at}. {answer.names[node.id]}", style="bold")
        told = [f"P-score {number(node.p_score, 2)}"]
        if node.id in held:
            one = held[node.id]
            told += [f"{EFFECT_NAMES[effect]} {estimate(one, effect)}", _people(one, answer)]
        else:
            told.append("the reference")
        told += [
            plural(node.trials, "trial"),
            plural(node.people, "person", "people") if node.people else "",
            certainty(answer.of_treatment[node.id].word),
        ]
        yield text.append(f"  {'; '.join(filter(None, told))}", style="not bold")


def _people(one: Effect, answer: Answer) -> str:
    """People per 100 beside a ratio; nothing beside a difference."""
    return in_people(answer.per_hundred.get((one.treatment, one.comparator))) if answer.analysis.settings.effect in RATIOS else ""


def _why(answer: Answer) -> Iterator[tuple[str, Text]]:
    effect = answer.analysis.settings.effect
    for one in answer.analysis.against_reference:
        pair = (one.treatment, one.comparator)
        held = answer.certainty[pair]
        people = in_people(answer.per_hundred.get(pair), long=True)
        text = Text(certainty(held.word), style="bold")
        text.append(f". {_sentence(_effect_name(answer))} {estimate(one, effect)}; {behind(one, answer)}", style="not bold")
        if people and effect in RATIOS:
            text.append(f"; {people}", style="not bold")
        yield answer.names[one.treatment], text.append(f". Why: {held.why}.", style="not bold")


def _heterogeneity(answer: Answer) -> str:
    spread = answer.analysis.heterogeneity
    if spread.tau2 is None or spread.i2 is None:
        return "Cannot be told: each comparison has been tested once."
    tau = f"tau² {value_of(spread.tau2)} ({spread.method.upper()}), I² {number(spread.i2, 0)}%"
    whole = f"Q {number(spread.total.value, 2)} on {spread.total.df} df, {p_value(spread.total.p)}"
    split = [
        f"{name} {number(one.value, 2)} on {one.df} df, {p_value(one.p)}"
        for name, one in (("within designs", spread.within), ("between designs (incoherence)", spread.between))
        if one.df
    ]
    return f"{tau}; {whole}{': ' if split else ''}{'; '.join(split)}."


def value_of(variance: float) -> str:
    """A variance with three digits."""
    return f"{variance:.3g}"


def _comparisons(answer: Answer) -> Iterator[Text]:
    """Each comparison that trials made, with direct and indirect evidence where both exist."""
    effect = answer.analysis.settings.effect
    for one in answer.analysis.effects:
        if not one.trials:
            continue
        text = Text(f"{answer.names[one.treatment]} against {answer.names[one.comparator]}: {behind(one, answer)}")
        if one.direct and one.indirect:
            told = f"; direct {_split(one.direct, effect)}, indirect {_split(one.indirect, effect)}, {p_value(one.incoherence_p)} for a disagreement"
            text.append(told)
            text.append(f"; {'; '.join(filter(None, (_people(one, answer), certainty(answer.certainty[one.treatment, one.comparator].word))))}")
        yield text


def _split(one: Evidence, effect: Measured) -> str:
    return f"{value(one.estimate, effect)} ({interval(one.low, one.high, effect)})"
