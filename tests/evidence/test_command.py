"""`hairtx evidence` from the outside: whole output, the JSON contract, refusals with a reason."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Ask

HERE = Path(__file__).parent
KB, GOLDEN = HERE / "kb", HERE / "golden"
MEANS = """study,treatment,n,mean,sd
one,placebo,50,1.0,4
one,lumol,52,4.0,5
two,placebo,40,0.5,3
two,brightin,41,2.5,3.5
three,lumol,60,5.0,4
three,brightin,61,3.1,4.5
four,placebo,30,0,4
four,lumol,31,2.9,4
four,brightin,29,2.0,4
"""
COUNTS = """study,treatment,n,events
one,placebo,50,5
one,lumol,52,20
two,placebo,40,0
two,brightin,41,7
three,lumol,60,25
three,brightin,61,15
"""
FILES = {"means.csv": MEANS, "counts.csv": COUNTS}
CASES = {
    "fading-60": (("fading",), 60),
    "fading-120": (("fading",), 120),
    "fading-shade-80": (("fading", "--measure", "shade-change", "--borrow-spread", "--separate-controls"), 80),
    "fading-merged-80": (("fading", "--merge-doses", "--effect", "rr", "--population", "all", "--important", "1.5"), 80),
    "fading-part-2-80": (("fading", "--part", "2"), 80),
    "fading-csv": (("fading", "--format", "csv"), 80),
    "fading-md": (("fading", "--effect", "rd", "--format", "md"), 80),
    "fading-published-60": (("fading", "--published"), 60),
    "fading-published-120": (("fading", "--published"), 120),
    "fading-published-csv": (("fading", "--published", "--format", "csv"), 80),
    "means-100": (("--data", "means.csv", "--reference", "placebo", "--method", "dl"), 100),
    "counts-common-60": (("--data", "counts.csv", "--model", "common", "--reference", "placebo"), 60),
}


def placed(line: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """The command line with the files of this test written into a folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(str(folder / part) if part in FILES else part for part in line)


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_read_and_agreed(name: str, ask: Ask, tmp_path: Path) -> None:
    line, width = CASES[name]
    answer = ask("evidence", *placed(line, tmp_path), kb=KB, width=width)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int, ask: Ask, tmp_path: Path) -> None:
    for name in ("fading-60", "means-100", "fading-shade-80"):
        for line in ask("evidence", *placed(CASES[name][0], tmp_path), kb=KB, width=width).out.splitlines():
            assert len(line) <= width and line == line.rstrip(), line


EVIDENCE = set("schema condition effect measure unit week model method reference tau2 i2 q df p treatments effects".split())
EFFECT = set("treatment comparator estimate se ci_low ci_high direct indirect trials certainty".split())


def test_contract(ask: Ask, tmp_path: Path) -> None:
    own = ask("evidence", *placed(("--data", "counts.csv", "--effect", "or", "--reference", "placebo"), tmp_path), "--json").json
    held = ask("evidence", "fading", "--json", kb=KB).json
    assert own.keys() == held.keys() >= EVIDENCE
    for record in (own, held):
        assert all(one.keys() >= {"id", "trials", "n", "p_score", "certainty"} for one in record["treatments"])
        assert all(one.keys() >= EFFECT for one in record["effects"])
        assert len(record["effects"]) == math.comb(len(record["treatments"]), 2)
        assert sum(one["p_score"] for one in record["treatments"]) == pytest.approx(len(record["treatments"]) / 2)
        assert all(one["certainty"] in {"high", "moderate", "low", "very-low"} for one in record["effects"])
        assert all(len(one["certainty_why"]["domains"]) == 6 for one in record["effects"])
    assert own["condition"] is None and own["trials_in"] == [] and own["zero_cells_corrected"] == ["two"]
    assert {one["id"] for one in held["trials_in"]} | {one["id"] for one in held["trials_out"]} == {
        *(f"NCT9000000{at}" for at in range(1, 6)), "shine-2019-brightin", "shine-2020-added", "shine-2021-women", "shine-2022-late",
        "shine-2022-rubbing", "shine-2023-cohort", "shine-2023-pooled", "shine-2023-sizeless", "shine-2023-subgroup", "shine-2024-silent",
    }  # fmt: skip
    assert {one["id"]: one["kind"] for one in held["trials_out"]} == {
        "shine-2019-brightin": "report", "shine-2020-added": "part", "shine-2021-women": "population", "shine-2022-late": "week",
        "shine-2022-rubbing": "part", "shine-2023-cohort": "design", "shine-2023-pooled": "design", "shine-2023-sizeless": "figures",
        "shine-2023-subgroup": "subgroup", "shine-2024-silent": "measure",
    }  # fmt: skip


