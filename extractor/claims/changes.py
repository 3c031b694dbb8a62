"""Changes: since what a percentage rose or fell. First what the syntax states, then what the arithmetic finds."""

from __future__ import annotations

from decimal import Decimal

from extractor.claims import bases, chance, cues, fit, slips
from extractor.claims.bases import COUNTABLE
from extractor.claims.levels import from_to, from_to_behind, goes_on, in_list, level_before
from extractor.claims.nearby import after, before, window
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading, same_quantity, same_unit
from extractor.lexicon.patterns import compiled

_TURN = compiled(r"[.;\n]|(?<!\p{L})(?:song|nhưng|còn)(?!\p{L})")
_SINCE_YEAR = compiled(r"^ so (?:với )?năm (?P<year>\d{4})(?!\d)(?! ?\()")
# "Năm 2022, tỉnh đón …"; "6 tháng đầu năm 2022" is another time.
_IN_YEAR = compiled(r"(?:^\W*|[,;(] ?)(?:(?:trong|vào|cả|hết|kết thúc) )?năm (?P<year>\d{4})(?!\d),?[^.;()\d]{0,70}$")
_ALL = Decimal(100)
_YEAR_REACH = 10
_YEAR_SENTENCES = 2
_EQUIVALENT_TO = compiled(
    rf"^\)?,? \(?(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn| tỷ lệ| mức){{0,3}} $"
)
_SINCE_PLAN = compiled(rf"^\)? so (?:với )?(?:{cues.spellings('set_plan')})(?!\p{{L}})")
_FALLS_TO = compiled(r"(?<!\p{L})(?:xuống|còn)(?!\p{L})")
_IN_BRACKETS = compiled(r"[^,;.()\d]{0,40}\( ?")
_OPENS = compiled(r" ?\( ?")
_CLOSES = compiled(r" ?\)[^;.()\d]{0,40}")
_OPENS_RATE = compiled(r"(?: \p{L}+){0,3} \((?:tăng|giảm)(?: khoảng| gần| hơn| trên)? ")
# "tăng 65% so với năm trước nhờ tín dụng tăng mạnh lên mức 196,7 nghìn tỷ đồng": another clause tells why.
_GROUNDS = compiled(r"(?<!\p{L})(?:nhờ|do|vì|bởi)(?!\p{L})")
_LEADS_TO = compiled(
    rf"^[^.;%]{{0,40}}(?<!\p{{L}})(?:{cues.spellings('to_new')})(?: còn| tới| đến| mức| khoảng| gần| hơn)* $"
)


