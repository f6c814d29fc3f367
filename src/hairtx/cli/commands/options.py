"""`hairtx options`."""

from typing import Annotated, Literal, cast

import typer

from hairtx.cli import completion
from hairtx.cli.options import AsOfOption, FormatOption, InOption, JsonOption, KbOption, desk, examples
from hairtx.engines.asof import known_on
from hairtx.engines.dossier import cited, gone_silent
from hairtx.engines.options import Asked, sort_options
from hairtx.engines.status import reaching
from hairtx.engines.timeline import events_of
from hairtx.errors import UsageProblem
from hairtx.views.plain import options as plain

app = typer.Typer(add_completion=False)
_SEXES = {"female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male"}
_OLDEST = 120
_COLUMNS = ("tier", "id", "name", "reason", "direction", "certainty", "bottom_line", "boxed_warning", "not_for", "pregnancy", "sources")


@app.command(
    epilog=examples(
        "hairtx options --condition alopecia-areata --age 15 --in US",
        "hairtx options --condition 'pattern hair loss' --sex female --pregnant --in DE",
    )
)
def options(
    ctx: typer.Context,
    condition: Annotated[
        str,
        typer.Option("--condition", metavar="CONDITION", help="What the person has, such as alopecia-areata.", autocompletion=completion.conditions),
    ],
    sex: Annotated[str | None, typer.Option("--sex", metavar="SEX", help="female or male.", show_default=False)] = None,
    age: Annotated[int | None, typer.Option("--age", metavar="YEARS", help="Age in whole years.", show_default=False)] = None,
    pregnant: Annotated[bool, typer.Option("--pregnant", help="Pregnant.")] = False,
    may_become_pregnant: Annotated[bool, typer.Option("--may-become-pregnant", help="Pregnancy is possible.")] = False,
    breastfeeding: Annotated[bool, typer.Option("--breastfeeding", help="Breastfeeding.")] = False,
    places: InOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """What there is for a person, in tiers, and what is ruled out with the reason. Information, not advice."""
    at = desk(ctx, kb, json=json, format=format)
    if sex is not None and sex.casefold() not in _SEXES:
        raise UsageProblem(f"--sex {sex[:20]!r} is not female or male")
    if age is not None and not 0 <= age <= _OLDEST:
        raise UsageProblem(f"--age {age} is not an age in years between 0 and {_OLDEST}")
    expecting = pregnant or may_become_pregnant or breastfeeding
    known_sex = cast(Literal["female", "male"] | None, _SEXES[sex.casefold()] if sex else "female" if expecting else None)
    if expecting and known_sex == "male":
        raise UsageProblem("--pregnant, --may-become-pregnant and --breastfeeding do not go together with --sex male")
    base, day = at.base, at.day(as_of)
    codes = tuple(dict.fromkeys(one for code in at.jurisdictions(places) for one in reaching(code, base.jurisdictions)))
    asked = Asked(at.condition(condition) or condition, codes, day, known_sex, age, pregnant, may_become_pregnant, breastfeeding)
    treatments = dict(base.treatments())
    if day < at.world.today:
        every = base.sources()
        treatments = {id_: known_on(day, one, {}, every).treatment for id_, one in treatments.items()}
    events = {id_: events_of(id_, one, base.trials_of(id_), base.authorities) for id_, one in treatments.items()}
    silent = {id_: last for id_, one in treatments.items() if (last := gone_silent(one, events[id_], day))}
    found, excluded = sort_options(asked, treatments.items(), base.conditions, base.populations, silent)
    if at.format == "json":
        at.say_json(plain.options(asked, found, excluded))
    if not found and not excluded:
        raise at.nothing(f"no treatment of {asked.condition} is recorded")
    if at.format in {"csv", "md"}:
        ruled_out = [{"tier": "excluded", "id": one.id, "name": one.treatment.name, "reason": one.reason, "sources": one.sources} for one in excluded]
        at.say_rows([*(plain.row(one) for one in found), *ruled_out], _COLUMNS)
    elif at.format == "table":
        from hairtx.views.screen.options import options as screen

        named = [one.treatment for one in found] + [one.treatment for one in excluded]
        sources = base.sources(id_ for one in named for id_ in cited(one, {}))
        at.say(screen(asked, found, excluded, base.conditions, base.jurisdictions, sources, at.look))
