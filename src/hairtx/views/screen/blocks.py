"""The few shapes that every screen is made of: headings, labelled lines, items and numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from hairtx.model.records import Source
from hairtx.views.look import Look
from hairtx.views.wording import QUIET_LINE

LABEL_WIDTH = 16


def title(name: str, aside: str = "") -> Text:
    """The page's first line."""
    text = Text(name, style="bold")
    if aside:
        text.append(f"  {aside}", style="dim")
    return text


def heading(text: str, aside: str = "") -> RenderableType:
    """A section's head: a blank line, then words in capitals."""
    line = Text(text.upper(), style="bold cyan")
    if aside:
        line.append(f"  {aside}", style="dim")
    return Padding(line, (1, 0, 0, 0))


def paragraph(text: str | Text, indent: int = 0, style: str = "") -> RenderableType:
    """Running text."""
    body = text if isinstance(text, Text) else Text(text, style=style)
    return Padding(body, (0, 0, 0, indent)) if indent else body


def labelled(rows: Iterable[tuple[str, RenderableType]], look: Look, label_width: int = LABEL_WIDTH) -> RenderableType:
    """Lines with a label beside them, or above them where there is little room."""
    if look.narrow:
        parts: list[RenderableType] = []
        for label, body in rows:
            if label:
                parts.append(Text(label, style="bold"))
            parts.append(Padding(body, (0, 0, 0, 2)))
        return Group(*parts)
    table = Table.grid(padding=(0, 2, 0, 0), expand=False)
    table.add_column(min_width=label_width, max_width=max(label_width, look.width // 4), overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for label, body in rows:
        table.add_row(Text(label, style="bold"), body)
    return Padding(table, (0, 0, 0, 2))


def items(bodies: Iterable[Text], mark: str = "•", indent: int = 2) -> RenderableType:
    """A list with hanging marks."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=len(mark))
    table.add_column(ratio=1, overflow="fold")
    for body in bodies:
        table.add_row(Text(mark, style="dim"), body)
    return Padding(table, (0, 0, 0, indent))


class Notes:
    """Numbers sources in the order in which a page first names them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def marks(self, ids: Sequence[str]) -> str:
        """The note numbers of `ids`, as in ` [1, 4]`; nothing for none."""
        if not ids:
            return ""
        numbers = sorted({self._numbers.setdefault(id_, len(self._numbers) + 1) for id_ in ids})
        return f" [{', '.join(map(str, numbers))}]"

    def text(self, words: str, ids: Sequence[str], style: str = "") -> Text:
        """Words followed by their note numbers."""
        return Text(words, style=style).append(self.marks(ids), style="dim")

    def block(self, look: Look) -> list[RenderableType]:
        """The notes themselves, each with its publisher, address and days."""
        if not self._numbers:
            return []
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(justify="right", no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        for id_, at in self._numbers.items():
            table.add_row(Text(f"[{at}]", style="dim"), source_line(id_, self._sources.get(id_), look))
        return [heading("Sources"), Padding(table, (0, 0, 0, 2))]


def source_line(id_: str, source: Source | None, look: Look) -> Text:
    """A source in one entry: publisher, title, day, address; a link on a terminal, a plain address elsewhere."""
    if source is None:
        return Text(f"{id_} (missing)")
    text = Text(f"{source.publisher}. ")
    address = source.url
    text.append(source.title.rstrip("."), style=Style(link=address) if look.links else "")
    days = [f"published {source.published}"] if source.published else ["undated"]
    days.append(f"checked {source.checked}, {source.seen}")
    text.append(f". {source.kind}, {'; '.join(days)}. ")
    text.append(urlsplit(address).netloc if look.links else address, style=Style(link=address, dim=True) if look.links else "")
    return text


def quiet() -> RenderableType:
    """The one line that says what this is not."""
    return Padding(Text(QUIET_LINE, style="dim"), (1, 0, 0, 0))


def page(parts: Iterable[RenderableType]) -> Group:
    """The parts one below the other."""
    return Group(*parts)
