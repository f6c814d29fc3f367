"""`list` on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.listing import Listed
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.wording import certainty, plural, spaced


def listing(found: Sequence[Listed], look: Look) -> RenderableType:
    """One entry for each treatment: id, kind, stages, where sold, certainty."""
    rows: list[tuple[str, Text]] = []
    for one in found:
        body = Text(one.id)
        facts = [spaced(one.treatment.kind), *(spaced(stage) for stage in one.stages)]
        if one.places:
            facts.append(f"may be sold in {', '.join(one.places)}")
        facts.append(certainty(one.treatment.bottom_line.certainty))
        rows.append((one.treatment.name, body.append(f"  {' · '.join(facts)}", style="dim")))
    width = min(max((len(one.treatment.name) for one in found), default=0), 34)
    return blocks.page([blocks.title(plural(len(found), "treatment")), blocks.labelled(rows, look, width)])