def test_ratios_are_natural_and_their_errors_logarithmic(ask: Ask, tmp_path: Path) -> None:
    line = placed(("--data", "counts.csv", "--reference", "placebo", "--model", "common"), tmp_path)
    record = ask("evidence", *line, "--json").json
    for one in record["effects"]:
        assert math.log(one["ci_high"] / one["estimate"]) == pytest.approx(1.959963984540054 * one["se"])
        people = one["per_100"]
        if people:
            assert people["difference"] == pytest.approx(people["treated"] - people["control"])
    assert record["control_risk"] == pytest.approx(0.05)


def test_doses_controls_and_additions_are_nodes(ask: Ask) -> None:
    apart = ask("evidence", "fading", "--json", kb=KB).json
    assert {one["id"] for one in apart["treatments"]} == {"lumol:10-mg-daily", "lumol:5-mg-daily", "brightin:2-ml-daily", "glowcap", "placebo"}
    assert apart["merged_controls"] == ["placebo", "vehicle", "sham"] and apart["parts"] == 3
    merged = ask("evidence", "fading", "--merge-doses", "--json", kb=KB).json
    assert {one["id"] for one in merged["treatments"]} == {"lumol", "brightin", "glowcap", "brightin+shinex", "placebo"}
    kept = ask("evidence", "fading", "--separate-controls", "--json", kb=KB).json
    assert {"placebo", "vehicle"} <= {one["id"] for one in kept["treatments"]} and kept["merged_controls"] == []


def test_what_nobody_asked_for_is_said(ask: Ask) -> None:
    record = ask("evidence", "fading", "--json", kb=KB).json
    assert record["chosen_by_rule"] == ["measure", "week", "population"]
    assert (record["measure"], record["week"]) == ("colour-back", 24)
    asked = ask("evidence", "paling", "--measure", "responders", "--week", "50", "--window", "3", "--population", "adults", "--json", kb=KB).json
    assert asked["chosen_by_rule"] == [] and [one["week"] for one in asked["trials_in"]] == [52]
    assert [(one["id"], one["kind"]) for one in asked["trials_out"]][:1] == [("NCT90000001", "part")]


@pytest.mark.parametrize(
    ("said", "meant"), [("lumol 5 mg daily", "lumol:5-mg-daily"), ("glowcap", "glowcap"), ("Vehicle", "Vehicle"), ("vehicle", "placebo")]
)
def test_a_reference_may_be_named_as_people_do(said: str, meant: str, ask: Ask) -> None:
    answer = ask("evidence", "fading", "--reference", said, "--json", kb=KB)
    if answer.code:
        assert "“Vehicle” is not in this network" in answer.err
    else:
        assert answer.json["reference"] == meant


def test_a_spread_is_borrowed_only_where_asked_and_costs_certainty(ask: Ask) -> None:
    line = ("fading", "--measure", "shade-change")
    plain, lent = (ask("evidence", *line, *more, "--json", kb=KB).json for more in ((), ("--borrow-spread",)))
    assert {one["id"] for one in lent["trials_in"]} - {one["id"] for one in plain["trials_in"]} == {"NCT90000004"}
    beam = next(one for one in lent["trials_in"] if one["id"] == "NCT90000004")
    assert beam["notes"] == ["the spread is borrowed from other trials of this measure"]
    whose = next(one for one in lent["effects"] if one["trials"] == ["NCT90000004"])
    bias = next(one for one in whose["certainty_why"]["domains"] if one["domain"] == "within-study bias")
    assert bias["concern"] == "major" and "borrowed" in bias["reason"]


def test_an_unknown_domain_caps_the_word(ask: Ask, tmp_path: Path) -> None:
    record = ask("evidence", *placed(("--data", "means.csv"), tmp_path), "--json").json
    for one in record["effects"]:
        assert one["certainty"] in {"low", "very-low"} and "at most low while unknown: within-study bias" in one["certainty_why"]["capped"]


