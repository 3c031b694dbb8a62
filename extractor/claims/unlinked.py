"""Percentages that no claim holds to anything, and the one figure that the article gives beside them.

"274 lượt cán bộ, đạt 26,47% kế hoạch" prints a part and its percentage and leaves out the plan. It claims nothing that
could be checked, but it says what the missing quantity must be. Only syntax says so here: no arithmetic is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.claims import cues
from extractor.claims.nearby import amount_beside
from extractor.claims.percents import direction_of
from extractor.claims.reading import Operand, Reading
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import Trie

Role = Literal["part", "whole", "new", "amount"]


_NOUNS: Trie[str] = Trie((e["name"].lower(), e["name"].lower()) for e in entries("counted_nouns"))
# How long a list may be that opens with "gồm".
_LIST = 600
_OF_SOME = compiled(r"(?:số|tổng số|các|diện tích|dân số|vốn) ?")


def counted_noun(lower: str, at: int) -> str | None:
    """The noun of something counted that stands at a place, behind "số" or "các" if that is there."""
    some = _OF_SOME.match(lower, at)
    found = _NOUNS.longest(lower, some.end() if some else at)
    if found is not None:
        return found[1]
    return some.group().strip() if some and some.group().strip() not in ("số", "các", "tổng số") else None


def _words(role: str) -> str:
    """The spellings of a role as one alternation, longest first."""
    found = {s for e in entries("implied_words") if e["role"] == role for s in e["spellings"]}
    return "|".join(re.escape(s) for s in sorted(found, key=lambda s: (-len(s), s)))


_CLOSE = rf"(?: (?:{_words('filler')}))*+ $"
# Behind the percentage: what it is of. Without it, "đạt 98%" may be of anything.
_NAMED = compiled(
    rf" ?(?:(?:so với|so|trên|trong|của) )?(?:(?:tổng(?: số)?|các) )?(?:{_words('plan')}|{_words('all')})(?!\p{{L}})"
)
_TOTAL_OF = compiled(r" ?(?:(?:so với|so|trên|trong|của) )?tổng(?: số)? (?P<noun>\p{L}+)")
_RATE = r"(?: (?:tỷ lệ|tỉ lệ|tỷ trọng))?"
# Between the part and its percentage: a clause that says nothing but that it comes to so much.
_COMES_TO = compiled(
    rf"(?:[^;:()\n]{{0,90}},)? ?(?:(?:đã|mới|chỉ|ước|và) )?(?P<verb>{_words('comes_to')}){_RATE}{_CLOSE}"
)
_IN_BRACKETS = compiled(
    rf"[^,;:()\n]{{0,60}}\( ?(?P<verb>(?:(?:{_words('comes_to')}|tỷ lệ|tỉ lệ)(?= |$))?{_RATE}){_CLOSE.replace(' $', ' ?$')}"
)
_RATE_BEFORE = compiled(rf"(?<!\p{{L}})(?:{_words('rate')})(?!\p{{L}})[^,;.()\n]{{0,30}}$")
_RATE_BEHIND = compiled(r" ?/ ?(?:năm|tháng|ngày|quý)(?!\p{L})")
_CLOSES = compiled(r" ?\)")
_OTHER_SUBJECT = compiled(rf"[.!?…]|(?<!\p{{L}})(?:{_words('other_subject')})(?!\p{{L}})")
# "10% biên chế (tương đương 2.710 người)": the part stands behind.
_RESTATED = compiled(rf"[^.;:\n%]{{0,80}}?[ ,(] ?(?:{_words('restates')})(?: với)?{_CLOSE}")
_TO_LEVEL = compiled(rf"(?: so với [^,;.()\n]{{0,40}})?,? ?(?:{_words('to_level')}){_CLOSE}")
_WHOLE_BEHIND = compiled(rf" [^,;:.()\n%]{{0,30}}(?:trong|trên) (?:tổng )?số{_CLOSE}")
_WHOLE_CUE = compiled(rf"(?<!\p{{L}})trong (?:tổng )?số{_CLOSE}")
_WHOLE_BEFORE = compiled(r"[^.;:()\n%]{0,70}, ?[^.;:,()\n%]{0,24}$")
_INSIDE = compiled(rf"[^.;:()\n%]{{0,70}}, trong đó,?(?: [^.;:,()\n%]{{1,30}} chiếm)?{_CLOSE}")
_AMOUNT = compiled(rf" ?\((?:(?:tăng|giảm|{_words('restates')}) )?$|, (?:{_words('restates')}){_CLOSE}")
_THAN = compiled(rf"(?:{_words('earlier')})(?!\p{{L}})")


@dataclass(slots=True)
class Unlinked:
    """A percentage without a claim.

    Attributes:
        percent: the percentage.
        direction: "up" or "down" where it is a rise or a fall; None for a share.
        known: the figure beside it that it is said of; None where there is none for sure.
        role: what ``known`` is: the part or the whole of a share, the level after a change, or the amount of it.
        rate: whether it is a rate of interest, of tax or the like, and no share.
        threshold: whether modifiers are the same on both ("ít nhất 10% (tương đương 2.710 người)"), so that they cancel.
    """

    percent: Operand
    direction: str | None
    known: Operand | None = None
    role: Role | None = None
    threshold: bool = False
    rate: bool = False


def find_unlinked(reading: Reading, linked: Collection[str]) -> list[Unlinked]:
    """The percentages of an article that are no operand of a claim, in text order.

    Args:
        reading: the article's figures.
        linked: ids of the figures that are.
    """
    found: list[Unlinked] = []
    for index, figure in enumerate(reading.figures):
        if figure.kind != "percent" or f"f{index + 1}" in linked or len(reading.sides[index]) != 1:
            continue
        percent = reading.sides[index][0]
        direction = direction_of(reading, index)
        rules = _SHARES if direction is None else _CHANGES
        beside = next((each for rule in rules for each in rule(reading, percent)), None)
        if beside is None and found and found[-1].percent.index == index - 1:
            beside = _chained(reading, found[-1], percent, direction)
        if beside is not None:
            found.append(Unlinked(percent, direction, *beside))
        else:
            rate = _RATE_BEFORE.search(reading.cue(index)) or _RATE_BEHIND.match(reading.tail(index))
            found.append(Unlinked(percent, direction, rate=rate is not None))
    return found


_Beside = tuple[Operand, Role, bool]


def _part_before(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "288 đảng viên, đạt 35,34% chỉ tiêu", "98 phiếu (93,4%)"."""
    part = amount_beside(reading, percent.index - 1, percent)
    if part is None or cues.amount_direction(reading.cue(part.index)) is not None:
        return
    between, tail = reading.between(part.index, percent.index), reading.tail(percent.index)
    if _WHOLE_CUE.search(reading.cue(part.index)):
        return
    start = max(reading.sentences[part.sentence].start, part.start - _LIST)
    if cues.CONSISTS.search(reading.lower, start, part.start):
        # "15 đảng viên, gồm 9 …, 5 … và 1 đồng chí, bằng 0,48%": all of them.
        return
    named = _NAMED.match(tail) is not None
    said = _IN_BRACKETS.match(between) if _CLOSES.match(tail) or named else None
    said = said or (_COMES_TO.match(between) if named else None)
    if said and not _OTHER_SUBJECT.search(between, 0, said.start("verb")) and _same_noun(reading, part, tail):
        yield part, "part", False


