"""What the operands of a claim stand for.

An operand names a figure, a side of a ratio, or is a literal. It becomes a :class:`Quantity`: the printed value,
the interval of values that print that way, and the unit of its last printed digit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from extractor.records import Figure, FigureKind, Modifier, Operand
from extractor.validator.intervals import ONE, ZERO, Bounds, point
from extractor.validator.numerals import UnreadableNumber, fraction, power_of_ten, printed_exponent
from extractor.validator.style import NO_WORD, Style, Texts, style_for

_HALF = Fraction(1, 2)
# How many times more than its threshold a quantity may be.
_OPEN = 10**6


class UnreadableOperand(ValueError):
    """The operand names no figure of the article, or one without a usable number."""


@dataclass
class Quantity:
    """A published number as the validator sees it. It is never changed.

    ``value`` is what is printed (the middle of a range) and ``bounds`` all it may stand for. ``ulp`` is one unit
    of the last printed digit, none where the number is exact; ``step`` is the same for the digits themselves,
    so it is 1 for an exact 1.240. ``ref`` is none for a literal.
    """

    ref: str | None
    value: Fraction
    bounds: Bounds
    ulp: Fraction | None
    step: Fraction
    kind: FigureKind | None = None
    modifier: Modifier | None = None
    is_range: bool = False
    figure: Figure | None = None
    _style: Style | None = field(default=None, init=False, repr=False, compare=False)
    _texts: Texts | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def unit(self) -> str | None:
        """The unit it was published with."""
        return self.figure.unit if self.figure else None

    @property
    def style(self) -> Style:
        """How it is written."""
        if self._style is None:
            text = self.figure.text if self.figure else ""
            self._style = style_for(self.kind, self.value, self.step, text, exact=self.ulp is None)
        return self._style

    @property
    def texts(self) -> Texts:
        """The number as published, without modifier and unit, in the digits of both languages."""
        if self._texts is None:
            self._texts = self._published()
        return self._texts

    def _published(self) -> Texts:
        figure, style = self.figure, self.style
        if figure is None:
            return style.texts(self.value)
        if self.kind == "ratio" and figure.numerator is not None and figure.denominator:
            top, bottom = _plain(figure.numerator), _plain(figure.denominator)
            return {"vi": f"{top['vi']}/{bottom['vi']}", "en": f"{top['en']}/{bottom['en']}"}
        if self.is_range and figure.low is not None and figure.high is not None:
            low, high = (
                replace(style, word=NO_WORD, suffix=NO_WORD).texts(fraction(figure.low)),
                style.texts(fraction(figure.high)),
            )
            return {"vi": f"{low['vi']}–{high['vi']}", "en": f"{low['en']}–{high['en']}"}
        return style.texts(self.value)

    @property
    def is_integer(self) -> bool:
        """Whether it is an exact whole number, as a plain count is."""
        return self.ulp is None and not self.is_range and self.value.denominator == 1 and self.bounds.exact

    @property
    def in_digits(self) -> bool:
        """Whether digits are printed, so that a slip of a digit can have happened."""
        return self.figure is not None and not self.is_range and any(map(str.isdigit, self.figure.text))

    @property
    def is_vague(self) -> bool:
        """Whether a range or a modifier leaves it open by a factor of two or more."""
        if not (self.is_range or self.modifier):
            return False
        low, high = sorted((abs(self.bounds.low), abs(self.bounds.high)))
        return self.bounds.low <= 0 <= self.bounds.high or high >= 2 * low

    @property
    def open_end(self) -> Literal["up", "down"] | None:
        """On which side a threshold leaves it open: "ít nhất 30%" may be any more, "dưới 30%" any less."""
        if self.modifier == "at_least":
            return "up"
        return "down" if self.modifier in ("at_most", "less_than") else None

    def opened(self) -> Quantity:
        """The same quantity with all that a threshold leaves open."""
        if self.modifier is None:
            return self
        if self.open_end == "up":
            return replace(self, bounds=Bounds(self.bounds.low, self.bounds.low + abs(self.bounds.high) * _OPEN))
        if self.open_end == "down":
            return replace(self, bounds=Bounds(min(ZERO, self.bounds.low), self.bounds.high))
        return self

    def rounded_to_integer(self) -> Quantity:
        """The same number as a rounded one, half a unit loose: what a mean printed as a whole number is."""
        if not self.is_integer or self.modifier:
            return self
        return replace(self, bounds=Bounds(self.value - _HALF, self.value + _HALF), ulp=ONE)

    def read_as(self, reading: Decimal) -> Quantity:
        """The quantity under another reading of the same print.

        The digits stay and the separator changes, so the last digit's unit and all slack scale with the value.
        """
        value = fraction(reading)
        if not self.value:
            return replace(self, value=value, bounds=point(value))
        factor = value / self.value
        step = self.step * factor
        low, high = sorted((self.bounds.low * factor, self.bounds.high * factor))
        ulp = None if self.ulp is None and step == 1 else step
        if self.bounds.exact and ulp is not None:
            low, high = value - ulp / 2, value + ulp / 2
        return replace(self, value=value, bounds=Bounds(low, high), ulp=ulp, step=step)


def _plain(number: Decimal) -> Texts:
    return Style(1, NO_WORD, -printed_exponent(number), NO_WORD).texts(fraction(number))


class Operands:
    """The quantities of one article's figures, each worked out once."""

    __slots__ = ("_figures", "_known")

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._known: dict[str, Quantity] = {}

    def __call__(self, operand: Operand) -> Quantity:
        """The quantity of an operand.

        Raises:
            UnreadableOperand: no such figure, or it has no usable number there.
        """
        try:
            if not isinstance(operand, str):
                return _exactly(None, operand.value)
            known = self._known.get(operand)
            if known is None:
                known = self._known[operand] = self._read(operand)
            return known
        except UnreadableNumber as error:
            raise UnreadableOperand(str(error)) from error

    def _read(self, operand: str) -> Quantity:
        name, _, side = operand.partition(".")
        figure = self._figures.get(name)
        if figure is None:
            raise UnreadableOperand(f"no figure {name}")
        if side:
            number = figure.numerator if side == "numerator" else figure.denominator
            if number is None:
                raise UnreadableOperand(f"{name} is no ratio")
            return _side(operand, number, figure)
        if (value := figure.value) is not None:
            return _single(operand, value, figure)
        if figure.low is not None and figure.high is not None:
            return _range(operand, figure.low, figure.high, figure)
        if figure.numerator is not None and figure.denominator:
            return _whole_ratio(operand, figure.numerator, figure.denominator, figure)
        raise UnreadableOperand(f"{name} has no number")


