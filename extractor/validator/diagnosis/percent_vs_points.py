"""A difference of percentages told as a percent change, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.records import Change, Difference, Message
from extractor.validator.diagnosis.case import Case, Cost, Suggestion
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import Bounds, add, affine, divide, negate
from extractor.validator.operands import Quantity


def suggest(case: Case) -> Iterator[Suggestion]:
    """Points where percent is printed ("từ 14% lên 21%, tăng 7%"), percent where points are."""
    relation, claim = case.relation, case.claim
    first, second = relation.slots[0].quantity, relation.slots[1].quantity
    if not (_is_rate(first) and _is_rate(second)):
        return
    published = relation.published
    printed = {language: quantity_text(published, language, bare=True) for language in ("vi", "en")}
    if isinstance(claim, Change):
        old, new = first.bounds, second.bounds
        points = add(new, negate(old)) if claim.direction == "up" else add(old, negate(new))
        if case.fits(points):
            message = Message(
                vi=f"khớp nếu {printed['vi']} là điểm phần trăm thay vì phần trăm",
                en=f"it fits if {printed['en']} means percentage points instead of percent",
            )
            yield Suggestion("percent_vs_points", Cost.PERCENT_VS_POINTS, published, case.right_result(), message)
    elif isinstance(claim, Difference) and relation.slots[0].field == "larger":
        relative = (_percent(first.bounds, second.bounds), _percent(second.bounds, first.bounds))
        if any(case.fits(each) for each in relative):
            message = Message(
                vi=f"khớp nếu {printed['vi']} là mức thay đổi tương đối thay vì điểm phần trăm",
                en=f"it fits if {printed['en']} is the relative change instead of percentage points",
            )
            yield Suggestion("percent_vs_points", Cost.PERCENT_VS_POINTS, published, case.right_result(), message)


def _is_rate(quantity: Quantity) -> bool:
    return quantity.kind in ("percent", "points")


def _percent(of: Bounds, base: Bounds) -> Bounds | None:
    """By how many percent ``of`` differs from ``base``, without sign."""
    quotient = divide(of, base)
    if quotient is None:
        return None
    change = affine(quotient, Fraction(100), Fraction(-100))
    return negate(change) if change.high < 0 else change
