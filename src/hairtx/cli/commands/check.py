"""`hairtx check FILE|-`: is this article still true?"""

from pathlib import Path
from typing import Annotated

import typer

from hairtx.cli.desk import Desk
from hairtx.cli.options import JsonOption, KbOption, examples
from hairtx.cli.reading import article_text, publication
from hairtx.engines.claims import check as read
from hairtx.errors import UsageProblem
from hairtx.model.naming import brief
from hairtx.views.plain import article as plain

app = typer.Typer(add_completion=False)
FORMATS = ("table", "json", "md", "html", "claimreview")
FAILURES = ("outdated", "contradicted")
MET = 4
"""Exit code where --fail-on is met."""


@app.command(
    epilog=examples(
        "hairtx check article.html",
        "hairtx check page.txt --published 2018-02-08",
        "curl -s URL | hairtx check - --format html > checked.html",
        "hairtx check draft.md --fail-on contradicted",
    )
)
def check(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Plain text, Markdown or saved HTML, in any encoding; - reads standard input.")],
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DATE", help="When it was published: 2018, 2018-02 or 2018-02-08; else looked for in the page.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="VERDICT", help="Exit 4 where a claim is outdated or contradicted (or only: contradicted).", show_default=False
        ),
    ] = None,
    json: JsonOption = False,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.", autocompletion=lambda: list(FORMATS), show_default=False)
    ] = "table",
    kb: KbOption = None,
) -> None:
    """An article against the record: each claim, whether it held when written, whether it holds now, and what is true.

    Approval is split by country and condition before it is judged; what the record cannot tell is called so.
    """
    if format not in FORMATS:
        raise UsageProblem(f"--format {format[:20]!r} is not one of {', '.join(FORMATS)}")
    if fail_on is not None and fail_on not in FAILURES:
        raise UsageProblem(f"--fail-on {fail_on[:20]!r} is not one of {', '.join(FAILURES)}")
    at = Desk(ctx.obj, kb, "json" if json else format)
    when = publication(published, at.world.today)
    report = read(article_text(file, at.world), at.base, at.world.today, when)
    name = "standard input" if file == "-" else Path(file).name
    if at.format == "json":
        at.say_json(plain.article(report))
    elif at.format == "claimreview":
        at.say_text(plain.claim_review_text(report, name))
    elif at.format in {"md", "html"}:
        from hairtx.views import annotated

        at.say_text(annotated.markdown(report) if at.format == "md" else annotated.page(report, name))
    else:
        from hairtx.views.screen.article import article  # 20 ms of rich: only for a screen

        names = {id_: brief(one.name) for id_, one in at.base.treatments()} | {id_: one.name for id_, one in at.base.families.items()}
        at.say(article(report, names, at.look))
    failing = FAILURES if fail_on == "outdated" else FAILURES[1:]
    if fail_on and any(claim.today.word in failing for claim in report.claims):
        raise typer.Exit(MET)
