"""The equation of each claim kind: one function per kind, and :func:`relate` to choose it.

The formulas are those of the annotation guidelines: ``part / whole = percent``, ``(new - old) / old = percent``,
and so on. Rounding of a printed figure is carried as an interval, as in statcheck; whether a mean of whole
things can be printed at all is the question of GRIM (Brown & Heathers 2017).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from extractor.records import (
    Change,
    Claim,
    ClaimKind,
    Difference,
    Equal,
    FigureKind,
    Literal_,
    Mean,
    Multiple,
    Operand,
    PercentSum,
    Product,
    Share,
    Sum,
)
from extractor.validator.intervals import ONE, ZERO
from extractor.validator.operands import Quantity
from extractor.validator.relations import Relation, Slot
from extractor.validator.units import scale

Take = Callable[[Operand], Quantity]

_PERCENT = Fraction(1, 100)
_HUNDRED = Literal_(value=Decimal(100))


class Undecidable(ValueError):
    """The claim can't be evaluated; ``reason`` is the check's reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def relate(claim: Claim, take: Take) -> Relation:
    """The equation of a claim over the quantities that ``take`` gives for its operands.

    Raises:
        UnreadableOperand: an operand has no usable number.
        Undecidable: the claim has no operands, or its base is zero or negative.
    """
    return _EQUATIONS[claim.kind](claim, take)


def share(claim: Share, take: Take) -> Relation:
    """``part / whole = percent / 100``; a result that is a fraction or a multiple stands for itself."""
    percent = _literal_as(take(claim.percent), "percent")
    base = Slot("whole", _positive(take(claim.whole)), -1)
    slots = (Slot("part", take(claim.part), 1), base, Slot("percent", percent, -1, _slope(percent)))
    return Relation("multiply", _same_unit(slots, 2), 2)


def change(claim: Change, take: Take) -> Relation:
    """``new / old = 1 ± percent / 100``; "tăng gấp N lần" is ``new / old = N``."""
    percent = _literal_as(take(claim.percent), "percent")
    old, new = Slot("old", _positive(take(claim.old)), -1), Slot("new", take(claim.new), 1)
    if percent.kind == "multiple":
        if claim.direction == "down":
            old, new = replace(old, power=1), Slot("new", _positive(new.quantity), -1)
        return Relation("multiply", _same_unit((old, new, Slot("percent", percent, -1)), 2), 2)
    falls = claim.direction == "down" and percent.value >= 0  # a printed minus already says that it falls
    slope = -_slope(percent) if falls else _slope(percent)
    return Relation("multiply", _same_unit((old, new, Slot("percent", percent, -1, slope, ONE)), 2), 2)


def difference(claim: Difference, take: Take) -> Relation:
    """``larger - smaller = difference``."""
    slots = (
        Slot("larger", take(claim.larger), 1),
        Slot("smaller", take(claim.smaller), -1),
        Slot("difference", take(claim.difference), -1),
    )
    return Relation("add", _same_unit(slots, 3), 2)


def total(claim: Sum, take: Take) -> Relation:
    """``part + part + … = total``."""
    parts, whole = _listed("parts", claim.parts, take), take(claim.total)
    if whole.kind == "measure" and any(slot.quantity.step < 1 for slot in parts):
        # 10,8 ha + 154 ha are printed as 165 ha.
        whole = whole.rounded_to_integer()
    slots = (*parts, Slot("total", whole, -1))
    return Relation("add", _same_unit(slots, len(slots)), len(slots) - 1)


def mean(claim: Mean, take: Take) -> Relation:
    """``total / count = mean``. A mean printed as a whole number is rounded, whatever it counts."""
    slots = (
        Slot("total", take(claim.total), 1),
        Slot("count", _positive(take(claim.count)), -1),
        Slot("mean", take(claim.mean).rounded_to_integer(), -1),
    )
    return Relation("multiply", _same_head(slots), 2)


def product(claim: Product, take: Take) -> Relation:
    """``factor x factor x … = result``."""
    slots = (*_listed("factors", claim.factors, take), Slot("result", take(claim.result), -1))
    return Relation("multiply", slots, len(slots) - 1)


