"""Units of one dimension, so that 5 ha and 50.000 m2 can be compared."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from extractor.lexicon import entries


class Scale(NamedTuple):
    """A unit's dimension and how many base units of it one unit is."""

    dimension: str
    factor: Fraction


# By spelling; what is not told apart by its capitals is found in lower case too.
_TABLE = {
    spelling: Scale(entry["dimension"], Fraction(entry["factor"]))
    for entry in entries("units")
    if entry["kind"] == "measure" and entry["factor"] is not None
    for spelling in entry["spellings"]
}


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
