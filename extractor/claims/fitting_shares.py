"""Shares that the arithmetic finds: a part and a whole around a percentage that fit, where that is hardly chance."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.bases import COUNTABLE
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, same_quantity, same_unit
from extractor.claims.stated_shares import beside, larger
from extractor.lexicon.patterns import compiled

_AS_PART = compiled(
    rf"^(?: \p{{L}}+){{0,6}},? ?\(?,?(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn| trên| có)* $|^ ?\($"
    # "chiếm 1,04% trên tổng dư nợ (795 tỷ đồng)"
    r"|^ ?(?:/|trên|của|so với) ?tổng(?: \p{L}+){1,4} \($"
)


# "80,4 triệu chiếc và 22,7% thị phần"
_MARKET = compiled(r"^ ?thị phần(?!\p{L})")
_OF_TOTAL = compiled(r"^ (?:trong |trên |của )?(?:tổng số|tổng) (?P<noun>\p{L}+(?: \p{L}+){0,3})")
_ABOUT = compiled(r"^ về (?:số |số lượng )?(?P<noun>\p{L}+(?: \p{L}+){0,3})")
_BEFORE = 12
_OF_NUMBER = compiled(r"^ (?:trong |trên |của )?tổng số (?P<noun>\p{L}+(?: \p{L}+){0,3})")
_OF_PLAN = compiled(rf"^ (?:so với )?(?:{cues.spellings('plan')}) (?P<noun>\p{{L}}+ \p{{L}}+)")
# "bằng 80,9% dự toán năm": of a plan, which is no figure that nothing says is planned.
_OF_A_PLAN = compiled(rf"^ ?(?:so với |so )?(?:{cues.spellings('set_plan')})(?!\p{{L}})")
_COMPARED = compiled(r"^ ?\)? ?so (?:với |cùng )")
_PLANS = cues.word("plan", "set_plan")
# What a percentage is of.
_RATED = compiled(r"%[^,;.]{0,60}+")
_PLAN_REACH = 200
_OTHER_RATE = compiled(r"; ?t[ỷỉ] lệ(?= \p{L})")
_ALL = Decimal(100)


def fitting_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The nearest part and whole around that fit, where so good a fit is hardly chance.

    Args:
        reading: the figures.
        percent: the percentage; its words say no rise and no fall.
    """
    if percent.value is None or not may_be_share(reading, percent):
        return None
    found = next((found for rule in _RULES if (found := rule(reading, percent)) is not None), None)
    return None if found is None or _of_what_was_before(reading, found, percent) else found


def _of_what_was_before(reading: Reading, found: Proposal, percent: Operand) -> bool:
    """As in "76.627 ha, giảm 657 ha (bằng 0,85%) so với năm 2016": the rise or fall is no share of what there is now."""
    part = found.operands["part"]
    return (
        isinstance(part, Operand)
        and _COMPARED.match(reading.tail(percent.index)) is not None
        and cues.amount_direction(reading.cue(part.index)) is not None
    )


def _is_part(tail: str) -> bool:
    """Whether the words behind a percentage lead to the figure that is so much."""
    return tail.endswith((" ", "(", "\n")) and _AS_PART.match(tail) is not None


def _counted_as_named(reading: Reading, percent: Operand, parts: list[Operand]) -> list[Operand]:
    """Those that "chiếm 8% tổng số dự án" may be said of, where its sentence counts "dự án"."""
    named = _OF_NUMBER.match(reading.tail(percent.index))
    if named is None:
        return parts
    first, end = reading.figures_within(percent.sentence, percent.sentence)
    first, end = max(first, percent.index - _BEFORE), min(end, percent.index + _BEFORE)
    counted = {o.unit for i in range(first, end) for o in reading.sides[i] if o.kind == "count" and o.unit}
    if not any(f"{named['noun']} ".startswith(f"{unit} ") for unit in counted):
        return parts
    return [part for part in parts if part.kind == "count"]


def _proposal(
    part: Operand, whole: Operand, percent: Operand, computed: Bounds, rule: str, tried: int, limit: object
) -> Proposal | None:
    odds = chance.of_ratio(percent, computed, tried)
    if odds > limit:  # type: ignore[operator]
        return None
    operands = {"part": part, "whole": whole, "percent": percent}
    return inferred("share", {**operands}, f"share.{rule}", candidates=tried, chance=odds)


