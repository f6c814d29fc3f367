"""`hairtx compare A B [C...]`."""

from typing import Annotated

import typer

from hairtx.cli import completion
from hairtx.cli.desk import Desk
from hairtx.cli.options import AsOfOption, ConditionOption, FormatOption, InOption, JsonOption, KbOption, desk, examples
from hairtx.engines.asof import known_on
from hairtx.engines.comparison import Compared, Question, share_a_measure
from hairtx.engines.comparison import compare as put_side_by_side
from hairtx.engines.dossier import cited
from hairtx.engines.status import reaching
from hairtx.errors import UsageProblem
from hairtx.model.sources import Source
from hairtx.model.treatments import Treatment
from hairtx.model.trials import Trial
from hairtx.store.kept import kept
from hairtx.views.plain.comparison import comparison as plain
from hairtx.views.plain.comparison import flat, unconnected
from hairtx.views.plain.parts import Plain

app = typer.Typer(add_completion=False)
_MOST = 6


@app.command(
    epilog=examples(
        "hairtx compare minoxidil finasteride", "hairtx compare baricitinib ritlecitinib --in US,EU", "hairtx compare PRP microneedling minoxidil"
    )
)
def compare(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="A B [C]...", help="Two to six treatments.", autocompletion=completion.names)],
    places: InOption = None,
    condition: ConditionOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    format: FormatOption = "table",
    kb: KbOption = None,
) -> None:
    """Treatments side by side: what each is, status, what trials found against control, use, harms, pregnancy, sources."""
    at = desk(ctx, kb, json=json, format=format)
    base, day = at.base, at.day(as_of)
    ids = at.treatment_ids(names)
    if not 2 <= len(ids) <= _MOST:
        raise UsageProblem(f"compare takes two to {_MOST} different treatments; these names give {len(ids)}")
    codes = tuple(dict.fromkeys(one for code in at.jurisdictions(places) for one in reaching(code, base.jurisdictions)))
    records: dict[str, Treatment] = {}
    trials: dict[str, dict[str, Trial]] = {}
    sources: dict[str, Source] = {}
    withheld: list[str] = []
    for id_ in ids:
        record = base.treatment(id_)
        assert record is not None
        held = base.trials_of(id_)
        sources |= base.sources(cited(record, held))
        known = known_on(day, record, held, sources) if day < at.world.today else None
        withheld += [id_] if known and known.bottom_line_withheld else []
        records[id_], trials[id_] = (known.treatment, known.trials) if known else (record, held)
    question = Question(day, codes, at.condition(condition), tuple(withheld))
    compared = put_side_by_side(records, trials, question, base.measures, base.comparators, base.conditions)
    connected = day == at.world.today and share_a_measure(compared)
    if at.format == "json":
        return at.say_json(plain(compared, day, base.measures) | {"between": _between(at, compared)["records"] if connected else unconnected(ids)})
    if at.format in {"csv", "md"}:
        return at.say_rows(flat(compared, base.measures), ("field", *ids))
    from hairtx.views.screen.comparison import comparison

    told = _between(at, compared)["sentences"] if connected else []
    return at.say(
        comparison(
            compared,
            told,
            base.conditions,
            base.populations,
            base.jurisdictions,
            base.measures,
            sources,
            at.look,
            day if day < at.world.today else None,
        )
    )


def _between(at: Desk, compared: Compared) -> Plain:
    """What the trials say of each two: `sentences` for the screen, `records` for programs; worked out once, then kept."""
    question = ("between", str(at.folder.resolve()), *compared.ids, compared.condition or "")
    return kept(question, at.base.data_version, at.world.cache(), lambda: _work_out(at, compared))


def _work_out(at: Desk, compared: Compared) -> Plain:
    # The analysis brings numpy (100 ms): only where trials of two of the treatments report one measure.
    from hairtx.engines.evidence.candidates import Book
    from hairtx.engines.evidence.pairs import between
    from hairtx.views.between import records, sentence

    base = at.base
    names = {id_: one.name for id_, one in base.treatments()}
    pairs = between(
        compared.ids, compared.condition or "", Book(base.trials(), base.conditions, base.measures, base.populations, base.comparators, names)
    )
    return {"sentences": [sentence(pair, names) for pair in pairs], "records": records(pairs)}
