"""A separator was lost, added or misplaced: 1,240 read as 1.240, 25 printed for 2,5."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.validator.diagnosis.case import Case, Cost, Suggestion, in_both, instead
from extractor.validator.diagnosis.shifts import is_count, shifted
from extractor.validator.operands import Quantity
from extractor.validator.style import Language

_FURTHEST = 3


def suggest(case: Case) -> Iterator[Suggestion]:
    """Per operand, the same digits with the separator elsewhere."""
    for index, slot in enumerate(case.relation.slots):
        quantity = slot.quantity
        if not quantity.in_digits or quantity.value <= 0:
            continue
        for places in _shifts(quantity):
            item = shifted(case, index, places)
            if item is not None:
                yield _suggestion(case, quantity, item)
                break


def _shifts(quantity: Quantity) -> list[int]:
    """By how many places the mark can have moved: over its decimals, or to the left within its digits.

    In a count it can only be the mark before three digits.
    """
    digits = len(str(int(quantity.value / quantity.step)))
    to_the_right = min(quantity.style.decimals, _FURTHEST)
    to_the_left = min(digits - 1, _FURTHEST)
    if is_count(quantity):
        return [-_FURTHEST] if to_the_left == _FURTHEST else []
    return [*range(1, to_the_right + 1), *range(-1, -to_the_left - 1, -1)]


def _suggestion(case: Case, quantity: Quantity, item: tuple[Fraction, Fraction]) -> Suggestion:
    def sentence(language: Language) -> str:
        printed = instead(quantity, quantity.value, quantity.step, language)
        meant = instead(quantity, *item, language)
        if language == "vi":
            return f"khớp nếu {printed} là {meant} (nhầm dấu chấm, dấu phẩy)"
        return f"it fits if {printed} should be {meant} (a misplaced separator)"

    cost = case.weighed(Cost.SEPARATOR, quantity.ref)
    return Suggestion("separator", cost, quantity, (item,), in_both(sentence))
