"""Finds treatments by what people type, and says why each was found."""

from hairtx.engines.search.facets import Facets
from hairtx.engines.search.find import Found, find
from hairtx.engines.search.gather import Hit, Match

__all__ = ["Facets", "Found", "Hit", "Match", "find"]
