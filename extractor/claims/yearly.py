"""Rises from one year to the next of what is told for each: "Năm 2015 … thụ lý 333.159 vụ. Năm 2016 thụ lý 359.748 vụ, tăng …".

A rise against the year before names in front of it what has risen ("so với năm trước, thụ lý tăng 26.589 vụ"); the two levels are
those that the same words lead to in the sentences of both years.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.claims import cues
from extractor.claims.nearby import told_by
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_YEAR = compiled(r"(?<![\p{L}\d])năm (\d{4})(?!\d)")
_NAMED_BEHIND = compiled(r" (\p{L}+ \p{L}+)(?=[;,.]|$)")
_LAST_YEAR = ("năm ngoái", "năm trước")
_SINCE_LAST = compiled(rf"(?<!\p{{L}})(?:so với|so) (?:cùng kỳ )?(?:{'|'.join(_LAST_YEAR)})(?!\p{{L}})")
_SENTENCE = 600


class _Level(NamedTuple):
    words: str
    unit: str
    year: int


def find_yearly(reading: Reading) -> Iterator[Proposal]:
    """The rises and falls against the year before whose two levels the article tells in the same words."""
    if not any(word in reading.lower for word in _LAST_YEAR):
        return
    levels: dict[_Level, Operand] = {}
    for i, sides in enumerate(reading.sides):
        if len(sides) != 1 or sides[0].kind != "count" or not sides[0].unit or sides[0].value is None:
            continue
        operand = sides[0]
        direction = cues.amount_direction(reading.cue(i))
        year = _year(reading, operand)
        if year is None or operand.modified:
            continue
        unit = operand.unit.partition(" ")[0]
        if direction is None:
            for words in (told_by(reading.cue(i)), _behind(reading, i)):
                if words is not None:
                    levels.setdefault(_Level(words, unit, year), operand)
            continue
        words = told_by(reading.cue(i)[: _end_of_subject(reading.cue(i))])
        if words is None or not _since_last(reading, operand):
            continue
        new, old = (levels.get(_Level(words, unit, each)) for each in (year, year - 1))
        if (
            new is not None
            and old is not None
            and new.paragraph - old.paragraph <= 1 >= operand.sentence - new.sentence
        ):
            larger, smaller = (new, old) if direction == "up" else (old, new)
            operands = {"larger": larger, "smaller": smaller, "difference": operand}
            yield stated("difference", {**operands}, "difference.yearly")


def _year(reading: Reading, operand: Operand) -> int | None:
    """The year that the sentence of a figure names last in front of it."""
    start = reading.sentences[operand.sentence].start
    found = None
    for match in _YEAR.finditer(reading.lower, max(start, operand.start - _SENTENCE), operand.start):
        found = int(match[1])
    return found


def _since_last(reading: Reading, operand: Operand) -> bool:
    sentence = reading.sentences[operand.sentence]
    low, high = max(sentence.start, operand.start - _SENTENCE), min(sentence.end, operand.end + _SENTENCE)
    return _SINCE_LAST.search(reading.lower, low, high) is not None


def _end_of_subject(cue: str) -> int:
    """Where the words that say rise or fall begin, the last of them."""
    return max([*(match.start() for pattern in (cues.UP, cues.DOWN) for match in pattern.finditer(cue))], default=0)


def _behind(reading: Reading, index: int) -> str | None:
    """As in "trong tổng số 333.159 vụ việc | thụ lý"."""
    match = _NAMED_BEHIND.match(reading.tail(index))
    return None if match is None else match[1]
