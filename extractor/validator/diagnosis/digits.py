"""One digit went wrong: two swapped, one changed, doubled, lost or added.

Which values of an operand would make the claim hold is an interval (:meth:`Relation.solve`), so each possible
slip costs one comparison of whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction

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
_Window = tuple[int, int]
"""The smallest and the largest number, as digits without their mark, with which the claim holds."""


def suggest(case: Case) -> Iterator[Suggestion]:
    """Per operand, the values one slip away that make the claim hold."""
    for index, slot in enumerate(case.relation.slots):
        quantity = slot.quantity
        mantissa = abs(quantity.value) / quantity.step
        if not quantity.in_digits or mantissa.denominator != 1 or quantity.value < 0:
            continue
        needed = case.needed(index)
        digits = str(mantissa.numerator).zfill(quantity.style.decimals + 1)
        if needed is None or len(digits) > _LONGEST:
            continue
        found = _fitting(case, quantity, needed, digits)
        cut = case.needed_or_cut(index) if not found and _is_cut_to_decimals(case, index) else None
        if cut is not None:
            # 38 of 112 are 33,928…%, printed as "33,92%": with that, "83" is two digits swapped.
            needed, found = cut, _fitting(case, quantity, cut, digits)
        if found:
            yield _suggestion(case, quantity, needed, found)


def _is_cut_to_decimals(case: Case, index: int) -> bool:
    """Whether the result may have been cut behind a decimal: of a whole number nearly anything may be cut to it."""
    published = case.relation.published
    return index != case.relation.result and published.ulp is not None and published.ulp < 1


def _suggestion(case: Case, quantity: Quantity, needed: Bounds, found: dict[_Item, Slip]) -> Suggestion:
    middle = needed.middle

    def rank(item: _Item) -> tuple[int, Fraction]:
        elsewhere = case.evidence.printed_elsewhere(item[0], case.figures)
        return case.weighed(found[item].value, quantity.ref, elsewhere=elsewhere), abs(item[0] - middle)

    values = sorted(found, key=rank)[:_MOST_VALUES]
    slip = found[values[0]]
    elsewhere = case.evidence.printed_elsewhere(values[0][0], case.figures)
    alike = values[:1] if elsewhere or values[0][0] == middle else [item for item in values if found[item] is slip]

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
    steps: dict[int, Fraction] = {}
    windows: dict[int, _Window] = {}
    for shift in (-1, 0, 1):
        factor = power_of_ten(-shift)
        step = steps[shift] = quantity.step * factor
        below, above = case.slack(quantity, factor)
        low, high = (needed.low - above, needed.high + below) if above or below else needed
        windows[shift] = -(-low // step), high // step
    found: dict[_Item, Slip] = {}
    decimals = quantity.style.decimals
    for slip, text, shift in _edits(digits, len(digits) - decimals, windows):
        number = int(text or "0")
        first, last = windows[shift]
        if first <= number <= last and _is_printed(text, digits, len(text) - decimals - shift):
            item = number * steps[shift], steps[shift]
            if item not in found or slip.value < found[item].value:
                found[item] = slip
    return found


def _is_printed(text: str, digits: str, whole: int) -> bool:
    """Whether a number is printed so, with ``whole`` of its digits before the comma, and it is another number."""
    return whole >= 1 and (text[0] != "0" or whole == 1) and text != digits


def _edits(digits: str, whole: int, windows: Mapping[int, _Window]) -> Iterator[tuple[Slip, str, int]]:
    """What may have been meant by the printed digits, as (slip, digits, decimals gained).

    A last decimal lost or added would only change the precision and is no slip. Of the ten digits that may stand at a
    place, those are tried that give a number within the window, by decimals gained; hardly any does.
    """
    for at in range(len(digits) - 1):
        yield Slip.SWAPPED, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :], 0
    for at, old in enumerate(digits):
        before, rest, behind = digits[:at], digits[at + 1 :], int(at >= whole)
        for text in _with_a_digit(before, rest, windows[0]):
            yield Slip.CHANGED, text, 0
        for text in _with_a_digit(before, digits[at:], windows[behind]):
            yield Slip.LOST, text, behind
        if rest or at < whole:
            yield Slip.DOUBLED if rest.startswith(old) else Slip.ADDED, before + rest, -behind
    if whole == len(digits):
        for text in _with_a_digit(digits, "", windows[0]):
            yield Slip.LOST, text, 0


def _with_a_digit(before: str, behind: str, window: _Window) -> Iterator[str]:
    """The numbers within a window that some digit between others gives."""
    first, last = window
    power = 10 ** len(behind)
    without = int(before + "0" + behind)
    for new in range(max(0, -((without - first) // power)), min(9, (last - without) // power) + 1):
        yield f"{before}{new}{behind}"
