"""A rise told by its amount, its rate and the level that it led to.

The level before is not published, so that no claim can be made of it; but the level less the amount is that level, and
the amount over it the rate: "giảm 12,5 điểm (1,15%), xuống 1.202,3 điểm", "đạt 560 tấn, tăng 12% (tương đương 60 tấn)",
"xảy ra 156 vụ. So với cùng kỳ, giảm 24 vụ (13,3%)". Only syntax says so here: no arithmetic is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractor.claims import cues
from extractor.claims.nearby import amount_beside
from extractor.claims.percents import direction_of
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_WAY = f"(?:{cues.spellings('up')}|{cues.spellings('down')})"
_EQUIVALENT = rf"(?:(?:{cues.spellings('equivalent')})(?: (?:với|mức|khoảng))* ?)"
_RATE = r"(?:(?:tỷ lệ|tỉ lệ|tốc độ|mức) )?"
_SAME = rf"{_EQUIVALENT}?{_RATE}(?:{_WAY} ?)?\+?"
# "so với 31/12/2021", "so cùng kỳ năm trước"
_THAN = r"(?: (?:so với|so) [^,;:.()\n%+-]{1,40}?)?"
# Between the amount and its rate: "(", ", tương đương ", " so với cùng kỳ (".
_BESIDE = compiled(
    rf"(?:(?: \p{{L}}+){{0,3}} ?\(|{_THAN} ?\(| ?(?:,? (?={_SAME}\S))?|{_THAN}, (?={_EQUIVALENT})){_SAME}"
)
# Between a rate and the amount that it comes to: "(", " so với đầu năm, tương đương tăng ".
_COMES_TO = compiled(rf"{_THAN}(?: ?\((?:=|{_EQUIVALENT})? ?|,? {_EQUIVALENT})(?:số )?(?:{_WAY} )?")
_SAID = compiled(rf"{_EQUIVALENT}|{_WAY} $")
# Between the rate and the level: "), xuống còn ", ", lên mức ".
_LED_TO = compiled(
    rf"\)?,? ?(?:(?:và|qua đó|đóng cửa|chốt phiên|dừng|đứng|giao dịch|được giao dịch) )*(?:ở |tại |về )?"
    rf"(?:(?:{cues.spellings('to_new')}|lùi về|về|mức|mốc|ngưỡng) )+"
)
_BASE = rf"(?:{cues.spellings('compared')})(?: (?:[^,;:.()\n%+-]|(?<=\d)[./-](?=\d)){{1,40}}?)?"
# Between the level and the amount or rate: ", tăng ", "; so với 31/12/2021 tăng ".
_ROSE = compiled(
    rf"(?: \p{{L}}+){{0,4}}(?:(?:,| \() ?(?:đã )?{_WAY}|[,;] ?{_BASE},? (?:đã )?{_WAY})(?: thêm| được)?(?: trên| gần| hơn)? "
)

# The sentence that holds the one before to an earlier time, from its start to the amount: no other subject.
_COMPARES = compiled(
    rf"\W*(?:{cues.spellings('compared')}) (?P<base>[^,;:.()\d]{{1,40}}?(?: năm \d{{4}}| trước)?),? ?"
    rf"(?:(?:số|tổng số) (?P<noun>\p{{L}}+(?: \p{{L}}+)?) )?(?:đã )?{_WAY}(?: được| thêm)? "
)
# From a rate to the next amount of the same comparison: "), giảm ".
_LINK = compiled(rf"\)?(?:[,;]| và|, và) (?:đã )?{_WAY}(?: được| thêm)? ")
_MOST_LINKS = 4
_WORD = compiled(r" ((?:bị )?\p{L}+)")
_NO_MORE = compiled(r"\)?(?:[.,;\n]|$)")
_LIKEWISE = compiled(r"(?<!\p{L})(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|bình quân|trung bình)(?!\p{L})")


@dataclass(slots=True)
class Rise:
    """A rise or a fall to a level. It is never changed.

    Attributes:
        amount: by how much.
        rate: by how many percent, without a sign.
        level: where it led to.
        way: "up" or "down".
        sure: whether the words leave no other reading of the amount.
    """

    amount: Operand
    rate: Operand
    level: Operand
    way: Literal["up", "down"]
    sure: bool = True


def find_rises(reading: Reading) -> Iterator[Rise]:
    """The rises of an article, by the order of their rates.

    Args:
        reading: the article's figures.
    """
    for index, figure in enumerate(reading.figures):
        sides = reading.sides[index]
        if figure.kind == "percent" and len(sides) == 1 and sides[0].value:
            rise = _amount_first(reading, sides[0]) or _rate_first(reading, sides[0])
            if rise is not None:
                yield rise


def _amount_first(reading: Reading, rate: Operand) -> Rise | None:
    """As in "tăng 8,7 điểm (0,8%), lên 1.296,3 điểm"."""
    amount = _amount(reading, rate.index - 1, rate)
    way = None if amount is None else cues.amount_direction(reading.cue(amount.index))
    if amount is None or way is None or rate.value is None:
        return None
    if rate.value < 0:
        if way == "up":
            return None
        # "giảm 24 vụ (-67%)"
        low, high = rate.bounds
        rate = replace(rate, value=-rate.value, bounds=(-high, -low))
    if not _BESIDE.fullmatch(reading.between(amount.index, rate.index)):
        return None
    level = _level(reading, amount, amount, rate) or _level_told_before(reading, amount, rate)
    return None if level is None else Rise(amount, rate, level, "up" if way == "up" else "down")


def _rate_first(reading: Reading, rate: Operand) -> Rise | None:
    """As in "đạt 560 tấn, tăng 12% (tương đương 60 tấn)"."""
    amount = _amount(reading, rate.index + 1, rate)
    if amount is None or rate.value is None or rate.value < 0:
        return None
    between = reading.between(rate.index, amount.index)
    way = direction_of(reading, rate.index) if _COMES_TO.fullmatch(between) else None
    if way is None or not _told(rate):
        return None
    level = _level(reading, amount, rate, amount)
    sure = _SAID.search(between) is not None
    return None if level is None else Rise(amount, rate, level, "up" if way == "up" else "down", sure)


def _amount(reading: Reading, index: int, rate: Operand) -> Operand | None:
    """The figure beside a rate, if it is an amount in its sentence, and not about so much."""
    amount = amount_beside(reading, index, rate)
    return amount if amount is not None and not amount.modified else None


def _told(figure: Operand) -> bool:
    """Whether a figure is one plain number, and not about so much."""
    return figure.value is not None and figure.value > 0 and not figure.modified


def _level(reading: Reading, amount: Operand, first: Operand, last: Operand) -> Operand | None:
    """The level that a rise led to: behind the last of its figures or right before the first."""
    found = []
    if last.index + 1 < len(reading.figures) and _LED_TO.fullmatch(reading.between(last.index, last.index + 1)):
        found.append(last.index + 1)
    if first.index and _ROSE.fullmatch(reading.between(first.index - 1, first.index)):
        found.append(first.index - 1)
    for index in found:
        sides = reading.sides[index]
        if len(sides) == 1 and sides[0].sentence == amount.sentence and _told(sides[0]):
            level = sides[0]
            if amount.unit and level.unit.partition("/")[0] == amount.unit.partition("/")[0]:
                return level
    return None


def _level_told_before(reading: Reading, amount: Operand, rate: Operand) -> Operand | None:
    """The one figure of the unit in the sentence before, where the amount's own compares that with an earlier time."""
    opening = reading.lower[reading.sentences[amount.sentence].start : _first_amount(reading, amount).start]
    compares = _COMPARES.fullmatch(opening)
    if compares is None or _LIKEWISE.search(compares["base"]) or not _NO_MORE.match(reading.tail(rate.index)):
        return None
    unit = amount.unit or compares["noun"] or ""
    if not unit or (compares["noun"] or unit) != unit:
        return None
    alike: list[Operand] = []
    for index in range(amount.index - 1, -1, -1):
        apart = amount.sentence - reading.sentence_of(index)
        if apart > 1 or not reading.sides[index] or reading.sides[index][0].paragraph != amount.paragraph:
            break
        if apart == 1:
            alike += [side for side in reading.sides[index] if side.unit == unit]
    alike = _of_the_same(reading, amount, alike)
    if len(alike) != 1 or "." in alike[0].ref or not _told(alike[0]) or alike[0].kind != amount.kind:
        return None
    return None if cues.amount_direction(reading.cue(alike[0].index)) is not None else alike[0]


def _first_amount(reading: Reading, amount: Operand) -> Operand:
    """The first of the amounts told with their rates in one comparison: "giảm 24 vụ (-67%), giảm 9 người (-63%)"."""
    for _ in range(_MOST_LINKS):
        i = amount.index
        if i < 2 or reading.figures[i - 1].kind != "percent" or len(reading.sides[i - 2]) != 1:
            break
        before = reading.sides[i - 2][0]
        linked = _LINK.fullmatch(reading.between(i - 1, i)) and _BESIDE.fullmatch(reading.between(i - 2, i - 1))
        if not linked or before.sentence != amount.sentence or not _told(before):
            break
        amount = before
    return amount


def _of_the_same(reading: Reading, amount: Operand, alike: list[Operand]) -> list[Operand]:
    """Those told by the word behind an amount, if any stands there: "11 người chết", "làm chết 11 người"."""
    word = _WORD.match(reading.tail(amount.index))
    if word is None:
        return alike
    return [
        each
        for each in alike
        if reading.tail(each.index).startswith(word.group()) or reading.cue(each.index).endswith(f"{word.group(1)} ")
    ]
