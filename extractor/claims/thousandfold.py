"""Numbers a thousand times too large or too small: "7.788,703 triệu đồng" among parts of "8.230.300 triệu đồng".

A comma for a full stop, "triệu" for "tỷ": in print this is the commonest of slips with amounts, and the one that a reader
misses most easily. A figure that is out of scale beside those of its unit, and that no claim holds together with, is read as
it would stand a thousandfold and a thousandth. Where that makes a claim out of it which fits as claims do that are inferred,
the claim is what the article means, and it does not hold as printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Literal

from extractor.article import View
from extractor.claims.fitting import fits
from extractor.claims.proposal import Operands, Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.patterns.found import FoundFigure
from extractor.records import FigureKind

Asked = Literal["rates", "sums", "products"]
"""What claims may ask for another value of a figure."""

_FACTORS = (Decimal(1000), Decimal("0.001"))
_KINDS: tuple[FigureKind, ...] = ("money", "measure", "count")
_FACTORS_OF: tuple[FigureKind, ...] = ("money", "measure", "count", "multiple")
# How far apart figures of one scale may lie at most.
_SCALE = Decimal("31.6")
# How near what is worked out roughly has to come to be looked at in earnest.
_CLOSE = Decimal("0.004")
_OVER = Decimal("1.01")
_ONE = Decimal(1)
# How many figures around one are read anew with it, and how near those that tell its scale must stand.
_AROUND = 8
_NEAR = 6
# As nobody asks the words for such a claim, its numbers have to tell more than those of others.
_SURE = Decimal("0.01")
# So many are looked at in one article.
_MOST = 12


def find_thousandfold(
    view: View, reading: Reading, proposals: Iterable[Proposal], propose: Callable[[Reading, Asked], Iterable[Proposal]]
) -> Iterator[Proposal]:
    """The claims that fit once one figure is read a thousand times as large or as small.

    Args:
        view: the article's view.
        reading: its figures.
        proposals: the claims found so far.
        propose: what proposes claims of a sort in a reading.
    """
    used = _spoken_for(proposals)
    looked_at = 0
    for index, figure in enumerate(reading.figures):
        if figure.kind not in _KINDS or index in used or len(reading.sides[index]) != 1 or not figure.value:
            continue
        own = reading.sides[index][0]
        beside = [_in_base(o) for o in (_next_like(reading, own, -1), _next_like(reading, own, 1)) if o is not None]
        for factor in _FACTORS:
            value = _in_base(own) * factor
            for asked in _asked(reading, own, value) if any(_is_near(value, other) for other in beside) else ():
                looked_at += 1
                if looked_at > _MOST:
                    return
                yield from _meant(view, reading, index, factor, propose, asked)


def _spoken_for(proposals: Iterable[Proposal]) -> set[int]:
    """The figures of all claims but those of what is told again."""
    return {o.index for proposal in proposals if proposal.kind != "equal" for o in proposal.flat()}


def _next_like(reading: Reading, own: Operand, step: int) -> Operand | None:
    """The next figure of the same kind and unit on one side, if it is not far."""
    sides = reading.sides
    for at in range(own.index + step, own.index + step * (_NEAR + 1), step):
        if not 0 <= at < len(sides):
            return None
        if sides[at] and _is_like(sides[at][0], own):
            return sides[at][0]
    return None


def _asked(reading: Reading, own: Operand, value: Decimal) -> Iterator[Asked]:
    """By what claims anything near the figure asks for that value of it, roughly: most figures are done with here."""
    before, behind = _around(reading, own.index, -1), _around(reading, own.index, 1)
    around = (*before, *behind)
    like_before = [_in_base(o) for o in before if _is_like(o, own)]
    like_behind = [_in_base(o) for o in behind if _is_like(o, own)]
    rates = [(o.value, (o.ulp or _ONE) / 2) for o in around if o.kind == "percent" and o.value]
    if _asked_by_rates(value, (*like_before, *like_behind), rates):
        yield "rates"
    if _asked_by_sums(value, like_before, like_behind):
        yield "sums"
    per = any("/" in o.base[0] for o in (own, *around))
    others = [_in_base(o) for o in around if o.kind in _FACTORS_OF and o.value]
    if per and _asked_by_products(value, others):
        yield "products"


def _around(reading: Reading, index: int, step: int) -> list[Operand]:
    """The operands on one side of a figure, the nearest first."""
    places = range(index + step, index + step * (_NEAR + 1), step)
    return [
        o for at in places if 0 <= at < len(reading.sides) for o in reading.sides[at][::step] if o.value is not None
    ]


def _asked_by_rates(value: Decimal, like: Sequence[Decimal], rates: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether a percentage is the share of the figure, or of another in it, or the way between them."""
    if not rates:
        return False
    for other in like:
        for share in (value * 100 / other, other * 100 / value):
            slack = share * _CLOSE
            for rate, half in rates:
                by = slack + half
                if abs(share - rate) <= by or abs(share - 100 - rate) <= by or abs(100 - share - rate) <= by:
                    return True
    return False


