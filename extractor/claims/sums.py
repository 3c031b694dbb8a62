"""Sums: parts that make up a total."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit, slips
from extractor.claims.classes import are_all_classes
from extractor.claims.crossing import cut_across
from extractor.claims.lists import closes, listed_behind, listed_past_bracket, named_first, out_of
from extractor.claims.nearby import other_matter
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, bounds_in, same_quantity
from extractor.claims.slipped_sums import little_more, needed, one_slip_away, slipped
from extractor.lexicon.patterns import compiled

_LONGEST = 16
_REACH = 24
_NEAR = 6
# How improbable it must be that unrelated figures miss a total by one slip: of a list that is said to be all of it,
# and of one that may be.
_SLIP_ALL = Decimal(1)
_SLIP = Decimal("0.02")
_EXCHANGED = Decimal("0.1")
_ENDS_CLAUSE = compiled(r"[;()\n]|\. ")
_ENDS_PART = compiled(r" ?(?:[,;)]|và(?!\p{L}))")
_OPENS_WITHIN = 90
_CLOSES_WITHIN = 90
_BRACKET = 240
# "Hà Nội (10,4 tỷ USD) và vùng Đông Nam Bộ gồm …": the brackets close, and what consists of the parts is another.
_ANOTHER_CONSISTS = compiled(rf"^[^()]*\)(?!,? ?(?:{cues.spellings('consists')}|{cues.spellings('inside')}|:))")
_CONSISTS_OF = compiled(rf"^[ ,(]*(?:{cues.spellings('consists')})(?!\p{{L}})")
# To the next of a row, by its name or none; "…, với 35 hộ", "…, trong đó 35 hộ" go on otherwise.
_NEXT_PART = compiled(
    r"^[^,;.()\n]{0,60}?(?:[,;]| và)(?:(?: (?!với|trong|gồm|đạt|chiếm|tăng|giảm|còn|đã|được)\p{L}+){1,4} (?:có|là))? ?$"
)
_JOINED = compiled(r"(?<!\p{L})(?:và|cùng|còn)(?!\p{L})")
_REST = compiled(r"^[^.;,\n]{0,30}?còn lại")
_PLUS = compiled(rf"{cues.front('plus')}(?!\p{{L}})")
_LEAVES = compiled(r"(?<!\p{L})còn (?!lại)(?:\p{L}+ ){0,2}$")
_TOTALS = compiled(rf"[,;] ?(?:(?:và|với|như vậy) )?(?:{cues.spellings('in_total')})(?: (?!lên )[\p{{L}}]+){{0,4}} $")
_BOTH_TOGETHER = compiled(r"(?<!\p{L})(?:cộng|tổng|gộp|tính)(?: chung| cộng| số)? cả hai(?!\p{L})")
_COMES_TO = compiled(r"^[^,;]{0,24}(?<!\p{L})(?:là|thành|được|bằng) $")
_NOT_YET = compiled(rf"^(?: \p{{L}}+){{0,3}} (?:{cues.spellings('not_yet')})(?!\p{{L}})")
_OTHERS_OPEN = compiled(r"[^,;.()\n]{0,60}[,;] ?(?:và |còn |chỉ còn )?")
# "…, chưa kể dự phòng", "… và các nguồn khác"
_NOT_ALL = compiled(
    rf"^ ?(?:\.\.\.|…)|^[^.;\n\d]{{0,40}}?(?<!\p{{L}})(?:(?:{cues.spellings('not_all')})(?!\p{{L}})"
    r"|(?:và|cùng) (?:các|một số|những|nhiều|nguồn)[^,;.\n\d]{0,30} khác(?!\p{L})|v\.v)"
)
_EACH = compiled(r"(?<!\p{L})(?:mỗi|từng)(?!\p{L})")
_THESE = compiled(r"^ (?:này|trên|nói trên|kể trên)(?!\p{L})")
_ADDABLE = ("count", "money", "measure", "duration")
_SMALL = Decimal(12)
# How far a total may be rounded that its parts are not (see :func:`fit.total`).
_ROUNDED = Decimal("0.5")
_FEW = 8
_THOUSAND = 1000
_THREE_DECIMALS = compiled(r"[\d.]{1,20},\d{3}(?!\d)")
# How far from the start of its sentence a figure opens it ("Có 3 nhóm …").
_OPENS_SENTENCE = 3
_SENTENCES = 5
# How far back the parts of what is called a total may be told.
_TOTAL_SENTENCES = 2
_TOTAL_WITHIN = 110
# How far a rise or fall may be told by its parts, and by how many.
_RISES_REACH = 6
_RISES = 4
_TO_TOTAL = compiled(rf"{cues.front('to_total')}(?!\p{{L}})")
_OPENS_PARTS = compiled(rf"(?<!\p{{L}})(?:{cues.spellings('inside')}|cụ thể)(?!\p{{L}})|:")
# Limits of chance where the words say that parts follow, and where they do not.
_CUED = Decimal("0.3")
_UNCUED = Decimal("0.006")


def find_sums(reading: Reading) -> Iterator[Proposal]:
    """Totals with the parts that follow or precede them, and what a ratio leaves."""
    addends = _Addends(reading)
    for index, sides in enumerate(reading.sides):
        if reading.ratios and len(sides) == 1 and sides[0].kind == "count":
            if any(len(reading.sides[i]) == 2 for i in range(max(0, index - 2), index)):
                yield from _rest_of_ratio(reading, sides[0])
            elif _REST.match(reading.tail(index)):
                yield from _rest_of_all(reading, sides[0])
        if len(sides) == 1 and sides[0].kind == "count" and _opens_as_rest(reading, sides[0]):
            yield from _rest_of_two(reading, sides[0])
        for total in sides:
            if total.kind not in _ADDABLE or total.value is None:
                continue
            added = _added(reading, total) or _told_before(reading, total)
            if added is not None:
                yield added
                continue
            if (rises := _of_rises(reading, total) or _raised(reading, total)) is not None:
                yield rises
                continue
            behind = list(_parts_behind(reading, addends, total))
            yield from behind
            if not behind and (ahead := _parts_before(reading, addends, total)) is not None:
                yield ahead


def _stated(parts: list[Operand], total: Operand, rule: str) -> Proposal:
    return stated("sum", {"parts": tuple(parts), "total": total}, f"sum.{rule}")


def _inferred(parts: list[Operand], total: Operand, rule: str, tried: int) -> Proposal:
    odds = chance.of_sum(total, parts, tried)
    if total.modified and total.value:
        odds = min(odds, 2 * tried * _beside(parts, total) / total.value)
    return inferred("sum", {"parts": tuple(parts), "total": total}, f"sum.{rule}", candidates=tried, chance=odds)


def _rest_of_ratio(reading: Reading, rest: Operand) -> Iterator[Proposal]:
    """As in "5/8 xã có sản phẩm, ba xã còn lại …", where one of the two figures before is a ratio."""
    index = rest.index
    if not (_REST.match(reading.tail(index)) or "còn lại" in reading.cue(index)):
        yield from _not_yet(reading, rest)
        return
    for i in range(index - 1, max(-1, index - 3), -1):
        if len(reading.sides[i]) == 2:
            done, whole = reading.sides[i]
            fits = fit.meets(fit.total([done, rest], whole), whole)
            plain = bool(rest.unit) and rest.unit == done.unit and rest.sentence == done.sentence
            if _counts_alike(rest, done) and rest.sentence - done.sentence <= 1 and (fits or plain):
                yield _stated([done, rest], whole, "rest_of_ratio")
            return


def _counts_alike(rest: Operand, done: Operand) -> bool:
    return not rest.unit or not done.unit or done.unit.startswith(rest.unit) or rest.unit.startswith(f"{done.unit} ")


def _rest_of_all(reading: Reading, rest: Operand) -> Iterator[Proposal]:
    """As in "5/11 nhóm hàng tăng giá. Ba nhóm giảm nhẹ … Ba nhóm còn lại không đổi": the ratio, what opens a sentence, the rest."""
    for i in reversed(reading.ratios[: bisect_left(reading.ratios, rest.index)]):
        done, whole = reading.sides[i]
        if rest.sentence - done.sentence > _SENTENCES:
            return
        parts = [done, *_told_between(reading, i, rest), rest]
        if len(parts) > 2 and _counts_alike(rest, done):
            if fit.meets(fit.total(parts, whole), whole):
                yield _stated(parts, whole, "rest_of_all")
            return


def _opens_as_rest(reading: Reading, rest: Operand) -> bool:
    """Whether a figure opens its sentence as what is left: "106 doanh nghiệp còn lại đã bị nêu tên từ năm trước"."""
    opens = rest.start - reading.sentences[rest.sentence].start <= _OPENS_SENTENCE
    return opens and bool(rest.unit) and _REST.match(reading.tail(rest.index)) is not None


def _rest_of_two(reading: Reading, rest: Operand) -> Iterator[Proposal]:
    """As in "công khai 202 doanh nghiệp. … lần đầu là 96 doanh nghiệp …. 106 doanh nghiệp còn lại …": the whole and its other part."""
    like = [
        side
        for i in range(max(0, rest.index - _REACH), rest.index)
        for side in reading.sides[i]
        if len(reading.sides[i]) == 1 and side.kind == "count" and side.unit == rest.unit and side.value is not None
    ]
    for part in reversed(like):
        for whole in like:
            if whole.index < part.index and fit.meets(fit.total([part, rest], whole), whole):
                if chance.of_sum(whole, [part, rest], len(like)) <= chance.LIKELY:
                    yield _inferred([part, rest], whole, "rest_of_two", len(like))
                return


def _told_between(reading: Reading, ratio: int, rest: Operand) -> list[Operand]:
    """What opens a sentence between a ratio and the rest, counted as the rest is."""
    found: list[Operand] = []
    for i in range(ratio + 1, rest.index):
        operand = reading.sides[i][0] if len(reading.sides[i]) == 1 else None
        if operand is None or operand.kind != "count" or operand.unit != rest.unit:
            continue
        if operand.start - reading.sentences[operand.sentence].start <= _OPENS_SENTENCE:
            found.append(operand)
    return found


def _not_yet(reading: Reading, rest: Operand) -> Iterator[Proposal]:
    """As in "đạt 5/9 tiêu chí. 4 tiêu chí đang phấn đấu là …": what the ratio of the sentence before leaves."""
    i = rest.index
    if len(reading.sides[i - 1]) != 2 or not _NOT_YET.match(reading.tail(i)):
        return
    done, whole = reading.sides[i - 1]
    if rest.sentence == done.sentence:
        opens = _OTHERS_OPEN.fullmatch(reading.between(i - 1, i)) is not None
    else:
        opens = rest.start - reading.sentences[rest.sentence].start <= 2 and rest.sentence - done.sentence == 1
    if not opens or not rest.unit or rest.unit != done.unit:
        return
    if fit.meets(fit.total([done, rest], whole), whole):
        yield _inferred([done, rest], whole, "not_yet", 1)


class _Addends:
    """The figures of an article that may be parts of a total: each is looked at once for all totals like it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sides = reading.sides
        self._ratios = reading.ratios
        # No rise and no fall.
        self._levels = [
            sides[0]
            for i, sides in enumerate(reading.sides)
            if len(sides) == 1 and sides[0].value is not None and cues.amount_direction(reading.cue(i)) is None
        ]
        self._like: dict[tuple[str, str, str], tuple[list[int], list[Operand], bool]] = {}

    def _of(self, total: Operand) -> tuple[list[int], list[Operand], bool]:
        """What can be added to what a total is of, each with its index, and whether all are told in one unit."""
        # What is counted may be added whatever it is called.
        key = (total.kind, "", "") if total.kind == "count" else (total.kind, total.unit, total.base[0])
        known = self._like.get(key)
        if known is None:
            if total.kind == "count":
                found = [operand for operand in self._levels if operand.kind == "count"]
            else:
                found = [operand for operand in self._levels if same_quantity(operand, total)]
            one_unit = all(operand.base[1] == total.base[1] for operand in found)
            known = self._like[key] = [operand.index for operand in found], found, one_unit
        return known

    def _near(self, total: Operand, first: int, end: int) -> list[Operand]:
        """What can be added of a stretch; nothing where no two of it are less than the total, or all that are come to less."""
        indexes, like, one_unit = self._of(total)
        near = like[bisect_left(indexes, first) : bisect_left(indexes, end)]
        if len(near) < 2 or not one_unit:
            return near
        least, most = fit.met(total)
        least, most = least - _ROUNDED, most + _ROUNDED
        less = [operand.bounds[1] for operand in near if operand.bounds[0] <= most]
        return near if len(less) > 1 and sum(less) >= least else []

    def columns(self, total: Operand, first: int, end: int) -> list[tuple[str, list[Operand]]]:
        """Those of a stretch that may be its parts: of the total's own unit, of its kind, and sides of ratios."""
        near = self._near(total, first, end)
        columns, others = self._columns(total, near) if near else ([], [])
        if self._ratios:
            ratios = self._ratios[bisect_left(self._ratios, first) : bisect_left(self._ratios, end)]
            if len(ratios) > 1:
                columns += [("numerators", [self._sides[i][0] for i in ratios])]
                columns += [("denominators", [self._sides[i][1] for i in ratios])]
        return columns + others

    def _columns(
        self, total: Operand, near: list[Operand]
    ) -> tuple[list[tuple[str, list[Operand]]], list[tuple[str, list[Operand]]]]:
        """Columns of figures that can be added to what the total is of, and those that are tried last."""
        same: list[Operand] = []
        kind: list[Operand] = []
        others: dict[str, list[Operand]] = {}
        bare = False
        for operand in near:
            if bounds_in(operand, total) == total.bounds:
                # The total again is no part of it.
                continue
            kind.append(operand)
            bare = bare or not operand.unit
            if operand.kind != "count" or operand.unit in (total.unit, ""):
                same.append(operand)
            else:
                others.setdefault(operand.unit, []).append(operand)
        columns = [("unit", same)] if len(same) > 1 else []
        if len(kind) > 1 and (bare or len(same) < len(kind)):
            # Else both are one, of which the words ask more where it is of the kind alone.
            columns.append(("kind", kind))
        last = []
        told = [part for part in same if not _is_bracketed(self._reading, part)]
        if 1 < len(told) < len(same):
            # "154,5 ha đất (đã thu hồi 82,7 ha) và 28,4 ha": what a bracket tells of a part is no other part.
            if told[0] is same[0]:
                columns.insert(0, ("unit", told))
            else:
                last.append(("unit", told))
        return columns, last + [("other_unit", column) for column in others.values() if len(column) > 2]


