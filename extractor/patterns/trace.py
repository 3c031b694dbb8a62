"""What the patterns looked at on their way, kept only for those who ask why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractor.patterns.found import FoundDocument, FoundFigure

Reason = Literal[
    "document", "calendar", "address", "name", "glued", "phone", "expression", "no_number", "vague",
    "pair", "label", "no_unit", "other_word", "equipment", "day_month", "grade", "fraction", "one_of",
]  # fmt: skip
"""Why a number is no figure. Of the spans that hold it (the first four), the first one is the reason."""


class SetAside(NamedTuple):
    """A number that is no figure; offsets are those of the view, ``within`` is the span that holds it."""

    start: int
    end: int
    why: Reason
    within: tuple[int, int] | None = None


@dataclass(slots=True)
class Trace:
    """What was found and what was set aside, in the coordinates of the view.

    Attributes:
        documents: as found, in text order.
        figures: as found, in text order.
        aside: the numbers that became no figures, in text order.
    """

    documents: list[FoundDocument] = field(default_factory=list)
    figures: list[FoundFigure] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)

    def clear(self) -> None:
        """Forgets all, where the extraction it was to tell of failed."""
        self.documents, self.figures, self.aside = [], [], []
