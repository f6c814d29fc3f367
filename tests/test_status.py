"""The status on a day follows from the dated acts, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hairtx.engines.status import led_to, standings, uncertain
from hairtx.model.dates import PartialDate
from hairtx.model.treatments import Decision


def act(when: str | None, action: str, pathway: str = "marketing-authorisation", **more: Any) -> Decision:
    given: dict[str, Any] = {"jurisdiction": "US", "authority": "agency", "condition": "thinning", "product": "Alpina", "sources": ["s"]}
    known_by = more.pop("known_by", None)
    given |= more
    return Decision(
        action=action,  # type: ignore[arg-type]
        pathway=pathway,  # type: ignore[arg-type]
        date=PartialDate(when) if when else None,
        known_by=PartialDate(known_by) if known_by else None,
        **given,
    )


def on(day: str, *acts: Decision) -> list[str]:
    return [row.status for row in standings(acts, date.fromisoformat(day))]


def test_nothing_decided_is_no_row() -> None:
    assert on("2020-01-01") == []


@pytest.mark.parametrize(
    ("pathway", "status"),
    [
        ("marketing-authorisation", "approved"),
        ("conditional-authorisation", "conditional"),
        ("510k", "cleared"),
        ("de-novo", "cleared"),
        ("pma", "approved"),
        ("ce-mark", "ce-marked"),
        ("otc-monograph", "approved"),
    ],
)
def test_a_grant_is_what_its_pathway_gives(pathway: str, status: str) -> None:
    assert on("2020-01-01", act("2019", "granted", pathway)) == [status]


def test_leave_to_run_a_trial_is_never_approval() -> None:
    assert on("2020-01-01", act("2015-07-28", "permitted-trial", "trial-permission")) == ["investigational"]


def test_filed_then_refused() -> None:
    acts = (act("2020-01", "filed"), act("2021-02-03", "refused"))
    assert on("2020-06-01", *acts) == ["in-review"]
    assert on("2021-02-03", *acts) == ["refused"]


def test_approved_then_withdrawn_says_withdrawn_for_every_product_the_act_covers() -> None:
    acts = (act("2010", "granted"), act("2011", "granted", product="Other"), act("2015", "withdrawn", product=None))
    assert on("2014-12-31", *acts) == ["approved", "approved"]
    assert on("2016-01-01", *acts) == ["withdrawn", "withdrawn"]


def test_a_withdrawal_of_one_product_leaves_the_other() -> None:
    acts = (act("2010", "granted"), act("2011", "granted", product="Other"), act("2015", "withdrawn"))
    assert on("2016-01-01", *acts) == ["approved", "withdrawn"]


def test_a_switch_changes_the_supply_and_not_since_when() -> None:
    rows = standings([act("2010-03-02", "granted", supply="prescription"), act("2018", "granted", "otc-switch", supply="otc")], date(2020, 1, 1))
    assert [(row.status, row.supply, str(row.date), str(row.supply_since)) for row in rows] == [("approved", "otc", "2010-03-02", "2018")]


def test_a_later_grant_with_the_same_supply_keeps_since_when() -> None:
    acts = [act("2010", "granted", supply="prescription"), act("2015", "granted", "otc-switch", supply="otc"), act("2018", "extended", supply="otc")]
    assert [str(row.supply_since) for row in standings(acts, date(2020, 1, 1))] == ["2015"]
    assert [row.supply_since for row in standings(acts[:1], date(2020, 1, 1))] == [None]


@pytest.mark.parametrize(
    ("action", "pathway"),
    [
        ("warned", "safety-alert"),
        ("recommended", "reimbursement"),
        ("not-recommended", "reimbursement"),
        ("suspended", "court-ruling"),
        ("suspended", "trial-permission"),
        ("refused", "otc-switch"),
        ("granted", "label-change"),
    ],
)
def test_what_is_no_act_on_the_approval_leaves_it_standing(action: str, pathway: str) -> None:
    later = act("2020", action, pathway)
    assert led_to(later) is None
    assert on("2021-01-01", act("2010", "granted"), later) == ["approved"]


def test_a_later_filing_for_more_does_not_undo_an_approval() -> None:
    assert on("2021-01-01", act("2010", "granted"), act("2020", "filed")) == ["approved"]


def test_off_label_is_said_where_the_product_is_approved_there_for_something_else() -> None:
    rows = standings([act("2010", "granted", condition="high-pressure"), act("2012", "stated-unapproved", product=None)], date(2020, 1, 1))
    assert [(row.condition, row.status, row.off_label) for row in rows] == [("high-pressure", "approved", False), ("thinning", "not-approved", True)]


def test_conditions_and_places_do_not_mix() -> None:
    acts = (
        act("2010", "granted"),
        act("2010", "granted", condition="patchy-loss"),
        act("2010", "granted", jurisdiction="EU"),
        act("2011", "withdrawn"),
    )
    rows = standings(acts, date(2012, 1, 1))
    assert [(row.jurisdiction, row.condition, row.status) for row in rows] == [
        ("EU", "thinning", "approved"),
        ("US", "patchy-loss", "approved"),
        ("US", "thinning", "withdrawn"),
    ]


def test_a_half_known_date_is_neither_yes_nor_no() -> None:
    decision = act("2016", "granted")
    assert on("2016-06-30", decision) == []
    assert uncertain([decision], date(2016, 6, 30)) == [decision]
    assert on("2016-12-31", decision) == ["approved"]


def test_an_undated_act_counts_from_the_report_of_it() -> None:
    decision = act(None, "granted", known_by="2016")
    assert on("2015-12-31", decision) == []
    assert on("2016-01-31", decision) == ["approved"]
    assert uncertain([decision], date(2015, 12, 31)) == [decision]
    assert uncertain([decision], date(2016, 1, 31)) == []
