"""`kb stats` on the screen."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.coverage import Coverage
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.wording import spaced, when


def coverage(held: Coverage, look: Look) -> RenderableType:
    """Totals, then the breakdowns."""
    parts: list[RenderableType] = [blocks.title("The knowledge base")]
    parts.append(blocks.labelled([(what.capitalize(), Text(f"{count:,}")) for what, count in held.totals.items()], look, 30))
    for head, counts in (
        ("Treatments by condition", held.by_condition),
        ("Treatments by kind", held.by_kind),
        ("Decisions by place", held.decisions_by_jurisdiction),
        ("Sources by kind", held.sources_by_kind),
        ("Sources as seen", held.sources_seen),
    ):
        parts.append(blocks.heading(head))
        parts.append(blocks.paragraph(", ".join(f"{spaced(word)} {count}" for word, count in counts.items()), 2))
    parts.append(blocks.heading("Care"))
    care = {
        "Copies instead of originals": str(held.mirrors),
        "Sources without a date": str(held.undated_sources),
        "Decisions without their own day": str(held.undated_decisions),
        "Oldest check of a source": when(held.oldest_check),
        "Not second-read": str(held.unread),
    }
    parts.append(blocks.labelled([(label, Text(value)) for label, value in care.items()], look, 32))
    return blocks.page(parts)
