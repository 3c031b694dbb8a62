"""Prints that cannot be right: numbers that cannot be read, and parts larger than their whole.

They are read as printed, or not at all; either way they are reported, for the slip is what a fact-checker looks for.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.article import View
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import Trie
from extractor.patterns.figures.context import Blocked
from extractor.patterns.figures.units import names_quantity, percent_after
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.tokens.anchors import digit_runs, matches_at
from extractor.tokens.calendar import find_calendar
from extractor.tokens.numerals import MAX_DIGITS, read_digits

OddityCode = Literal["unreadable_number", "impossible_percentage"]


class Oddity(NamedTuple):
    """``text[start:end]`` of the view is odd in the way the code says."""

    start: int
    end: int
    code: OddityCode


_SEPARATED = compiled(rf"(?<![\d.,/-])(?:\d++(?:[.,]\d++){{2,}}+|\d{{{MAX_DIGITS + 1},}}+)(?![/-]?\d)")
# A part of these is never more than all of them.
_WHOLES: Trie[bool] = Trie((s, True) for e in entries("whole_words") for s in e["spellings"])
_TAKES_UP = compiled(r"(?<!\p{L})(?:chiếm|chiếm tỷ lệ|chiếm tỉ lệ)(?: (?:khoảng|gần|hơn|trên|tới|đến))? $")
_GROWTH = compiled(r"(?<!\p{L})(?:tăng|giảm|vượt|so với|bằng|đạt)(?: \p{L}+){0,3} $")


def find_oddities(view: View, figures: list[FoundFigure], documents: list[FoundDocument]) -> list[Oddity]:
    """What is printed but cannot be right, in text order.

    ``unreadable_number``: digits and separators that give no number ("5,2,34%"), where a quantity is meant.
    ``impossible_percentage``: more than 100% of something that the figure is a part of ("chiếm 152,34% dân số").
    """
    text, lower = view.text, view.lower
    found = [
        Oddity(f.start, f.end, "impossible_percentage")
        for f in figures
        if f.kind == "percent" and f.interval is not None and f.interval[0] > 100 and _is_part(lower, f)
    ]
    ends = dict(digit_runs(text))
    starts = [
        start
        for start, end in ends.items()
        if end - start > MAX_DIGITS or ((second := ends.get(end + 1)) is not None and second + 1 in ends)
    ]
    separated = matches_at(_SEPARATED, text, starts, len(text))
    unread = [m for m in separated if read_digits(m.group()) is None and names_quantity(view, m.end())]
    if unread:
        calendar = [(s.start, s.end) for s in find_calendar(text)]
        blocked = Blocked([(d.start, d.end) for d in documents] + calendar, len(text))
        for match in unread:
            if not blocked.holds(match.start()):
                percent = percent_after(text, match.end())
                found.append(Oddity(match.start(), percent.end if percent else match.end(), "unreadable_number"))
    return sorted(found)


def _is_part(lower: str, figure: FoundFigure) -> bool:
    before = lower[max(0, figure.start - 30) : figure.start]
    if _TAKES_UP.search(before):
        return True
    return _WHOLES.longest(lower, figure.end + 1) is not None and _GROWTH.search(before) is None
