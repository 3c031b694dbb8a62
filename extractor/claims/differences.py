"""Differences: "tăng 16 hộ so với …", "từ 187 xuống còn 151 phòng, giảm 36 phòng", "16/19 tiêu chí, còn thiếu 3"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.claims import cues, fit
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Operand, Reading, same_quantity

_MISSING = regex.compile(r"(?<!\p{L})(?:còn thiếu|thiếu|còn|chưa đạt|còn lại)(?: \p{L}+)?(?: khoảng| gần| hơn)? $")
_LEFT = regex.compile(
    r"(?<!\p{L})(?<!xuống )(?<!nay )(?<!giảm )(?<!lên )(?<!vẫn )(?:còn|thiếu|cần thêm|phải|số tiền còn)(?: \p{L}+){0,5} $"
)
_REST = regex.compile(r"^[^.;,\n]{0,24}?còn lại")
_TO = cues.to_level("lên|xuống|còn|thành")
_BASE = regex.compile(
    rf"^[^;.\n]{{0,60}}?(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})[^;.\n]{{0,50}}$|^ ?\((?:năm|cùng kỳ|tháng|quý|kỳ)[^()]{{0,40}}$|^ ?\($"
)
_CHANCE = Decimal("0.05")
_CHANCE_FAR = Decimal("0.03")


def find_differences(reading: Reading) -> Iterator[Proposal]:
    """A difference for each figure that states one between two published levels."""
    for index, figure in enumerate(reading.figures):
        if len(reading.sides[index]) != 1 or figure.value is None or figure.kind == "multiple":
            continue
        amount = reading.sides[index][0]
        proposal = _missing(reading, amount) or (
            _between_levels(reading, amount) if _says_amount(reading, index) else None
        )
        if proposal is not None:
            yield proposal


def _says_amount(reading: Reading, index: int) -> bool:
    """Whether the words in front make the figure a difference: "tăng 16 hộ", "tương ứng 3,03 điểm phần trăm"."""
    cue = reading.cue(index)
    if cues.amount_direction(cue) is not None or _LEFT.search(cue):
        return True
    attached = reading.figures[index].kind == "points" and cues.EQUIVALENT.search(cue[-16:]) is not None
    return attached and index > 0 and cues.amount_direction(reading.cue(index - 1)) is not None


def _proposal(larger: Operand, smaller: Operand, amount: Operand, rule: str, *, stated: bool) -> Proposal:
    return Proposal(
        "difference",
        {"larger": larger, "smaller": smaller, "difference": amount},
        "stated" if stated else "inferred",
        f"difference.{rule}",
    )


def _missing(reading: Reading, amount: Operand) -> Proposal | None:
    """What a ratio leaves: "đạt 16/19 tiêu chí, còn thiếu 3 tiêu chí"."""
    if (
        amount.kind != "count"
        or not _MISSING.search(reading.cue(amount.index))
        or _REST.match(reading.tail(amount.index))
    ):
        return None
    for i in range(amount.index - 1, max(-1, amount.index - 4), -1):
        if len(reading.sides[i]) != 2:
            continue
        done, whole = reading.sides[i]
        if amount.sentence - done.sentence > 1 or (amount.unit and done.unit and amount.unit != done.unit):
            return None
        fits = fit.meets(fit.difference(whole, done), amount)
        close = amount.sentence == done.sentence and "thiếu" in reading.cue(amount.index)
        if fits or close:
            return _proposal(whole, done, amount, "missing", stated=close)
        return None
    return None


def _level(amount: Operand, other: Operand) -> bool:
    """Whether ``other`` can be a level that ``amount`` is a difference of."""
    if amount.kind in ("points", "percent"):
        return other.kind == "percent"
    if other.kind == "measure" and amount.kind in ("count", "money", "measure") and "/" in other.unit:
        # "36,5 triệu đồng/người/năm, tăng 3,2 triệu đồng"
        return other.unit.split("/")[0] == amount.unit or other.unit == amount.unit
    return same_quantity(amount, other)


def _between_levels(reading: Reading, amount: Operand) -> Proposal | None:
    stated = _stated(reading, amount)
    if stated is not None and _fits(stated, amount):
        return stated
    return _fitting(reading, amount) or stated


def _fits(proposal: Proposal, amount: Operand) -> bool:
    larger, smaller = proposal.operands["larger"], proposal.operands["smaller"]
    assert isinstance(larger, Operand) and isinstance(smaller, Operand)
    return fit.meets(fit.difference(larger, smaller), amount)


def _ordered(a: Operand, b: Operand, amount: Operand, rule: str, *, stated: bool) -> Proposal:
    larger, smaller = (a, b) if a.bounds[0] >= b.bounds[0] else (b, a)
    return _proposal(larger, smaller, amount, rule, stated=stated)


def _same_noun(a: Operand, b: Operand) -> bool:
    return a.kind != "count" or a.unit == b.unit or not a.unit or not b.unit


def _stated(reading: Reading, amount: Operand) -> Proposal | None:
    i = amount.index
    if i >= 2 and len(reading.sides[i - 1]) == 1 and len(reading.sides[i - 2]) == 1:
        old, new = reading.sides[i - 2][0], reading.sides[i - 1][0]
        if (
            old.sentence == amount.sentence
            and _level(amount, new)
            and _level(amount, old)
            and _same_noun(old, new)
            and (cues.FROM.search(reading.cue(i - 2)) or "nay còn" in reading.between(i - 2, i - 1))
            and _TO.match(reading.between(i - 2, i - 1))
            and not cues.STOP.search(reading.between(i - 1, i))
            and cues.same_subject(reading.between(i - 1, i))
            and amount.kind != "percent"
        ):
            return _ordered(new, old, amount, "from_to", stated=True)
    if amount.kind == "percent" or i + 1 >= len(reading.figures):
        return None
    # "tăng 17 trường so với năm học trước (184 trường)"; a percentage in brackets may lie between.
    j = i + 1
    if (
        reading.figures[j].kind == "percent"
        and amount.kind != "points"
        and "(" in reading.between(i, j)
        and j + 1 < len(reading.figures)
    ):
        j += 1
    if len(reading.sides[j]) != 1:
        return None
    base = reading.sides[j][0]
    if (
        base.sentence != amount.sentence
        or not _level(amount, base)
        or not _BASE.match(reading.between(i, j)[:110].split("%")[-1])
    ):
        return None
    for k in range(i - 1, max(-1, i - 6), -1):
        for level in reading.sides[k][:1]:
            if level.sentence != amount.sentence:
                return None
            if (
                _level(amount, level)
                and level.kind == base.kind
                and _same_noun(level, base)
                and cues.amount_direction(reading.cue(k)) is None
            ):
                return _ordered(level, base, amount, "base_behind", stated=True)
    return None


def _fitting(reading: Reading, amount: Operand) -> Proposal | None:
    if amount.kind == "percent":
        return None
    left = cues.amount_direction(reading.cue(amount.index)) is None
    near = [o for o in window(reading, amount, back=9, ahead=3) if _level(amount, o) and o.index != amount.index]
    tried = 0
    for a in near:
        for b in near:
            if (
                b.index == a.index
                or b.kind != a.kind
                or a.bounds[0] < b.bounds[1]
                or a.value is None
                or b.value is None
            ):
                continue
            if not _same_noun(a, b):
                continue
            tried += 1
            if fit.meets(fit.difference(a, b), amount):
                far = abs(a.sentence - amount.sentence) > 2 or abs(b.sentence - amount.sentence) > 2
                if _chance(amount, a, tried) > (_CHANCE_FAR if far else _CHANCE):
                    return None
                return _proposal(a, b, amount, "left" if left else "fit", stated=False)
    return None


def _chance(amount: Operand, level: Operand, tried: int) -> Decimal:
    """How likely one of ``tried`` pairs of unrelated levels would differ by just this much."""
    width = max(amount.bounds[1] - amount.bounds[0], amount.ulp or Decimal(1))
    size = max(level.bounds[1], Decimal(1))
    return tried * width / size
