"""Invented networks, by hand and by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from hairtx.engines.evidence.analysis import Analysis, Settings, analyse
from hairtx.engines.evidence.own_data import studies_of
from hairtx.engines.evidence.studies import Measured
from hairtx.model.arms import StudyArm

NAMES = ("ash", "birch", "cedar", "dogwood", "elm")


def answer(arms: Sequence[StudyArm], effect: Measured = "md", **settings: Any) -> Analysis:
    asked = {"better": "higher"} | settings
    return analyse(studies_of(arms, (), effect), Settings(effect, **asked))


def mean(study: str, treatment: str, value: float, sd: float = 4.0, n: int = 50) -> StudyArm:
    return StudyArm(study, treatment, n, value, sd)


def count(study: str, treatment: str, events: int, n: int) -> StudyArm:
    return StudyArm(study, treatment, n, events=events)


@st.composite
def networks(draw: st.DrawFn, effect: str = "md", most: int = 5) -> list[StudyArm]:
    """A connected network: a chain through all treatments, then studies of two to four arms at will."""
    size = draw(st.integers(2, most))
    designs: list[tuple[str, ...]] = [(NAMES[at], NAMES[at + 1]) for at in range(size - 1)]
    extra = st.lists(st.sampled_from(NAMES[:size]), min_size=2, max_size=min(4, size), unique=True)
    designs += [tuple(one) for one in draw(st.lists(extra, min_size=0, max_size=6))]
    arms: list[StudyArm] = []
    for at, design in enumerate(designs):
        for name in design:
            n = draw(st.integers(10, 300))
            if effect == "md":
                value = draw(st.floats(-20, 20, allow_nan=False).map(lambda number: round(number, 3)))
                arms.append(StudyArm(f"s{at}", name, n, value, draw(st.floats(0.5, 15).map(lambda number: round(number, 3)))))
            else:
                arms.append(StudyArm(f"s{at}", name, n, events=draw(st.integers(0, n))))
    return arms


LOOP = [
    mean("one", "ash", 1.0), mean("one", "birch", 3.1, 5.0, 40),
    mean("two", "birch", 2.0, 3.0), mean("two", "cedar", 6.0, 3.5, 80),
    mean("three", "ash", 0.5, 4.4, 70), mean("three", "cedar", 4.0, 6.0, 30),
    mean("four", "ash", 0.0, 5.0, 60), mean("four", "birch", 4.5, 5.0, 60), mean("four", "cedar", 5.0, 5.0, 60),
    mean("five", "ash", 2.0, 2.0, 25), mean("five", "birch", 2.5, 2.0, 25),
]  # fmt: skip
"""A closed loop of two-arm studies, a three-arm study upon it, and one comparison made twice."""

COUNTS = [
    count("one", "ash", 12, 100), count("one", "birch", 30, 98),
    count("two", "ash", 0, 40), count("two", "cedar", 7, 41),
    count("three", "birch", 21, 60), count("three", "cedar", 25, 62), count("three", "dogwood", 60, 60),
    count("four", "ash", 9, 120), count("four", "birch", 22, 119), count("four", "dogwood", 31, 121),
    count("five", "cedar", 14, 55), count("five", "dogwood", 17, 56),
]  # fmt: skip
"""Counts with an empty cell, a full one, and three-arm studies."""