def _asked_by_sums(value: Decimal, before: list[Decimal], behind: list[Decimal]) -> bool:
    """Whether the figure is the total of those next to it, or one of them is that of a run that it stands in."""
    like = (*before, *behind)
    for run in (before, behind):
        total = run[0] if run else _ONE
        for part in run[1:]:
            total += part
            if _roughly(total, value):
                return True
    largest = max(like, default=_ONE)
    if value < largest * _CLOSE:
        return False
    left = value
    for i in range(len(before) + 1):
        left += before[i - 1] if i else 0
        total = left
        for k in range(len(behind) + 1):
            total += behind[k - 1] if k else 0
            if total > largest * _OVER:
                break
            if (i or k) and any(_roughly(total, other) for other in like):
                return True
    return any(_roughly(abs(a - b), value) for a, b in combinations(like, 2))


def _asked_by_products(value: Decimal, others: list[Decimal]) -> bool:
    return any(
        _roughly(a * value, b) or _roughly(b * value, a) or _roughly(a * b, value) for a, b in combinations(others, 2)
    )


def _roughly(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= b * _CLOSE


def _is_like(a: Operand, b: Operand) -> bool:
    return a.kind == b.kind and a.base[0] == b.base[0] and a.value is not None and a.value > 0


def _in_base(operand: Operand) -> Decimal:
    assert operand.value is not None
    return operand.value * operand.base[1]


def _is_near(a: Decimal, b: Decimal) -> bool:
    return a <= b * _SCALE and b <= a * _SCALE


def _meant(
    view: View,
    reading: Reading,
    index: int,
    factor: Decimal,
    propose: Callable[[Reading, Asked], Iterable[Proposal]],
    asked: Asked,
) -> Iterator[Proposal]:
    first = max(0, index - _AROUND)
    around = list(reading.figures[first : index + _AROUND + 1])
    around[index - first] = _scaled(around[index - first], factor)
    for proposal in propose(Reading(view, around), asked):
        used = {operand.index + first for operand in proposal.flat()}
        if index not in used or proposal.kind in ("equal", "percent_sum") or not fits(proposal):
            continue
        if proposal.basis == "inferred" and (proposal.chance is None or proposal.chance > _SURE):
            continue
        operands: Operands = {}
        for name, operand in proposal.operands.items():
            operands[name] = (
                tuple([_printed(reading, each, first) for each in operand])
                if isinstance(operand, tuple)
                else _printed(reading, operand, first)
            )
        yield stated(proposal.kind, operands, f"{proposal.kind}.thousandfold", **proposal.extra)


def _scaled(figure: FoundFigure, factor: Decimal) -> FoundFigure:
    assert figure.value is not None and figure.interval is not None
    low, high = figure.interval
    return replace(
        figure,
        value=figure.value * factor,
        interval=(low * factor, high * factor),
        ulp=None if figure.ulp is None else figure.ulp * factor,
    )


def _printed(reading: Reading, operand: Operand | Decimal, first: int) -> Operand | Decimal:
    """The operand of the whole reading for one of a part of it."""
    if isinstance(operand, Decimal):
        return operand
    suffix = operand.ref.partition(".")[2]
    return next(o for o in reading.sides[operand.index + first] if o.ref.partition(".")[2] == suffix)
