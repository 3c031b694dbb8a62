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
        made: Self = _new(cls)
        _set_fields(made, fields)
        _set_names(made, _names(cls))
        _set_extra(made, None)
        _set_private(made, None)
        return made


# One set for all records of a model: it is never changed, for they are frozen.
@cache
def _names(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields)


_new = object.__new__
# Past the lock of frozen models, slot by slot.
_set_fields, _set_names, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
