"""Shares and changes: what a percentage is of, or since what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.claims import cues, fit
from extractor.claims.nearby import after, before, window
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Operand, Reading, same_quantity, same_unit

_CHANCE = Decimal("0.05")
_CHANCE_NEAR = Decimal("0.12")
_CHANCE_FAR = Decimal("0.02")
_MAX_GAP = 110

# Between "102/163 điều kiện …" and its percentage: no other statement.
_BREAKS = regex.compile(r"[.;!?…\n]|(?<!\p{L})(?:nhưng|song|còn|trong khi)(?!\p{L})")
# "(649/1.240)" opens its brackets right before the ratio.
_OPENS = regex.compile(r"\((?:(?:chiếm|đạt|tức|tương đương|bằng|khoảng|gần|hơn|với|là|chỉ|có)\s?)*$")
_BASE_BEFORE_FIGURE = regex.compile(
    rf"^(?:(?! và | nhưng | song )[^,;.\n]){{0,70}}?(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})"
    rf"(?:(?! và | nhưng | song | với )[^,;.\n()]){{0,60}}\(?(?:là |đạt |khoảng |gần |hơn |trên |chỉ |con số |mức )*$"
)
_AS_PART = regex.compile(
    rf"^,? ?\(?,?(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn| trên| có)* $|^ ?\($"
)
_BASE_NAMED = regex.compile(r"^ (?:trong |trên |so với |của )?(?P<word>tổng số|tổng|số)(?: (?P<noun>\p{L}[\p{L} ]*))?")
_FILLER = "là|được|mức|khoảng|gần|hơn|trên|dưới|với|tới|đến|lên|chỉ|mới|có|số|ít nhất|xấp xỉ"
_SHARES = f"(?:{cues.spellings('share')}|{cues.spellings('share_slip')})"
# The percentage is said of the ratio itself: in its brackets, in a clause of its own, or right behind its noun.
# "8/9 gói thầu, tuyến trên cao thi công đạt 82%" has another subject, "(thương tích 68%)" another matter.
_SAID_OF_RATIO = regex.compile(
    rf"(?:^|[,(:)]|^[^,(]{{0,60}} (?={_SHARES} )) ?(?:(?:đã|mới|chỉ|cũng|tức|và|đều|như vậy) )*(?:{_SHARES}(?: {_SHARES})?)?(?: ?(?:{_FILLER}))* ?$"
)
_ENDS_EQUIVALENT = regex.compile(rf"(?<!\p{{L}})(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn)* $")
_OF_PART = regex.compile(
    rf"^[^,(]{{0,50}}\((?:chiếm|tỷ lệ|tỉ lệ|tương đương|tức)?(?: tỷ lệ)?(?: ?(?:{_FILLER}))* ?$|^[^,(]{{0,50}}, ?chiếm(?: tỷ lệ| tỉ lệ)?(?: ?(?:{_FILLER}))* ?$"
)
_PLAN_BASE = regex.compile(r" (?:kế hoạch|dự toán|chỉ tiêu|định mức)(?!\p{L})")
_PLAN = regex.compile(
    r"(?<!\p{L})(?:kế hoạch|dự toán|chỉ tiêu|được giao|giao|tổng số|tổng vốn|đăng ký|nghị quyết|hợp đồng)(?!\p{L})"
)
_OVER = regex.compile(
    r"^[^,;.\n]*(?<!\p{L})(?:so với|trên tổng số|trong tổng số|trên|trong số)(?!\p{L})[^,;.\n]{0,40}$"
)
_TO = cues.to_level("lên|xuống|còn|thành|sang|đến|tới")
_COUNTABLE = ("count", "money", "measure", "duration")


def find_percent_claims(reading: Reading) -> Iterator[Proposal]:
    """A share or a change for each percentage whose operands the article gives."""
    shares: dict[int, Proposal] = {}
    open_percents: list[Operand] = []
    for index, figure in enumerate(reading.figures):
        if figure.kind != "percent" or not reading.sides[index]:
            continue
        percent = reading.sides[index][0]
        direction = direction_of(reading, index)
        if direction is not None:
            pair = _amount_and_percent(reading, percent, direction)
            if pair is not None:
                yield from pair
                continue
        proposal = _share(reading, percent) if direction is None else _change(reading, percent, direction)
        if proposal is not None:
            if proposal.kind == "share":
                shares[index] = proposal
            yield proposal
        elif direction is None:
            open_percents.append(percent)
    for percent in open_percents:
        sibling = _share_like_sibling(reading, percent, shares)
        if sibling is not None:
            yield sibling


def _share_like_sibling(reading: Reading, percent: Operand, shares: dict[int, Proposal]) -> Proposal | None:
    """As in "218 vụ (chiếm 69,87%), ô tô 81 vụ (25,96%), 13 vụ (9,17%)": one of a row, held to the whole of the others."""
    part = _beside(reading, percent)
    if part is None:
        return None
    wholes: dict[str, tuple[Operand, int]] = {}
    for index, share in shares.items():
        other, whole = share.operands["part"], share.operands["whole"]
        if not (isinstance(other, Operand) and isinstance(whole, Operand)) or other.index == whole.index:
            continue
        if reading.sentence_of(index) != percent.sentence or other.unit != part.unit or abs(index - percent.index) > 6:
            continue
        if _beside(reading, reading.sides[index][0]) is not other or not _ordered(whole, part, percent):
            continue
        wholes[whole.ref] = (whole, wholes.get(whole.ref, (whole, 0))[1] + 1)
    if len(wholes) != 1:
        return None
    whole, times = next(iter(wholes.values()))
    return _proposal(part, whole, percent, "row", stated=True) if times >= 1 else None


def _beside(reading: Reading, percent: Operand) -> Operand | None:
    """The count that a percentage in brackets, or behind "chiếm", directly belongs to."""
    i = percent.index
    if i == 0 or len(reading.sides[i - 1]) != 1:
        return None
    part = reading.sides[i - 1][0]
    between = reading.between(i - 1, i)
    if part.sentence != percent.sentence or part.kind not in ("count", "money", "measure") or part.value is None:
        return None
    if not _OF_PART.search(between) or _BREAKS.search(between) or cues.BASE.match(reading.tail(i).lstrip()):
        return None
    return part


def direction_of(reading: Reading, index: int) -> str | None:
    """Whether the percentage is a rise or a fall; one in brackets takes it from the figure before it."""
    cue = reading.cue(index)
    found = cues.direction(cue)
    if found is not None:
        return found
    bare = cue.strip(" (,")
    bracket = reading.in_brackets(index) and "," not in cue and not cues.SHARE.search(cue)
    if (
        index
        and (not bare or bracket or _ENDS_EQUIVALENT.search(cue))
        and reading.sentence_of(index - 1) == reading.sentence_of(index)
    ):
        previous = reading.figures[index - 1]
        if previous.numerator is None and previous.kind != "percent":
            return cues.amount_direction(reading.cue(index - 1))
    return None


def _amount_and_percent(reading: Reading, percent: Operand, direction: str) -> tuple[Proposal, Proposal] | None:
    """As in "tăng 1.124 em (6,4%) so với năm ngoái (17.518 em)": the two levels that give both the rise and its rate."""
    i = percent.index
    if i == 0 or len(reading.sides[i - 1]) != 1:
        return None
    amount = reading.sides[i - 1][0]
    if amount.kind not in ("count", "money", "measure"):
        return None
    beside = reading.in_brackets(i) or _ENDS_EQUIVALENT.search(reading.cue(i)) is not None
    if not beside or amount.sentence != percent.sentence or cues.amount_direction(reading.cue(i - 1)) is None:
        return None
    near = [
        o for o in window(reading, percent, back=9, ahead=2) if same_quantity(o, amount) and o.index != amount.index
    ]
    for new in near:
        for old in near:
            if old.index == new.index or old.value is None or new.value is None:
                continue
            larger, smaller = (new, old) if direction == "up" else (old, new)
            if larger.bounds[0] <= smaller.bounds[1] or not _fits_change(old, new, percent, direction):
                continue
            if fit.meets(fit.difference(larger, smaller), amount):
                levels = Proposal(
                    "difference",
                    {"larger": larger, "smaller": smaller, "difference": amount},
                    "inferred",
                    "difference.amount_percent",
                )
                return levels, _changed(old, new, percent, direction, "amount_percent", stated=False)
    return None


# Shares


def _share(reading: Reading, percent: Operand) -> Proposal | None:
    return _share_of_ratio(reading, percent) or _share_of_figures(reading, percent)


def _proposal(part: Operand, whole: Operand, percent: Operand, rule: str, *, stated: bool) -> Proposal:
    return Proposal(
        "share", {"part": part, "whole": whole, "percent": percent}, "stated" if stated else "inferred", f"share.{rule}"
    )


def _share_of_ratio(reading: Reading, percent: Operand) -> Proposal | None:
    """A ratio beside the percentage: "(649/1.240)", "102/163 điều kiện … (chiếm 62,6%)"."""
    i = percent.index
    if i + 1 < len(reading.figures) and len(reading.sides[i + 1]) == 2:
        between = reading.between(i, i + 1)
        if len(between) <= _MAX_GAP and _OPENS.search(between) and not _BREAKS.search(between):
            part, whole = reading.sides[i + 1]
            return _proposal(part, whole, percent, "percent_ratio", stated=True)
    if i == 0 or len(reading.sides[i - 1]) != 2:
        return None
    between = reading.between(i - 1, i)
    if len(between) > _MAX_GAP or _BREAKS.search(between):
        return None
    cued = cues.SHARE.search(between) or cues.SHARE_SLIP.search(between)
    if "(" not in between and not cued and between.strip(" ,:-"):
        return None
    part, whole = reading.sides[i - 1]
    base = _base_behind(reading, percent, part)
    if base is not None:
        return _proposal(part, base, percent, "ratio_percent_base", stated=True)
    if _fits_share(part, whole, percent):
        return _proposal(part, whole, percent, "ratio_percent", stated=True)
    named = _BASE_NAMED.match(reading.tail(i))
    if named is not None and not _is_own_base(named, part.unit):
        # Another base is named, without its number here; elsewhere the article may print it.
        return _share_of_named(reading, part, percent, named["noun"] or "")
    if percent.modified and not reading.in_brackets(i) and _PLAN_BASE.match(reading.tail(i)):
        # "11/16 khoản thu …, tức đạt trên 50% dự toán": a threshold, not their share.
        return None
    if not _SAID_OF_RATIO.search(between):
        return None
    if percent.bounds[0] > 100 and _larger(whole, part) and _PLAN_BASE.match(reading.tail(i)):
        # "45/120 xã đạt chuẩn, đạt 112% chỉ tiêu năm": of a plan that is not printed.
        return None
    return _proposal(part, whole, percent, "ratio_percent", stated=True)


def _is_own_base(named: regex.Match[str], unit: str) -> bool:
    """Whether the base named is the ratio's own: "42/46 đại biểu …, đạt 93,10% số đại biểu có mặt".

    "tổng số đại biểu" is not, for of a body with members those present are fewer than all.
    """
    noun = named["noun"] or ""
    if not unit or not noun.startswith(unit):
        return False
    return "tổng" not in named["word"] or cues.MEMBERS.match(noun) is None


def _share_of_named(reading: Reading, part: Operand, percent: Operand, noun: str) -> Proposal | None:
    for whole in window(reading, percent, back=12, ahead=2):
        if (
            whole.index != part.index
            and whole.unit
            and noun.startswith(whole.unit)
            and _fits_share(part, whole, percent)
        ):
            return _proposal(part, whole, percent, "base_named", stated=True)
    return None


def _base_behind(reading: Reading, percent: Operand, part: Operand) -> Operand | None:
    """The base that follows in figures: "đạt 156,1% chỉ tiêu 8.000 người", "bằng 58,6% dự toán (4.050 tỷ đồng)"."""
    i = percent.index + 1
    if i >= len(reading.figures) or len(reading.sides[i]) != 1:
        return None
    base = reading.sides[i][0]
    if base.sentence != percent.sentence or not same_quantity(base, part) or base.kind not in _COUNTABLE:
        return None
    between = reading.between(i - 1, i)
    if not _BASE_BEFORE_FIGURE.match(between) and between not in (" trên ", " của "):
        return None
    if cues.UP.search(between) or cues.DOWN.search(between):
        return None
    return base


def _fits_share(part: Operand, whole: Operand, percent: Operand) -> bool:
    computed = fit.share(part, whole)
    return computed is not None and fit.meets(computed, percent)


def _share_of_figures(reading: Reading, percent: Operand) -> Proposal | None:
    stated = _stated_share(reading, percent)
    if stated is not None:
        part, whole = stated.operands["part"], stated.operands["whole"]
        assert isinstance(part, Operand) and isinstance(whole, Operand)
        if _fits_share(part, whole, percent):
            return stated
    other = _fitting_share(reading, percent)
    return other or stated


def _stated_share(reading: Reading, percent: Operand) -> Proposal | None:
    """Shares whose syntax names part and whole."""
    i = percent.index
    cue, tail = reading.cue(i), reading.tail(i)
    bracket = reading.in_brackets(i)
    if not (cues.SHARE.search(cue) or bracket):
        return None
    # "… là 1,5 tỷ USD, trong đó X góp 51% (tương đương 765 triệu USD)"
    if i + 1 < len(reading.figures) and len(reading.sides[i + 1]) == 1:
        part = reading.sides[i + 1][0]
        if part.sentence == percent.sentence and part.kind in _COUNTABLE and _AS_PART.match(tail):
            whole = before(
                reading,
                i,
                lambda o: same_unit(o, part) and _larger(o, part) and not reading.in_brackets(o.index),
                sentences=1,
            )
            if whole is not None and cues.INSIDE.search(reading.lower[whole.end : percent.start]):
                return _proposal(part, whole, percent, "percent_part", stated=True)
            return None
    nearest = before(reading, i, lambda o: o.kind in _COUNTABLE and o.kind != "duration", sentences=0)
    if nearest is None:
        return None
    gap = reading.lower[nearest.end : percent.start]
    if _BREAKS.search(gap) or "%" in gap:
        return None
    base = _base_behind(reading, percent, nearest)
    if base is not None and (nearest.kind != "count" or same_unit(nearest, base) or cues.SHARE.search(cue)):
        return _proposal(nearest, base, percent, "part_percent_base", stated=True)
    listed = _listed(reading, percent)
    if listed is not None:
        return listed
    j = nearest.index
    if j != i - 1 or j == 0 or len(reading.sides[j - 1]) != 1 or len(reading.sides[j]) != 1:
        return None
    earlier = reading.sides[j - 1][0]
    if earlier.sentence != percent.sentence or not same_quantity(earlier, nearest):
        return None
    between = reading.between(j - 1, j)
    if _BREAKS.search(between):
        return None
    # "845 tỷ đồng so với dự toán 1.318 tỷ đồng, đạt 61,4%"
    if _OVER.match(between) and cues.BASE.search(between) and same_unit(earlier, nearest):
        return _proposal(earlier, nearest, percent, "part_base_percent", stated=True)
    # "được giao 672,5 tỷ đồng, đến nay đã giải ngân 486,8 tỷ đồng, đạt 72,39%"
    plan = _PLAN.search(reading.cue(j - 1)) is not None and "đạt" in cue
    if plan and same_unit(earlier, nearest) and earlier.kind != "count" and not cues.BASE.search(tail[:24]):
        return _proposal(nearest, earlier, percent, "plan_part_percent", stated=True)
    # "25.587 người …, trong đó chuyển đi thành công 6.906 trường hợp (đạt 23,09%)"
    inside = "trong đó" in between or cues.INSIDE.search(reading.cue(j - 1)) is not None
    if inside and (bracket or "chiếm" in cue) and not cues.BASE.search(tail[:24]) and _larger(earlier, nearest):
        return _proposal(nearest, earlier, percent, "whole_part_percent", stated=True)
    return None


def _listed(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "127 đơn vị, gồm 58 hợp tác xã (45,67%), 33 doanh nghiệp và 36 hộ": a part of the list its total opens."""
    part = _beside(reading, percent)
    if part is None:
        return None
    for i in range(part.index - 1, max(-1, part.index - 8), -1):
        if len(reading.sides[i]) != 1 or reading.sentence_of(i) != percent.sentence:
            return None
        whole = reading.sides[i][0]
        opening = reading.between(i, i + 1)
        if cues.CONSISTS.search(opening) or "trong đó" in opening:
            same = whole.kind == part.kind and (part.kind == "count" or part.unit == whole.unit)
            return _proposal(part, whole, percent, "listed", stated=True) if same and _larger(whole, part) else None
    return None


