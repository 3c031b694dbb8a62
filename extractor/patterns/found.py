"""What the patterns find, in the coordinates of the view; records are made of it at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.records import FigureKind, Modifier, Place


@dataclass(slots=True)
class FoundDocument:
    """A cited document; ``start`` and ``end`` are offsets in the view's text.

    ``same_as`` is the index, in the list of found documents, of the fuller citation it repeats; ``pinpoint`` is the
    span, outside its own, of the article or clause that is cited of it; ``name`` and ``term`` are what identifies a
    document without a number (a law's name, a plenum and its term); ``symbol_type`` and ``canonical`` are the record's.
    ``listed_with`` is the one whose code closes the list that this one stands in without a code ("số 18, 19-NQ/TW").
    """

    start: int
    end: int
    type: str | None
    number: str | None
    rule: str
    year: int | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    same_as: int | None = None
    pinpoint: tuple[int, int] | None = None
    symbol_type: str | None = None
    canonical: str | None = None
    name: str | None = None
    term: int | None = None
    listed_with: FoundDocument | None = field(default=None, repr=False, compare=False)

    @property
    def normative(self) -> bool | None:
        """Whether its number carries a year; None where it has no number."""
        return None if self.number is None else self.year is not None


@dataclass(slots=True)
class FoundFigure:
    """A published quantity; ``start`` and ``end`` are offsets in the view's text.

    ``number_end`` is where the number (with its magnitude word) ends and the unit may begin.
    """

    start: int
    end: int
    kind: FigureKind
    rule: str
    number_end: int = 0
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    unit: str | None = None
    concept: str | None = None
    concept_span: tuple[int, int] | None = None
    modifier: Modifier | None = None
    ulp: Decimal | None = None
    interval: tuple[Decimal, Decimal] | None = None
    alternatives: tuple[Decimal, ...] = field(default=())
    base: str | None = None
    period: str | None = None
    place: Place | None = None
