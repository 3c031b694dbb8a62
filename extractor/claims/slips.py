"""Near misses: figures that would fit if one of them had been printed without a slip.

A wrong digit, two neighbours swapped, a decimal comma one place off: where the words beside figures suggest a claim
without quite stating it, and the arithmetic misses by just one such slip, the article is as unlikely to have put them
side by side by chance as if they fitted. How unlikely, :func:`chance` says; few and short numbers prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from extractor.claims.reading import Bounds, Operand

_LONGEST = 12
_ONE = Decimal(1)


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
