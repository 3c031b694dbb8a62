"""From a number and what stands around it to a figure: its unit, its value in the light of that unit, its name."""

from __future__ import annotations

from decimal import Decimal

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, one_of, spelled
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.units import Unit, currency_before, denominator_after, names_counted, unit_after
from extractor.patterns.found import FoundFigure
from extractor.tokens.numerals import Numeral, read_digits

_TIMES = compiled(rf"{any_of('figure_words', 'times')}(?: {any_of('figure_words', 'times_between')}|,)*+ $")
_DONG = "đồng "
_MINUS = compiled(rf"(?<!\p{{L}}){any_of('figure_words', 'minus')} $")
_MINUS_WORDS = tuple(f"{word} " for word in spelled("figure_words", "minus"))
_BELOW_ZERO = frozenset(s.lower() for e in entries("units") if e["dimension"] == "temperature" for s in e["spellings"])
# "số | khách", in the clause that the number closes
_NUMBER_OF = ("số ", "lượng ")
_OTHER_CLAUSE = compiled(rf"[.,;:()\n]|{one_of('figure_words', 'of_money')}")
_CLAUSE = 80
_MULTIPLY = compiled(
    rf"(?<!\p{{L}})(?:{any_of('figure_words', 'fold_modifier')} )?{any_of('figure_words', 'fold')}"
    rf"(?: {any_of('figure_words', 'fold_between')})? $"
)


def unit_of(ctx: Context, numeral: Numeral) -> Unit | None:
    """The unit of a number, as far as it settles the kind: "3 lần" is a multiple or counts occasions."""
    unit = unit_after(ctx, numeral.end, magnitude=numeral.magnitude > 4 or numeral.money, words=numeral.words)
    if numeral.money:
        end = denominator_after(ctx, numeral.end)
        return Unit(numeral.end, end or numeral.end, "measure" if end else "money", default="đồng")
    sign = currency_before(ctx, numeral)
    if sign is not None and (unit is None or unit.kind != "money"):
        return in_currency(ctx, numeral, sign, numeral)
    if unit is not None and unit.kind == "count" and ctx.lower[unit.start : unit.end] == "lần":
        if is_times(ctx, numeral, unit):
            return Unit(unit.start, unit.end, "multiple")
        if numeral.value != numeral.value.to_integral_value():
            # "0,37 lần" counts nothing whole: an average number of times.
            return Unit(unit.start, unit.end, "measure")
        return unit
    if unit is not None and unit.kind == "count" and numeral.magnitude and ctx.lower.startswith(_DONG, unit.start):
        # "100 triệu đồng tiền bán đất": no coins.
        return Unit(unit.start, unit.start + len(_DONG) - 1, "money")
    spelled = numeral.words and (numeral.magnitude < 6 or " " not in numeral.digits)
    if unit is None and numeral.magnitude >= 3 and not spelled:
        end = denominator_after(ctx, numeral.end)
        if is_multiplied(ctx, numeral):
            return None
        if end is None and _counts(ctx, numeral):
            return Unit(numeral.end, numeral.end, "count", named=False)
        return Unit(numeral.end, end or numeral.end, "measure" if end else "money", default="đồng")
    return unit


def in_currency(ctx: Context, signed: Numeral, sign: int, numeral: Numeral) -> Unit:
    """The unit of a number in the currency that stands at ``sign`` in front of the number ``signed``."""
    end = denominator_after(ctx, numeral.end)
    printed = ctx.view.published(sign, signed.start).rstrip()
    return Unit(numeral.end, end or numeral.end, "measure" if end else "money", default=printed, sign=sign)


def _counts(ctx: Context, numeral: Numeral) -> bool:
    """Whether a bare "3,2 triệu" is how many of something there are: "số khách lưu trú là 3,2 triệu"."""
    low = max(0, numeral.start - _CLAUSE)
    at, word = max((ctx.lower.rfind(word, low, numeral.start), word) for word in _NUMBER_OF)
    if at < 0 or ctx.lower[at - 1 : at].isalpha() or not names_counted(ctx.lower, at + len(word)):
        return False
    return _OTHER_CLAUSE.search(ctx.lower, at, numeral.start) is None


