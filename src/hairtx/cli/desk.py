"""What every command works with: the opened knowledge base, the day asked about, and one place that writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hairtx.cli.world import World
from hairtx.engines.names import resolve, several
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.dates import PartialDate
from hairtx.model.naming import clean, key
from hairtx.store import places
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.opening import open_knowledge_base
from hairtx.views.look import Look

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_BETWEEN = {"vs", "versus", "against", "and", "or", "with"}
FORMATS = ("table", "json", "csv", "md")


class Desk:
    """One command's world, with what it asked for."""

    def __init__(self, world: World, kb: Path | None = None, format: str = "table") -> None:
        self.world = world
        self.kb = kb
        self.format = format

    # ------------------------------------------------------------ reading

    @property
    def folder(self) -> Path:
        """The knowledge base: --kb, else HAIRTX_KB, else the one that came along."""
        asked = self.kb or (Path(self.world.env["HAIRTX_KB"]) if self.world.env.get("HAIRTX_KB") else None)
        return asked or places.own_folder()

    @cached_property
    def base(self) -> KnowledgeBase:
        """The opened knowledge base."""
        return open_knowledge_base(self.folder, self.world.cache, progress=self._progress(), note=self.talk)

    def _progress(self) -> Callable[[int], None] | None:
        if not self.world.talks_to_terminal:
            return None

        def tell(count: int) -> None:
            self.world.stderr.write(f"\r\x1b[Kindexing the knowledge base: {count:,} treatments")
            self.world.stderr.flush()

        return tell

    def day(self, as_of: str | None) -> date:
        """The last day of the date asked about; today where none was. Raises UsageProblem for what is no date, or is yet to come."""
        if as_of is None:
            return self.world.today
        try:
            asked = PartialDate(as_of.strip())
        except ValueError as error:
            raise UsageProblem(f"--as-of: {clean(str(error), 90)}; write 2016, 2016-01 or 2016-01-31") from None
        if asked.earliest > self.world.today:
            raise UsageProblem(f"--as-of {asked} lies in the future; today is {self.world.today}")
        return min(asked.latest, self.world.today)

    def since(self, text: str | None) -> PartialDate | None:
        """A partial date given by --since."""
        try:
            return PartialDate(text.strip()) if text is not None else None
        except ValueError as error:
            raise UsageProblem(f"--since: {clean(str(error), 90)}; write 2026, 2026-01 or 2026-01-31") from None

    def jurisdictions(self, text: str | None) -> tuple[str, ...]:
        """The codes in a list such as `US,EU` or `Japan`. Raises UsageProblem for a place the knowledge base does not know."""
        found: list[str] = []
        for part in filter(None, (one.strip() for one in (text or "").split(","))):
            wanted = key(part)
            code = next(
                (code for code, one in self.base.jurisdictions.items() if wanted in {key(code), key(one.name), *map(key, one.names)}),
                None,
            )
            if code is None:
                raise UsageProblem(
                    f"--in: no country here is called “{clean(part, 40)}”; use codes such as US, EU, JP, or names, separated by commas"
                )
            found.append(code)
        return tuple(dict.fromkeys(found))

    def condition(self, text: str | None) -> str | None:
        """The id of a condition named by --condition. Raises NothingFound with near names."""
        if text is None:
            return None
        try:
            return resolve(text, self.base, ("condition",)).id
        except NothingFound as error:
            known = ", ".join(id_ for id_, one in self.base.conditions.items() if not one.other_use)
            raise NothingFound(f"{error}; the conditions are {known}", error.nearest) from None

    def treatment_ids(self, names: Sequence[str]) -> list[str]:
        """The ids of treatments named; a family or company stands for its members. Raises NothingFound with near names."""
        found: list[str] = []
        whole = " ".join(names)
        if len(names) > 1 and self.base.names(key(whole)):
            names = [whole]
        for name in names:
            if name.casefold().rstrip(".") in _BETWEEN and len(names) > 1:
                continue
            for meaning in several(name, self.base, ("treatment", "family", "company")):
                if meaning.what == "family":
                    found += [id_ for id_, one in self.base.treatments() if meaning.id in one.families]
                else:
                    found += meaning.ids
        return list(dict.fromkeys(found))

    # ------------------------------------------------------------ writing

    @property
    def look(self) -> Look:
        """How wide to write, and whether links can be followed."""
        return Look(self.world.width, links=self.world.on_terminal)

    def say_json(self, record: Any) -> None:
        """Writes one JSON document in UTF-8, whatever the locale."""
        import msgspec

        from hairtx.store.plain import custom_to_plain

        text = msgspec.json.format(msgspec.json.encode(record, enc_hook=custom_to_plain), indent=2) + b"\n"
        binary = getattr(self.world.stdout, "buffer", None)
        if binary is None:
            self.world.stdout.write(text.decode())
        else:
            self.world.stdout.flush()
            binary.write(text)
        self.world.stdout.flush()

    def say_rows(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Writes rows as CSV or Markdown, whichever was asked for."""
        from hairtx.views.tables import csv_text, markdown_text

        self.say_text((csv_text if self.format == "csv" else markdown_text)(rows, columns))

    def say_text(self, text: str) -> None:
        """Writes text as it is, ended by one newline."""
        self.world.stdout.write(text.rstrip("\n") + "\n")
        self.world.stdout.flush()

    def say(self, renderable: RenderableType) -> None:
        """Writes to the screen, through a pager where a person would otherwise lose the top."""
        console = self._console()
        with console.capture() as captured:
            console.print(renderable)
        text = "\n".join(line.rstrip() for line in captured.get().split("\n"))
        paged = self.world.on_terminal and self.world.stdin.isatty() and self.world.env.get("PAGER") != ""
        if paged and text.count("\n") >= self.world.height:
            os.environ.setdefault("LESS", "-FRX")
            import pydoc

            pydoc.pager(text)
        else:
            self.world.stdout.write(text)
            self.world.stdout.flush()

    def _console(self) -> Console:
        from rich.console import Console

        colour = self.world.colour
        return Console(
            file=self.world.stdout,
            width=self.world.width,
            force_terminal=self.world.on_terminal,
            no_color=not colour,
            color_system="auto" if colour else None,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=False,
            legacy_windows=False,
        )

    def talk(self, sentence: str) -> None:
        """Says something about the work on the error stream, never among the results."""
        start = "\r\x1b[K" if self.world.talks_to_terminal else ""
        self.world.stderr.write(f"{start}hairtx: {safe_line(sentence)}\n")
        self.world.stderr.flush()

    def nothing(self, sentence: str, nearest: Sequence[str] = ()) -> NothingFound:
        """The error to raise where a question was understood and nothing answers it."""
        return NothingFound(sentence, tuple(nearest[:3]))


def safe_line(text: str) -> str:
    """One line without control characters, of at most 600 characters."""
    return clean(text, 600)
