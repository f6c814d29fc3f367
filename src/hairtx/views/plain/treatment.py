"""`show --json`: one treatment, or the page of a family, company or condition."""

from __future__ import annotations

from collections.abc import Sequence

from hairtx.engines.dossier import Dossier
from hairtx.engines.groups import Group
from hairtx.model.treatments import Identifiers
from hairtx.views.plain import SCHEMA
from hairtx.views.plain.parts import Plain, decision, source, standing, text_of, warning


def treatment(dossier: Dossier, version: str) -> Plain:
    """The whole dossier."""
    one, known = dossier.treatment, dossier.known
    line, safety = one.bottom_line, one.safety
    return {
        "schema": SCHEMA,
        "data_version": version,
        "as_of": dossier.day.isoformat(),
        "id": dossier.id,
        "name": one.name,
        "kind": one.kind,
        "class": one.class_,
        "route": one.route,
        "summary": one.summary,
        "families": one.families,
        "companies": one.companies,
        "names": [name for _, name in one.names.all()],
        "also_called_so": list(dossier.also),
        "products": [
            {"name": p.name, "holder": p.holder, "form": p.form, "jurisdictions": p.jurisdictions, "sources": p.sources} for p in one.products
        ],
        "identifiers": _identifiers(one.identifiers),
        "conditions": one.conditions,
        "bottom_line": {
            "text": None if known.bottom_line_withheld else line.text,
            "certainty": None if known.bottom_line_withheld else line.certainty,
            "sources": [] if known.bottom_line_withheld else line.sources,
        },
        "appraisals": [
            {
                "condition": a.condition,
                "population": a.population,
                "direction": a.direction,
                "certainty": a.certainty,
                "text": a.text,
                "sources": a.sources,
            }
            for a in one.appraisals
        ],
        "regulatory": [standing(row) for row in dossier.standings],
        "decisions": [decision(act) for act in one.decisions],
        "stages": [
            {
                "condition": stage.entry.condition,
                "stage": stage.entry.stage,
                "since": text_of(stage.entry.since),
                "silent": stage.silent,
                "last_sign_of_life": text_of(stage.last_sign),
                "sources": stage.entry.sources,
            }
            for stage in dossier.stages
        ],
        "statements": [
            {
                "id": f"{dossier.id}/{s.id}",
                "kind": s.kind,
                "text": s.text,
                "condition": s.condition,
                "population": s.population,
                "jurisdiction": s.jurisdiction,
                "since": text_of(s.since),
                "until": text_of(s.until),
                "never_true": s.never_true,
                "sources": s.sources,
            }
            for s in one.statements
        ],
        "safety": {
            "boxed_warning": warning(safety.boxed_warning),
            "contraindications": [warning(w) for w in safety.contraindications],
            "pregnancy": {"advice": safety.pregnancy.advice, "text": safety.pregnancy.text, "sources": safety.pregnancy.sources}
            if safety.pregnancy
            else None,
            "common": [warning(w) for w in safety.common],
            "serious": [warning(w) for w in safety.serious],
        },
        "milestones": [
            {
                "date": text_of(m.date),
                "known_by": text_of(m.known_by),
                "kind": m.kind,
                "text": m.text,
                "jurisdiction": m.jurisdiction,
                "sources": m.sources,
            }
            for m in one.milestones
        ],
        "trials": [
            {"id": id_, "acronym": t.acronym, "phase": t.phase, "status": t.status, "n": t.n if t.n is not None else t.n_planned}
            for id_, t in known.trials.items()
        ],
        "open_questions": one.open_questions,
        "withheld": known.withheld,
        "undated": [{"kind": u.kind, "text": u.text, "date": text_of(u.date), "sources": list(u.sources)} for u in known.undated],
        "sources": [source(id_, s) for id_, s in dossier.sources.items()],
        "reviewed": text_of(one.reviewed),
    }


def _identifiers(held: Identifiers | None) -> Plain | None:
    if held is None:
        return None
    return {field: getattr(held, field) for field in ("atc", "unii", "rxnorm", "wikidata", "cas", "inchikey", "sources")}


def group(page: Group, version: str) -> Plain:
    """A family, company or condition with its members."""
    return {
        "schema": SCHEMA,
        "data_version": version,
        "as_of": page.day.isoformat(),
        "id": page.id,
        "name": page.name,
        "kind": page.what,
        "names": list(page.names),
        "explanation": page.explanation,
        "members": [member_record(one.id, one.treatment.name, one.treatment.kind, one.places, one.treatment.bottom_line) for one in page.members],
        "sources": [source(id_, s) for id_, s in page.sources.items()],
    }


def member_record(id_: str, name: str, kind: str, places: Sequence[str], line: object) -> Plain:
    """One member in brief."""
    return {
        "id": id_,
        "name": name,
        "kind": kind,
        "on_the_market_in": list(places),
        "bottom_line": {"text": getattr(line, "text", None), "certainty": getattr(line, "certainty", None), "sources": getattr(line, "sources", [])},
    }
