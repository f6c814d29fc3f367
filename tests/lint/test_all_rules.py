import importlib
import pkgutil
import re

import hairtx.lint
from hairtx.lint.all_rules import RULES
from hairtx.lint.rule import run

from .made import TODAY, base


def test_nothing_is_said_where_all_is_well() -> None:
    assert list(run(RULES, base(), TODAY)) == []


def test_an_empty_knowledge_base_is_no_fault_of_any_rule() -> None:
    assert list(run(RULES, base({}, {}, {}, type(base().vocabulary)()), TODAY)) == []


def test_every_file_with_a_rule_is_listed() -> None:
    modules = [importlib.import_module(f"hairtx.lint.{found.name}") for found in pkgutil.iter_modules(hairtx.lint.__path__)]
    assert {module.RULE.name for module in modules if hasattr(module, "RULE")} == {rule.name for rule in RULES}


def test_each_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name), rule.name
        assert rule.sentence[0].isupper() and rule.sentence.endswith("."), rule.name
