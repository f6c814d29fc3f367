"""The answer of `hairtx evidence`: one network chosen or read, analysed, and judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hairtx.engines.evidence.absolute import PerHundred, per_hundred
from hairtx.engines.evidence.analysis import Analysis, Effect, Model, Settings, analyse, choose_part
from hairtx.engines.evidence.candidates import Book, Left, Wanted
from hairtx.engines.evidence.certainty import Certainty, certainties, of_treatments
from hairtx.engines.evidence.grounds import record_of
from hairtx.engines.evidence.heterogeneity import Method
from hairtx.engines.evidence.network import parts
from hairtx.engines.evidence.nodes import CONTROL
from hairtx.engines.evidence.own_data import effect_of, studies_of
from hairtx.engines.evidence.published import Published
from hairtx.engines.evidence.selection import Selected, select
from hairtx.engines.evidence.studies import Measured, Study
from hairtx.model.arms import StudyArm, StudyContrast
from hairtx.model.naming import key
from hairtx.model.value import Value, replace
from hairtx.model.words import Better


class Asked(Value, frozen=True):
    """How to analyse what was chosen; None leaves it to the rule. `important` is on the analysis scale."""

    reference: str | None = None
    model: Model = "random"
    method: Method = "reml"
    part: int | None = None
    important: float | None = None


class Answer(Value, frozen=True):
    """An analysis with its certainties. `selected` is None for somebody's own data; `names` are the treatments' names by node id.

    `parts` is how many networks the studies formed, of which `part` is shown.
    """

    analysis: Analysis
    certainty: dict[tuple[str, str], Certainty]
    of_treatment: dict[str, Certainty]
    per_hundred: dict[tuple[str, str], PerHundred]
    names: dict[str, str]
    parts: int
    part: int
    selected: Selected | None = None
    measure_name: str | None = None
    unit: str | None = None
    published: tuple[Published, ...] = ()

    @property
    def people(self) -> int:
        """Everybody in the network."""
        return sum(study.people for study in self.analysis.studies)

    @property
    def corrected(self) -> tuple[str, ...]:
        """The studies whose cells got 0.5."""
        return tuple(study.name for study in self.analysis.studies if study.corrected)

    def behind(self, one: Effect) -> int:
        """Everybody in the studies that weigh in a comparison."""
        weighing = {name for name, _ in one.shares}
        return sum(study.people for study in self.analysis.studies if study.name in weighing)


def answer_from_data(arms: Sequence[StudyArm], contrasts: Sequence[StudyContrast], effect: Measured | None, better: Better, asked: Asked) -> Answer:
    """The answer from somebody's own figures. Raises UsageProblem for figures, references and networks that cannot be analysed."""
    measured = effect_of(arms, contrasts, effect)
    studies = studies_of(arms, contrasts, measured)
    several = len(parts(studies))
    studies = choose_part(studies, asked.part, asked.reference)
    analysis = analyse(studies, Settings(measured, better, asked.reference, asked.model, asked.method))
    return _judged(analysis, None, asked, {node.id: node.id for node in analysis.nodes}, several, asked.part or 1)


def answer_from_trials(wanted: Wanted, book: Book, asked: Asked) -> Answer:
    """The answer from the trials held. Where they form several networks and none was asked for, the one with the reference is taken.

    Raises NothingFound where no trial can be pooled, UsageProblem for a reference or part that does not exist.
    """
    selected = select(wanted, book)
    found = parts(selected.studies)
    asked = replace(asked, reference=_node(asked.reference, selected))
    reference = asked.reference or CONTROL
    part = asked.part or next((at for at, held in enumerate(found, 1) if any(reference in study.treatments for study in held)), 1)
    studies = choose_part(selected.studies, part, asked.reference)
    selected = _without(selected, studies, part, len(found))
    settings = Settings(
        selected.effect, book.measures[selected.measure].better, asked.reference or _usual_reference(studies, book), asked.model, asked.method
    )
    analysis = analyse(studies, settings)
    names = {id_: node.name for id_, node in selected.nodes.items()}
    if CONTROL in names and selected.controls:
        names[CONTROL] = f"control ({', '.join(selected.controls)})"
    answer = _judged(analysis, selected, asked, names, len(found), part)
    measure = book.measures[selected.measure]
    return replace(answer, measure_name=measure.name, unit=measure.unit)


def _node(said: str | None, selected: Selected) -> str | None:
    """The node that a person means by an id, a name, a treatment of one dose only, or one of the merged controls; else what was said."""
    if said is None or said in selected.nodes:
        return said
    if said in selected.controls:
        return CONTROL
    meant = [id_ for id_, node in selected.nodes.items() if key(said) in {key(id_), key(node.name)}]
    meant = meant or [id_ for id_, node in selected.nodes.items() if node.treatments == (said,)]
    return meant[0] if len(meant) == 1 else said


def _usual_reference(studies: Sequence[Study], book: Book) -> str | None:
    """The merged control, else the control that most trials have; None where there is none."""
    held = [name for study in studies for name in study.treatments if name == CONTROL or name in book.comparators]
    return max(sorted(set(held)), key=lambda name: (name == CONTROL, held.count(name)), default=None)


def _without(selected: Selected, studies: Iterable[Study], part: int, several: int) -> Selected:
    """The selection with the trials of other parts among those left out."""
    if several == 1:
        return selected
    kept = {study.name for study in studies}
    apart = [
        Left(one.id, one.trial, "part", f"no trial connects it with part {part} of the network; --part shows the others")
        for one in selected.included
        if one.id not in kept
    ]
    included = tuple(one for one in selected.included if one.id in kept)
    nodes = {node.id: node for one in included for node in one.figures.nodes}
    return replace(selected, included=included, nodes=nodes, left=(*apart, *selected.left))


def _judged(
    analysis: Analysis,
    selected: Selected | None,
    asked: Asked,
    names: dict[str, str],
    several: int,
    part: int,
) -> Answer:
    record = record_of(selected, ((left.id, left.trial) for left in selected.left)) if selected else None
    held = certainties(analysis, record, asked.important)
    return Answer(analysis, held, of_treatments(analysis, held), per_hundred(analysis), names, several, part, selected)