def table(rows: str, head: str = "study,treatment,n,events") -> str:
    return f"{head}\n{rows}\n"


GOOD = "a,x,10,3\na,y,10,5"
HOSTILE = {
    "empty": ("", "holds nothing"),
    "blank": ("\n\n  \n", ""),
    "header only": ("study,treatment,n,events\n", "no row below"),
    "no n column": (table("a,x,3", "study,treatment,events"), "no column n"),
    "no outcome": (table("a,x,3", "study,treatment,n"), "no column mean"),
    "twice a column": (table("a,x,3,3,4", "study,treatment,n,n,events"), "“n” is there twice"),
    "text in n": (table("a,x,ten,3\na,y,10,5"), "row 2: column n is “ten”"),
    "text in events": (table("a,x,10,3\na,y,10,many"), "row 3: column events is “many”"),
    "negative n": (table("a,x,-10,3\na,y,10,5"), "row 2: column n is -10"),
    "zero n": (table("a,x,0,0\na,y,10,5"), "row 2: column n is 0"),
    "half a person": (table("a,x,10.5,3\na,y,10,5"), "row 2: column n is 10.5"),
    "empty n": (table("a,x,,3\na,y,10,5"), "row 2: column n is empty"),
    "events over n": (table("a,x,10,3\na,y,10,11"), "row 3: column events is 11"),
    "negative events": (table("a,x,10,-3\na,y,10,11"), "row 2: column events is -3"),
    "one arm": (table("a,x,10,3\nb,x,10,3\nb,y,10,4"), "row 2: study “a” has one arm only"),
    "repeated arm": (table("a,x,10,3\na,x,10,4"), "row 3: study “a” has “x” twice"),
    "no study": (table(",x,10,3"), "row 2: column study is empty"),
    "no treatment": (table("a,,10,3"), "row 2: column treatment is empty"),
    "nan": (table("a,x,10,nan\na,y,10,4"), "column events is “nan”"),
    "infinite": (table("a,x,10,inf,1\na,y,10,1,1", "study,treatment,n,mean,sd"), "column mean is “inf”"),
    "huge number": (table("a,x,1e300,3\na,y,10,4"), "column n is “1e300”"),
    "arabic digits": (table("a,x,١٠,3\na,y,10,4"), "column n is"),
    "zero sd": (table("a,x,10,1,0\na,y,10,1,1", "study,treatment,n,mean,sd"), "row 2: column sd is 0"),
    "negative se": (table("a,x,10,1,-1\na,y,10,1,1", "study,treatment,n,mean,se"), "row 2: column se is -1"),
    "tiny sd": (table("a,x,10,1,1e-200\na,y,10,1,1", "study,treatment,n,mean,sd"), "must be above zero"),
    "no spread": (table("a,x,10,1\na,y,10,1", "study,treatment,n,mean"), "neither sd"),
    "no mean": (table("a,x,10,,1\na,y,10,1,1", "study,treatment,n,mean,sd"), "row 2: study “a” has no mean"),
    "mixed": (table("a,x,10,1,1,\na,y,10,1,1,\nb,x,10,,,3\nb,y,10,,,4", "study,treatment,n,mean,sd,events"), "cannot be pooled"),
    "two measures": (table("a,x,10,3,hair\na,y,10,4,hair\nb,x,10,3,nails\nb,y,10,4,nails", "study,treatment,n,events,measure"), "“nails”"),
    "ragged": (table("a,x,10,3,9,9\na,y,10,4"), "row 2: it has 6 cells"),
    "short": (table("a,x\na,y,10,4"), "row 2: column n is empty"),
    "open quote": (table('"a,x,10,3\na,y,10,4'), "not CSV"),
    "no text": ("study\0,treatment", "not text"),
    "disconnected": (table("a,x,10,3\na,y,10,4\nb,v,10,3\nb,w,10,5"), "part 1 (v, w); part 2 (x, y)"),
    "not a table": ("{}", "no column study"),
    "contrast of one": (table("a,x,x,1,1", "study,treatment,comparator,estimate,se"), "with itself"),
    "contrast missing": (table("a,x,y,1,1\na,z,y,1,1", "study,treatment,comparator,estimate,se"), "3 arms and 2 of their 3"),
    "contrasts that do not add up": (table("a,x,y,1,1\na,z,y,3,1\na,z,x,1,1", "study,treatment,comparator,estimate,se"), "do not add up"),
    "errors that do not add up": (
        table("a,x,y,1,1\na,z,y,3,1\na,z,x,2,9", "study,treatment,comparator,estimate,se"),
        "standard errors do not add up",
    ),
    "contrast of no error": (table("a,x,y,1,0", "study,treatment,comparator,estimate,se"), "column se is 0"),
    "errors too far apart": (
        table("b,a,10,1,1e6\nb,x,10,1,1e6\nc,x,10,1,1e-7\nc,y,10,1,1e-7", "study,treatment,n,mean,sd"),
        "too far apart for numbers",
    ),
    "too many treatments": (table("\n".join(f"s{at},t{at},9,1\ns{at},t{at + 1},9,2" for at in range(151))), "152 treatments"),
    "escape": (table("\x1b[31ma,x,ten,3"), "column n is “ten”"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_one_sentence(name: str, ask: Ask) -> None:
    text, says = HOSTILE[name]
    effect = ("--effect", "md") if "comparator" in text else ()
    answer = ask("evidence", "--data", "-", *effect, stdin=text)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert says in answer.err and answer.err.startswith("hairtx: ") and "\x1b" not in answer.err and len(answer.err) < 700


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + table(GOOD),
        table(GOOD).replace(",", ";"),
        table(GOOD).replace(",", "\t"),
        table(GOOD).replace("\n", "\r\n"),
        table('"a","x",10,3\n"a","y","10","5"'),
        "\n" + table(GOOD) + "\n\n,,,\n",
        table("a , x , 10 , 3\na,y,10,5", "Study , TREATMENT,n, Events"),
        table("a,x,10,3,hello\na,y,10.0,5,world", "study,treatment,n,events,comment"),
    ],
)
def test_what_a_spreadsheet_makes_of_it_is_read(text: str, ask: Ask) -> None:
    found = ask("evidence", "--data", "-", "--json", stdin=text).json
    assert found["effects"] == ask("evidence", "--data", "-", "--json", stdin=table(GOOD)).json["effects"]


