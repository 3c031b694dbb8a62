"""Does the arithmetic fit? Enough of it to choose among candidates; the validator judges.

All of it is interval arithmetic on closed bounds: an operand stands for every value that prints as it does.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.claims.reading import Bounds, Operand, bounds_in

_HUNDRED = Decimal(100)


def meets(computed: Bounds, published: Operand) -> bool:
    """Whether the computed bounds meet the published ones, rounding or cutting the last digit."""
    low, high = published.bounds
    if published.ulp is not None and published.value is not None and not published.modified:
        high = max(high, published.value + published.ulp)
    return computed[0] <= high and computed[1] >= low


def share(part: Operand, whole: Operand) -> Bounds | None:
    """``part / whole`` in percent."""
    low, high = bounds_in(part, whole)
    if whole.bounds[0] <= 0:
        return None
    return low / whole.bounds[1] * _HUNDRED, high / whole.bounds[0] * _HUNDRED


def change(old: Operand, new: Operand) -> Bounds | None:
    """``(new - old) / old`` in percent; negative for a fall."""
    ratio = share(new, old)
    return None if ratio is None else (ratio[0] - _HUNDRED, ratio[1] - _HUNDRED)


def difference(larger: Operand, smaller: Operand) -> Bounds:
    """``larger - smaller`` in the unit of ``smaller``."""
    low, high = bounds_in(larger, smaller)
    return low - smaller.bounds[1], high - smaller.bounds[0]


def total(parts: list[Operand], base: Operand) -> Bounds:
    """The sum of the parts in the unit of ``base``."""
    bounds = [bounds_in(p, base) for p in parts]
    return sum((b[0] for b in bounds), Decimal(0)), sum((b[1] for b in bounds), Decimal(0))


def negated(bounds: Bounds) -> Bounds:
    """The bounds with the sign turned."""
    return -bounds[1], -bounds[0]


def chance(published: Operand, computed: Bounds, tried: int) -> Decimal:
    """How likely one of ``tried`` unrelated candidates would fit a published percentage or multiple so well.

    Ratios of unrelated counts spread about evenly over a decade on a log scale (2,3 is its natural log), so a
    candidate falls into an interval of relative width w with probability w / 2,3. The width counts both what
    the printed result leaves open and what the operands do.
    """
    value = published.value
    if value is None or value <= 0:
        return Decimal(1)
    width = published.bounds[1] - published.bounds[0] + computed[1] - computed[0]
    return min(Decimal(1), tried * (width / value) / Decimal("2.3"))
