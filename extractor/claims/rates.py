"""Means, multiples and products: a total over a count, so many times another, a rate by an amount."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.claims import cues, fit
from extractor.claims.nearby import before, window
from extractor.claims.proposal import Proposal
from extractor.claims.reading import UNIT_FACTORS, Bounds, Operand, Reading, bounds_in, same_quantity, same_unit

_CHANCE = Decimal("0.08")
_CHANCE_FAR = Decimal("0.03")
_MONTHS = Decimal(12)
_EACH_MONTH = regex.compile(r"(?<!\p{L})(?:mỗi|một|hằng|hàng) tháng(?!\p{L})")
_PERIOD_MONTHS = regex.compile(r"(?<![\p{L}\d])(\d{1,2}) tháng(?!\p{L})")
_EACH = regex.compile(r"(?<!\p{L})mỗi \p{L}+(?: \p{L}+){0,3} $")
_EQUIVALENT = regex.compile(
    rf"^[^.;\n]{{0,30}}?(?<!\p{{L}})(?:{cues.spellings('equivalent')})(?: với| khoảng| gần| hơn)* $"
)
_BASE_BEHIND = regex.compile(
    rf"^[^,;.\n]{{0,60}}?(?:(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})|năm|tháng|\()[^;.\n]{{0,50}}$"
)


def find_means(reading: Reading) -> Iterator[Proposal]:
    """The total and the count of each figure that the article calls an average."""
    for index, figure in enumerate(reading.figures):
        if len(reading.sides[index]) != 1 or figure.value is None or figure.kind in ("percent", "points", "multiple"):
            continue
        cue = reading.cue(index, 80)
        named = cues.MEAN.search(cue) is not None
        per = "/" in reading.sides[index][0].unit
        if not named:
            continue
        mean = reading.sides[index][0]
        proposal = _monthly_mean(reading, mean, cue) or _mean(reading, mean, per)
        if proposal is not None:
            yield proposal


def _mean(reading: Reading, mean: Operand, per: bool) -> Proposal | None:
    top, bottom = ([*mean.unit.split("/", 1), ""])[:2] if per else (mean.unit, "")
    near = [o for o in window(reading, mean, back=9, ahead=0) if o.value is not None]
    tried = 0
    for total in near:
        if total.start > mean.start or not _is_total(total, mean, top):
            continue
        for count in near:
            if (count.index == total.index and count.ref == total.ref) or count.start > mean.start:
                continue
            if count.kind not in ("count", "measure", "duration") or count.bounds[0] < 2:
                continue
            if (
                bottom
                and count.unit
                and count.sentence != mean.sentence
                and not (count.unit.startswith(bottom.split("/")[0]) or bottom.startswith(count.unit))
            ):
                continue
            tried += 1
            computed = _over(total, count, top)
            if computed is not None and fit.meets(computed, mean):
                if fit.chance(mean, computed, tried) > (_CHANCE if not bottom else 1):
                    return None
                return Proposal("mean", {"total": total, "count": count, "mean": mean}, "inferred", "mean.fit")
    return None


def _is_total(total: Operand, mean: Operand, top: str) -> bool:
    if total.kind == "count":
        return mean.kind in ("count", "measure") and (total.unit == top or mean.kind == "count" or not total.unit)
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


def _monthly_mean(reading: Reading, mean: Operand, cue: str) -> Proposal | None:
    """As in "bình quân mỗi tháng thu 396 tỷ đồng": over the months the article speaks of, or twelve."""
    monthly = "tháng" in mean.unit.split("/")[1:]
    if not (monthly or _EACH_MONTH.search(cue) or _EACH_MONTH.search(reading.tail(mean.index, 14))):
        return None
    sentence = reading.sentences[mean.sentence]
    stretch = reading.lower[max(0, sentence.start - 400) : mean.start]
    unit = mean.unit.split("/")[0]
    months = [Decimal(m[1]) for m in _PERIOD_MONTHS.finditer(stretch) if 2 <= int(m[1]) <= 11][::-1]
    for total in window(reading, mean, back=9, ahead=0):
        if total.start > mean.start or total.value is None:
            continue
        if not (same_quantity(total, mean) or (monthly and total.unit == unit)):
            continue
        for count in dict.fromkeys([*months, _MONTHS]):
            if fit.meets((total.bounds[0] / count, total.bounds[1] / count), mean):
                return Proposal("mean", {"total": total, "count": count, "mean": mean}, "inferred", "mean.months")
    return None


def find_multiples(reading: Reading) -> Iterator[Proposal]:
    """The two levels of each "gấp N lần"."""
    for index, figure in enumerate(reading.figures):
        if figure.kind != "multiple" or figure.value is None:
            continue
        times = reading.sides[index][0]
        proposal = _stated_multiple(reading, times)
        if proposal is None or not _fits(proposal, times):
            proposal = _fitting_multiple(reading, times) or proposal
        if proposal is not None:
            yield proposal


def _fits(proposal: Proposal, times: Operand) -> bool:
    larger, smaller = proposal.operands["larger"], proposal.operands["smaller"]
    assert isinstance(larger, Operand) and isinstance(smaller, Operand)
    computed = _times(larger, smaller)
    return computed is not None and fit.meets(computed, times)


def _times(larger: Operand, smaller: Operand) -> Bounds | None:
    if smaller.bounds[0] <= 0:
        return None
    low, high = bounds_in(larger, smaller)
    return low / smaller.bounds[1], high / smaller.bounds[0]


def _multiple(larger: Operand, smaller: Operand, times: Operand, rule: str, *, stated: bool) -> Proposal:
    return Proposal(
        "multiple",
        {"larger": larger, "smaller": smaller, "multiple": times},
        "stated" if stated else "inferred",
        f"multiple.{rule}",
    )


def _stated_multiple(reading: Reading, times: Operand) -> Proposal | None:
    i = times.index
    if "gấp" not in reading.cue(i) or i == 0:
        return None
    if i + 1 < len(reading.figures) and len(reading.sides[i + 1]) == 1:
        smaller = reading.sides[i + 1][0]
        level = before(
            reading,
            i,
            lambda o: same_quantity(o, smaller) and cues.amount_direction(reading.cue(o.index)) is None,
            sentences=0,
        )
        if (
            smaller.sentence == times.sentence
            and smaller.kind not in ("percent", "multiple")
            and level is not None
            and _BASE_BEHIND.match(reading.between(i, i + 1))
            and not cues.STOP.search(reading.lower[level.end : times.start])
        ):
            return _multiple(level, smaller, times, "base_behind", stated=True)
    if len(reading.sides[i - 1]) != 1:
        return None
    larger = reading.sides[i - 1][0]
    if larger.sentence != times.sentence or larger.kind in ("percent", "multiple"):
        return None
    # "1.042 hồ sơ cho 540 chỉ tiêu, gấp 1,8 lần"
    if i >= 2 and len(reading.sides[i - 2]) == 1:
        first = reading.sides[i - 2][0]
        between = reading.between(i - 2, i - 1)
        if (
            first.sentence == times.sentence
            and first.kind == larger.kind
            and first.bounds[0] > larger.bounds[1]
            and regex.fullmatch(r"[^,.;]{0,40}?(?:cho|trên|so với)[^,.;]{0,20} ", between)
        ):
            return _multiple(first, larger, times, "over", stated=True)
    return None


def _fitting_multiple(reading: Reading, times: Operand) -> Proposal | None:
    near = [o for o in window(reading, times, back=6, ahead=1) if o.kind not in ("multiple", "percent", "duration")]
    tried = 0
    for larger in near:
        for smaller in near:
            if smaller.index == larger.index or larger.bounds[0] <= smaller.bounds[1] or smaller.value is None:
                continue
            if not same_unit(larger, smaller):
                continue
            tried += 1
            computed = _times(larger, smaller)
            if computed is not None and fit.meets(computed, times):
                limit = Decimal("0.25") if larger.sentence == times.sentence else _CHANCE_FAR
                if min(fit.chance(times, computed, tried), _closeness(times, computed, tried)) > limit:
                    return None
                return _multiple(larger, smaller, times, "fit", stated=False)
    return None


def _closeness(times: Operand, computed: Bounds, tried: int) -> Decimal:
    """How likely a candidate would come so close to the printed multiple: "gấp đôi" of 1.240 and 620 is exact."""
    assert times.value is not None
    off = abs((computed[0] + computed[1]) / 2 - times.value) + (computed[1] - computed[0]) / 2
    return tried * (2 * off + times.value / 200) / times.value / Decimal("2.3")


def find_products(reading: Reading) -> Iterator[Proposal]:
    """A monthly rate as a yearly one, and a rate by an amount."""
    for index in range(len(reading.figures)):
        for rate in reading.sides[index][:1]:
            if rate.value is None or rate.kind != "measure":
                continue
            proposal = _yearly(reading, rate) or _amount_by_rate(reading, rate)
            if proposal is not None:
                yield proposal
        for rate in reading.sides[index][:1]:
            each = _each(reading, rate)
            if each is not None:
                yield each


def _yearly(reading: Reading, rate: Operand) -> Proposal | None:
    if "tháng" not in rate.unit:
        return None
    for i in range(rate.index + 1, min(rate.index + 5, len(reading.figures))):
        if len(reading.sides[i]) != 1:
            continue
        result = reading.sides[i][0]
        if result.sentence != rate.sentence:
            return None
        if "năm" not in result.unit.split("/") or result.unit.split("/")[0] != rate.unit.split("/")[0].removesuffix(
            " mỗi tháng"
        ):
            continue
        operands: dict[str, Operand | Decimal | tuple[Operand | Decimal, ...]] = {
            "factors": (rate, _MONTHS),
            "result": result,
        }
        if i == rate.index + 1 and _EQUIVALENT.match(reading.between(i - 1, i)):
            return Proposal("product", operands, "stated", "product.yearly")
        if fit.meets((rate.bounds[0] * _MONTHS, rate.bounds[1] * _MONTHS), result):
            return Proposal("product", operands, "inferred", "product.yearly")
    return None


def _amount_by_rate(reading: Reading, rate: Operand) -> Proposal | None:
    if "/" not in rate.unit:
        return None
    top, bottom = rate.unit.split("/", 1)
    if "/" in bottom:
        bottom = bottom.split("/")[0]
    near = [o for o in window(reading, rate, back=1, ahead=1) if o.value is not None]
    tried = 0
    for amount in near:
        if amount.unit != bottom or amount.bounds[0] <= 1:
            continue
        for result in near:
            if result.index == amount.index or not (result.unit == top or (top == "đồng" and result.kind == "money")):
                continue
            tried += 1
            computed = (rate.bounds[0] * amount.bounds[0], rate.bounds[1] * amount.bounds[1])
            if fit.meets(computed, result) and tried * _relative(result) < Decimal("0.1"):
                return Proposal("product", {"factors": (rate, amount), "result": result}, "inferred", "product.rate")
    return None


def _each(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "128 căn nhà, mỗi căn 50 triệu đồng, tổng trị giá 6,4 tỷ đồng"."""
    i = rate.index
    if not 0 < i < len(reading.figures) - 1 or rate.kind not in ("count", "money", "measure"):
        return None
    if not _EACH.search(reading.cue(i)) or cues.MEAN.search(reading.cue(i)):
        return None
    for amount in reading.sides[i - 1][:1]:
        for result in reading.sides[i + 1][:1]:
            if amount.kind != "count" or result.sentence != rate.sentence or not same_unit(rate, result):
                continue
            computed = (rate.bounds[0] * amount.bounds[0], rate.bounds[1] * amount.bounds[1])
            if fit.meets(computed, result) and rate.kind == result.kind:
                return Proposal("product", {"factors": (amount, rate), "result": result}, "inferred", "product.each")
    return None


def _relative(operand: Operand) -> Decimal:
    low, high = operand.bounds
    return max(high - low, operand.ulp or Decimal(1)) / max(high, Decimal(1))