def is_times(ctx: Context, numeral: Numeral, unit: Unit) -> bool:
    """Whether "N lần" says how many times as much, not how often."""
    times = ctx.lower[unit.start : unit.end] == "lần"
    return times and _TIMES.search(ctx.lower, max(0, numeral.start - 34), numeral.start) is not None


def is_multiplied(ctx: Context, numeral: Numeral) -> bool:
    """Whether the number says how many times as much by itself: "gấp 3 năm trước"."""
    return _MULTIPLY.search(ctx.lower, max(0, numeral.start - 20), numeral.start) is not None


def value_of(ctx: Context, numeral: Numeral, unit: Unit) -> Decimal:
    """The number's value in the light of its unit, with its sign."""
    value = _size(ctx, numeral, unit)
    signed = unit.kind in ("percent", "points") or ctx.lower[unit.start : unit.end] in _BELOW_ZERO
    return -value if signed and _sign_before(ctx, numeral) is not None else value


def _sign_before(ctx: Context, numeral: Numeral) -> int | None:
    """Where the minus of a number stands: "tăng trưởng -2,5%", "tăng trưởng âm 2,5%", but not "3 -5%" or "- 5%"."""
    text, at = ctx.text, numeral.start
    if at > 1 and text[at - 1] == "-" and text[at - 2] in " (" and not (at > 2 and text[at - 3] in "0123456789%"):
        return at - 1
    if not ctx.lower.endswith(_MINUS_WORDS, 0, at):
        return None
    word = _MINUS.search(ctx.lower, max(0, at - 8), at)
    return None if word is None else word.start()


def _size(ctx: Context, numeral: Numeral, unit: Unit) -> Decimal:
    """The number's value in the light of its unit: no one counts 1,24 people, but 1,234 ha may be."""
    if numeral.alternatives and not numeral.magnitude and unit.kind in ("percent", "points", "measure", "multiple"):
        readings = read_digits(numeral.digits, fraction_likely=True, habit=ctx.habit)
        if readings:
            return readings[0]
    digits = numeral.digits
    if unit.kind in ("percent", "points") and digits.count(".") == 1 and "," not in digits and numeral.value >= 1000:
        return Decimal(digits)
    return numeral.value


def figure_of(ctx: Context, numeral: Numeral, unit: Unit, rule: str) -> FoundFigure:
    """The figure that a number and its unit make."""
    value = value_of(ctx, numeral, unit)
    ulp = numeral.ulp
    alternatives: tuple[Decimal, ...] = ()
    if value is not numeral.value or numeral.alternatives:
        alternatives = tuple([a for a in (numeral.value, *numeral.alternatives) if a != value])
        if value != numeral.value:
            ulp = Decimal(1).scaleb(int(value.as_tuple().exponent))
    # With a sign it is another number than was read.
    sign = _sign_before(ctx, numeral) if value is not numeral.value and value < 0 else None
    return FoundFigure(
        (numeral.start if unit.sign is None else unit.sign) if sign is None else sign,
        unit.end,
        unit.kind,
        rule,
        number_end=numeral.end,
        value=value,
        unit=unit_name(ctx, unit),
        ulp=ulp,
        alternatives=alternatives,
    )


def unit_name(ctx: Context, unit: Unit | None) -> str | None:
    """How a record names the unit: as published, or the one that is meant where none is printed."""
    if unit is None or not unit.named:
        return None
    printed = ctx.view.published(unit.start, unit.end) if unit.end > unit.start else ""
    if unit.default is not None:
        return unit.default + (" " + printed if printed[:1] == "/" and ctx.text[unit.start] == " " else printed)
    return printed or None
