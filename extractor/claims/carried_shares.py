"""Shares whose whole the text carries over: the plan that was set before, the total that the sentence before counted."""

from __future__ import annotations

from collections.abc import Callable

from extractor.claims import cues, fit, slips
from extractor.claims.levels import level_before
from extractor.claims.nearby import other_matter
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.stated_shares import OF_PART, OF_PLAN, SHARE_OF_PART, beside, larger
from extractor.lexicon.patterns import compiled

_REACH = 12
# How many figures of its sentence may stand before a share that "trong đó" opens.
_LONGEST_ROW = 60
_ALL = 100
_ALL_SENTENCES = 2
# So few of anything are often as many as of something else.
_FEW = 10
_BARE = compiled(r"^ ?\)?\s*(?:[.,;:)\n]|$|và |còn )")
_SETS = compiled(
    rf"(?<!\p{{L}})(?:{cues.spellings('set_plan')}|{cues.spellings('sets')})(?!\p{{L}})(?P<then>[^.;()]{{0,80}})$"
)
# "kế hoạch, đến nay đã trồng 412 ha", "so với kế hoạch 500 ha": no plan that is set here.
_UNLIKE_A_PLAN = compiled(
    rf"(?<!\p{{L}})(?:{cues.spellings('done_so_far')}|{cues.spellings('up')}|{cues.spellings('down')})(?!\p{{L}})"
)
# "đã thực hiện kế hoạch trồng 500 ha": that is done.
_MET = compiled(rf"{cues.front('done_so_far')}(?: thực hiện)? $")
_OTHER_PERIOD = compiled(r"(?<!\p{L})(?:tháng|quý|giai đoạn|nhiệm kỳ|đến năm|tuần)(?!\p{L})")
_APART = compiled(rf"{cues.front('set_apart')}(?!\p{{L}})")
_OUT_OF_ALL = compiled(r"^\W*(?:nếu )?(?:tính )?(?:trên|trong|so với) tổng(?: số)? $")
_RATE_IS = compiled(r",(?: \p{L}+){0,3} (?:tỷ lệ|tỉ lệ)(?: \p{L}+){0,4} (?:là|đạt|chiếm) (?:khoảng |gần |hơn |trên )?$")
_INSIDE = compiled(rf"^\W*(?:{cues.spellings('inside')})(?!\p{{L}})")
# "số thí sinh đăng ký trực tuyến là 1.014.020"
_NUMBER_OF = compiled(
    r"(?<!\p{L})(?:tổng )?số (?P<noun>(?!lượng )\p{L}+(?: \p{L}+){0,9}?) (?:là|đạt|có|gồm)(?: khoảng| gần| hơn| trên)? $"
)
_TOTAL_OF = compiled(r"^ (?:trong |trên |của |so với )?(?:tổng số|tổng) (?P<noun>\p{L}+(?: \p{L}+){0,3})")


def carried_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The share of a whole that was told before, or None.

    Args:
        reading: the figures.
        percent: the percentage; its words say no rise and no fall.
    """
    over = _over_total_first(reading, percent)
    if over is not None:
        return over
    part = beside(reading, percent, OF_PART, based=True)
    if part is None or part.modified or cues.amount_direction(reading.cue(part.index)) is not None:
        return None
    if part.kind == "count" and not part.unit:
        return _of_noun_before(reading, percent, part)
    return next((found for rule in _RULES if (found := rule(reading, percent, part)) is not None), None)


def _proposal(part: Operand, whole: Operand, percent: Operand, rule: str) -> Proposal:
    return stated("share", {"part": part, "whole": whole, "percent": percent}, f"share.{rule}")


def _alike_before(reading: Reading, part: Operand, sentences: int) -> list[Operand] | None:
    """The figures counted as the part is, back to so many sentences before its own; None if a ratio is among them."""
    found = []
    for i in range(part.index - 1, max(-1, part.index - 1 - _REACH), -1):
        if part.sentence - reading.sentence_of(i) > sentences:
            break
        for operand in reading.sides[i]:
            if operand.kind != part.kind or operand.base[0] != part.base[0]:
                continue
            if len(reading.sides[i]) != 1:
                return None
            found.append(operand)
    return found


def _over_total_first(reading: Reading, percent: Operand) -> Proposal | None:
    """As in "… có 201 trường đạt chuẩn. Tính trên tổng số 288 trường, tỷ lệ đạt chuẩn là 69,79%"."""
    i = percent.index
    if not i or len(reading.sides[i - 1]) != 1 or reading.sentence_of(i - 1) != percent.sentence:
        return None
    whole = reading.sides[i - 1][0]
    if not whole.unit or not _OUT_OF_ALL.search(reading.cue(whole.index)) or not _RATE_IS.search(reading.cue(i)):
        return None
    if not _BARE.match(reading.tail(i)):
        return None
    part = level_before(reading, whole.index, lambda o: o.kind == whole.kind and o.unit == whole.unit, sentences=1)
    if part is None or part.value is None:
        return None
    fits = fit.fits_share(part, whole, percent) or slips.near_share(part, whole, percent)
    return _proposal(part, whole, percent, "over_total_first") if fits else None


def _of_plan(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "Kế hoạch giao 500 ha. Đến nay đã gieo trồng 412 ha, đạt 82,4% kế hoạch": the one plan that was set."""
    tail = reading.tail(percent.index)
    if not OF_PLAN.match(tail):
        return None
    alike = _alike_before(reading, part, 1)
    if alike is None or len(alike) != 1 or alike[0].value is None or reading.in_brackets(alike[0].index):
        return None
    plan = alike[0]
    cue = cues.CLOSED.sub(" ", reading.cue(plan.index, 120))
    sets = _SETS.search(cue)
    if sets is None or _UNLIKE_A_PLAN.search(sets["then"]) or _MET.search(cue[: sets.start()]):
        return None
    if _APART.search(reading.lower[plan.end : part.start]) or _OTHER_PERIOD.search(cue):
        return None
    if not fit.fits_share(part, plan, percent) and other_matter(reading, plan, part):
        return None
    return _proposal(part, plan, percent, "of_plan")


