import pytest

from hairtx.lint.registry_ids import RULE

from .made import base, said, trial

NEITHER = "is neither an id of a registry nor in kebab-case; write it as the registry prints it, or as author-2002-treatment"


@pytest.mark.parametrize(
    "id_",
    [
        "NCT99999901", "ISRCTN99999901", "EUCTR2099-999999-01", "EUCTR2099-999999-01-DE", "jRCT9999999999", "jRCTs999999999", "JapicCTI-999999",
        "UMIN999999999", "JPRN-UMIN999999999", "ChiCTR9999999999", "ChiCTR-TRC-99999999", "CTRI/2099/01/999999", "KCT9999999",
        "ACTRN99999999999999", "ACTRN99999999999999p", "IRCT99999999999999N9", "NTR9999", "DRKS99999999", "TCTR99999999999",
        "PACTR999999999999999", "RBR-9abc99", "CTR99999999", "nobody-2002", "nobody-2002b-quoxatrin-5-men", "1999-nobody", "nct-2019-nobody",
    ],
)  # fmt: skip
def test_ids_in_form(id_: str) -> None:
    assert said(RULE, base(trials={id_: trial()})) == []


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("NCT9999990", "is no id of NCT; its form: NCT and 8 digits"),
        ("nct99999901", "is no id of NCT; its form: NCT and 8 digits"),
        ("NCT 99999901", NEITHER),
        ("EUCTR2099-99999-01", "is no id of EUCTR; its form: EUCTR2015-002487-24"),
        ("ChiCTR-999", "is no id of ChiCTR; its form: ChiCTR and 10 digits, or ChiCTR-TRC-12002340"),
        ("CTRI-2099-01", "is no id of CTRI; its form: CTRI/2018/01/011111"),
        ("nobody2002", NEITHER),
        ("Nobody-2002", NEITHER),
        ("nobody--2002", NEITHER),
    ],
)
def test_ids_out_of_form(id_: str, expected: str) -> None:
    assert said(RULE, base(trials={id_: trial()})) == [f'trials {id_}: "{id_}" {expected}']


def test_other_ids() -> None:
    trials = {"NCT99999901": trial(other_ids=["QX-301", "nct99999902", "NCT99999901"]), "NCT99999902": trial()}
    assert said(RULE, base(trials=trials)) == [
        'trials NCT99999901.other_ids[1]: the other id "nct99999902" is a trial of its own; join the two records, or take it out',
        'trials NCT99999901.other_ids[2]: the other id "NCT99999901" is the id of this trial; take it out',
    ]
