"""Shares: what a percentage is of. First what the syntax states, then what the arithmetic finds."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims import cues, fit
from extractor.claims.bases import base_behind
from extractor.claims.bracketed_shares import bracketed_share
from extractor.claims.carried_shares import carried_share
from extractor.claims.fitting_shares import fitting_share
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.stated_shares import larger, stated_share
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

_MAX_GAP = 110
_SIBLINGS = 8
_VALID = "hợp lệ"
_FRACTION = Decimal(10)
_ALL = Decimal(100)
# "1/3 dân số", "2/3 tổng diện tích": a part of all of something, not of so many.
_OF_WHAT = compiled(
    rf"^ (?:{'|'.join(re.escape(s) for e in entries('whole_words') for s in e['spellings'])}|số)(?!\p{{L}})"
)
_NAMED = ("share.row_before_whole", "share.of_those")
# Between "102/163 điều kiện …" and its percentage: no other statement.
_BREAKS = compiled(r"[.;!?…\n]|(?<!\p{L})(?:nhưng|song|còn|trong khi)(?!\p{L})")
# "(649/1.240)" opens its brackets right before the ratio; so does "10%, tương đương 125 hộ trong tổng số 1.250 hộ".
_OPENS = compiled(
    rf"^,? ?(?:{cues.spellings('equivalent')})(?: với| là| khoảng| gần| hơn| có){{0,3}} $|\((?:(?:chiếm|đạt|tức|tương đương|bằng|khoảng|gần|hơn|với|là|chỉ|có)\s?)*$"
)
_BASE_NAMED = compiled(r"^ (?:trong |trên |so với |của )?(?P<word>tổng số|tổng|số)(?: (?P<noun>\p{L}[\p{L} ]*))?")
_SHARES = f"(?:{cues.spellings('share')}|{cues.spellings('share_slip')})"
# The percentage is said of the ratio itself: in its brackets, in a clause of its own, or right behind its noun.
# "8/9 gói thầu, tuyến trên cao thi công đạt 82%" has another subject, "(thương tích 68%)" another matter.
_SAID_OF_RATIO = compiled(
    rf"(?:^|[,(:)]|^[^,(]{{0,60}} (?={_SHARES} )) ?(?:(?:đã|mới|chỉ|cũng|tức|và|đều|như vậy) ){{0,4}}"
    rf"(?:{_SHARES}(?: {_SHARES})?)?(?: ?(?:{cues.FILLER})){{0,8}} ?$"
)
# "15/63 tỉnh có tỷ lệ giải ngân đạt trên 3%": the rate of each of them.
_EACH_HAS = compiled(r"(?<!\p{L})có (?:tỷ|tỉ) (?:lệ|trọng|suất) (?!đạt|chiếm|là|khoảng|trên|dưới)\p{L}")
_PLAN_BASE = compiled(r" (?:kế hoạch|dự toán|chỉ tiêu|định mức)(?!\p{L})")


def share_of(reading: Reading, percent: Operand) -> Proposal | None:
    """What a percentage that is no rise and no fall is the share of, if the article prints it.

    Args:
        reading: the figures.
        percent: the percentage.
    """
    return _share_of_ratio(reading, percent) or _share_of_figures(reading, percent)


def _share_of_figures(reading: Reading, percent: Operand) -> Proposal | None:
    said = stated_share(reading, percent) or carried_share(reading, percent) or bracketed_share(reading, percent)
    if said is not None and _holds(said):
        return said
    other = fitting_share(reading, percent)
    if said is None or other is None:
        return other or said
    # Where the words name the whole itself there is no other, and the same two figures the other way round are exchanged.
    return said if said.rule in _NAMED or {o.index for o in other.flat()} == {o.index for o in said.flat()} else other


def _holds(proposal: Proposal) -> bool:
    part, whole, percent = proposal.flat()
    return fit.fits_share(part, whole, percent)


def _proposal(part: Operand, whole: Operand, percent: Operand, rule: str) -> Proposal:
    return stated("share", {"part": part, "whole": whole, "percent": percent}, f"share.{rule}")


def _share_of_ratio(reading: Reading, percent: Operand) -> Proposal | None:
    """A ratio beside the percentage: "(649/1.240)", "102/163 điều kiện … (chiếm 62,6%)"."""
    i = percent.index
    if i + 1 < len(reading.figures) and len(reading.sides[i + 1]) == 2:
        between = reading.between(i, i + 1)
        if len(between) <= _MAX_GAP and _OPENS.search(between) and not _BREAKS.search(between):
            part, whole = reading.sides[i + 1]
            spoken_of = _rough_fraction(reading, part, whole) or percent.value == _ALL
            if spoken_of and not fit.fits_share(part, whole, percent):
                # "100% đại biểu tán thành (48/50 đại biểu có mặt)": of those who were there.
                return None
            return _proposal(part, whole, percent, "percent_ratio")
    if i == 0 or len(reading.sides[i - 1]) != 2:
        return None
    between = reading.between(i - 1, i)
    if len(between) > _MAX_GAP or _BREAKS.search(between):
        return None
    cued = cues.SHARE.search(between) or cues.SHARE_SLIP.search(between)
    if "(" not in between and not cued and between.strip(" ,:-"):
        return None
    part, whole = reading.sides[i - 1]
    base = base_behind(reading, percent, part)
    if base is not None:
        return _proposal(part, base, percent, "ratio_percent_base")
    if fit.fits_share(part, whole, percent):
        return _proposal(part, whole, percent, "ratio_percent")
    named = _named_behind(reading, i)
    if named is not None and (not _is_own_base(named, part.unit) or _narrower(named, between)):
        # Another base is named, without its number here; elsewhere the article may print it.
        return _share_of_named(reading, part, percent, named["noun"] or "")
    if percent.modified and not reading.in_brackets(i) and _PLAN_BASE.match(reading.tail(i)):
        # "11/16 khoản thu …, tức đạt trên 50% dự toán": a threshold, not their share.
        return None
    if _EACH_HAS.search(between) or not _SAID_OF_RATIO.search(between) or _rough_fraction(reading, part, whole):
        return None
    if part.value == whole.value and not reading.in_brackets(i):
        # "54/54 tỉnh đã triển khai, đạt tỷ lệ 96,4%": all of them, so that something else came to so much.
        return None
    if percent.value == _ALL:
        # "12/15 khu vực đạt 100%": so many that reached all.
        return None
    if percent.bounds[0] > 100 and larger(whole, part) and _PLAN_BASE.match(reading.tail(i)):
        # "45/120 xã đạt chuẩn, đạt 112% chỉ tiêu năm": of a plan that is not printed.
        return None
    if _like_a_sibling(reading, part, whole, percent):
        return None
    return _proposal(part, whole, percent, "ratio_percent")


def _rough_fraction(reading: Reading, part: Operand, whole: Operand) -> bool:
    """Whether a ratio is a way to say about how much: "gần 1/3 dân số (32,8%)", "2/3 số hộ (65%)"."""
    if whole.value is None or whole.value > _FRACTION or whole.unit or not larger(whole, part):
        return False
    return part.modified or _OF_WHAT.match(reading.tail(part.index)) is not None


def _named_behind(reading: Reading, index: int) -> re.Match[str] | None:
    """The base that is named behind a percentage, or right behind the brackets it closes."""
    tail = reading.tail(index)
    if reading.in_brackets(index) and tail.startswith(") tổng số "):
        tail = tail[1:]
    return _BASE_NAMED.match(tail)


def _like_a_sibling(reading: Reading, part: Operand, whole: Operand, percent: Operand) -> bool:
    """As in "209/456 ý kiến, chiếm 43,09% tổng số đại biểu …; 156/456 ý kiến (32,16%)": of the base that was named before.

    Both percentages are then of one number, which is not the one that both ratios are of.
    """
    for i in range(percent.index - 1, max(0, percent.index - 1 - _SIBLINGS), -1):
        if percent.sentence - reading.sentence_of(i) > 1:
            break
        if reading.figures[i].kind != "percent" or len(reading.sides[i - 1]) != 2 or not reading.sides[i]:
            continue
        other, other_whole = reading.sides[i - 1]
        rate = reading.sides[i][0]
        named = _named_behind(reading, i)
        if named is None or _is_own_base(named, other.unit) or other_whole.value != whole.value:
            continue
        if part.value is None or other.value is None or min(rate.bounds[0], percent.bounds[0]) <= 0:
            continue
        # part / percent and other / rate: the bases both are of.
        low = max(part.value / percent.bounds[1], other.value / rate.bounds[1])
        high = min(part.value / percent.bounds[0], other.value / rate.bounds[0])
        if low <= high:
            return True
    return False


def _is_own_base(named: re.Match[str], unit: str) -> bool:
    """Whether the base named is the ratio's own: "42/46 đại biểu …, đạt 93,10% số đại biểu có mặt".

    "tổng số đại biểu" is not, for of a body with members those present are fewer than all.
    """
    noun = named["noun"] or ""
    if not unit or not noun.startswith(unit):
        return False
    return "tổng" not in named["word"] or cues.MEMBERS.match(noun) is None


def _narrower(named: re.Match[str], between: str) -> bool:
    """Whether the base is fewer than all the ratio counts: "88/95 phiếu, chiếm 93,6% số phiếu hợp lệ"."""
    return _VALID in (named["noun"] or "") and _VALID not in between


def _share_of_named(reading: Reading, part: Operand, percent: Operand, noun: str) -> Proposal | None:
    for whole in window(reading, percent, back=12, ahead=2):
        if (
            whole.index != part.index
            and whole.unit
            and noun.startswith(whole.unit)
            and fit.fits_share(part, whole, percent)
        ):
            return _proposal(part, whole, percent, "base_named")
    return None
