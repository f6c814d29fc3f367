"""Reads articles against the knowledge base: sentences, mentions, claims, verdicts on two days."""

from hairtx.engines.claims.check import check
from hairtx.engines.claims.records import Claim, Report, Verdict

__all__ = ["Claim", "Report", "Verdict", "check"]