def multiple(claim: Multiple, take: Take) -> Relation:
    """``larger / smaller = multiple``."""
    slots = (
        Slot("larger", take(claim.larger), 1),
        Slot("smaller", _positive(take(claim.smaller)), -1),
        Slot("multiple", _literal_as(take(claim.multiple), "multiple"), -1),
    )
    return Relation("multiply", _same_unit(slots, 2), 2)


def equal(claim: Equal, take: Take) -> Relation:
    """``a = b``; the one that is printed more coarsely is the one the other must round to."""
    a, b = take(claim.a), take(claim.b)
    slots = _same_unit((Slot("a", a, 1), Slot("b", b, -1)), 2)
    return Relation("add", slots, 0 if _coarseness(slots[0]) > _coarseness(slots[1]) else 1)


def percent_sum(claim: PercentSum, take: Take) -> Relation:
    """``part + part + … = 100``."""
    parts = _listed("parts", claim.parts, take)
    whole = replace(take(_HUNDRED), kind="percent", step=min(slot.quantity.step for slot in parts))
    return Relation("add", (*parts, Slot("whole", whole, -1)), len(parts))


def _listed(field: str, operands: Sequence[Operand], take: Take) -> tuple[Slot, ...]:
    if not operands:
        raise Undecidable("no_operands")
    return tuple(Slot(field, take(operand), 1) for operand in operands)


def _literal_as(result: Quantity, kind: FigureKind) -> Quantity:
    """A result that no figure prints ("bằng một nửa") is of the kind its claim has, and is shown so."""
    return result if result.figure is not None else replace(result, kind=kind)


def _positive(base: Quantity) -> Quantity:
    if base.bounds.low.numerator <= 0:
        raise Undecidable("zero_base" if base.bounds.high.numerator >= 0 else "negative_base")
    return base


def _slope(result: Quantity) -> Fraction:
    return ONE if result.kind in ("ratio", "multiple") else _PERCENT


def _coarseness(slot: Slot) -> tuple[bool, Fraction]:
    quantity = slot.quantity
    ulp = ZERO if quantity.ulp is None else quantity.ulp
    return quantity.is_range or quantity.modifier is not None, ulp if slot.slope is ONE else ulp * slot.slope


def _same_unit(slots: tuple[Slot, ...], count: int) -> tuple[Slot, ...]:
    """The slots with the first ``count`` in one unit, where theirs differ and are of one known dimension."""
    units = [slot.quantity.unit for slot in slots[:count]]
    if units.count(units[0]) == count:
        return slots
    scales = [scale(unit) if unit else None for unit in units]
    known = [each for each in scales if each is not None]
    if len(known) < count or len({each.dimension for each in known}) > 1 or len({each.factor for each in known}) == 1:
        return slots
    return tuple(replace(slot, slope=each.factor) for slot, each in zip(slots, known, strict=False)) + slots[count:]


def _same_head(slots: tuple[Slot, Slot, Slot]) -> tuple[Slot, ...]:
    """A mean's slots with 1.200 tấn / 200 ha = 60 tạ/ha in one unit of mass."""
    total_slot, count_slot, mean_slot = slots
    if total_slot.quantity.unit is None or mean_slot.quantity.unit is None:
        return slots
    head = mean_slot.quantity.unit.partition("/")[0]
    upper, lower = scale(total_slot.quantity.unit), scale(head)
    if upper is None or lower is None or upper.dimension != lower.dimension or upper.factor == lower.factor:
        return slots
    return replace(total_slot, slope=upper.factor), count_slot, replace(mean_slot, slope=lower.factor)


# Not by class: each class that a claim is not of would be asked by the models' own check.
_EQUATIONS: dict[ClaimKind, Callable[[Any, Take], Relation]] = {
    "share": share,
    "change": change,
    "difference": difference,
    "sum": total,
    "mean": mean,
    "product": product,
    "multiple": multiple,
    "equal": equal,
    "percent_sum": percent_sum,
}