def _about_number(reading: Reading, percent: Operand) -> Proposal | None:
    """Of the figures of its sentence that count what it names, the two that fit.

    "Thụ lý 93.452 vụ với 178.830 bị cáo; giải quyết 91.312 vụ với 171.924 bị cáo, đạt 97,71% về số vụ và 96,14% về số bị cáo".
    """
    named = _ABOUT.match(reading.tail(percent.index))
    if named is None:
        return None
    first = max(reading.figures_within(percent.sentence, percent.sentence)[0], percent.index - _BEFORE)
    counted = [
        o
        for i in range(first, percent.index)
        for o in reading.sides[i]
        if o.kind == "count" and o.unit and f"{named['noun']} ".startswith(f"{o.unit} ") and o.value is not None
    ]
    pairs = [(part, whole) for whole in counted for part in counted if part.index > whole.index]
    fitting = [(part, whole) for part, whole in pairs if fit.fits_share(part, whole, percent)]
    if len(fitting) != 1:
        return None
    part, whole = fitting[0]
    computed = fit.share(part, whole)
    return computed and _proposal(part, whole, percent, computed, "about_number", len(pairs), chance.LIKELY)


def _fitting_whole(reading: Reading, percent: Operand) -> Proposal | None:
    """The part stands beside the percentage; the whole may stand far before it (649 serves two ratios)."""
    i = percent.index
    parts = _counted_as_named(reading, percent, parts_beside(reading, percent))
    planned = _OF_A_PLAN.match(reading.tail(i)) is not None
    near = [o for o in window(reading, percent, back=9, ahead=6) if o.value is not None] if parts else []
    alike_by_part = [[o for o in near if o.index != part.index and same_quantity(o, part)] for part in parts]
    if not any(
        fit.fits_share(part, o, percent) for part, alike in zip(parts, alike_by_part, strict=True) for o in alike
    ):
        return None
    tried = 0
    for part, alike in zip(parts, alike_by_part, strict=True):
        wholes = [
            o
            for o in alike
            if ordered(o, part, percent)
            and not beside_each_other(reading, o, part)
            and (not planned or _is_plan(reading, o))
        ]
        wholes.sort(key=lambda o: _strangeness(reading, o, part))
        fitting = [o for o in wholes if _fits(part, o, percent)]
        # A whole that fits as printed is better than a nearer one that may, by its own rounding, or only if the last
        # digit was cut.
        for fits_better in (_as_printed, _rounds):
            if any(fits_better(part, o, percent) for o in fitting):
                wholes = [o for o in wholes if o not in fitting or fits_better(part, o, percent)]
                break
        for whole in wholes:
            tried += 1
            computed = fit.share(part, whole)
            if computed is not None and fit.meets(computed, percent):
                near_by = whole.sentence == part.sentence or (
                    same_unit(whole, part) and whole.sentence <= percent.sentence + 1
                )
                limit = chance.LIKELY if near_by else chance.FAR
                found = _proposal(part, whole, percent, computed, "fit_whole", tried, limit)
                if found is None:
                    break
                return found
    return None


def parts_beside(reading: Reading, percent: Operand) -> list[Operand]:
    """The figures beside a percentage that it may be the share of, the likeliest first.

    Args:
        reading: the figures.
        percent: the percentage.
    """
    i = percent.index
    places = (i + 1, i - 1) if _is_part(reading.tail(i)) else (i - 1, i - 2)
    found = [o for k in places if 0 <= k < len(reading.figures) for o in reading.sides[k][:1]]
    # "khá 973.000 em, đạt 42,6%; tỷ lệ trung bình là 39,8%": of what the clause before tells it is no share.
    found = [o for o in found if o.index > i or not _OTHER_RATE.search(reading.lower, o.end, percent.start)]
    return [o for o in found if o.sentence == percent.sentence and o.kind in COUNTABLE and o.kind != "duration"]


def may_be_share(reading: Reading, percent: Operand) -> bool:
    """Whether the words around a percentage, which say no rise and no fall, let it be a share of what stands beside it.

    Args:
        reading: the figures.
        percent: the percentage.
    """
    tail = reading.tail(percent.index)
    return bool(
        cues.SHARE.search(reading.cue(percent.index))
        or reading.in_brackets(percent.index)
        or _OF_PLAN.match(tail)
        or _is_part(tail)
        or _MARKET.match(tail)
        or _ABOUT.match(tail)
    )


