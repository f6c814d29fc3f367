"""One treatment: what it is called, what is said of it, what authorities decided."""

from typing import Annotated

import msgspec

from hairtx.model.dates import PartialDate
from hairtx.model.record import Count, Country, Id, Record, SourceIds, Text
from hairtx.model.words import Action, Certainty, Direction, Kind, MilestoneKind, Pathway, PregnancyAdvice, Stage, StatementKind, Supply


class Names(Record, frozen=True):
    """What people call it, by kind of name. A name belongs to one treatment only."""

    generic: list[Text] = []
    brand: list[Text] = []
    code: list[Text] = []
    common: list[Text] = []
    foreign: dict[Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")], list[Text]] = {}
    former: list[Text] = []
    misspelt: list[Text] = []

    def all(self) -> list[tuple[str, str]]:
        """Every name with its kind; foreign ones as `foreign-ja` and so on."""
        plain = [(kind, name) for kind in ("generic", "brand", "code", "common", "former", "misspelt") for name in getattr(self, kind)]
        return plain + [(f"foreign-{language}", name) for language, names in self.foreign.items() for name in names]


class Product(Record, frozen=True):
    """Something one can buy or be given."""

    name: Text
    holder: str | None = None
    form: str | None = None
    jurisdictions: list[Country] = []
    sources: list[str] = []


class Identifiers(Record, frozen=True):
    """Codes in public registers."""

    sources: SourceIds
    atc: list[str] = []
    unii: str | None = None
    rxnorm: str | None = None
    wikidata: str | None = None
    cas: str | None = None
    inchikey: str | None = None


class BottomLine(Record, frozen=True):
    """One or two sentences that a patient understands, with the certainty behind them."""

    text: Text
    certainty: Certainty
    sources: SourceIds


class Appraisal(Record, frozen=True):
    """What the evidence says for one condition: direction and certainty are two things."""

    condition: Id
    direction: Direction
    certainty: Certainty
    text: Text
    sources: SourceIds
    population: Id | None = None


class Statement(Record, frozen=True):
    """One claim in our own words; its id is permanent within the treatment."""

    id: Id
    kind: StatementKind
    text: Text
    sources: SourceIds
    condition: Id | None = None
    population: Id | None = None
    jurisdiction: Country | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    never_true: str | None = None


class Decision(Record, frozen=True):
    """A dated act of an authority; the status on a day is worked out from these."""

    jurisdiction: Country
    authority: Id
    action: Action
    pathway: Pathway
    sources: SourceIds
    date: PartialDate | None = None
    known_by: PartialDate | None = None
    condition: Id | None = None
    population: Id | None = None
    supply: Supply | None = None
    product: str | None = None
    holder: str | None = None
    note: str | None = None


class StageEntry(Record, frozen=True):
    """How far development has come for one condition."""

    condition: Id
    stage: Stage
    sources: SourceIds
    since: PartialDate | None = None
    jurisdiction: Country | None = None


class Milestone(Record, frozen=True):
    """A dated event in the life of the treatment."""

    kind: MilestoneKind
    text: Text
    sources: SourceIds
    date: PartialDate | None = None
    known_by: PartialDate | None = None
    jurisdiction: Country | None = None


class Excludes(Record, frozen=True):
    """Whom a contraindication or limit rules out, so that `options` can act on it."""

    pregnant: bool = False
    breastfeeding: bool = False
    sex: Annotated[str, msgspec.Meta(pattern=r"^(female|male)$")] | None = None
    may_become_pregnant: bool = False
    younger_than: Count | None = None
    older_than: Count | None = None


class Warning(Record, frozen=True):
    """A harm, contraindication or warning, as the label or regulator has it."""

    text: Text
    sources: SourceIds
    jurisdiction: Country | None = None
    excludes: Excludes | None = None


class Pregnancy(Record, frozen=True):
    """What the label or regulator says of pregnancy."""

    advice: PregnancyAdvice
    text: Text
    sources: SourceIds


class Safety(Record, frozen=True):
    """Harms; never cut short on any screen."""

    boxed_warning: Warning | None = None
    contraindications: list[Warning] = []
    pregnancy: Pregnancy | None = None
    common: list[Warning] = []
    serious: list[Warning] = []


class Treatment(Record, frozen=True):
    """One intervention with a regulatory life of its own."""

    name: Text
    kind: Kind
    summary: Text
    conditions: Annotated[list[Id], msgspec.Meta(min_length=1)]
    bottom_line: BottomLine
    class_: str | None = msgspec.field(default=None, name="class")
    families: list[Id] = []
    route: str | None = None
    names: Names = Names()
    shared_names: list[Text] = []
    decoys: list[Text] = []
    companies: list[Text] = []
    retired_ids: list[Id] = []
    products: list[Product] = []
    identifiers: Identifiers | None = None
    appraisals: list[Appraisal] = []
    statements: list[Statement] = []
    decisions: list[Decision] = []
    stages: list[StageEntry] = []
    milestones: list[Milestone] = []
    safety: Safety = Safety()
    open_questions: list[Text] = []
    reviewed: PartialDate | None = None
