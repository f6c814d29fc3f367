"""`search` on the screen."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.search import Found
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.wording import plural


def search(found: Found, look: Look) -> RenderableType:
    """Each hit with its id and why it was found."""
    parts: list[RenderableType] = []
    shown = f", the first {len(found.hits)} shown" if found.total > len(found.hits) else ""
    parts.append(blocks.title(f"{plural(found.total, 'treatment')} for “{found.query}”{shown}"))
    for one in found.expanded:
        parts.append(Text(f"“{one.said}” was also read as {', '.join(one.means)}", style="dim"))
    if found.facets.said:
        parts.append(Text(f"read as conditions to meet: {', '.join(found.facets.said)}", style="dim"))
    width = min(max((len(hit.name) for hit in found.hits), default=0), 34)
    rows: list[tuple[str, Text]] = []
    for hit in found.hits:
        why = "; ".join(f"{match.field}: {match.text}" for match in hit.matched[:3])
        rows.append((hit.name, Text(hit.id).append(f"  {why}", style="dim")))
    parts.append(blocks.labelled(rows, look, width))
    parts.append(Text(f"\nMore: hairtx show {found.hits[0].id}" if found.hits else "", style="dim"))
    return blocks.page(parts)
