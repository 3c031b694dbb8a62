"""What the rest of the article says about a figure that may be wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from extractor.records import Figure, Share
from extractor.validator.assess import Assessment
from extractor.validator.numerals import UnreadableNumber, fraction

_TELLING = 100
# Enough to say that they agree; an article of a thousand takes no longer for each.
_FEW = 12


class Evidence:
    """The article's other figures and other claims; worked out only when a claim fails."""

    def __init__(self, figures: Mapping[str, Figure], assessments: Sequence[Assessment]) -> None:
        self._figures = figures
        self._assessments = assessments

    @cached_property
    def failing(self) -> tuple[Assessment, ...]:
        """The inconsistent claims."""
        return tuple(each for each in self._assessments if each.verdict == "inconsistent")

    @cached_property
    def _failing_shares(self) -> dict[Fraction, list[Assessment]]:
        shares: dict[Fraction, list[Assessment]] = {}
        for each in self.failing:
            if isinstance(each.claim, Share) and each.relation is not None and each.computed is not None:
                whole = each.relation.slots[each.relation.index("whole")].quantity.value
                shares.setdefault(whole, []).append(each)
        return shares

    def failing_shares(self, whole: Fraction) -> Sequence[Assessment]:
        """The inconsistent shares of one printed whole, the first few of them."""
        return self._failing_shares.get(whole, [])[:_FEW]

    @cached_property
    def _holding(self) -> frozenset[str]:
        held = (each for each in self._assessments if each.verdict in ("consistent", "truncated"))
        return frozenset(ref for each in held for ref in _refs(each))

    @cached_property
    def _failures(self) -> Counter[str]:
        return Counter(ref for each in self.failing for ref in set(_refs(each)))

    # By numerator and denominator: a rational takes long to hash.
    @cached_property
    def _numbers(self) -> dict[tuple[int, int], list[Figure]]:
        numbers: dict[tuple[int, int], list[Figure]] = {}
        for figure in self._figures.values():
            for number in (figure.value, figure.numerator, figure.denominator):
                value = _readable(number)
                if value is not None:
                    numbers.setdefault(value.as_integer_ratio(), []).append(figure)
        return numbers

    @cached_property
    def _sizes(self) -> list[Fraction]:
        return sorted(Fraction(*ratio) for ratio in self._numbers)

    def trust(self, ref: str | None) -> int:
        """1 if only other claims that hold use the figure too, -1 if several claims fail with it, else 0."""
        if ref is None:
            return 1
        if self._failures[ref] > 1:
            return 0 if ref in self._holding else -1
        return int(ref in self._holding)

    def printed_elsewhere(self, value: Fraction, apart_from: frozenset[str]) -> bool:
        """Whether another figure of the article has this value, a value of three digits or more."""
        return any(True for _ in self.figures_of(value, apart_from))

    def figures_of(self, value: Fraction, apart_from: frozenset[str]) -> Iterator[Figure]:
        """The other figures of the article that have this value; none for a value of fewer than three digits."""
        digits = value.numerator
        while digits and digits % 10 == 0:
            digits //= 10
        if max(digits, value.numerator if value < 10**4 else 0) >= _TELLING:
            yield from (
                figure for figure in self._numbers.get(value.as_integer_ratio(), ()) if figure.id not in apart_from
            )

    def numbers_within(self, low: Fraction, high: Fraction, apart_from: frozenset[str]) -> Iterator[Fraction]:
        """The values from ``low`` to ``high`` that other figures of the article have."""
        for value in self._sizes[bisect_left(self._sizes, low) : bisect_right(self._sizes, high)]:
            if any(figure.id not in apart_from for figure in self._numbers[value.as_integer_ratio()]):
                yield value


def _refs(assessment: Assessment) -> Iterator[str]:
    for slot in assessment.relation.slots if assessment.relation else ():
        if slot.quantity.ref is not None:
            yield slot.quantity.ref


def _readable(number: Decimal | None) -> Fraction | None:
    try:
        return None if number is None else fraction(number)
    except UnreadableNumber:
        return None
