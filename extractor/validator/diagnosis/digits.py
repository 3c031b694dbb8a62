"""One digit went wrong: two swapped, one changed, doubled, lost or added.

Which values of an operand would make the claim hold is an interval (:meth:`Relation.solve`), so each possible
slip costs one comparison of whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from math import ceil, floor

from extractor.validator.diagnosis.case import Case, Cost, Suggestion, in_both, instead, listed
from extractor.validator.intervals import Bounds
from extractor.validator.numerals import power_of_ten
from extractor.validator.operands import Quantity
from extractor.validator.style import Language

_MOST_VALUES = 3
_LONGEST = 18


class Slip(Enum):
    """What happened to the digits."""

    SWAPPED = Cost.DIGITS_SWAPPED
    CHANGED = Cost.ONE_DIGIT
    DOUBLED = Cost.DIGIT_DOUBLED
    LOST = Cost.DIGIT_LOST
    ADDED = Cost.DIGIT_ADDED


_NAMES: dict[Slip, dict[Language, str]] = {
    Slip.SWAPPED: {"vi": "đảo hai chữ số", "en": "two digits swapped"},
    Slip.CHANGED: {"vi": "sai một chữ số", "en": "one digit wrong"},
    Slip.DOUBLED: {"vi": "lặp một chữ số", "en": "one digit doubled"},
    Slip.LOST: {"vi": "thiếu một chữ số", "en": "one digit lost"},
    Slip.ADDED: {"vi": "thừa một chữ số", "en": "one digit too many"},
}
_Item = tuple[Fraction, Fraction]


def suggest(case: Case) -> Iterator[Suggestion]:
    """Per operand, the values one slip away that make the claim hold."""
    for index, slot in enumerate(case.relation.slots):
        quantity = slot.quantity
        mantissa = abs(quantity.value) / quantity.step
        if not quantity.in_digits or mantissa.denominator != 1 or quantity.value < 0:
            continue
        needed = case.relation.solve(index)
        digits = str(mantissa.numerator).zfill(quantity.style.decimals + 1)
        if needed is None or len(digits) > _LONGEST:
            continue
        found = _fitting(case, quantity, needed, digits)
        if found:
            yield _suggestion(case, quantity, needed, found)


def _suggestion(case: Case, quantity: Quantity, needed: Bounds, found: dict[_Item, Slip]) -> Suggestion:
    def rank(item: _Item) -> tuple[int, Fraction]:
        elsewhere = case.evidence.printed_elsewhere(item[0], case.figures)
        return case.weighed(found[item].value, quantity.ref, elsewhere=elsewhere), abs(item[0] - needed.middle)

    values = sorted(found, key=rank)[:_MOST_VALUES]
    slip = found[values[0]]
    elsewhere = case.evidence.printed_elsewhere(values[0][0], case.figures)
    alike = (
        values[:1] if elsewhere or values[0][0] == needed.middle else [item for item in values if found[item] is slip]
    )

    def sentence(language: Language) -> str:
        printed = instead(quantity, quantity.value, quantity.step, language)
        options = listed([instead(quantity, *item, language) for item in alike], language)
        if language == "vi":
            also = ", con số này cũng có trong bài" if elsewhere else ""
            return f"khớp nếu {printed} là {options} ({_NAMES[slip][language]}{also})"
        also = ", a figure that is in the article too" if elsewhere else ""
        return f"it fits if {printed} should be {options} ({_NAMES[slip][language]}{also})"

    width = needed.high - needed.low + quantity.bounds.high - quantity.bounds.low + quantity.step
    looseness = width / quantity.value if quantity.value else width
    return Suggestion("digit", rank(values[0])[0], quantity, tuple(values), in_both(sentence), looseness)


def _fitting(case: Case, quantity: Quantity, needed: Bounds, digits: str) -> dict[_Item, Slip]:
    """The values with their last digit's unit that fit, and the cheapest slip that explains each."""
    windows: dict[int, tuple[Fraction, int, int]] = {}
    for shift in (-1, 0, 1):
        factor = power_of_ten(-shift)
        step = quantity.step * factor
        allowed = needed.widened(*reversed(case.slack(quantity, factor)))
        windows[shift] = step, ceil(allowed.low / step), floor(allowed.high / step)
    found: dict[_Item, Slip] = {}
    decimals = quantity.style.decimals
    for slip, text, shift in _edits(digits, len(digits) - decimals):
        # Of hundreds of edits hardly any fits.
        step, first, last = windows[shift]
        number = int(text or "0")
        if first <= number <= last and _is_printed(text, digits, len(text) - decimals - shift):
            item = number * step, step
            if item not in found or slip.value < found[item].value:
                found[item] = slip
    return found


def _is_printed(text: str, digits: str, whole: int) -> bool:
    """Whether a number is printed so, with ``whole`` of its digits before the comma, and it is another number."""
    return whole >= 1 and (text[0] != "0" or whole == 1) and text != digits


def _edits(digits: str, whole: int) -> Iterator[tuple[Slip, str, int]]:
    """What may have been meant by the printed digits, as (slip, digits, decimals gained).

    A last decimal lost or added would only change the precision and is no slip.
    """
    for at in range(len(digits) - 1):
        yield Slip.SWAPPED, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :], 0
    for at, old in enumerate(digits):
        rest = digits[at + 1 :]
        for new in "0123456789":
            yield Slip.CHANGED, digits[:at] + new + rest, 0
            yield Slip.LOST, digits[:at] + new + digits[at:], int(at >= whole)
        if rest or at < whole:
            slip = Slip.DOUBLED if rest.startswith(old) else Slip.ADDED
            yield slip, digits[:at] + rest, -int(at >= whole)
    if whole == len(digits):
        for new in "0123456789":
            yield Slip.LOST, digits + new, 0