def _larger(a: Operand, b: Operand) -> bool:
    return a.bounds[1] > b.bounds[0]


def _fitting_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The nearest part and whole around that fit, where so good a fit is hardly chance."""
    if percent.value is None or not (
        cues.SHARE.search(reading.cue(percent.index)) or reading.in_brackets(percent.index)
    ):
        return None
    return _fitting_whole(reading, percent) or _fitting_pair(reading, percent)


def _fitting_whole(reading: Reading, percent: Operand) -> Proposal | None:
    """The part stands beside the percentage; the whole may stand far before it (649 serves two ratios)."""
    i = percent.index
    beside = (i + 1, i - 1) if _AS_PART.match(reading.tail(i)) else (i - 1, i - 2)
    parts = [o for k in beside if 0 <= k < len(reading.figures) for o in reading.sides[k][:1]]
    parts = [o for o in parts if o.sentence == percent.sentence and o.kind in _COUNTABLE and o.kind != "duration"]
    for part in parts:
        wholes = [
            o
            for o in window(reading, percent, back=9, ahead=6)
            if o.index != part.index and same_quantity(o, part) and o.value is not None and _ordered(o, part, percent)
        ]
        wholes.sort(key=lambda o: _strangeness(reading, o, part))
        for tried, whole in enumerate(wholes, 1):
            computed = fit.share(part, whole)
            if computed is not None and fit.meets(computed, percent):
                near = whole.sentence == part.sentence or (
                    same_unit(whole, part) and whole.sentence <= percent.sentence + 1
                )
                if fit.chance(percent, computed, tried) > (_CHANCE_NEAR if near else _CHANCE_FAR):
                    break
                return _proposal(part, whole, percent, "fit_whole", stated=False)
    return None


def _ordered(whole: Operand, part: Operand, percent: Operand) -> bool:
    """Whether the part is the smaller, or the larger where the percentage is above 100."""
    return _larger(part, whole) if percent.bounds[0] > 100 else _larger(whole, part)


def _strangeness(reading: Reading, whole: Operand, part: Operand) -> tuple[bool, bool]:
    """Sorts wholes: of the part's own unit first; what is itself a part or a plan in brackets last."""
    i = whole.index
    has_share = (
        i + 1 < len(reading.figures)
        and reading.figures[i + 1].kind == "percent"
        and i + 1 != part.index + 1
        and (cues.SHARE.search(reading.cue(i + 1)) is not None or reading.in_brackets(i + 1))
    )
    return whole.unit != part.unit, has_share or reading.in_brackets(i)