def _is_bracketed(reading: Reading, part: Operand) -> bool:
    """Whether a figure stands in brackets, however many others stand there before it."""
    opening = reading.lower.rfind("(", max(reading.sentences[part.sentence].start, part.start - _BRACKET), part.start)
    return opening >= 0 and reading.lower.find(")", opening, part.start) < 0


def _is_bracketed_rise(reading: Reading, total: Operand, first: int) -> bool:
    """Whether a figure is a rise in brackets that close behind it: "16 đảng viên (giảm 8), bằng các hình thức: …" of the 16."""
    if cues.amount_direction(reading.cue(total.index)) is None or not reading.in_brackets(total.index):
        return False
    return ")" in reading.lower[total.end : reading.figures[first].start]


def _parts_behind(reading: Reading, addends: _Addends, total: Operand) -> Iterator[Proposal]:
    first = total.index + 1
    count, limit = len(reading.figures), total.index + _REACH
    limit = count if count < limit else limit
    end = min(limit, reading.figures_up_to(total.sentence + _NEAR))
    while end < limit and reading.sides[end] and reading.sides[end][0].paragraph == total.paragraph:
        end += 1
    if end == first:
        return
    if first < count and _is_bracketed_rise(reading, total, first):
        return
    inside = reading.may_say(total.index, "inside") and cues.INSIDE.search(reading.cue(total.index)) is not None
    inside = inside or out_of(reading, total)
    taken: set[int] = set()
    for name, column in addends.columns(total, first, end):
        for fitting in _runs_that_fit(reading, column, total, name, inside):
            taken.update(operand.index for operand in fitting.flat() if operand.index != total.index)
            yield fitting
        if taken:
            break
    past = listed_past_bracket(reading, total)
    if past is not None and past.same and _about(fit.total(list(past.parts), total), total):
        yield _stated(list(past.parts), total, "past_bracket")
        return
    mismatch = _not_adding_up(reading, total) or (None if taken else slipped(reading, total, end))
    if mismatch is None or _makes_up_the_other_side(reading, mismatch, total):
        return
    if taken.isdisjoint(operand.index for operand in mismatch.flat()):
        yield mismatch


