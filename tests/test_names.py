"""What a name typed by a person is taken for: words around a name, names of another kind, and the spelling that is shown."""

from __future__ import annotations

import pytest

from hairtx.engines.names import resolve
from hairtx.errors import NothingFound
from hairtx.model.naming import brief
from hairtx.store.knowledge_base import KnowledgeBase
from tests.conftest import Ask


@pytest.mark.parametrize(
    ("said", "what", "id_"),
    [
        ("alpina tablets", "treatment", "alpinol-oral"),
        ("daily alpinol tablet", "treatment", "alpinol-oral"),
        ("Graftan Therapy injections", "treatment", "graftan"),
        ("red lamp hood device", "treatment", "lamphood"),
        ("stem cells therapy", "family", "cell-therapies"),
        ("openers class", "family", "channel-openers"),
        ("red lamp hoods", "treatment", "lamphood"),
        ("stem cell", "family", "cell-therapies"),
        ("lamp red hood", "treatment", "lamphood"),
        ("openers channel", "family", "channel-openers"),
        ("invented", "company", "alpinol-oral"),
    ],
)
def test_words_around_a_name_are_allowed_where_its_record_holds_them(said: str, what: str, id_: str, base: KnowledgeBase) -> None:
    meaning = resolve(said, base)
    assert (meaning.what, meaning.id) == (what, id_)


@pytest.mark.parametrize("said", ["alpinol bicycle", "alpina lamphood", "the train to graftanville", "cell", "tablets", "therapy injections"])
def test_other_words_are_not(said: str, base: KnowledgeBase) -> None:
    with pytest.raises(NothingFound):
        resolve(said, base)


def test_a_name_of_another_kind_says_which_command_knows_it(ask: Ask) -> None:
    term, trial = ask("show", "ion channel"), ask("show", "NCT00000001")
    assert (term.code, term.out) == (1, "") and "hairtx explain 'ion channel'" in term.err
    assert (trial.code, trial.out) == (1, "") and "hairtx trials NCT00000001" in trial.err


def test_of_a_company_its_own_trials_come_first(ask: Ask) -> None:
    sponsors = [trial["sponsor"] for trial in ask("trials", "Graftan", "--json").json["trials"]]
    assert sponsors[0] == "Graftan Inc" and ask("show", "Invented").out.startswith("Invented Pharma")


@pytest.mark.parametrize("said", ["grove, alpinol", "alpinol grove", "alpinol-oral,grove"])
def test_trials_of_several_names_are_all_shown(said: str, ask: Ask) -> None:
    one, other = ({trial["id"] for trial in ask("trials", name, "--json").json["trials"]} for name in ("alpinol", "grove"))
    assert {trial["id"] for trial in ask("trials", said, "--json").json["trials"]} == one | other > one


def test_of_several_names_the_one_that_is_unknown_is_told(ask: Ask) -> None:
    assert "“nosuchthing”" in ask("trials", "alpinol, nosuchthing").err


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Graftan (fat with cells of the same fat in it)", "Graftan"),
        ("Alpinol (oral)", "Alpinol (oral)"),
        ("Lamps (of light) for the scalp and its hair", "Lamps (of light) for the scalp and its hair"),
        ("Alpinol", "Alpinol"),
    ],
)
def test_a_long_explanation_in_brackets_is_no_part_of_a_name(name: str, short: str) -> None:
    assert brief(name) == short
