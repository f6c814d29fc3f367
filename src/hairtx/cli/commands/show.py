"""`hairtx show NAME`: everything about one treatment."""

from shlex import quote
from typing import Annotated

import typer

from hairtx.cli.options import AsOfOption, JsonOption, KbOption, NameArgument, desk, examples
from hairtx.engines.dossier import gather
from hairtx.engines.groups import gather_group
from hairtx.engines.names import Meaning, NameBook, resolve, several
from hairtx.errors import NothingFound, UsageProblem
from hairtx.model.naming import clean, key
from hairtx.views.plain import treatment as plain

app = typer.Typer(add_completion=False)
SECTIONS = ("summary", "status", "evidence", "trials", "safety", "use", "history", "unknown", "names", "sources")


@app.command(
    epilog=examples(
        "hairtx show kerastem", "hairtx show kerastem --as-of 2016-01", "hairtx show Olumiant --section safety", "hairtx show 'JAK inhibitors'"
    )
)
def show(
    ctx: typer.Context,
    name: NameArgument,
    as_of: AsOfOption = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section", metavar="SECTION", help=f"Only this part (may be repeated): {', '.join(SECTIONS)}.", autocompletion=lambda: list(SECTIONS)
        ),
    ] = None,
    json: JsonOption = False,
    kb: KbOption = None,
) -> None:
    """Everything about one treatment: bottom line, status, evidence, trials, safety, history, open questions, sources.

    A family ("JAK inhibitors", "stem cells"), a company or a condition gives its page with its treatments.
    """
    at = desk(ctx, kb, json=json)
    for one in section or []:
        if one not in SECTIONS:
            raise UsageProblem(f"--section {one[:30]!r} is not one of {', '.join(SECTIONS)}")
    day = at.day(as_of)
    meaning = _meant(" ".join(name), at.base)
    if meaning.what != "treatment":
        page = gather_group(at.base, meaning, day)
        if at.format == "json":
            return at.say_json(plain.group(page, at.base.data_version))
        from hairtx.views.screen.group import group  # 20 ms of rich: only for a screen

        return at.say(group(page, at.base.jurisdictions, at.look))
    if key(meaning.text).removesuffix("s") != key(" ".join(name)).removesuffix("s"):
        at.talk(f"taken as “{meaning.text}”; no record is called “{' '.join(name)}”")
    dossier = gather(at.base, meaning.id, day, at.world.today, meaning.also)
    if at.format == "json":
        return at.say_json(plain.treatment(dossier, at.base.data_version))
    from hairtx.views.screen.names import Names
    from hairtx.views.screen.treatment import treatment

    base = at.base
    others = {id_: other.name for id_ in meaning.also if (other := base.treatment(id_))}
    names = Names(base.conditions, base.populations, base.jurisdictions, base.measures, base.families, base.authorities, others)
    return at.say(treatment(dossier, names, at.look, tuple(section or ())))


def _meant(said: str, book: NameBook) -> Meaning:
    """What a name stands for. Raises NothingFound, with the command that knows it where it is a trial's name or a word of the glossary."""
    try:
        return resolve(said, book, ("treatment", "family", "condition", "company"))
    except NothingFound as nothing:
        _ask_for_compare(said, book)
        other = next((one for one in book.names(key(said)) if one.what in {"trial", "term"}), None)
        if other is None:
            raise
        kind, command = ("a trial", "trials") if other.what == "trial" else ("a word of the glossary", "explain")
        raise NothingFound(f"“{other.text}” is {kind}: hairtx {command} {quote(other.text)}") from nothing


def _ask_for_compare(said: str, book: NameBook) -> None:
    """Raises NothingFound with the command for several where a phrase names several treatments."""
    try:
        named = [one for one in several(said, book, ("treatment",)) if one.what == "treatment"]
    except NothingFound:
        return
    if len(named) > 1:
        raise NothingFound(f"“{clean(said, 60)}” names {len(named)} treatments: hairtx compare {' '.join(one.id for one in named)}")
