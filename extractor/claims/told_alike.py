"""What is told in the same words of all and then of each part: "tiếp nhận 659.245 hồ sơ … cấp tỉnh tiếp nhận 54.575 hồ sơ …".

The parts may stand in paragraphs of their own, with other figures between. Where several such rows stand side by side and some
of them add up, the others have to as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.claims import chance, cues, fit
from extractor.claims.nearby import told_by
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.slipped_sums import little_more, one_slip_away

_ADDABLE = ("count", "money", "measure")
_FEWEST = 2
_MOST = 8
# So many rows that add up leave no doubt of the others.
_SURE = 2
_Key = tuple[str, str, str]


def find_told_alike(reading: Reading) -> Iterator[Proposal]:
    """The rows whose first figure is made up of the others, and those that stand beside such rows."""
    rows = [row for row in _rows(reading) if _FEWEST < len(row) <= _MOST + 1]
    others: list[list[Operand]] = []
    adding: Counter[tuple[int, ...]] = Counter()
    for row in rows:
        if not _adds_up(row, len(rows)):
            others.append(row)
            continue
        adding[_paragraphs(row)] += 1
        total, parts = row[0], row[1:]
        odds = chance.of_sum(total, parts, len(rows))
        yield inferred(
            "sum", {"parts": tuple(parts), "total": total}, "sum.told_alike", candidates=len(rows), chance=odds
        )
    for row in others:
        total, parts = row[0], row[1:]
        # Parts that come to less may leave one out that the other rows have none of.
        more = little_more(parts, total)
        if adding[_paragraphs(row)] + more >= _SURE and (more or one_slip_away(parts, total)):
            yield stated("sum", {"parts": tuple(parts), "total": total}, "sum.told_alike")


def _rows(reading: Reading) -> list[list[Operand]]:
    """The figures of one unit behind the same words, each of another sentence than the one before it."""
    alike: dict[tuple[str, str], list[Operand]] = {}
    for sides in reading.sides:
        if len(sides) == 1 and sides[0].kind in _ADDABLE and sides[0].value and sides[0].unit and not sides[0].modified:
            alike.setdefault((sides[0].kind, sides[0].unit), []).append(sides[0])
    rows: dict[_Key, list[Operand]] = {}
    for (kind, unit), operands in alike.items():
        if len(operands) <= _FEWEST or operands[0].sentence == operands[-1].sentence:
            continue
        for operand in operands:
            cue = reading.cue(operand.index)
            words = told_by(cue) if cues.amount_direction(cue) is None else None
            if words is not None:
                row = rows.setdefault((kind, unit, words), [])
                if not row or row[-1].sentence != operand.sentence:
                    row.append(operand)
    return list(rows.values())


def _adds_up(row: list[Operand], tried: int) -> bool:
    total, parts = row[0], row[1:]
    if any(part.bounds[1] >= total.bounds[0] or part.bounds[0] <= 0 for part in parts):
        return False
    return fit.meets(fit.total(parts, total), total) and chance.of_sum(total, parts, tried) <= chance.FAR / 10


def _paragraphs(row: list[Operand]) -> tuple[int, ...]:
    """Where the figures of a row stand; rows that stand side by side are alike in it."""
    return tuple([part.paragraph for part in row])