def _makes_up_the_other_side(reading: Reading, mismatch: Proposal, total: Operand) -> bool:
    """As in "86/90 học sinh đoạt giải, gồm 8 giải nhất, …": they are the parts of 86, not of 90."""
    summed = mismatch.as_sum if len(reading.sides[total.index]) > 1 else None
    return summed is not None and any(
        fit.meets(fit.total(list(summed[1]), side), side) for side in reading.sides[total.index] if side is not total
    )


def _runs_that_fit(
    reading: Reading, column: list[Operand], total: Operand, name: str, inside: bool
) -> Iterator[Proposal]:
    """Runs of a column that add up to the total, if the words or the size of the numbers speak for it."""
    begun = used = 0
    for skip in range(min(6, len(column) - 1)):
        if skip < used:
            continue
        longest = column[skip : skip + _LONGEST]
        for count in fit.fitting_runs(longest, total):
            parts = longest[:count]
            tried = begun + count - 1
            if any(p.bounds[0] <= 0 or cues.amount_direction(reading.cue(p.index)) for p in parts):
                continue
            filled = _fills_brackets(reading, parts, total)
            if name == "unit" and total.unit and not any(p.unit for p in parts) and not filled:
                continue
            if filled and (fit.nominal(parts, total) == total.value or not any(p.modified for p in (*parts, total))):
                yield _stated(parts, total, "brackets")
                used = skip + count
                begun = tried
                break
            gap = reading.lower[total.end : parts[0].start]
            together = parts[-1].sentence - parts[0].sentence <= 1 and not skip
            # "lớp 9: 8; kém 12 em, trong đó lớp 6: 4": what opens the list is another.
            together = together and (bool(total.unit) or parts[0].index == total.index + 1)
            if together and gap.find(":") >= 0 and _is_all_of_its_sentence(column, count):
                # "26 người chết. Cụ thể: Lào Cai 3 người; …": no other part of the list was ever tried.
                tried = 1
            consists = cues.CONSISTS.search(gap) is not None
            # "lớp 8: 3, lớp 9: 1": there the colon is of a label.
            colon = ":" in gap and (bool(total.unit) or "," not in gap.partition(":")[0])
            cued = together and (consists or inside or "trong đó" in gap or colon or gap.rstrip().endswith("("))
            cued = cued or filled or (not skip and _fills_sentence(reading, parts, total, name))
            sure = name == "other_unit" and chance.of_sum(total, parts, tried) < _UNCUED
            beside = cued and (parts[-1].sentence == total.sentence or _are_all_that_is_told(reading, column, parts))
            if name in ("kind", "other_unit") and not (beside or sure):
                continue
            leaves = count == 2 and _LEAVES.search(reading.cue(parts[1].index)) is not None
            if leaves and "trong đó" not in gap:
                # "dôi dư 612 cán bộ; đã bố trí 405 người, còn 207 người": what is left, not what it is made of.
                continue
            if total.modified and _goes_further(column, skip + count):
                # "gần 460 tỷ đồng, trong đó A 315, B 120, C 10, D 8,5 …": part of a list.
                continue
            if together and _row_goes_on(reading, column, skip + count):
                # "67 đảng viên (gồm 32 người dân tộc thiểu số, 35 đoàn viên, 33 nữ)": classes that overlap.
                continue
            if _believable(parts, total, tried, cued):
                all_told = parts[-1].sentence == total.sentence and (
                    consists
                    or leaves
                    or (closes(reading, parts[-1].index) and (together or cued))
                    or (cued and are_all_classes(reading, total, parts))
                )
                make = _stated(parts, total, f"{name}_behind")
                yield make if all_told else _inferred(parts, total, f"{name}_behind", tried)
                used = skip + count
                begun = tried
                break
        else:
            begun += len(longest) - 1


