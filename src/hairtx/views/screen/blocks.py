"""The few shapes that every screen is made of: headings, labelled lines, items and numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from hairtx.model.sources import Source
from hairtx.views.look import Look
from hairtx.views.screen import wrapping
from hairtx.views.wording import QUIET_LINE

LABEL_WIDTH = 16
_LEAST = 16


class Hanging:
    """Texts that hang behind a lead: the lead stands on the first line, the rest is indented to it.

    Wraps by itself: rich's tables measure every cell several times, which on a long page costs three times as much.
    """

    def __init__(self, rows: Iterable[tuple[Text, Text]], indent: int = 0, hang: int = 0) -> None:
        self._rows = rows
        self._indent = indent
        self._hang = hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(options.max_width - self._indent - self._hang, _LEAST)
        write = self._styled if console.color_system is not None or console.is_terminal else self._plain
        for lead, body in self._rows:
            yield from write(console, lead, body, width)

    def _plain(self, console: Console, lead: Text, body: Text, width: int) -> RenderResult:
        leads, bodies = _plain_lines(lead, max(self._hang - 1, 1)) if lead else [], _plain_lines(body, width)
        for head, rest in zip_longest(leads, bodies, fillvalue=""):
            gap = " " * max(self._hang - cell_len(head), 1 if head else 0)
            yield Segment(f"{' ' * self._indent}{head}{gap}{rest}\n")

    def _styled(self, console: Console, lead: Text, body: Text, width: int) -> RenderResult:
        leads, bodies = _lines(lead, max(self._hang - 1, 1)) if lead else [], _lines(body, width)
        for head, rest in zip_longest(leads, bodies, fillvalue=Text()):
            yield Segment(" " * self._indent)
            yield from head.render(console)
            yield Segment(" " * max(self._hang - head.cell_len, 1 if head else 0))
            yield from rest.render(console)
            yield Segment.line()


def _plain_lines(text: Text, width: int) -> list[str]:
    plain = text.plain
    return [plain[first:last].rstrip() for first, last in wrapping.lines(plain, width)]


def _lines(text: Text, width: int) -> list[Text]:
    """The text cut into lines of at most `width` cells, without spaces at their ends."""
    plain = text.plain
    places = wrapping.lines(plain, width)
    found = [text] if len(places) == 1 else [text[first:last] for first, last in places]
    for line in found:
        line.rstrip()
    return found


def title(name: str, aside: str = "") -> RenderableType:
    """The page's first line."""
    text = Text(name, style="bold")
    if aside:
        text.append(f"  {aside}", style="dim not bold")
    return Hanging([(Text(), text)])


def heading(text: str, aside: str = "") -> RenderableType:
    """A section's head: a blank line, then words in capitals."""
    line = Text("\n").append(text.upper(), style="bold cyan")
    if aside:
        line.append(f"  {aside}", style="dim")
    return Hanging([(Text(), line)])


def paragraph(text: str | Text, indent: int = 0) -> RenderableType:
    """Running text."""
    return Hanging([(Text(), text if isinstance(text, Text) else Text(text))], indent)


def labelled(rows: Iterable[tuple[str, Text]], look: Look, label_width: int = LABEL_WIDTH) -> RenderableType:
    """Lines with a label beside them, or above them where there is little room."""
    if not look.narrow:
        width = min(label_width, max(look.width * 2 // 5, LABEL_WIDTH))
        return Hanging([(Text(label, style="bold"), body) for label, body in rows], 2, width + 2)
    parts: list[RenderableType] = []
    for label, body in rows:
        if label:
            parts.append(paragraph(Text(label, style="bold"), 2))
        parts.append(paragraph(body, 4))
    return Group(*parts)


def items(bodies: Iterable[Text], mark: str = "•", indent: int = 2) -> RenderableType:
    """A list with hanging marks."""
    return Hanging([(Text(mark, style="dim"), body) for body in bodies], indent, len(mark) + 1)


_RUN = 4


class Notes:
    """Numbers sources in the order in which a page first names them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def marks(self, ids: Sequence[str]) -> str:
        """The note numbers of `ids`, as in ` [1, 4]` or ` [2, 4-9]`; nothing for none."""
        if not ids:
            return ""
        numbers = sorted({self._numbers.setdefault(id_, len(self._numbers) + 1) for id_ in ids})
        return f" [{', '.join(_runs(numbers))}]"

    def text(self, words: str, ids: Sequence[str], style: str = "") -> Text:
        """Words followed by their note numbers."""
        return Text(words, style=style).append(self.marks(ids), style="dim")

    def block(self, look: Look) -> list[RenderableType]:
        """The notes themselves, each with its publisher, address and days."""
        if not self._numbers:
            return []
        wide = len(str(len(self._numbers))) + 2
        entries = [(Text(f"[{at}]".rjust(wide), style="dim"), source_line(id_, self._sources.get(id_), look)) for id_, at in self._numbers.items()]
        return [heading("Sources"), Hanging(entries, 2, wide + 1)]


def _runs(numbers: Sequence[int]) -> list[str]:
    """Rising numbers in words, four or more in a row as a run: 1, 3, 5-9."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [word for run in runs for word in ([f"{run[0]}-{run[-1]}"] if len(run) >= _RUN else map(str, run))]


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
    text.append(address, style=Style(link=address, dim=True) if look.links else "")
    return text


def quiet() -> RenderableType:
    """The one line that says what this is not."""
    return paragraph(Text("\n" + QUIET_LINE, style="dim"))


def page(parts: Iterable[RenderableType]) -> Group:
    """The parts one below the other."""
    return Group(*parts)
