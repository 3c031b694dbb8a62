"""The level before a rise whose amount, rate and new level are printed: does it bear the rate out?

"Đạt 24.610 tỷ đồng, tăng 2.375 tỷ đồng (10,7%)": 24.610 − 2.375 = 22.235, and 2.375 / 22.235 ≈ 10,68%.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from extractor.claims import fit
from extractor.claims.reading import Bounds as DecimalBounds
from extractor.claims.reading import bounds_in
from extractor.claims.rises import Rise
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import Bounds, add, negate
from extractor.validator.numerals import decimals_of, rounded
from extractor.validator.operands import Operands, Quantity, UnreadableOperand
from extractor.validator.style import Language, Style, plain

_HUNDRED = Decimal(100)


@dataclass(slots=True)
class LevelBefore:
    """A rise with the level before it. It is never changed.

    Attributes:
        rise: the rise.
        amount: of it.
        rate: of it, as it is printed.
        level: the level after it.
        value: the level before, the figures taken as printed.
        bounds: all that it may be by amount and level.
        holds: whether the rate is the amount's share of it, within the rounding of the figures.
    """

    rise: Rise
    amount: Quantity
    rate: Quantity
    level: Quantity
    value: Fraction
    bounds: Bounds
    holds: bool

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of its figures in text order."""
        operands = (self.rise.amount, self.rise.rate, self.rise.level)
        return tuple(each.ref.partition(".")[0] for each in sorted(operands, key=lambda each: each.start))

    @property
    def step(self) -> Fraction:
        """One unit of the last digit of the finer of amount and level."""
        return min(self.amount.step, self.level.step)

    @property
    def right_rate(self) -> Fraction:
        """The rate in percent, a digit finer than the one that is printed."""
        return rounded(self.amount.value / self.value * 100, self.rate.step / 10)

    def formula(self, language: Language) -> str:
        """What to type into a pocket calculator: "24.610 tỷ − 2.375 tỷ = 22.235 tỷ; 2.375 tỷ / 22.235 tỷ ≈ 10,68%"."""
        level, amount = (quantity_text(each, language, bare=True) for each in (self.level, self.amount))
        before = self._style().text(self.value, language)
        sign = "−" if self.rise.way == "up" else "+"
        comes_to = "=" if self.amount.value / self.value * 100 == self.right_rate else "≈"
        rate = plain(self.right_rate, decimals_of(self.rate.step / 10), language)
        return f"{level} {sign} {amount} = {before}; {amount} / {before} {comes_to} {rate}%"

    def printed_rate(self, language: Language) -> str:
        """The rate as published, without a sign."""
        return f"{plain(abs(self.rate.value), decimals_of(self.rate.step), language)}%"

    def _style(self) -> Style:
        return (self.level if self.level.step <= self.amount.step else self.amount).style


def levels_before(rises: Iterable[Rise], operands: Operands) -> list[LevelBefore]:
    """The levels before rises, but for those whose words may mean something else and whose figures do not fit.

    Args:
        rises: of one article.
        operands: the quantities of its figures.
    """
    found = []
    for rise in rises:
        computed = _rates(rise)
        if computed is None:
            continue
        holds = fit.meets(computed, rise.rate)
        if not holds and not (rise.sure and not _is_of_the_old(computed, rise)):
            continue
        try:
            amount, rate, level = (operands(each.ref) for each in (rise.amount, rise.rate, rise.level))
        except UnreadableOperand:
            continue
        bounds = add(level.bounds, negate(amount.bounds) if rise.way == "up" else amount.bounds)
        value = level.value + (-amount.value if rise.way == "up" else amount.value)
        found.append(LevelBefore(rise, amount, rate, level, value, bounds, holds))
    return found


def _rates(rise: Rise) -> DecimalBounds | None:
    """The rates in percent that amount and level allow."""
    low, high = bounds_in(rise.amount, rise.level)
    least, most = rise.level.bounds
    old = (least - high, most - low) if rise.way == "up" else (least + low, most + high)
    return None if old[0] <= 0 else (low / old[1] * _HUNDRED, high / old[0] * _HUNDRED)


def _is_of_the_old(rates: DecimalBounds, rise: Rise) -> bool:
    """Whether what is printed for the rate is the new level in percent of the old: "tăng 20 vụ (120%)"."""
    low, high = rates
    of_old = (_HUNDRED + low, _HUNDRED + high) if rise.way == "up" else (_HUNDRED - high, _HUNDRED - low)
    return fit.meets(of_old, rise.rate)
