"""What every step of reading figures looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.article import View
from extractor.tokens.numerals import Habit, Numeral

if TYPE_CHECKING:
    from extractor.patterns.figures.units import Unit


@dataclass(slots=True)
class Context:
    """One article on its way to figures.

    Attributes:
        view: the article's view; ``text`` and ``lower`` are its texts.
        numerals: all numbers, in order.
        habit: how the article punctuates numbers.
        closed: where no unit begins: "năm 2018" behind "45".
        dates: the same with dates in a row ("ngày 14 và 15/3"), which a length of time may stand before.
        acronyms: what the article introduces in brackets as short for its words: "đảng viên (ĐV)".
        units: the units looked up so far, by where the number ends and of what kind it is.
    """

    view: View
    text: str
    lower: str
    numerals: list[Numeral]
    habit: Habit
    closed: Blocked = field(init=False)
    dates: Blocked = field(init=False)
    acronyms: frozenset[str] = frozenset()
    units: dict[tuple[int, bool, bool], Unit | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.closed = self.dates = Blocked((), len(self.text))


class Blocked:
    """Spans that hold numbers which are no figures, asked by position.

    Attributes:
        holds: whether the character at a position, 0 up to the length of the text, is blocked.
    """

    __slots__ = ("_mask", "holds")

    def __init__(self, spans: Iterable[tuple[int, int]], size: int) -> None:
        # A byte for each character: it is asked many times, at each word that a phrase goes over.
        self._mask = bytearray(size + 1)
        self.holds: Callable[[int], int] = self._mask.__getitem__
        self._add(spans)

    def _add(self, spans: Iterable[tuple[int, int]]) -> None:
        for start, end in spans:
            self._mask[start:end] = b"\1" * (end - start)

    def with_spans(self, spans: Iterable[tuple[int, int]]) -> Blocked:
        """The same with more spans."""
        more = Blocked((), 0)
        more._mask[:] = self._mask
        more._add(spans)
        return more

    def with_places(self, places: Iterable[int]) -> Blocked:
        """The same with single positions more."""
        more = Blocked((), 0)
        more._mask[:] = self._mask
        for at in places:
            more._mask[at] = 1
        return more