def change_of(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """The two levels of a percentage that is a rise or a fall, if the article prints them.

    Args:
        reading: the figures.
        percent: the percentage.
        direction: ``"up"`` or ``"down"``.
    """
    points = _change_in_points(reading, percent)
    if points is not None:
        return points
    said = (
        _from_to(reading, percent, direction)
        or _from_to_behind(reading, percent, direction)
        or _base_behind(reading, percent, direction)
        or _since_named_year(reading, percent, direction)
        or _of_ratio_before(reading, percent, direction)
        or _of_ratio_behind(reading, percent, direction)
    )
    if said is not None:
        old, new, _ = said.flat()
        if fit.fits_change(old, new, percent, direction):
            return said
    other = _to_behind(reading, percent, direction) or _fitting_change(reading, percent, direction)
    if said is None or other is None:
        return other or said
    return said if {o.index for o in other.flat()} == {o.index for o in said.flat()} else other


def changed(old: Operand, new: Operand, percent: Operand, direction: str, rule: str) -> Proposal:
    """A change that the syntax states."""
    return stated("change", {"old": old, "new": new, "percent": percent}, f"change.{rule}", direction=direction)


def _change_in_points(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "35,1% …, thấp hơn 0,4% so với chỉ tiêu (35,5%)": printed in percent, meant in points."""
    levels = from_to(reading, percent.index) or from_to_behind(reading, percent.index)
    if levels is not None and all(o.kind == "percent" and o.value is not None for o in levels):
        larger, smaller = sorted(levels, key=lambda o: o.bounds[0], reverse=True)
        if fit.meets(fit.difference(larger, smaller), percent):
            odds = chance.of_sum(percent, (larger, smaller), 1)
            operands = {"larger": larger, "smaller": smaller, "difference": percent}
            return inferred("difference", {**operands}, "difference.percent_as_points", candidates=1, chance=odds)
        return None
    base = after(reading, percent.index)
    level = before(reading, percent.index, lambda o: o.kind == "percent", sentences=0)
    if base is None or level is None or base.kind != "percent" or base.sentence != percent.sentence:
        return None
    if level.value is None or base.value is None or level.value == base.value:
        return None
    if not bases.BEFORE_FIGURE.match(reading.between(percent.index, base.index)):
        return None
    larger, smaller = (level, base) if level.value > base.value else (base, level)
    if not fit.meets(fit.difference(larger, smaller), percent):
        return None
    odds = chance.of_sum(percent, (larger, smaller), 1)
    operands = {"larger": larger, "smaller": smaller, "difference": percent}
    return inferred("difference", {**operands}, "difference.percent_as_points", candidates=1, chance=odds)


def _from_to(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "từ O lên N, tăng P%"; an amount may lie between: "từ O xuống còn N, giảm D, tương ứng P%"."""
    i = percent.index
    for j in (i, i - 1):
        levels = from_to(reading, j)
        if levels is None or levels[0].kind == "percent" or levels[0].sentence != percent.sentence:
            continue
        between = reading.between(j - 1, j)
        if _TURN.search(between) or not cues.same_subject(between):
            return None
        if j < i and not _amount_between(reading, percent, direction):
            return None
        if _SINCE_PLAN.match(reading.tail(i)) and not fit.fits_change(*levels, percent, direction):
            return None
        return changed(*levels, percent, direction, "from_to")
    return None


def _from_to_behind(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "tăng 64,7%, từ 85 tấn lên 140 tấn", "giảm 12,5% (từ 96 vụ xuống còn 84 vụ)"."""
    levels = from_to_behind(reading, percent.index)
    if levels is None or levels[0].kind == "percent":
        return None
    return changed(*levels, percent, direction, "from_to_behind")


def _amount_between(reading: Reading, percent: Operand, direction: str) -> bool:
    """Whether the figure before the percentage is the rise or fall itself: "giảm 36 phòng (19,25%)"."""
    i = percent.index
    if len(reading.sides[i - 1]) != 1 or cues.amount_direction(reading.cue(i - 1)) != direction:
        return False
    between = reading.between(i - 1, i)
    return not _TURN.search(between) and (reading.in_brackets(i) or cues.ENDS_EQUIVALENT.search(between) is not None)


def _base_behind(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "N, tăng P% so với … (O)"."""
    i = percent.index
    old = after(reading, i)
    if old is None or old.kind not in COUNTABLE or old.sentence != percent.sentence:
        return None
    between = reading.between(i, i + 1)
    if not bases.BEFORE_FIGURE.match(between) and not bases.IN_BRACKETS.match(between):
        return None

    def accept(o: Operand) -> bool:
        return same_unit(o, old) and o.kind == old.kind

    new = level_before(reading, i, accept)
    if new is None or (new.index < i - 1 and not goes_on(reading, i) and _subject_between(reading, new.index, i)):
        return None
    fits = fit.fits_change(old, new, percent, direction) or slips.near_share(new, old, percent, direction)
    unlikely = in_list(reading, new) or _GROUNDS.search(between) or _rises_itself(reading, old)
    if unlikely and not fits:
        return None
    return changed(old, new, percent, direction, "base_behind")


def _rises_itself(reading: Reading, old: Operand) -> bool:
    """As in "213,2 nghìn tấn, tăng 4,9% (quý III đạt 93,8 nghìn tấn, tăng 1,7%)": no former level."""
    i = old.index + 1
    return (
        i < len(reading.figures)
        and reading.in_brackets(old.index)
        and ")" not in reading.between(old.index, i)
        and reading.figures[i].kind == "percent"
        and cues.direction(reading.cue(i)) is not None
    )


def _since_named_year(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "Năm 2022 đón 1,2 triệu lượt khách. Năm 2023 … đạt 1,5 triệu lượt, tăng 25% so với năm 2022"."""
    i = percent.index
    named = _SINCE_YEAR.match(reading.tail(i))
    if named is None or not goes_on(reading, i):
        return None
    new = level_before(reading, i, lambda o: o.kind in COUNTABLE and o.kind != "duration" and bool(o.unit))
    if new is None or new.value is None or (new.index < i - 1 and _subject_between(reading, new.index, i)):
        return None
    found: list[Operand] = []
    for k in range(new.index - 1, max(-1, new.index - 1 - _YEAR_REACH), -1):
        if new.sentence - reading.sentence_of(k) > _YEAR_SENTENCES:
            break
        if len(reading.sides[k]) != 1 or reading.sides[k][0].kind != new.kind or reading.sides[k][0].unit != new.unit:
            continue
        year = _IN_YEAR.search(reading.cue(k, 90))
        if year is not None and year["year"] == named["year"]:
            found.append(reading.sides[k][0])
    if len(found) != 1 or found[0].value is None or cues.amount_direction(reading.cue(found[0].index)) is not None:
        return None
    old = found[0]
    if not fit.fits_change(old, new, percent, direction) and not slips.near_share(new, old, percent, direction):
        return None
    return changed(old, new, percent, direction, "named_year")


def _of_ratio_before(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "thêm 7 người (35/28), tức tăng 25%": the rate of what both levels in brackets are apart."""
    i = percent.index
    if i < 2 or len(reading.sides[i - 1]) != 2 or len(reading.sides[i - 2]) != 1:
        return None
    new, old = reading.sides[i - 1]
    amount = reading.sides[i - 2][0]
    if amount.kind != "count" or new.sentence != amount.sentence or new.sentence != percent.sentence:
        return None
    if not _IN_BRACKETS.fullmatch(reading.between(i - 2, i - 1)) or not _CLOSES.fullmatch(reading.between(i - 1, i)):
        return None
    larger, smaller = (new, old) if direction == "up" else (old, new)
    if not old.value or not fit.meets(fit.difference(larger, smaller), amount):
        return None
    return changed(old, new, percent, direction, "ratio_before")


def _of_ratio_behind(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "giảm 165 vụ, giảm 45,96% (194/359 vụ) so với cùng kỳ": both levels, the new one first, behind the rate."""
    i = percent.index + 1
    if i >= len(reading.figures) or len(reading.sides[i]) != 2 or not _OPENS.fullmatch(reading.between(i - 1, i)):
        return None
    new, old = reading.sides[i]
    if new.sentence != percent.sentence or not old.value or new.value is None or not _CLOSES.match(reading.tail(i)):
        return None
    if not fit.fits_change(old, new, percent, direction) and not slips.near_share(new, old, percent, direction):
        # "tăng 12% (45/60 xã)" is so many of all.
        return None
    return changed(old, new, percent, direction, "ratio_behind")


def _subject_between(reading: Reading, index: int, percent: int) -> bool:
    """Whether another percentage lies between a level and one that may speak of it, with words of its own before it."""
    return any(reading.figures[k].kind == "percent" for k in range(index + 1, percent))


def _to_behind(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    """As in "tăng 4,7% so với năm 2015, lên 115,3 triệu đồng/tháng": the old level is one of those before."""
    new = after(reading, percent.index)
    if new is None or new.sentence != percent.sentence or new.kind not in COUNTABLE or new.value is None:
        return None
    if not _LEADS_TO.match(reading.between(percent.index, new.index)):
        return None
    tried = 0
    for old in window(reading, percent, back=3, ahead=0):
        if old.start > percent.start or old.kind != new.kind or not same_unit(old, new) or not old.value:
            continue
        tried += 1
        computed = fit.change(old, new)
        if computed is None or not fit.fits_change(old, new, percent, direction):
            continue
        middle = abs(new.value / old.value - 1) * 100
        odds = min(chance.of_ratio(percent, computed, tried), chance.of_nominal(percent, middle, tried))
        if odds > chance.LIKELY:
            return None
        operands = {"old": old, "new": new, "percent": percent}
        return inferred("change", {**operands}, "change.to_behind", candidates=tried, chance=odds, direction=direction)
    return None


def _fitting_change(reading: Reading, percent: Operand, direction: str) -> Proposal | None:
    near = [o for o in window(reading, percent, back=3, ahead=2) if o.kind in COUNTABLE and o.kind != "duration"]
    parts = {o.index for o in near if _is_part(reading, o)}
    risen = _beside_bracket(reading, percent)
    tried = 0
    for new in near:
        if abs(new.sentence - percent.sentence) > 3 or (risen is not None and new is not risen):
            continue
        for old in near:
            if old.index == new.index or not same_unit(old, new) or old.value is None:
                continue
            if (new.bounds[1] <= old.bounds[0]) == (direction == "up"):
                continue
            if bool(old.unit) != bool(new.unit) and old.sentence != new.sentence:
                # Bare numbers of a list are of what that counts.
                continue
            if (old.index in parts) != (new.index in parts):
                # "tăng 7,3%. Trong đó, thu nội địa đạt 16.186 tỷ đồng": no earlier level of the total.
                continue
            if percent.value == _ALL and direction == "down":
                # Nothing is left, so no figure is what is left.
                continue
            tried += 1
            if not fit.fits_change(old, new, percent, direction) or _is_share_of(reading, new, old, percent):
                continue
            computed = fit.change(old, new)
            if computed is not None:
                odds = max(chance.of_ratio(percent, computed, tried), chance.of_small(old, new, tried))
                if odds > (chance.LIKELY if new.sentence == percent.sentence else chance.FAR):
                    return None
                operands = {"old": old, "new": new, "percent": percent}
                return inferred(
                    "change", {**operands}, "change.fit", candidates=tried, chance=odds, direction=direction
                )
    return None


def _beside_bracket(reading: Reading, percent: Operand) -> Operand | None:
    """The figure that a rate in brackets right behind it speaks of: "doanh thu đạt 1.269 tỷ đồng | (tăng 14,3% so với …)"."""
    i = percent.index - 1
    if i < 0 or len(reading.sides[i]) != 1 or reading.sentence_of(i) != percent.sentence:
        return None
    figure = reading.sides[i][0]
    level = figure.kind in COUNTABLE and figure.kind != "duration"
    alone = cues.amount_direction(reading.cue(i)) is None and not reading.in_brackets(i)
    return figure if level and alone and _OPENS_RATE.fullmatch(reading.between(i, i + 1)) else None


def _is_share_of(reading: Reading, part: Operand, whole: Operand, percent: Operand) -> bool:
    """As in "163 căn, chiếm 1%, giảm 99% so với năm 2019": of all homes, and no fall from all of them."""
    i = percent.index - 1
    if i < 0 or reading.figures[i].kind != "percent" or reading.sentence_of(i) != percent.sentence:
        return False
    beside = reading.sides[i][0] if len(reading.sides[i]) == 1 else None
    if beside is None or beside.value is None or cues.direction(reading.cue(i)) is not None:
        return False
    return fit.fits_share(part, whole, beside)


def _is_part(reading: Reading, operand: Operand) -> bool:
    return reading.may_say(operand.index, "inside") and cues.INSIDE.search(reading.cue(operand.index)) is not None


def amount_and_percent(reading: Reading, percent: Operand, direction: str) -> tuple[Proposal, Proposal] | None:
    """As in "tăng 1.124 em (6,4%) so với năm ngoái (17.518 em)": the two levels that give both the rise and its rate.

    Args:
        reading: the figures.
        percent: the percentage beside the amount.
        direction: ``"up"`` or ``"down"``.
    """
    i = percent.index
    if i == 0 or len(reading.sides[i - 1]) != 1:
        return None
    amount = reading.sides[i - 1][0]
    if amount.kind not in ("count", "money", "measure"):
        return None
    beside = reading.in_brackets(i) or cues.ENDS_EQUIVALENT.search(reading.cue(i)) is not None
    if not beside or amount.sentence != percent.sentence or cues.amount_direction(reading.cue(i - 1)) is None:
        return None
    return _both_stated(reading, amount, percent, direction) or _both_fitting(reading, amount, percent, direction)


def rate_of_amount(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "2.710 người, giảm 300 người so với năm 2015 (3.010 người), tương đương 9,97%": the rate of the amount told.

    Args:
        reading: the figures.
        percent: the percentage, whose own words say no rise and no fall.
    """
    i = percent.index
    if i < 2 or not _EQUIVALENT_TO.match(reading.cue(i)) or any(len(reading.sides[k]) != 1 for k in (i - 1, i - 2)):
        return None
    amount, old = reading.sides[i - 2][0], reading.sides[i - 1][0]
    direction = cues.amount_direction(reading.cue(i - 2))
    if direction is None or amount.kind != old.kind or amount.unit != old.unit or amount.sentence != percent.sentence:
        return None
    between = reading.between(i - 2, i - 1)
    if not bases.BEFORE_FIGURE.match(between) and not bases.IN_BRACKETS.match(between):
        return None
    new = level_before(reading, i - 2, lambda o: o.kind == old.kind and o.unit == old.unit)
    if new is None or new.value is None or not old.value:
        return None
    return changed(old, new, percent, direction, "rate_of_amount")


def rate_of_way(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "tăng từ 1.920,37 đồng/kWh lên 2.006,79 đồng/kWh, tương đương 4,5%": the rate of the way just told.

    Args:
        reading: the figures.
        percent: the percentage, whose own words say no rise and no fall.
    """
    levels = from_to(reading, percent.index)
    if levels is None or not _EQUIVALENT_TO.match(reading.cue(percent.index)):
        return None
    old, new = levels
    if old.kind not in COUNTABLE or old.sentence != percent.sentence or not old.value or new.value is None:
        return None
    way = "down" if _FALLS_TO.search(reading.between(old.index, new.index)) else "up"
    if not fit.fits_change(old, new, percent, way) and not slips.near_share(new, old, percent, way):
        # "từ 12 xã lên 45 xã, tương đương 60%" of all there are.
        return None
    return changed(old, new, percent, way, "rate_of_way")


def _both_stated(
    reading: Reading, amount: Operand, percent: Operand, direction: str
) -> tuple[Proposal, Proposal] | None:
    """The level before the amount and the base behind the percentage, or "từ O lên N" before both."""
    levels = from_to(reading, amount.index)
    if levels is not None:
        between = reading.between(amount.index - 1, amount.index)
        if _TURN.search(between) or not cues.same_subject(between):
            return None
        old, new = levels
    else:
        behind = after(reading, percent.index)
        if behind is None or behind.sentence != percent.sentence or behind.kind != amount.kind:
            return None
        between = reading.between(percent.index, behind.index).lstrip(")")
        if not bases.BEFORE_FIGURE.match(between):
            return None
        old = behind

        def accept(o: Operand) -> bool:
            return o.kind == old.kind and (o.kind != "count" or o.unit in (old.unit, amount.unit) or not o.unit)

        found = level_before(reading, amount.index, accept)
        if found is None:
            return None
        new = found
    if old.kind == "percent" or old.value is None or new.value is None:
        return None
    larger, smaller = (new, old) if direction == "up" else (old, new)
    operands = {"larger": larger, "smaller": smaller, "difference": amount}
    return (
        stated("difference", {**operands}, "difference.amount_percent"),
        changed(old, new, percent, direction, "amount_percent"),
    )


def _both_fitting(
    reading: Reading, amount: Operand, percent: Operand, direction: str
) -> tuple[Proposal, Proposal] | None:
    near = [
        o for o in window(reading, percent, back=9, ahead=2) if same_quantity(o, amount) and o.index != amount.index
    ]
    tried = 0
    for new in near:
        for old in near:
            if old.index == new.index or old.value is None or new.value is None:
                continue
            larger, smaller = (new, old) if direction == "up" else (old, new)
            if larger.bounds[0] <= smaller.bounds[1]:
                continue
            tried += 1
            computed = fit.change(old, new)
            if computed is None or not fit.fits_change(old, new, percent, direction):
                continue
            if fit.meets(fit.difference(larger, smaller), amount):
                # Both fit at once.
                odds = min(
                    chance.of_ratio(percent, computed, tried),
                    chance.of_sum(amount, (larger, smaller), tried),
                    Decimal(1),
                )
                operands = {"larger": larger, "smaller": smaller, "difference": amount}
                return (
                    inferred(
                        "difference", {**operands}, "difference.amount_percent_fit", candidates=tried, chance=odds
                    ),
                    inferred(
                        "change",
                        {"old": old, "new": new, "percent": percent},
                        "change.amount_percent_fit",
                        candidates=tried,
                        chance=odds,
                        direction=direction,
                    ),
                )
    return None