def _goes_further(column: list[Operand], end: int) -> bool:
    """Whether the list goes on behind its last part, with the figure right behind that."""
    if end >= len(column):
        return False
    last, following = column[end - 1], column[end]
    return following.sentence == last.sentence and following.index == last.index + 1


def _fills_brackets(reading: Reading, parts: list[Operand], total: Operand) -> bool:
    """Whether the parts are all that the brackets behind the total tell: "120 đơn (khiếu nại 86, tố cáo 34)".

    Each may be told with its share or its rise: "349 lượt (khách quốc tế 210 lượt, tăng 7%; khách trong nước 139 lượt)".
    """
    first, last = parts[0], parts[-1]
    opening = reading.lower.rfind("(", total.end, first.start)
    if opening < 0 or last.sentence != total.sentence or _ENDS_CLAUSE.search(reading.lower, total.end, opening):
        return False
    closing = reading.lower.find(")", opening, last.end + _CLOSES_WITHIN)
    if closing < last.end or opening - total.end > _OPENS_WITHIN:
        return False
    own = {part.index for part in parts}
    end = last.index + 1
    while end < len(reading.figures) and reading.figures[end].start < closing:
        end += 1
    others = (i for i in range(total.index + 1, end) if i not in own)
    return all(reading.figures[i].kind in ("percent", "points") for i in others)


