"""`check` on the screen: the summary, then each claim with its words marked, its verdict, what is true now, and where that is from."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.claims.records import Claim, Report, Word
from hairtx.views.look import Look
from hairtx.views.plain.article import summary, verdict_words
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes

_MARKS: dict[Word, str] = {"holds": "✓", "outdated": "~", "contradicted": "✗", "unverifiable": "?"}
_STYLES: dict[Word, str] = {"holds": "green", "outdated": "yellow", "contradicted": "red", "unverifiable": "dim"}


def article(report: Report, names: dict[str, str], look: Look) -> RenderableType:
    """The page; `names` are the treatments' names by id."""
    notes = Notes(report.sources)
    parts: list[RenderableType] = [blocks.title(summary(report), _dated(report))]
    mentioned = list(dict.fromkeys(one.ids[0] for one in report.mentions if one.what in {"treatment", "family"}))
    if mentioned:
        parts.append(blocks.paragraph(Text("It speaks of " + ", ".join(names.get(id_, id_) for id_ in mentioned) + ".", style="dim")))
    before = None
    for at, one in enumerate(report.claims, 1):
        parts += _claim(at, one, names, look, notes, again=one.sentence == before)
        before = one.sentence
    if report.flags:
        parts.append(blocks.heading("Red flags", "how it is told, apart from whether it is true"))
        parts.append(blocks.items(Text(f"{one.text}{f': {one.where}' if one.where else ''}.") for one in report.flags))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)


def _dated(report: Report) -> str:
    if report.published is None:
        return "undated: judged as of today alone"
    where = {"given": "as given", "metadata": "by its metadata", "text": "by its own text"}.get(report.published_from or "", "")
    return f"published {report.published}, {where}"


def _claim(at: int, one: Claim, names: dict[str, str], look: Look, notes: Notes, *, again: bool) -> Iterator[RenderableType]:
    word = one.today.word
    yield Text("")
    yield blocks.paragraph(Text(f"{at}. ", style="dim").append_text(_around(one) if again else marked(one)))
    line = Text(f"{_MARKS[word]} {verdict_words(one.today)}", style=f"bold {_STYLES[word]}")
    about = names.get(one.finding.treatment or "", one.finding.treatment or "any treatment")
    line.append(
        f"  {about}, {one.finding.kind}" + (f", {', '.join(one.finding.jurisdictions)}" if one.finding.jurisdictions else ""),
        style="not bold default",
    )
    if one.then and one.then.word != word:
        line.append(f"; when written: {verdict_words(one.then)}", style="not bold default")
    yield blocks.paragraph(line, 3)
    yield blocks.paragraph(notes.text(one.today.now.rstrip(".") + ".", one.today.sources), 3)


def marked(one: Claim) -> Text:
    """The sentence with the words of the claim underlined."""
    text = Text("“")
    said, found = one.sentence.text, one.finding
    start, end = min(found.start, len(said)), min(found.end, len(said))
    text.append(said[:start])
    text.append(said[start:end], style="bold underline")
    text.append(said[end:])
    return text.append("”")


_BESIDE = 30
"""Letters that stand on either side of the words where a sentence is not told whole again."""


def _around(one: Claim) -> Text:
    """The words of the claim underlined with a little on either side, for a sentence that stands whole above it."""
    said, found = one.sentence.text, one.finding
    whole = marked(one)
    start = said.rfind(" ", 0, max(0, found.start - _BESIDE)) + 1 if found.start > _BESIDE else 0
    end = said.find(" ", found.end + _BESIDE)
    kept = whole[1 + start : 1 + (end if end > 0 else len(said))]
    return Text("“" + ("… " if start else "")).append_text(kept).append(" …”" if end > 0 else "”")
