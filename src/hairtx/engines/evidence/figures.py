"""What one outcome of one trial gives for pooling: arms with figures, or one reported difference; or the reason why nothing.

What a source gives in another shape is worked out and said: events from percentages, an error from an interval or
from an exact p value, on request a spread borrowed from other trials of the measure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log, sqrt
from statistics import NormalDist

from hairtx.engines.effects import standard_error
from hairtx.engines.evidence.distributions import Z
from hairtx.engines.evidence.nodes import NodeName
from hairtx.engines.evidence.studies import Measured
from hairtx.model.arms import StudyArm, StudyContrast
from hairtx.model.trials import Arm, ArmResult, Contrast, Outcome, Trial
from hairtx.model.value import Value
from hairtx.model.words import Effect

REPORTED_AS: dict[Measured, Effect] = {"md": "mean-difference", "rd": "risk-difference", "or": "odds-ratio", "rr": "risk-ratio"}
_LEAST_P, _MOST_P = 1e-6, 0.99


class Figures(Value, frozen=True):
    """Arms, one for each node, or one contrast; `notes` say what was worked out."""

    arms: tuple[StudyArm, ...]
    contrast: StudyContrast | None
    nodes: tuple[NodeName, ...]
    labels: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    borrowed: bool = False

    @property
    def people(self) -> int:
        """Everybody in the arms used."""
        return self.contrast.n or 0 if self.contrast else sum(arm.n or 0 for arm in self.arms)


class _Row(Value, frozen=True):
    """An arm's figures with its node, or the reason why they cannot be used alone."""

    node: NodeName
    label: str
    n: int | None
    arm: StudyArm | None
    missing: str
    result: ArmResult


def figures_of(
    id_: str, trial: Trial, outcome: Outcome, effect: Measured, name: Callable[[Arm], NodeName | None], borrowed_sd: float | None
) -> Figures | str:
    """The figures of an outcome, or in one clause why it gives none: arms first, then a reported difference, then arms with `borrowed_sd`."""
    arms = {arm.id: arm for arm in trial.arms}
    notes: list[str] = []
    rows: list[_Row] = []
    for result in outcome.arms:
        arm = arms.get(result.arm)
        node = name(arm) if arm else None
        if arm is None or node is None:
            notes.append(f"arm {arm.label if arm else result.arm} left out: its treatment is not recorded")
        else:
            rows.append(_row(id_, arm, node, result, effect, notes))
    if _pairs(rows):
        return _merged(rows, notes, borrowed=False)
    told = _reported(id_, trial, outcome, effect, name)
    if isinstance(told, Figures):
        return told
    lent = [_lent(id_, row, borrowed_sd) for row in rows] if borrowed_sd is not None else []
    if _pairs(lent):
        return _merged(lent, [*notes, "the spread is borrowed from other trials of this measure"], borrowed=True)
    if not outcome.arms:
        return told or "no figures per arm are recorded"
    if len({row.node.id for row in rows}) < 2:
        return "only one arm, or one treatment, has figures"
    lacking = [row.missing for row in rows if row.missing]
    return told or max(lacking, key=lacking.count)


def _pairs(rows: Sequence[_Row]) -> bool:
    return len({row.node.id for row in rows if row.arm}) >= 2


def _lent(id_: str, row: _Row, sd: float) -> _Row:
    """The row with a spread lent to it where that is all it lacks."""
    if row.arm or row.missing != _NO_SPREAD or not row.n:
        return row
    return _Row(row.node, row.label, row.n, StudyArm(id_, row.node.id, row.n, row.result.mean, sd=sd), "", row.result)


_NO_SPREAD = "the spread of the means (SD, SE or interval) is not recorded"
_NO_SIZE = "the number of people in the arms is not recorded"


def _row(id_: str, arm: Arm, node: NodeName, result: ArmResult, effect: Measured, notes: list[str]) -> _Row:
    n = result.n if result.n is not None else arm.n
    made: StudyArm | None = None
    missing = ""
    if effect == "md":
        full = ArmResult(result.arm, n, None, None, result.mean, result.sd, result.se, result.ci_low, result.ci_high)
        se = standard_error(full)
        if result.mean is None:
            missing = "no mean is recorded"
        elif se is None:
            missing = _NO_SPREAD
        elif se <= 0:
            missing = "the recorded spread is zero"
        else:
            made = StudyArm(id_, node.id, n, result.mean, sd=result.sd, se=se)
    elif not n:
        missing = _NO_SIZE
    else:
        events = result.events
        if events is None and result.percent is not None:
            events = round(result.percent * n / 100)
            _once(notes, "events worked out from percentages")
        if events is None:
            missing = "neither events nor a percentage is recorded"
        elif not 0 <= events <= n:
            missing = "more events than people are recorded"
        else:
            made = StudyArm(id_, node.id, n, events=events)
    return _Row(node, arm.label, n, made, missing, result)