def _is_all_of_its_sentence(column: list[Operand], count: int) -> bool:
    """Whether the first so many of a column are all that stand in their sentence."""
    sentence = column[0].sentence
    return column[count - 1].sentence == sentence and (count == len(column) or column[count].sentence != sentence)


def _are_all_that_is_told(reading: Reading, column: list[Operand], parts: list[Operand]) -> bool:
    """As in "10.661 lượt bệnh nhân. Trong đó, bệnh tim mạch: 4.290, tiểu đường: 4.149, bệnh khác: 2.222."."""
    return (
        len(parts) > 2
        and not any(part.unit for part in parts)
        and parts[0].sentence == parts[-1].sentence
        and _is_all_of_its_sentence(column, len(parts))
        and cues.INSIDE.search(reading.cue(parts[0].index)) is not None
    )


def _row_goes_on(reading: Reading, column: list[Operand], end: int) -> bool:
    """Whether another part follows in the same row of commas, the last before it not being closed by "và"."""
    if not _goes_further(column, end) or end < 2:
        return False
    last, following = column[end - 1], column[end]
    alike = bool(last.unit) and following.unit == last.unit
    if len(reading.sides[following.index]) != 1 or not (alike or cut_across(reading, column[: end + 1])):
        return False
    between = reading.between(last.index, following.index)
    if not _NEXT_PART.match(between):
        return False
    if ";" in between and ";" not in reading.between(column[end - 2].index, last.index):
        # "trong 19 người chết, xã A 14 người, xã B 5 người; 11 người mất tích"
        return False
    return column[end - 2].index == last.index - 1 and _JOINED.search(reading.cue(last.index)) is None


def _fills_sentence(reading: Reading, parts: list[Operand], total: Operand, name: str) -> bool:
    """Whether the parts are all there is: "tại 132 đơn vị, có 47 …, 59 … và 26 …." or all ratios of a sentence."""
    last = parts[-1].index
    sentence = parts[0].sentence
    if parts[-1].sentence != sentence or len(parts) < 3:
        return False
    ends = last + 1 >= len(reading.figures) or reading.sentence_of(last + 1) != sentence
    if name in ("numerators", "denominators"):
        return all(
            len(reading.sides[i]) != 2 or reading.sentence_of(i) != sentence
            for i in range(last + 1, min(last + 4, len(reading.figures)))
        )
    return ends and sentence == total.sentence


