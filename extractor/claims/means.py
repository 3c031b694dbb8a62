"""Means: a total over a count, "bình quân 35 triệu đồng/hộ"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import UNIT_FACTORS, Bounds, Operand, Reading, same_quantity
from extractor.lexicon.patterns import compiled

_LIMIT = Decimal("0.12")
_MONTHS = Decimal(12)
_EACH_MONTH = compiled(r"(?<!\p{L})(?:mỗi|một|hằng|hàng) tháng(?!\p{L})")
_PERIOD_MONTHS = compiled(r"(?<![\p{L}\d])(\d{1,2}) tháng(?!\p{L})")
_EACH = compiled(r"(?<!\p{L})(?:mỗi|một|trên mỗi|trên một) (?P<what>\p{L}+(?: \p{L}+){0,3})")
_REACH = 5
# "…, bình quân 50 triệu đồng/hộ" goes on with what was counted; "…, lương bình quân 9 triệu đồng" speaks of wages.
_OWN_CLAUSE = compiled(
    rf"(?:^|[,;(.]) ?(?:(?:tức|như vậy|với|và|hay|đạt|là) ){{0,4}}(?:{cues.spellings('mean')})(?!\p{{L}})[^,;(]{{0,70}}$"
)
# "1.129 tấn, kim ngạch 4,7 triệu USD, đơn giá trung bình 4.167 USD/tấn"
_OWN_PRICE = compiled(
    rf"[,;(] ?(?:(?:với|và|hay|đạt) ){{0,2}}(?:đơn giá|mức giá|giá)(?: \p{{L}}+){{0,3}} (?:{cues.spellings('mean')})(?!\p{{L}})[^,;(]{{0,30}}$"
)


def find_means(reading: Reading) -> Iterator[Proposal]:
    """The total and the count of each figure that the article calls an average."""
    for index, figure in enumerate(reading.figures):
        if not reading.may_say(index, "mean") or len(reading.sides[index]) != 1 or figure.value is None:
            continue
        if figure.kind in ("percent", "points", "multiple"):
            continue
        cue = reading.cue(index, 80)
        if cues.MEAN.search(cue) is None:
            continue
        mean = reading.sides[index][0]
        own = _OWN_CLAUSE.search(cue) is not None or ("/" in mean.unit and _OWN_PRICE.search(cue) is not None)
        proposal = _monthly(reading, mean, cue, own) or (_stated(reading, mean, cue) if own else None)
        proposal = proposal or _stated_behind(reading, mean, cue) or _fitting(reading, mean, cue)
        if proposal is not None:
            yield proposal


def _parts_of(mean: Operand) -> tuple[str, str]:
    """The unit of the total and the noun of the count that a mean's own unit names: "thành viên/tổ"."""
    top, _, bottom = mean.unit.partition("/")
    return top, bottom


def _counted(reading: Reading, mean: Operand, cue: str) -> str | None:
    """The noun that the mean is per: of its own unit, or behind "mỗi" before or behind it."""
    _, bottom = _parts_of(mean)
    what = bottom
    if not bottom:
        each = [*_EACH.finditer(cue), *_EACH.finditer(reading.tail(mean.index, 24))]
        what = each[0]["what"] if len(each) == 1 else ""
    return None if not what or "/" in what else what


def _stated(reading: Reading, mean: Operand, cue: str) -> Proposal | None:
    """As in "156,8 tỷ đồng cho 4.480 hộ, bình quân 35 triệu đồng/hộ": both right before, and the mean names the count."""
    what = _counted(reading, mean, cue)
    if what is None:
        return None
    near: list[Operand] = []
    for i in range(mean.index - 1, max(-1, mean.index - _REACH), -1):
        if reading.sentence_of(i) != mean.sentence:
            break
        if len(reading.sides[i]) != 1:
            return None
        if reading.figures[i].kind != "percent" and not reading.in_brackets(i):
            near.append(reading.sides[i][0])
        if len(near) == 2:
            break
    pair = _total_and_count(mean, what, near)
    return None if pair is None else _per(*pair, mean, "per")


def _stated_behind(reading: Reading, mean: Operand, cue: str) -> Proposal | None:
    """As in "Bình quân mỗi hộ được hỗ trợ 5 triệu đồng, tổng kinh phí 600 triệu đồng cho 120 hộ"."""
    i = mean.index
    what = _counted(reading, mean, cue)
    if what is None or i + 2 >= len(reading.figures) or reading.sentence_of(i + 2) != mean.sentence:
        return None
    if any(len(reading.sides[k]) != 1 for k in (i + 1, i + 2)):
        return None
    pair = _total_and_count(mean, what, [reading.sides[k][0] for k in (i + 1, i + 2)])
    if pair is None or cues.TOTAL.search(reading.cue(pair[0].index)) is None:
        return None
    return _per(*pair, mean, "per_behind")


def _per(total: Operand, count: Operand, mean: Operand, rule: str) -> Proposal:
    return stated("mean", {"total": total, "count": count, "mean": mean}, f"mean.{rule}")


def _total_and_count(mean: Operand, what: str, near: list[Operand]) -> tuple[Operand, Operand] | None:
    """Which of two figures is the total and which the count of what the mean is per."""
    top, _ = _parts_of(mean)
    if len(near) != 2 or any(o.value is None for o in near):
        return None
    for total, count in (near, near[::-1]):
        named = bool(count.unit) and (what.startswith(count.unit) or count.unit.split()[-1] == what)
        if not named or count.kind not in ("count", "measure") or count.bounds[0] < 2:
            continue
        if not _is_total(total, mean, top) or total.unit == count.unit or (total.kind == "count" and not total.unit):
            continue
        if total.kind == "count" and not _same_noun(total, top) and mean.kind != "count":
            continue
        if mean.kind == "count" and mean.unit and not mean.unit.startswith(total.unit) and not _same_noun(total, top):
            continue
        return total, count
    return None


