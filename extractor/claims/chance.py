"""How likely unrelated figures would fit so well by chance.

An inferred claim stands on its arithmetic, so it says how far that carries: how many sets of operands were tried for
it, and the probability that at least one of so many unrelated ones would have fitted as well. The model is the same
for all kinds. What is computed lands somewhere at random, and fits if it lands within the width that the rounding of
the published figures leaves open:

- a ratio (share, change, mean, product, multiple) is spread evenly over a decade on a logarithmic scale, so it hits
  an interval of relative width *w* with probability *w* / ln 10;
- a sum or difference is spread evenly between 0 and the largest figure in it, so it hits a width *d* with
  probability *d* / largest;
- a restated number hits the other as a ratio does (its first digit is no less free than its last), and the words
  beside both count as evidence of their own: each is as likely as it is frequent beside the figures of the article.

The probabilities of the candidates are added, which is the bound for "at least one".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractor.claims.reading import Bounds, Operand, bounds_in

_LN10 = Decimal("2.3026")
_ONE = Decimal(1)
_SMALL = 12
_FRACTION = _ONE / 45

# An inferred claim is kept below these: where the words beside it speak for it, and where they say little.
LIKELY = Decimal("0.12")
WEAK = Decimal("0.05")
FAR = Decimal("0.02")


def of_ratio(published: Operand, computed: Bounds, tried: int) -> Decimal:
    """The chance that one of ``tried`` unrelated ratios fits a published percentage, multiple, mean or product.

    The width counts both what the printed result leaves open and what the operands do.

    Args:
        published: the result.
        computed: what the operands give for it, in its unit.
        tried: how many sets of operands were tried.
    """
    if published.value is None or published.value <= 0:
        return _ONE
    width = published.bounds[1] - published.bounds[0] + computed[1] - computed[0]
    return min(_ONE, tried * (width / published.value) / _LN10)


def of_small(a: Operand, b: Operand, tried: int) -> Decimal:
    """How likely it is at least that one of ``tried`` pairs of small numbers like these gives a ratio: they give but a few.

    Of the numbers up to twelve there are 45 proper fractions in lowest terms, so that 33,33% and 66,67% come often. Nothing
    for larger numbers.

    Args:
        a: the one.
        b: the other.
        tried: how many pairs were tried.
    """
    small = all(o.value is not None and o.value <= _SMALL for o in (a, b))
    return min(_ONE, tried * _FRACTION) if small else Decimal(0)


def of_nominal(published: Operand, nominal: Decimal, tried: int) -> Decimal:
    """Like :func:`of_ratio`, if the operands are taken as they are printed: "5 triệu đồng" is seldom 4,6 triệu.

    Args:
        published: the result.
        nominal: what the numbers as printed give for it, in its unit.
        tried: how many sets of operands were tried.
    """
    if published.value is None or published.value <= 0:
        return _ONE
    width = 2 * abs(nominal - published.value) + min(published.ulp or published.value, published.value / 200)
    return min(_ONE, tried * (width / published.value) / _LN10)


def of_words(percent: Decimal, computed: Bounds, tried: int) -> Decimal:
    """Like :func:`of_ratio` for a fraction in words, which is meant to the percent: "một nửa" is 49,5% to 50,5%.

    Args:
        percent: what the words mean.
        computed: what the operands give, in percent.
        tried: how many sets of operands were tried.
    """
    width = _ONE + computed[1] - computed[0]
    return min(_ONE, tried * width / percent / _LN10) if percent > 0 else _ONE


def of_sum(result: Operand, others: Iterable[Operand], tried: int) -> Decimal:
    """The chance that one of ``tried`` unrelated sums or differences fits a published one.

    Args:
        result: the published total or difference.
        others: the parts, or the two levels.
        tried: how many sets of operands were tried.
    """
    low, high = result.bounds
    width = max(high - low, result.ulp or _ONE)
    largest = max(high, _ONE)
    for other in others:
        bounds = bounds_in(other, result)
        width += bounds[1] - bounds[0]
        largest = max(largest, bounds[1])
    return min(_ONE, tried * width / largest)


def of_columns(totals: Sequence[Operand], columns: Sequence[Sequence[Operand]]) -> Decimal:
    """The chance that columns of as many rows all add up to the totals above them, whatever number of rows was tried.

    Args:
        totals: of each column.
        columns: their parts.
    """
    odds = Decimal(len(columns[0]) - 1)
    for total, column in zip(totals, columns, strict=True):
        odds *= of_sum(total, column, 1)
    return odds


def of_sum_nominal(result: Operand, nominal: Decimal, others: Iterable[Operand]) -> Decimal:
    """Like :func:`of_sum` for one set of operands, if they are taken as they are printed: 50% is seldom 49,6%.

    Args:
        result: the published total or difference.
        nominal: what the numbers as printed give for it.
        others: the parts, or the two levels.
    """
    if result.value is None:
        return _ONE
    largest = max([_ONE, result.bounds[1], *(bounds_in(o, result)[1] for o in others)])
    return min(_ONE, (2 * abs(nominal - result.value) + (result.ulp or _ONE)) / largest)


def of_number(operand: Operand, tried: int) -> Decimal:
    """The chance that one of ``tried`` unrelated figures is printed with the same number."""
    low, high = operand.bounds
    width = max(high - low, operand.ulp or _ONE)
    return min(_ONE, tried * width / max(high, width) / _LN10)
