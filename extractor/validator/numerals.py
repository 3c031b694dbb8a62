"""Exact conversions between printed decimals and rationals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

_LARGEST_EXPONENT = 60
_UNITS = Decimal(1)


class UnreadableNumber(ValueError):
    """A number that no article prints: not finite, or beyond all magnitudes."""


@lru_cache(maxsize=8192)
def fraction(number: Decimal) -> Fraction:
    """The decimal as a rational, exactly.

    Raises:
        UnreadableNumber: the number isn't finite, or has more than 60 digits before or after its mark.
    """
    if not number.is_finite():
        raise UnreadableNumber(str(number))
    exponent = number.as_tuple().exponent
    if number and (number.adjusted() > _LARGEST_EXPONENT or int(exponent) < -_LARGEST_EXPONENT):
        raise UnreadableNumber(str(number))
    return Fraction(*number.as_integer_ratio()) if number else Fraction(0)


@lru_cache(maxsize=256)
def power_of_ten(exponent: int) -> Fraction:
    """``10 ** exponent``, exactly."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def decimals_of(step: Fraction) -> int:
    """How many decimals a number in steps of ``step`` is printed with: 2 for 1/100, 0 for 1000."""
    return len(str(step.denominator)) - 1


def printed_exponent(number: Decimal) -> int:
    """The power of ten of the last digit a decimal holds, at most 0: -2 for ``52.34`` and 0 for ``1E+3``."""
    return 0 if number.same_quantum(_UNITS) else min(0, int(number.as_tuple().exponent))


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of ``step`` nearest to ``value``; a half goes away from zero."""
    number, parts = value.numerator * step.denominator, value.denominator * step.numerator
    whole = (2 * abs(number) + parts) // (2 * parts)
    return Fraction((whole if number >= 0 else -whole) * step.numerator, step.denominator)


def decimal(value: Fraction, digits: int, *, up: bool = False) -> Decimal:
    """``value`` with ``digits`` decimals, cut downwards, or upwards if ``up``; an exact value in its shortest form."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    scaled, rest = divmod(value.numerator * 10**digits, value.denominator)
    if rest:
        return Decimal(f"{scaled + up}E-{digits}")
    while digits and scaled % 10 == 0:
        scaled, digits = scaled // 10, digits - 1
    return Decimal(f"{scaled}E-{digits}" if digits else scaled)


def exact_decimal(value: Fraction, step: Fraction) -> Decimal:
    """A multiple of ``step`` (a power of ten) with the decimals ``step`` is printed with: ``13.0`` stays ``13.0``."""
    digits = decimals_of(step)
    scaled = value * 10**digits
    return Decimal(f"{scaled.numerator // scaled.denominator}E-{digits}" if digits else int(scaled))
