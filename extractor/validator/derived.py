"""Quantities that an article leaves out but that its figures imply: a plan, a base, a level before.

"274 lượt, đạt 26,47% kế hoạch" implies a plan of 1.034,94 to 1.035,33 lượt, and that is 1.035.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from extractor.claims.remainders import Remainder
from extractor.claims.unlinked import Unlinked
from extractor.records import Derived, Figure, Message
from extractor.validator.bodies import known_bodies
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import ONE, ZERO, Bounds, add, affine, divide, multiply, negate, point
from extractor.validator.levels_before import LevelBefore
from extractor.validator.numerals import decimal, decimals_of, exact_decimal, rounded
from extractor.validator.operands import Operands, Quantity, UnreadableOperand
from extractor.validator.style import Language, plain

Role = Literal["part", "whole", "old", "new"]

_PERCENT = Fraction(1, 100)
# "đạt 100% kế hoạch" implies no other number than the one that is there.
_ALL = 100
# Wider than this, the interval says little: half of the value up or down.
_WIDEST = Fraction(3, 2)
_MORE_DIGITS = 2
_JUST_BELOW = 1 - Fraction(1, 10**9)

_FEWEST_PERIODS, _MOST_PERIODS = 2, 60
# The width of what the figures leave open, over all that was tried: so often a whole number lies in it by chance.
_LIKELY_BY_CHANCE = Fraction(1, 50)
_PERIOD_DIGITS = 4
_PERIOD_STEP = Fraction(1, 10**_PERIOD_DIGITS)
_PERIODS = {"năm": "years", "quý": "quarters", "tháng": "months", "tuần": "weeks", "ngày": "days"}
_LASTS: dict[Language, str] = {"vi": "phần còn lại vừa đủ cho {0} {1}", "en": "what is left lasts {0} {1}"}

_NAMES: dict[str, dict[Language, str]] = {
    "part": {"vi": "số của phần này", "en": "this part"},
    "whole": {"vi": "mức 100%", "en": "the 100% level"},
    "old": {"vi": "mức trước đó", "en": "the level before"},
}
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "implied": "suy ra",
        "is": "là",
        "one": "tức {0}",
        "several": "số nguyên {0} đến {1}",
        "cut": "nếu phần trăm đã bị cắt bỏ phần lẻ",
        "bears_out": "khớp với {0}",
    },
    "en": {
        "implied": "which makes",
        "is": "is",
        "one": "that is {0}",
        "several": "whole numbers {0} to {1}",
        "cut": "if the percentage was cut instead of rounded",
        "bears_out": "which bears {0} out",
    },
}


@dataclass(frozen=True, slots=True)
class Implied:
    """A missing quantity.

    Attributes:
        unlinked: the percentage and the figure it follows from.
        role: what it is.
        known: the figure beside the percentage.
        percent: the percentage.
        bounds: all values that the two leave open.
        nominal: what they give if taken as printed.
        whole_numbers: whether it counts whole things, exactly.
        cut: the values that are left open if the percentage was cut instead of rounded; None where it can't have been.
    """

    unlinked: Unlinked
    role: Role
    known: Quantity
    percent: Quantity
    bounds: Bounds
    nominal: Fraction
    whole_numbers: bool
    cut: Bounds | None = None

    @property
    def integers(self) -> tuple[int, int] | None:
        """The smallest and largest whole number that it may be, by rounding, or by cutting if rounding gives none."""
        return self._within(self.bounds) or (self._within(self.cut) if self.cut else None)

    @property
    def was_cut(self) -> bool:
        """Whether a whole number is found only if the percentage was cut."""
        return self.integers is not None and self._within(self.bounds) is None

    def formula(self, language: Language) -> str:
        """What to type into a pocket calculator, and what it shows: "274 / 26,47% = 1.035,13…"."""
        known, percent = (quantity_text(each, language) for each in (self.known, self.percent))
        if self.role == "part":
            text = f"{known} × {percent}"
        elif self.unlinked.role == "new":
            text = f"{known} / (100% {'−' if self.unlinked.direction == 'down' else '+'} {percent})"
        else:
            text = f"{known} / {percent}"
        return f"{text} = {self.known.style.cut(self.nominal)[language]}"

    def _within(self, bounds: Bounds) -> tuple[int, int] | None:
        first, last = ceil(bounds.low), floor(bounds.high)
        return (first, last) if self.whole_numbers and first <= last else None


def implied(unlinked: Sequence[Unlinked], operands: Operands) -> list[Implied]:
    """The missing quantities that follow from percentages with one figure beside them.

    Args:
        unlinked: the percentages that no claim uses.
        operands: the quantities of the article's figures.
    """
    found = []
    for each in unlinked:
        if each.known is None or each.role is None:
            continue
        try:
            known, percent = operands(each.known.ref), operands(each.percent.ref)
        except UnreadableOperand:
            continue
        if each.threshold:
            known, percent = _as_printed(known), _as_printed(percent)
        if known.is_range or percent.is_range or (percent.value == _ALL and each.role == "part"):
            continue
        one = _implied(each, known, percent)
        if one is not None and one.bounds.low > 0 and one.bounds.high <= one.bounds.low * _WIDEST:
            found.append(one)
    return found


def _as_printed(quantity: Quantity) -> Quantity:
    """The quantity without its modifier, which the other has too."""
    if quantity.modifier is None:
        return quantity
    half = (quantity.ulp or Fraction(0)) / 2
    return replace(quantity, modifier=None, bounds=Bounds(quantity.value - half, quantity.value + half))


def _implied(unlinked: Unlinked, known: Quantity, percent: Quantity) -> Implied | None:
    role: Role = "part" if unlinked.role == "whole" else "whole" if unlinked.role == "part" else "old"
    bounds, nominal = (
        _solved(unlinked, known, percent.bounds),
        _solved(unlinked, known, point(percent.value), known.value),
    )
    if bounds is None or nominal is None:
        return None
    cut = None
    if percent.ulp is not None and percent.modifier is None and percent.value > 0:
        cut = _solved(unlinked, known, Bounds(percent.value, percent.value + percent.ulp * _JUST_BELOW))
    counted = known.kind == "count" and known.is_integer and known.modifier is None
    return Implied(unlinked, role, known, percent, bounds, nominal.low, counted, cut)


def _solved(unlinked: Unlinked, known: Quantity, percent: Bounds, value: Fraction | None = None) -> Bounds | None:
    """The missing quantity for the values of the percentage, and those of the known figure or the one given."""
    given = known.bounds if value is None else point(value)
    if unlinked.role == "whole":
        return multiply(given, affine(percent, _PERCENT, ZERO))
    if unlinked.role == "new":
        return divide(given, affine(percent, -_PERCENT if unlinked.direction == "down" else _PERCENT, ONE))
    return divide(given, affine(percent, _PERCENT, ZERO))


def derive(
    found: Sequence[Implied],
    figures: Mapping[str, Figure],
    levels: Sequence[LevelBefore] = (),
    remainders: Sequence[Remainder] = (),
) -> tuple[Derived, ...]:
    """The missing quantities as a record has them, with their ids.

    Args:
        found: what is missing.
        figures: the article's figures by id.
        levels: those before its rises; those that bear the rate out are told, and nothing else of any of those rates.
        remainders: averages, each with a share that may be left for it.
    """
    borne_out = [each for each in levels if each.holds]
    told = {each.rise.rate.ref for each in levels}
    untold = [each for each in found if each.unlinked.percent.ref not in told]
    derived = [_derived(i, each, figures) for i, each in enumerate(untold)]
    for level in borne_out:
        derived.append(_level_before(level, figures, f"v{len(derived) + 1}"))
    operands = Operands(figures)
    for each in remainders:
        one = _periods(each, operands, len(remainders))
        if one is not None:
            derived.append(one.model_copy(update={"id": f"v{len(derived) + 1}"}))
    return tuple(derived)


def _periods(remainder: Remainder, operands: Operands, tried: int) -> Derived | None:
    """How many periods what is left lasts, if that is a whole number by more than chance: "(2.710 − 649) / 687 = 3"."""
    try:
        whole, part, mean = (operands(each.ref) for each in (remainder.whole, remainder.part, remainder.mean))
    except UnreadableOperand:
        return None
    bounds = divide(add(whole.bounds, negate(part.bounds)), mean.bounds)
    if bounds is None or whole.value <= part.value or mean.value <= 0:
        return None
    first, last = ceil(bounds.low), floor(bounds.high)
    if first != last or not _FEWEST_PERIODS <= first <= _MOST_PERIODS:
        return None
    if (bounds.high - bounds.low) * tried > _LIKELY_BY_CHANCE:
        return None
    nominal = (whole.value - part.value) / mean.value
    exact = nominal == first

    def sentence(language: Language) -> str:
        texts = [quantity_text(each, language, bare=True) for each in (whole, part, mean)]
        formula = "({} − {}) / {}".format(*texts)
        period = remainder.period if language == "vi" else _PERIODS[remainder.period]
        cut = plain(nominal if exact else Fraction(floor(nominal * 100), 100), 0 if exact else 2, language)
        return f"{formula} = {cut}{'' if exact else '…'}: {_LASTS[language].format(first, period)}"

    refs = dict.fromkeys(each.ref.partition(".")[0] for each in (remainder.whole, remainder.part, remainder.mean))
    return Derived(
        id="v",
        role="periods",
        figures=tuple(refs),
        unit=remainder.period,
        value=exact_decimal(rounded(nominal, _PERIOD_STEP), _PERIOD_STEP),
        interval=(decimal(bounds.low, _PERIOD_DIGITS), decimal(bounds.high, _PERIOD_DIGITS, up=True)),
        integers=(Decimal(first), Decimal(last)),
        message=Message(vi=sentence("vi"), en=sentence("en")),
    )


def _level_before(before: LevelBefore, figures: Mapping[str, Figure], name: str) -> Derived:
    """As in "24.610 tỷ − 2.375 tỷ = 22.235 tỷ; 2.375 tỷ / 22.235 tỷ ≈ 10,68%: khớp với 10,7%"."""
    base = figures[before.rise.rate.ref].base or figures[before.rise.amount.ref].base
    counted = before.level.is_integer and before.amount.is_integer and before.level.kind == "count"
    digits = decimals_of(before.step) + _MORE_DIGITS

    def sentence(language: Language) -> str:
        about = f"{_NAMES['old'][language]} (“{base}”)" if base else _NAMES["old"][language]
        formula, _, rate = before.formula(language).partition(";")
        return f"{formula}, {about};{rate}: {_WORDS[language]['bears_out'].format(before.printed_rate(language))}"

    return Derived(
        id=name,
        role="old",
        figures=before.figures,
        unit=before.level.unit,
        base=base,
        value=exact_decimal(rounded(before.value, before.step / 100), before.step / 100),
        interval=(decimal(before.bounds.low, digits), decimal(before.bounds.high, digits, up=True)),
        integers=(Decimal(before.value.numerator),) * 2 if counted else None,
        message=Message(vi=sentence("vi"), en=sentence("en")),
    )


def _derived(index: int, one: Implied, figures: Mapping[str, Figure]) -> Derived:
    step = one.known.step
    digits = decimals_of(step) + _MORE_DIGITS
    names = tuple(ref.partition(".")[0] for ref in (one.known.ref, one.percent.ref) if ref is not None)
    base = figures[names[-1]].base
    integers = one.integers
    return Derived(
        id=f"v{index + 1}",
        role=one.role,
        figures=names,
        unit=one.known.unit,
        base=base,
        value=exact_decimal(rounded(one.nominal, step / 100), step / 100),
        interval=(decimal(one.bounds.low, digits), decimal(one.bounds.high, digits, up=True)),
        integers=None if integers is None else (Decimal(integers[0]), Decimal(integers[1])),
        message=Message(vi=_sentence(one, base, "vi"), en=_sentence(one, base, "en")),
    )


def _sentence(one: Implied, base: str | None, language: Language) -> str:
    """As in "274 / 26,47% = 1.035,13…: tổng số (kế hoạch) từ 1.034,9 đến 1.035,4 lượt, tức 1.035"."""
    style = one.known.style
    name = _NAMES[one.role][language]
    about = f"{name} (“{base}”)" if base and one.role != "part" else name
    unit = f" {one.known.unit}" if one.known.unit and one.known.kind != "money" else ""
    text = f"{one.formula(language)}: {_WORDS[language]['implied']} {about}"
    if one.bounds.exact:
        return f"{text} {_WORDS[language]['is']} {style.text(one.nominal, language)}{unit}"
    text = f"{text} {style.span(one.bounds, language)}{unit}"
    if one.integers is None:
        return text
    first, last = (plain(Fraction(each), 0, language) for each in one.integers)
    text = f"{text}, {_WORDS[language]['one' if first == last else 'several'].format(first, last)}"
    if one.was_cut:
        text = f"{text} {_WORDS[language]['cut']}"
    body = known_bodies(one.known, *one.integers) if one.role == "whole" and first == last else {}
    return f"{text} ({body[one.integers[0]][language]})" if body else text
