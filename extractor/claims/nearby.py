"""Operands near a place, nearest first."""

from __future__ import annotations

from collections.abc import Callable

from extractor.claims import cues
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_AMOUNTS = ("count", "money", "measure")
_WINDOW_FIGURES = 24
_LEADS = cues.words("leads")
_TOLD_BY = 2
_NEXT_WORD = compiled(r" (\p{L}+)")


def before(reading: Reading, index: int, accept: Callable[[Operand], bool], *, sentences: int) -> Operand | None:
    """The nearest operand before a figure that is accepted, at most so many sentences back."""
    own = reading.sentence_of(index)
    for i in range(index - 1, max(-1, index - _WINDOW_FIGURES), -1):
        for operand in reading.sides[i]:
            if own - operand.sentence > sentences:
                return None
            if accept(operand):
                return operand
    return None


def after(reading: Reading, index: int) -> Operand | None:
    """The figure right behind, unless it is a ratio."""
    if index + 1 < len(reading.figures) and len(reading.sides[index + 1]) == 1:
        return reading.sides[index + 1][0]
    return None


def amount_beside(reading: Reading, index: int, percent: Operand) -> Operand | None:
    """The figure at an index, if it is one amount in a percentage's sentence.

    Args:
        reading: the figures.
        index: of a figure, or of none.
        percent: the percentage.
    """
    if not 0 <= index < len(reading.figures) or len(reading.sides[index]) != 1:
        return None
    operand = reading.sides[index][0]
    plain = operand.kind in _AMOUNTS and operand.value is not None and operand.value > 0
    return operand if plain and operand.sentence == percent.sentence else None


def plain_count(reading: Reading, index: int) -> Operand | None:
    """The figure at an index, if it is a number of things as it is: not risen or fallen by, and not about so many.

    Args:
        reading: the figures.
        index: of a figure.
    """
    if len(reading.sides[index]) != 1:
        return None
    operand = reading.sides[index][0]
    if operand.kind != "count" or not operand.value or operand.modified:
        return None
    return None if cues.amount_direction(reading.cue(index)) is not None else operand


def window(reading: Reading, around: Operand, *, back: int, ahead: int) -> list[Operand]:
    """Operands around one, nearest first: its paragraph, and ``back`` or ``ahead`` sentences beyond it."""
    found: list[Operand] = []
    index, sides = around.index, reading.sides
    first, end = reading.figures_around(around, back, ahead)
    low, high = max(first, index - _WINDOW_FIGURES), min(end, index + _WINDOW_FIGURES)
    for step in range(1, max(index - low + 1, high - index)):
        # What stands before is nearer than what stands behind at the same distance, and the whole of a ratio than its part.
        if index - step >= low:
            found += sides[index - step][::-1]
        if index + step < high:
            found += sides[index + step][::-1]
    return found


def other_matter(reading: Reading, a: Operand, b: Operand) -> bool:
    """Whether both figures name what is counted right behind, and not by the same word: "500 ha lúa", "412 ha ngô".

    Args:
        reading: the figures.
        a: a figure.
        b: another of the same unit.
    """
    said = [_NEXT_WORD.match(reading.lower, o.end) for o in (a, b)]
    return said[0] is not None and said[1] is not None and said[0][1] != said[1][1]


def told_by(cue: str) -> str | None:
    """The two words right in front of a figure, past those that only lead to it; None where its clause has fewer.

    Args:
        cue: the words in front, in lower case.

    >>> told_by("riêng cấp tỉnh đã tiếp nhận "), told_by("; giải quyết được "), told_by("(lên ")
    ('tiếp nhận', 'giải quyết', None)
    """
    words = cue.rstrip(" :").split(" ")
    while words and words[-1] in _LEADS:
        words.pop()
    found = words[-_TOLD_BY:]
    return " ".join(found) if len(found) == _TOLD_BY and all(word.isalpha() for word in found) else None
