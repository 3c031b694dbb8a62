"""Numbers that identify a document by themselves, without a type word: "(số 318/QĐ-UBND)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.lexicon import hinted_types, type_codes
from extractor.patterns.documents.numbers import ReadNumber, read_number
from extractor.tokens.anchors import matches_at, starts_of_digits

# What follows the digits where a code does. No other number of the text is looked at closer.
_MARK = re.compile(r"[a-zA-Z]? ?[-/]")


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
    for match in matches_at(_anchor(), text, starts_of_digits(text, _MARK)):
        number = read_number(text, match.start())
        hints = hinted_types(number.symbol) if number else ()
        if number is not None and hints:
            yield hints[0], number
