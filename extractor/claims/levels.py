"""Which figure is the level that a rise, a fall, a multiple or an amount left speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.claims import cues
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_WINDOW = 10
_BASE = compiled(rf"(?<!\p{{L}})(?:{cues.spellings('compared')})(?!\p{{L}})[^,;.()\d]{{0,40}}$")
# "…) và tăng 12,4%": the clause that goes on names no other subject before it says rise or fall.
_JOINED = compiled(r"^[\s,;)]*(?:và|đồng thời|cũng|còn|lại)?\s*")


def is_base(reading: Reading, index: int) -> bool:
    """Whether the words in front make the figure the base of a comparison: "so với 200 hộ", "dự toán 1.318 tỷ"."""
    return _BASE.search(reading.cue(index)) is not None


def goes_on(reading: Reading, index: int) -> bool:
    """Whether the clause of a figure starts with its own verb, so that it speaks of what the sentence spoke of."""
    cue = reading.cue(index)
    clause = re.split(r"[,;(]", cue)[-1]
    return cues.OWN_CLAUSE.match(clause[_JOINED.match(clause).end() :]) is not None  # type: ignore[union-attr]


def level_before(
    reading: Reading, index: int, accept: Callable[[Operand], bool], *, sentences: int = 0
) -> Operand | None:
    """The nearest accepted figure before one that is itself no percentage, no difference and no base of another.

    Args:
        reading: the figures.
        index: of the figure that speaks of the level.
        accept: whether a figure can be the level (its unit).
        sentences: how many sentences back it may stand.

    As in "đạt 2.374 tỷ đồng, bằng 58,6% dự toán (4.050 tỷ đồng) và tăng 12,4% …": the level that rose is 2.374.
    """
    own = reading.sentence_of(index)
    for i in range(index - 1, max(-1, index - 1 - _WINDOW), -1):
        if own - reading.sentence_of(i) > sentences:
            return None
        if len(reading.sides[i]) != 1:
            continue
        operand = reading.sides[i][0]
        if operand.kind in ("points", "multiple") or not accept(operand):
            continue
        if reading.in_brackets(i) or is_base(reading, i) or cues.amount_direction(reading.cue(i)) is not None:
            continue
        return operand
    return None
