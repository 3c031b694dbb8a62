"""Shares whose percentage comes first and whose figures stand behind it, in brackets of their own."""

from __future__ import annotations

from extractor.claims import cues, fit, slips
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading, same_unit
from extractor.lexicon.patterns import compiled

_ROW = 6
_OPENS = compiled(
    rf"^[^,;.!?()\n]{{0,70}}\((?:{cues.spellings('equivalent')}|đạt|bằng|với|là)?(?: ?(?:{cues.FILLER})){{0,4}} ?$"
)
# "1.068 tỷ đồng/3.000 tỷ đồng", "1.068 tỷ đồng trên tổng số 3.000 tỷ đồng": nothing else between.
_OVER = compiled(r"^(?: \p{L}+){0,3} ?(?:/|trên(?: tổng(?: số| vốn)?)?) ?$")
_CLOSES = compiled(r"^[^();.\n]{0,40}\)")
_BEHIND_WHOLE = compiled(
    rf"^[^;.!?()\n]{{0,60}}(?<!\p{{L}})(?:{cues.spellings('inside')})(?!\p{{L}})[^;.!?()\n]{{0,50}}$"
)
_NEXT_OF_ROW = compiled(r"^[^().!?\n]{0,20}\)(?:,|;| và| còn)[^;.!?()\n]{0,50}$")


def bracketed_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The share whose part, or part and whole, the brackets behind a percentage give.

    Args:
        reading: the figures.
        percent: the percentage; its words say no rise and no fall.
    """
    i = percent.index
    if i + 1 >= len(reading.figures) or len(reading.sides[i + 1]) != 1 or reading.in_brackets(i):
        return None
    part = reading.sides[i + 1][0]
    if part.sentence != percent.sentence or part.value is None or part.kind not in ("count", "money", "measure"):
        return None
    if not _OPENS.match(reading.between(i, i + 1)):
        return None
    return _over(reading, percent, part) or _of_those_before(reading, percent, part)


def _over(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "đạt 35,6% kế hoạch (1.068 tỷ đồng/3.000 tỷ đồng)"."""
    i = part.index + 1
    if i >= len(reading.figures) or len(reading.sides[i]) != 1:
        return None
    whole = reading.sides[i][0]
    if whole.sentence != part.sentence or whole.kind != part.kind or not same_unit(whole, part) or whole.value is None:
        return None
    if not _OVER.match(reading.between(part.index, i)) or not _CLOSES.match(reading.tail(i)):
        return None
    fits = fit.fits_share(part, whole, percent) or slips.near_share(part, whole, percent)
    if not fits and (part.modified or whole.modified or part.bounds[0] >= whole.bounds[1]):
        return None
    return stated("share", {"part": part, "whole": whole, "percent": percent}, "share.bracketed_over")


def _of_those_before(reading: Reading, percent: Operand, part: Operand) -> Proposal | None:
    """As in "12.540 giáo viên, trong đó 98,5% đạt chuẩn (12.352 người), 41% trên chuẩn (5.141 người)".

    The percentage may be of fewer than are told, so it must not be more than a slip away.
    """
    if not _CLOSES.match(reading.tail(part.index)):
        return None
    for step in range(_ROW):
        i = percent.index - 2 * step
        if i < 1 or len(reading.sides[i - 1]) != 1 or reading.sentence_of(i - 1) != percent.sentence:
            return None
        whole, between = reading.sides[i - 1][0], reading.between(i - 1, i)
        if _BEHIND_WHOLE.match(between):
            said = _counts_the_same(part, whole) and whole.value is not None and whole.bounds[1] > part.bounds[0]
            fits = said and (fit.fits_share(part, whole, percent) or slips.near_share(part, whole, percent))
            operands = {"part": part, "whole": whole, "percent": percent}
            return stated("share", dict(operands), "share.bracketed_part") if fits else None
        if i < 2 or reading.figures[i - 2].kind != "percent" or not _NEXT_OF_ROW.match(between):
            return None
    return None


def _counts_the_same(part: Operand, whole: Operand) -> bool:
    """Whether both are of one thing: by one word, or the part is counted by a word for persons of any sort."""
    if part.kind != whole.kind:
        return False
    return same_unit(part, whole) or (part.kind == "count" and part.unit in cues.words("persons"))
