"""Percentages that no whole number gives, of a whole that is printed or for a part that is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from extractor.records import Finding, Message
from extractor.validator.derived import Implied
from extractor.validator.feasibility.case import Case
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import ONE
from extractor.validator.numerals import rounded
from extractor.validator.style import Language, plain

_ROUND = 5
_HUNDRED = 100


def infeasible_percentages(case: Case) -> Iterator[Finding]:
    """As in "137 vụ, chiếm 34,91% tổng số vụ": 392 in all would give 34,95%, 393 would give 34,86%."""
    for one in case.missing:
        if not _is_certain(one):
            continue
        near = [each for each in (floor(one.nominal), ceil(one.nominal)) if each > 0]
        printed = {each: _percentage(one, each) for each in near}
        step = one.percent.step
        if not near or min(abs(value - one.percent.value) for value in printed.values()) <= step:
            continue
        indexes = [one.unlinked.percent.index, *([one.unlinked.known.index] if one.unlinked.known else [])]
        yield case.finding(
            "infeasible_percentage",
            indexes,
            Message(vi=_sentence(one, printed, "vi"), en=_sentence(one, printed, "en")),
        )


def _is_certain(one: Implied) -> bool:
    """Whether what is missing must be a whole number, and the percentage is meant to the digit."""
    if not one.whole_numbers or one.integers is not None or one.percent.modifier or one.percent.ulp is None:
        return False
    if one.percent.step >= ONE and one.percent.value % _ROUND == 0:
        # "80% trong số 24 xã": about.
        return False
    behind = one.unlinked.known is not None and one.unlinked.known.index > one.unlinked.percent.index
    return one.role != "old" or (behind and one.unlinked.role == "new")


def _percentage(one: Implied, missing: int) -> Fraction:
    """The percentage that the figures would give with a number for what is missing, as it would be printed."""
    known, whole = one.known.value, Fraction(missing)
    if one.role == "part":
        exact = whole / known * _HUNDRED
    elif one.role == "whole":
        exact = known / whole * _HUNDRED
    else:
        exact = abs(known - whole) / whole * _HUNDRED
    return rounded(exact, one.percent.step)


def _sentence(one: Implied, printed: dict[int, Fraction], language: Language) -> str:
    percent = quantity_text(one.percent, language)
    formula = one.formula(language)
    shown = [
        (plain(Fraction(number), 0, language), one.percent.style.text(value, language))
        for number, value in printed.items()
    ]
    if language == "vi":
        options = ", ".join(f"{number} cho {value}" for number, value in shown)
        return f"{formula}: không có số nguyên nào cho đúng {percent} ({options}); hãy đối chiếu với nguồn"
    options = ", ".join(f"{number} gives {value}" for number, value in shown)
    return f"{formula}: no whole number gives {percent} ({options}); check the source"
