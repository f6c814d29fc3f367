"""Judges how many people and sites a trial is said to have."""

from __future__ import annotations

from itertools import combinations
from math import comb

from hairtx.engines.claims.judges.bench import Record, verdict
from hairtx.engines.claims.records import Finding, Verdict
from hairtx.model.dates import Answer
from hairtx.model.trials import Trial
from hairtx.model.value import replace

_CLOSE, _ROUGH, _NOT_MUCH = 0.02, 0.08, 1.25


def _candidates(finding: Finding, record: Record) -> dict[str, Trial]:
    if finding.trials:
        named = {id_: record.lexicon.trials[id_] for id_ in finding.trials if id_ in record.lexicon.trials}
        if named:
            return named
    begun = {id_: one for id_, one in record.trials.items() if not (one.registered and one.registered.by(record.day) is Answer.NO)}
    places = {code for code in finding.jurisdictions if code != "EU"}
    there = {id_: one for id_, one in begun.items() if places & set(one.countries)}
    return there if finding.kind == "sites" and there else begun


def people(finding: Finding, record: Record) -> Verdict:
    """Whether a trial of the treatment has that many people; several trials are summed where the claim speaks of several."""
    held = _candidates(finding, record)
    said, bound = int(finding.says["n"]), finding.says.get("bound")
    count = int(finding.says.get("trials") or 1)
    known = {id_: (one, one.n if one.n is not None else one.n_planned) for id_, one in held.items()}
    known = {id_: pair for id_, pair in known.items() if pair[1]}
    room = max(1, said * (_ROUGH if finding.says.get("approx") else _CLOSE))
    if bound == "more-than":
        room = said * 0.15
    count = max(count, len(finding.trials))
    sizes = (count, 1) if count > 1 else (1, 2)
    for size in sizes:
        if size > 1 and (comb(len(known), size) > 3000 or (count == 1 and finding.trials)):
            continue
        if size > 2 and comb(len(known), size) > 30:
            # Among so many trials some always add up to the figure.
            continue
        for group in combinations(known.items(), size):
            if size == 2 and count == 1 and not all(one.phase.endswith("3") for _, (one, _) in group):
                continue
            total = sum(number or 0 for _, (_, number) in group)
            if abs(total - said) <= room and not (bound == "more-than" and total < said):
                names = " and ".join(f"{one.acronym or id_}: {number} people" for id_, (one, number) in group)
                return verdict("holds", names, [source for _, (one, _) in group for source in one.sources])
    if finding.trials and known:
        id_, (one, number) = next(iter(known.items()))
        changed = one.n is not None and one.n_planned is not None and abs(one.n_planned - said) <= room
        if not changed and (len(finding.trials) > 1 or any(arm.n == said for outcome in one.outcomes for arm in outcome.arms) or _told(record, said)):
            return verdict("unverifiable", f"{one.acronym or id_}: {number} people; {said:,} stands elsewhere in the record", one.sources)
        return verdict("outdated" if changed else "contradicted", f"{one.acronym or id_}: {number} people", one.sources)
    text = _told(record, said, bound == "more-than")
    if text:
        return replace(text, word="outdated") if finding.polarity == "hedged" and record.stage == "discontinued" else text
    shown = "; ".join(f"{one.acronym or id_}: {number}" for id_, (one, number) in list(known.items())[:4])
    return verdict(
        "unverifiable",
        f"No trial on record has {said:,} people" + (f" ({shown})" if shown else ""),
        [s for one, _ in known.values() for s in one.sources][:3],
    )


def _told(record: Record, said: int, more: bool = False) -> Verdict | None:
    """A statement or milestone of the record with the same number of people, or, for “more than”, with one not much larger."""
    sizes = range(said, int(said * _NOT_MUCH) + 1) if more else (said,)
    shapes = {shape for size in sizes for shape in (f"{size:,}", str(size))}
    one = record.treatment
    for text, sources in (
        [(s.text, s.sources) for s in one.statements] + [(m.text, m.sources) for m in one.milestones] + [(a.text, a.sources) for a in one.appraisals]
    ):
        words = text.replace("(", " ").split()
        if any(word.strip(".,;:)") in shapes for word in words) and any(
            word in text.lower() for word in ("people", "patients", "men", "women", "adults", "subjects", "participants")
        ):
            return verdict("holds", text, sources)
    return None


def places(finding: Finding, record: Record) -> Verdict:
    """Whether a trial of the treatment has that many sites, or lies where it is said to lie."""
    held = _candidates(finding, record)
    said, codes = finding.says.get("n"), set(finding.says.get("countries") or [])
    for id_, one in held.items():
        number = one.sites if one.sites is not None else one.sites_planned
        name = f"{one.acronym or id_}"
        if isinstance(said, int) and number is not None and abs(number - said) <= max(0, round(said * _CLOSE)):
            return verdict("holds", f"{name}: {number} sites", (one.sites and one.sources) or one.sources)
        if isinstance(said, int) and said == one.sites_planned:
            over = one.completion is not None and one.completion.by(record.day) is Answer.YES
            return verdict("outdated" if over else "holds", f"{name}: {said} sites planned{f', {one.sites} took part' if over else ''}", one.sources)
        if said == "multiple" and ((number or 0) > 1 or (codes and codes == set(one.countries))):
            return verdict("holds", f"{name}: {number or 'several'} sites in {', '.join(one.countries)}", one.sources)
        if said is None and codes and one.countries:
            if codes == set(one.countries):
                return verdict("holds", f"{name}: sites in {', '.join(one.countries)}", one.sources)
            if codes < set(one.countries) and (finding.trials or len(held) == 1):
                return verdict("contradicted", f"{name}: sites in {', '.join(one.countries)}", one.sources)
    known = [(id_, one, one.sites or one.sites_planned) for id_, one in held.items() if one.sites or one.sites_planned]
    for milestone in record.treatment.milestones:
        if isinstance(said, int) and f"{said} sites" in milestone.text:
            return verdict("holds", milestone.text, milestone.sources)
    if len(finding.trials) == 1 and known and isinstance(said, int):
        id_, one, number = known[0]
        return verdict("contradicted", f"{one.acronym or id_}: {number} sites", one.sources)
    return verdict(
        "unverifiable",
        "The number of sites is not on record"
        if not known
        else f"On record: {', '.join(f'{one.acronym or id_} {n} sites' for id_, one, n in known[:3])}",
    )
