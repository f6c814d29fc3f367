"""The whole analysis of one connected network: effects of every pair, heterogeneity, direct and indirect evidence, ranking."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median
from typing import Literal

from hairtx.engines.evidence.distributions import Z, t_quantile
from hairtx.engines.evidence.heterogeneity import Heterogeneity, Method, heterogeneity
from hairtx.engines.evidence.network import Fit, Network, parts
from hairtx.engines.evidence.ranking import p_scores
from hairtx.engines.evidence.splitting import Evidence, Splitter
from hairtx.engines.evidence.studies import Measured, Study
from hairtx.errors import UsageProblem
from hairtx.model.naming import clean
from hairtx.model.value import Value
from hairtx.model.words import Better

Model = Literal["common", "random"]
_NAMED_PARTS, _NAMED_TREATMENTS = 4, 6


class Settings(Value, frozen=True):
    """How to analyse: `reference` is what forest plots are drawn against, None for the treatment with most trials."""

    effect: Measured
    better: Better
    reference: str | None = None
    model: Model = "random"
    method: Method = "reml"


class Effect(Value, frozen=True):
    """One treatment against another on the analysis scale (log for ratios), with 95% limits.

    `trials` and `people` stand directly behind it; `shares` are the studies' parts of its variance, largest first.
    The prediction interval is where a new study's true effect would lie; None under a common effect or with too few studies.
    """

    treatment: str
    comparator: str
    estimate: float
    se: float
    low: float
    high: float
    prediction_low: float | None
    prediction_high: float | None
    direct: Evidence | None
    indirect: Evidence | None
    incoherence_p: float | None
    trials: tuple[str, ...]
    people: int
    shares: tuple[tuple[str, float], ...]


class Node(Value, frozen=True):
    """A treatment of the network, with the studies and people that had it."""

    id: str
    trials: int
    people: int
    p_score: float


class Comparison(Value, frozen=True):
    """Two treatments that studies compared, and how many did."""

    treatment: str
    comparator: str
    trials: tuple[str, ...]
    people: int


class Analysis(Value, frozen=True):
    """One network's answers. `effects` holds every pair once, those against the reference first; `control_risk` is the
    median risk of the reference's arms, per person."""

    settings: Settings
    reference: str
    heterogeneity: Heterogeneity
    nodes: tuple[Node, ...]
    effects: tuple[Effect, ...]
    comparisons: tuple[Comparison, ...]
    studies: tuple[Study, ...]
    control_risk: float | None

    @property
    def against_reference(self) -> tuple[Effect, ...]:
        """The effects of a forest plot."""
        return tuple(one for one in self.effects if one.comparator == self.reference)


def analyse(studies: Sequence[Study], settings: Settings) -> Analysis:
    """The analysis of studies that form one connected network.

    Raises UsageProblem for an unknown reference and for a network in several parts (see `choose_part`).
    """
    if len(parts(studies)) > 1:
        choose_part(studies, None, settings.reference)
    network = Network(sorted(studies, key=lambda study: study.name))
    reference = _reference(network, settings.reference)
    spread = heterogeneity(network, settings.method)
    fit = Fit(network, (spread.tau2 or 0.0) if settings.model == "random" else 0.0)
    scores = p_scores(fit, settings.better)
    splitter = Splitter(fit)
    freedom = network.df - 1
    reach = t_quantile(freedom) if settings.model == "random" and spread.tau2 is not None and freedom >= 1 else None
    ranked = sorted(range(len(network.treatments)), key=lambda at: (-round(scores[at], 12), network.treatments[at]))
    first = network.number[reference]
    order = [at for at in ranked if at != first]
    asked = [(at, first) for at in order] + [(one, other) for place, one in enumerate(order) for other in order[place + 1 :]]
    effects = tuple(_effect(fit, splitter, treatment, comparator, reach) for treatment, comparator in asked)
    trials: dict[str, int] = dict.fromkeys(network.treatments, 0)
    people: dict[str, int] = dict.fromkeys(network.treatments, 0)
    for study in studies:
        for name, size in zip(study.treatments, study.sizes, strict=True):
            trials[name] += 1
            people[name] += size or 0
    nodes = tuple(Node(name, trials[name], people[name], scores[at]) for at in ranked for name in (network.treatments[at],))
    compared = tuple(Comparison(one.treatment, one.comparator, one.trials, one.people) for one in effects if one.trials)
    return Analysis(settings, reference, spread, nodes, effects, compared, network.studies, _control_risk(studies, reference))


def _reference(network: Network, asked: str | None) -> str:
    if asked is None:
        count = {name: sum(name in study.treatments for study in network.studies) for name in network.treatments}
        return min(network.treatments, key=lambda name: (-count[name], name))
    if asked not in network.number:
        raise UsageProblem(f"the reference “{clean(asked, 40)}” is not in this network; it has {_listed(network.treatments)}")
    return asked


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(clean(name, 30) for name in names[:_NAMED_TREATMENTS])
    return shown + (f" and {len(names) - _NAMED_TREATMENTS} more" if len(names) > _NAMED_TREATMENTS else "")


def choose_part(studies: Sequence[Study], part: int | None, reference: str | None) -> list[Study]:
    """The studies of one part of the network, counted from 1.

    Raises UsageProblem, naming the parts, where there are several and none was asked for, or where it does not exist.
    """
    found = parts(studies)
    if part is not None:
        if not 1 <= part <= len(found):
            raise UsageProblem(f"--part {part} does not exist; the network has {len(found)} {'part' if len(found) == 1 else 'parts'}")
        return found[part - 1]
    if len(found) == 1:
        return found[0]
    if reference is not None and not any(reference in study.treatments for study in studies):
        _reference(Network(found[0]), reference)
    named = "; ".join(
        f"part {at} ({_listed(sorted({name for study in held for name in study.treatments}))})" for at, held in enumerate(found[:_NAMED_PARTS], 1)
    )
    more = f"; and {len(found) - _NAMED_PARTS} more" if len(found) > _NAMED_PARTS else ""
    raise UsageProblem(f"no study connects the {len(found)} parts of this network: {named}{more}; analyse one at a time with --part N")


def _effect(fit: Fit, splitter: Splitter, treatment: int, comparator: int, reach: float | None) -> Effect:
    estimate, se = fit.against(treatment, comparator)
    beyond = reach * sqrt(se * se + fit.tau2) if reach is not None else None
    names = fit.network.treatments
    taken = splitter.split(names[treatment], names[comparator])
    return Effect(
        names[treatment],
        names[comparator],
        estimate,
        se,
        estimate - Z * se,
        estimate + Z * se,
        estimate - beyond if beyond is not None else None,
        estimate + beyond if beyond is not None else None,
        taken.direct,
        taken.indirect,
        taken.incoherence_p,
        taken.trials,
        taken.people,
        fit.shares(treatment, comparator),
    )


def _control_risk(studies: Sequence[Study], reference: str) -> float | None:
    """The median risk of the reference's arms; all of them together where that is 0 or 1, since a ratio cannot start there."""
    arms = [
        (risk, size)
        for study in studies
        for name, risk, size in zip(study.treatments, study.risks, study.sizes, strict=True)
        if name == reference and risk is not None and size
    ]
    if not arms:
        return None
    middle = median(risk for risk, _ in arms)
    return middle if 0 < middle < 1 else sum(risk * size for risk, size in arms) / sum(size for _, size in arms)
