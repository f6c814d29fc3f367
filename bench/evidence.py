"""What a network meta-analysis costs: `python -m bench.evidence [--rounds N]`.

Growth is told as ratios within one run. The design's bounds: linear in trials, at most cubic in treatments. A doubling of
trials may so cost 2 times, a doubling of treatments 8 times; the exponent is the logarithm of the ratio to base two.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from hairtx.engines.evidence.analysis import Settings, analyse
from hairtx.engines.evidence.own_data import studies_of
from hairtx.model.arms import StudyArm

_HAIRTX = Path(sys.executable).with_name("hairtx")
_TRIALS, _TREATMENTS = (250, 500, 1000, 2000, 4000), (10, 20, 40, 80)
_FEW, _MANY = 12, 400


def made(trials: int, treatments: int, seed: int = 1) -> list[StudyArm]:
    """A connected network of studies of two to four arms."""
    chance = random.Random(seed)
    names = [f"t{at:03d}" for at in range(treatments)]
    effects = {name: chance.gauss(0, 2) for name in names}
    arms: list[StudyArm] = []
    for at in range(trials):
        held = [names[at % treatments], names[(at + 1) % treatments]] if at < treatments else chance.sample(names, chance.choice((2, 2, 2, 3, 4)))
        for name in held:
            n = chance.randint(20, 300)
            arms.append(StudyArm(f"s{at}", name, n, effects[name] + chance.gauss(0, 1.5), 4.0))
    return arms


def main() -> None:
    """Prints the tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    _table("trials", [(size, made(size, _FEW)) for size in _TRIALS], rounds)
    _table("treatments", [(size, made(_MANY, size)) for size in _TREATMENTS], rounds)
    _whole(rounds)


def _table(what: str, networks: list[tuple[int, list[StudyArm]]], rounds: int) -> None:
    times = {size: list[float]() for size, _ in networks}
    for _ in range(rounds):
        for size, arms in networks:
            began = time.perf_counter()
            analyse(studies_of(arms, (), "md"), Settings("md", "higher"))
            times[size].append(time.perf_counter() - began)
    taken = {size: min(held) for size, held in times.items()}
    print(f"\n| {what} | ms | against the one before | exponent |\n|---|---|---|---|")
    before: tuple[int, float] | None = None
    for size, spent in taken.items():
        ratio = f"{spent / before[1]:.2f}" if before else "–"
        exponent = f"{math.log(spent / before[1]) / math.log(size / before[0]):.2f}" if before else "–"
        print(f"| {size:,} | {spent * 1000:.1f} | {ratio} | {exponent} |")
        before = size, spent


def _whole(rounds: int) -> None:
    """Whole processes on the real data, beside a bare import of numpy."""
    lines = {
        "import numpy": [sys.executable, "-c", "import numpy"],
        "show": [str(_HAIRTX), "show", "baricitinib"],
        "evidence": [str(_HAIRTX), "evidence", "alopecia-areata"],
        "evidence --json": [str(_HAIRTX), "evidence", "alopecia-areata", "--json"],
    }
    times: dict[str, list[float]] = {name: [] for name in lines}
    for turn in range(rounds + 1):
        for name, line in lines.items():
            began = time.perf_counter()
            subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ), check=True)
            if turn:
                times[name].append(time.perf_counter() - began)
    floor = statistics.median(times["import numpy"])
    print("\n| process | median ms | against import numpy |\n|---|---|---|")
    for name, held in times.items():
        print(f"| {name} | {statistics.median(held) * 1000:.0f} | {statistics.median(held) / floor:.2f} |")


if __name__ == "__main__":
    main()
