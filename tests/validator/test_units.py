"""Units of one dimension are compared by the lexicon's factors."""

from __future__ import annotations

from fractions import Fraction

import pytest

from extractor.lexicon import entries
from extractor.validator.units import scale


@pytest.mark.parametrize(
    ("unit", "dimension", "factor"),
    [
        ("ha", "area", "10000"),
        ("Ha", "area", "10000"),
        ("km2", "area", "1000000"),
        ("sào Bắc Bộ", "area", "360"),
        ("tạ", "mass", "100"),
        ("tạ/ha", "mass/ha", "100"),
        ("MWh", "energy", "3600000000"),
    ],
)
def test_scale(unit: str, dimension: str, factor: str) -> None:
    assert scale(unit) == (dimension, Fraction(factor))


@pytest.mark.parametrize("unit", ["hộ", "đồng", "sào", "mẫu"])
def test_what_has_no_scale(unit: str) -> None:
    # A "sào" is another in each region.
    assert scale(unit) is None


def test_each_dimension_has_one_base() -> None:
    bases: dict[str, set[str]] = {}
    for entry in entries("units"):
        if entry["kind"] == "measure" and entry["factor"] is not None:
            bases.setdefault(entry["dimension"], set()).add(entry["base"])
    assert {dimension: found for dimension, found in bases.items() if len(found) > 1} == {}
