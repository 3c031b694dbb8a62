"""Ratios: "649/1.240", "443 trên 448 đại biểu", "3 trong 5 xã", "tỷ lệ 1:3"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, spelled
from extractor.patterns.figures import labels
from extractor.patterns.figures.readings import unit_name, unit_of
from extractor.patterns.figures.scan import NEAR, Scan
from extractor.patterns.figures.units import Unit, unit_after
from extractor.patterns.found import FoundFigure
from extractor.tokens.numerals import Numeral

OF_SEXES = "ratio.sexes"
"""The rule of "99,1 nam/100 nữ"."""


def _words(*roles: str) -> str:
    return any_of("figure_words", *roles)


_SLASH = compiled(rf" ?/ ?(?:{_words('total')} )?(?=\d)")
_ON_TOTAL = compiled(rf" {_words('on_total', 'among_total', 'over')} (?=\d)")
_ON_TOTAL_ONLY = compiled(rf" {_words('on_total')} (?=\d)")
_AMONG = compiled(rf" {_words('among')} (?=\d)")
_LINK_BEGINS = frozenset(f" {word[0]}" for word in spelled("figure_words", "on_total", "among_total", "over", "among"))
# Every link ends in one of these.
_LINK_ENDS = (
    *("/", "/ ", ":", ": "),
    *(f"{word} " for word in spelled("figure_words", "total", "on_total", "among_total", "over", "among", "against")),
)
# "tỷ lệ 1 chọi 10"
_AGAINST = compiled(rf" {_words('against')} (?=\d)")
# "99,1 nam/100 nữ"
_OF_SEX = compiled(rf" {_words('sex')} ?/ ?(?=\d)")
_TO_SEX = compiled(rf" {_words('sex')}(?!\p{{L}})")
_COLON = compiled(r" ?: ?(?=\d)")
_PROPORTION = compiled(rf"{_words('proportion')}[^.;\n]{{0,40}} $")
# "tỷ lệ chọi vào lớp chuyên của Trường … là 312/35"
_FAR_PROPORTION = compiled(rf"{_words('proportion')}[^.;\n]{{0,80}} $")
_FAR = 90
_ORDINAL = compiled(rf"(?<!\p{{L}}){_words('ordinal')} $")
_MOVES = compiled(rf"(?<!\p{{L}}){_words('moves')}(?: \p{{L}}+)? $")
_RHETORICAL = compiled(rf" {_words('fraction_of')}(?!\p{{L}})")
_FRACTION_CUE = compiled(rf"(?<!\p{{L}}){_words('fraction_cue')}(?: {_words('fraction_between')})? $")
_ADDRESS = compiled(rf" (?:(?i:{_words('street')})|\p{{Lu}}\p{{Ll}}+ \p{{Lu}})")
_PERCENT_NEAR = compiled(r"[^.;\n]{0,60}?\d ?%")
_NUMBER_OF = compiled(r"(?<!\p{L})số(?= \p{Ll}[^:;.,\n]{0,40}(?:: ?| là )$)")
_PERCENT_BEFORE = compiled(r"%[^.;\n]{0,40}\($")


def read_ratio(scan: Scan, i: int) -> int:
    """Reads the ratio that number ``i`` begins; how many numbers that takes, 0 if there is none."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    first = numerals[i]
    if first.words or first.magnitude or i + 1 >= len(numerals):
        return 0
    if numerals[i + 1].start in scan.day_months and (torn := _torn(scan, i)) is not None:
        scan.add(torn)
        return 4
    second = numerals[i + 1]
    if not ctx.text.endswith(_LINK_ENDS, 0, second.start):
        return 0
    if (of_sexes := _of_sexes(scan, first, second)) is not None:
        scan.add(of_sexes)
        return 2
    end_of_first = first.end
    # Most numbers are followed by what begins no link at all.
    follow = ctx.text[end_of_first : end_of_first + 2]
    link = _SLASH.match(ctx.text, end_of_first) if "/" in follow else None
    rule = "ratio.slash"
    if link is None and follow in _LINK_BEGINS:
        link = _ON_TOTAL.match(ctx.text, end_of_first)
        rule = "ratio.total"
        if link is None and first.value != 1:
            link = _AMONG.match(ctx.text, end_of_first)
            rule = "ratio.among"
    if link is None and ":" in follow and _PROPORTION.search(ctx.lower, max(0, first.start - NEAR), first.start):
        link = _COLON.match(ctx.text, end_of_first)
        rule = "ratio.proportion"
    if link is None and follow[:1] == " ":
        link = _AGAINST.match(ctx.text, end_of_first)
        rule = "ratio.proportion"
    if link is None:
        unit = unit_after(ctx, first.end, magnitude=False, words=False)
        if unit is not None and unit.kind in ("count", "measure"):
            link = _SLASH.match(ctx.text, unit.end) or _ON_TOTAL_ONLY.match(ctx.text, unit.end)
            rule = "ratio.units"
            if link is not None and link.end() == second.start and not _same_unit(scan, unit, second):
                return 0
    if link is None or link.end() != second.start or second.words or not second.value:
        return 0
    shared = second.magnitude if not first.magnitude and rule == "ratio.slash" else 0
    if second.magnitude and first.magnitude != second.magnitude and not shared:
        return 0
    follows = ctx.text[second.end : second.end + 2]
    if follows[:1] in "/-" and follows[1:2].isalnum() and rule == "ratio.slash":
        return 0
    unit = unit_of(ctx, second) if shared else unit_after(ctx, second.end, magnitude=False, words=False)
    if rule == "ratio.among" and not _is_among(scan, first, second, unit):
        return 0
    if unit is not None and (
        unit.kind in ("percent", "points")
        or (unit.kind == "duration" and rule != "ratio.among")
        or _RHETORICAL.match(ctx.text, second.end)
    ):
        unit = None
    if rule == "ratio.slash" and not _is_ratio(scan, first, second, unit):
        # Not a ratio: the two numbers belong together as a date, a label or an address.
        scan.label_end = second.end
        return scan.aside("pair", first, second)
    scan.add(
        FoundFigure(
            first.start,
            unit.end if unit else second.end,
            "ratio",
            rule,
            number_end=second.end,
            numerator=first.value.scaleb(shared),
            denominator=second.value,
            unit=unit_name(ctx, unit),
        )
    )
    return 2


