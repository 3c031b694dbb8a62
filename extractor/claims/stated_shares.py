"""Shares of figures whose syntax names part and whole, so that they are kept whatever their arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.claims import cues, fit, slips
from extractor.claims.bases import COUNTABLE, base_behind
from extractor.claims.levels import is_base, level_before
from extractor.claims.named_wholes import named_whole, names_others
from extractor.claims.nearby import before
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import PEOPLE, Operand, Reading, same_quantity, same_unit
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

# Between a part and its percentage: no other statement.
_BREAKS = compiled(r"[.;!?…\n]|(?<!\p{L})(?:nhưng|song|còn(?! lại)|trong khi)(?!\p{L})")
_AS_PART = compiled(rf"^,? ?\(?,?(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn| trên| có)* $|^ ?\($")
# The percentage right behind its part: in brackets, or in a clause that only says how much that is.
OF_PART = compiled(
    rf"^[^,(;]{{0,50}}\((?:{cues.spellings('share')})?(?: tỷ lệ| tỉ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
    rf"|^[^,(;]{{0,60}}, ?(?:đã |mới |chỉ |cũng ){{0,4}}(?:{cues.spellings('share')})(?: tỷ lệ| tỉ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
)
# The same where "đạt" and "bằng" might be of anything.
SHARE_OF_PART = compiled(
    rf"^[^,(;]{{0,60}}\((?:chiếm|tỷ lệ|tỉ lệ|đạt)?(?: tỷ lệ| tỉ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
    rf"|^[^,(;]{{0,60}}, ?(?:đã |mới |chỉ |cũng ){{0,4}}(?:chiếm|đạt tỷ lệ|đạt tỉ lệ|tỷ lệ|tỉ lệ)(?: tỷ lệ| tỉ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
)
_TAKES = compiled(
    rf"^[^,(]{{0,50}}\((?:chiếm|tỷ lệ|tỉ lệ|tương đương|tức)?(?: tỷ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
    rf"|^[^,(]{{0,50}}, ?chiếm(?: tỷ lệ| tỉ lệ)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
)
_OVER = compiled(r"^[^,;.\n]*(?<!\p{L})(?:so với|trên tổng số|trong tổng số|trên|trong số)(?!\p{L})[^,;.\n]{0,40}$")
# "… trong tổng số 42 tổ chức" behind the parts of a row.
# "…, trong đó 2 hộ" opens a list and is no whole.
_OVER_ALL = compiled(
    rf"^[^.;]{{0,60}}(?<!\p{{L}})(?:{cues.spellings('over_all')})(?! (?:đó|này|ấy) )(?: \p{{L}}+){{0,2}} $"
)
# "Trong 1.460 hộ vừa thoát nghèo, 1.108 hộ …"
_OUT_OF = compiled(rf"(?:^\W*+|(?<=[.;,:(]) ?)(?:{cues.spellings('out_of')})(?! (?:đó|này|ấy) )(?: \p{{L}}+){{0,2}} $")
_TURNS = compiled(r"[,;.] ?(?:còn(?! lại)|riêng|trong khi)(?!\p{L})")
# Behind the percentage nothing names another base.
_NO_BASE = compiled(r"^ ?\)?\s*(?:[.,;:)\n]|$|và |còn |trong đó)")
_REACHES = compiled(r"\(đạt (?!tỷ lệ|tỉ lệ)[^,;()]{0,20}$")
_DONE = compiled(rf"{cues.front('done')}(?!\p{{L}})")
_COLON = compiled(r"^[^,;()\n]{0,40}:")
# "4.500 liều trên 5.000 liều", "45.210 người trên tổng số 45.980 cử tri"
_OVER_SO_MANY = compiled(
    r"^(?: [\p{L}]+){0,4} (?P<over>trên|(?:trong|trên) tổng(?: số| vốn| kinh phí| diện tích| kế hoạch| chỉ tiêu)?) (?:(?:hơn|gần|khoảng|trên) )?$"
)
# "2.164 thí sinh đỗ/3.059 thí sinh dự thi": a ratio whose sides each say what they count.
_SO_MUCH_PLANNED = compiled(rf"^ ?(?:so với |so )?(?:{cues.spellings('set_plan')}) (?:và|nhưng|song|,)")
_SLASH = compiled(r"^(?: \p{L}+){0,4} ?/ ?$")
# "Toàn tỉnh có 112 xã", "Tổng số cử tri là 45.980 người": the whole of what follows.
_WHOLE_OF = compiled(rf"{cues.front('whole_of')}(?!\p{{L}})(?: [\p{{L}}]+){{0,5}} $")
# "1.850 tỷ đồng, tăng 28% so với năm 2022 và đạt 105,7% kế hoạch (1.750 tỷ đồng)"
# "đạt 82,4% kế hoạch năm." and no more: the plan that was told.
OF_PLAN = compiled(
    rf"^ (?:so với |so )?(?:{cues.spellings('set_plan')})(?: (?:{cues.spellings('plan_said_again')}|năm \d{{4}})){{0,4}} ?(?:[.,;)\n]|$)"
)
# "… trong đó dân góp 216 tỷ đồng (chiếm 73,7% tổng nguồn vốn)": most likely of the total that was told.
_OF_THE_TOTAL = compiled(r"^ (?:trong |trên |của )?tổng (?!số|thể|hợp)")
_AND_COMES_TO = compiled(
    rf"(?:[,;)]| và) ?(?:(?:và|đã|cũng|mới) ){{0,2}}(?:{cues.spellings('share')})(?: ?(?:{cues.FILLER})){{0,8}} ?$"
)
# "chiếm 36,5% dân số"
_OF_ALL_OF = compiled(
    rf"^ (?:của |trên |trong )?(?:{'|'.join(re.escape(s) for e in entries('whole_words') for s in e['spellings'])})(?!\p{{L}})"
)
_HELD_AGAINST = compiled(r"[,;] so với (?:[\p{L}]+ ){1,4}$")
_ROW = 12


def stated_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The share that the words around a percentage state, or None.

    Args:
        reading: the figures.
        percent: the percentage; its words say no rise and no fall.
    """
    i = percent.index
    if not (cues.SHARE.search(reading.cue(i)) or reading.in_brackets(i)):
        return None
    if _part_follows(reading, percent):
        return _percent_part(reading, percent)
    part = beside(reading, percent, OF_PART, based=True)
    if part is not None and (named := named_whole(reading, percent, part)) is not None:
        return _proposal(part, named, percent, "of_named") if larger(named, part) else None
    for rule in _RULES:
        found = rule(reading, percent)
        if found is not None:
            return found if _of_all(reading, found, percent) else None
    return None


