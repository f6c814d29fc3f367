"""`explain` on the screen."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.explanation import Explanation
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes


def explanation(found: Explanation, look: Look) -> RenderableType:
    """The term, its meaning, its other names and its sources."""
    notes = Notes(found.sources)
    parts: list[RenderableType] = [blocks.title(found.name, "" if found.what == "term" else found.what)]
    parts.append(blocks.paragraph(notes.text(found.text, list(found.sources)), 2))
    if found.names:
        parts.append(blocks.paragraph(Text(f"Also: {', '.join(found.names)}", style="dim"), 2))
    if found.see:
        command = "explain" if found.what == "term" else "show"
        parts.append(blocks.paragraph(Text(f"See: {', '.join(f'hairtx {command} {one}' for one in found.see)}", style="dim"), 2))
    parts += notes.block(look)
    return blocks.page(parts)
