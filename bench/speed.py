"""Whole-process times against their floors: `python -m bench.speed [--rounds N] [--sizes 100,1000,10000] [--pages 200,20000]`.

Floors and commands take turns within one run, so that a busy machine troubles them alike; what is told is the
ratio of the medians. The design's bounds: reading commands within 1.25 of the table floor, --json within 1.25 of the
bare floor, and less than half as much again from 100 to 100,000 treatments. Run it with the Python of a venv that hairtx
was installed into (`pip install .`): that is what people have, with its modules and its index ready made.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from bench.made import make

_HERE = Path(__file__).parent
_CORPUS = _HERE.parent / "tests" / "claims" / "corpus"
_HAIRTX = Path(sys.executable).with_name("hairtx")
_SETTINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment without the setting that has a checkout's modules compiled anew at every start; an installation's never are."""
_COMMANDS = {
    "show": ("table", ["show", "kerastem"]),
    "show, short": ("table", ["show", "kerastem", "--section", "summary"]),
    "search": ("table", ["search", "Olumiant"]),
    "status": ("table", ["status", "baricitinib", "--in", "US"]),
    "compare": ("table", ["compare", "ritlecitinib", "deuruxolitinib", "--in", "US"]),
    "show --json": ("bare", ["show", "kerastem", "--json"]),
    "search --json": ("bare", ["search", "Olumiant", "--json"]),
    "status --json": ("bare", ["status", "baricitinib", "--in", "US", "--json"]),
}


def main() -> None:
    """Prints the ratios as Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", default="")
    parser.add_argument("--pages", default="")
    asked = parser.parse_args()
    real(asked.rounds)
    if asked.sizes:
        sizes([int(size) for size in asked.sizes.split(",")], asked.rounds)
    if asked.pages:
        pages([int(count) for count in asked.pages.split(",")], asked.rounds)


def real(rounds: int) -> None:
    """Prints the reading commands on the real knowledge base beside their floors."""
    lines = {
        "floor: bare": [sys.executable, str(_HERE / "floor" / "bare.py"), "first"],
        "floor: table": [sys.executable, str(_HERE / "floor" / "table.py"), "first"],
    } | {name: [str(_HAIRTX), *arguments] for name, (_, arguments) in _COMMANDS.items()}
    times = _take_turns(lines, rounds, {})
    print("| command | median ms | floor | ratio |\n|---|---|---|---|")
    for name, taken in times.items():
        floor = _COMMANDS[name][0] if name in _COMMANDS else name.split()[-1]
        print(f"| {name} | {taken * 1000:.0f} | {floor} | {taken / times[f'floor: {floor}']:.2f} |")


def sizes(wanted: list[int], rounds: int) -> None:
    """Prints how times, memory and index grow with the number of treatments; each figure beside its ratio to the first."""
    print(
        "\n| treatments | YAML MB | compile s | peak MB | index MB | show | search | misspelt | words | status |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    first: dict[str, float] = {}
    for size in wanted:
        with tempfile.TemporaryDirectory(prefix="hairtx-bench-") as scratch:
            folder = make(Path(scratch) / "kb", size)
            settings = {"HAIRTX_KB": str(folder), "XDG_CACHE_HOME": str(Path(scratch) / "cache")}
            megabytes = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
            began = time.perf_counter()
            peak = _peak([str(_HAIRTX), "show", "XY-0"], settings)
            compiled = time.perf_counter() - began
            index = next((Path(scratch) / "cache").rglob("*.sqlite")).stat().st_size / 1e6
            lines = {
                "show": [str(_HAIRTX), "show", f"XY-{size // 2}"],
                "search": [str(_HAIRTX), "search", f"XY-{size // 2}"],
                "search, misspelt": [str(_HAIRTX), "search", f"mdae-{size // 2:06d}"],
                "search, words": [str(_HAIRTX), "search", "tablet placebo hair follicle"],
                "status": [str(_HAIRTX), "status", f"XY-{size // 2}"],
            }
            times = _take_turns(lines, rounds, settings)
        first = first or times
        told = " | ".join(f"{times[name] * 1000:.0f} ms ({times[name] / first[name]:.2f})" for name in lines)
        print(f"| {size:,} | {megabytes:.1f} | {compiled:.1f} | {peak:.0f} | {index:.1f} | {told} |")


def pages(wanted: list[int], rounds: int) -> None:
    """Prints how long a page of so many words takes to be checked; each figure beside its ratio to the first."""
    texts = [one["text"] for file in sorted(_CORPUS.glob("*.yaml")) for one in yaml.safe_load(file.read_text(encoding="utf-8"))]
    words = "\n\n".join(texts).split(" ")
    print("\n| words of the page | check ms | ratio |\n|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="hairtx-bench-") as scratch:
        lines = {}
        for count in wanted:
            page = Path(scratch) / f"{count}.txt"
            page.write_text(" ".join((words * (count // len(words) + 1))[:count]), encoding="utf-8")
            lines[f"{count:,}"] = [str(_HAIRTX), "check", str(page), "--json"]
        times = _take_turns(lines, rounds, {})
    first = next(iter(times.values()))
    for name, taken in times.items():
        print(f"| {name} | {taken * 1000:.0f} | {taken / first:.2f} |")


def _take_turns(lines: dict[str, list[str]], rounds: int, settings: dict[str, str]) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in lines}
    for turn in range(rounds + 1):
        for name, line in lines.items():
            began = time.perf_counter()
            subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**_SETTINGS, **settings}, check=True)
            if turn:
                times[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in times.items()}


def _peak(line: list[str], settings: dict[str, str]) -> float:
    import resource

    subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**_SETTINGS, **settings}, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


if __name__ == "__main__":
    main()
