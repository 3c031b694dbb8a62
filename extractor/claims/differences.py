"""Differences: "tăng 16 hộ so với …", "từ 187 xuống còn 151 phòng, giảm 36 phòng", "16/19 tiêu chí, còn thiếu 3"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.claims import bases, chance, cues, fit, slips
from extractor.claims.levels import from_to, from_to_behind, in_list, level_before
from extractor.claims.nearby import window
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, same_quantity
from extractor.lexicon.patterns import compiled

# Both begin with a set, for which the engine scans fast, and look back from there.
_MISSING = compiled(
    r"[ct](?<!\p{L}.)(?:(?<=c)(?:òn thiếu|òn|hưa đạt|òn lại)|(?<=t)hiếu)(?: \p{L}+)?(?: khoảng| gần| hơn)? $"
)
_LEFT = compiled(
    r"[ctps](?<!\p{L}.)(?<!xuống .)(?<!nay .)(?<!giảm .)(?<!lên .)(?<!vẫn .)"
    r"(?:(?<=c)(?:òn(?! có | ở | tại | thì | đạt )|ần thêm)|(?<=t)hiếu|(?<=p)hải|(?<=s)ố tiền còn)(?: \p{L}+){0,5} $"
)
_REST = compiled(r"^[^.;,\n]{0,24}?còn lại")
_BASE = compiled(
    rf"^[^;.\n]{{0,60}}?(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})(?:(?! và | còn | nhưng )[^;.)\n]){{0,50}}$|^ ?\((?:{cues.spellings('period_before')})(?!\p{{L}})[^()]{{0,40}}$|^ ?\($"
)
# "thấp hơn 4 người so với dự kiến nhưng cao hơn so với khóa trước (78 người)": a comparison of its own.
_AGAIN = compiled(
    rf"(?:,|(?<!\p{{L}})(?:và|nhưng|song|còn)) ?(?:\p{{L}}+ ){{0,3}}?(?:{cues.spellings('up')}|{cues.spellings('down')}|bằng)(?!\p{{L}})"
)
_DONE = compiled(rf"{cues.front('done')}(?!\p{{L}})")
_COMPARED = compiled(rf"[^,;.\n]{{0,12}}?(?<!\p{{L}})(?:{cues.spellings('compared')})(?!\p{{L}})")
_PLANNED = cues.word("set_plan")
_APART = compiled(rf"{cues.front('apart')}(?: \p{{L}}+){{0,2}} $")
_EARNS = compiled(rf"{cues.front('earns')}(?: \p{{L}}+){{0,4}} $")
_MINUS = compiled(rf"{cues.front('minus')}(?: \p{{L}}+){{0,2}} $")
_TO_TOTAL = compiled(rf"{cues.front('to_total')}(?!\p{{L}})(?: [\p{{L}}-]+){{0,8}} từ(?: \p{{L}}+)? $")
_NOT_YET = compiled(rf"^(?: \p{{L}}+){{0,4}} (?:{cues.spellings('not_yet')})(?!\p{{L}})")
_NORM = compiled(rf"^ so với (?:{cues.spellings('norm')})(?! \p{{L}}* ?\()(?!\p{{L}})")
# "giảm 35 vụ so với cùng kỳ, xử lý hình sự 8 vụ"
_NEXT_CLAUSE = compiled(r"(?<!\p{L})(?:so với |so |cùng kỳ)[^,(]{0,60}, ?\p{L}[^(]{0,80}$")
_OTHER_SUBJECT = compiled(r", ?\p{L}[^,;()]{6,} là $")
_RAISED = compiled(rf"{cues.front('to_total')}(?!\p{{L}})")
# "thị phần giảm 4,2%": what rises or falls is a rate, so that this may be meant in points.
_RATE_ITSELF = compiled(
    r"(?<!\p{L})(?:thị phần|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|lãi suất|độ che phủ|độ bao phủ)(?!\p{L})[^,;.()\d%]{0,60}$"
)
_LED_TO = compiled(r"^[^,;.()\d]{0,50},? ?(?:lên|xuống|còn|về)(?: còn| tới| đến| mức| khoảng| gần| hơn){0,3} $")
_AND_ITS_RATE = compiled(
    rf"^,? ?(?:(?:tức|tương ứng|tương đương|và) )?(?:{cues.spellings('up')}|{cues.spellings('down')}) $"
)
_OPENS_RATIO = compiled(r"[^,;.()\d]{0,40}\( ?")
_ONE_IN_BRACKETS = compiled(r" ?\)")
_LIKE = ("count", "money", "measure")
_CLAUSE = 110
_COMMA = compiled(r"[,;()]")


def find_differences(reading: Reading) -> Iterator[Proposal]:
    """A difference for each figure that states one between two published levels."""
    for index, figure in enumerate(reading.figures):
        if len(reading.sides[index]) != 1 or figure.value is None or figure.kind == "multiple":
            continue
        amount = reading.sides[index][0]
        proposal = next((found for rule in _OWN if (found := rule(reading, amount)) is not None), None)
        if proposal is None and _says_amount(reading, index):
            proposal = _between_levels(reading, amount)
        if proposal is not None:
            yield proposal


def _says_amount(reading: Reading, index: int) -> bool:
    """Whether the words in front make the figure a difference: "tăng 16 hộ", "tương ứng 3,03 điểm phần trăm"."""
    cue = reading.cue(index)
    if cues.amount_direction(cue) is not None or _is_left(cue) or _lies_between(reading, index):
        return True
    attached = reading.figures[index].kind == "points" and cues.EQUIVALENT.search(cue[-16:]) is not None
    return attached and index > 0 and cues.amount_direction(reading.cue(index - 1)) is not None


def _is_left(cue: str) -> bool:
    """Whether the words in front of a figure end in "còn …" or its like; few hold any of the words that may say so."""
    may = "còn" in cue or "phải" in cue or "thiếu" in cue or "cần thêm" in cue
    return may and _LEFT.search(cue) is not None


def _lies_between(reading: Reading, index: int) -> bool:
    """Whether the words in front make the figure what lies between two others: "cách biệt … đã lên tới 2.017.563 phiếu"."""
    if "apart" not in reading.roles:
        return False
    start = reading.figures[index].start
    low = max(reading.sentences[reading.sentence_of(index)].start, start - _CLAUSE)
    at = cues.last(cues.APART, reading.lower[low:start])
    if at < 0 or _COMMA.search(reading.lower, low + at, start):
        return False
    # "chênh lệch giữa hai xã là 12 điểm": what is counted in between is neither.
    unit = reading.sides[index][0].unit
    between = range(index - 1, max(-1, index - 4), -1)
    return all(o.start < low + at or o.unit != unit for i in between for o in reading.sides[i])


def _stated(larger: Operand, smaller: Operand, amount: Operand, rule: str) -> Proposal:
    return stated("difference", {"larger": larger, "smaller": smaller, "difference": amount}, f"difference.{rule}")


def _inferred(larger: Operand, smaller: Operand, amount: Operand, rule: str, tried: int) -> Proposal:
    odds = chance.of_sum(amount, (larger, smaller), tried)
    operands = {"larger": larger, "smaller": smaller, "difference": amount}
    return inferred("difference", {**operands}, f"difference.{rule}", candidates=tried, chance=odds)


def _missing(reading: Reading, amount: Operand) -> Proposal | None:
    """What a ratio leaves: "đạt 16/19 tiêu chí, còn thiếu 3 tiêu chí"."""
    if amount.kind != "count" or not reading.ratios:
        return None
    nearest = range(amount.index - 1, max(-1, amount.index - 4), -1)
    if all(len(reading.sides[i]) != 2 for i in nearest):
        return None
    if not _MISSING.search(reading.cue(amount.index)) or _REST.match(reading.tail(amount.index)):
        return None
    for i in nearest:
        if len(reading.sides[i]) != 2:
            continue
        done, whole = reading.sides[i]
        if amount.sentence - done.sentence > 1 or (amount.unit and done.unit and amount.unit != done.unit):
            return None
        told = "thiếu" in reading.cue(amount.index) or (
            amount.unit == done.unit and _NOT_YET.match(reading.tail(amount.index)) is not None
        )
        if amount.sentence == done.sentence and told:
            return _stated(whole, done, amount, "missing")
        if fit.meets(fit.difference(whole, done), amount):
            return _inferred(whole, done, amount, "missing", 1)
        return None
    return None


def _against_norm(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "bình quân 5,67/6 ngày, giảm 0,33 ngày so với quy định": the norm is the ratio's own."""
    i = amount.index
    if i == 0 or len(reading.sides[i - 1]) != 2 or not _NORM.match(reading.tail(i)):
        return None
    done, norm = reading.sides[i - 1]
    direction = cues.amount_direction(reading.cue(i))
    if direction is None or not amount.unit or done.unit != amount.unit or done.sentence != amount.sentence:
        return None
    if not cues.same_subject(reading.between(i - 1, i)):
        return None
    return _moved(norm, done, amount, direction, "against_norm")


