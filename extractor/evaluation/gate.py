"""Floors under the scores: they may rise and never fall."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor as round_down
from pathlib import Path
from typing import Protocol, get_args

from extractor.records import FigureKind

GATED: tuple[str, ...] = (
    "documents.f1",
    "document.date.accuracy",
    "document.issuer.accuracy",
    "figures.f1",
    *(f"figures.{kind}.f1" for kind in get_args(FigureKind)),
    "figure.unit.accuracy",
    "figure.modifier.accuracy",
    "figure.concept.accuracy",
    "claims.f1",
    "claims.precision",
    "equal.f1",
    "alarms.precision",
    "alarms.recall",
)
"""The measures that get a floor."""

GATED_PLANTED: tuple[str, ...] = ("planted.found", "planted.named", "planted_stated.found", "planted_stated.named")
"""Those of a mutation run, which only it can hold to their floors."""

_STEPS = 10_000


class Measured(Protocol):
    """What has measures by name: scores, or the tallies of a mutation run."""

    def measure(self, path: str) -> float | None:
        """One measure, None if there is none of that name."""


@dataclass(frozen=True, slots=True)
class Together:
    """Several measured things as one."""

    each: tuple[Measured, ...]

    def measure(self, path: str) -> float | None:
        """The measure, from the first that has it."""
        return next((held for one in self.each if (held := one.measure(path)) is not None), None)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure below its floor; ``reached`` is None where there was nothing to measure."""

    measure: str
    floor: float
    reached: float | None

    def __str__(self) -> str:
        reached = "not measured" if self.reached is None else f"{self.reached:.4f}"
        return f"{self.measure}: {reached}, floor {self.floor:.4f}"


class FloorsError(ValueError):
    """A floors file that is not one."""


def read_floors(path: Path) -> dict[str, float]:
    """The floors of a file: a JSON object of measure and number.

    Raises:
        FloorsError: the file is missing or holds something else.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FloorsError(f"{path}: {error}") from error
    if not isinstance(held, dict) or not all(
        isinstance(v, int | float) and not isinstance(v, bool) for v in held.values()
    ):
        raise FloorsError(f"{path}: not an object of measures and numbers")
    return {name: float(value) for name, value in held.items()}


def without_planted(floors: Mapping[str, float]) -> dict[str, float]:
    """The floors that need no mutation run."""
    return {name: least for name, least in floors.items() if name not in GATED_PLANTED}


def shortfalls(scores: Measured, floors: Mapping[str, float]) -> list[Shortfall]:
    """Every measure that is below its floor."""
    found = []
    for name, least in floors.items():
        reached = scores.measure(name)
        if reached is None or reached < least:
            found.append(Shortfall(name, least, reached))
    return found


def raised(scores: Measured, floors: Mapping[str, float]) -> dict[str, float]:
    """The floors lifted to what is reached, cut to four decimals; none is lowered or dropped."""
    out = dict(floors)
    for name in (*GATED, *GATED_PLANTED, *floors):
        reached = scores.measure(name)
        if reached is not None:
            out[name] = max(floors.get(name, 0.0), round_down(reached * _STEPS) / _STEPS)
    order = {name: i for i, name in enumerate((*GATED, *GATED_PLANTED))}
    return dict(sorted(out.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))


def write_floors(path: Path, floors: Mapping[str, float]) -> None:
    """Writes a floors file, one measure a line."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
