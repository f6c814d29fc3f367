"""What a trial contributes to a network: the figures of its arms, or the differences it reports."""

from hairtx.model.value import Value


class StudyArm(Value, frozen=True):
    """One arm of one study: n with mean and sd or se (in the measure's unit), or n with events.

    `row` is the line of the file it stands on, 0 where it comes from the knowledge base.
    """

    study: str
    treatment: str
    n: int | None = None
    mean: float | None = None
    sd: float | None = None
    se: float | None = None
    events: int | None = None
    row: int = 0


class StudyContrast(Value, frozen=True):
    """A reported difference, treatment minus comparator (log scale for ratios), with its standard error."""

    study: str
    treatment: str
    comparator: str
    estimate: float
    se: float
    n: int | None = None
    row: int = 0