def _apart(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "cao nhất 39,5 điểm, thấp nhất 21,25 điểm, chênh nhau 18,25 điểm": between the two figures before it."""
    i = amount.index
    if not reading.may_say(i, "apart") or not _APART.search(reading.cue(i)):
        return None
    pair = _two_before(reading, amount)
    if pair is None or any(o.unit != amount.unit for o in pair):
        return None
    larger, smaller = sorted(pair, key=lambda o: o.bounds[0], reverse=True)
    return _stated(larger, smaller, amount, "apart")


def _two_before(reading: Reading, amount: Operand) -> tuple[Operand, Operand] | None:
    i = amount.index
    if i < 2 or len(reading.sides[i - 1]) != 1 or len(reading.sides[i - 2]) != 1:
        return None
    pair = reading.sides[i - 2][0], reading.sides[i - 1][0]
    if any(o.sentence != amount.sentence or o.value is None or o.kind != amount.kind for o in pair):
        return None
    return pair


def _added(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "công nhận thêm 27 sản phẩm, nâng tổng số sản phẩm từ 187 lên 214 sản phẩm"."""
    i = amount.index
    if i + 2 >= len(reading.figures) or not reading.may_say(i + 1, "to_total"):
        return None
    levels = from_to(reading, i + 3)
    if levels is None or levels[0].index != i + 1 or levels[0].sentence != amount.sentence:
        return None
    old, new = levels
    same = amount.kind == new.kind and amount.unit == new.unit
    rises = "lên" in reading.between(old.index, new.index) and cues.DOWN.search(reading.cue(i)) is None
    if not (same and rises) or amount.value is None or not _TO_TOTAL.search(reading.cue(i + 1)):
        return None
    return _stated(new, old, amount, "added")


def _level(amount: Operand, other: Operand) -> bool:
    """Whether ``other`` can be a level that ``amount`` is a difference of."""
    if amount.kind in ("points", "percent"):
        return other.kind == "percent"
    if other.kind == "measure" and amount.kind in ("count", "money", "measure") and "/" in other.unit:
        # "36,5 triệu đồng/người/năm, tăng 3,2 triệu đồng"
        return other.unit.split("/")[0] == amount.unit or other.unit == amount.unit
    return same_quantity(amount, other)


def _between_levels(reading: Reading, amount: Operand) -> Proposal | None:
    said = next((found for rule in _RULES if (found := rule(reading, amount)) is not None), None)
    if said is not None:
        larger, smaller, _ = said.flat()
        if fit.meets(fit.difference(larger, smaller), amount):
            return said
    other = _fitting(reading, amount)
    if said is None or other is None:
        return other or said
    # The same figures in another order are no other reading: two of them are exchanged.
    return said if {o.index for o in other.flat()} == {o.index for o in said.flat()} else other


def _same_noun(a: Operand, b: Operand) -> bool:
    return a.kind != "count" or a.unit == b.unit or not a.unit or not b.unit


def _like_noun(amount: Operand, level: Operand) -> bool:
    """Whether both count alike: "hộ" and "hộ nghèo", but not people and accidents."""
    if "count" not in (amount.kind, level.kind) or not amount.unit or not level.unit or "." in level.ref:
        return True
    return amount.unit.split()[0] == level.unit.split()[0]


def _moved(old: Operand, new: Operand, amount: Operand, direction: str, rule: str) -> Proposal:
    """The larger is the level that the words say is larger, even where the figures do not bear it out."""
    larger, smaller = (new, old) if direction == "up" else (old, new)
    return _stated(larger, smaller, amount, rule)


def _from_to(reading: Reading, amount: Operand) -> Proposal | None:
    i = amount.index
    levels = from_to(reading, i)
    direction = cues.amount_direction(reading.cue(i))
    if levels is None or amount.kind == "percent" or direction is None or levels[0].sentence != amount.sentence:
        return None
    old, new = levels
    between = reading.between(i - 1, i)
    if not (_level(amount, new) and _level(amount, old) and _same_noun(amount, new)) or cues.STOP.search(between):
        return None
    return _moved(old, new, amount, direction, "from_to") if cues.same_subject(between) else None


def _from_to_behind(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "giảm 12 vụ (từ 96 vụ xuống còn 84 vụ)"."""
    levels = from_to_behind(reading, amount.index)
    direction = cues.amount_direction(reading.cue(amount.index))
    if levels is None or direction is None or amount.kind == "percent":
        return None
    if not all(_level(amount, o) and _same_noun(amount, o) for o in levels):
        return None
    return _moved(*levels, amount, direction, "from_to_behind")


def _base_behind(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "201 trường, tăng 17 trường so với năm học trước (184 trường)"; its rate in brackets may lie between."""
    i = amount.index
    direction = cues.amount_direction(reading.cue(i))
    if amount.kind == "percent" or direction is None or i + 1 >= len(reading.figures):
        return None
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
    if base.sentence != amount.sentence or not _level(amount, base):
        return None
    between = reading.between(i, j)[:110].split("%")[-1]
    if not _BASE.match(between) or _AGAIN.search(between) or between.count("so với ") > 1:
        return None
    if _OTHER_SUBJECT.search(between) and not reading.in_brackets(j):
        # "giảm 42.607 triệu đồng vốn vay, kế hoạch vốn sau điều chỉnh là 7.788.703 triệu đồng"
        return None
    if _RAISED.search(between) or _LED_TO.match(between) or _NEXT_CLAUSE.search(between):
        # "tăng thêm 4.924 triệu USD, nâng tổng vốn lên 12.181": where it led, not where it came from;
        # "giảm 4.000 em so với năm trước, nguyện vọng 2 là 70.190": another matter.
        return None
    level = level_before(reading, i, lambda o: _level(amount, o) and o.kind == base.kind and _same_noun(o, base))
    if level is None:
        return None
    apart = _apart_by(level, base)
    if in_list(reading, level) and not fit.meets(apart, amount) and not slips.repairs(amount, apart):
        return None
    return _moved(base, level, amount, direction, "base_behind")


def _ratio_behind(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "tăng 93 vụ (206/113 vụ)": both levels, the new one first as a rule, in brackets behind what they differ by."""
    i = amount.index + 1
    if i + 1 < len(reading.figures) and reading.figures[i].kind == "percent" and _AND_ITS_RATE.match(reading.cue(i)):
        # "giảm 165 vụ, giảm 45,96% (194/359 vụ)"
        i += 1
    if i >= len(reading.figures) or len(reading.sides[i]) != 2 or amount.kind != "count":
        return None
    new, old = reading.sides[i]
    if (new.unit and new.unit != amount.unit) or new.sentence != amount.sentence:
        return None
    if _OPENS_RATIO.fullmatch(reading.between(i - 1, i)) is None or _ONE_IN_BRACKETS.match(reading.tail(i)) is None:
        return None
    if cues.amount_direction(reading.cue(amount.index)) is None:
        return None
    larger, smaller = (new, old) if new.bounds[0] >= old.bounds[0] else (old, new)
    # "tăng 3 xã (12/15 xã)" of which 12 have risen is no comparison.
    return (
        _stated(larger, smaller, amount, "ratio_behind") if fit.meets(fit.difference(larger, smaller), amount) else None
    )


def _apart_by(a: Operand, b: Operand) -> Bounds:
    return fit.difference(*((a, b) if a.bounds[0] >= b.bounds[0] else (b, a)))


def _beyond_plan(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "98.240 người, bằng 101,3% kế hoạch (97.000 người), vượt 1.240 người"."""
    i = amount.index
    direction = cues.amount_direction(reading.cue(i))
    if i < 3 or direction is None or amount.kind not in _LIKE or reading.figures[i - 2].kind != "percent":
        return None
    if len(reading.sides[i - 1]) != 1 or len(reading.sides[i - 3]) != 1:
        return None
    tail = reading.tail(i, 40)
    if _COMPARED.match(tail) and not _PLANNED.search(tail):
        # "…, đạt 97,1% kế hoạch (8.700 ha), giảm 150 ha so với cùng kỳ": not of the plan.
        return None
    plan, level = reading.sides[i - 1][0], reading.sides[i - 3][0]
    between = reading.between(i - 2, i - 1)
    if not bases.BEFORE_FIGURE.match(between) or ";" in reading.lower[level.end : amount.start]:
        return None
    if not cues.same_subject(reading.between(i - 1, i)):
        return None
    if level.sentence != amount.sentence or any(
        o.kind != amount.kind or o.unit != amount.unit or o.value is None for o in (plan, level)
    ):
        return None
    found = _moved(plan, level, amount, direction, "beyond_plan")
    larger, smaller, _ = found.flat()
    if (
        cues.BEYOND.search(reading.cue(i))
        or _PLANNED.search(tail)
        or fit.meets(fit.difference(larger, smaller), amount)
    ):
        return found
    # "…, bằng 112,5% dự toán (400 tỷ đồng), tăng 40 tỷ đồng": of the year before, most likely.
    return None


def _left(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "có 463 hồ sơ, đã xử lý 458 hồ sơ (98,9%), còn 5 hồ sơ" or "thu 97 triệu đồng, trừ 32 triệu đồng, lời 65"."""
    if not _is_left(reading.cue(amount.index)) or _REST.match(reading.tail(amount.index)):
        return None
    near: list[Operand] = []
    for i in range(amount.index - 1, max(-1, amount.index - 5), -1):
        if reading.sentence_of(i) != amount.sentence or len(reading.sides[i]) != 1:
            return None
        if reading.figures[i].kind == "percent":
            continue
        near.append(reading.sides[i][0])
        if len(near) == 2:
            break
    if len(near) != 2:
        return None
    used, whole = near
    if any(o.kind != amount.kind or o.value is None for o in near) or not amount.unit or used.unit != amount.unit:
        return None
    if whole.unit != amount.unit:
        # "dôi dư 612 cán bộ; đã bố trí được 405 người, còn 207 người"
        fits = whole.kind == "count" and fit.meets(fit.difference(whole, used), amount)
        return _inferred(whole, used, amount, "left_of", 1) if fits else None
    if reading.in_brackets(used.index) or reading.in_brackets(whole.index):
        return None
    if (
        cues.amount_direction(reading.cue(whole.index)) is not None
        or cues.direction(reading.cue(used.index)) is not None
    ):
        return None
    between = reading.lower[whole.end : used.start]
    if ";" in between and not _MINUS.search(reading.cue(used.index)):
        return None
    said = _MINUS.search(reading.cue(used.index)) or (_DONE.search(between) and amount.kind == "count")
    if not said or len(between) > 60 or reading.lower[used.end : amount.start].count(",") > 2:
        return None
    # "tiếp nhận 120 ca, đã mổ 45 ca, còn 30 ca chờ mổ và 45 ca khác" leaves more than one figure.
    return _stated(whole, used, amount, "left_of") if _left_but_for_a_slip(whole, used, amount) else None


def _left_but_for_a_slip(whole: Operand, used: Operand, amount: Operand) -> bool:
    """Whether what is left is as printed, or would be but for one slip in one of the three, or two exchanged."""
    computed = fit.difference(whole, used)
    if fit.meets(computed, amount) or slips.repairs(amount, computed) or computed[1] < 0:
        return True
    rest = fit.difference(whole, amount)
    both = (used.bounds[0] + amount.bounds[0], used.bounds[1] + amount.bounds[1])
    if slips.repairs(used, rest) or slips.repairs(whole, both):
        return True
    return any(fit.meets(fit.difference(a, b), c) for a, b, c in ((used, whole, amount), (amount, used, whole))) or any(
        computed[0] <= bound * by <= computed[1] for bound in amount.bounds for by in slips.PLACES
    )


def _net(reading: Reading, amount: Operand) -> Proposal | None:
    """As in "… được 97,5 triệu đồng. Sau khi trừ 41 triệu đồng chi phí, ông lời 56,5 triệu đồng".

    What was earned may have been told in the sentence before; then it must not be more than a slip away.
    """
    i = amount.index
    if i < 2 or amount.kind != "money" or not reading.may_say(i - 1, "minus") or not _EARNS.search(reading.cue(i)):
        return None
    if not _MINUS.search(reading.cue(i - 1)) or any(len(reading.sides[k]) != 1 for k in (i - 1, i - 2)):
        return None
    whole, used = reading.sides[i - 2][0], reading.sides[i - 1][0]
    alike = all(o.kind == "money" and o.unit == amount.unit and o.value is not None for o in (whole, used))
    if not alike or used.sentence != amount.sentence or amount.sentence - whole.sentence > 1:
        return None
    if cues.amount_direction(reading.cue(i - 2)) is not None or reading.in_brackets(i - 2):
        return None
    computed = fit.difference(whole, used)
    if fit.meets(computed, amount) or slips.repairs(amount, computed):
        return _stated(whole, used, amount, "net")
    return None


_OWN: tuple[Callable[[Reading, Operand], Proposal | None], ...] = (_missing, _against_norm, _apart, _added, _net)
_RULES: tuple[Callable[[Reading, Operand], Proposal | None], ...] = (
    _from_to,
    _from_to_behind,
    _ratio_behind,
    _base_behind,
    _beyond_plan,
    _left,
)


def _fitting(reading: Reading, amount: Operand) -> Proposal | None:
    cue = reading.cue(amount.index)
    if amount.kind == "percent" and cues.BEYOND.search(cue) is None and _RATE_ITSELF.search(cue) is None:
        return None
    rule = "fit" if cues.amount_direction(reading.cue(amount.index)) is not None else "left"
    if rule == "left" and _lies_between(reading, amount.index):
        rule = "apart_fit"
    near = [o for o in window(reading, amount, back=9, ahead=3) if _level(amount, o) and o.index != amount.index]
    near = [o for o in near if o.value is not None and _like_noun(amount, o)]
    # "giảm 400 vụ …, giảm 61 vụ": a rise or fall is no level that another is the difference of; a rate may be one.
    near = [o for o in near if o.kind == "percent" or cues.amount_direction(reading.cue(o.index)) is None]
    named = _named_level(reading, amount)
    tried = 0
    for a in near:
        for b in near:
            if named is not None and named is not (
                a if cues.amount_direction(reading.cue(amount.index)) == "up" else b
            ):
                continue
            if b.index == a.index or b.kind != a.kind or a.bounds[0] < b.bounds[1] or not _same_noun(a, b):
                continue
            tried += 1
            if fit.meets(fit.difference(a, b), amount):
                far = abs(a.sentence - amount.sentence) > 2 or abs(b.sentence - amount.sentence) > 2
                if amount.kind == "percent" and not _as_printed(a, b, amount):
                    continue
                if (a.modified or b.modified) and not _nearly_printed(a, b, amount):
                    continue
                if rule == "fit" and _makes_up(reading, a, b, amount):
                    odds = chance.of_sum(a, (b, amount), tried)
                    parts: Operands = {"parts": (b, amount), "total": a}
                    made = inferred("sum", parts, "sum.with_rise", candidates=tried, chance=odds)
                    return made if odds <= (chance.FAR if far else chance.WEAK) else None
                found = _inferred(a, b, amount, rule, tried)
                assert found.chance is not None and a.value is not None and b.value is not None
                if amount.kind in ("points", "percent") or a.unit == b.unit == amount.unit:
                    nominal = chance.of_sum_nominal(amount, a.value - b.value, (a, b))
                    found.chance = min(found.chance, tried * nominal)
                return found if found.chance <= (chance.FAR if far else chance.WEAK) else None
    return None


def _as_printed(a: Operand, b: Operand, amount: Operand) -> bool:
    """Whether the numbers as printed differ by the amount, and that to a decimal: "62,6% … 50% … vượt 12,6%"."""
    assert a.value is not None and b.value is not None and amount.value is not None
    return amount.ulp is not None and amount.ulp < 1 and a.value - b.value == amount.value


def _makes_up(reading: Reading, total: Operand, part: Operand, rise: Operand) -> bool:
    """Whether a level and a rise are said to make up a total: "cấp mới 7.256 …; tăng thêm 4.924 …, nâng tổng vốn lên 12.181"."""
    first, last = sorted((part, rise), key=lambda o: o.index)
    if cues.amount_direction(reading.cue(rise.index)) != "up":
        return False
    if total.index > last.index:
        return _RAISED.search(reading.cue(total.index, _CLAUSE)) is not None and first.sentence == total.sentence
    between = reading.lower[total.end : first.start]
    return total.index < first.index and cues.INSIDE.search(between) is not None and first.sentence == last.sentence


def _named_level(reading: Reading, amount: Operand) -> Operand | None:
    """As in "tăng 30 đồng/lít, lên 19.870 đồng/lít": where the rise or fall led, if that is told right behind it."""
    i = amount.index
    if i + 1 >= len(reading.figures) or len(reading.sides[i + 1]) != 1:
        return None
    level = reading.sides[i + 1][0]
    same = level.sentence == amount.sentence and _level(amount, level)
    return level if same and _LED_TO.match(reading.between(i, i + 1)) else None


def _nearly_printed(a: Operand, b: Operand, amount: Operand) -> bool:
    """Whether hedged levels are as far apart as printed: "33.600 …, khoảng 33.500" is hardly meant to be 200 apart."""
    assert a.value is not None and b.value is not None
    step = sum((o.ulp for o in (a, b, amount) if o.ulp is not None), Decimal(0))
    apart = a.value - b.value
    return a.unit != b.unit or amount.bounds[0] - step <= apart <= amount.bounds[1] + step
