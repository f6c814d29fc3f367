"""`hairtx kb lint|stats|stale|schema|path`: for curators."""

from typing import Annotated

import typer

from hairtx.cli.options import FormatOption, JsonOption, KbOption, desk, examples
from hairtx.errors import InvalidData, NothingFound, Problem, UsageProblem
from hairtx.views.wording import plural

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Check and measure a knowledge base.", context_settings={"help_option_names": ["-h", "--help"]}
)


@app.command(epilog=examples("hairtx kb lint", "hairtx kb lint --rule dates-in-order", "hairtx kb lint --kb my-folder"))
def lint(
    ctx: typer.Context,
    rule: Annotated[list[str] | None, typer.Option("--rule", metavar="RULE", help="Only this rule (may be repeated).", show_default=False)] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and stop.")] = False,
    json: JsonOption = False,
    kb: KbOption = None,
) -> None:
    """Check the YAML files against every rule; exit 1 where something is wrong, 3 where a record is not well formed.

    Notices (records due for a second reading) are named and fail nothing.
    """
    from hairtx.lint.all_rules import RULES
    from hairtx.lint.rule import dotted, run
    from hairtx.store.loading import load

    at = desk(ctx, kb, json=json)
    if rules:
        return at.say_text("\n".join(f"{one.name}: {one.sentence}" for one in RULES))
    unknown = set(rule or ()) - {one.name for one in RULES}
    if unknown:
        raise UsageProblem(f"no rule is called {sorted(unknown)[0]!r}; --rules lists them")
    chosen = [one for one in RULES if not rule or one.name in rule]
    try:
        located = load(at.folder)
        problems: list[Problem] = []
        for one, finding in run(chosen, located.knowledge, at.world.today):
            file, line, _ = located.place(finding.path)
            problems.append(Problem(file, line, dotted(finding.path), finding.message, finding.remedy, one.name))
    except InvalidData as error:
        if not json:
            raise
        problems = error.problems
    problems.sort()
    mild = {one.name for one in RULES if one.notice}
    wrong = sum(problem.rule not in mild for problem in problems)
    if json:
        listed = [{**problem._asdict(), "notice": problem.rule in mild} for problem in problems]
        at.say_json({"schema": 1, "total": len(problems), "wrong": wrong, "problems": listed})
    shown = [one for one in problems if one.rule not in mild or rule]
    if shown and not json:
        at.say_text("\n".join(map(str, shown)))
    notices = f"; {plural(len(problems) - wrong, 'notice')} (hairtx kb lint --rule review-age lists them)" if len(problems) > wrong else ""
    if wrong:
        raise NothingFound(f"{plural(wrong, 'problem')} in {at.folder}{notices}")
    at.talk(f"{at.folder}: no problem found by {plural(len(chosen), 'rule')}{notices}")
    return None


@app.command(epilog=examples("hairtx kb stats", "hairtx kb stats --json"))
def stats(ctx: typer.Context, json: JsonOption = False, format: FormatOption = "table", kb: KbOption = None) -> None:
    """What the knowledge base holds: per condition, kind and country; how its sources were seen."""
    from hairtx.engines.coverage import measure
    from hairtx.store.loading import load
    from hairtx.views.plain import coverage as plain

    at = desk(ctx, kb, json=json, format=format)
    coverage = measure(load(at.folder).knowledge)
    if at.format == "json":
        at.say_json(plain.coverage(coverage))
    elif at.format in {"csv", "md"}:
        at.say_rows(plain.rows(coverage), plain.COLUMNS)
    else:
        from hairtx.views.screen.coverage import coverage as screen

        at.say(screen(coverage, at.look))


@app.command(epilog=examples("hairtx kb stale", "hairtx kb stale --days 90"))
def stale(
    ctx: typer.Context,
    days: Annotated[int, typer.Option("--days", min=0, help="Older than so many days.")] = 365,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Records whose second reading, and sources whose check, lie back more than a year; exit 1 where there is none."""
    from hairtx.engines.coverage import stale as find
    from hairtx.store.loading import load

    at = desk(ctx, kb, json=json, format=format)
    found = find(load(at.folder).knowledge, at.world.today, days)
    rows = [{"id": one.id, "what": one.what, "last": str(one.last) if one.last else None, "days": one.days} for one in found]
    if at.format == "json":
        at.say_json({"schema": 1, "total": len(rows), "stale": rows})
    if not rows:
        raise at.nothing(f"nothing is older than {days} days")
    if at.format in {"csv", "md"}:
        at.say_rows(rows, ("id", "what", "last", "days"))
    elif at.format == "table":
        lines = [f"{one.what} {one.id}: {f'{one.days} days ago ({one.last})' if one.last else 'never read by a second reader'}" for one in found]
        at.say_text("\n".join(lines))


@app.command(epilog=examples("hairtx kb schema treatments > treatments.schema.json"))
def schema(
    ctx: typer.Context,
    part: Annotated[str | None, typer.Argument(metavar="[PART]", help="treatments, trials, sources or vocabulary.", show_default=False)] = None,
) -> None:
    """The JSON Schema of the YAML files, for editors."""
    from hairtx.store.schema import PARTS
    from hairtx.store.schema import schema as make

    at = desk(ctx, None)
    if part is not None and part not in PARTS:
        raise UsageProblem(f"no file is called {part[:30]!r}; there are {', '.join(PARTS)}")
    at.say_json(make(part))


@app.command(epilog=examples("hairtx kb path"))
def path(ctx: typer.Context, kb: KbOption = None) -> None:
    """The folder of the knowledge base in use."""
    at = desk(ctx, kb)
    at.say_text(str(at.folder))
