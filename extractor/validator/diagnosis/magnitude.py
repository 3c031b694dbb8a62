"""A magnitude word was mistaken: triệu for tỷ, or nghìn left out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.validator.diagnosis.case import Case, Cost, Suggestion, in_both, instead
from extractor.validator.diagnosis.shifts import shifted
from extractor.validator.operands import Quantity
from extractor.validator.style import Language

_WITHOUT_MAGNITUDE = ("percent", "points", "multiple", "ratio", "duration")


def suggest(case: Case) -> Iterator[Suggestion]:
    """Per operand, the value a thousand times as large or as small."""
    for index, slot in enumerate(case.relation.slots):
        quantity = slot.quantity
        if quantity.ref is None or quantity.is_range or quantity.kind in _WITHOUT_MAGNITUDE or quantity.value <= 0:
            continue
        for places in (3, -3) if quantity.step >= 1000 else (3,):
            item = shifted(case, index, places)
            if item is not None:
                yield _suggestion(case, quantity, item, grows=places > 0)


def _suggestion(case: Case, quantity: Quantity, item: tuple[Fraction, Fraction], *, grows: bool) -> Suggestion:
    def sentence(language: Language) -> str:
        printed = instead(quantity, quantity.value, quantity.step, language)
        if language == "vi":
            return f"khớp nếu {printed} phải {'nhân' if grows else 'chia'} 1.000 (nhầm nghìn, triệu, tỷ)"
        times = "1,000 times as large" if grows else "1,000 times as small"
        return f"it fits if {printed} should be {times} (thousand, million, billion mixed up)"

    cost = case.weighed(Cost.MAGNITUDE, quantity.ref)
    return Suggestion("magnitude", cost, quantity, (item,), in_both(sentence))
