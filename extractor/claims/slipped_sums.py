"""Parts that would make up the total in front of them but for one slip, where so many digits agree that it is no chance.

The words only say that the parts are of it ("trong đó", "cụ thể", a colon), and it need not be all of them. But of numbers
of six digits hardly any would come within one wrong digit of their total if they were not meant to make it up.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit, slips
from extractor.claims.classes import are_all_classes
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Bounds, Operand, Reading, bounds_in
from extractor.lexicon.patterns import compiled

_LONGEST = 12
_RATES = ("percent", "points")
_OPENING = 320
_LITTLE_MORE = Decimal("1.05")
# How improbable it must be that unrelated figures come so near.
_LIMIT = Decimal("0.01")
_OPENS = compiled(rf"(?<!\p{{L}})(?:{cues.spellings('inside')}|{cues.spellings('consists')}|cụ thể)(?!\p{{L}})|:")
_ENDS_LIST = compiled(r"[^,;.()\n]{0,60}[;.\n]")
_OUT_OF = compiled(rf"{cues.front('out_of')}(?!\p{{L}})")


def needed(parts: list[Operand], total: Operand) -> Iterator[tuple[Operand, Bounds]]:
    """What the total and each part would have to be for the parts to add up.

    Args:
        parts: the parts.
        total: their total.
    """
    yield total, fit.total(parts, total)
    for part in parts:
        others = fit.total([p for p in parts if p is not part], part)
        low, high = bounds_in(total, part)
        yield part, (low - others[1], high - others[0])


def one_slip_away(parts: list[Operand], total: Operand) -> bool:
    """Whether the parts would add up if one of them, or the total, had been printed without a slip.

    Args:
        parts: the parts.
        total: their total.
    """
    return any(slips.repairs(operand, bounds) for operand, bounds in needed(parts, total))


def little_more(parts: list[Operand], total: Operand) -> bool:
    """Whether the parts come to more than the total, and not to much more.

    Args:
        parts: the parts.
        total: their total.
    """
    low = fit.total(parts, total)[0]
    return total.bounds[1] < low <= total.bounds[1] * _LITTLE_MORE


def slipped(reading: Reading, total: Operand, end: int) -> Proposal | None:
    """The figures behind a total that are one slip away from making it up, or None.

    Args:
        reading: the figures.
        total: a figure.
        end: index of the figure that none of its parts stands at or behind.
    """
    if total.value is None or not total.unit or cues.amount_direction(reading.cue(total.index)) is not None:
        return None
    column = _column(reading, total, end)
    if len(column) < 2:
        return None
    opened, bracketed = _opens(reading, total, column[0])
    if not (opened or bracketed):
        return None
    for count in range(2, len(column) + 1):
        parts = column[:count]
        if not opened and reading.lower.find(")", parts[0].end, parts[-1].start) >= 0:
            return None
        goes_on = count < len(column) and column[count].sentence == column[count - 1].sentence
        ended = not goes_on or _ENDS_LIST.match(reading.lower, parts[-1].end, column[count].start) is not None
        if ended and are_all_classes(reading, total, parts):
            return stated("sum", {"parts": tuple(parts), "total": total}, "sum.classes")
        if goes_on or any(part.bounds[1] >= total.bounds[0] for part in parts):
            continue
        odds = chance.of_sum(total, parts, 1)
        if odds > _LIMIT or slips.chance([total, *parts], odds) * (count - 1) > _LIMIT:
            continue
        if one_slip_away(parts, total):
            return stated("sum", {"parts": tuple(parts), "total": total}, "sum.slip")
    return None


def _column(reading: Reading, total: Operand, end: int) -> list[Operand]:
    """The figures of the total's unit behind it, neither rises nor what stands in the brackets of another."""
    column: list[Operand] = []
    apart = False
    for i in range(total.index + 1, end):
        sides = reading.sides[i]
        if len(sides) != 1 or sides[0].kind != total.kind or sides[0].unit not in ("", total.unit):
            apart = apart or reading.figures[i].kind not in _RATES
            continue
        part = sides[0]
        if cues.amount_direction(reading.cue(i)) is not None:
            continue
        if not part.unit and (column[-1].unit if column else apart):
            # Bare numbers are of the figure right before them.
            break
        if part.value is None or part.value == total.value:
            break
        if column and column[0].paragraph == total.paragraph != part.paragraph:
            # Of a list line by line the first stands on a line of its own as well.
            break
        if column and reading.in_brackets(i) and not reading.in_brackets(column[0].index):
            # "khai thác 2.199.800 tấn (khai thác biển 2.099.600 tấn)"
            continue
        column.append(part)
        if len(column) == _LONGEST:
            break
    return column


def _opens(reading: Reading, total: Operand, first: Operand) -> tuple[bool, bool]:
    """Whether words say that what follows a total is of it, and whether a bracket does that opens in front of the first."""
    opening = reading.lower[total.end : first.start]
    if len(opening) > _OPENING:
        return False, False
    opened = _OPENS.search(opening) is not None or _OUT_OF.search(reading.cue(total.index)) is not None
    return opened, opening.rfind("(") > opening.rfind(")")
