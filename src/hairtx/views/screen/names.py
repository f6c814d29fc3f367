"""The vocabulary's names that a page needs."""

from __future__ import annotations

from collections.abc import Mapping

from hairtx.model.value import Value
from hairtx.model.vocabulary import Authority, Condition, Family, Jurisdiction, Measure, Population


class Names(Value, frozen=True):
    """Names by id, as the vocabulary has them; of other treatments too."""

    conditions: Mapping[str, Condition]
    populations: Mapping[str, Population]
    jurisdictions: Mapping[str, Jurisdiction]
    measures: Mapping[str, Measure]
    families: Mapping[str, Family]
    authorities: Mapping[str, Authority]
    treatments: Mapping[str, str]
