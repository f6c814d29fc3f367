"""Saved HTML and Markdown made plain text, with the date of publication that a page states about itself.

HTML goes through trafilatura where it is installed and the page is tame; else
through a small scanner here, linear in the length of the page (html.parser of
the standard library is quadratic on hostile input).
"""

from __future__ import annotations

import html
import re

from hairtx.model.value import Value

_LOOKS_HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]|</(?:p|div|article|span|h1)>", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
_LOOKS_MARKDOWN = re.compile(r"^#{1,6} |\]\(https?://|^\*\*|\*\*\s*$", re.MULTILINE)
_TAG_NAME = re.compile(r"/?\s*([a-zA-Z][a-zA-Z0-9]*)")
_SKIPPED = {"script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "button", "select", "iframe", "head"}
_BLOCKS = {
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "header", "main",
    "blockquote", "figure", "figcaption", "dl", "dt", "dd", "hr", "pre", "title", "time", "body",
}  # fmt: skip
_CELLS = {"td", "th"}
_META = re.compile(r"<(?:meta|time)\b[^>]{0,600}>", re.IGNORECASE)
_DATE_NAMES = re.compile(
    r"""(?:property|name|itemprop)\s{0,3}=\s{0,3}["']?(?:article:published_time|og:published_time|datepublished|date|pubdate|publishdate"""
    r"""|publish-date|publication_date|dc\.date(?:\.issued)?|dcterms\.(?:date|created|issued)|citation_(?:online_|publication_)?date|sailthru\.date|parsely-pub-date)["'\s]""",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"""(?:content|datetime)\s{0,3}=\s{0,3}["']?(\d{4})[-/](\d{2})(?:[-/](\d{2}))?""", re.IGNORECASE)
_JSON_DATE = re.compile(r'"datePublished"\s{0,4}:\s{0,4}"(\d{4})-(\d{2})(?:-(\d{2}))?')
_TAME = 2_000_000
_DEEP = 200


class Page(Value, frozen=True):
    """The readable text of a page and the date in its metadata, as YYYY-MM or YYYY-MM-DD."""

    text: str
    published: str | None = None


def page(text: str) -> Page:
    """The readable part of `text`, whatever it is: HTML, Markdown or plain."""
    if _LOOKS_HTML.search(text[:20_000]):
        return Page(_by_trafilatura(text) or from_html(text), metadata_date(text))
    if _LOOKS_MARKDOWN.search(text[:20_000]):
        return Page(from_markdown(text))
    return Page(text)


def metadata_date(text: str) -> str | None:
    """The date of publication that the page's metadata state."""
    for tag in _META.finditer(text[:400_000]):
        held = tag[0]
        if _DATE_NAMES.search(held) or held[:5].lower() == "<time":
            found = _CONTENT.search(held)
            if found:
                return "-".join(filter(None, found.groups()))
    found = _JSON_DATE.search(text[:400_000])
    return "-".join(filter(None, found.groups())) if found else None


def from_html(text: str) -> str:
    """The text of a page without scripts, styles, menus and footers; one block a line, table cells apart by ` | `."""
    out: list[str] = []
    lower = text.lower()
    at = 0
    while True:
        opened = text.find("<", at)
        if opened < 0:
            out.append(text[at:])
            break
        out.append(text[at:opened])
        if text.startswith("<!--", opened):
            closed = text.find("-->", opened + 4)
            if closed < 0:
                break
            at = closed + 3
            continue
        closed = text.find(">", opened)
        if closed < 0:
            out.append(text[opened:])
            break
        named = _TAG_NAME.match(text, opened + 1, min(closed, opened + 40))
        at = closed + 1
        if not named:
            if text[opened + 1] not in "!?/":
                out.append("<")
                at = opened + 1
            continue
        name = named[1].lower()
        if name in _SKIPPED and text[opened + 1] != "/" and text[closed - 1] != "/":
            end = lower.find(f"</{name}", closed)
            if end < 0:
                # Never closed: for a script nothing readable follows; else read on.
                if name in {"script", "style", "template"}:
                    break
                continue
            after = text.find(">", end)
            at = after + 1 if after >= 0 else len(text)
            out.append("\n")
        elif name in _BLOCKS:
            out.append("\n")
        elif name in _CELLS and text[opened + 1] != "/":
            out.append(" | ")
    whole = html.unescape("".join(out))
    lines = (" ".join(line.split()).strip("| ") for line in whole.split("\n"))
    return "\n".join(line for line in lines if line)


def from_markdown(text: str) -> str:
    """Markdown with its signs made spaces, so that every place in the text stays where it was."""

    def blank(found: re.Match[str]) -> str:
        return " " * len(found[0])

    text = re.sub(r"\]\([^)\n]{0,2000}\)", blank, text)
    text = re.sub(r"!?\[(?=[^\]\n]{0,400}\s)|(?<=\s)\[|!\[", blank, text)
    text = re.sub(r"^(?:#{1,6} |>+ ?)", blank, text, flags=re.MULTILINE)
    return re.sub(r"\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)", blank, text)


def _by_trafilatura(text: str) -> str | None:
    """What trafilatura takes for the article; None where it is not installed, gives little, or the page is not tame or no whole page.

    A fragment has no menus to be freed of, and trafilatura takes its lists for some.
    """
    if not _WHOLE_PAGE.search(text[:20_000]) or len(text) > _TAME or _nesting(text) > _DEEP:
        return None
    try:
        import trafilatura  # type: ignore[import-not-found,import-untyped,unused-ignore]  # 300 ms: only for HTML
    except ImportError:
        return None
    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever a foreign parser makes of a broken page, the scanner here still reads it
        return None
    return found if isinstance(found, str) and len(found) > 200 else None


def _nesting(text: str) -> int:
    """How many blocks are open at once at most, by counting tags."""
    open_now = most = 0
    for tag in re.finditer(r"<(/?)(?:div|p|span|table|tr|td|ul|li|b|i|font|blockquote|section|article)\b", text, re.IGNORECASE):
        open_now = max(0, open_now + (-1 if tag[1] else 1))
        most = max(most, open_now)
    return most
