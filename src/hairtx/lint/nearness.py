"""Remedies that name the spelling a curator most likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(wanted: str, among: Iterable[str]) -> str:
    """`nearest: "reg-2015"` for the likest of `among`; empty where none is like `wanted`."""
    close = difflib.get_close_matches(wanted, list(among), n=1, cutoff=0.6)
    return f'nearest: "{close[0]}"' if close else ""
