"""Numbers that are read one by one: "12 hộ", "tổng cộng 45", "ba xã"."""

from __future__ import annotations

from decimal import Decimal

from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, spelled
from extractor.patterns.figures import labels
from extractor.patterns.figures.breakdowns import read_breakdown
from extractor.patterns.figures.modifiers import modifier_before
from extractor.patterns.figures.readings import figure_of, is_multiplied, unit_of
from extractor.patterns.figures.scan import NEAR, Scan
from extractor.patterns.figures.units import Unit
from extractor.patterns.found import FoundFigure
from extractor.records import FigureKind
from extractor.tokens.numerals import Numeral


def _words(role: str) -> str:
    return any_of("figure_words", role)


_STATES = compiled(rf"(?:(?<!\p{{L}}){_words('states')}|[:=(]) $|\($")
# "trong đó nam 120, nữ 80": a word for the part, then its number. A capital would be a name ("Vân Canh 2").
_LISTED = compiled(rf"(?<!\p{{L}}){_words('parts')}(?!\p{{L}})[^.;\n]*?(?<!\p{{L}})\p{{Ll}}+ $")
_CLOSES = compiled(rf"[,;)\n]|\.(?!\d)| (?:{_words('closes')}|\()|$")
_ORDINAL = compiled(rf"(?<!\p{{L}}){_words('ordinal')} $")
# "tổng số hai xã", "nhóm năm nước", "mỗi tháng hai lần"
_NO_ORDINAL = compiled(rf"(?: số| toàn bộ|(?<!\p{{L}})(?:nhóm|{_words('every')} (?:ngày|tháng|tuần|quý))) $")
_ONE_OF = compiled(rf" {_words('among')} (?:tổng |tổng số |số )?(?:\d|những |các )")
_STREETS = spelled("figure_words", "street")
_NAMED = compiled(r" (?:\d|\p{Lu})")
_CLOSES_GROUPED = compiled(rf" {_words('closes_grouped')}(?!\p{{L}})")
_YEAR_TALK = compiled(rf"(?<!\p{{L}})(?:{_words('year_talk')}|\d+) $")
_NUMBER_BEFORE_YEAR = compiled(rf"(?:\d|{_words('number_before_year')}) $")
_AMBIGUOUS = spelled("figure_words", "ambiguous_number")
_ALL = "cả "
_LONGEST_NAME = 24
_NAMES_TO = 20
# "cao 1m75"
_CENTIMETRES = compiled(r"m(\d\d)(?![\p{L}\d]|[.,]\d)")
_AND_A_HALF = compiled(r" rưỡi(?!\p{L})")
_SHARE_OPENS = (" (", "(")
_SHARE = compiled(r" ?\((?:chiếm |đạt |tỷ lệ |tỉ lệ )?(?:\d{1,2}(?:[,.]\d{1,2})?|100) ?%\)")
_OF_A_ROW = compiled(r"\p{L} \d{1,3} ?\((?:chiếm |đạt )?\d{1,3}(?:[,.]\d{1,2})? ?%\)")
_ONE_HALF = Decimal("0.5")
# Larger ones, printed without separators, look like a year.
_YEARS_FROM = 1800


def read_single(scan: Scan, i: int) -> int:
    """Reads number ``i`` by itself, or sets it aside; how many numbers that takes."""
    ctx = scan.ctx
    numeral = ctx.numerals[i]
    unit = unit_of(ctx, numeral)
    if scan.is_label(numeral, unit):
        if unit is None and labels.may_end_a_name(ctx, numeral) and read_breakdown(scan, i):
            return 1
        scan.label_end = numeral.end
        return scan.aside("label", numeral)
    if numeral.value == 1 and _ONE_OF.match(ctx.lower, numeral.end):
        return scan.aside("one_of", numeral)
    if unit is None:
        if (metres := _in_metres(scan, numeral)) is not None:
            scan.add(metres)
            return 1
        if read_breakdown(scan, i):
            return 1
        if not _stands_alone(scan, numeral):
            return scan.aside("no_unit", numeral)
        kind: FigureKind = "multiple" if is_multiplied(ctx, numeral) else "count"
        scan.add(figure_of(ctx, numeral, Unit(numeral.end, numeral.end, kind, named=False), "alone"))
        return 1
    if numeral.words and not _words_count(scan, numeral, unit):
        return scan.aside("other_word", numeral)
    if unit.kind == "measure" and labels.is_class(ctx, numeral, ctx.text[unit.start : unit.end]):
        return scan.aside("equipment", numeral)
    if unit.kind == "count" and not unit.known:
        if ctx.lower.endswith(_ALL, 0, numeral.start):
            # "cả 3 thoát nạn", "cả hai gom góp vốn": a verb follows.
            if not _stands_alone(scan, numeral):
                return scan.aside("no_unit", numeral)
            scan.add(figure_of(ctx, numeral, Unit(numeral.end, numeral.end, "count", named=False), "alone"))
            return 1
        if numeral.start in scan.day_months:
            return scan.aside("day_month", numeral)
        if numeral.value <= _NAMES_TO and not numeral.words and _is_behind_name(ctx.text, numeral.start):
            # "Tiểu học Lê Lợi 2 khai giảng"
            return scan.aside("label", numeral)
        if not numeral.magnitude and numeral.ulp is not None and numeral.ulp < 1:
            # "Xanadu 2.0 chính là": no one counts with decimals.
            return scan.aside("no_unit", numeral)
    if ctx.lower[unit.start : unit.end] in _STREETS and _NAMED.match(ctx.text, unit.end):
        # "trụ sở tại 64 đường 85"
        return scan.aside("label", numeral)
    if labels.is_grade(ctx, numeral, unit):
        return scan.aside("grade", numeral)
    figure = figure_of(ctx, numeral, unit, "single")
    half = _AND_A_HALF.match(ctx.lower, unit.end) if unit.kind in ("duration", "measure") else None
    if half is not None and figure.value is not None:
        figure.value, figure.ulp, figure.end = figure.value + _ONE_HALF, Decimal("0.1"), half.end()
    scan.add(figure)
    return 1