def _fitting_pair(reading: Reading, percent: Operand) -> Proposal | None:
    near = [o for o in window(reading, percent, back=2, ahead=1) if o.kind in _COUNTABLE and o.kind != "duration"]
    tried = 0
    for part in near:
        if abs(part.sentence - percent.sentence) > 2:
            continue
        for whole in near:
            if whole.index == part.index or part.unit != whole.unit or part.kind != whole.kind or whole.value is None:
                continue
            if whole.bounds[1] <= part.bounds[0] and percent.bounds[1] < 100:
                continue
            tried += 1
            computed = fit.share(part, whole)
            if computed is not None and fit.meets(computed, percent):
                if fit.chance(percent, computed, tried) > _CHANCE:
                    return None
                return _proposal(part, whole, percent, "fit", stated=False)
    return None


# Changes


def _change(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    points = _change_in_points(reading, percent)
    if points is not None:
        return points
    stated = _stated_change(reading, percent, direction)
    if stated is not None:
        old, new = stated.operands["old"], stated.operands["new"]
        assert isinstance(old, Operand) and isinstance(new, Operand)
        if _fits_change(old, new, percent, direction):
            return stated
    return _fitting_change(reading, percent, direction) or stated


def _change_in_points(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "35,1% …, thấp hơn 0,4% so với chỉ tiêu (35,5%)": printed in percent, meant in points."""
    base = after(reading, percent.index)
    level = before(reading, percent.index, lambda o: o.kind == "percent", sentences=0)
    if base is None or level is None or base.kind != "percent" or base.sentence != percent.sentence:
        return None
    if level.value is None or base.value is None or level.value == base.value:
        return None
    if not _BASE_BEFORE_FIGURE.match(reading.between(percent.index, base.index)):
        return None
    larger, smaller = (level, base) if level.value > base.value else (base, level)
    if not fit.meets(fit.difference(larger, smaller), percent):
        return None
    return Proposal(
        "difference",
        {"larger": larger, "smaller": smaller, "difference": percent},
        "inferred",
        "difference.percent_as_points",
    )


def _changed(old: Operand, new: Operand, percent: Operand, direction: str, rule: str, *, stated: bool) -> Proposal:
    return Proposal(
        "change",
        {"old": old, "new": new, "percent": percent},
        "stated" if stated else "inferred",
        f"change.{rule}",
        {"direction": direction},
    )


def _fits_change(old: Operand, new: Operand, percent: Operand, direction: str) -> bool:
    computed = fit.change(old, new)
    if computed is None:
        return False
    return fit.meets(computed if direction == "up" else fit.negated(computed), percent)


def _stated_change(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    i = percent.index
    # "từ O lên N, tăng P%"
    if i >= 2 and len(reading.sides[i - 1]) == 1 and len(reading.sides[i - 2]) == 1:
        old, new = reading.sides[i - 2][0], reading.sides[i - 1][0]
        if (
            old.sentence == percent.sentence
            and same_unit(old, new)
            and old.kind != "percent"
            and cues.FROM.search(reading.cue(i - 2))
            and _TO.match(reading.between(i - 2, i - 1))
            and not regex.search(r"[.;\n]|(?<!\p{L})(?:song|nhưng|còn)(?!\p{L})", reading.between(i - 1, i))
            and cues.same_subject(reading.between(i - 1, i))
        ):
            return _changed(old, new, percent, direction, "from_to", stated=True)
    # "N, tăng P% so với … (O)"
    old_behind = after(reading, i)
    if (
        old_behind is None
        or old_behind.kind not in _COUNTABLE
        or old_behind.sentence != percent.sentence
        or old_behind.index != i + 1
    ):
        return None
    between = reading.between(i, i + 1)
    if not _BASE_BEFORE_FIGURE.match(between) and not regex.search(
        r"^ ?\((?:năm|cùng kỳ|tháng|quý|kỳ) [^()]{0,40}$", between
    ):
        return None
    new_before = before(reading, i, lambda o: same_unit(o, old_behind) and o.kind == old_behind.kind, sentences=0)
    if new_before is None or "%" in reading.lower[new_before.end : percent.start]:
        return None
    if _is_difference(reading, new_before):
        new_before = before(reading, new_before.index, lambda o: same_unit(o, old_behind), sentences=0)
        if new_before is None:
            return None
    return _changed(old_behind, new_before, percent, direction, "base_behind", stated=True)


def _is_difference(reading: Reading, operand: Operand) -> bool:
    return cues.amount_direction(reading.cue(operand.index)) is not None


def _fitting_change(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    near = [o for o in window(reading, percent, back=3, ahead=2) if o.kind in _COUNTABLE and o.kind != "duration"]
    tried = 0
    for new in near:
        if abs(new.sentence - percent.sentence) > 3:
            continue
        for old in near:
            if old.index == new.index or not same_unit(old, new) or old.value is None:
                continue
            if (new.bounds[1] <= old.bounds[0]) == (direction == "up"):
                continue
            tried += 1
            computed = fit.change(old, new)
            if computed is not None and _fits_change(old, new, percent, direction):
                limit = _CHANCE_NEAR if new.sentence == percent.sentence else _CHANCE_FAR
                if fit.chance(percent, computed, tried) > limit:
                    return None
                return _changed(old, new, percent, direction, "fit", stated=False)
    return None
