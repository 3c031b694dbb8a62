"""The verdict: how the computed interval lies against the published one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from extractor.records import Verdict
from extractor.validator.intervals import ONE, ZERO, Bounds
from extractor.validator.operands import Quantity


@dataclass(slots=True)
class Judgement:
    """A verdict with the distance in units of the last printed digit; ``raised`` if a ceiling would print it."""

    verdict: Verdict
    gap: Fraction
    raised: bool = False


def judge(computed: Bounds, published: Quantity) -> Judgement:
    """Consistent where the intervals meet, with closed ends, so that half-up and half-even both pass.

    Truncated where the computed interval meets what cutting instead of rounding prints as the published digits:
    ``[value, value + ulp)``, mirrored below zero. Only a figure with rounded digits and without a modifier can
    have been cut. Otherwise inconsistent; ``raised`` if it meets ``(value - ulp, value]``.
    """
    distance = computed.distance(published.bounds)
    if not distance:
        return Judgement("consistent", ZERO)
    ulp = published.ulp
    gap = distance / (ulp or ONE)
    if ulp is None or published.modifier or published.is_range:
        return Judgement("inconsistent", gap)
    value = published.value
    above = computed.high >= value and computed.low < value + ulp
    below = computed.low <= value and computed.high > value - ulp
    cut, raised = (above, below) if value >= 0 else (below, above)
    return Judgement("truncated", gap) if cut else Judgement("inconsistent", gap, raised)
