"""Every rule, in the order in which a curator best mends what they find: ids and names, references, dates, figures, words, gaps, care."""

from __future__ import annotations

from hairtx.lint import (
    arms_add_up,
    authority_fits,
    certainty_fits,
    complete_enough,
    contradiction,
    dates_in_order,
    figures_agree,
    ids_collide,
    names_collide,
    nothing_promised,
    product_listed,
    recorded_once,
    references_exist,
    registry_ids,
    review_age,
    sorted_by_id,
    sources_exist,
    sources_used,
    statement_ids,
)
from hairtx.lint.rule import Rule

RULES: tuple[Rule, ...] = (
    ids_collide.RULE,
    registry_ids.RULE,
    statement_ids.RULE,
    recorded_once.RULE,
    names_collide.RULE,
    sources_exist.RULE,
    references_exist.RULE,
    authority_fits.RULE,
    product_listed.RULE,
    dates_in_order.RULE,
    contradiction.RULE,
    arms_add_up.RULE,
    figures_agree.RULE,
    nothing_promised.RULE,
    complete_enough.RULE,
    certainty_fits.RULE,
    sources_used.RULE,
    sorted_by_id.RULE,
    review_age.RULE,
)