def _fitting(reading: Reading, mean: Operand, cue: str) -> Proposal | None:
    top, _ = _parts_of(mean)
    bottom = _counted(reading, mean, cue) or ""
    near = [o for o in window(reading, mean, back=9, ahead=0) if o.value is not None and o.start < mean.start]
    tried = 0
    found: list[tuple[Decimal, int, Operand, Operand, Bounds]] = []
    for total in near:
        if not _is_total(total, mean, top):
            continue
        for count in near:
            if count.index == total.index and count.ref == total.ref:
                continue
            if count.kind not in ("count", "measure", "duration") or count.bounds[0] < 2:
                continue
            if bottom and count.unit and count.sentence != mean.sentence and not _names(bottom, count):
                continue
            tried += 1
            computed = _over(total, count, top)
            if computed is not None and fit.meets(computed, mean):
                beside = abs(computed[0] + computed[1] - mean.bounds[0] - mean.bounds[1])
                found.append((beside, tried, total, count, computed))
    if not found:
        return None
    # Of several totals that an estimate is near to, the one of its own sentence, and that it is nearest to.
    _, tried, total, count, computed = min(found, key=lambda each: (each[2].sentence != mean.sentence, each[0]))
    odds = chance.of_ratio(mean, computed, tried)
    if odds > (_LIMIT if not bottom or not _names(bottom, count) else 1):
        return None
    operands = {"total": total, "count": count, "mean": mean}
    return inferred("mean", {**operands}, "mean.fit", candidates=tried, chance=odds)


def _names(bottom: str, count: Operand) -> bool:
    return count.unit.startswith(bottom.split("/")[0]) or bottom.startswith(count.unit)


def _same_noun(total: Operand, top: str) -> bool:
    """Whether a total is counted by the mean's word, or both by a word for people: "4.860 nhân khẩu", "3,9 người/hộ"."""
    return total.unit == top or (total.unit in cues.words("people") and top in cues.words("people"))


def _is_total(total: Operand, mean: Operand, top: str) -> bool:
    if total.kind == "count":
        return mean.kind in ("count", "measure") and (_same_noun(total, top) or mean.kind == "count" or not total.unit)
    if total.kind == "money":
        return mean.kind == "money" or top == total.unit
    if total.kind == "measure":
        return total.unit == top or _scale(total.unit) == _scale(top)
    return total.kind == mean.kind


def _scale(unit: str) -> str:
    return UNIT_FACTORS.get(unit, (unit, Decimal(1)))[0]


def _over(total: Operand, count: Operand, top: str) -> Bounds | None:
    if count.bounds[0] <= 0:
        return None
    factor = Decimal(1)
    if total.unit != top and total.unit in UNIT_FACTORS and top in UNIT_FACTORS:
        factor = UNIT_FACTORS[total.unit][1] / UNIT_FACTORS[top][1]
    return total.bounds[0] * factor / count.bounds[1], total.bounds[1] * factor / count.bounds[0]


def _monthly(reading: Reading, mean: Operand, cue: str, own: bool) -> Proposal | None:
    """As in "bình quân mỗi tháng thu 396 tỷ đồng": over the months the article speaks of, or twelve."""
    monthly = "tháng" in mean.unit.split("/")[1:]
    if not (monthly or _EACH_MONTH.search(cue) or _EACH_MONTH.search(reading.tail(mean.index, 14))):
        return None
    sentence = reading.sentences[mean.sentence]
    stretch = reading.lower[max(0, sentence.start - 400) : mean.start]
    unit = mean.unit.split("/")[0]
    months = [Decimal(m[1]) for m in _PERIOD_MONTHS.finditer(stretch) if 2 <= int(m[1]) <= 11][::-1]
    spoken = [int(m[1]) for m in _PERIOD_MONTHS.finditer(reading.lower, sentence.start, mean.start)]
    if own and len(spoken) == 1 and 2 <= spoken[0] <= 12 and len(reading.sides[mean.index - 1]) == 1 and mean.index:
        total = reading.sides[mean.index - 1][0]
        alike = same_quantity(total, mean) or (monthly and total.unit == unit)
        if (
            alike
            and total.sentence == mean.sentence
            and total.value is not None
            and not reading.in_brackets(total.index)
            # "bình quân mỗi tháng cao hơn cùng kỳ 20 tỷ đồng" is the mean of a rise.
            and cues.amount_direction(cue) in (None, cues.amount_direction(reading.cue(total.index)))
        ):
            return stated("mean", {"total": total, "count": Decimal(spoken[0]), "mean": mean}, "mean.each_month")
    tried = 0
    for total in window(reading, mean, back=9, ahead=0):
        if total.start > mean.start or total.value is None:
            continue
        if not (same_quantity(total, mean) or (monthly and total.unit == unit)):
            continue
        for count in dict.fromkeys([*months, _MONTHS]):
            tried += 1
            computed = (total.bounds[0] / count, total.bounds[1] / count)
            if fit.meets(computed, mean):
                odds = chance.of_ratio(mean, computed, tried)
                if odds > _LIMIT:
                    return None
                operands: dict[str, Operand | Decimal] = {"total": total, "count": count, "mean": mean}
                return inferred("mean", {**operands}, "mean.months", candidates=tried, chance=odds)
    return None
