"""Numbers that identify a document by themselves, without a type word: "(số 318/QĐ-UBND)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.lexicon import hinted_types, type_codes, without_longer
from extractor.patterns.documents.numbers import ReadNumber, read_number
from extractor.tokens.anchors import digit_runs, matches_at

_CODES = sorted({code.upper() for code in type_codes()} | {"QyĐ", "CTr", "TTr", "QĐi"}, key=lambda c: (-len(c), c))
_OF_PARLIAMENT = ("QH", "UBTVQH")
_FOUND = {code.lower() for code in (*_CODES, *_OF_PARLIAMENT)}
# A code with the mark before it, as it stands behind a number.
_MARKED: Finder[None] = Finder(
    (f"{mark}{code}", None) for code in without_longer(_FOUND) for mark in ("/", "-", "/ ", "- ")
)


@cache
def _anchor() -> re.Pattern[str]:
    return compiled(
        rf"(?<![\p{{L}}\d/.,-])\d{{1,5}}[a-zA-Z]?(?:/(?:19|20)\d\d)?"
        rf"(?: ?[-/] ?(?:{'|'.join(_CODES)}) ?[-/] ?\p{{Lu}}|(?<=/\d{{4}})/(?:{'|'.join(_OF_PARLIAMENT)})\d\d)"
    )


def _starts(text: str, lower: str) -> list[int]:
    """Where numbers with a code may begin: at the digits before its mark, or at those before their year."""
    runs = digit_runs(text)
    starts: set[int] = set()
    for mark, _, _ in _MARKED.find(lower):
        behind = bisect_left(runs, (mark, 0))
        starts.update([start for start, _ in runs[max(0, behind - 2) : behind]])
    return sorted(starts)


def coded_numbers(text: str, lower: str) -> Iterator[tuple[str, ReadNumber]]:
    """Each number whose code names a type, with that type, the likeliest.

    Args:
        text: the view's text.
        lower: the same in lower case.
    """
    for match in matches_at(_anchor(), text, _starts(text, lower)):
        number = read_number(text, match.start())
        hints = hinted_types(number.symbol) if number else ()
        if number is not None and hints:
            yield hints[0], number
