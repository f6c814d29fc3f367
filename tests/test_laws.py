"""What must hold for every input, searched for counterexamples."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hairtx.engines.effects import risk_difference
from hairtx.engines.names import resolve
from hairtx.engines.status import standings
from hairtx.model.dates import Answer, PartialDate, happened_by
from hairtx.model.naming import clean, fold, key, words
from hairtx.model.treatments import Treatment
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.plain import custom_to_plain, plain_to_custom
from tests.conftest import TODAY, Ask

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
partial = days.flatmap(lambda d: st.sampled_from([f"{d:%Y}", f"{d:%Y-%m}", f"{d:%Y-%m-%d}"]).map(PartialDate))


@given(partial)
def test_a_partial_date_covers_at_least_a_day_and_reads_back(when: PartialDate) -> None:
    assert when.earliest <= when.latest
    assert PartialDate(str(when)) == when


@given(partial, days)
def test_three_answers_follow_from_the_two_ends(when: PartialDate, day: date) -> None:
    answer = when.by(day)
    assert (answer is Answer.YES) == (when.latest <= day)
    assert (answer is Answer.NO) == (when.earliest > day)


@given(partial, days)
def test_what_happened_stays_happened(when: PartialDate, day: date) -> None:
    if when.by(day) is Answer.YES:
        assert when.by(day + timedelta(days=1)) is Answer.YES
    assert happened_by(day, None, None) is Answer.MAYBE


@given(st.text(max_size=8))
def test_what_is_no_date_is_refused_with_a_value_error(text: str) -> None:
    try:
        when = PartialDate(text)
    except ValueError:
        return
    assert str(when) == text and text.isascii()


@given(st.text())
def test_a_name_key_is_stable_and_holds_no_spaces_or_hyphens(text: str) -> None:
    once = key(text)
    assert key(once) == once
    assert not any(one.isspace() or one == "-" for one in once)
    assert key(f" {text.upper()}-") == key(text.upper())


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(words(word) == [word] for word in words(text))


@given(st.text())
def test_cleaned_text_is_one_safe_line(text: str) -> None:
    shown = clean(text, 50)
    assert len(shown) <= 50
    assert "\x1b" not in shown and "\n" not in shown and "\u202e" not in shown


def test_every_name_resolves_to_its_record_and_every_id_to_itself(base: KnowledgeBase) -> None:
    for id_, treatment in base.treatments():
        assert resolve(id_, base).id == id_
        for _, name in treatment.names.all():
            assert resolve(name, base).id == id_
            assert resolve(f" {name.upper()} ", base).id == id_


@given(st.integers(1, 400), st.integers(1, 400), st.floats(0, 1), st.floats(0, 1))
def test_a_risk_difference_lies_in_its_interval_and_turns_with_the_arms(n: int, m: int, p: float, q: float) -> None:
    events, control = round(p * n), round(q * m)
    one, other = risk_difference(events, n, control, m), risk_difference(control, m, events, n)
    assert one.low is not None and one.high is not None and other.low is not None and other.high is not None
    assert -100 - 1e-9 <= one.low <= one.estimate + 1e-9 and one.estimate - 1e-9 <= one.high <= 100 + 1e-9
    assert math.isclose(one.estimate, -other.estimate, abs_tol=1e-9)
    assert math.isclose(one.low, -other.high, abs_tol=1e-9)


def test_newcombes_own_example() -> None:
    """Newcombe 1998, table II, column (a), method 10: 56/70 against 48/80 gives 0.0524 to 0.3339."""
    found = risk_difference(56, 70, 48, 80)
    assert found.estimate == pytest.approx(20.0)
    assert found.low == pytest.approx(5.24, abs=0.005)
    assert found.high == pytest.approx(33.39, abs=0.005)


def test_as_of_today_equals_now(ask: Ask) -> None:
    for line in (("show", "alpinol"), ("status",), ("compare", "alpinol", "lamphood"), ("options", "--condition", "thinning"), ("timeline",)):
        assert ask(*line, "--json").out == ask(*line, "--json", "--as-of", TODAY.isoformat()).out


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(2000, 1, 1), TODAY))
def test_nothing_is_told_before_it_was_known(base: KnowledgeBase, day: date) -> None:
    for _, treatment in base.treatments():
        for row in standings(treatment.decisions, day):
            assert (row.date is None or row.date.latest <= day) and (row.known_by is None or row.known_by.earliest <= day)


def test_records_survive_being_written_and_read(base: KnowledgeBase) -> None:
    for _, treatment in base.treatments():
        plain: Any = msgspec.json.decode(msgspec.json.encode(treatment, enc_hook=custom_to_plain))
        assert msgspec.convert(plain, Treatment, dec_hook=plain_to_custom) == treatment


def test_a_family_that_owns_a_name_comes_before_a_treatment_that_shares_it(base: KnowledgeBase) -> None:
    assert resolve("alpinol", base).id == "alpinol-oral"
    assert resolve("alpinol", base).also == ("alpinol-cream",)
    assert (resolve("openers", base).what, resolve("openers", base).id) == ("family", "channel-openers")
