"""Precision, recall and verdicts on the annotated articles of this folder; `python -m tests.claims.measuring` prints every difference."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from hairtx.engines.claims import Report, check
from hairtx.model.dates import PartialDate
from hairtx.store.knowledge_base import KnowledgeBase
from hairtx.store.opening import open_knowledge_base

HERE = Path(__file__).parent
DAY = date(2026, 6, 1)


class Score(NamedTuple):
    """Found and right, found, wanted; verdicts right and judged; what differed."""

    mentions: tuple[int, int, int]
    claims: tuple[int, int, int]
    verdicts: tuple[int, int]
    differences: list[str]


@cache
def base() -> KnowledgeBase:
    folder = Path(tempfile.mkdtemp())
    return open_knowledge_base(HERE / "kb", lambda: folder)


@cache
def articles(part: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((HERE / "corpus" / f"{part}.yaml").read_text(encoding="utf-8")))


def read(one: dict[str, Any]) -> Report:
    published = PartialDate(str(one["published"])) if one["published"] else None
    return check(one["text"], base(), DAY, published)


def score(part: str) -> Score:
    mention, claim, verdict = [0, 0, 0], [0, 0, 0], [0, 0]
    differences: list[str] = []
    for one in articles(part):
        report = read(one)
        got = {m.ids[0] for m in report.mentions if m.what in {"treatment", "family"}}
        want = set(one["mentions"])
        mention = [mention[0] + len(got & want), mention[1] + len(got), mention[2] + len(want)]
        if got != want:
            differences.append(f"{one['id']}: mentions {sorted(got - want)} too many, {sorted(want - got)} missing")
        left = list(report.claims)
        claim[1] += len(left)
        for wanted in one["claims"]:
            claim[2] += 1
            found = next(
                (
                    c
                    for c in left
                    if wanted["in"] in c.sentence.text and c.finding.kind == wanted["kind"] and c.finding.treatment == wanted["treatment"]
                ),
                None,
            )
            if found is None:
                differences.append(f"{one['id']}: not found: {wanted}")
                continue
            left.remove(found)
            claim[0] += 1
            verdict[1] += 1
            verdict[0] += found.today.word == wanted["verdict"]
            if found.today.word != wanted["verdict"]:
                differences.append(
                    f"{one['id']}: {wanted['in']}: says {found.today.word}, is {wanted['verdict']}: {found.today.now} {found.finding.says}"
                )
        differences += [f"{one['id']}: too many: {c.finding.kind} {c.finding.treatment} {c.finding.says} | {c.sentence.text}" for c in left]
    return Score((mention[0], mention[1], mention[2]), (claim[0], claim[1], claim[2]), (verdict[0], verdict[1]), differences)


def f1(hit: int, found: int, wanted: int) -> float:
    return 2 * hit / (found + wanted) if found + wanted else 1.0


if __name__ == "__main__":
    for part in sys.argv[1:] or ["tuning"]:
        result = score(part)
        print("\n".join(result.differences))
        print(part, "mentions", f"{f1(*result.mentions):.3f}", "claims", f"{f1(*result.claims):.3f}", result.claims, "verdicts", result.verdicts)
