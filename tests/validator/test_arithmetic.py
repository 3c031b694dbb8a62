"""Intervals and verdicts by themselves: each operation holds all values of its operands, and no more."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.validator.intervals import (
    ONE,
    ZERO,
    Bounds,
    add,
    affine,
    divide,
    inverse_affine,
    multiply,
    negate,
    point,
)
from extractor.validator.operands import Quantity
from extractor.validator.verdict import judge

NUMBERS = st.integers(-30, 30).map(lambda n: F(n, 4))
BOUNDS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Bounds(min(ends), max(ends)))


def b(low: int, high: int) -> Bounds:
    return Bounds(F(low), F(high))


@pytest.mark.parametrize(
    ("operation", "operands", "expected"),
    [
        (add, (b(1, 2), b(3, 5)), b(4, 7)),
        (add, (b(2, 2), b(3, 3)), b(5, 5)),
        (add, (b(2, 2), b(3, 4)), b(5, 6)),
        (negate, (b(1, 3),), b(-3, -1)),
        (negate, (b(2, 2),), b(-2, -2)),
        (multiply, (b(2, 3), b(4, 5)), b(8, 15)),
        (multiply, (b(2, 2), b(-5, -5)), b(-10, -10)),
        (multiply, (b(-2, 3), b(4, 5)), b(-10, 15)),
        (multiply, (b(-3, -2), b(-5, -4)), b(8, 15)),
        (multiply, (b(0, 2), b(-1, 3)), b(-2, 6)),
        (divide, (b(4, 6), b(2, 2)), b(2, 3)),
        (divide, (b(4, 4), b(2, 4)), b(1, 2)),
        (divide, (b(4, 4), b(2, 2)), b(2, 2)),
        (divide, (b(0, 4), b(1, 2)), b(0, 4)),
        (divide, (b(-4, 8), b(2, 4)), b(-2, 4)),
        (divide, (b(4, 8), b(-4, -2)), b(-4, -1)),
        (divide, (b(-8, -4), b(-4, -2)), b(1, 4)),
        (divide, (b(1, 2), b(0, 1)), None),
        (divide, (b(1, 2), b(-1, 0)), None),
        (divide, (b(1, 2), b(-1, 1)), None),
        (divide, (b(1, 2), b(0, 0)), None),
        (affine, (b(1, 3), F(2), F(1)), b(3, 7)),
        (affine, (b(1, 3), F(-2), F(1)), b(-5, -1)),
        (affine, (b(1, 3), F(2), ZERO), b(2, 6)),
        (affine, (b(2, 2), F(3), F(1)), b(7, 7)),
        (affine, (b(1, 3), ONE, F(1)), b(2, 4)),
        (affine, (b(1, 3), ONE, ZERO), b(1, 3)),
        (inverse_affine, (b(3, 7), F(2), F(1)), b(1, 3)),
        (inverse_affine, (b(-5, -1), F(-2), F(1)), b(1, 3)),
        (inverse_affine, (b(2, 6), F(2), ZERO), b(1, 3)),
        (inverse_affine, (b(2, 4), ONE, F(1)), b(1, 3)),
        (inverse_affine, (b(1, 3), ONE, ZERO), b(1, 3)),
    ],
)
def test_the_ends_are_exact(
    operation: Callable[..., Bounds | None], operands: tuple[Any, ...], expected: Bounds | None
) -> None:
    assert operation(*operands) == expected


@given(BOUNDS, BOUNDS, st.floats(0, 1), st.floats(0, 1))
def test_every_value_is_inside(a: Bounds, c: Bounds, s: float, t: float) -> None:
    x, y = a.low + (a.high - a.low) * F(s), c.low + (c.high - c.low) * F(t)
    for found, value in ((add(a, c), x + y), (multiply(a, c), x * y), (negate(a), -x)):
        assert found.low <= value <= found.high
    quotient = divide(a, c)
    assert (quotient is None) == (c.low <= 0 <= c.high)
    if quotient is not None:
        assert quotient.low <= x / y <= quotient.high


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [(b(1, 2), b(2, 3), 0), (b(2, 3), b(1, 2), 0), (b(1, 2), b(4, 5), 2), (b(4, 5), b(1, 2), 2), (b(1, 9), b(3, 4), 0)],
)
def test_distance_and_meeting(one: Bounds, other: Bounds, apart: int) -> None:
    assert one.distance(other) == apart
    assert one.meets(other) == (apart == 0)


def test_a_single_value_is_exact() -> None:
    assert b(2, 2).exact
    assert point(F(2)).exact
    assert not b(2, 3).exact
    assert b(2, 4).middle == point(F(3)).middle == 3


def _printed(value: str, ulp: str | None, **more: object) -> Quantity:
    number, step = F(value), F(ulp or 1)
    bounds = Bounds(number - step / 2, number + step / 2) if ulp else point(number)
    return Quantity("f1", number, bounds, F(ulp) if ulp else None, step, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("computed", "value", "ulp", "verdict", "gap", "raised"),
    [
        ("52.335", "52.34", "0.01", "consistent", "0", False),
        ("52.345", "52.34", "0.01", "consistent", "0", False),
        ("52.349", "52.34", "0.01", "truncated", "0.4", False),
        ("52.35", "52.34", "0.01", "inconsistent", "0.5", False),
        ("52.334", "52.34", "0.01", "inconsistent", "0.1", True),
        ("52.33", "52.34", "0.01", "inconsistent", "0.5", False),
        ("52.4", "52.34", "0.01", "inconsistent", "5.5", False),
        ("-2.39", "-2.3", "0.1", "truncated", "0.4", False),
        ("-2.21", "-2.3", "0.1", "inconsistent", "0.4", True),
        ("0.9", "0", "1", "truncated", "0.4", False),
        ("-0.9", "0", "1", "inconsistent", "0.4", True),
        ("651", "649", None, "inconsistent", "2", False),
        ("649", "649", None, "consistent", "0", False),
    ],
)
def test_verdicts(computed: str, value: str, ulp: str | None, verdict: str, gap: str, raised: bool) -> None:
    judged = judge(point(F(computed)), _printed(value, ulp))
    assert (judged.verdict, judged.gap, judged.raised) == (verdict, F(gap), raised)


@pytest.mark.parametrize("more", [{"modifier": "hơn"}, {"is_range": True}])
def test_what_is_only_about_right_was_not_cut(more: dict[str, object]) -> None:
    assert judge(point(F("52.349")), _printed("52.34", "0.01", **more)).verdict == "inconsistent"
