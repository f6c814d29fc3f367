"""The shared words a curator may extend: families, conditions, jurisdictions, measures, glossary, lay words."""

from hairtx.model.record import Country, Id, Record, SourceIds, Text
from hairtx.model.words import Better, MeasureKind, Sex


class Family(Record, frozen=True):
    """What people call a group of treatments; its members are computed."""

    name: Text
    explanation: Text
    sources: SourceIds
    names: list[Text] = []


class Condition(Record, frozen=True):
    """A kind of hair loss; `within` names the wider condition it belongs to.

    `other_use` marks what is no hair loss but a use that authorities decide on
    (rheumatoid arthritis); those need no explanation. `sex` is set where only
    people of one sex are meant (female pattern hair loss).
    """

    name: Text
    explanation: str | None = None
    sources: list[str] = []
    names: list[Text] = []
    within: Id | None = None
    other_use: bool = False
    sex: Sex = "any"


class Jurisdiction(Record, frozen=True):
    """A country, or the EU; `within` names the union whose decisions hold there too, `cities` are such as articles are written from."""

    name: Text
    names: list[Text] = []
    cities: list[Text] = []
    within: Country | None = None


class Authority(Record, frozen=True):
    """Who decides; `jurisdictions` lists where."""

    name: Text
    jurisdictions: list[Country]
    names: list[Text] = []


class Population(Record, frozen=True):
    """For whom: sex and ages in whole years."""

    name: Text
    sex: Sex = "any"
    min_age: int | None = None
    max_age: int | None = None


class Measure(Record, frozen=True):
    """What a trial counted; `harm` marks side effects, which are shown apart from benefits. `opposite` counts the people whom this one does not;
    `own_scale` says that every trial has its own (an area of its own choice), so that trials cannot be pooled."""

    name: Text
    kind: MeasureKind
    better: Better
    unit: str | None = None
    explanation: str | None = None
    names: list[Text] = []
    harm: bool = False
    opposite: Id | None = None
    own_scale: bool = False


class Comparator(Record, frozen=True):
    """What a treatment is held against: placebo, vehicle, sham, nothing."""

    name: Text
    names: list[Text] = []


class Term(Record, frozen=True):
    """A glossary entry."""

    name: Text
    text: Text
    sources: SourceIds
    names: list[Text] = []
    see: list[str] = []


class Lay(Record, frozen=True):
    """Everyday words and what they mean in the words of the field."""

    say: list[Text]
    means: list[Text]


class Vocabulary(Record, frozen=True):
    """The whole of data/vocabulary.yaml, each part keyed by id."""

    families: dict[Id, Family] = {}
    conditions: dict[Id, Condition] = {}
    jurisdictions: dict[Country, Jurisdiction] = {}
    authorities: dict[Id, Authority] = {}
    populations: dict[Id, Population] = {}
    measures: dict[Id, Measure] = {}
    comparators: dict[Id, Comparator] = {}
    glossary: dict[Id, Term] = {}
    lay: list[Lay] = []
