"""The JSON contract: every key always there, null where nothing is known. A key that goes missing breaks programs."""

from __future__ import annotations

import json

import msgspec
import pytest

from hairtx.store.schema import schema
from tests.conftest import KB, Ask

SHOW = set(
    "schema data_version as_of id name kind class names products conditions bottom_line regulatory decisions stages statements safety milestones trials "
    "open_questions sources reviewed".split()
)
STANDING = set("jurisdiction condition population status supply date authority product holder note sources".split())
DECISION = set("jurisdiction authority condition population action pathway supply status date product sources".split())
TRIAL = set("id acronym title phase status condition population sponsor n sites start completion results_posted arms outcomes sources".split())
ARM = set("id label treatment dose n".split())
OUTCOME = set("measure unit week primary arms".split())
RESULT = set("arm label n events percent mean sd se ci_low ci_high".split())


def test_show(ask: Ask) -> None:
    for name in ("alpinol", "alpinol-cream", "graftan", "lamphood", "nulan"):
        record = ask("show", name, "--json").json
        assert record.keys() >= SHOW
        assert record["bottom_line"].keys() == {"text", "certainty", "sources"}
        assert all(row.keys() >= STANDING for row in record["regulatory"])
        assert all(row.keys() >= DECISION for row in record["decisions"])
        assert all(row.keys() >= {"id", "kind", "text", "condition", "jurisdiction", "since", "until", "sources"} for row in record["statements"])
        assert record["safety"].keys() == {"boxed_warning", "contraindications", "pregnancy", "common", "serious"}
        assert all(row.keys() >= {"date", "kind", "text", "sources"} for row in record["milestones"])
        assert all(row.keys() == {"id", "acronym", "phase", "status", "n"} for row in record["trials"])
        assert all(row.keys() >= {"id", "title", "publisher", "kind", "url", "published", "checked"} for row in record["sources"])
        known = {row["id"] for row in record["sources"]}
        cited = {source for part in ("regulatory", "decisions", "statements", "milestones") for row in record[part] for source in row["sources"]}
        assert cited | set(record["bottom_line"]["sources"]) <= known


def test_a_decision_says_the_status_it_led_to(ask: Ask) -> None:
    acts = {(row["action"], row["pathway"]): row["status"] for row in ask("show", "alpinol", "--json").json["decisions"]}
    assert acts["granted", "marketing-authorisation"] == "approved"
    assert acts["filed", "marketing-authorisation"] == "in-review"
    assert acts["stated-unapproved", "marketing-authorisation"] == "not-approved"
    assert acts["warned", "safety-alert"] is None


def test_status(ask: Ask) -> None:
    answer = ask("status", "alpinol", "--json").json
    assert answer.keys() >= {"schema", "data_version", "as_of", "total", "rows"}
    assert answer["total"] == len(answer["rows"]) > 0
    assert all(row.keys() >= STANDING | {"treatment"} for row in answer["rows"])


def test_search(ask: Ask) -> None:
    answer = ask("search", "red helmet", "--json").json
    assert answer.keys() >= {"schema", "query", "total", "hits", "suggestions"}
    assert all(hit.keys() == {"id", "name", "score", "matched"} for hit in answer["hits"])
    assert all(match.keys() == {"field", "text"} for hit in answer["hits"] for match in hit["matched"])


def test_search_that_finds_nothing_still_answers_in_json(ask: Ask) -> None:
    answer = ask("search", "zzzzqqq", "--json")
    assert answer.code == 1
    assert answer.json["hits"] == []


def test_trials(ask: Ask) -> None:
    answer = ask("trials", "--json").json
    assert answer.keys() == {"schema", "total", "trials"}
    for trial in answer["trials"]:
        assert trial.keys() >= TRIAL
        assert all(arm.keys() >= ARM for arm in trial["arms"])
        assert all(outcome.keys() >= OUTCOME for outcome in trial["outcomes"])
        assert all(result.keys() == RESULT for outcome in trial["outcomes"] for result in outcome["arms"])


def test_compare_options_timeline_explain_sources_list_stats(ask: Ask) -> None:
    compared = ask("compare", "alpinol", "lamphood", "--json").json
    assert compared.keys() >= {"schema", "as_of", "treatments", "effects", "rows"}
    assert all(len(row["values"]) == 2 and row["field"] for row in compared["rows"])
    chosen = ask("options", "--condition", "thinning", "--pregnant", "--json").json
    assert chosen.keys() == {"schema", "asked", "tiers", "excluded"}
    assert all(tier.keys() == {"tier", "treatments"} for tier in chosen["tiers"])
    assert {"id", "reason"} <= chosen["excluded"][0].keys()
    events = ask("timeline", "--json").json
    assert events.keys() == {"schema", "total", "events"}
    assert all(event.keys() >= {"date", "treatment", "kind", "text", "jurisdiction", "sources"} for event in events["events"])
    assert ask("explain", "channel", "--json").json.keys() >= {"schema", "id", "name", "text", "sources"}
    assert ask("sources", "--json").json["total"] == 9
    assert ask("list", "--json").json.keys() == {"schema", "total", "treatments"}
    assert ask("kb", "stats", "--json").json["totals"]["treatments"] == 5
    assert ask("show", "openers", "--json").json.keys() >= {"schema", "id", "name", "kind", "explanation", "members", "sources"}


@pytest.mark.parametrize("part", ["treatments", "trials", "sources", "vocabulary"])
def test_schema_is_json_schema_of_each_file(part: str, ask: Ask) -> None:
    made = ask("kb", "schema", part).json
    assert made["$schema"].endswith("2020-12/schema") and made["$defs"]
    assert made == json.loads(msgspec.json.encode(schema(part)))


def test_json_is_the_same_at_every_width(ask: Ask) -> None:
    assert ask("show", "alpinol", "--json", width=40).out == ask("show", "alpinol", "--json", width=200).out


def test_export_round_trips(ask: Ask, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("export")
    for form in ("json", "ndjson", "csv", "markdown", "sqlite"):
        target = folder / f"all.{form}"
        assert ask("export", form, str(target)).code == 0
        assert target.stat().st_size > 500
    whole = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    assert whole.keys() == {"schema", "data_version", "treatments", "trials", "sources", "vocabulary"}
    assert [one["id"] for one in whole["treatments"]] == ["alpinol-cream", "alpinol-oral", "graftan", "lamphood", "nulan"]
    lines = [json.loads(line) for line in (folder / "all.ndjson").read_text(encoding="utf-8").splitlines()]
    assert {line["type"] for line in lines} == {"treatment", "trial", "source"}
    again = ask("export", "json", str(folder / "all.json"))
    assert again.code == 2 and "--force" in again.err
    assert KB.is_dir()