def _numerator_before(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "209/456 ý kiến đại biểu, chiếm 43,09% tổng số đại biểu Quốc hội": of another whole than the ratio's."""
    index, tail = percent.index - 1, reading.tail(percent.index)
    if index < 0 or len(reading.sides[index]) != 2 or not _NAMED.match(tail):
        return
    part = reading.sides[index][0]
    between = reading.between(index, percent.index)
    said = _IN_BRACKETS.match(between) or _COMES_TO.match(between)
    if part.sentence == percent.sentence and part.value and said and not _OTHER_SUBJECT.search(between):
        yield part, "part", False


def _same_noun(reading: Reading, part: Operand, tail: str) -> bool:
    """Whether the total that is named can be one of what the part counts: "137 vụ, chiếm 43,91% tổng số vụ"."""
    named = _TOTAL_OF.match(tail)
    if named is None or part.kind != "count":
        return True
    figure = reading.figures[part.index]
    return named["noun"] in f"{figure.unit or ''} {figure.concept or ''}".lower().split()


def _of_another(reading: Reading, whole: Operand, percent: Operand) -> bool:
    """Whether a noun behind the percentage says that it is of something else: "trong số 24 xã, 98% hộ dân"."""
    noun = counted_noun(reading.lower, percent.end + 1)
    return noun is not None and noun not in f"{whole.unit} {reading.figures[whole.index].concept or ''}".lower()


def _part_behind(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "10% biên chế so với năm 2015 (tương đương 2.710 người)"."""
    part = amount_beside(reading, percent.index + 1, percent)
    if part is not None and _RESTATED.match(reading.between(percent.index, part.index)):
        yield part, "part", True


def _whole_behind(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "76,5% trong tổng số 1.200 hộ được hỏi"."""
    whole = amount_beside(reading, percent.index + 1, percent)
    if whole is None or _of_another(reading, whole, percent):
        return
    if _WHOLE_BEHIND.match(reading.between(percent.index, whole.index)):
        yield whole, "whole", False


def _whole_before(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "trong tổng số 1.200 hộ được hỏi, 76,5% hài lòng", "1.200 hộ, trong đó 76,5% là hộ nghèo"."""
    whole = amount_beside(reading, percent.index - 1, percent)
    if whole is None or _of_another(reading, whole, percent):
        return
    between = reading.between(whole.index, percent.index)
    cue = reading.cue(whole.index)
    named = _WHOLE_CUE.search(cue) is not None and _WHOLE_BEFORE.match(between) is not None
    if named or (_INSIDE.match(between) and cues.amount_direction(cue) is None):
        yield whole, "whole", False


def _level_behind(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "tăng 12% lên 560 tấn", "giảm 3,2% so với cùng kỳ, còn 1.240 vụ"."""
    new = amount_beside(reading, percent.index + 1, percent)
    if new is not None and _TO_LEVEL.match(reading.between(percent.index, new.index)):
        yield new, "new", False


def _level_before(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "đạt 1.240 tỷ đồng, tăng 12% so với cùng kỳ"."""
    new = amount_beside(reading, percent.index - 1, percent)
    if new is None or cues.amount_direction(reading.cue(new.index)) is not None:
        return
    between = reading.between(new.index, percent.index)
    same = "," in between and cues.same_subject(between) and not _OTHER_SUBJECT.search(between)
    if same and _THAN.match(reading.tail(percent.index).lstrip()):
        yield new, "new", False


def _amount(reading: Reading, percent: Operand) -> Iterator[_Beside]:
    """As in "tăng 245 tỷ đồng (12,9%)", "giảm 10% (tương đương 2.710 người)"."""
    before = amount_beside(reading, percent.index - 1, percent)
    if before is not None and cues.amount_direction(reading.cue(before.index)) is not None:
        between = reading.between(before.index, percent.index)
        if _AMOUNT.match(between):
            yield before, "amount", False
    behind = amount_beside(reading, percent.index + 1, percent)
    if behind is not None and _RESTATED.match(reading.between(percent.index, behind.index)):
        yield behind, "amount", True


def _chained(reading: Reading, previous: Unlinked, percent: Operand, direction: str | None) -> _Beside | None:
    """As in "655,44 tỷ đồng, tăng 11,79% so với cùng kỳ, đạt 16,97% kế hoạch": both are said of one amount."""
    known = previous.known
    if known is None or known.index != previous.percent.index - 1 or previous.role not in ("part", "new"):
        return None
    between, tail = reading.between(previous.percent.index, percent.index), reading.tail(percent.index)
    if known.sentence != percent.sentence:
        return None
    if direction is None:
        said = _COMES_TO.match(between) if _NAMED.match(tail) else None
        alike = said is not None and not _OTHER_SUBJECT.search(between, 0, said.start("verb"))
        return (known, "part", False) if alike else None
    same = (
        "," in between
        and not _OTHER_SUBJECT.search(between)
        and cues.same_subject(between)
        and _THAN.match(tail.lstrip()) is not None
    )
    return (known, "new", False) if same else None


_SHARES: tuple[Callable[[Reading, Operand], Iterator[_Beside]], ...] = (
    _part_behind,
    _whole_behind,
    _whole_before,
    _part_before,
    _numerator_before,
)
_CHANGES: tuple[Callable[[Reading, Operand], Iterator[_Beside]], ...] = (_amount, _level_behind, _level_before)
