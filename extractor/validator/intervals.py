"""Closed intervals with exact rational ends."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

ZERO = Fraction(0)
ONE = Fraction(1)


class Bounds(NamedTuple):
    """All values from ``low`` to ``high``, both ends included."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether the interval is a single value."""
        return self.low is self.high or self.low == self.high

    @property
    def middle(self) -> Fraction:
        """The value half-way between the ends."""
        return self.low if self.low is self.high else (self.low + self.high) / 2

    def meets(self, other: Bounds) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def distance(self, other: Bounds) -> Fraction:
        """How far the two lie apart; 0 where they meet."""
        if self.low is other.low or self.high is other.high:
            return ZERO
        if self.low > other.high:
            return self.low - other.high
        if other.low > self.high:
            return other.low - self.high
        return ZERO


def point(value: Fraction) -> Bounds:
    """The interval that holds ``value`` alone."""
    return Bounds(value, value)


def add(a: Bounds, b: Bounds) -> Bounds:
    """Sums of a value of ``a`` and a value of ``b``."""
    if a.exact and b.exact:
        return point(a.low + b.low)
    return Bounds(a.low + b.low, a.high + b.high)


def negate(a: Bounds) -> Bounds:
    """The values of ``a`` with the other sign."""
    return point(-a.low) if a.exact else Bounds(-a.high, -a.low)


def multiply(a: Bounds, b: Bounds) -> Bounds:
    """Products of a value of ``a`` and a value of ``b``."""
    if a.exact and b.exact:
        return point(a.low * b.low)
    if a.low.numerator >= 0 and b.low.numerator >= 0:
        return Bounds(a.low * b.low, a.high * b.high)
    corners = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    return Bounds(min(corners), max(corners))


def divide(a: Bounds, b: Bounds) -> Bounds | None:
    """Quotients of a value of ``a`` and a value of ``b``; none where ``b`` holds 0."""
    if b.low.numerator <= 0 <= b.high.numerator:
        return None
    if a.exact and b.exact:
        return point(a.low / b.low)
    if a.low.numerator >= 0 and b.low.numerator > 0:
        return Bounds(a.low / b.high, a.high / b.low)
    corners = (a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high)
    return Bounds(min(corners), max(corners))


def affine(a: Bounds, slope: Fraction, offset: Fraction) -> Bounds:
    """``slope * x + offset`` for the values ``x`` of ``a``."""
    if slope is ONE and offset is ZERO:
        return a
    first = slope * a.low if offset is ZERO else slope * a.low + offset
    if a.exact:
        return point(first)
    return _ascending(slope, first, slope * a.high if offset is ZERO else slope * a.high + offset)


def inverse_affine(a: Bounds, slope: Fraction, offset: Fraction) -> Bounds:
    """The ``x`` for which ``slope * x + offset`` is in ``a``."""
    if slope is ONE and offset is ZERO:
        return a
    first = a.low / slope if offset is ZERO else (a.low - offset) / slope
    if a.exact:
        return point(first)
    return _ascending(slope, first, a.high / slope if offset is ZERO else (a.high - offset) / slope)


def _ascending(slope: Fraction, first: Fraction, second: Fraction) -> Bounds:
    """The interval between what the ends of another became; a falling slope has turned them round."""
    return Bounds(first, second) if slope.numerator >= 0 else Bounds(second, first)
