"""Does the arithmetic fit? Enough of it to choose among candidates; the validator judges.

All of it is interval arithmetic on closed bounds: an operand stands for every value that prints as it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.claims.reading import Bounds, Operand, bounds_in

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_HALF = Decimal("0.5")


def meets(computed: Bounds, published: Operand, *, cut: bool = True) -> bool:
    """Whether the computed bounds meet the published ones, rounding or (``cut``) cutting the last digit."""
    low, high = met(published) if cut else published.bounds
    return computed[0] <= high and computed[1] >= low


def met(published: Operand) -> Bounds:
    """What computed bounds have to meet, be the last digit rounded or cut."""
    low, high = published.bounds
    if published.ulp is not None and published.value is not None and not published.modified:
        cut = published.value + published.ulp
        high = cut if cut > high else high
    return low, high


def is_finer(part: Operand, total: Operand) -> bool:
    """Whether a part is printed to decimals and its total to none, which is rounded then: 10,8 + 154 ha are 165 ha."""
    return total.ulp is None and total.kind == "measure" and part.ulp is not None and part.ulp < 1


def fitting_runs(operands: Sequence[Operand], total: Operand) -> Iterator[int]:
    """How many of the operands, two at least and from the first on, add up to the total; none of them below zero."""
    least, most = met(total)
    low = high = _NOTHING
    may_be_rounded = total.ulp is None and total.kind == "measure"
    for count, operand in enumerate(operands, 1):
        bounds = bounds_in(operand, total)
        if may_be_rounded and is_finer(operand, total):
            may_be_rounded, least, most = False, least - _HALF, most + _HALF
        low += bounds[0]
        high += bounds[1]
        if low > most:
            return
        if high >= least and count > 1:
            yield count


def share(part: Operand, whole: Operand) -> Bounds | None:
    """``part / whole`` in percent."""
    low, high = bounds_in(part, whole)
    if whole.bounds[0] <= 0:
        return None
    return low / whole.bounds[1] * _HUNDRED, high / whole.bounds[0] * _HUNDRED


def base(part: Operand, percent: Operand) -> Bounds:
    """What a part and its percentage, which is more than nothing, are of, in the part's unit."""
    return part.bounds[0] * _HUNDRED / percent.bounds[1], part.bounds[1] * _HUNDRED / percent.bounds[0]


def overlap(bounds: list[Bounds]) -> bool:
    """Whether several intervals have a number in common."""
    return len(bounds) > 1 and max(low for low, _ in bounds) <= min(high for _, high in bounds)


def change(old: Operand, new: Operand) -> Bounds | None:
    """``(new - old) / old`` in percent; negative for a fall."""
    ratio = share(new, old)
    return None if ratio is None else (ratio[0] - _HUNDRED, ratio[1] - _HUNDRED)


def difference(larger: Operand, smaller: Operand) -> Bounds:
    """``larger - smaller`` in the unit of ``smaller``."""
    low, high = bounds_in(larger, smaller)
    return low - smaller.bounds[1], high - smaller.bounds[0]


def total(parts: list[Operand], base: Operand) -> Bounds:
    """The sum of the parts in the unit of ``base``, half a unit wider where only that is printed whole."""
    bounds = [bounds_in(p, base) for p in parts]
    slack = _HALF if any(is_finer(p, base) for p in parts) else _NOTHING
    return sum([b[0] for b in bounds], -slack), sum([b[1] for b in bounds], slack)


def nominal(parts: list[Operand], base: Operand) -> Decimal:
    """The sum of the parts as they are printed, in the unit of ``base``."""
    return sum((p.value * p.base[1] / base.base[1] for p in parts if p.value is not None), _NOTHING)


def negated(bounds: Bounds) -> Bounds:
    """The bounds with the sign turned."""
    return -bounds[1], -bounds[0]


def fits_share(part: Operand, whole: Operand, percent: Operand) -> bool:
    """Whether ``part / whole`` is the percentage as printed."""
    return _is_ratio(part, whole, *met(percent))


def fits_change(old: Operand, new: Operand, percent: Operand, direction: str) -> bool:
    """Whether the way from ``old`` to ``new`` is the rise (``"up"``) or fall (``"down"``) as printed."""
    least, most = met(percent)
    if direction == "up":
        return _is_ratio(new, old, _HUNDRED + least, _HUNDRED + most)
    return _is_ratio(new, old, _HUNDRED - most, _HUNDRED - least)


def _is_ratio(part: Operand, whole: Operand, least: Decimal, most: Decimal) -> bool:
    """Whether ``part / whole`` may be so many percent; multiplied out, for divisions cost more."""
    lowest, highest = whole.bounds
    if lowest <= 0:
        return False
    low, high = bounds_in(part, whole)
    return low * _HUNDRED <= most * highest and high * _HUNDRED >= least * lowest
