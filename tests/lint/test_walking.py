from hairtx.lint.walking import citations, pieces, prose
from hairtx.model.treatments import Names, Safety, Warning

from .made import base, statement, with_treatment


def test_pieces_reach_records_inside_records() -> None:
    paths = {path for path, _ in pieces(base())}
    assert {
        ("treatments", "quoxatrin"),
        ("treatments", "quoxatrin", "appraisals", 0),
        ("trials", "NCT99999901", "outcomes", 0, "arms", 1),
        ("sources", "reg-2020"),
        ("vocabulary", "families", "blockers"),
    } <= paths


def test_citations_reach_every_list_of_sources() -> None:
    safety = Safety(boxed_warning=Warning("Beware.", ["warned-2021"]), common=[Warning("Itch.", ["label-2021"])])
    found = dict(citations(with_treatment(safety=safety, names=Names(foreign={"ja": ["クオ"]}))))
    assert found["treatments", "quoxatrin", "safety", "boxed_warning", "sources", 0] == "warned-2021"
    assert found["treatments", "quoxatrin", "safety", "common", 0, "sources", 0] == "label-2021"
    assert found["trials", "NCT99999901", "outcomes", 0, "sources", 0] == "reg-2020"
    assert found["vocabulary", "glossary", "follicle", "sources", 0] == "reg-2020"


def test_prose_is_what_people_are_told() -> None:
    told = dict(prose(with_treatment(statements=[statement(text="It holds."), statement(id="old", text="It never held.", never_true="a rumour")])))
    assert told["treatments", "quoxatrin", "summary"] == "An invented tablet."
    assert told["treatments", "quoxatrin", "statements", 0, "text"] == "It holds."
    assert ("treatments", "quoxatrin", "statements", 1, "text") not in told
    assert told["vocabulary", "families", "blockers", "explanation"] == "They block."
    assert told["vocabulary", "glossary", "follicle", "text"] == "Where a hair grows."