def _believable(parts: list[Operand], total: Operand, tried: int, cued: bool) -> bool:
    low, high = total.bounds
    if cued and total.modified and total.value and 2 * tried * _beside(parts, total) <= chance.FAR * total.value:
        # "hơn bốn triệu lượt …" of parts that come to 4.005.878.
        return True
    odds = chance.of_sum(total, parts, tried)
    if total.kind == "measure" and all(p.unit != total.unit for p in parts):
        return False
    if min(p.bounds[1] for p in parts) < high - low or min(bounds_in(p, total)[1] for p in parts) < _hidden(
        parts, total
    ):
        # A part smaller than what rounding hides proves nothing.
        return False
    if cued:
        return odds < _CUED
    return total.bounds[1] > _SMALL and odds < _UNCUED


def _hidden(parts: list[Operand], total: Operand) -> Decimal:
    """What the rounding of the parts hides, in the unit of the total."""
    return sum((high - low for low, high in (bounds_in(p, total) for p in parts if not p.modified)), Decimal(0))


def _beside(parts: list[Operand], total: Operand) -> Decimal:
    """How far the parts as printed come from the number that is printed as their total."""
    return abs(fit.nominal(parts, total) - (total.value or 0))


def _of_rises(reading: Reading, total: Operand) -> Proposal | None:
    """As in "giảm 400 vụ …. Trong đó, đường bộ … giảm 61 vụ …. Đường sắt … giảm 339 vụ": rises that make up a rise."""
    way = cues.amount_direction(reading.cue(total.index))
    if way is None or not total.unit:
        return None
    parts: list[Operand] = []
    for i in range(total.index + 1, min(len(reading.figures), total.index + _REACH)):
        if reading.sentence_of(i) - total.sentence > _RISES_REACH or len(parts) == _RISES:
            break
        if len(reading.sides[i]) != 1:
            continue
        part = reading.sides[i][0]
        if (
            part.kind != total.kind
            or part.unit != total.unit
            or part.value is None
            or other_matter(reading, total, part)
        ):
            continue
        if cues.amount_direction(reading.cue(i)) != way or part.value == total.value:
            continue
        if not parts and not _OPENS_PARTS.search(reading.lower[total.end : part.start]):
            return None
        parts.append(part)
        if len(parts) < 2 or not fit.meets(fit.total(parts, total), total):
            continue
        odds = (len(parts) - 1) * chance.of_sum_nominal(total, fit.nominal(parts, total), parts)
        if odds <= chance.FAR:
            operands: Operands = {"parts": tuple(parts), "total": total}
            return inferred("sum", operands, "sum.of_rises", candidates=len(parts) - 1, chance=odds)
    return None


def _raised(reading: Reading, total: Operand) -> Proposal | None:
    """As in "có 185 trường …. Năm 2019 sẽ tăng thêm 20 trường; năm 2020 tăng thêm 8 trường, nâng tổng số lên 213 trường"."""
    if total.modified or not reading.may_say(total.index, "to_total"):
        return None
    if _TO_TOTAL.search(reading.cue(total.index, _TOTAL_WITHIN)) is None:
        return None
    rises: list[Operand] = []
    for i in range(total.index - 1, max(-1, total.index - 2 * _RISES_REACH), -1):
        if len(reading.sides[i]) != 1 or total.sentence - reading.sentence_of(i) > _TOTAL_SENTENCES:
            return None
        operand = reading.sides[i][0]
        if operand.kind != total.kind or operand.unit != total.unit or not operand.value or operand.modified:
            continue
        if cues.amount_direction(reading.cue(i)) == "up":
            if operand.sentence == total.sentence:
                rises.append(operand)
            continue
        parts = [operand, *reversed(rises)]
        if len(rises) > 1 and fit.meets(fit.total(parts, total), total):
            return _inferred(parts, total, "raised", 1)
        if rises:
            # What stands between may be of a plan that the rise exceeds.
            continue
        return None
    return None


