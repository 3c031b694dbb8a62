"""What every step of reading figures looks at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.article import View
from extractor.tokens.numerals import Habit, Numeral


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
    """

    view: View
    text: str
    lower: str
    numerals: list[Numeral]
    habit: Habit
    closed: Blocked = field(default_factory=lambda: Blocked([]))
    dates: Blocked = field(default_factory=lambda: Blocked([]))
    acronyms: frozenset[str] = frozenset()


class Blocked:
    """Spans that hold numbers which are no figures, asked by position."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [s for s, _ in merged]
        self._ends = [e for _, e in merged]

    def holds(self, at: int) -> bool:
        """Whether the character at ``at`` is blocked."""
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]
