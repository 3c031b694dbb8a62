"""Which figure is the level that a rise, a fall, a multiple or an amount left speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.claims import cues
from extractor.claims.nearby import other_matter
from extractor.claims.reading import Operand, Reading, one_with_its_rate, same_unit
from extractor.lexicon.patterns import compiled

_WINDOW = 10
_TO = cues.to_level("lên|xuống|còn|thành|sang|đến|tới")
_FROM = (
    r"(?:(?:tức|tức là|cụ thể|cụ thể là|tương ứng|đi|lên|giảm|tăng) )?từ(?: mức| con số| khoảng| gần| hơn| trên){0,3} $"
)
# "giảm 12 vụ tai nạn (từ …": an amount with what is counted; a percentage is of what was said before.
_FROM_BEHIND = compiled(rf"^(?: [^,;.()\d\n]{{1,40}}?)?(?:,? | ?\(){_FROM}")
_FROM_BEHIND_RATE = compiled(rf"^(?: (?:so với|trong|sau|mỗi|một) [^,;.()\n]{{1,40}}?)?(?:,? | ?\(){_FROM}")
# Behind the rate of two levels that their times tell apart: no word of what else it may be of.
_BARE = compiled(rf"^ ?\)?(?:[.,;:)\n]|$| ?so (?:với )?(?!(?:{cues.spellings('set_plan')})(?!\p{{L}}))| ?và | ?\()")
_THEN = compiled(
    rf"(?:^\W*|[,;(:] ?)(?:(?:{cues.spellings('at_that_time')}) )?(?:năm (?P<year>\d{{4}})|{cues.spellings('time_before')})(?!\p{{L}})[^,;.()]{{0,20}},?[^,;.()\d]{{0,40}}$"
)
_NOW = compiled(
    rf"[,;] ?(?:(?:và|thì|còn|song|nhưng) )?(?:(?:{cues.spellings('at_that_time')}) )?(?:năm (?P<year>\d{{4}})|{cues.spellings('time_now')})(?!\p{{L}})[^,;.()]{{0,20}},?[^,;.()\d]{{0,40}}$"
)
_BASE = compiled(rf"{cues.front('compared')}(?!\p{{L}})[^,;:.()\d]{{0,40}}$")
_OPENS_LIST = compiled(rf"(?<!\p{{L}})(?:trong đó|trong số đó|{cues.spellings('consists')})(?!\p{{L}})")
# "…) và tăng 12,4%": the clause that goes on names no other subject before it says rise or fall.
_JOINED = compiled(r"^[\s,;)]*(?:và|đồng thời|cũng|còn|lại)?\s*")


def is_base(reading: Reading, index: int) -> bool:
    """Whether the words in front make the figure the base of a comparison: "so với 200 hộ", "dự toán 1.318 tỷ"."""
    return _BASE.search(reading.cue(index)) is not None


def in_list(reading: Reading, operand: Operand) -> bool:
    """Whether a figure is one of a list of parts, so that what follows may speak of their total: "95.000 lượt, trong đó …".

    Args:
        reading: the figures.
        operand: a figure.
    """
    for i in range(operand.index - 1, max(-1, operand.index - 1 - _WINDOW), -1):
        if reading.sentence_of(i) != operand.sentence:
            return False
        like = (reading.figures[i].kind == "percent") == (operand.kind == "percent")
        if like and _OPENS_LIST.search(reading.between(i, i + 1)):
            return True
    return False


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


def from_to(reading: Reading, index: int) -> tuple[Operand, Operand] | None:
    """The levels of "từ O lên N, …" where N is the figure right before one; None if it is no such phrase.

    As good as that is "năm 2020 có O, đến nay có N, …".

    Args:
        reading: the figures.
        index: of the figure behind both, or how many there are.
    """
    if index < 2 or len(reading.sides[index - 1]) != 1 or len(reading.sides[index - 2]) != 1:
        return None
    old, new = reading.sides[index - 2][0], reading.sides[index - 1][0]
    if old.sentence != new.sentence or not (same_unit(old, new) or one_with_its_rate(old, new)):
        return None
    between = reading.between(index - 2, index - 1)
    opens = cues.FROM.search(reading.cue(index - 2)) or "nay còn" in between
    said = (opens and _TO.match(between)) or (
        index < len(reading.figures) and _then_and_now(reading, old, new, between) and _BARE.match(reading.tail(index))
    )
    return (old, new) if said else None


def _then_and_now(reading: Reading, old: Operand, new: Operand, between: str) -> bool:
    """As in "năm 2020 có 15 trường, đến nay có 45 trường": one word for both, and each with its own time."""
    if not old.unit or old.unit != new.unit or cues.amount_direction(reading.cue(new.index)) is not None:
        return False
    now = _NOW.search(between)
    then = _THEN.search(reading.cue(old.index)) if now is not None else None
    if now is None or then is None or cues.amount_direction(reading.cue(old.index)) is not None:
        return False
    if other_matter(reading, old, new):
        return False
    return then["year"] is None or now["year"] is None or int(then["year"]) < int(now["year"])


def from_to_behind(reading: Reading, index: int) -> tuple[Operand, Operand] | None:
    """The levels of "…, từ O lên N" where O is the figure right behind one; None if it is no such phrase.

    Args:
        reading: the figures.
        index: of the figure before both.
    """
    if index + 2 >= len(reading.figures) or any(len(reading.sides[k]) != 1 for k in (index + 1, index + 2)):
        return None
    old, new = reading.sides[index + 1][0], reading.sides[index + 2][0]
    if reading.sentence_of(index) != new.sentence or not same_unit(old, new) or old.kind != new.kind:
        return None
    amount = reading.figures[index].kind in ("count", "money", "measure", "duration")
    opens = (_FROM_BEHIND if amount else _FROM_BEHIND_RATE).match(reading.between(index, index + 1))
    if not opens or not _TO.match(reading.between(index + 1, index + 2)):
        return None
    return old, new
