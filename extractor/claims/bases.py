"""The base that follows a percentage or an amount in figures: "kế hoạch 8.000 người", "so với năm trước (184 trường)"."""

from __future__ import annotations

from extractor.claims import cues
from extractor.claims.reading import Operand, Reading, same_quantity
from extractor.lexicon.patterns import compiled

COUNTABLE = ("count", "money", "measure", "duration")

BEFORE_FIGURE = compiled(
    rf"^(?:(?! và | nhưng | song )[^,;.\n]){{0,70}}?(?<!\p{{L}})(?:{cues.spellings('base')})(?!\p{{L}})"
    rf"(?:(?! và | nhưng | song | với )[^,;.\n()]){{0,60}}"
    # "so với cùng kỳ (năm 2017 đạt 90,4%)"
    rf"(?:\((?:{cues.spellings('period_before')})(?!\p{{L}})[^()]{{0,30}} )?"
    r"\(?(?:là |đạt |khoảng |gần |hơn |trên |chỉ |con số |mức )*$"
)
# "tăng 12% (cùng kỳ 184 trường)"
IN_BRACKETS = compiled(rf"^ ?\((?:{cues.spellings('period_before')})(?!\p{{L}})[^()]{{0,40}}$")


def base_behind(reading: Reading, percent: Operand, part: Operand) -> Operand | None:
    """The whole that follows a percentage: "đạt 156,1% chỉ tiêu 8.000 người", "bằng 58,6% dự toán (4.050 tỷ đồng)".

    Args:
        reading: the figures.
        percent: the percentage.
        part: what it is said of.
    """
    i = percent.index + 1
    if i >= len(reading.figures) or len(reading.sides[i]) != 1:
        return None
    base = reading.sides[i][0]
    if base.sentence != percent.sentence or not same_quantity(base, part) or base.kind not in COUNTABLE:
        return None
    between = reading.between(i - 1, i)
    if not BEFORE_FIGURE.match(between) and between not in (" trên ", " của "):
        return None
    if cues.UP.search(between) or cues.DOWN.search(between):
        return None
    return base
