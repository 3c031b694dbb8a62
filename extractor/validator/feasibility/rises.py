"""A rise whose amount, rate and new level cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims import fit
from extractor.records import Finding, Message
from extractor.validator.feasibility.case import Case
from extractor.validator.levels_before import LevelBefore
from extractor.validator.numerals import exact_decimal
from extractor.validator.style import Language


def inconsistent_rises(case: Case) -> Iterator[Finding]:
    """As in "tăng 8,7 điểm (0,8%), lên 1.296,3 điểm": 8,7 over 1.287,6 is 0,68%."""
    for each in case.levels_before:
        if not each.holds:
            yield _finding(case, each)


def _finding(case: Case, before: LevelBefore) -> Finding:
    rise = before.rise
    # Some take the amount's share of the new level for the rate.
    share = fit.share(rise.amount, rise.level)
    of_new = share is not None and fit.meets(share, rise.rate)

    def sentence(language: Language) -> str:
        formula, printed = before.formula(language), before.printed_rate(language)
        level = before.level.texts[language]
        if language == "vi":
            why = f"tỷ lệ tính trên mức mới {level}" if of_new else "mức tăng giảm, tỷ lệ và mức mới không khớp"
            return f"{formula}, bài ghi {printed}: {why}; hãy đối chiếu với nguồn"
        why = f"the rate is of the new level {level}" if of_new else "amount, rate and new level do not fit"
        return f"{formula}, the article says {printed}: {why}; check the source"

    return case.finding(
        "inconsistent_rise",
        (rise.amount.index, rise.rate.index, rise.level.index),
        Message(vi=sentence("vi"), en=sentence("en")),
        expected=(format(exact_decimal(before.right_rate, before.rate.step / 10), "f"),),
    )
