"""`show` on the screen: the bottom line first, then status, evidence, safety, what is unknown, and the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.dossier import Dossier
from hairtx.model.treatments import Statement
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.names import Names
from hairtx.views.screen.status_section import status_section
from hairtx.views.screen.trials import outcome_lines, trial_title
from hairtx.views.wording import advice, certainty, finding, named, plural, spaced, when

SECTIONS = ("summary", "status", "evidence", "trials", "safety", "use", "history", "unknown", "names", "sources")
_MOST_TRIALS = 15


def treatment(dossier: Dossier, names: Names, look: Look, sections: tuple[str, ...] = ()) -> RenderableType:
    """The page; `sections` limits it to those named."""
    notes = Notes(dossier.sources)
    writers: dict[str, Callable[[Dossier, Names, Look, Notes], Iterator[RenderableType]]] = {
        "summary": _summary, "status": partial(status_section, whole=bool(sections)), "evidence": _evidence,
        "trials": partial(_trials, whole=bool(sections)), "safety": _safety,
        "use": _use, "history": _history, "unknown": _unknown, "names": _names,
    }  # fmt: skip
    parts: list[RenderableType] = list(_head(dossier, names))
    for section, write in writers.items():
        if not sections or section in sections:
            parts += write(dossier, names, look, notes)
    parts += notes.block(look)
    parts += _foot(dossier)
    return blocks.page(parts)


def _head(dossier: Dossier, names: Names) -> Iterator[RenderableType]:
    one = dossier.treatment
    families = [names.families[id_].name for id_ in one.families if id_ in names.families]
    yield blocks.title(one.name, " · ".join([spaced(one.kind), *([one.class_] if one.class_ else []), *families]))
    yield Text(one.summary)
    if dossier.past:
        yield Text(f"As it was known on {dossier.day}.", style="bold yellow")
    if dossier.also:
        others = ", ".join(f"{names.treatments.get(id_, id_)} (hairtx show {id_})" for id_ in dossier.also)
        yield Text(f"The name is shared with: {others}", style="yellow")


def _summary(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    line = dossier.treatment.bottom_line
    yield blocks.heading("Bottom line")
    if dossier.known.bottom_line_withheld:
        yield blocks.paragraph(Text("Today's bottom line rests on later sources and is withheld here.", style="italic"), 2)
    else:
        yield blocks.paragraph(notes.text(line.text, line.sources, "bold"), 2)
        yield blocks.paragraph(Text(certainty(line.certainty)), 2)


def _evidence(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    one = dossier.treatment
    said = _of(one.statements, "mechanism", "efficacy", "guideline")
    if not one.appraisals and not said:
        return
    yield blocks.heading("Evidence")
    rows: list[tuple[str, Text]] = []
    for appraisal in one.appraisals:
        label = named(appraisal.condition, names.conditions).capitalize()
        if appraisal.population:
            label += f", {named(appraisal.population, names.populations)}"
        text = Text(f"{finding(appraisal.direction, appraisal.certainty)}. ", style="bold")
        rows.append((label, text.append_text(notes.text(appraisal.text, appraisal.sources, "not bold"))))
    yield blocks.labelled(rows, look, 24)
    for kind, label in (("efficacy", "What was found"), ("guideline", "Guidelines"), ("mechanism", "How it is thought to work")):
        several = _of(one.statements, kind)
        if several:
            yield blocks.paragraph(Text(label, style="bold"), 2)
            yield blocks.items((_statement(s, names, notes) for s in several), indent=4)


def _trials(dossier: Dossier, names: Names, look: Look, notes: Notes, *, whole: bool) -> Iterator[RenderableType]:
    trials = dossier.known.trials
    if not trials:
        return
    yield blocks.heading("Trials", plural(len(trials), "trial"))
    shown = sorted(trials.items(), key=lambda pair: (not pair[1].outcomes, pair[0]))
    if not whole and len(shown) > _MOST_TRIALS:
        # The largest with figures tell most; the rest has a command of its own.
        shown = sorted(shown, key=lambda pair: (not pair[1].outcomes, -(pair[1].n or 0)))[:_MOST_TRIALS]
    for id_, trial in shown:
        yield blocks.paragraph(trial_title(id_, trial, notes), 2)
        if trial.outcomes:
            yield blocks.items(outcome_lines(trial, names.measures, notes), mark="–", indent=4)
    if len(shown) < len(trials):
        yield blocks.paragraph(Text(f"The largest with results; all {len(trials)}: hairtx trials {dossier.id}", style="dim"), 2)


def _safety(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    safety, said = dossier.treatment.safety, _of(dossier.treatment.statements, "safety")
    rows: list[tuple[str, Text]] = []
    if safety.boxed_warning:
        where = f" ({safety.boxed_warning.jurisdiction})" if safety.boxed_warning.jurisdiction else ""
        rows.append((f"Boxed warning{where}", notes.text(safety.boxed_warning.text, safety.boxed_warning.sources, "bold red")))
    rows += [("Not for" if at == 0 else "", notes.text(w.text, w.sources)) for at, w in enumerate(safety.contraindications)]
    if safety.pregnancy:
        words = advice(safety.pregnancy.advice, safety.pregnancy.text)
        rows.append(("Pregnancy", notes.text(words, safety.pregnancy.sources, "bold")))
    rows += [("Serious" if at == 0 else "", notes.text(w.text, w.sources)) for at, w in enumerate(safety.serious)]
    rows += [("Common" if at == 0 else "", notes.text(w.text, w.sources)) for at, w in enumerate(safety.common)]
    rows += [("Also" if at == 0 else "", _statement(s, names, notes)) for at, s in enumerate(said)]
    yield blocks.heading("Safety", "as known today" if dossier.past else "")
    yield blocks.labelled(rows, look) if rows else blocks.paragraph("Nothing is recorded. That is unknown, not harmless.", 2)


_USE = (
    ("dosing", "How it is used"), ("onset", "How soon it acts"), ("stopping", "On stopping"), ("label", "Label"),
    ("availability", "Availability"), ("cost", "Cost"),
)  # fmt: skip


def _use(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    rows: list[tuple[str, Text]] = []
    for kind, label in _USE:
        for at, one in enumerate(_of(dossier.treatment.statements, kind)):
            rows.append((label if at == 0 else "", _statement(one, names, notes)))
    if rows:
        yield blocks.heading("Use")
        yield blocks.labelled(rows, look)


def _history(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    told = [event for event in dossier.events if event.kind not in {"decision", "trial"} or event.jurisdiction is None]
    rows: list[tuple[str, Text]] = [
        (f"{event.date}{' (reported)' if event.reported else ''}", notes.text(event.text, event.sources)) for event in told
    ]
    said = _of(dossier.treatment.statements, "history")
    if not rows and not said:
        return
    yield blocks.heading("History")
    yield blocks.labelled(rows, look, 12)
    if said:
        yield blocks.items((_statement(s, names, notes) for s in said), indent=2)


def _unknown(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    known = dossier.known
    if dossier.treatment.open_questions and not dossier.past:
        yield blocks.heading("What nobody could find")
        yield blocks.items((Text(question) for question in dossier.treatment.open_questions), mark="?")
    if dossier.past and known.undated:
        yield blocks.heading("Undated", "may have been so by then, may have come later")
        rows: list[tuple[str, Text]] = [(when(one.date), notes.text(one.text, one.sources)) for one in known.undated]
        yield blocks.labelled(rows, look, 12)


def _names(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    one = dossier.treatment
    called: dict[str, list[str]] = {}
    for kind, name in one.names.all():
        called.setdefault("foreign" if kind.startswith("foreign") else kind, []).append(name)
    rows: list[tuple[str, Text]] = [
        (label, Text(", ".join(called[kind])))
        for kind, label in (
            ("generic", "Substance"),
            ("brand", "Brands"),
            ("code", "Codes"),
            ("common", "Also called"),
            ("foreign", "Elsewhere"),
            ("former", "Formerly"),
        )
        if kind in called
    ]
    if one.products:
        rows.append(("Products", Text("; ".join(f"{p.name}{f' ({p.holder})' if p.holder else ''}" for p in one.products))))
    if one.companies:
        rows.append(("Companies", Text(", ".join(one.companies))))
    if rows:
        yield blocks.heading("Names")
        yield blocks.labelled(rows, look)


def _foot(dossier: Dossier) -> Iterator[RenderableType]:
    withheld = {kind: count for kind, count in dossier.known.withheld.items() if count}
    if dossier.past and withheld:
        counted = ", ".join(plural(count, kind.removesuffix("s"), kind) for kind, count in withheld.items())
        yield blocks.paragraph(Text(f"\nWithheld because they came later: {counted}.", style="dim"))
    reviewed = dossier.treatment.reviewed
    yield blocks.paragraph(Text(f"\nSecond reading: {reviewed}." if reviewed else "\nNot yet read by a second reader.", style="dim"))
    yield Text("Information, not advice: talk to a doctor or pharmacist about your own case.", style="dim")


def _of(statements: list[Statement], *kinds: str) -> list[Statement]:
    return [one for one in statements if one.kind in kinds]


def _statement(one: Statement, names: Names, notes: Notes) -> Text:
    days = period(one)
    where = named(one.jurisdiction, names.jurisdictions)
    aside = ", ".join(filter(None, (where, days)))
    text = Text(one.text)
    if one.never_true:
        text = Text("Never true: ", style="bold").append(one.text, style="strike").append(f" {one.never_true}", style="not bold")
    if aside:
        text.append(f" ({aside})", style="dim")
    return text.append(notes.marks(one.sources), style="dim")


def period(one: Statement) -> str:
    """The time for which a statement holds, as words."""
    if one.since and one.until:
        return f"{one.since} to {one.until}"
    if one.until:
        return f"until {one.until}"
    return f"since {one.since}" if one.since else ""
