"""`sources` on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.console import RenderableType

from hairtx.model.sources import Source
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.wording import plural


def sources(found: Mapping[str, Source], look: Look) -> RenderableType:
    """A count by kind, then each source."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(one.kind for one in found.values()).most_common())
    body = blocks.items((blocks.source_line(id_, one, look) for id_, one in found.items()), indent=0)
    return blocks.page([blocks.title(plural(len(found), "source"), kinds), body])