def _inside_next(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "Toàn xã có 1.250 hộ. Trong đó, 125 hộ nghèo, chiếm 10%": of what the sentence before counted."""
    first = part.index
    while first and reading.sentence_of(first - 1) == part.sentence:
        first -= 1
        if not reading.sides[first] or (
            reading.sides[first][0].kind != "percent" and reading.sides[first][0].unit != part.unit
        ):
            return None
        if part.index - first > _LONGEST_ROW:
            return None
    if not _BARE.match(reading.tail(percent.index)) or not _INSIDE.match(reading.cue(first)):
        return None
    if not SHARE_OF_PART.search(reading.between(part.index, percent.index)):
        # "Trong đó: bắt buộc 87.866 người, đạt 100%": of a plan.
        return None
    alike = _alike_before(reading, reading.sides[first][0], 1) if reading.sides[first][0].unit == part.unit else None
    if alike is None or len(alike) != 1 or alike[0].value is None or not larger(alike[0], part):
        return None
    return _proposal(part, alike[0], percent, "inside_next")


def _of_named_total(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "Toàn xã có 1.250 hộ. Số hộ nghèo là 125 hộ, chiếm 10% tổng số hộ": the one larger figure of the noun named."""
    named = _TOTAL_OF.match(reading.tail(percent.index))
    if named is None or part.kind != "count" or not named["noun"].startswith(part.unit):
        return None
    if named["noun"] != part.unit and not _BARE.match(
        reading.tail(percent.index)[named.start("noun") + len(part.unit) :]
    ):
        return None
    alike = _alike_before(reading, part, 1)
    if alike is None or len(alike) != 1 or alike[0].value is None or not larger(alike[0], part):
        return None
    if cues.amount_direction(reading.cue(alike[0].index)) is not None:
        return None
    if cues.MEMBERS.match(named["noun"]) is not None and not fit.fits_share(part, alike[0], percent):
        # "Trong 448 đại biểu có mặt, 443 đại biểu tán thành (91,53% tổng số đại biểu)": of all, not of those present.
        return None
    return _proposal(part, alike[0], percent, "of_named_total")


def _of_noun_before(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "… có 1.250 hộ. Trong đó, số hộ nghèo là 125, chiếm 10% tổng số hộ": what is counted stands before the part."""
    noun = _NUMBER_OF.search(reading.cue(part.index, 90))
    if noun is None or not SHARE_OF_PART.search(reading.between(part.index, percent.index)):
        return None
    counts: list[Operand] = []
    for i in range(part.index - 1, max(-1, part.index - 1 - _REACH), -1):
        if part.sentence - reading.sentence_of(i) > 1:
            break
        counts += [o for o in reading.sides[i] if o.kind == "count" and o.unit]
    alike = [o for o in counts if f"{noun['noun']} ".startswith(f"{o.unit} ")]
    if len(alike) != 1 or len(counts) != 1 or "." in alike[0].ref or alike[0].value is None:
        return None
    whole = alike[0]
    if not larger(whole, part) or cues.amount_direction(reading.cue(whole.index)) is not None:
        return None
    tail = reading.tail(percent.index)
    named = _TOTAL_OF.match(tail)
    if named is not None:
        said = named["noun"] == whole.unit or _BARE.match(tail[named.start("noun") + len(whole.unit) :]) is not None
        said = said and named["noun"].startswith(whole.unit)
    else:
        opens = reading.lower[reading.sentences[part.sentence].start : part.start]
        said = _BARE.match(tail) is not None and _INSIDE.match(opens) is not None
        if "%" in opens:
            # The next of a row, if it is no more than a slip away.
            said = said and (fit.fits_share(part, whole, percent) or slips.near_share(part, whole, percent))
    return _proposal(part, whole, percent, "of_noun_before") if said else None


def _all_of_it(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "kiến nghị thu hồi 2.416,7 triệu đồng; đã thu 2.416,7 triệu đồng, đạt 100%": the same number before, and all of it."""
    if percent.value != _ALL or not part.unit or not _BARE.match(reading.tail(percent.index)):
        return None
    alike = _alike_before(reading, part, _ALL_SENTENCES)
    same = [whole for whole in alike or () if whole.value == part.value and whole.unit == part.unit]
    if not same or part.value is None or part.value < _FEW:
        return None
    return _proposal(part, same[0], percent, "all_of_it")


_RULES: tuple[Callable[[Reading, Operand, Operand], Proposal | None], ...] = (
    _of_plan,
    _inside_next,
    _of_named_total,
    _all_of_it,
)
