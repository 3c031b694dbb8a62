"""The interval of values a published figure may stand for."""

from __future__ import annotations

from decimal import Decimal

from extractor.records import FigureKind, Modifier

_TENTH = Decimal("0.1")
_ROUNDED_KINDS: frozenset[FigureKind] = frozenset({"percent", "points", "multiple"})


def printed_ulp(kind: FigureKind, ulp: Decimal | None) -> Decimal | None:
    """One unit of the last printed digit; None where the figure is exact.

    A plain integer is exact where it counts or measures ("649 trường hợp"), but a percentage, points and a
    multiple are results of a division and rounded even when printed whole ("24%").
    """
    return Decimal(1) if ulp is None and kind in _ROUNDED_KINDS else ulp


def slack(value: Decimal, ulp: Decimal | None) -> Decimal:
    """How far a modifier may stretch a figure: one unit of its last significant digit.

    "hơn 89%" is 89 to below 90, "hơn 22.000" is 22.000 to 23.000. Where the print ends in zeros the last
    significant digit may be a large step ("gần 100.000"), so a tenth of the value is the limit, though never
    less than one unit of the last printed digit.
    """
    step = ulp if ulp is not None else Decimal(1)
    if value == 0:
        return step
    significant = value.normalize()
    unit = Decimal(1).scaleb(int(significant.as_tuple().exponent))
    return max(min(max(unit, step), abs(value) * _TENTH), step)


def interval_of(value: Decimal, ulp: Decimal | None, modifier: Modifier | None) -> tuple[Decimal, Decimal]:
    """The closed interval of values that print as ``value``.

    >>> interval_of(Decimal("52.34"), Decimal("0.01"), None)
    (Decimal('52.335'), Decimal('52.345'))
    """
    half = ulp / 2 if ulp is not None else Decimal(0)
    low, high = value - half, value + half
    if modifier is None:
        return low, high
    stretch = slack(value, ulp)
    if modifier in ("more_than", "at_least", "about"):
        high = max(high, value + stretch)
    if modifier in ("nearly", "less_than", "at_most", "about"):
        low = min(low, value - stretch)
    return low, high