def _of_sexes(scan: Scan, first: Numeral, second: Numeral) -> FoundFigure | None:
    """So many of one sex to so many of the other: "tỷ số giới tính là 111,5 bé trai/100 bé gái"."""
    lower = scan.ctx.lower
    link = _OF_SEX.match(lower, first.end)
    to = _TO_SEX.match(lower, second.end) if link is not None and link.end() == second.start else None
    if link is None or to is None or link.group().strip(" /") == to.group().strip() or second.words or not second.value:
        return None
    return FoundFigure(
        first.start,
        to.end(),
        "ratio",
        OF_SEXES,
        number_end=second.end,
        numerator=first.value,
        denominator=second.value,
    )


def _torn(scan: Scan, i: int) -> FoundFigure | None:
    """A ratio out of which a scraper or a segmenter has made a day and a month: "54 6/7 58" is 546/758."""
    ctx, parts = scan.ctx, scan.ctx.numerals[i : i + 4]
    if len(parts) < 4 or not all(part.digits.isdigit() for part in parts):
        return None
    gaps = [ctx.text[a.end : b.start] for a, b in pairwise(parts)]
    part, whole = (Decimal(a.digits + b.digits) for a, b in (parts[:2], parts[2:]))
    if gaps != [" ", "/", " "] or part > whole or any(n.magnitude for n in parts):
        return None
    if scan.blocked.holds(parts[3].start) or ctx.text[parts[0].start] == "0":
        return None
    last = parts[3]
    unit = unit_after(ctx, last.end, magnitude=False, words=False)
    return FoundFigure(
        parts[0].start,
        unit.end if unit else last.end,
        "ratio",
        "ratio.torn",
        number_end=last.end,
        numerator=part,
        denominator=whole,
        unit=unit_name(ctx, unit),
    )


def _same_unit(scan: Scan, unit: Unit, second: Numeral) -> bool:
    other = unit_after(scan.ctx, second.end, magnitude=False, words=False)
    lower = scan.ctx.lower
    return other is not None and lower[other.start : other.end] == lower[unit.start : unit.end]


def _is_among(scan: Scan, first: Numeral, second: Numeral, unit: Unit | None) -> bool:
    """Whether "5 trong 6" says how many of the six; "tăng 5 trong 6 tháng" and "thứ 5 trong 6 đội" do not."""
    if unit is None or unit.kind not in ("count", "duration") or not first.value < second.value:
        return False
    return (
        labels.strength_before(scan.ctx, first) is None
        and not _ORDINAL.search(scan.ctx.lower, max(0, first.start - 12), first.start)
        and not _MOVES.search(scan.ctx.lower, max(0, first.start - 24), first.start)
    )


def _is_number_of(scan: Scan, first: Numeral) -> bool:
    """Whether a colon gives a number as that of what is counted: "Số phiếu hợp lệ: | 51/53"."""
    ctx = scan.ctx
    label = _NUMBER_OF.search(ctx.lower, max(0, first.start - NEAR), first.start)
    if label is None:
        return False
    counted = unit_after(ctx, label.end(), magnitude=False, words=False)
    return counted is not None and counted.known and counted.kind == "count" and not counted.place


def _is_ratio(scan: Scan, first: Numeral, second: Numeral, unit: Unit | None) -> bool:
    ctx = scan.ctx
    if labels.is_scale(ctx, first.start, first.value, second.value):
        return False
    strength = labels.strength_before(ctx, first)
    if strength in ("firm", "place") or (strength == "weak" and unit is None):
        return False
    if _ADDRESS.match(ctx.text, second.end) and not first.grouped:
        return False
    known_unit = unit is not None and unit.known
    percent_behind = _PERCENT_NEAR.match(ctx.text, second.end) is not None
    percent_before = "%" in ctx.text[max(0, first.start - 12) : first.start] or bool(
        _PERCENT_BEFORE.search(ctx.text[max(0, first.start - NEAR) : first.start])
    )
    if first.start in scan.day_months:
        if known_unit or percent_before:
            return True
        if percent_behind and (
            (unit is not None and first.value <= second.value)
            or (ctx.text[second.end : second.end + 1] in ("(", " ") and "(" in ctx.text[second.end : second.end + 14])
        ):
            return True
        fraction = first.value < second.value <= 10
        cued = _FRACTION_CUE.search(ctx.lower, max(0, first.start - 24), first.start) is not None
        return fraction and (cued or _RHETORICAL.match(ctx.text, second.end) is not None)
    if first.grouped or second.grouped or known_unit or percent_behind or percent_before:
        return True
    if _FAR_PROPORTION.search(ctx.lower, max(0, first.start - _FAR), first.start):
        return True
    if first.value <= second.value and _is_number_of(scan, first):
        return True
    if first.value < second.value <= 10 or (unit is not None and first.value <= second.value):
        return True
    return ctx.text[first.start - 1 : first.start] == "(" and ctx.text[second.end : second.end + 1] == ")"
