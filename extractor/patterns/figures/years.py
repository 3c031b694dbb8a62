"""Numbers of four digits that count although they look like a year: "gần 2000 hộ", "2000 m2", "1900 tỷ đồng"."""

from __future__ import annotations

from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.modifiers import modifier_before
from extractor.patterns.figures.units import Unit, unit_in_lexicon
from extractor.tokens.calendar import CalendarSpan
from extractor.tokens.numerals import Numeral

# What a year is told with ("năm 2018", "giai đoạn 2015 - 2020") makes it one; of these it may also be an amount.
_MAY_COUNT = compiled(r"(?:(?:từ|đến|và|sau|trước) )?\d{4}(?:(?: ?- ?| đến )\d{4})?")
_CUE = compiled(rf"(?<!\p{{L}}){any_of('figure_words', 'amount_cue')} $")
_SMALL_WORD = compiled(r"(?<!\p{L})\p{Ll}++ $")
_SYMBOL = compiled(r"[\p{Lu}\d²³°/]|^\p{Ll}{1,2}$")
_AMOUNT_ENDS = compiled(r"[/,.;)]|$| mỗi(?!\p{L})")
_CUE_REACH = 16
_ROUND = 100
# What news tells by a bare year lies between these.
_YEARS = range(1900, 2101)


def counts(ctx: Context, span: CalendarSpan, numeral: Numeral) -> bool:
    """Whether what looks like a year counts.

    Args:
        ctx: the article.
        span: what the calendar took for a year.
        numeral: the number that it ends with.
    """
    if _MAY_COUNT.fullmatch(ctx.lower, span.start, span.end) is None or not numeral.digits.isdigit():
        return False
    if numeral.magnitude:
        # "1900 tỷ đồng"
        return True
    unit = unit_in_lexicon(ctx, numeral.end)
    if unit is None:
        return False
    if unit.kind == "measure" and _SYMBOL.search(ctx.text[unit.start : unit.end]):
        return True
    if unit.kind == "money" and _AMOUNT_ENDS.match(ctx.lower, unit.end):
        return True
    return _is_led(ctx, span, numeral, unit)


def _is_led(ctx: Context, span: CalendarSpan, numeral: Numeral, unit: Unit) -> bool:
    """Whether the words before say that an amount follows, or the number is round behind a plain word."""
    if modifier_before(ctx.lower, span.start) is not None:
        return True
    if unit.kind == "duration":
        return False
    if unit.known and not unit.place and numeral.value not in _YEARS:
        # "bầu 1869 đồng chí"
        return True
    before = max(0, span.start - _CUE_REACH)
    if _CUE.search(ctx.lower, before, span.start) is not None:
        return True
    return numeral.value % _ROUND == 0 and _SMALL_WORD.search(ctx.text, before, span.start) is not None
