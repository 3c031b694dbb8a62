"""Whole rows that make up a total told elsewhere: "Chia theo dân tộc, người Dao 5.793 hộ, người Tày 5.320 hộ, …".

A row is taken as it stands, all of its unit that a sentence, an unbroken row or a paragraph tells, so that hardly
any other sum was tried and a total far away is still no chance.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from extractor.claims import chance, cues, fit
from extractor.claims.crossing import cut_across
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import PEOPLE, Operand, Reading, bounds_in
from extractor.claims.slipped_sums import one_slip_away
from extractor.lexicon.patterns import compiled

RULE = "sum.row_of_all"
_ROW = 3
_LONGEST = 40
# How many figures of a unit before a row are looked at for its total, and how many at the start and behind it.
_REACH = 60
_LEAD = 4
_AHEAD = 12
_RATES = ("percent", "points")
_ADDABLE = ("count", "money", "measure")
# How far behind its row a total may stand that says it is one.
_BEHIND = 3
# Grids of one unit: totals side by side, and below them their parts; how unlikely one must be.
_NARROWEST, _WIDEST = 2, 4
_MOST_ROWS = 8
_GRID_SENTENCES = 8
# How far back a bracket may open.
_BRACKET = 400
_GRID = Decimal("0.0001")
# How much nearer a total with a modifier must be met.
_MODIFIED = 8
_BESIDE = (" với ", ", ", " và ")
_PARTS_FROM = 2
_NAME = compiled(r"(?:^|[(,;]) ?((?:\p{Lu}\p{L}*+)(?: \p{Lu}\p{L}*+){0,3}+) $")
_DIVIDED = compiled(rf"{cues.front('divided')}(?!\p{{L}})")
# The words that anyone is counted by.
_ANYONE = cues.words("persons")
_Row = list[Operand]
_Of = tuple[str, str]


def find_rows(reading: Reading) -> Iterator[Proposal]:
    """What each row of an article makes up, if there is a figure that is just its sum."""
    like = _by_unit(reading)
    people = sorted((o for key, row in like.items() if key[1] in PEOPLE for o in row), key=attrgetter("index"))
    done: set[tuple[int, ...]] = set()
    for (_, unit), operands in like.items():
        # "1.254 học sinh … 502 em, 627 em": whoever they are.
        wholes = people if unit in _ANYONE else operands
        if len(operands) < 2 or len(wholes) < _ROW:
            continue
        for row, begin, end in _rows(reading, operands):
            told = tuple([part.index for part in row])
            if told in done:
                continue
            done.add(told)
            found = _made_up(reading, row, operands[begin:end], _around(wholes, row))
            if found is not None:
                yield found
        yield from _grids([o for o in operands if not o.modified and not _moved(reading, o)])
    yield from _ratios(reading)
    yield from _by_name(reading)


def _by_unit(reading: Reading) -> dict[_Of, _Row]:
    """The amounts of an article by what they are amounts of, in order."""
    like: dict[_Of, _Row] = {}
    units = {side.unit for sides in reading.sides for side in sides if side.kind == "count"}
    for sides in reading.sides:
        if len(sides) != 1:
            continue
        operand = sides[0]
        if operand.kind in _ADDABLE and operand.unit and operand.value:
            of = operand.base[0]
            if operand.kind == "count":
                # "7.990 vụ án", "6.260 vụ"
                head = operand.unit.partition(" ")[0]
                of = head if head in units else operand.unit
            like.setdefault((operand.kind, of), []).append(operand)
    return like


def _around(operands: _Row, row: _Row) -> _Row:
    """What may be the total of a row: the figures of a title and lead, and the next around it."""
    begin = bisect_left(operands, row[0].index, key=attrgetter("index"))
    end = bisect_right(operands, row[-1].index, key=attrgetter("index"))
    begin = begin - 1 if begin and operands[begin - 1].sentence == row[0].sentence else begin
    first = max(_LEAD, begin - _REACH)
    return [*operands[: min(_LEAD, begin)], *operands[first:begin], *operands[end : end + _AHEAD], operands[begin]]


def _rows(reading: Reading, operands: _Row) -> Iterator[tuple[_Row, int, int]]:
    """All of one unit that a sentence tells, that stands in one row, and that a paragraph tells; and which those are."""
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
            begin, begun[shape] = begun[shape], i
            told = operands[begin:i]
            if len(told) > 2 * _LONGEST:
                continue
            row = _told(reading, told)
            if 2 <= len(row) <= _LONGEST:
                yield row, begin, i
            if _ROW <= len(row) <= _LONGEST:
                # The first may be what the others make up.
                yield row[1:], begin, i


def _told(reading: Reading, row: _Row) -> _Row:
    """A row without what brackets tell of its parts: "5.592 tỷ đồng (4.399 tỷ đồng được giao, 1.193 tỷ đồng bổ sung)"."""
    outside = [part for part in row if not _is_within_brackets(reading, part)]
    return outside if 1 < len(outside) < len(row) else row


def _is_within_brackets(reading: Reading, operand: Operand) -> bool:
    """Whether a bracket is open where a figure stands, even if others opened and closed within it."""
    low = max(reading.sentences[operand.sentence].start, operand.start - _BRACKET)
    return reading.lower.count("(", low, operand.start) > reading.lower.count(")", low, operand.start)


def _goes_on(reading: Reading, last: Operand, following: Operand) -> bool:
    between = range(last.index + 1, following.index)
    return last.paragraph == following.paragraph and all(reading.figures[i].kind in _RATES for i in between)


def _is_divided(reading: Reading, row: _Row) -> bool:
    """Whether the sentence of a row begins by what something is divided: "Phân theo loại hình, …"."""
    start = reading.sentences[row[0].sentence].start
    return _DIVIDED.search(reading.lower, start, row[0].start) is not None


def _made_up(reading: Reading, row: _Row, told: _Row, around: _Row) -> Proposal | None:
    """The one figure outside a row that the row makes up.

    Args:
        reading: the figures.
        row: the parts.
        told: what the row was taken from.
        around: what may be the total.
    """
    first, last = row[0], row[-1]
    if any(part.bounds[0] <= 0 or cues.amount_direction(reading.cue(part.index)) is not None for part in row):
        return None
    divided = _is_divided(reading, row)
    few = len(row) < _ROW and not divided and not _leaves_out(reading, row, told)
    tried = 0
    found: list[tuple[Operand, int]] = []
    for total in around:
        if first.index <= total.index <= last.index or total.bounds[1] <= _largest(row, total):
            continue
        if (few or total.index > last.index) and not _is_said_behind(reading, total, last):
            continue
        tried += 1
        if fit.meets(fit.total(row, total), total) and cues.amount_direction(reading.cue(total.index)) is None:
            found.append((total, tried))
    if not found or cut_across(reading, row):
        return None
    if not divided:
        found = [each for each in found if min(bounds_in(part, each[0])[1] for part in row) >= _hidden(row, each[0])]
    if not found:
        return None
    # "11,6 triệu lượt khách", and then to the last digit.
    total, tried = min(found, key=lambda each: (each[0].unit != first.unit, _width(each[0])))
    odds = chance.of_sum(total, row, tried)
    if total.modified and total.value:
        # What "hơn" leaves open is wide: "hơn 2,3 tỷ đồng" is no sum of what comes to 2,32.
        odds = tried * abs(fit.nominal(row, total) - total.value) / total.value
        odds *= 2 if divided else _MODIFIED
    if odds > (chance.LIKELY if divided else chance.FAR):
        return None
    return inferred("sum", {"parts": tuple(row), "total": total}, RULE, candidates=tried, chance=odds)


def _hidden(row: _Row, total: Operand) -> Decimal:
    """What the rounding of the total and of the parts hides; a part smaller than that proves nothing."""
    hidden = Decimal(0) if total.modified else total.bounds[1] - total.bounds[0]
    for part in row:
        low, high = bounds_in(part, total)
        hidden = max(hidden, Decimal(0) if part.modified else high - low)
    return hidden


def _width(total: Operand) -> Decimal:
    return (total.bounds[1] - total.bounds[0]) * total.base[1]


def _leaves_out(reading: Reading, row: _Row, told: _Row) -> bool:
    """Whether what stands between the first and last of a row was left out as told in brackets."""
    between = [o for o in told if row[0].index < o.index < row[-1].index]
    return len(between) > len(row) - 2 and all(_is_within_brackets(reading, o) or o in row for o in between)


def _is_said_behind(reading: Reading, total: Operand, last: Operand) -> bool:
    """Whether a figure behind a row says that it is a total."""
    if (
        not last.index < total.index
        or total.sentence - last.sentence > _BEHIND
        or not reading.may_say(total.index, "total")
    ):
        return False
    return cues.TOTAL.search(reading.cue(total.index)) is not None


def _largest(row: _Row, total: Operand) -> Decimal:
    return max(bounds_in(part, total)[1] for part in row)


def _moved(reading: Reading, operand: Operand) -> bool:
    """Whether a figure is a rise or fall, or goes with one: "tăng 4.845 vụ với 18.256 bị cáo"."""
    if cues.amount_direction(reading.cue(operand.index)) is not None:
        return True
    i = operand.index - 1
    beside = i >= 0 and reading.sentence_of(i) == operand.sentence and reading.between(i, i + 1) in _BESIDE
    return beside and cues.amount_direction(reading.cue(i)) is not None


def _by_name(reading: Reading) -> Iterator[Proposal]:
    """As in "785 nhà (Tân An 560, …). Trong đó 132 nhà tốc mái (Tân An 86, …), 653 nhà hư hỏng (Tân An 474, …)": by names."""
    named: dict[str, _Row] = {}
    for sides in reading.sides:
        if len(sides) != 1 or sides[0].kind != "count" or not sides[0].value:
            continue
        name = _NAME.search(reading.printed_cue(sides[0].index))
        if name is not None:
            named.setdefault(name[1], []).append(sides[0])
    for row in named.values():
        total, parts = row[0], row[1:]
        if not _PARTS_FROM <= len(parts) <= _MOST_ROWS or len({part.sentence for part in row}) < 2:
            continue
        computed = fit.total(parts, total)
        odds = chance.of_sum(total, parts, len(named))
        if fit.meets(computed, total) and odds <= chance.FAR and all(reading.in_brackets(o.index) for o in row[:1]):
            yield inferred(
                "sum", {"parts": tuple(parts), "total": total}, "sum.by_name", candidates=len(named), chance=odds
            )


def _grids(operands: _Row) -> Iterator[Proposal]:
    """As in "thụ lý 7.990 vụ, giải quyết 6.260 vụ, còn 1.730 vụ. Cấp tỉnh thụ lý 469 vụ, giải quyết 356 vụ, …": by columns.

    Where all columns but one add up and that misses by a slip, it is told as well.
    """
    at = 0
    while at + 3 * _NARROWEST <= len(operands):
        found = _grid(operands, at)
        if found is None:
            at += 1
            continue
        width, rows, failing = found
        columns = _columns(operands, at, width, rows)
        odds = chance.of_columns(*zip(*[each for k, each in enumerate(columns) if k != failing], strict=True))
        for k, (total, column) in enumerate(columns):
            made: Operands = {"parts": tuple(column), "total": total}
            if k == failing:
                yield stated("sum", made, "sum.grid_slip")
            else:
                yield inferred("sum", made, "sum.grid", candidates=rows - 1, chance=odds)
        at += width * (rows + 1)


def _columns(operands: _Row, at: int, width: int, rows: int) -> list[tuple[Operand, _Row]]:
    end = at + width * (rows + 1)
    return [(operands[at + k], operands[at + width + k : end : width]) for k in range(width)]


def _grid(operands: _Row, at: int) -> tuple[int, int, int | None] | None:
    """How wide the grid is whose totals begin there, how many rows follow, and which column fails; None if there is none."""
    slipped = None
    for width in range(_WIDEST, _NARROWEST - 1, -1):
        for rows in range(2, _MOST_ROWS + 1):
            end = at + width * (rows + 1)
            if end > len(operands) or operands[end - 1].sentence - operands[at].sentence > _GRID_SENTENCES:
                break
            columns = _columns(operands, at, width, rows)
            fits = [fit.total(column, total) for total, column in columns]
            if sum(low > fit.met(total)[1] for (low, _), (total, _) in zip(fits, columns, strict=True)) > 1:
                break
            failing = [k for k, (total, _) in enumerate(columns) if not fit.meets(fits[k], total)]
            if len(failing) > 1:
                continue
            others = [each for k, each in enumerate(columns) if k not in failing]
            if chance.of_columns(*zip(*others, strict=True)) > _GRID:
                continue
            if not failing:
                return width, rows, None
            # Of two columns of two parts the other may fit by chance, where numbers lie close together.
            if (
                slipped is None
                and width + rows > 2 * _NARROWEST
                and one_slip_away(columns[failing[0]][1], columns[failing[0]][0])
            ):
                slipped = width, rows, failing[0]
    return slipped


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
            odds = chance.of_columns(total, columns)
            if odds <= chance.FAR:
                for column, side in zip(columns, total, strict=True):
                    yield inferred(
                        "sum", {"parts": tuple(column), "total": side}, "sum.ratios", candidates=tried, chance=odds
                    )
            break