def test_a_decimal_comma_where_semicolons_part(ask: Ask) -> None:
    text = "study;treatment;n;mean;sd\na;x;10;1,5;2,25\na;y;10;2;1\n"
    (one,) = ask("evidence", "--data", "-", "--json", "--reference", "x", stdin=text).json["effects"]
    assert one["estimate"] == 0.5 and one["se"] == pytest.approx(math.sqrt(2.25**2 / 10 + 0.1))


def test_reported_differences_are_read_too(ask: Ask) -> None:
    text = table("a,x,y,2,1\nb,x,y,4,1", "study,treatment,comparator,estimate,se")
    (one,) = ask("evidence", "--data", "-", "--effect", "md", "--model", "common", "--reference", "y", "--json", stdin=text).json["effects"]
    assert (one["estimate"], one["se"]) == (3.0, pytest.approx(math.sqrt(0.5)))


@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(MEANS) - 1), cut=st.integers(0, 6), put=st.text(max_size=4))
def test_a_mutated_file_is_answered_or_refused(at: int, cut: int, put: str, ask: Ask) -> None:
    answer = ask("evidence", "--data", "-", "--format", "csv", stdin=MEANS[:at] + put + MEANS[at + cut :])
    assert answer.code in {0, 2}
    assert (answer.err.count("\n") == 1 and not answer.out) if answer.code else answer.out


