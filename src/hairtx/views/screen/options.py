"""`options` on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.options import TIERS, Asked, Excluded, Option
from hairtx.model.sources import Source
from hairtx.model.vocabulary import Condition, Jurisdiction
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import advice, finding, named, plural, status_words

_MENOPAUSE = 55
_HEADS = {
    "approved-here": "Approved or cleared for this here",
    "elsewhere-or-off-label": "Approved elsewhere, or used off-label with evidence",
    "in-trials": "In trials now",
    "unknown-for-this-person": "Nothing is recorded for a person like this (which is no leave to use it)",
    "not-shown-to-work": "Tried and not shown to work",
    "no-reliable-evidence": "No reliable evidence for this",
}


def options(
    asked: Asked,
    found: Sequence[Option],
    excluded: Sequence[Excluded],
    conditions: Mapping[str, Condition],
    jurisdictions: Mapping[str, Jurisdiction],
    sources: Mapping[str, Source],
    look: Look,
) -> RenderableType:
    """The tiers, each treatment with what is known and its warnings in full, then what is ruled out and why."""
    notes = Notes(sources)
    person = [
        "pregnant" if asked.pregnant else "may become pregnant" if asked.may_become_pregnant else "",
        "breastfeeding" if asked.breastfeeding else "",
        asked.sex or "",
        f"aged {asked.age}" if asked.age is not None else "",
    ]
    where = ", ".join(named(code, jurisdictions) for code in asked.jurisdictions)
    parts: list[RenderableType] = [
        blocks.title(
            f"Options for {named(asked.condition, conditions)}", "; ".join(filter(None, (*person, where and f"in {where}", f"on {asked.day}")))
        )
    ]
    if not asked.jurisdictions:
        parts.append(Text("Say where you live with --in, and the first tier fills: approval differs by country.", style="yellow"))
    if asked.sex == "female" and not asked.pregnant and not asked.may_become_pregnant and (asked.age is None or asked.age < _MENOPAUSE):
        parts.append(Text("Where pregnancy is possible, add --may-become-pregnant: some of these can harm an unborn child.", style="yellow"))
    pointed = False
    for tier in TIERS:
        several = [one for one in found if one.tier == tier]
        if several:
            count = plural(len(several), "treatment")
            pointer = "" if tier in _FULL or pointed else ", in brief: `hairtx show NAME` gives what is known, with sources"
            pointed = pointed or bool(pointer)
            parts.append(blocks.heading(_HEADS[tier], count + pointer))
            parts += [_option(one, asked, notes) if tier in _FULL else _brief(one) for one in several]
    if excluded:
        parts.append(blocks.heading("Ruled out for this person", plural(len(excluded), "treatment")))
        rows: list[tuple[str, Text]] = [(one.treatment.name, notes.text(one.reason, one.sources)) for one in excluded]
        parts.append(blocks.labelled(rows, look, 22))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)


_FULL = {"approved-here", "elsewhere-or-off-label"}
"""Tiers that somebody may be given: told in full with every warning. The others are told in a line, their sources on their own pages."""


def _brief(one: Option) -> RenderableType:
    said = f" · {one.reason.rstrip('.')}" if one.tier in {"in-trials", "unknown-for-this-person"} or "; " in one.reason else ""
    text = Text(one.treatment.name, style="bold").append(f"  {one.id}{said}", style="dim not bold")
    if one.appraisal and one.tier != "in-trials":
        text.append(f". {finding(one.appraisal.direction, one.appraisal.certainty)}.", style="not bold")
    return blocks.paragraph(text, 2)


def _option(one: Option, asked: Asked, notes: Notes) -> RenderableType:
    treatment = one.treatment
    text = Text(treatment.name, style="bold").append(f"  {one.id} · {one.reason}\n", style="dim not bold")
    if one.standing:
        text.append(f"{status_words(one.standing)}{notes.marks(one.standing.sources)}\n", style="not bold")
    if one.appraisal:
        words = f"{finding(one.appraisal.direction, one.appraisal.certainty)}. {one.appraisal.text}"
        text.append(words + notes.marks(one.appraisal.sources), style="not bold")
    else:
        text.append(treatment.bottom_line.text + notes.marks(treatment.bottom_line.sources), style="not bold")
    safety = treatment.safety
    if safety.boxed_warning:
        text.append(f"\nBoxed warning: {safety.boxed_warning.text}{notes.marks(safety.boxed_warning.sources)}", style="bold red")
    for held in safety.contraindications:
        where = f" ({held.jurisdiction})" if held.jurisdiction else ""
        text.append(f"\nNot for{where}: {held.text}{notes.marks(held.sources)}", style="not bold")
    if safety.pregnancy:
        text.append(f"\nPregnancy: {advice(safety.pregnancy.advice, safety.pregnancy.text)}{notes.marks(safety.pregnancy.sources)}", style="not bold")
    elif asked.sex != "male":
        text.append("\nPregnancy: nothing is recorded.", style="not bold")
    return blocks.paragraph(text, 2)
