"""Rows of the classes of one whole, told of one person after another: votes of confidence.

"Ông A: 49 phiếu tín nhiệm cao, 4 phiếu tín nhiệm, 0 phiếu tín nhiệm thấp; bà B: 51, 2, …": each row makes up the votes that
were cast, which are told once, far before all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance
from extractor.claims.classes import Scale, class_of, repeated_scales
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading

_Row = tuple[Operand, ...]
# So many rows of one sum leave no doubt what they make up.
_SURE = 2
# So many figures before a row its own whole may stand.
_OWN = 2


def find_class_rows(reading: Reading) -> Iterator[Proposal]:
    """What the rows of the classes of a whole make up.

    One that comes to more than the whole is told too, where the rows around it make that up.
    """
    for scale in repeated_scales():
        if not any(name in reading.lower for name in scale.names[-1]):
            continue
        rows = [(row, _whole(reading, scale, row, _in_all(row))) for row in _rows(reading, scale)]
        times = Counter(whole.value for _, whole in rows if whole is not None)
        for at, (row, whole) in enumerate(rows):
            beside = [rows[i][1] for i in (at - 1, at + 1) if 0 <= i < len(rows)]
            complete = len(row) == len(scale.names)
            counted = _counted_before(reading, scale, row) if complete else None
            if whole is None and counted is None and complete and len(beside) == 2 and beside[0] is beside[1]:
                whole = beside[0]
                if whole is None or not whole.value or _in_all(row) < whole.value:
                    # Some votes may be void.
                    continue
            whole = counted or whole
            if whole is None:
                continue
            operands: Operands = {"parts": row, "total": whole}
            if whole is counted or times[whole.value] >= _SURE:
                yield stated("sum", operands, "sum.class_row")
            elif (odds := chance.of_sum(whole, row, 1)) <= chance.WEAK:
                yield inferred("sum", operands, "sum.class_row", candidates=1, chance=odds)


def _rows(reading: Reading, scale: Scale) -> Iterator[_Row]:
    """Figures one behind the other, percentages aside, that are one each of the classes; all, or all but the last."""
    row: list[Operand] = []
    classes: set[int] = set()
    for sides in reading.sides:
        if not sides or sides[0].kind == "percent":
            continue
        part = sides[0]
        found = class_of(reading, scale, part) if part.kind == "count" and part.value is not None else None
        if found is None or found in classes or part.paragraph - row[-1].paragraph > 1 if row else False:
            yield from _told(row, scale)
            row, classes = [], set()
        if found is not None:
            row.append(part)
            classes.add(found)
    yield from _told(row, scale)


def _told(row: list[Operand], scale: Scale) -> Iterator[_Row]:
    if len(row) >= len(scale.names) - 1 and len(row) > 1:
        yield tuple(row)


def _in_all(row: _Row) -> Decimal:
    return sum((part.value for part in row if part.value is not None), Decimal(0))


def _whole(reading: Reading, scale: Scale, row: _Row, value: Decimal) -> Operand | None:
    """The figure in front of a row, the nearest, that is of what the classes are of and of that value."""
    for index in range(row[0].index, -1, -1):
        for side in reading.sides[index]:
            if side not in row and side.value == value and side.kind == "count" and _is_of(reading, scale, side):
                return side
    return None


def _counted_before(reading: Reading, scale: Scale, row: _Row) -> Operand | None:
    """What is said right before a row to be all that its classes share out: "Số phiếu hợp lệ: 53 …"."""
    for index in range(row[0].index - 1, max(-1, row[0].index - 1 - _OWN), -1):
        sides = reading.sides[index]
        if sides and sides[0].value and any(word in reading.cue(index) for word in scale.shared_out):
            return sides[0]
    return None


def _is_of(reading: Reading, scale: Scale, side: Operand) -> bool:
    if len(reading.sides[side.index]) == 1 and class_of(reading, scale, side) is not None:
        return False
    words = f"{side.unit} {reading.cue(side.index)}"
    return any(word in words for word in (*scale.of, *scale.by))
