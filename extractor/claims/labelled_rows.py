"""Rows told again and again by the same labels: "Khá 627 em, trong đó lớp 6: 170, lớp 7: 156, …; Yếu 6 em, trong đó lớp 6: 1, …".

Where some of them make up the figure in front of them, the labels name all there is, and the others have to as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.claims import cues, fit
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_FEWEST = 3
_LONGEST = 20
# So many rows that add up leave no doubt of the others.
_SURE = 2
_RATES = ("percent", "points")
_BEGINS = compiled(rf"(?:{cues.spellings('inside')}|{cues.spellings('consists')})(?!\p{{L}})|[(,;:](?! ?$)")
_MARKS = " :,;("


class _Labelled(NamedTuple):
    total: Operand
    parts: tuple[Operand, ...]

    @property
    def adds_up(self) -> bool:
        return fit.meets(fit.total(list(self.parts), self.total), self.total)


def find_labelled_rows(reading: Reading) -> Iterator[Proposal]:
    """The rows of labels that make up the figure in front of them elsewhere, whether they do here or not."""
    rows: dict[tuple[str, ...], list[_Labelled]] = {}
    index = 0
    while index < len(reading.figures):
        found = _row(reading, index)
        if found is None:
            index += 1
            continue
        labels, row = found
        rows.setdefault(labels, []).append(row)
        index = row.parts[-1].index + 1
    for like in rows.values():
        if sum(row.adds_up for row in like) < _SURE:
            continue
        for row in like:
            yield stated("sum", {"parts": row.parts, "total": row.total}, "sum.labelled")


def _row(reading: Reading, index: int) -> tuple[tuple[str, ...], _Labelled] | None:
    """A figure with the row of labels and bare numbers that opens behind it, and the labels."""
    total = reading.sides[index][0] if len(reading.sides[index]) == 1 else None
    if total is None or total.kind != "count" or not total.unit or total.value is None or total.modified:
        return None
    first = index + 1
    while first < len(reading.figures) and reading.figures[first].kind in _RATES:
        first += 1
    parts: list[Operand] = []
    labels: list[str] = []
    for i in range(first, min(len(reading.figures), first + _LONGEST)):
        part = reading.sides[i][0] if len(reading.sides[i]) == 1 else None
        if part is None or part.kind != "count" or part.unit or part.sentence != total.sentence or part.value is None:
            break
        label = _label(reading.cue(i))
        if not label:
            break
        parts.append(part)
        labels.append(label)
    if len(parts) < _FEWEST or not _opens(reading.lower[total.end : parts[0].start]):
        return None
    return tuple(labels), _Labelled(total, tuple(parts))


def _opens(words: str) -> bool:
    return cues.INSIDE.search(words) is not None or cues.CONSISTS.search(words) is not None or words.endswith("(")


def _label(cue: str) -> str:
    """The label at the end of the words in front of a number."""
    return cue[max(cues.last(_BEGINS, cue), 0) :].strip(_MARKS)
