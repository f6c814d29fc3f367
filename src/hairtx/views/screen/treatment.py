"""`show` on the screen: the bottom line first, then status, evidence, safety, what is unknown, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.dossier import Dossier
from hairtx.engines.status import Standing, led_to
from hairtx.engines.timeline import told
from hairtx.model.treatments import Statement
from hairtx.model.value import Value
from hairtx.model.vocabulary import Authority, Condition, Family, Jurisdiction, Measure, Population
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.screen.standing import gathered, place, status_line
from hairtx.views.screen.trials import outcome_lines, trial_title
from hairtx.views.wording import advice, certainty, finding, named, plural, spaced, when

SECTIONS = ("summary", "status", "evidence", "trials", "safety", "use", "history", "unknown", "names", "sources")


class Names(Value, frozen=True):
    """The vocabulary's names that a page needs."""

    conditions: Mapping[str, Condition]
    populations: Mapping[str, Population]
    jurisdictions: Mapping[str, Jurisdiction]
    measures: Mapping[str, Measure]
    families: Mapping[str, Family]
    authorities: Mapping[str, Authority]
    treatments: Mapping[str, str]


def treatment(dossier: Dossier, names: Names, look: Look, sections: tuple[str, ...] = ()) -> RenderableType:
    """The page; `sections` limits it to those named."""
    notes = Notes(dossier.sources)
    writers = {
        "summary": _summary, "status": _status, "evidence": _evidence, "trials": _trials, "safety": _safety,
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


def _status(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    yield blocks.heading("Status", f"on {dossier.day}")
    if not dossier.standings:
        yield blocks.paragraph("No decision of any authority is recorded. That is unknown, not “no”.", 2)
    other = [row for row in dossier.standings if row.condition and row.condition in names.conditions and names.conditions[row.condition].other_use]
    yield _places([row for row in dossier.standings if row not in other], names, look, notes)
    if other:
        yield blocks.paragraph(Text("Other uses of the same product (no approval for hair loss)", style="bold"), 2)
        yield _places(other, names, look, notes)
    aside = [one for one in dossier.treatment.decisions if led_to(one) is None]
    if aside:
        yield blocks.paragraph(Text("Warnings, rulings and recommendations (they change no approval)", style="bold"), 2)
        yield blocks.labelled([(when(one.date or one.known_by), notes.text(told(one, names.authorities), one.sources)) for one in aside], look, 12)
    if dossier.uncertain:
        yield blocks.paragraph(
            Text(
                f"{plural(len(dossier.uncertain), 'decision')} may or may not have been taken by then: the day is not known, or only roughly.", "dim"
            ),
            2,
        )
    stages: list[tuple[str, Text]] = []
    for stage in dossier.stages:
        words = spaced(stage.entry.stage) + (f" since {stage.entry.since}" if stage.entry.since else "")
        if stage.silent:
            words += f"; silent: last dated sign of life {when(stage.last_sign)}"
        stages.append((named(stage.entry.condition, names.conditions).capitalize(), notes.text(words, stage.entry.sources)))
    if stages:
        yield blocks.heading("Development")
        yield blocks.labelled(stages, look, 24)


def _places(rows: list[Standing], names: Names, look: Look, notes: Notes) -> RenderableType:
    lines: list[tuple[str, Text]] = []
    last = ""
    for group in gathered(rows):
        where = place(group[0].jurisdiction, names.jurisdictions)
        lines.append(("" if where == last else where, status_line(group, names.conditions, names.populations, notes)))
        last = where
    return blocks.labelled(lines, look)


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


def _trials(dossier: Dossier, names: Names, look: Look, notes: Notes) -> Iterator[RenderableType]:
    trials = dossier.known.trials
    if not trials:
        return
    yield blocks.heading("Trials", plural(len(trials), "trial"))
    for id_, trial in sorted(trials.items(), key=lambda pair: (not pair[1].outcomes, pair[0])):
        yield blocks.paragraph(trial_title(id_, trial, notes), 2)
        if trial.outcomes:
            yield blocks.items(outcome_lines(trial, names.measures, notes), mark="–", indent=4)


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