WILD = st.builds(
    "{},{},{},{},{},{}".format,
    st.sampled_from("abcd"), st.sampled_from("wxyz"), st.sampled_from([1, 2, 100, 10**9]), st.sampled_from([0, -1, 1e12, 1e-12, 3.3]),
    st.sampled_from([1e-150, 1e-12, 1e-5, 1, 5, 1e5, 1e12]), st.sampled_from([0, 1]),
)  # fmt: skip


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(WILD, min_size=4, max_size=12, unique_by=lambda row: row[:3]), effect=st.sampled_from(["md", "or", "rr", "rd"]))
def test_figures_of_every_size_are_answered_or_refused(rows: list[str], effect: str, ask: Ask) -> None:
    answer = ask("evidence", "--data", "-", "--effect", effect, "--json", stdin=table("\n".join(rows), "study,treatment,n,mean,sd,events"))
    assert answer.code in {0, 2}
    assert (answer.err.count("\n") == 1 and not answer.out) if answer.code else answer.json["effects"]


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ((), 2, "either a condition"),
        (("fading", "--data", "x.csv"), 2, "either a condition"),
        (("--data", "nosuch.csv"), 2, "could not be read"),
        (("--data", "."), 2, "could not be read"),
        (("--data", "-", "--measure", "x"), 2, "do not go with --data"),
        (("--data", "-", "--reference", "nosuch"), 2, "“nosuch” is not in this network; it has x, y"),
        (("--data", "-", "--part", "2"), 2, "--part 2 does not exist"),
        (("--data", "-", "--effect", "smd"), 2, "--effect 'smd'"),
        (("--data", "-", "--effect", "md"), 2, "has no mean"),
        (("--data", "-", "--important", "0.9"), 2, "--important 0.9"),
        (("--data", "-", "--important", "nan"), 2, "--important nan"),
        (("--data", "-", "--model", "bayes"), 2, "--model"),
        (("--data", "-", "--method", "ml"), 2, "--method"),
        (("--data", "-", "--better", "redder"), 2, "--better"),
        (("--data", "-", "--plot", "x.txt"), 2, "--plot draws to"),
        (("nosuch",), 1, "nothing here is called"),
        (("wilting",), 1, "no trial of wilting"),
        (("fading", "--measure", "shades"), 1, "nearest: shade-change"),
        (("fading", "--week", "-1"), 2, "--week -1"),
        (("fading", "--week", "200"), 1, "no trial fits; those with usable figures of colour-back are at week"),
        (("fading", "--population", "nosuch"), 1, "nosuch"),
        (("fading", "--population", "children"), 1, "no trial fits"),
        (("fading", "--effect", "md", "--measure", "colour-back"), 2, "does not go with colour-back"),
        (("fading", "--reference", "nosuch"), 2, "nosuch"),
        (("fading", "--part", "9"), 2, "--part 9"),
    ],
)
def test_a_question_that_cannot_be_answered(line: tuple[str, ...], code: int, says: str, ask: Ask) -> None:
    if line == ("fading", "--week", "200"):
        line = (*line, "--measure", "colour-back")
    if "children" in line:
        line = (*line, "--measure", "colour-back")
    answer = ask("evidence", *line, kb=KB, stdin=table(GOOD))
    assert (answer.code, answer.out, answer.err.count("\n")) == (code, "", 1), answer
    assert says in answer.err


def test_parts_are_analysed_one_at_a_time(ask: Ask) -> None:
    text = HOSTILE["disconnected"][0]
    for part, names in ((1, {"v", "w"}), (2, {"x", "y"})):
        record = ask("evidence", "--data", "-", "--part", str(part), "--json", stdin=text).json
        assert {one["id"] for one in record["treatments"]} == names and record["parts"] == 2


def test_without_matplotlib_it_says_what_brings_it(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hairtx.views.drawing.find_spec", lambda _: None)
    answer = ask("evidence", "fading", "--plot", str(tmp_path / "x.svg"), kb=KB)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1) and "hairtx[plot]" in answer.err


@pytest.mark.parametrize(("suffix", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_drawings(suffix: str, magic: bytes, ask: Ask, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    target = tmp_path / f"new/drawn.{suffix}"
    line = ("evidence", "fading", "--plot", str(target), "--format", "csv")
    assert ask(*line, kb=KB).code == 0
    drawn = target.read_bytes()
    assert drawn.startswith(magic) and list(target.parent.iterdir()) == [target]
    if suffix == "svg":
        assert b"Lumol 10 mg daily" in drawn and b"moderate" in drawn
        assert ask(*line).code == 2 and ask(*line, "--force", kb=KB).code == 0
        assert target.read_bytes() == drawn


def test_other_commands_do_not_pay_for_numpy() -> None:
    import subprocess

    code = (
        "import sys, io; from datetime import date; from pathlib import Path; from hairtx.cli.app import run; from hairtx.cli.world import World;"
        f"w = World(io.StringIO(), io.StringIO(), io.StringIO(), {{'HAIRTX_KB': {str(KB)!r}}}, date(2026, 6, 1));"
        "run(['show', 'lumol'], w); run(['evidence', '--help'], w); print('numpy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip().endswith("False")
