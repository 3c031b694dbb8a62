"""A claim as an equation that can be solved for any of its operands.

Every claim kind is one of two equations over terms ``x = slope * printed + offset``: the terms with their signs
add up to 0, or the terms with their exponents multiply to 1. Each operand stands in it once, so that solving for
one with interval arithmetic over the others is exact, and "which values would make the claim hold" is arithmetic
and no search.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Literal

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


@dataclass(slots=True)
class Slot:
    """One operand in the equation; ``power`` is its sign (additive) or exponent (multiplicative), +1 or -1.

    It is never changed.
    """

    field: str
    quantity: Quantity
    power: Literal[1, -1]
    slope: Fraction = ONE
    offset: Fraction = ZERO

    @property
    def term(self) -> Bounds:
        """The values of its term."""
        return affine(self.quantity.bounds, self.slope, self.offset)

    @property
    def nominal(self) -> Bounds:
        """The value of its term if the number is taken as printed."""
        return affine(point(self.quantity.value), self.slope, self.offset)

    def printed(self, term: Bounds) -> Bounds:
        """The printed values that give the term's values."""
        return inverse_affine(term, self.slope, self.offset)


@dataclass(slots=True)
class Relation:
    """The equation of a claim; ``slots[result]`` is the figure the others are checked against. It is never changed."""

    operation: Literal["add", "multiply"]
    slots: tuple[Slot, ...]
    result: int

    @property
    def published(self) -> Quantity:
        """The result as it was published."""
        return self.slots[self.result].quantity

    def computed(self) -> Bounds | None:
        """What the other operands give for the result, in printed units; none where a divisor may be 0."""
        return self.solve(self.result)

    def solve(self, index: int) -> Bounds | None:
        """The values of one operand, in printed units, with which the others fit; none where a divisor may be 0."""
        return self._solve(index, [(slot.power, slot.term) for i, slot in enumerate(self.slots) if i != index])

    def nominal(self) -> Fraction | None:
        """What a pocket calculator gives for the result from the numbers as printed."""
        others = [(slot.power, slot.nominal) for i, slot in enumerate(self.slots) if i != self.result]
        computed = self._solve(self.result, others)
        return computed.low if computed else None

    def _solve(self, index: int, others: Sequence[tuple[int, Bounds]]) -> Bounds | None:
        slot = self.slots[index]
        term = _additive(others, slot.power) if self.operation == "add" else _multiplicative(others, slot.power)
        return None if term is None else slot.printed(term)

    def holds_with(self, quantities: Mapping[int, Quantity]) -> bool:
        """Whether the claim is consistent with other quantities in some of its slots."""
        changed = self.replaced(quantities)
        computed = changed.computed()
        return computed is not None and computed.meets(changed.published.bounds)

    def replaced(self, quantities: Mapping[int, Quantity]) -> Relation:
        """The equation with other quantities in some of its slots."""
        slots = tuple(
            Slot(slot.field, quantities[i], slot.power, slot.slope, slot.offset) if i in quantities else slot
            for i, slot in enumerate(self.slots)
        )
        return Relation(self.operation, slots, self.result)

    def index(self, field: str) -> int:
        """Where the operand of a field stands; -1 if the claim has no such field."""
        return next((i for i, slot in enumerate(self.slots) if slot.field == field), -1)


def _additive(others: Sequence[tuple[int, Bounds]], power: int) -> Bounds:
    return reduce(add, [term if other != power else negate(term) for other, term in others])


def _multiplicative(others: Sequence[tuple[int, Bounds]], power: int) -> Bounds | None:
    above = reduce(multiply, [term for other, term in others if other != power])
    below = [term for other, term in others if other == power]
    return divide(above, reduce(multiply, below)) if below else above
