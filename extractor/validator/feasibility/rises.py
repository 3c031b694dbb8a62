"""A rise told by its amount, its rate and the level that it led to, which cannot all be right.

The level before is not published, so that no claim can be made of it; but the level less the amount is that level, and
the amount over it the rate: "giảm 12,5 điểm (1,15%), xuống 1.202,3 điểm", "xảy ra 156 vụ. So với cùng kỳ, giảm 24 vụ
(13,3%)".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from extractor.claims import cues, fit
from extractor.claims.reading import Bounds, Operand
from extractor.lexicon.patterns import compiled
from extractor.records import Finding, Message
from extractor.validator.feasibility.case import Case
from extractor.validator.numerals import decimals_of, fraction, rounded
from extractor.validator.style import Language, plain

_HUNDRED = Decimal(100)
_AMOUNTS = ("count", "money", "measure")
_WAY = f"(?:{cues.spellings('up')}|{cues.spellings('down')})"
_SAME = rf"(?:(?:{cues.spellings('equivalent')})(?: (?:với|mức|khoảng))* ?)?(?:{_WAY} ?)?"
# Between the amount and its rate: "(", ", tương đương ".
_BESIDE = compiled(rf"(?:(?: \p{{L}}+){{0,3}} ?\(| ?(?:,? (?={_SAME}\S))?){_SAME}")
# Between the rate and the level: "), xuống còn ", ", lên mức ".
_LED_TO = compiled(
    rf"\)?,? ?(?:(?:và|qua đó|đóng cửa|chốt phiên|dừng|đứng|giao dịch|được giao dịch) )*(?:ở |tại |về )?"
    rf"(?:(?:{cues.spellings('to_new')}|lùi về|về|mức|mốc|ngưỡng) )+"
)
# Between the level and the amount: ", tăng ".
_ROSE = compiled(rf"(?: \p{{L}}+){{0,4}}(?:,| \() ?{_WAY}(?: thêm)? ")

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


def inconsistent_rises(case: Case) -> Iterator[Finding]:
    """As in "tăng 8,7 điểm (0,8%), lên 1.296,3 điểm": 8,7 over 1.287,6 is 0,68%."""
    reading = case.reading
    for index in range(1, len(reading.figures)):
        sides, before = reading.sides[index], reading.sides[index - 1]
        if len(sides) != 1 or len(before) != 1 or reading.figures[index].kind != "percent":
            continue
        rate, amount = sides[0], before[0]
        way = cues.amount_direction(reading.cue(amount.index))
        if way is None or not _told(amount) or not rate.value or amount.kind not in _AMOUNTS:
            continue
        if rate.value < 0:
            if way == "up":
                continue
            # "giảm 24 vụ (-67%)"
            low, high = rate.bounds
            rate = replace(rate, value=-rate.value, bounds=(-high, -low))
        if amount.sentence != rate.sentence or not _BESIDE.fullmatch(reading.between(index - 1, index)):
            continue
        level = _level(case, amount, rate)
        if level is not None and (computed := _rate(amount, level, way)) and not fit.meets(computed, rate):
            yield _finding(case, amount, rate, level, way)


def _told(figure: Operand) -> bool:
    """Whether a figure is one plain number, and not about so much."""
    return figure.value is not None and figure.value > 0 and not figure.modified


def _level(case: Case, amount: Operand, rate: Operand) -> Operand | None:
    """The level that the rise led to, behind its rate or right before its amount."""
    reading = case.reading
    found = []
    if rate.index + 1 < len(reading.figures) and _LED_TO.fullmatch(reading.between(rate.index, rate.index + 1)):
        found.append(rate.index + 1)
    if amount.index and _ROSE.fullmatch(reading.between(amount.index - 1, amount.index)):
        found.append(amount.index - 1)
    for index in found:
        sides = reading.sides[index]
        if len(sides) == 1 and sides[0].sentence == amount.sentence and _told(sides[0]):
            level = sides[0]
            if amount.unit and level.unit.partition("/")[0] == amount.unit.partition("/")[0]:
                return level
    return _level_told_before(case, amount, rate)


def _level_told_before(case: Case, amount: Operand, rate: Operand) -> Operand | None:
    """The one figure of the unit in the sentence before, where the amount's own compares that with an earlier time."""
    reading = case.reading
    opening = reading.lower[reading.sentences[amount.sentence].start : _first_amount(case, amount).start]
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
    alike = _of_the_same(case, amount, alike)
    if len(alike) != 1 or "." in alike[0].ref or not _told(alike[0]) or alike[0].kind != amount.kind:
        return None
    return None if cues.amount_direction(reading.cue(alike[0].index)) is not None else alike[0]


def _first_amount(case: Case, amount: Operand) -> Operand:
    """The first of the amounts told with their rates in one comparison: "giảm 24 vụ (-67%), giảm 9 người (-63%)"."""
    reading = case.reading
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


def _of_the_same(case: Case, amount: Operand, alike: list[Operand]) -> list[Operand]:
    """Those told by the word behind an amount, if any stands there: "11 người chết", "làm chết 11 người"."""
    reading = case.reading
    word = _WORD.match(reading.tail(amount.index))
    if word is None:
        return alike
    return [
        each
        for each in alike
        if reading.tail(each.index).startswith(word.group()) or reading.cue(each.index).endswith(f"{word.group(1)} ")
    ]


def _rate(amount: Operand, level: Operand, way: str) -> Bounds | None:
    """The rates in percent that amount and level allow."""
    sign = -1 if way == "up" else 1
    old = (
        level.bounds[0] + sign * amount.bounds[1 if way == "up" else 0],
        level.bounds[1] + sign * amount.bounds[0 if way == "up" else 1],
    )
    return None if old[0] <= 0 else (amount.bounds[0] / old[1] * _HUNDRED, amount.bounds[1] / old[0] * _HUNDRED)


def _finding(case: Case, amount: Operand, rate: Operand, level: Operand, way: str) -> Finding:
    assert amount.value is not None and level.value is not None and rate.value is not None
    old = fraction(level.value) + fraction(amount.value) * (-1 if way == "up" else 1)
    printed_step = fraction(rate.ulp) if rate.ulp else Fraction(1)
    step = printed_step / 10
    right = rounded(fraction(amount.value) / old * 100, step)

    # Some take the amount's share of the new level for the rate.
    share = fit.share(amount, level)
    of_new = share is not None and fit.meets(share, rate)

    def sentence(language: Language) -> str:
        digits = decimals_of(step)
        sign = "−" if way == "up" else "+"
        values = (fraction(level.value or 0), fraction(amount.value or 0), old)
        places = max(decimals_of(fraction(each.ulp)) if each.ulp else 0 for each in (amount, level))
        top, difference, base = (plain(value, places, language) for value in values)
        formula = f"{top} {sign} {difference} = {base}; {difference} / {base} ≈ {plain(right, digits, language)}%"
        printed = f"{plain(fraction(rate.value or 0), decimals_of(printed_step), language)}%"
        if language == "vi":
            why = f"tỷ lệ tính trên mức mới {top}" if of_new else "mức tăng giảm, tỷ lệ và mức mới không khớp"
            return f"{formula}, bài ghi {printed}: {why}; hãy đối chiếu với nguồn"
        why = f"the rate is of the new level {top}" if of_new else "amount, rate and new level do not fit"
        return f"{formula}, the article says {printed}: {why}; check the source"

    return case.finding(
        "inconsistent_rise",
        (amount.index, rate.index, level.index),
        Message(vi=sentence("vi"), en=sentence("en")),
        expected=(format(Decimal(right.numerator) / Decimal(right.denominator), "f"),),
    )
