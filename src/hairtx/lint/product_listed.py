"""Grants for a product that the record does not list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hairtx.lint.nearness import nearest
from hairtx.lint.rule import Finding, Rule
from hairtx.model.knowledge import Knowledge


def check(knowledge: Knowledge, _today: date) -> Iterator[Finding]:
    """A finding for each decision granted or extended for an unlisted product.

    Spelling counts: the status is worked out per product, by its exact name.
    """
    for id_, treatment in knowledge.treatments.items():
        products = [product.name for product in treatment.products]
        for at, decision in enumerate(treatment.decisions):
            if decision.action in {"granted", "extended"} and decision.product is not None and decision.product not in products:
                path = ("treatments", id_, "decisions", at, "product")
                remedy = nearest(decision.product, products) or "list it under products"
                yield Finding(path, f'"{decision.product}" is not among the products of this record', remedy)


RULE = Rule(
    name="product-listed",
    sentence="A product that was granted is among the products of its record.",
    check=check,
)
