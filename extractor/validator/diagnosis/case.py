"""The failed claim that the slips are tried on, and what they suggest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from functools import cached_property
from typing import Literal

from extractor.records import Claim, Message
from extractor.validator.diagnosis.evidence import Evidence
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import ZERO, Bounds
from extractor.validator.numerals import rounded
from extractor.validator.operands import Quantity
from extractor.validator.relations import Relation
from extractor.validator.style import Language
from extractor.validator.verdict import judge

Kind = Literal["other_base", "digit", "separator", "magnitude", "percent_vs_points", "increase_vs_multiple", "swapped"]


class Cost(IntEnum):
    """How unlikely a slip is as the cause; the order of the diagnoses.

    It weighs how often the slip is seen in print (votes counted over the full membership lead by far) against how
    easily it fits by chance: of a misread separator there is one way or two, of one wrong digit there are dozens.
    """

    NAMED_BASE = 0
    NEAR_BASE = 10
    EXCHANGED = 15
    DIGITS_SWAPPED = 20
    INCREASE_VS_MULTIPLE = 22
    PERCENT_VS_POINTS = 23
    SEPARATOR = 24
    SWAPPED = 26
    MAGNITUDE = 28
    ANOTHER = 29
    ONE_DIGIT = 30
    FAR_BASE = 33
    DIGIT_DOUBLED = 35
    DIGIT_LOST = 40
    DIGIT_ADDED = 42
    ANY_BASE = 45


_TRUST = 12
_JUST_BELOW = 1 - Fraction(1, 10**9)  # a value of one more unit is not cut to the published one
_PRINTED_ELSEWHERE = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A slip that would explain the claim.

    ``values`` are what should be printed instead, each with its last digit's unit; ``looseness`` is the share of
    values near the printed one that would fit too, to rank the narrower explanation first;
    ``other`` is the operand that ``quantity`` changes places with.
    """

    kind: Kind
    cost: int
    quantity: Quantity
    values: tuple[tuple[Fraction, Fraction], ...]
    message: Message
    looseness: Fraction = ZERO
    other: str | None = None

    @property
    def order(self) -> tuple[int, Fraction]:
        """The sort key: the likeliest first."""
        return self.cost, self.looseness


@dataclass(frozen=True)
class Case:
    """An inconsistent claim with what is known of the article."""

    claim: Claim
    relation: Relation
    computed: Bounds
    evidence: Evidence

    @cached_property
    def figures(self) -> frozenset[str]:
        """The ids of the figures the claim uses."""
        refs = (slot.quantity.ref for slot in self.relation.slots)
        return frozenset(ref.partition(".")[0] for ref in refs if ref is not None)

    @cached_property
    def _needed(self) -> dict[int, Bounds | None]:
        return {}

    def needed(self, index: int) -> Bounds | None:
        """The values of an operand with which the others give the published result; none where a divisor may be 0."""
        if index not in self._needed:
            self._needed[index] = self.relation.solve(index)
        return self._needed[index]

    def slack(self, quantity: Quantity, factor: Fraction) -> tuple[Fraction, Fraction]:
        """How far below and above its printed value a number may lie; rounding scales with the digits' unit."""
        if quantity.ulp is None and factor.denominator > 1 and not quantity.modifier:
            half = quantity.step * factor / 2
            return half, half
        low, high = quantity.bounds
        if low is quantity.value is high:
            return ZERO, ZERO
        return (quantity.value - low) * factor, (high - quantity.value) * factor

    def needed_or_cut(self, index: int) -> Bounds | None:
        """The values of an operand with which the published result is the computed one, rounded or cut."""
        published = self.relation.published
        if published.ulp is None or published.modifier or published.is_range or published.value < 0:
            return self.needed(index)
        last = published.value + published.ulp * _JUST_BELOW
        cut = replace(published, bounds=Bounds(published.bounds.low, last))
        return self.relation.replaced({self.relation.result: cut}).solve(index)

    def weighed(self, cost: int, ref: str | None, *, elsewhere: bool = False) -> int:
        """A cost in the light of the article: of figures that hold elsewhere, or whose suggested value is there."""
        return cost + _TRUST * self.evidence.trust(ref) - _PRINTED_ELSEWHERE * elsewhere

    def fits(self, computed: Bounds | None) -> bool:
        """Whether another computation gives the published result, rounded or cut."""
        return computed is not None and judge(computed, self.relation.published).verdict != "inconsistent"

    def right_result(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """The result that should be printed, in the precision it was printed with."""
        step, nominal = self.relation.published.step, self.relation.nominal()
        return ((rounded(self.computed.middle if nominal is None else nominal, step), step),)


def in_both(sentence: Callable[[Language], str]) -> Message:
    """A message from a sentence in each language."""
    return Message(vi=sentence("vi"), en=sentence("en"))


def instead(quantity: Quantity, value: Fraction, step: Fraction, language: Language) -> str:
    """A value as the quantity would be printed with it."""
    return quantity_text(replace(quantity, value=value, step=step), language, bare=True)


def listed(texts: Sequence[str], language: Language) -> str:
    """Texts as a choice: "71", "71 hoặc 72", "70, 71 hoặc 72"."""
    if len(texts) == 1:
        return texts[0]
    return f"{', '.join(texts[:-1])} {'hoặc' if language == 'vi' else 'or'} {texts[-1]}"