def _not_adding_up(reading: Reading, total: Operand) -> Proposal | None:
    """A list whose words say that it is all of the total, or that misses it by a slip too slight to be chance."""
    listed = listed_behind(reading, total)
    if listed is None:
        return None
    parts = list(listed.parts)
    if not listed.rest and _NOT_ALL.match(reading.tail(parts[-1].index)) is not None:
        return None
    named = named_first(listed.opening)
    if named:
        # "23 người, gồm: Chủ tịch, 3 Phó Chủ tịch và 19 Ủy viên": each that is named is one.
        low, high = fit.total(parts, total)
        if total.kind != "count" or not fit.meets((low + named, high + named), total):
            return None
        return stated("sum", {"parts": (Decimal(named), *parts), "total": total}, "sum.named_first")
    alike = listed.same and not cut_across(reading, parts)
    if alike and (listed.consists or listed.inside) and _would_with_thousands(reading, total, parts):
        return _stated(parts, total, "separator")
    if alike and _fills_brackets(reading, parts, total) and _cannot_be_some(reading, parts, total):
        return _stated(parts, total, "brackets")
    if not listed.rest and (cut_across(reading, parts) or any(True for _ in fit.fitting_runs(parts[:-1], total))):
        # Neither do classes that overlap make up a whole, nor a list of which some already do.
        return None
    if reading.in_brackets(total.index) and _ANOTHER_CONSISTS.match(listed.opening):
        return None
    if listed.consists and _is_told_otherwise(reading, total):
        return None
    exceeded = all(bounds_in(part, total)[0] > total.bounds[1] for part in parts) and not slips.exchanged(total, parts)
    if exceeded and not _CONSISTS_OF.match(listed.opening):
        # "Hải Phòng 1,4 tỷ USD, vùng Tây Nam gồm An Giang 3,2, Cần Thơ 8,6": of what is named between.
        return None
    opened = listed.consists or listed.inside
    if listed.same and opened and (listed.rest or (listed.consists and not cues.BASE.search(listed.opening))):
        return _stated(parts, total, "rest" if listed.rest else "consists")
    if not opened:
        return None
    if are_all_classes(reading, total, parts):
        return _stated(parts, total, "classes")
    computed = fit.total(parts, total)
    if listed.same and listed.others and listed.joined and _about(computed, total):
        return _stated(parts, total, "others")
    # Sorts that overlap seldom come to just a little more than what they are of.
    if alike and listed.joined and len(parts) > 2 and little_more(parts, total):
        return _stated(parts, total, "exceeds")
    if slips.exchanged(total, parts):
        return _stated(parts, total, "exchanged") if chance.of_sum(total, parts, len(parts)) < _EXCHANGED else None
    if not one_slip_away(parts, total):
        return None
    if not listed.same and (_EACH.search(reading.cue(total.index)) or not _about(computed, total)):
        # "Mỗi hộ nhận 12 phần quà, gồm 2 chăn và 3 áo": what each is made of.
        return None
    odds = slips.chance([total, *parts], chance.of_sum(total, parts, 1))
    limit = _SLIP_ALL if listed.consists or listed.rest else _SLIP
    if odds > limit:
        return None
    return _stated(parts, total, "slip")


def _would_with_thousands(reading: Reading, total: Operand, parts: list[Operand]) -> bool:
    """Whether all add up once a comma is read as a mark of thousands: "8.230.300 …: 7.788,703 và 441.597 triệu đồng"."""
    return any(
        operand.value is not None
        and _THREE_DECIMALS.match(reading.lower, operand.start, operand.end) is not None
        and low <= operand.value * _THOUSAND <= high
        for operand, (low, high) in needed(parts, total)
    )


def _cannot_be_some(reading: Reading, parts: list[Operand], total: Operand) -> bool:
    """Whether parts are more than their total, or miss it by a slip of one of many.

    "120 hộ (80 hộ ngập sâu, 65 hộ phải di dời)" may be both.
    """
    computed = fit.total(parts, total)
    if not _about(computed, total):
        return False
    if computed[0] > total.bounds[1] and all(
        _ENDS_PART.match(reading.tail(part.index, _CLOSES_WITHIN)) for part in parts
    ):
        return True
    return len(parts) > 2 and one_slip_away(parts, total)


def _is_told_otherwise(reading: Reading, total: Operand) -> bool:
    """As in "155 người (53 chết, 102 mất tích), gồm …": what consists of the parts stands in front of the bracket."""
    opening = reading.lower.rfind("(", max(0, total.start - _OPENS_WITHIN), total.start)
    if opening < 0 or reading.lower.find(")", opening, total.start) >= 0:
        return False
    i = total.index
    while i and reading.figures[i].start > opening:
        i -= 1
    return any(side.unit == total.unit and listed_past_bracket(reading, side) is not None for side in reading.sides[i])


def _about(computed: Bounds, total: Operand) -> bool:
    """Whether a sum is at all of the size of the total."""
    return computed[1] * 3 >= total.bounds[0] * 2 and computed[0] * 2 <= total.bounds[1] * 3