def _in_metres(scan: Scan, numeral: Numeral) -> FoundFigure | None:
    """A length printed in metres and centimetres: "cao 1m75"."""
    ctx = scan.ctx
    rest = _CENTIMETRES.match(ctx.text, numeral.end)
    if rest is None or not numeral.digits.isdigit():
        return None
    figure = figure_of(ctx, numeral, Unit(numeral.end, numeral.end + 1, "measure"), "single")
    figure.value, figure.ulp = numeral.value + Decimal(rest[1]).scaleb(-2), Decimal("0.01")
    figure.end = figure.number_end = rest.end()
    return figure


def _stands_alone(scan: Scan, numeral: Numeral) -> bool:
    """Whether a number without a unit is still stated as an amount."""
    ctx = scan.ctx
    if numeral.words:
        return False
    before = ctx.lower[max(0, numeral.start - 20) : numeral.start]
    if is_multiplied(ctx, numeral):
        return True
    if before.endswith(_ALL) and numeral.value > 2 and ctx.text.startswith(" ", numeral.end):
        # "cả 4 đều an toàn": all of them; both is no count.
        return numeral.value < _YEARS_FROM
    if before.endswith(" x ") or ctx.text.startswith(" x ", numeral.end):
        # "độ phân giải 2.560 x 1.080"
        return False
    nxt = ctx.text[numeral.end : numeral.end + 2]
    if (nxt[:1] in "-/:" and nxt[1:2].strip()) or nxt[:1].isalpha() or nxt[:1] == "+":
        return False
    if ctx.text[numeral.start - 1 : numeral.start] in ("-", "/", ":", "+", "#"):
        return False
    closes = _CLOSES.match(ctx.text, numeral.end) is not None
    modifier = modifier_before(ctx.lower, numeral.start)
    stated = _STATES.search(before) is not None or (modifier is not None and modifier[0] < numeral.start)
    if numeral.grouped:
        whole = numeral.ulp is None or numeral.ulp >= 1
        return whole and (closes or stated or _CLOSES_GROUPED.match(ctx.text, numeral.end) is not None)
    # "01" is hardly an amount without a unit.
    plain = numeral.value < _YEARS_FROM and (numeral.digits == "0" or numeral.digits[0] != "0")
    if plain and _has_share(ctx.text, numeral):
        return True
    listed = _LISTED.search(ctx.text, max(0, numeral.start - NEAR), numeral.start) is not None
    return plain and closes and (listed or stated)


def _is_behind_name(text: str, at: int) -> bool:
    """Whether two capitalised words stand before the number at ``at``: "Tiểu học Lê Lợi 2"."""
    words = text[max(0, at - _LONGEST_NAME) : at].split(" ")
    return len(words) > 2 and not words[-1] and words[-2].istitle() and words[-3].istitle()


def _has_share(text: str, numeral: Numeral) -> bool:
    """Whether the share of a number that stands behind a word follows in brackets: "tiểu học 206 (75,2%), THCS 123 (56%)".

    A name may end in a number ("iPhone 12 (30%)"), unless it is one of a row of such names.
    """
    if not text.startswith(_SHARE_OPENS, numeral.end):
        return False
    share = _SHARE.match(text, numeral.end)
    if share is None or not text.endswith(" ", 0, numeral.start):
        return False
    word = text[text.rfind(" ", max(0, numeral.start - NEAR), numeral.start - 1) + 1 : numeral.start - 1]
    if word.isalpha() and (word.islower() or word.isupper()):
        return True
    row = text[max(0, numeral.start - NEAR) : share.end() + NEAR]
    return word.isalpha() and len(_OF_A_ROW.findall(row)) > 1


def _words_count(scan: Scan, numeral: Numeral, unit: Unit) -> bool:
    """Whether a number word counts here: "năm" may be a year, "ba" a father, "một" an article."""
    ctx = scan.ctx
    word = ctx.lower[numeral.start : numeral.end]
    if " " in word or numeral.magnitude:
        return True
    if word == "một":
        return False
    before = ctx.lower[max(0, numeral.start - 12) : numeral.start]
    if _ORDINAL.search(before) and not (unit.known and _NO_ORDINAL.search(before)):
        return False
    if word == "năm":
        return (
            unit.known
            and (unit.kind in ("count", "measure") or ctx.lower[unit.start : unit.end] == word)
            and not _YEAR_TALK.search(before)
            and not _NUMBER_BEFORE_YEAR.search(before)
            # "kiến thức năm lớp 12"
            and not (ctx.text[unit.end + 1 : unit.end + 2].isdecimal() and labels.is_label_word(ctx, unit.end))
        )
    return unit.known or word not in _AMBIGUOUS
