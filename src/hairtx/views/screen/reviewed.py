"""Published meta-analyses on the screen, each comparison beside ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.evidence.agreement import Beside, Reviewed
from hairtx.model.sources import Ranked, Source
from hairtx.model.vocabulary import Comparator, Condition, Measure, Population
from hairtx.model.words import Effect
from hairtx.views.effect_words import interval, value
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import certainty, named, number, plural, signed, spaced

_WORDS = {"agree": "They agree", "partly": "They overlap", "differ": "They differ", "not held": "Ours"}
_SHOWN_RANKS = 12


class Words:
    """How treatments, measures and people are called."""

    def __init__(
        self,
        treatments: Mapping[str, str],
        families: Mapping[str, str],
        comparators: Mapping[str, Comparator],
        conditions: Mapping[str, Condition],
        measures: Mapping[str, Measure],
        populations: Mapping[str, Population],
    ) -> None:
        self._treatments, self._families, self._comparators = treatments, families, comparators
        self.conditions, self.measures, self.populations = conditions, measures, populations

    def treatment(self, id_: str, dose: str | None, added_to: Sequence[str] = ()) -> str:
        """A treatment with its dose and what it was given on top of, a family, or a comparator."""
        name = self._treatments.get(id_) or self._families.get(id_) or named(id_, self._comparators)
        return " with ".join([f"{name} {dose}" if dose else name, *(self._treatments.get(one, one) for one in added_to)])


def page(several: Sequence[Reviewed], condition: str, words: Words, sources: Mapping[str, Source], look: Look) -> RenderableType:
    """Every published meta-analysis of a condition on a page of its own."""
    notes = Notes(sources)
    name = named(condition, words.conditions)
    parts: list[RenderableType] = [blocks.title(f"{name[:1].upper()}{name[1:]}: published meta-analyses", summary(several))]
    by_measure: dict[str, list[Reviewed]] = {}
    for one in several:
        by_measure.setdefault(one.synthesis.measure, []).append(one)
    for measure, held in by_measure.items():
        parts.append(blocks.heading(named(measure, words.measures)))
        parts += reviewed(held, words, notes, sources)
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)


def reviewed(several: Iterable[Reviewed], words: Words, notes: Notes, sources: Mapping[str, Source]) -> Iterator[RenderableType]:
    """Each published meta-analysis: what it pooled, its comparisons beside ours, its ranking."""
    for one in several:
        yield blocks.paragraph(_head(one, words, notes, sources), 2)
        bodies = [_comparison(held, one, words) for held in one.comparisons]
        if one.synthesis.ranking:
            bodies.append(Text(_ranking(one.synthesis.ranking, words)))
        if one.synthesis.note:
            bodies.append(Text(one.synthesis.note, style="dim"))
        yield blocks.items(bodies, indent=4)


def _head(one: Reviewed, words: Words, notes: Notes, sources: Mapping[str, Source]) -> Text:
    synthesis, source = one.synthesis, sources.get(one.source)
    said = [f"{synthesis.method} meta-analysis"] if synthesis.method == "network" else ["pairwise meta-analysis"]
    said.append(named(synthesis.measure, words.measures))
    said += [f"week {number(synthesis.week)}"] if synthesis.week is not None else []
    said += [named(synthesis.population, words.populations)] if synthesis.population else []
    said += [plural(synthesis.trials, "trial")] if synthesis.trials else []
    said += [plural(synthesis.people, "person", "people")] if synthesis.people else []
    year = f" {source.published.text[:4]}" if source and source.published else ""
    head = Text(f"{source.publisher if source else one.source}{year}", style="bold")
    return head.append(f": {', '.join(said)}", style="not bold").append(notes.marks([one.source]), style="dim not bold")


def _comparison(held: Beside, one: Reviewed, words: Words) -> Text:
    pooled = held.pooled
    first = words.treatment(pooled.treatment, pooled.dose, pooled.added_to)
    second = words.treatment(pooled.against, pooled.against_dose, pooled.against_added_to)
    limits = f" ({_printed(pooled.ci_low, pooled.effect)} to {_printed(pooled.ci_high, pooled.effect)})" if pooled.ci_low is not None else ""
    unit = words.measures[one.synthesis.measure].unit if one.synthesis.measure in words.measures and pooled.effect == "mean-difference" else None
    text = Text(f"{first} against {second}", style="bold").append(
        f": {spaced(pooled.effect)} there {_printed(pooled.estimate, pooled.effect)}{limits}{f' {unit}' if unit else ''}", style="not bold"
    )
    if held.ours is None:
        return text.append(f". Not held here: {held.why}.", style="not bold")
    ours = held.ours
    here = f"{value(ours.estimate, ours.measured)} ({interval(ours.low, ours.high, ours.measured)})"
    return text.append(f"; here {here}, {certainty(ours.certainty)}. {_WORDS[held.agreement]}: {held.why}.", style="not bold")


def _printed(figure: float | None, effect: Effect) -> str:
    if figure is None:
        return "?"
    return number(figure, 2) if effect.endswith("ratio") else signed(figure, 2)


def _ranking(ranked: Iterable[Ranked], words: Words) -> str:
    order = list(ranked)
    told = [f"{words.treatment(one.treatment, one.dose, one.added_to)}{f' {number(one.sucra)}%' if one.sucra is not None else ''}" for one in order]
    more = f"; and {len(told) - _SHOWN_RANKS} more" if len(told) > _SHOWN_RANKS else ""
    kind = " (SUCRA: how sure it is better than the others, not how much)" if any(one.sucra is not None for one in order) else ""
    return f"Ranking there{kind}: {'; '.join(told[:_SHOWN_RANKS])}{more}."


def summary(several: Iterable[Reviewed]) -> str:
    """How often the two agree, in one sentence."""
    judged = [held.agreement for one in several for held in one.comparisons]
    count = {word: judged.count(word) for word in ("agree", "partly", "differ", "not held")}
    held = len(judged) - count["not held"]
    if not held:
        return "None of their comparisons can be worked out from the trials held here."
    verbs = (("agree", "agree"), ("partly", "overlap"), ("differ", "differ"))
    parts = [f"{count[word]} {said}{'s' if count[word] == 1 else ''}" for word, said in verbs if count[word]]
    return f"Of {plural(len(judged), 'comparison')}, {held} can be worked out here: {', '.join(parts)}."