def _exactly(ref: str | None, number: Decimal) -> Quantity:
    value = fraction(number)
    return Quantity(ref, value, point(value), None, power_of_ten(printed_exponent(number)))


def _side(ref: str, number: Decimal, figure: Figure) -> Quantity:
    """A side of a ratio: exact if whole, half a unit of its last digit loose if it has decimals."""
    value, exponent = fraction(number), printed_exponent(number)
    if exponent == 0:
        return Quantity(ref, value, point(value), None, ONE, "count", figure=figure)
    ulp = power_of_ten(exponent)
    return Quantity(ref, value, Bounds(value - ulp / 2, value + ulp / 2), ulp, ulp, "measure", figure=figure)


def _single(ref: str, number: Decimal, figure: Figure) -> Quantity:
    value, ulp, interval = fraction(number), _ulp(figure), figure.interval
    bounds = _around(value, ulp) if interval is None else _interval(ref, number, value, *interval)
    step = ulp or power_of_ten(printed_exponent(number))
    return Quantity(ref, value, bounds, ulp, step, figure.kind, figure.modifier, figure=figure)


def _around(value: Fraction, ulp: Fraction | None) -> Bounds:
    return Bounds(value - ulp / 2, value + ulp / 2) if ulp else point(value)


def _interval(ref: str, number: Decimal, value: Fraction, low: Decimal, high: Decimal) -> Bounds:
    """The bounds of a number of some value; decimals are compared far faster than rationals."""
    if low == high:
        return point(value if low == number else fraction(low))
    if low > high:
        raise UnreadableOperand(f"{ref} has an empty interval")
    return Bounds(fraction(low), fraction(high))


def _ulp(figure: Figure) -> Fraction | None:
    ulp = figure.ulp
    return abs(fraction(ulp)) if ulp else None


def _range(ref: str, low_end: Decimal, high_end: Decimal, figure: Figure) -> Quantity:
    low, high = sorted((fraction(low_end), fraction(high_end)))
    if figure.interval is not None:
        low, high = min(low, fraction(figure.interval[0])), max(high, fraction(figure.interval[1]))
    ulp = _ulp(figure)
    step = ulp or power_of_ten(min(printed_exponent(low_end), printed_exponent(high_end)))
    return Quantity(ref, (low + high) / 2, Bounds(low, high), ulp, step, figure.kind, figure.modifier, True, figure)


def _whole_ratio(ref: str, numerator: Decimal, denominator: Decimal, figure: Figure) -> Quantity:
    """A fraction as one value: "1/3" is what lies nearer to a third than to a half or a quarter."""
    top, bottom = fraction(numerator), fraction(denominator)
    value = top / bottom
    if top <= 0 or bottom <= _HALF:
        return Quantity(ref, value, point(value), None, ONE, "ratio", figure=figure)
    bounds = Bounds(top / (bottom + _HALF), top / (bottom - _HALF))
    return Quantity(ref, value, bounds, bounds.high - bounds.low, ONE, "ratio", figure.modifier, True, figure)
