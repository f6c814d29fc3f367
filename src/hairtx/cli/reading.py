"""Reads the article that `check` is given: a file or standard input, as text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hairtx.cli.world import World
from hairtx.engines.claims.decoding import decoded
from hairtx.errors import UsageProblem
from hairtx.model.dates import PartialDate
from hairtx.model.naming import clean

_MOST = 20_000_000
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\xd0\xcf\x11\xe0")


def article_text(file: str, world: World) -> str:
    """The article's text. Raises UsageProblem where there is no such file, it cannot be read, is no text or is empty."""
    if file == "-":
        binary = getattr(world.stdin, "buffer", None)
        data = binary.read(_MOST) if binary is not None else world.stdin.read(_MOST).encode("utf-8", errors="replace")
    else:
        try:
            with Path(file).open("rb") as stream:
                data = stream.read(_MOST)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not a file name"
            raise UsageProblem(f"cannot read {clean(file, 80)}: {reason}; give a text, Markdown or HTML file, or - for standard input") from None
    if data.startswith(_BINARY):
        raise UsageProblem(f"{clean(file, 80)} is no text (a PDF, picture or archive); save the page as HTML or text first")
    text = decoded(data)
    if not text.strip():
        raise UsageProblem(f"{clean(file, 80)} is empty; there is nothing to check")
    return text


def publication(text: str | None, today: date) -> PartialDate | None:
    """The date given by --published. Raises UsageProblem for what is no date, or is yet to come."""
    if text is None:
        return None
    try:
        held = PartialDate(text.strip())
    except ValueError as error:
        raise UsageProblem(f"--published: {clean(str(error), 90)}; write 2018, 2018-02 or 2018-02-08") from None
    if held.earliest > today:
        raise UsageProblem(f"--published {held} lies in the future; today is {today}")
    return held
