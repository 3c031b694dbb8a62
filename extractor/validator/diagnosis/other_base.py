"""The share was taken over another whole, the change from another level.

In the news that is most often a vote: printed over those present, computed over the full membership, as
443/448 with 91,53%, which is 443/484. The whole numbers that give the printed percentage follow from an interval,
as GRIM does for means (Brown & Heathers 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from extractor.records import Change, Share
from extractor.validator.bodies import known_bodies
from extractor.validator.diagnosis.case import Case, Cost, Suggestion, in_both, instead, listed
from extractor.validator.intervals import ONE, Bounds
from extractor.validator.operands import Quantity
from extractor.validator.style import Language

_MOST_BASES = 5
_ALSO_FITS = {
    "vi": "khi đó các tỷ lệ khác ghi trên {printed} cũng khớp",
    "en": "the other shares of {printed} then fit too",
}
_SMALLEST_TELLING = 10
_NEAR = Fraction(5, 4)
_FAR = 2
# A base that is many times smaller or larger is no base that was mistaken for this one.
_FARTHEST = 8


def suggest(case: Case) -> Iterator[Suggestion]:
    """The base that would make a share or change hold, if it is one of few or one that is known."""
    if not isinstance(case.claim, Share | Change):
        return
    index = case.relation.index("whole" if isinstance(case.claim, Share) else "old")
    base = case.relation.slots[index].quantity
    needed = case.needed_or_cut(index)
    if needed is None or needed.low <= 0 or base.is_range or base.ref is None:
        return
    known_sizes = known_bodies(base, ceil(needed.low), floor(needed.high)) if base.is_integer else {}
    bodies = {Fraction(size): body for size, body in known_sizes.items()}
    in_article = _in_article(case, base, needed)
    agreed = _agreed(case, base, needed) - bodies.keys() - in_article
    in_article |= agreed
    whole_numbers = _whole_numbers(base, needed)
    known = [value for value in {*bodies, *in_article} if value != base.value]
    whole_numbers = [value for value in whole_numbers if base.value / _FARTHEST <= value <= base.value * _FARTHEST]
    values = sorted(
        {*known, *whole_numbers},
        key=lambda value: (value not in bodies, value not in in_article, value < base.value, abs(value - base.value)),
    )[:_MOST_BASES]
    if not values:
        return
    best = values[0]
    is_known = best in bodies or best in in_article

    def sentence(language: Language) -> str:
        options = [instead(base, value, base.step, language) for value in (values[:1] if is_known else values)]
        printed = instead(base, base.value, base.step, language)
        if language == "vi":
            text = f"khớp nếu tính trên {listed(options, language)} thay vì {printed}"
        else:
            text = f"it fits if taken over {listed(options, language)} instead of {printed}"
        if best in bodies:
            return f"{text} ({options[0]} {'là' if language == 'vi' else 'is'} {bodies[best][language]})"
        if best in agreed:
            return f"{text} ({_ALSO_FITS[language].format(printed=printed)})"
        if best in in_article:
            return f"{text} ({options[0]} {'cũng có trong bài' if language == 'vi' else 'is in the article too'})"
        return text

    yield Suggestion(
        "other_base",
        _cost(best, base, needed, known=is_known),
        base,
        tuple((value, base.step) for value in values),
        in_both(sentence),
    )


def _agreed(case: Case, base: Quantity, needed: Bounds) -> set[Fraction]:
    """The one whole number over which the other shares of the same printed whole that fail hold too."""
    low, high, others = needed.low, needed.high, 0
    for assessment in case.evidence.failing_shares(base.value):
        claim, relation = assessment.claim, assessment.relation
        if relation is None or assessment.computed is None or claim == case.claim:
            continue
        if relation.published.value == case.relation.published.value:
            # The same share told again says nothing new.
            continue
        index = relation.index("whole")
        other = Case(claim, relation, assessment.computed, case.evidence).needed_or_cut(index)
        if other is None or other.low <= 0:
            return set()
        low, high, others = max(low, other.low), min(high, other.high), others + 1
    if not others or not base.is_integer or ceil(low) != floor(high) or ceil(low) == base.value:
        return set()
    return {Fraction(ceil(low))}


def _cost(best: Fraction, base: Quantity, needed: Bounds, *, known: bool) -> int:
    """A base that the percentage singles out is telling; where many whole numbers fit, one always does."""
    if known:
        return Cost.NAMED_BASE
    if needed.high - needed.low >= ONE:
        return Cost.ANY_BASE
    if base.value < best <= _NEAR * base.value:
        return Cost.NEAR_BASE
    return Cost.FAR_BASE if Fraction(1, _FAR) <= best / base.value <= _FAR else Cost.ANY_BASE


def _whole_numbers(base: Quantity, needed: Bounds) -> list[Fraction]:
    """The whole numbers that fit, if at most five do."""
    first, last = ceil(needed.low), floor(needed.high)
    if not base.is_integer or last - first >= _MOST_BASES:
        return []
    return [Fraction(value) for value in range(first, last + 1) if value != base.value]


def _in_article(case: Case, base: Quantity, needed: Bounds) -> set[Fraction]:
    found = case.evidence.numbers_within(needed.low, needed.high, case.figures)
    return {
        value
        for value in found
        if value >= _SMALLEST_TELLING and value != base.value and (value.denominator == 1 or not base.is_integer)
    }
