"""Field types shared by the record models."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

FigureKind = Literal["count", "percent", "points", "money", "measure", "ratio", "multiple", "duration"]
Modifier = Literal["about", "more_than", "nearly", "less_than", "at_least", "at_most"]
ClaimKind = Literal["share", "change", "difference", "sum", "mean", "product", "multiple", "equal", "percent_sum"]
Verdict = Literal["consistent", "truncated", "inconsistent", "undetermined"]


def plain(number: Decimal) -> str:
    """The decimal without an exponent, with the digits it holds: ``Decimal("1E+3")`` is ``"1000"``."""
    text = str(number)
    return text if "E" not in text else format(number, "f")


Exact = Annotated[
    Decimal,
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
]
"""An exact number, written as a decimal string."""

Span = Annotated[tuple[int, int], Field(description="[start, end) in code points of the article's text")]

Interval = tuple[Exact, Exact]
"""Closed interval ``(low, high)`` of the values a published figure may stand for."""


class Frozen(BaseModel):
    """Base of all record models: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def of_valid(cls, fields: dict[str, Any]) -> Self:
        """A record of values that are valid as they are, one for every field and in their order; none is looked at."""
        made = cls.__new__(cls)
        _set(made, "__dict__", fields)
        _set(made, "__pydantic_fields_set__", _names(cls))
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made


# One set for all records of a model: it is never changed, for they are frozen.
@cache
def _names(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields)


# Past the lock of frozen models.
_set = object.__setattr__
