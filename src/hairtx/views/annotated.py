"""An article with its claims annotated: as Markdown, and as one self-contained HTML page one can send to somebody."""

from __future__ import annotations

import html
from collections.abc import Iterator

from hairtx.engines.claims.records import Claim, Report
from hairtx.views.plain.article import claim_review_text, summary, verdict_words
from hairtx.views.wording import QUIET_LINE

_STYLE = """
:root { color-scheme: light dark; --line: #8888; }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
mark { background: none; color: inherit; border-bottom: 3px solid; padding: 0; }
.holds { border-color: #2a8a3a; } .outdated { border-color: #c08a00; border-bottom-style: dashed; }
.contradicted { border-color: #c22; border-bottom-style: double; } .unverifiable { border-color: #888; border-bottom-style: dotted; }
li.claim { border-left: 4px solid; padding: .1rem .8rem; margin: .8rem 0; } a { overflow-wrap: anywhere; }
blockquote { margin: .2rem 0; font-style: italic; } small, footer { opacity: .8; } sup { font-size: .7em; }
"""


def markdown(report: Report) -> str:
    """The article with numbered marks after its claims, and the verdicts below."""
    lines = [f"**{_md(summary(report))}**" + (f" (published {report.published})" if report.published else " (undated)"), ""]
    marks = _marks(report)
    at = 0
    body = []
    for place, numbers in sorted(marks.items()):
        body.append(_md(report.text[at:place]) + "".join(f" **[{number}]**" for number in numbers))
        at = place
    body.append(_md(report.text[at:]))
    lines += ["".join(body).strip(), "", "---", ""]
    for number, one in enumerate(report.claims, 1):
        cited = "; ".join(f"<{report.sources[id_].url}>" for id_ in one.today.sources if id_ in report.sources)
        lines.append(
            f"{number}. “{_md(one.sentence.text)}” **{_md(verdict_words(one.today))}**: {_md(one.today.now)}" + (f" ({cited})" if cited else "")
        )
    if report.flags:
        lines += ["", "Red flags:", ""] + [f"- {_md(one.text)}" + (f": {_md(one.where)}" if one.where else "") for one in report.flags]
    return "\n".join([*lines, "", f"_{QUIET_LINE}_"])


def _md(text: str) -> str:
    """Text that Markdown takes literally."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, "\\" + sign)
    return text


def _marks(report: Report) -> dict[int, list[int]]:
    """Numbers of claims by the place where their sentence ends."""
    found: dict[int, list[int]] = {}
    for number, one in enumerate(report.claims, 1):
        found.setdefault(one.sentence.end, []).append(number)
    return found


def page(report: Report, name: str) -> str:
    """One HTML page: everything escaped, nothing loaded from elsewhere."""
    title = html.escape(f"Checked: {name}")
    parts = [
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}"
            f"</title>\n<style>{_STYLE}</style>\n"
        f'<script type="application/ld+json">{claim_review_text(report, name)}</script>\n</head>\n<body>',
        f"<h1>{html.escape(summary(report))}</h1>",
        f"<p><small>{html.escape(name)}; {'published ' + html.escape(str(report.published)) if report.published else 'undated'};"
            f" checked {report.day}</small></p>",
        "<article>", *_paragraphs(report), "</article>", "<h2>What the record says</h2>", "<ol>",
        *(_item(number, one, report) for number, one in enumerate(report.claims, 1)), "</ol>",
    ]  # fmt: skip
    if report.flags:
        parts += ["<h2>Red flags</h2>", "<ul>"]
        parts += [f"<li>{html.escape(one.text)}{': ' + html.escape(one.where) if one.where else ''}.</li>" for one in report.flags]
        parts.append("</ul>")
    parts.append(f"<footer><p><small>{html.escape(QUIET_LINE)}</small></p></footer>\n</body>\n</html>")
    return "\n".join(parts)


def _paragraphs(report: Report) -> Iterator[str]:
    places: list[tuple[int, int, int, str]] = []
    last = -1
    for number, one in enumerate(report.claims, 1):
        start, end = one.sentence.start + one.finding.start, one.sentence.start + one.finding.end
        if start >= last:
            places.append((start, end, number, one.today.word))
            last = end
    at = 0
    out = []
    for start, end, number, word in places:
        out.append(html.escape(report.text[at:start]))
        out.append(f'<mark class="{word}">{html.escape(report.text[start:end])}</mark><sup><a href="#claim-{number}">{number}</a></sup>')
        at = end
    out.append(html.escape(report.text[at:]))
    for block in "".join(out).split("\n"):
        if block.strip():
            yield f"<p>{block.strip()}</p>"


def _item(number: int, one: Claim, report: Report) -> str:
    cited = [report.sources[id_] for id_ in one.today.sources if id_ in report.sources]
    links = "; ".join(f'<a href="{html.escape(source.url, quote=True)}" rel="noreferrer">{html.escape(source.publisher)}</a>' for source in cited)
    return (
        f'<li class="claim {one.today.word}" id="claim-{number}"><blockquote>{html.escape(one.sentence.text)}</blockquote>'
        f"<strong>{html.escape(verdict_words(one.today).capitalize())}.</strong> {html.escape(one.today.now)}"
        + (f" <small>({links})</small>" if links else "")
        + "</li>"
    )
