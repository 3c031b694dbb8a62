"""Values that differ by a power of ten: what misread separators and magnitude words have in common."""

from __future__ import annotations

from fractions import Fraction

from extractor.validator.diagnosis.case import Case
from extractor.validator.numerals import power_of_ten
from extractor.validator.operands import Quantity


def shifted(case: Case, index: int, places: int) -> tuple[Fraction, Fraction] | None:
    """An operand's value times ``10 ** places`` with its last digit's unit, if the claim holds with it.

    A plain count stays whole.
    """
    quantity = case.relation.slots[index].quantity
    factor = power_of_ten(places)
    value = quantity.value * factor
    if is_count(quantity) and value.denominator != 1:
        return None
    needed = case.needed(index)
    if needed is None:
        return None
    below, above = case.slack(quantity, factor)
    if not needed.low - above <= value <= needed.high + below:
        return None
    return value, Fraction(1) if is_count(quantity) else quantity.step * factor


def is_count(quantity: Quantity) -> bool:
    """Whether it counts whole things."""
    return quantity.kind == "count" and quantity.is_integer
