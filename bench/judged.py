"""How well search answers the judged queries, beside two plain ways: `python -m bench.judged [--verbose]`.

The queries in tests/search/queries.tsv were judged before any tuning. Told for each category: top-1, top-3 and mean
reciprocal rank of hairtx, of plain FTS5 over the same text, and of plain rapidfuzz WRatio over all names.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hairtx.engines.search import find
from hairtx.errors import HairtxError
from hairtx.model.naming import words
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.opening import open_knowledge_base

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests" / "search" / "queries.tsv"
_DEPTH = 10
Answer = Callable[[str], list[str]]


def judged() -> list[tuple[str, str, set[str]]]:
    """Category, query and accepted ids (none where nothing should be found) of each line."""
    lines = [line for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(category, query, set() if ids == "-" else set(ids.split("|"))) for category, query, ids in (line.split("\t") for line in lines)]


def score(answer: Answer, verbose: bool = False) -> dict[str, tuple[int, float, float, float]]:
    """For each category, and `all`: number of queries, top-1, top-3 and mean reciprocal rank, as shares of 1."""
    sums: dict[str, list[float]] = {}
    for category, query, accepted in judged():
        found = answer(query)
        rank = next((at for at, id_ in enumerate(found, 1) if id_ in accepted), 0) if accepted else int(not found)
        if verbose and rank != 1:
            print(f"  {category}: {query!r} gave {found[:4]}, wanted {sorted(accepted)[:6]}")
        for name in (category, "all"):
            row = sums.setdefault(name, [0, 0, 0, 0])
            for at, value in enumerate((1, rank == 1, 0 < rank <= 3, 1 / rank if rank else 0)):
                row[at] += value
    return {name: (int(n), top1 / n, top3 / n, mrr / n) for name, (n, top1, top3, mrr) in sorted(sums.items())}


def hairtx(base: KnowledgeBase) -> Answer:
    """The ids that `hairtx search` gives."""

    def answer(query: str) -> list[str]:
        try:
            return [hit.id for hit in find(query, base, date(2026, 11, 22), _DEPTH).hits]
        except HairtxError:
            return []

    return answer


def plain_fts(base: KnowledgeBase) -> Answer:
    """FTS5 asked for every word."""
    return lambda query: [one.id for one in base.passages(" AND ".join(f'"{word}"' for word in words(query)), _DEPTH)] if words(query) else []


def plain_fuzzy(base: KnowledgeBase) -> Answer:
    """WRatio over every name, at rapidfuzz's usual cutoff of 80."""
    from rapidfuzz import fuzz, process

    names = [(name, id_) for id_, one in base.treatments() for name in (one.name, *(text for _, text in one.names.all()))]

    def answer(query: str) -> list[str]:
        ranked = process.extract(query, [name for name, _ in names], scorer=fuzz.WRatio, limit=40, score_cutoff=80)
        return list(dict.fromkeys(names[at][1] for _, _, at in ranked))[:_DEPTH]

    return answer


def main() -> None:
    """Prints the comparison as a Markdown table."""
    with tempfile.TemporaryDirectory() as cache:
        base = open_knowledge_base(ROOT / "data", lambda: Path(cache))
        ours = score(hairtx(base), "--verbose" in sys.argv)
        fts, fuzzy = score(plain_fts(base)), score(plain_fuzzy(base))
    print("| category | queries | hairtx top-1 | top-3 | MRR | FTS5 top-1 | WRatio top-1 |\n|---|---|---|---|---|---|---|")
    for name, (n, top1, top3, mrr) in ours.items():
        print(f"| {name} | {n} | {top1:.3f} | {top3:.3f} | {mrr:.3f} | {fts[name][1]:.3f} | {fuzzy[name][1]:.3f} |")


if __name__ == "__main__":
    main()
