"""Units of one dimension, so that 5 ha and 50.000 m2 can be compared."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


class Scale(NamedTuple):
    """A unit's dimension and how many base units of it one unit is."""

    dimension: str
    factor: Fraction


_SCALES = {
    "m2": ("area", "1"), "m²": ("area", "1"), "mét vuông": ("area", "1"), "ha": ("area", "10000"),
    "hecta": ("area", "10000"), "héc-ta": ("area", "10000"), "hécta": ("area", "10000"), "héc ta": ("area", "10000"),
    "km2": ("area", "1000000"), "km²": ("area", "1000000"), "ki-lô-mét vuông": ("area", "1000000"),
    "m3": ("volume", "1"), "m³": ("volume", "1"), "mét khối": ("volume", "1"),
    "g": ("mass", "0.001"), "gam": ("mass", "0.001"), "gram": ("mass", "0.001"),
    "kg": ("mass", "1"), "ki-lô-gam": ("mass", "1"), "yến": ("mass", "10"), "tạ": ("mass", "100"),
    "tấn": ("mass", "1000"),
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "m": ("length", "1"), "mét": ("length", "1"),
    "km": ("length", "1000"), "ki-lô-mét": ("length", "1000"),
    "kWh": ("energy", "1"), "MWh": ("energy", "1000"),
    "kW": ("power", "1"), "MW": ("power", "1000"),
}  # fmt: skip
_TABLE = {name: Scale(dimension, Fraction(factor)) for name, (dimension, factor) in _SCALES.items()}


@lru_cache(maxsize=1024)
def scale(unit: str) -> Scale | None:
    """The scale of a unit as published ("ha", "tạ/ha"); none if the unit is unknown.

    Of a compound only the first unit is scaled, the rest belongs to the dimension: "tạ/ha" is 100 mass/ha.
    """
    head, slash, tail = unicodedata.normalize("NFC", unit).replace(" ", "").partition("/")
    spaced = unicodedata.normalize("NFC", unit).partition("/")[0].strip()
    known = _TABLE.get(spaced) or _TABLE.get(head) or _TABLE.get(spaced.lower())
    if known is None or not slash:
        return known
    return Scale(f"{known.dimension}/{tail.lower()}", known.factor)
