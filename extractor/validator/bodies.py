"""Bodies whose membership is known, and is often the base of a percentage."""

from __future__ import annotations

from typing import Any

from extractor.lexicon import entries
from extractor.validator.operands import Quantity
from extractor.validator.style import Language

_MOST = 5


def known_bodies(counted: Quantity, low: int, high: int) -> dict[int, dict[Language, str]]:
    """The memberships from ``low`` to ``high`` of bodies that the quantity may count, with the body in both languages.

    Where a number was the size of several of them, the words leave open which one it is.
    """
    told = " ".join(filter(None, (counted.unit, counted.figure.concept if counted.figure else None))).lower()
    named: dict[int, list[dict[str, Any]]] = {}
    for entry in entries("known_bodies"):
        if told and not any(word in told for word in entry["counted"]):
            continue
        least, most = max(low, entry["low"]), min(high, entry["high"])
        for value in range(least, min(most, least + _MOST - 1) + 1):
            named.setdefault(value, []).append(entry)
    return {number: bodies[0]["label"] if len(bodies) == 1 else bodies[0]["body"] for number, bodies in named.items()}
