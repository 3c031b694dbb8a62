"""Percentages that make up 100%: "chiếm 69,1%, … 28,5% và … 2,3%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import cues
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Operand, Reading

_LONGEST = 9


def find_percent_sums(reading: Reading) -> Iterator[Proposal]:
    """Runs of shares that add up to 100%: "chiếm 69,1%, … 28,5% và … 2,3%"."""
    percents = [
        i for i, f in enumerate(reading.figures) if f.kind == "percent" and f.value is not None and f.modifier is None
    ]
    done: set[int] = set()
    for at, first in enumerate(percents):
        if first in done:
            continue
        run = [first]
        best: list[int] = []
        for i in percents[at + 1 : at + _LONGEST]:
            if reading.sides[i][0].sentence - reading.sides[run[-1]][0].sentence > 1:
                break
            run.append(i)
            parts = [reading.sides[j][0] for j in run]
            low = sum((p.bounds[0] for p in parts), Decimal(0))
            high = sum((p.bounds[1] for p in parts), Decimal(0))
            if low > 100:
                break
            if high >= 100 and _partition(reading, run, parts):
                best = list(run)
        rule = "run"
        if not best:
            best, rule = _run_to_the_rest(reading, first), "rest"
        if best:
            done.update(best)
            parts = [reading.sides[j][0] for j in best]
            yield Proposal("percent_sum", {"parts": tuple(parts)}, "stated", f"percent_sum.{rule}")


def _run_to_the_rest(reading: Reading, first: int) -> list[int]:
    """Shares of one sentence up to "còn lại 23,6%", which says that they are all: they should add up to 100%."""
    run = [first]
    while run[-1] + 1 < len(reading.figures):
        i = run[-1] + 1
        if reading.figures[i].kind != "percent" or reading.sentence_of(i) != reading.sentence_of(first):
            return []
        run.append(i)
        if "còn lại" in reading.cue(i):
            break
        if "chiếm" not in reading.cue(i):
            return []
    else:
        return []
    parts = [reading.sides[j][0] for j in run]
    plain = all(reading.figures[j].value is not None and reading.figures[j].modifier is None for j in run)
    if len(run) < 3 or not plain or "chiếm" not in reading.cue(first) or not _partition(reading, run, parts):
        return []
    return run


def _partition(reading: Reading, run: list[int], parts: list[Operand]) -> bool:
    """Whether the shares are of one whole: none is a change, and two of them need a word that they are all."""
    if any(cues.direction(reading.cue(i)) is not None for i in run):
        return False
    if any(p.value is not None and (p.value >= 100 or p.value <= 0) for p in parts):
        return False
    cued = sum(cues.SHARE.search(reading.cue(i)) is not None or reading.in_brackets(i) for i in run)
    stretch = reading.lower[max(0, reading.figures[run[0]].start - 60) : reading.figures[run[-1]].end]
    rest = "còn lại" in stretch
    fine = all(p.ulp is not None and p.ulp < 1 for p in parts)
    if len(run) == 2:
        return rest or (cued == 2 and fine) or (cued >= 1 and "trong đó" in stretch and " và " in stretch)
    return fine or rest or cued >= 2
