"""Classes that cut across each other: of 67 new members 32 may be of a minority, 35 young and 33 women."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.claims.reading import Operand, Reading
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

_NEAR = 60
_CLAUSE = compiled(r"[^,;.()\n]*")


def cut_across(reading: Reading, parts: Sequence[Operand]) -> bool:
    """Whether parts are told by sorts that do not exclude each other, so that they need not add up to anything.

    Args:
        reading: the figures.
        parts: figures that a list counts off.
    """
    return len({sort for part in parts if (sort := _sort_of(reading, part)) is not None}) > 1


def sort_in(words: str) -> str | None:
    """The first sort of persons that words name, or None.

    >>> sort_in("đảng viên nữ"), sort_in("hộ nghèo")
    ('giới tính', None)
    """
    return next((name for name, pattern in _patterns() if pattern.search(words)), None)


def _sort_of(reading: Reading, part: Operand) -> str | None:
    """By what a part is told, from its unit on to the end of its clause."""
    clause = _CLAUSE.match(f"{part.unit} {reading.tail(part.index, _NEAR).lstrip()}")
    return sort_in(clause.group() if clause is not None else part.unit)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            entry["name"],
            compiled(
                rf"(?<!\p{{L}})(?:{'|'.join(map(re.escape, sorted(entry['spellings'], key=len, reverse=True)))})(?!\p{{L}})"
            ),
        )
        for entry in entries("crossing_classes")
    )
