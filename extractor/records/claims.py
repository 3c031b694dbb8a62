"""The nine kinds of claims and their operands.

An operand names a figure of the same record (``"f7"``), a side of a ratio (``"f8.numerator"``,
``"f8.denominator"``), or is a literal the text implies (``{"value": "100"}``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from extractor.records.types import Exact, Frozen, Span


class Literal_(Frozen):
    """An operand the text implies without printing it."""

    value: Exact


Operand = Annotated[str, Field(pattern=r"^f\d+(\.(numerator|denominator))?$")] | Literal_


class _Claim(Frozen):
    id: str
    basis: Literal["stated", "inferred"] = Field(
        description="stated: the syntax says so; inferred: weak syntax, supported by the arithmetic"
    )
    span: Span = Field(description="from the first to the last operand")
    rule: str = Field(description="the grammar rule that proposed the claim")
    candidates: int | None = Field(
        default=None, description="of an inferred claim: how many sets of operands were tried for it"
    )
    chance: Exact | None = Field(
        default=None,
        description="of an inferred claim: the probability that one of so many unrelated candidates fits as well",
    )


class Share(_Claim):
    """``part / whole = percent``; completion of a plan is a share too."""

    kind: Literal["share"] = "share"
    part: Operand
    whole: Operand
    percent: Operand


class Change(_Claim):
    """``(new - old) / old = ±percent``."""

    kind: Literal["change"] = "change"
    old: Operand
    new: Operand
    percent: Operand
    direction: Literal["up", "down"]


class Difference(_Claim):
    """``larger - smaller = difference``."""

    kind: Literal["difference"] = "difference"
    larger: Operand
    smaller: Operand
    difference: Operand


class Sum(_Claim):
    """The parts are exhaustive and add up to the total."""

    kind: Literal["sum"] = "sum"
    parts: tuple[Operand, ...]
    total: Operand


class Mean(_Claim):
    """``total / count = mean``."""

    kind: Literal["mean"] = "mean"
    total: Operand
    count: Operand
    mean: Operand


class Product(_Claim):
    """The factors multiply to the result (unit price x amount)."""

    kind: Literal["product"] = "product"
    factors: tuple[Operand, ...]
    result: Operand


class Multiple(_Claim):
    """``larger / smaller = multiple``."""

    kind: Literal["multiple"] = "multiple"
    larger: Operand
    smaller: Operand
    multiple: Operand


class Equal(_Claim):
    """The same quantity is published twice."""

    kind: Literal["equal"] = "equal"
    a: Operand
    b: Operand


class PercentSum(_Claim):
    """Shares that partition a whole: they add up to 100%."""

    kind: Literal["percent_sum"] = "percent_sum"
    parts: tuple[Operand, ...]


Claim = Annotated[
    Share | Change | Difference | Sum | Mean | Product | Multiple | Equal | PercentSum,
    Field(discriminator="kind"),
]

_OPERANDS: dict[type[_Claim], tuple[str, ...]] = {
    Share: ("part", "whole", "percent"),
    Change: ("old", "new", "percent"),
    Difference: ("larger", "smaller", "difference"),
    Sum: ("parts", "total"),
    Mean: ("total", "count", "mean"),
    Product: ("factors", "result"),
    Multiple: ("larger", "smaller", "multiple"),
    Equal: ("a", "b"),
    PercentSum: ("parts",),
}


def claim_operands(claim: Claim) -> Iterator[tuple[str, Operand]]:
    """Each operand of a claim with the name of its field, lists flattened, in the field order above."""
    for name in _OPERANDS[type(claim)]:
        operand = getattr(claim, name)
        if isinstance(operand, tuple):
            for item in operand:
                yield name, item
        else:
            yield name, operand


def claim_figures(claim: Claim) -> tuple[str, ...]:
    """The ids of the figures a claim is made between, in the order of its operands, each once."""
    figures: dict[str, None] = {}
    for name in _OPERANDS[type(claim)]:
        operand = getattr(claim, name)
        if isinstance(operand, str):
            figures[operand.partition(".")[0]] = None
        elif isinstance(operand, tuple):
            figures.update((each.partition(".")[0], None) for each in operand if isinstance(each, str))
    return tuple(figures)
