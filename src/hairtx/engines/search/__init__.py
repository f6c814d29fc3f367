"""Finds treatments by what people type, and says why each was found."""

from hairtx.engines.search.find import Found, Hit, Match, find

__all__ = ["Found", "Hit", "Match", "find"]
