"""Near misses: figures that would fit if one of them had been printed without a slip.

A wrong digit, two neighbours swapped, a decimal comma one place off: where the words beside figures suggest a claim
without quite stating it, and the arithmetic misses by just one such slip, the article is as unlikely to have put them
side by side by chance as if they fitted. How unlikely, :func:`chance` says; few and short numbers prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from extractor.claims.reading import Bounds, Operand, bounds_in

_LONGEST = 12
_ONE = Decimal(1)
_TELLING = 3
PLACES = (Decimal("0.1"), Decimal(10))


@lru_cache(maxsize=512)
def _variants(digits: str) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(Decimal(v) for v in _spellings(digits) if v != digits))


def _spellings(digits: str) -> Iterator[str]:
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (i == 0 and other == "0" and len(digits) > 1):
                yield digits[:i] + other + digits[i + 1 :]
        if i and digits[i - 1] != digit and not (i == 1 and digit == "0"):
            yield digits[: i - 1] + digit + digits[i - 1] + digits[i + 1 :]


def variants(operand: Operand) -> tuple[Decimal, ...]:
    """What the figure may have been before one digit was misprinted or two were swapped; none if it is too long.

    >>> from extractor.claims.slips import _variants
    >>> len(_variants("52")), Decimal(25) in _variants("52"), Decimal(51) in _variants("52")
    (18, True, True)
    """
    if operand.value is None or operand.value <= 0:
        return ()
    step = operand.ulp or _ONE
    digits = operand.value / step
    if digits != digits.to_integral_value() or digits >= Decimal(10) ** _LONGEST:
        return ()
    return tuple(v * step for v in _variants(str(int(digits))))


def repairs(operand: Operand, needed: Bounds) -> bool:
    """Whether one slip less would bring the figure into ``needed`` (in its own unit)."""
    half = (operand.ulp or Decimal(0)) / 2
    low, high = needed[0] - half, needed[1] + half
    return any(low <= v <= high for v in variants(operand))


def near_share(part: Operand, whole: Operand, percent: Operand, direction: str | None = None) -> bool:
    """Whether a percentage misses what part and whole give by just one slip, where that says something.

    The slip is in the percentage, or in part or whole if the percentage is printed to a decimal: of a whole one
    nearly anything is one slip away.

    Args:
        part: the part, or the new level.
        whole: the whole, or the old level.
        percent: the percentage.
        direction: of a change: ``"up"`` or ``"down"``.
    """
    if part.value is None or percent.value is None or whole.bounds[0] <= 0:
        return False
    low, high = (bound * 100 for bound in bounds_in(part, whole))
    share = low / whole.bounds[1], high / whole.bounds[0]
    rate = percent.bounds
    needed = share
    if direction == "up":
        rate, needed = (100 + rate[0], 100 + rate[1]), (share[0] - 100, share[1] - 100)
    elif direction == "down":
        rate, needed = (100 - rate[1], 100 - rate[0]), (100 - share[1], 100 - share[0])
    if repairs(percent, needed) or _shifted(percent, needed):
        return True
    if percent.ulp is None or percent.ulp >= 1 or rate[0] <= 0:
        return False
    like_part = bounds_in(whole, part)
    return repairs(part, (like_part[0] * rate[0] / 100, like_part[1] * rate[1] / 100)) or repairs(
        whole, (low / rate[1], high / rate[0])
    )


def _shifted(operand: Operand, needed: Bounds) -> bool:
    """Whether a decimal comma one place off would bring the figure into ``needed``; fewer than three digits tell nothing."""
    if operand.value is None or len(operand.value.as_tuple().digits) < _TELLING:
        return False
    half = (operand.ulp or Decimal(0)) / 2
    return operand.ulp is not None and any(
        needed[0] - half * by <= operand.value * by <= needed[1] + half * by for by in PLACES
    )


def near_product(a: Operand, b: Operand, result: Operand, factor: Decimal = _ONE) -> bool:
    """Whether ``a * b * factor`` misses a published result by just one slip in one of the three.

    Args:
        a: a factor.
        b: the other.
        result: what they are said to give.
        factor: what the product must be multiplied by to come out in the unit of the result.
    """
    if min(a.bounds[0], b.bounds[0], result.bounds[0]) <= 0:
        return False
    low, high = a.bounds[0] * b.bounds[0] * factor, a.bounds[1] * b.bounds[1] * factor
    if repairs(result, (low, high)):
        return True
    if any(low * by <= result.bounds[1] and high * by >= result.bounds[0] for by in PLACES):
        return True
    return any(
        repairs(x, (result.bounds[0] / y.bounds[1] / factor, result.bounds[1] / y.bounds[0] / factor))
        for x, y in ((a, b), (b, a))
    )


def exchanged(total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether the parts would add up if the total and one of them had not been exchanged."""
    for part in parts:
        others = [p for p in parts if p is not part]
        low = total.bounds[0] + sum((p.bounds[0] for p in others), Decimal(0))
        high = total.bounds[1] + sum((p.bounds[1] for p in others), Decimal(0))
        if part.bounds[0] > total.bounds[1] and low <= part.bounds[1] and part.bounds[0] <= high:
            return True
    return False


def chance(operands: Sequence[Operand], fit: Decimal) -> Decimal:
    """How likely unrelated figures would come within one slip of fitting.

    Args:
        operands: all figures of the claim.
        fit: how likely they would fit by chance as they are printed.
    """
    return min(_ONE, fit * (1 + sum(len(variants(o)) for o in operands)))
