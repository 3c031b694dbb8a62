"""Figures and claims written the short way: ``count(1240)``, ``percent("52.34")``, ``share("1", "2", "3")``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from extractor.records import Check, Claim, Figure
from extractor.validator import check_claims

_CLAIM: TypeAdapter[Claim] = TypeAdapter(Claim)
SLACK = Decimal("0.1")


def number(
    kind: str, value: str | int, *, ulp: str | int | None = None, modifier: str | None = None, **more: Any
) -> dict[str, Any]:
    """The fields of a figure with one value, its interval from ``ulp`` and ``modifier``."""
    exact = Decimal(value)
    half = Decimal(ulp) / 2 if ulp is not None else Decimal(0)
    low, high = exact - half, exact + half
    if modifier in ("more_than", "at_least", "about"):
        high += abs(exact) * SLACK
    if modifier in ("nearly", "less_than", "at_most", "about"):
        low -= abs(exact) * SLACK
    return {"kind": kind, "value": exact, "ulp": ulp, "modifier": modifier, "interval": (low, high), **more}


def count(value: int, **more: Any) -> dict[str, Any]:
    """A plain count."""
    return number("count", value, **more)


def percent(value: str, **more: Any) -> dict[str, Any]:
    """A percentage with the decimals it is written with."""
    return number("percent", value, ulp=_last_digit(value), **more)


def points(value: str) -> dict[str, Any]:
    """Percentage points."""
    return number("points", value, ulp=_last_digit(value))


def times(value: str, **more: Any) -> dict[str, Any]:
    """A multiple."""
    return number("multiple", value, ulp=_last_digit(value), **more)


def money(value: str, scale: int, **more: Any) -> dict[str, Any]:
    """An amount in đồng with a magnitude word: ``money("1.2", 10**6)`` is 1,2 triệu đồng."""
    word = {10**3: "nghìn", 10**6: "triệu", 10**9: "tỷ"}[scale]
    more = {"text": f"{value.replace('.', ',')} {word} đồng", "unit": "đồng", **more}
    return number("money", str(Decimal(value) * scale), ulp=str(Decimal(_last_digit(value)) * scale), **more)


def between(kind: str, low: str, high: str) -> dict[str, Any]:
    """A range."""
    return {"kind": kind, "low": low, "high": high, "ulp": "1", "interval": (low, high)}


def ratio(numerator: str | int, denominator: str | int, unit: str | None = None) -> dict[str, Any]:
    """A ratio A/B."""
    return {"kind": "ratio", "numerator": str(numerator), "denominator": str(denominator), "unit": unit}


def _last_digit(value: str) -> str:
    return str(Decimal((0, (1,), Decimal(value).as_tuple().exponent)))


def figures(*fields: dict[str, Any]) -> dict[str, Figure]:
    """Figures f1, f2, … by id."""
    made = {}
    for n, each in enumerate(fields, 1):
        name = f"f{n}"
        text = each.get("text") or " ".join(
            str(each[k]) for k in ("value", "low", "numerator") if each.get(k) is not None
        )
        made[name] = Figure.model_validate({"id": name, "span": (0, 1), "rule": "test", **each, "text": text})
    return made


def claim(kind: str, /, *, id: str = "c1", **operands: Any) -> Claim:
    """A stated claim of a kind."""
    return _CLAIM.validate_python(
        {"id": id, "kind": kind, "basis": "stated", "span": (0, 1), "rule": "test", **operands}
    )


def check_one(kind: str, fields: Sequence[dict[str, Any]], **operands: Any) -> Check:
    """The check of one claim over figures f1, f2, …"""
    [check] = check_claims([claim(kind, **operands)], figures(*fields))
    return check


def check_share(part: int, whole: int, value: str, unit: str | None = None, **more: Any) -> Check:
    """The check of "part/whole (value%)"."""
    fields = (ratio(part, whole, unit), percent(value, **more))
    return check_one("share", fields, part="f1.numerator", whole="f1.denominator", percent="f2")
