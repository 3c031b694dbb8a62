"""Multiples: the two levels of "gấp N lần"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.levels import from_to, from_to_behind, level_before
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, bounds_in, one_with_its_rate, same_quantity, same_unit
from extractor.lexicon.patterns import compiled

_SAME_SENTENCE = Decimal("0.2")
_FAR_OFF = Decimal("0.1")
_BASE_BEHIND = compiled(
    rf"^[^,;.\n]{{0,60}}?(?:(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})|năm|tháng|\()[^;.\n]{{0,50}}$"
)
_GOES_ON = compiled(
    r"(?: so với [^,;.()]{1,30})?[,(] ?(?:(?:tức|đã|tăng|cao|hơn|lớn|nhiều|tương ứng|đạt) ){0,3}gấp (?:(?:khoảng|gần|hơn|tới) )?"
)
_OVER = compiled(r"[^,.;]{0,40}?(?:cho|trên|so với)[^,.;]{0,20} ")


def find_multiples(reading: Reading) -> Iterator[Proposal]:
    """The two levels of each "gấp N lần"."""
    for index, figure in enumerate(reading.figures):
        if figure.kind != "multiple" or figure.value is None:
            continue
        times = reading.sides[index][0]
        said = _stated(reading, times)
        if said is None or not (_fits(said, times) or _named(reading, said, times)):
            other = _fitting(reading, times)
            if said is None or (
                other is not None and {o.index for o in other.flat()} != {o.index for o in said.flat()}
            ):
                said = other or said
        if said is not None:
            yield said


def _named(reading: Reading, said: Proposal, times: Operand) -> bool:
    """Whether what it is so many times of is named right behind, in brackets: "gấp 2,4 lần cùng kỳ (338 ca)"."""
    smaller = said.operands["smaller"]
    return isinstance(smaller, Operand) and smaller.index == times.index + 1 and reading.in_brackets(smaller.index)


def _fits(proposal: Proposal, times: Operand) -> bool:
    larger, smaller, _ = proposal.flat()
    computed = _times(larger, smaller)
    return computed is not None and fit.meets(computed, times)


def _times(larger: Operand, smaller: Operand) -> Bounds | None:
    if smaller.bounds[0] <= 0:
        return None
    low, high = bounds_in(larger, smaller)
    return low / smaller.bounds[1], high / smaller.bounds[0]


def _multiple(larger: Operand, smaller: Operand, times: Operand, rule: str) -> Proposal:
    return stated("multiple", {"larger": larger, "smaller": smaller, "multiple": times}, f"multiple.{rule}")


def _stated(reading: Reading, times: Operand) -> Proposal | None:
    i = times.index
    if "gấp" not in reading.cue(i):
        return None
    # "từ 20 tỷ đồng lên 50 tỷ đồng, gấp 2,5 lần", "tăng gấp 2,5 lần, từ 20 tỷ đồng lên 50 tỷ đồng"
    behind = from_to_behind(reading, i)
    levels = behind or (from_to(reading, i) if i and _GOES_ON.fullmatch(reading.between(i - 1, i)) else None)
    if levels is not None and levels[0].kind not in ("percent", "multiple") and levels[0].sentence == times.sentence:
        return _multiple(levels[1], levels[0], times, "from_to_behind" if behind else "from_to")
    if i and i + 1 < len(reading.figures) and len(reading.sides[i + 1]) == 1:
        smaller = reading.sides[i + 1][0]
        level = level_before(reading, i, lambda o: same_quantity(o, smaller) or one_with_its_rate(o, smaller))
        if (
            smaller.sentence == times.sentence
            and smaller.kind not in ("percent", "multiple")
            and level is not None
            and _BASE_BEHIND.match(reading.between(i, i + 1))
            and cues.INSIDE.search(reading.between(i, i + 1)) is None
            and ";" not in reading.lower[level.end : times.start]
            and ("," not in reading.between(i, i + 1) or reading.in_brackets(i + 1))
        ):
            return _multiple(level, smaller, times, "base_behind")
    if not i or len(reading.sides[i - 1]) != 1:
        return None
    larger = reading.sides[i - 1][0]
    if larger.sentence != times.sentence or larger.kind in ("percent", "multiple"):
        return None
    # "1.042 hồ sơ cho 540 chỉ tiêu, gấp 1,8 lần"
    if i >= 2 and len(reading.sides[i - 2]) == 1:
        first = reading.sides[i - 2][0]
        if (
            first.sentence == times.sentence
            and first.kind == larger.kind
            and first.bounds[0] > larger.bounds[1]
            and _OVER.fullmatch(reading.between(i - 2, i - 1))
        ):
            return _multiple(first, larger, times, "over")
    return None


def _nearly(larger: Operand, smaller: Operand, times: Operand) -> bool:
    """Whether the figures as printed come near the multiple: "gần 4.122 tỷ" is not "gấp rưỡi" 3.089 tỷ, however hedged."""
    if not larger.value or not smaller.value or not times.value:
        return True
    printed = larger.value * larger.base[1] / (smaller.value * smaller.base[1])
    return abs(printed / times.value - 1) <= _FAR_OFF


def _fitting(reading: Reading, times: Operand) -> Proposal | None:
    near = [o for o in window(reading, times, back=6, ahead=1) if o.kind not in ("multiple", "percent", "duration")]
    tried = 0
    # What it is so many times of is most often named beside it.
    for smaller in sorted(near, key=lambda o: o.sentence != times.sentence):
        for larger in near:
            if smaller.index == larger.index or larger.bounds[0] <= smaller.bounds[1] or smaller.value is None:
                continue
            if not same_unit(larger, smaller) and not (
                one_with_its_rate(larger, smaller) and larger.sentence == smaller.sentence == times.sentence
            ):
                continue
            tried += 1
            computed = _times(larger, smaller)
            if computed is not None and fit.meets(computed, times):
                if not _nearly(larger, smaller, times):
                    return None
                middle = (computed[0] + computed[1]) / 2
                odds = min(chance.of_ratio(times, computed, tried), chance.of_nominal(times, middle, tried))
                near_by = times.sentence in (larger.sentence, smaller.sentence)
                if odds > (_SAME_SENTENCE if near_by else chance.FAR):
                    return None
                operands = {"larger": larger, "smaller": smaller, "multiple": times}
                return inferred("multiple", {**operands}, "multiple.fit", candidates=tried, chance=odds)
    return None