def _of_all(reading: Reading, share: Proposal, percent: Operand) -> bool:
    """Whether a share that fails may be of its whole: "25% số xã có điện" is not of all "117 xã"."""
    part, whole = share.operands["part"], share.operands["whole"]
    if not isinstance(part, Operand) or not isinstance(whole, Operand) or fit.fits_share(part, whole, percent):
        return True
    return not names_others(reading, percent, whole)


def beside(
    reading: Reading, percent: Operand, pattern: re.Pattern[str] = _TAKES, *, based: bool = False
) -> Operand | None:
    """The figure that a percentage in brackets, or behind "chiếm", directly belongs to.

    Args:
        reading: the figures.
        percent: the percentage.
        pattern: what the words between them must be.
        based: whether words behind may name its base ("chiếm 34,91% tổng số vụ").
    """
    i = percent.index
    if i == 0 or len(reading.sides[i - 1]) != 1:
        return None
    part = reading.sides[i - 1][0]
    between = reading.between(i - 1, i)
    if part.sentence != percent.sentence or part.kind not in ("count", "money", "measure") or part.value is None:
        return None
    if not pattern.search(between) or _BREAKS.search(between):
        return None
    if not based and cues.BASE.match(reading.tail(i).lstrip()):
        return None
    return part


def row_of(reading: Reading, percent: Operand, part: Operand) -> list[tuple[Operand, Operand]]:
    """The parts of a sentence with their percentages that are counted like ``part``, this one among them.

    Args:
        reading: the figures.
        percent: one of the percentages.
        part: the part beside it.
    """
    row = [(part, percent)]
    for step in (-2, 2):
        i = percent.index + step
        while 0 < i < len(reading.figures) and abs(i - percent.index) <= 2 * _ROW and reading.sides[i]:
            other = reading.sides[i][0]
            if other.kind != "percent" or other.sentence != percent.sentence:
                break
            count = beside(reading, other)
            if count is None or count.kind != part.kind or (count.unit and part.unit and count.unit != part.unit):
                break
            row.append((count, other))
            i += step
    return sorted(row, key=lambda pair: pair[1].index)