def _once(notes: list[str], note: str) -> None:
    if note not in notes:
        notes.append(note)


def _merged(rows: Sequence[_Row], notes: list[str], *, borrowed: bool) -> Figures:
    """The usable rows with those of one node put together."""
    notes = [*notes, *(f"arm {row.label} left out: {row.missing}" for row in rows if not row.arm)]
    rows = [row for row in rows if row.arm]
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.node.id, []).append(row)
    for held in groups.values():
        if len(held) > 1:
            notes.append(f"arms put together as one: {', '.join(row.label for row in held)}")
    arms = tuple(_together([row.arm for row in held if row.arm]) for held in groups.values())
    labels = tuple((row.label, row.node.id) for row in rows)
    return Figures(arms, None, tuple(held[0].node for held in groups.values()), labels, tuple(notes), borrowed)


def _together(arms: Sequence[StudyArm]) -> StudyArm:
    """Several arms as one: counts added; means weighted by people, their spread around the common mean kept."""
    first = arms[0]
    if len(arms) == 1:
        return first
    n = sum(arm.n or 0 for arm in arms)
    if first.events is not None:
        return StudyArm(first.study, first.treatment, n, events=sum(arm.events or 0 for arm in arms))
    sizes = [arm.n or 1 for arm in arms]
    whole = sum(sizes)
    mean = sum(size * (arm.mean or 0.0) for size, arm in zip(sizes, arms, strict=True)) / whole
    if whole <= len(arms):
        se = sqrt(sum((arm.se or 0.0) ** 2 for arm in arms)) / len(arms)
        return StudyArm(first.study, first.treatment, n or None, mean, se=se)
    deviations = [arm.sd if arm.sd is not None else (arm.se or 0.0) * sqrt(size) for size, arm in zip(sizes, arms, strict=True)]
    squares = sum((size - 1) * sd * sd + size * ((arm.mean or 0.0) - mean) ** 2 for size, sd, arm in zip(sizes, deviations, arms, strict=True))
    return StudyArm(first.study, first.treatment, n, mean, sd=sqrt(squares / (whole - 1)))


def _reported(id_: str, trial: Trial, outcome: Outcome, effect: Measured, name: Callable[[Arm], NodeName | None]) -> Figures | str:
    """The one reported difference of a two-arm trial, or why there is none; empty where none is recorded."""
    wanted = [one for one in outcome.contrasts if one.effect == REPORTED_AS[effect]]
    if not wanted:
        return ""
    arms: Mapping[str, Arm] = {arm.id: arm for arm in trial.arms}
    named = {arm.id: node for arm in trial.arms if (node := name(arm))}
    held = [one for one in wanted if one.arm in named and one.against in named and named[one.arm].id != named[one.against].id]
    if len(held) != 1 or len({node.id for node in named.values()}) > 2:
        return "a difference is reported, but of a trial with several arms: how much they share is not known" if held else ""
    one = held[0]
    results = {result.arm: result for result in outcome.arms}
    worked = _estimate_and_error(one, effect, results.get(one.arm), results.get(one.against))
    if worked is None:
        return ""
    estimate, se, note = worked
    sizes = [results[arm].n if arm in results and results[arm].n else arms[arm].n for arm in (one.arm, one.against)]
    n = sum(size or 0 for size in sizes) or None
    nodes = (named[one.arm], named[one.against])
    contrast = StudyContrast(id_, nodes[0].id, nodes[1].id, estimate, se, n)
    labels = tuple((arms[arm].label, named[arm].id) for arm in (one.arm, one.against))
    return Figures((), contrast, nodes, labels, (note,))


def _estimate_and_error(one: Contrast, effect: Measured, result: ArmResult | None, held: ArmResult | None) -> tuple[float, float, str] | None:
    """Estimate and standard error on the analysis scale, with the note that says where they come from."""
    if one.estimate is not None and one.ci_low is not None and one.ci_high is not None:
        values = [one.estimate, one.ci_low, one.ci_high]
        if effect in {"or", "rr"}:
            if min(values) <= 0:
                return None
            values = [log(value) for value in values]
        elif effect == "rd":
            values = [value / 100 for value in values]
        se = (values[2] - values[1]) / (2 * Z)
        return (values[0], se, "the difference and its interval as the source reports them") if se > 0 else None
    difference = one.estimate
    if difference is None and result and held and result.mean is not None and held.mean is not None:
        difference = result.mean - held.mean
    p = _exact(one.p)
    if effect != "md" or difference is None or difference == 0 or p is None:
        return None
    return difference, abs(difference) / NormalDist().inv_cdf(1 - p / 2), f"the error worked out from the reported p value of {one.p}"


def _exact(text: str | None) -> float | None:
    """A p value given as a number; None for “<0.001” and the like."""
    try:
        p = float(text or "")
    except ValueError:
        return None
    return p if _LEAST_P <= p <= _MOST_P else None
