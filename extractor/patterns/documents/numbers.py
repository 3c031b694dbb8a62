"""The number of a document: ``318/QĐ-UBND``, ``80/2021/NĐ-CP``, ``39-NQ/TW``, ``167/2013``, ``30a``.

Spaces around the marks ("01 - NQ / CP") and inside a code ("55 A / CV-UBND", "UBTVQH 14") are slips of print or of
a scraper: they are read over, and left out of the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.patterns import behind, compiled
from extractor.patterns.documents.lexicon import agencies, alternatives, type_codes

# A word glued to a code ("61/QĐ-BXDcủa") does not belong to it.
_LETTER = r"(?:(?!(?:của|ngày|về|và|do|quy|có)(?!\p{L}))[\p{L}\d])"
_CODE = rf"(?:\p{{Lu}}\p{{Ll}}{{0,2}}\p{{Lu}}{_LETTER}*+|\p{{Lu}}(?:\d++\p{{Lu}}?+|)(?!\p{{L}}))(?: ?& ?\p{{Lu}}[\p{{Lu}}\d]*+)*+"
_PARTY = r"T\. ?[ƯWU](?!\p{L})"
# A figure parted from its letters ("CAT-PV 5", "UBTVQH 14") where nothing is counted.
_BEHIND_CODE = behind(r"(?<!\p{L})\p{Lu}", r"(?<!\p{L})\p{Lu}{2}", "QH")
_PARTED = (
    rf"(?:{_BEHIND_CODE} \d{{1,2}}(?!\d)"
    r"(?= ?-(?: ?\p{Lu})| (?:ngày|của|và|về)(?!\p{L})|[,;)]|\.(?!\d)|\n|$))?+"
)


@dataclass(slots=True)
class ReadNumber:
    """A number that was read at ``[start, end)``."""

    start: int
    end: int
    text: str
    core: str
    year: int | None
    symbol: str | None

    @property
    def bare(self) -> bool:
        """Without a code, and without a year."""
        return self.symbol is None and self.year is None


# What parts a number from its code.
_MARKS = frozenset("-/ ")
_NUMBER = compiled(
    r"(?P<core>(?:\d{1,3}\.\d{3}(?=[ ]?[-/][ ]?\p{Lu})|\d{1,8}+)"
    r"(?:[a-zA-ZĐ](?=[ ]?/|(?![\p{L}\d]))|[ ][A-ZĐ](?=[ ]?/))?+)"
    r"(?:[ ]?/[ ]?(?P<year>(?:19|20)\d\d)(?![\d]))?+"
)


@cache
def _symbol_pattern() -> re.Pattern[str]:
    """What a number goes on with, from the mark on."""
    known = (
        rf"(?:(?i:{alternatives(type_codes())})(?!\p{{L}})(?=[ ]?[-/])"
        rf"|(?i:{alternatives(code for code in type_codes() if len(code) > 1)})(?!\p{{L}}))"
    )
    first = rf"(?:{_PARTY}|{_CODE}|{known}){_PARTED}"
    loose = rf"[ ]?[-/][ ]?(?:{_PARTY}|{_CODE})"
    tight = rf"[-/](?:\p{{Lu}}{_LETTER}*+|(?i:{alternatives(agencies())})(?!\p{{L}}))"
    spaced = rf"[ ](?:{alternatives(agencies())})(?=[ ](?:ngày|của|về)|[,.;)\n])"
    return compiled(
        r"(?:[ ]?[-/][ ]?|(?<=\d{4})(?=\p{Lu}\p{Lu})"
        rf"|[ ](?=(?:{alternatives(code.upper() for code in type_codes())})[-/](?:{alternatives(agencies())})))"
        rf"(?P<symbol>{first}(?:(?:{loose}|{tight}){_PARTED})*+(?:{spaced})?+)"
    )


def read_number(text: str, at: int) -> ReadNumber | None:
    """The number that starts at ``at``, or None."""
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    end, symbol = match.end(), None
    follow = text[end : end + 1]
    coded = _symbol_pattern().match(text, end) if follow in _MARKS or follow.isupper() else None
    if coded is not None:
        end, symbol = coded.end(), coded["symbol"]
    # What is glued to a code is another word; what is glued to a bare number makes it no number.
    elif follow.isalnum():
        return None
    year = match["year"]
    return ReadNumber(
        at,
        end,
        text[at:end].replace(" ", ""),
        match["core"].replace(" ", ""),
        int(year) if year else None,
        symbol.replace(" ", "") if symbol else None,
    )