def larger(a: Operand, b: Operand) -> bool:
    """Whether ``a`` may be larger than ``b``."""
    return a.bounds[1] > b.bounds[0]


def _proposal(part: Operand, whole: Operand, percent: Operand, rule: str) -> Proposal:
    return stated("share", {"part": part, "whole": whole, "percent": percent}, f"share.{rule}")


def _part_follows(reading: Reading, percent: Operand) -> bool:
    i = percent.index
    if i + 1 >= len(reading.figures) or len(reading.sides[i + 1]) != 1:
        return False
    part = reading.sides[i + 1][0]
    return part.sentence == percent.sentence and part.kind in COUNTABLE and _AS_PART.match(reading.tail(i)) is not None


def _percent_part(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "… là 1,5 tỷ USD, trong đó X góp 51% (tương đương 765 triệu USD)"."""
    part = reading.sides[percent.index + 1][0]
    whole = before(
        reading,
        percent.index,
        lambda o: same_unit(o, part) and larger(o, part) and not reading.in_brackets(o.index),
        sentences=1,
    )
    if whole is not None and cues.INSIDE.search(reading.lower[whole.end : percent.start]):
        if not fit.fits_share(part, whole, percent) and _follows_its_rate(reading, whole):
            # "tỷ lệ thất nghiệp là 0,76%, tương đương 6.014 người. Trong đó, tỷ lệ ở thành thị là 1,46%, tương đương
            # 4.375 người": each is a rate of other people.
            return None
        return _proposal(part, whole, percent, "percent_part")
    # "Hộ nghèo chiếm 10%, tương đương 125 hộ trong tổng số 1.250 hộ"
    if part.index + 1 < len(reading.figures) and len(reading.sides[part.index + 1]) == 1:
        whole = reading.sides[part.index + 1][0]
        over = _OVER_SO_MANY.match(reading.between(part.index, part.index + 1))
        same = bool(part.unit) and whole.unit == part.unit and whole.kind == part.kind
        if over is not None and same and whole.sentence == percent.sentence and larger(whole, part):
            return _proposal(part, whole, percent, "percent_part_whole")
    return None


def _follows_its_rate(reading: Reading, part: Operand) -> bool:
    """Whether a figure is what a rate right before it comes to: "0,76%, tương đương 6.014 người"."""
    i = part.index - 1
    if i < 0 or reading.figures[i].kind != "percent" or reading.sentence_of(i) != part.sentence:
        return False
    return cues.ENDS_EQUIVALENT.search(reading.cue(part.index)) is not None


def _part_percent_base(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "12.486 người, đạt 156,1% chỉ tiêu 8.000 người"."""
    nearest = before(reading, percent.index, lambda o: o.kind in COUNTABLE and o.kind != "duration", sentences=0)
    if nearest is None:
        return None
    gap = reading.lower[nearest.end : percent.start]
    if _BREAKS.search(gap) or ("%" in gap and not _AND_COMES_TO.search(reading.cue(percent.index))):
        return None
    if "%" in gap and (
        is_base(reading, nearest.index) or cues.amount_direction(reading.cue(nearest.index)) is not None
    ):
        return None
    base = base_behind(reading, percent, nearest)
    rises = cues.amount_direction(reading.cue(nearest.index)) is not None
    if base is not None and rises and _AND_COMES_TO.search(reading.cue(percent.index)):
        # "12.486 người, tức tăng thêm 7.868 người và đạt 156,1% chỉ tiêu": it is the level that came to so much.
        amount = nearest
        level = level_before(reading, amount.index, lambda o: o.kind == amount.kind and same_unit(o, amount))
        nearest = level or nearest
    said = cues.SHARE.search(reading.cue(percent.index)) is not None
    if base is not None and (nearest.kind != "count" or same_unit(nearest, base) or said):
        return _proposal(nearest, base, percent, "part_percent_base")
    return None


def _listed(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "127 đơn vị, gồm 58 hợp tác xã (45,67%), 33 doanh nghiệp và 36 hộ": a part of the list its total opens."""
    part = beside(reading, percent) or _first_listed(reading, percent)
    of_total = None
    if part is None and _OF_THE_TOTAL.match(reading.tail(percent.index)):
        part = of_total = beside(reading, percent, based=True)
    if part is None:
        return None
    for i in range(part.index - 1, max(-1, part.index - 8), -1):
        if len(reading.sides[i]) != 1 or reading.sentence_of(i) != percent.sentence:
            return None
        whole = reading.sides[i][0]
        opening = reading.between(i, i + 1)
        # "tiếp nhận 12.187 hồ sơ: đúng hạn …" opens a list, "hộ nghèo: 199 người, hộ cận nghèo: …" labels figures.
        colon = _COLON.match(opening) is not None and whole.unit == part.unit and bool(part.unit)
        if ")" in reading.lower[whole.end : part.start].split("(")[0]:
            return None
        if cues.CONSISTS.search(opening) or "trong đó" in opening or colon:
            same = whole.kind == part.kind and (part.kind == "count" or part.unit == whole.unit)
            own = bool(part.unit) and whole.unit == part.unit
            if of_total is not None and (i < part.index - 1 or not _repaired(part, whole, percent)):
                return None
            said = own or (larger(whole, part) and not _of_others(reading, part, whole, percent))
            return _proposal(part, whole, percent, "listed") if same and said else None
    return None


def _first_listed(reading: Reading, percent: Operand) -> Operand | None:
    """As in "1.520 thí sinh dự thi, trong đó 1.489 thí sinh đỗ, đạt 97,96%": of those, if their word is the same.

    "đạt" may be of a plan too, so it must not be more than a slip away.
    """
    part = beside(reading, percent, OF_PART)
    if part is None or not part.index or not part.unit or not _NO_BASE.match(reading.tail(percent.index)):
        return None
    whole = reading.sides[part.index - 1][:1]
    if not whole or whole[0].unit != part.unit or whole[0].sentence != part.sentence:
        return None
    return part if _repaired(part, whole[0], percent) else None


def _row_before_whole(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "8 tổ chức (19,05%), 29 tổ chức (69,05%) và 5 tổ chức (11,9%) trong tổng số 42 tổ chức"."""
    part = beside(reading, percent)
    if part is None:
        return None
    for i in range(percent.index + 1, min(len(reading.figures), percent.index + _ROW)):
        if reading.sentence_of(i) != percent.sentence or len(reading.sides[i]) != 1:
            return None
        whole = reading.sides[i][0]
        if whole.kind == "percent":
            if beside(reading, whole) is None:
                return None
        elif whole.kind != part.kind or whole.unit != part.unit:
            return None
        elif _OVER_ALL.search(reading.cue(i)):
            return _proposal(part, whole, percent, "row_before_whole")
    return None


def _over_slash(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "có 2.164 thí sinh đỗ tốt nghiệp/3.059 thí sinh dự thi, đạt tỷ lệ 70,74%"."""
    whole = beside(reading, percent, OF_PART, based=True)
    if whole is None or not whole.unit or not whole.index:
        return None
    tail = reading.tail(percent.index)
    if not _NO_BASE.match(tail) and not OF_PLAN.match(tail) and not _SO_MUCH_PLANNED.match(tail):
        return None
    sides = reading.sides[whole.index - 1]
    if len(sides) != 1 or sides[0].unit != whole.unit or sides[0].kind != whole.kind or sides[0].value is None:
        return None
    if not _SLASH.match(reading.between(whole.index - 1, whole.index)):
        return None
    return _proposal(sides[0], whole, percent, "over_slash") if _inside(sides[0], whole, percent) else None


def _of_those(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "Trong 1.460 hộ vừa thoát nghèo, 1.108 hộ có việc làm, chiếm 75,8%"."""
    part = beside(reading, percent, OF_PART)
    if part is None or not _NO_BASE.match(reading.tail(percent.index)):
        return None
    for i in range(part.index - 1, max(-1, part.index - _ROW), -1):
        if reading.sentence_of(i) != percent.sentence or len(reading.sides[i]) != 1:
            return None
        whole = reading.sides[i][0]
        if _OUT_OF.search(reading.cue(i)):
            if _TURNS.search(reading.lower[whole.end : part.start]):
                # "Trong 24.000 thí sinh, …; còn khối B có 3.059 thí sinh": of others.
                return None
            same = whole.kind == part.kind and bool(part.unit) and whole.unit == part.unit
            return _proposal(part, whole, percent, "of_those") if same else None
        if whole.kind != "percent" and whole.unit != part.unit:
            return None
    return None


def _done_of(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "phát hiện 463 ổ dịch, đã xử lý 458 ổ dịch (đạt 98,9%)": as many of as many, one right behind the other."""
    part = beside(reading, percent, OF_PART)
    if part is None or part.kind != "count" or not part.unit or not _NO_BASE.match(reading.tail(percent.index)):
        return None
    if part.index == 0 or len(reading.sides[part.index - 1]) != 1:
        return None
    whole = reading.sides[part.index - 1][0]
    between = reading.between(whole.index, part.index)
    if whole.kind != "count" or whole.unit != part.unit or whole.sentence != part.sentence:
        return None
    if not _inside(part, whole, percent):
        return None
    return _proposal(part, whole, percent, "done_of") if _DONE.search(between) and len(between) < 60 else None


def _part_base_percent(reading: Reading, percent: Operand) -> Proposal | None:
    """Part and whole side by side before the percentage, in one order or the other, with words that tell which."""
    i = percent.index
    if i < 2 or len(reading.sides[i - 1]) != 1 or len(reading.sides[i - 2]) != 1:
        return None
    earlier, nearest = reading.sides[i - 2][0], reading.sides[i - 1][0]
    if earlier.sentence != percent.sentence or nearest.kind not in ("count", "money", "measure"):
        return None
    if not same_quantity(earlier, nearest) or _BREAKS.search(reading.lower[nearest.end : percent.start]):
        return None
    between = reading.between(i - 2, i - 1)
    if _BREAKS.search(between.replace(";", ",")):
        return None
    cue, based = reading.cue(i), cues.BASE.search(reading.tail(i)[:24]) is not None
    # "845 tỷ đồng so với dự toán 1.318 tỷ đồng, đạt 61,4%"
    if ";" not in between and _OVER.match(between) and cues.BASE.search(between) and same_unit(earlier, nearest):
        return _proposal(earlier, nearest, percent, "part_base_percent")
    over = _OVER_SO_MANY.match(between)
    if over is not None and larger(nearest, earlier) and earlier.kind == nearest.kind:
        # "219.400 em đạt học lực giỏi trên tổng số 2,5 triệu học sinh"
        people = "tổng" in over["over"] and earlier.unit in PEOPLE and nearest.unit in PEOPLE
        same = bool(earlier.unit) and (earlier.unit == nearest.unit or people) and not based
        planned = "tổng" in over["over"] and earlier.unit == nearest.unit and OF_PLAN.match(reading.tail(i))
        if same or planned or ("tổng" in over["over"] and _repaired(earlier, nearest, percent)):
            return _proposal(earlier, nearest, percent, "over_so_many")
    # "1.462.315 người tham gia; so với dân số khoảng 1,6 triệu người, tỷ lệ bao phủ đạt 91,4%"
    # … but in "so với đầu năm tăng 16.842 tỷ đồng, bằng 11,2%" the second is the rise.
    held = _HELD_AGAINST.search(between) is not None and cues.direction(between) is None
    if held and same_unit(earlier, nearest) and not based and earlier.kind == nearest.kind:
        return _proposal(earlier, nearest, percent, "held_against")
    # "được giao 672,5 tỷ đồng, đến nay đã giải ngân 486,8 tỷ đồng, đạt 72,39%"
    plan = cues.PLAN.search(reading.cue(i - 2)) is not None and "đạt" in cue
    whose = reading.lower[nearest.end : percent.start].split(",")[0].strip()
    if (
        plan
        and same_unit(earlier, nearest)
        and earlier.kind != "count"
        and not based
        and (not whose or _repaired(nearest, earlier, percent))
    ):
        # "được giao 672 tỷ đồng, đã giải ngân 486 tỷ đồng vốn trong nước, đạt 95%": perhaps of those.
        return _proposal(nearest, earlier, percent, "plan_part_percent")
    # "Toàn tỉnh có 112 xã, đến nay 98 xã đạt chuẩn (87,5%)", "Tổng số cử tri là 45.980 người, … 45.210 người, đạt 98,3%"
    of_all = _WHOLE_OF.search(reading.cue(i - 2))
    if of_all is not None and _goes_with(reading, earlier, nearest, percent, "tổng" in of_all.group()):
        return _proposal(nearest, earlier, percent, "of_all")
    # "25.587 người …, trong đó chuyển đi thành công 6.906 trường hợp (đạt 23,09%)"
    inside = "trong đó" in between or cues.INSIDE.search(reading.cue(i - 2)) is not None
    if "trong đó" in between and (reading.in_brackets(earlier.index) or is_base(reading, earlier.index)):
        # "1.520 người, đạt 101,3% kế hoạch (1.500 người), trong đó nữ 608 người (40%)": of those, not of the plan.
        level = level_before(reading, earlier.index, lambda o: same_unit(o, earlier))
        if level is None and not fit.fits_share(nearest, earlier, percent):
            return None
        earlier = level or earlier
    said = reading.in_brackets(i) or "chiếm" in cue
    if nearest.kind != "count" and _REACHES.search(cue) and not _repaired(nearest, earlier, percent):
        # "… 10,5 tỷ đồng, trong đó thuế 5,2 tỷ đồng (đạt 92%)": of a plan of its own, as like as not.
        return None
    if (
        inside
        and said
        and not based
        and larger(earlier, nearest)
        and not _of_others(reading, nearest, earlier, percent)
    ):
        return _proposal(nearest, earlier, percent, "whole_part_percent")
    return None


def _unnamed(part: Operand, whole: Operand, percent: Operand) -> bool:
    """Whether the share may be of others: "tổng số mũi tiêm: 10.919, trong đó mũi 1 là 7.388 trẻ (64,5%)" is of all children."""
    return bool(part.unit) and not whole.unit and not fit.fits_share(part, whole, percent)


def _of_others(reading: Reading, part: Operand, whole: Operand, percent: Operand) -> bool:
    """As in "3.456 hộ, 14.200 nhân khẩu, trong đó đồng bào Chăm 1.200 hộ, chiếm 36,5% dân số": of what is counted otherwise."""
    if fit.fits_share(part, whole, percent):
        return False
    if _unnamed(part, whole, percent) or _OF_ALL_OF.match(reading.tail(percent.index)):
        return True
    before = (o for i in range(whole.index - 1, max(-1, whole.index - 4), -1) for o in reading.sides[i])
    return bool(part.unit) and any(o.unit == part.unit and o.sentence == part.sentence for o in before)


def _goes_with(reading: Reading, whole: Operand, part: Operand, percent: Operand, total: bool) -> bool:
    """Whether a count right behind one of all there are, with its rate, is of those: by the same word, and no base is named."""
    i = percent.index
    if not part.unit or part.unit != whole.unit or whole.kind != part.kind or not _inside(part, whole, percent):
        return False
    if cues.amount_direction(reading.cue(part.index)) is not None or not _NO_BASE.match(reading.tail(i)):
        return False
    between = reading.between(part.index, i)
    if SHARE_OF_PART.search(between):
        return True
    return total and OF_PART.search(between) is not None and _repaired(part, whole, percent)


def _inside(part: Operand, whole: Operand, percent: Operand) -> bool:
    """Whether the part is no more than the whole, or would be but for a slip."""
    return larger(whole, part) or fit.fits_share(whole, part, percent) or slips.near_share(part, whole, percent)


def _repaired(part: Operand, whole: Operand, percent: Operand) -> bool:
    """Whether the percentage is that of part and whole, or was before one slip."""
    return fit.fits_share(part, whole, percent) or slips.near_share(part, whole, percent)


_RULES: tuple[Callable[[Reading, Operand], Proposal | None], ...] = (
    _part_percent_base,
    _over_slash,
    _listed,
    _row_before_whole,
    _of_those,
    _part_base_percent,
    _done_of,
)
