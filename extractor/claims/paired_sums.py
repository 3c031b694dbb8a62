"""Two columns that add up side by side: "phát hiện 23 vụ, 48 đối tượng; khởi tố 6 vụ, 6 bị can, xử phạt 17 vụ, 42 đối tượng".

Small numbers that add up prove nothing; pairs of them that add up in both columns do.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims import chance, fit
from extractor.claims.nearby import plain_count
from extractor.claims.proposal import Proposal, inferred
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_BESIDE = compiled(r"[^.;:()\n]{0,40}?(?:,| với| và|/|-) ?(?:\p{L}+ ){0,3}")
_TOTALS_WITHIN = 4
_REACH = 16
_SENTENCES = 3
_LONGEST = 8
_Pair = tuple[Operand, Operand]


def find_paired_sums(reading: Reading) -> Iterator[Proposal]:
    """What a pair of totals is made up of, by the pairs that follow it."""
    starts = [i for i in range(len(reading.figures) - 1) if _count(reading, i) is not None]
    pairs = {pair[0].index: pair for i in starts if (pair := _pair(reading, i)) is not None}
    if len(pairs) < 2:
        return
    for i in starts:
        totals = _totals(reading, i)
        if totals is not None:
            yield from _sums(totals, [pair for at, pair in pairs.items() if _is_near(totals, pair, at)])


def _is_near(totals: _Pair, pair: _Pair, at: int) -> bool:
    one, other = totals
    return (
        other.index < at <= other.index + _REACH
        and pair[0].unit == one.unit
        and pair[0].sentence - one.sentence <= _SENTENCES
    )


def _sums(totals: _Pair, pairs: list[_Pair]) -> Iterator[Proposal]:
    """What pairs make up the totals, from the first on, and those behind them again."""
    first = 0
    while first < len(pairs) - 1:
        count = _fitting(totals, pairs[first : first + _LONGEST])
        if count is None:
            return
        columns = [list(column) for column in zip(*pairs[first : first + count], strict=True)]
        odds = chance.of_columns(totals, columns)
        if odds > chance.FAR:
            return
        for parts, total in zip(columns, totals, strict=True):
            yield inferred(
                "sum", {"parts": tuple(parts), "total": total}, "sum.paired", candidates=count - 1, chance=odds
            )
        first += count


def _fitting(totals: _Pair, pairs: list[_Pair]) -> int | None:
    """How many pairs, two at least, make up both totals."""
    for count in range(2, len(pairs) + 1):
        columns = zip(*pairs[:count], strict=True)
        if all(fit.meets(fit.total(list(parts), total), total) for parts, total in zip(columns, totals, strict=True)):
            return count
    return None


def _count(reading: Reading, index: int) -> Operand | None:
    """A plain number of things that a unit names."""
    operand = plain_count(reading, index)
    return operand if operand is not None and operand.unit else None


def _pair(reading: Reading, index: int) -> _Pair | None:
    """Two numbers of unlike things, one right beside the other: "6 vụ, 6 bị can"."""
    one, other = _count(reading, index), _count(reading, index + 1)
    if one is None or other is None or one.unit == other.unit or one.sentence != other.sentence:
        return None
    return (one, other) if _BESIDE.fullmatch(reading.between(index, index + 1)) else None


def _totals(reading: Reading, index: int) -> _Pair | None:
    """A number and the next of something else in its sentence, with no more than rises of the first between them."""
    one = _count(reading, index)
    if one is None:
        return None
    for i in range(index + 1, min(len(reading.figures), index + _TOTALS_WITHIN)):
        if reading.sentence_of(i) != one.sentence:
            return None
        other = _count(reading, i)
        if other is not None:
            return (one, other) if other.unit != one.unit else None
    return None