def _added(reading: Reading, total: Operand) -> Proposal | None:
    """As in "thêm 19.800 đồng, cộng cả tiền điện 41.500 đồng là 61.300 đồng", "A 12 ca, B 9 ca; hai xã này tổng cộng 21 ca"."""
    i = total.index
    if i < 2:
        return None
    cue = reading.cue(i)
    if reading.may_say(i - 1, "plus") and _PLUS.search(reading.cue(i - 1)) and _COMES_TO.search(cue):
        parts = [side for k in (i - 2, i - 1) for side in reading.sides[k]]
        return _stated(parts, total, "plus") if len(parts) == 2 and _alike(parts, total) else None
    if "cả hai" in cue and _BOTH_TOGETHER.search(cue):
        return _so_many(reading, total, 2, i - 1)
    if not (reading.may_say(i - 1, "total") or reading.may_say(i, "total")):
        return None
    count = reading.sides[i - 1][0] if len(reading.sides[i - 1]) == 1 else None
    if count is None or count.kind != "count" or count.value is None or not 2 <= count.value <= _LONGEST:
        return None
    if cues.TOTAL.search(reading.cue(i - 1)[-12:]) is not None:
        return _so_many(reading, total, int(count.value), i - 2)
    if cues.TOTAL.search(cue) is None or _THESE.match(cue) is None or i - 1 < int(count.value):
        return None
    found = [side for k in range(i - 1 - int(count.value), i - 1) for side in reading.sides[k]]
    if len(found) != count.value or not _alike(found, total):
        return None
    computed = fit.total(found, total)
    if fit.meets(computed, total) or one_slip_away(found, total):
        return _stated(found, total, "these")
    return None


def _told_before(reading: Reading, total: Operand) -> Proposal | None:
    """As in "tôm thẻ 450 ha, tôm sú 1.250 ha, tổng cộng 1.700 ha": all figures of the sentence before its total.

    If they do not add up, they must be a slip away from it.
    """
    if (
        not total.unit
        or not reading.may_say(total.index, "in_total")
        or _TOTALS.search(reading.cue(total.index)) is None
    ):
        return None
    found: list[Operand] = []
    for i in range(total.index - 1, -1, -1):
        if reading.sentence_of(i) != total.sentence:
            break
        if len(reading.sides[i]) != 1 or len(found) > _LONGEST:
            return None
        found.append(reading.sides[i][0])
    parts = found[::-1]
    if len(parts) < 2 or not _alike(parts, total) or any(p.modified or p.bounds[0] <= 0 for p in parts):
        return None
    if any(cues.direction(reading.cue(p.index)) is not None for p in parts):
        return None
    computed = fit.total(parts, total)
    rest = [(p, fit.total([q for q in parts if q is not p], p)) for p in parts]
    missed = [(total, computed), *((p, (total.bounds[0] - b[1], total.bounds[1] - b[0])) for p, b in rest)]
    if fit.meets(computed, total) or any(slips.repairs(operand, bounds) for operand, bounds in missed):
        return _stated(parts, total, "told_before")
    return None


def _so_many(reading: Reading, total: Operand, count: int, last: int) -> Proposal | None:
    """As in "Tổng hai khoản trên là 1.701 tỷ đồng": so many of the amounts up to the ``last`` that add up."""
    if count > 3 or cues.amount_direction(reading.cue(total.index)) is not None:
        return None
    near: list[Operand] = []
    for i in range(last, max(-1, total.index - _REACH), -1):
        if total.sentence - reading.sentence_of(i) > _SENTENCES or len(near) == _FEW:
            break
        if len(reading.sides[i]) == 1:
            operand = reading.sides[i][0]
            if operand.kind == total.kind and operand.unit == total.unit and operand.value is not None:
                near.append(operand)
    for tried, parts in enumerate(itertools.combinations(near, count), 1):
        if fit.meets(fit.total(list(parts), total), total):
            found = _inferred(list(parts[::-1]), total, "so_many", tried)
            return found if found.chance is not None and found.chance <= chance.FAR else None
    return None


def _alike(parts: list[Operand], total: Operand) -> bool:
    return all(
        p.kind == total.kind and p.unit == total.unit and p.sentence == total.sentence and p.value is not None
        for p in parts
    )


def _parts_before(reading: Reading, addends: _Addends, total: Operand) -> Proposal | None:
    """As in "187,25 m3 gỗ tròn và 125,22 m3 gỗ xẻ, tổng cộng 312,47 m3"."""
    cue = reading.cue(total.index)
    named = reading.may_say(total.index, "total") and (
        cues.TOTAL.search(reading.cue(total.index, _TOTAL_WITHIN)) is not None
    )
    back = _TOTAL_SENTENCES if named else 1
    farthest, start = total.index - _REACH, reading.figures_within(total.sentence - back, total.sentence)[0]
    start = farthest if farthest > start else start
    for name, column in addends.columns(total, start, total.index):
        for count in fit.fitting_runs(column[: -_LONGEST - 1 : -1], total):
            parts = column[-count:]
            if any(p.bounds[0] <= 0 or cues.amount_direction(reading.cue(p.index)) for p in parts):
                continue
            if cues.amount_direction(cue) is None and _believable(parts, total, count - 1, named):
                return _inferred(parts, total, f"{name}_before", count - 1)
    return None
