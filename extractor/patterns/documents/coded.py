"""Numbers that identify a document by themselves, without a type word: "(số 318/QĐ-UBND)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.lexicon import hinted_types, type_codes
from extractor.patterns.documents.numbers import ReadNumber, read_number
from extractor.tokens.anchors import digit_runs, matches_at


@cache
def _anchor() -> re.Pattern[str]:
    codes = "|".join(
        sorted({code.upper() for code in type_codes()} | {"QyĐ", "CTr", "TTr", "QĐi"}, key=lambda c: (-len(c), c))
    )
    return compiled(
        rf"(?<![\p{{L}}\d/.,-])\d{{1,5}}[a-zA-Z]?(?:/(?:19|20)\d\d)?"
        rf"(?: ?[-/] ?(?:{codes}) ?[-/] ?\p{{Lu}}|(?<=/\d{{4}})/(?:QH|UBTVQH)\d\d)"
    )


def coded_numbers(text: str) -> Iterator[tuple[str, ReadNumber]]:
    """Each number whose code names a type, with that type, the likeliest."""
    # A letter and a space at most stand between the digits and the mark before the code.
    starts = [start for start, end in digit_runs(text) if "/" in (follow := text[end : end + 3]) or "-" in follow]
    for match in matches_at(_anchor(), text, starts):
        number = read_number(text, match.start())
        hints = hinted_types(number.symbol) if number else ()
        if number is not None and hints:
            yield hints[0], number
