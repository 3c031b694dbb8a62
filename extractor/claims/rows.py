"""Whole rows that make up a total told elsewhere: "Chia theo dân tộc, người Dao 5.793 hộ, người Tày 5.320 hộ, …".

A row is taken as it stands, all of its unit that a sentence, an unbroken row or a paragraph tells, so that hardly
any other sum was tried and a total far away is still no chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.crossing import cut_across
from extractor.claims.proposal import Proposal, inferred
from extractor.claims.reading import Operand, Reading, bounds_in
from extractor.lexicon.patterns import compiled

_ROW = 3
_LONGEST = 40
_RATES = ("percent", "points")
_ADDABLE = ("count", "money", "measure")
# How far behind its row a total may stand that says it is one.
_BEHIND = 3
# How much nearer a total with a modifier must be met.
_MODIFIED = 8
_DIVIDED = compiled(rf"{cues.front('divided')}(?!\p{{L}})")
_Row = list[Operand]
_Of = tuple[str, str]


def find_rows(reading: Reading) -> Iterator[Proposal]:
    """What each row of an article makes up, if there is a figure that is just its sum."""
    like = _by_unit(reading)
    done: set[tuple[int, ...]] = set()
    for operands in like.values():
        if len(operands) <= _ROW - 1:
            continue
        for row in _rows(reading, operands):
            told = tuple([part.index for part in row])
            if told in done:
                continue
            done.add(told)
            found = _made_up(reading, row, operands)
            if found is not None:
                yield found
    yield from _ratios(reading)


def _by_unit(reading: Reading) -> dict[_Of, _Row]:
    """The amounts of an article by what they are amounts of, in order."""
    like: dict[_Of, _Row] = {}
    for sides in reading.sides:
        if len(sides) != 1:
            continue
        operand = sides[0]
        if operand.kind in _ADDABLE and operand.unit and operand.value:
            of = operand.unit if operand.kind == "count" else operand.base[0]
            like.setdefault((operand.kind, of), []).append(operand)
    return like


def _rows(reading: Reading, operands: _Row) -> Iterator[_Row]:
    """All of one unit that a sentence tells, that stands in one row, and that a paragraph tells."""
    begun = {"sentence": 0, "row": 0, "paragraph": 0}
    for i in range(1, len(operands) + 1):
        last, following = operands[i - 1], operands[i] if i < len(operands) else None
        ended = {
            "sentence": following is None or following.sentence != last.sentence,
            "row": following is None or not _goes_on(reading, last, following),
            "paragraph": following is None or following.paragraph != last.paragraph,
        }
        for shape, ends in ended.items():
            if not ends:
                continue
            row = operands[begun[shape] : i]
            begun[shape] = i
            least = 2 if shape == "sentence" and _is_divided(reading, row) else _ROW
            if least <= len(row) <= _LONGEST:
                yield row
            if least < len(row) <= _LONGEST:
                # The first may be what the others make up.
                yield row[1:]


def _goes_on(reading: Reading, last: Operand, following: Operand) -> bool:
    between = range(last.index + 1, following.index)
    return last.paragraph == following.paragraph and all(reading.figures[i].kind in _RATES for i in between)


def _is_divided(reading: Reading, row: _Row) -> bool:
    """Whether the sentence of a row begins by what something is divided: "Phân theo loại hình, …"."""
    start = reading.sentences[row[0].sentence].start
    return _DIVIDED.search(reading.lower, start, row[0].start) is not None


def _made_up(reading: Reading, row: _Row, operands: _Row) -> Proposal | None:
    """The one figure outside a row that the row makes up."""
    first, last = row[0], row[-1]
    if any(part.bounds[0] <= 0 or cues.amount_direction(reading.cue(part.index)) is not None for part in row):
        return None
    divided = _is_divided(reading, row)
    tried = 0
    found: list[tuple[Operand, int]] = []
    for total in operands:
        if first.index <= total.index <= last.index or total.bounds[1] <= _largest(row, total):
            continue
        if total.index > last.index and not _is_said_behind(reading, total, last):
            continue
        tried += 1
        if fit.meets(fit.total(row, total), total) and cues.amount_direction(reading.cue(total.index)) is None:
            found.append((total, tried))
    if not found or cut_across(reading, row):
        return None
    # "11,6 triệu lượt khách", and then to the last digit.
    total, tried = min(found, key=lambda each: (each[0].bounds[1] - each[0].bounds[0]) * each[0].base[1])
    odds = chance.of_sum(total, row, tried)
    if total.modified and total.value:
        # What "hơn" leaves open is wide: "hơn 2,3 tỷ đồng" is no sum of what comes to 2,32.
        odds = tried * abs(_nominal(row, total) - total.value) / total.value
        odds *= 2 if divided else _MODIFIED
    if odds > (chance.LIKELY if divided else chance.FAR):
        return None
    return inferred("sum", {"parts": tuple(row), "total": total}, "sum.row_of_all", candidates=tried, chance=odds)


def _is_said_behind(reading: Reading, total: Operand, last: Operand) -> bool:
    """Whether a figure behind a row says that it is a total."""
    if total.sentence - last.sentence > _BEHIND or not reading.may_say(total.index, "total"):
        return False
    return cues.TOTAL.search(reading.cue(total.index)) is not None


def _largest(row: _Row, total: Operand) -> Decimal:
    return max(bounds_in(part, total)[1] for part in row)


def _nominal(row: _Row, total: Operand) -> Decimal:
    return sum((p.value * p.base[1] / total.base[1] for p in row if p.value is not None), Decimal(0))


def _ratios(reading: Reading) -> Iterator[Proposal]:
    """As in "1.317/23.551 biên chế, trong đó chính quyền 1.192/22.501, đoàn thể 125/1.050": both sides add up."""
    indexes = reading.ratios
    for at, index in enumerate(indexes[:-2]):
        total = reading.sides[index]
        row: list[tuple[Operand, ...]] = []
        for following in indexes[at + 1 :]:
            sides = reading.sides[following]
            if sides[0].paragraph != total[0].paragraph or len(row) == _LONGEST:
                break
            row.append(sides)
            if len(row) < 2:
                continue
            columns = [list(column) for column in zip(*row, strict=True)]
            if not all(fit.meets(fit.total(c, t), t) for c, t in zip(columns, total, strict=True)):
                continue
            tried = len(row) - 1
            odds = tried * chance.of_sum(total[0], columns[0], 1) * chance.of_sum(total[1], columns[1], 1)
            if odds <= chance.FAR:
                for column, side in zip(columns, total, strict=True):
                    yield inferred(
                        "sum", {"parts": tuple(column), "total": side}, "sum.ratios", candidates=tried, chance=odds
                    )
            break