def _fits(part: Operand, whole: Operand, percent: Operand) -> bool:
    return not whole.modified and fit.fits_share(part, whole, percent)


def _as_printed(part: Operand, whole: Operand, percent: Operand) -> bool:
    if whole.modified or not part.value or not whole.value:
        return False
    low, high = percent.bounds
    return low <= part.value * part.base[1] * 100 / (whole.value * whole.base[1]) <= high


def _rounds(part: Operand, whole: Operand, percent: Operand) -> bool:
    computed = fit.share(part, whole)
    return computed is not None and not whole.modified and fit.meets(computed, percent, cut=False)


def _fitting_named(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "xử lý 15 đảng viên, gồm …, bằng 0,48% tổng số đảng viên": part and whole are of the noun that is named."""
    named = _OF_TOTAL.match(reading.tail(percent.index))
    if named is None:
        return None
    near = [
        o
        for o in window(reading, percent, back=12, ahead=1)
        if o.value and o.unit and named["noun"].startswith(o.unit) and o.kind == "count"
    ]
    tried = 0
    for part in near:
        for whole in near:
            if part.sentence != percent.sentence or part.index == whole.index or not ordered(whole, part, percent):
                continue
            tried += 1
            computed = fit.share(part, whole)
            if computed is not None and fit.meets(computed, percent):
                return _proposal(part, whole, percent, computed, "named", tried, chance.WEAK)
    return None


def _fitting_plan(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "đặt kế hoạch 145,7 tỷ đồng doanh thu … ghi nhận 101 tỷ đồng doanh thu … hoàn thành 69% kế hoạch doanh thu".

    The percentage says of which plan it is; the plan's sentence says that it is one.
    """
    named = _OF_PLAN.match(reading.tail(percent.index))
    if named is None:
        return None
    near = [o for o in window(reading, percent, back=9, ahead=2) if o.kind in ("count", "money", "measure")]
    near = [o for o in near if o.value and len(reading.sides[o.index]) == 1]
    wholes = [o for o in near if _planned(reading, o)]
    told = _told_of(reading, near, wholes, percent, named["noun"])
    if told is not None:
        return stated("share", {"part": told[0], "whole": told[1], "percent": percent}, "share.named_plan")
    wholes.sort(key=lambda o: not _speaks_of(reading, o, named["noun"]))
    tried = 0
    for whole in wholes:
        for part in near:
            if part.sentence == whole.sentence or part.kind != whole.kind or part.unit != whole.unit:
                continue
            if part in wholes or not ordered(whole, part, percent):
                continue
            tried += 1
            computed = fit.share(part, whole)
            if computed is None or not fit.meets(computed, percent):
                continue
            assert part.value is not None and whole.value is not None
            odds = chance.of_ratio(percent, computed, tried)
            if part.modified:
                odds = min(odds, chance.of_nominal(percent, part.value / whole.value * 100, tried))
            if odds > chance.WEAK:
                return None
            operands = {"part": part, "whole": whole, "percent": percent}
            return inferred("share", {**operands}, "share.plan", candidates=tried, chance=odds)
    return None


def _told_of(
    reading: Reading, near: list[Operand], wholes: list[Operand], percent: Operand, noun: str
) -> tuple[Operand, Operand] | None:
    """The one amount and the one plan before a percentage that are told of what it names, if there is one of each."""
    of_it = [o for o in near if o.index < percent.index and _speaks_of(reading, o, noun)]
    plans = {o.value: o for o in of_it if o in wholes}
    others = {o.value: o for o in of_it if o not in wholes}
    if len(plans) != 1 or len(others) != 1:
        return None
    ((whole,), (part,)) = plans.values(), others.values()
    plain = not (whole.modified or part.modified) and whole.index < part.index
    return (part, whole) if plain and (part.kind, part.unit) == (whole.kind, whole.unit) else None


def _planned(reading: Reading, operand: Operand) -> bool:
    """Whether the words before a figure in its sentence say that it is planned."""
    start = max(reading.sentences[operand.sentence].start, operand.start - 140)
    return _PLANS.search(reading.lower, start, operand.start) is not None


def _is_plan(reading: Reading, operand: Operand) -> bool:
    """Whether its sentence says before a figure that it is planned: not "… 60,9% dự toán năm; chi 166,3 tỷ đồng"."""
    start = max(reading.sentences[operand.sentence].start, operand.start - _PLAN_REACH)
    return cues.PLAN.search(_RATED.sub(" ", reading.lower[start : operand.start])) is not None


def _speaks_of(reading: Reading, operand: Operand, noun: str) -> bool:
    return reading.lower.startswith(f" {noun}", operand.end)


def ordered(whole: Operand, part: Operand, percent: Operand) -> bool:
    """Whether the part is the smaller, or the larger where the percentage is above 100."""
    return larger(part, whole) if percent.bounds[0] > 100 else larger(whole, part)


def beside_each_other(reading: Reading, whole: Operand, part: Operand) -> bool:
    """Whether both are parts of one row: "45 phiếu tín nhiệm cao (90%), 3 phiếu tín nhiệm (6%)".

    Args:
        reading: the figures.
        whole: a figure that might be the whole.
        part: the part.
    """
    if whole.sentence != part.sentence or whole.unit != part.unit or not _shared(reading, whole):
        return False
    first, last = sorted((whole, part), key=lambda o: o.index)
    between = reading.lower[first.end : last.start]
    return cues.INSIDE.search(between) is None and cues.CONSISTS.search(between) is None and ":" not in between


def _shared(reading: Reading, operand: Operand) -> bool:
    """Whether the figure right behind it is its own percentage."""
    i = operand.index + 1
    if i >= len(reading.figures) or reading.figures[i].kind != "percent" or not reading.sides[i]:
        return False
    return beside(reading, reading.sides[i][0]) is operand


def _strangeness(reading: Reading, whole: Operand, part: Operand) -> tuple[bool, bool]:
    """Sorts wholes: of the part's own unit first; what is itself a part or a plan in brackets last."""
    i = whole.index
    has_share = i + 1 != part.index + 1 and _has_share(reading, i)
    return whole.unit != part.unit, has_share or reading.in_brackets(i)


def _has_share(reading: Reading, index: int) -> bool:
    """Whether the percentage right behind a figure is said of it."""
    i = index + 1
    return (
        i < len(reading.figures)
        and reading.figures[i].kind == "percent"
        and (cues.SHARE.search(reading.cue(i)) is not None or reading.in_brackets(i))
    )


def _fitting_pair(reading: Reading, percent: Operand) -> Proposal | None:
    near = [o for o in window(reading, percent, back=2, ahead=1) if o.kind in COUNTABLE and o.kind != "duration"]
    planned = _OF_A_PLAN.match(reading.tail(percent.index)) is not None
    own = beside(reading, percent, based=True)
    if percent.value == _ALL:
        # Any two figures that are alike give that.
        return None
    wholes = [o for o in near if o.value is not None and not (planned and not _is_plan(reading, o))]
    tried = 0
    for part in near:
        if own is not None and part is not own:
            # "317 người (63,9%)": it is that figure's share.
            continue
        if abs(part.sentence - percent.sentence) > 2:
            continue
        for whole in wholes:
            if whole.index == part.index or part.unit != whole.unit or part.kind != whole.kind:
                continue
            if whole.bounds[1] <= part.bounds[0] and percent.bounds[1] < 100:
                continue
            if len(reading.sides[part.index]) == 2 or len(reading.sides[whole.index]) == 2:
                # "30/100 câu … 88/100 câu": each of its own.
                continue
            if _has_share(reading, whole.index):
                # "8.612 ha lúa, đạt 101% kế hoạch, 8.750 ha ngô, đạt 103% kế hoạch": each is of its own plan.
                continue
            tried += 1
            computed = fit.share(part, whole)
            if computed is not None and fit.meets(computed, percent):
                return _proposal(part, whole, percent, computed, "fit", tried, chance.WEAK)
    return None


_RULES: tuple[Callable[[Reading, Operand], Proposal | None], ...] = (
    _about_number,
    _fitting_named,
    _fitting_plan,
    _fitting_whole,
    _fitting_pair,
)
