"""Numbers that are read together: ranges ("từ 5 đến 7%") and lists with one unit ("10, 15 và 20 tỷ đồng")."""

from __future__ import annotations

from decimal import Decimal

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, spelled
from extractor.patterns.figures import labels
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.readings import figure_of, in_currency, is_times, unit_name, unit_of, value_of
from extractor.patterns.figures.scan import NEAR, Scan
from extractor.patterns.figures.units import CURRENCY_SIGNS, Unit, currency_before, unit_after
from extractor.patterns.found import FoundFigure
from extractor.tokens.numerals import Numeral


def _words(role: str) -> str:
    return any_of("figure_words", role)


_BEGINS = rf"(?=[\p{{L}}\d{CURRENCY_SIGNS}])"
_RANGE = compiled(
    rf" ?- ?(?:dưới )?{_BEGINS}| ?~ ?(?=\d)| {_words('range_link')}(?: {_words('range_hedge')})? {_BEGINS}"
)
# What goes from one number to another ends in one of these.
_RANGE_ENDS = (
    *("-", "- ", "dưới ", "~", "~ "),
    *(f"{word} " for word in spelled("figure_words", "range_link", "range_hedge")),
)
_LINK = compiled(rf", ?(?=\d)| {_words('list_link')} (?=\d)|; ?(?=\d)| x (?=\d)|(?<=\d)[xX](?=\d)")
# "5 hoặc 6 người"
_OR = compiled(rf" {_words('or')} $")
_ENDS_RANGE = compiled(r"\d ?[-–] ?$")
_RESPECTIVELY = compiled(_words("respectively"))
_DIMENSIONS = ("length", "mass", "area", "time", "calendar_time")
# How much of the base unit of its dimension a unit is: "50 cm đến 1 m".
_SCALES = {
    spelling.lower(): (entry["dimension"], Decimal(entry["factor"]))
    for entry in entries("units")
    if entry["kind"] in ("measure", "duration") and entry["dimension"] in _DIMENSIONS and entry.get("factor")
    for spelling in entry["spellings"]
}
# "5, 6 học sinh": five or six, as vague as in words.
_VAGUE_PAIRS_TO = 20
_LONGEST_LIST = 40
# "10, 5 tỷ đồng" may be two amounts.
_TORN_FROM = 20
_TORN_CUES = ("lần lượt ", "lần lượt là ", "các ", "mức ")
_LONGEST_LINK = 40


def read_range(scan: Scan, i: int) -> int:
    """Reads the range that number ``i`` begins; how many numbers that takes, 0 if there is none."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    if i + 1 >= len(numerals):
        return 0
    low, j = numerals[i], i + 1
    if numerals[j].start - low.end > _LONGEST_LINK:
        return 0
    own: Unit | None = None
    link = _RANGE.match(ctx.text, low.end) if ctx.text.endswith(_RANGE_ENDS, 0, _begin(ctx, numerals[j])) else None
    if link is None or link.end() != _begin(ctx, numerals[j]):
        own = unit_after(ctx, low.end, magnitude=low.magnitude > 0, words=low.words)
        low_end = own.end if own else low.end
        while j < len(numerals) and numerals[j].start < low_end:
            # "1 năm đến 5 năm": the unit of the first is a number word too.
            j += 1
        if j == len(numerals) or not ctx.text.endswith(_RANGE_ENDS, 0, _begin(ctx, numerals[j])):
            return 0
        link = _RANGE.match(ctx.text, low_end)
        if link is None or link.end() != _begin(ctx, numerals[j]):
            return 0
    high = numerals[j]
    if scan.blocked.holds(high.start):
        return 0
    unit = unit_of(ctx, high)
    sign = currency_before(ctx, low)
    if sign is not None:
        if unit is not None and unit.sign is None:
            # "từ $500 đến 1.000 euro"
            return 0
        # "$5-7", "từ $5 đến $7"
        unit = in_currency(ctx, low, sign, high)
    if unit is None:
        return 0
    if own is not None and (
        own.kind != unit.kind and not (own.kind in ("money", "measure") and unit.kind in ("money", "measure"))
    ):
        return 0
    ratio: tuple[Decimal, bool] | None = None
    if own is not None and not _is_same(own, unit, ctx):
        ratio = _ratio(own, unit, ctx)
        if ratio is None:
            return 0
    if low.words != high.words and "-" in link.group():
        return 0
    if scan.is_label(low, unit):
        scan.label_end = high.end
        return scan.aside("label", *numerals[i : j + 1])
    if labels.is_grade(ctx, high, unit):
        return scan.aside("grade", *numerals[i : j + 1])
    low_value, high_value = value_of(ctx, low, unit), value_of(ctx, high, unit)
    if high.magnitude > low.magnitude and own is None and low_value < high_value.scaleb(-high.magnitude):
        low_value = low_value.scaleb(high.magnitude)
    if ratio is not None:
        # Time in the smaller unit, for nine months are a year's part but seven no decimal of it.
        low_value, high_value = (
            (low_value, high_value * ratio[0]) if ratio[1] else ((low_value / ratio[0]).normalize(), high_value)
        )
    if low_value >= high_value:
        return 0
    if unit.kind == "count" and is_times(ctx, low, unit):
        unit = Unit(unit.start, unit.end, "multiple")
    figure = figure_of(ctx, high, unit, "range")
    figure.start = low.start if unit.sign is None else unit.sign
    figure.value = None
    figure.low, figure.high = low_value, high_value
    if ratio is not None and ratio[1]:
        figure.unit = unit_name(ctx, own)
    scan.add(figure)
    return j + 1 - i


def _begin(ctx: Context, numeral: Numeral) -> int:
    """Where a number begins, with the currency in front of it."""
    sign = currency_before(ctx, numeral)
    return numeral.start if sign is None else sign


def _is_same(own: Unit, unit: Unit, ctx: Context) -> bool:
    """Whether both ends of a range are told in one unit: no range goes from months to years."""
    first, second = ctx.lower[own.start : own.end], ctx.lower[unit.start : unit.end]
    if unit.kind in ("percent", "points"):
        return True
    if unit.kind in ("count", "duration"):
        return first == second
    return (
        first == second
        or second.startswith((f"{first}/", f"{first} "))
        or first.startswith((f"{second}/", f"{second} "))
    )


def _ratio(own: Unit, unit: Unit, ctx: Context) -> tuple[Decimal, bool] | None:
    """How many of the first unit the second is, and whether both tell time: 100 for "50 cm đến 1 m"."""
    first, second = _SCALES.get(ctx.lower[own.start : own.end]), _SCALES.get(ctx.lower[unit.start : unit.end])
    if first is None or second is None or first[0] != second[0] or first[1] >= second[1]:
        return None
    return second[1] / first[1], unit.kind == "duration"


def read_list(scan: Scan, i: int) -> int:
    """Reads the list, with the unit behind its last number, that number ``i`` begins; how many numbers that takes."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    chain = [numerals[i]]
    if chain[0].words or i < scan.no_list_before or currency_before(ctx, chain[0]) is not None:
        return 0
    while True:
        last = chain[-1]
        if unit_after(ctx, last.end, magnitude=last.magnitude > 0, words=False) is not None or last.magnitude:
            break
        j = i + len(chain)
        link = _LINK.match(ctx.text, last.end)
        if (
            link is None
            or j >= len(numerals)
            or numerals[j].start != link.end()
            or numerals[j].words
            or scan.blocked.holds(numerals[j].start)
            or len(chain) == _LONGEST_LIST
        ):
            # No list from any number of the chain on: it breaks off at the same place.
            scan.no_list_before = j
            return 0
        chain.append(numerals[j])
    if len(chain) == 1 or _ENDS_RANGE.search(ctx.text, max(0, chain[0].start - NEAR), chain[0].start):
        # "độ tuổi từ 18 - 34, 52% người được hỏi"
        return 0
    last = chain[-1]
    unit = unit_of(ctx, last)
    if unit is None or scan.is_label(chain[0], unit):
        return 0
    if _is_torn(ctx, chain, unit):
        scan.add(_mended(ctx, chain, unit))
        return 2
    if is_times(ctx, chain[0], unit):
        # "gấp 3, 4 lần"
        unit = Unit(unit.start, unit.end, "multiple")
    if len(chain) == 2 and unit.kind in ("count", "duration") and _is_vague_pair(ctx, *chain):
        return scan.aside("vague", *chain)
    cued = _RESPECTIVELY.search(ctx.lower, max(0, chain[0].start - NEAR), chain[0].start) is not None
    shares = unit.kind in ("percent", "points", "money", "measure", "multiple")
    either = unit.kind == "count" and unit.known and _OR.search(ctx.lower, chain[0].end, last.start) is not None
    if not (cued or shares or either or all(n.grouped for n in chain)):
        return 0
    for numeral in chain[:-1]:
        figure = figure_of(ctx, numeral, unit, "list")
        if last.magnitude and not numeral.magnitude:
            figure.value = numeral.value.scaleb(last.magnitude)
            figure.ulp = (numeral.ulp or Decimal(1)).scaleb(last.magnitude)
        figure.end = figure.number_end = numeral.end
        if unit.kind == "count":
            figure.unit = None
        scan.add(figure)
    scan.add(figure_of(ctx, last, unit, "list"))
    return len(chain)


def _is_torn(ctx: Context, chain: list[Numeral], unit: Unit) -> bool:
    """Whether a blank stands behind a decimal comma: "71, 4 tỉ đồng"; a list goes up, or says how it goes on."""
    if len(chain) != 2 or unit.kind not in ("money", "measure", "percent"):
        return False
    whole, part = chain
    return (
        ctx.text[whole.end : part.start] == ", "
        and len(part.digits) == 1
        and part.digits.isdigit()
        and whole.digits.isdigit()
        and whole.value >= _TORN_FROM
        and not ctx.lower.endswith(_TORN_CUES, max(0, whole.start - NEAR), whole.start)
    )


def _mended(ctx: Context, chain: list[Numeral], unit: Unit) -> FoundFigure:
    whole, part = chain
    figure = figure_of(ctx, part, unit, "torn")
    figure.start = whole.start
    tenth = Decimal("0.1").scaleb(part.magnitude)
    figure.value = whole.value.scaleb(part.magnitude) + Decimal(part.digits) * tenth
    figure.ulp = tenth
    return figure


def _is_vague_pair(ctx: Context, first: Numeral, second: Numeral) -> bool:
    """Whether two numbers in a row say about how many: "2, 3 ngày", "5, 6 học sinh"."""
    return (
        second.value == first.value + 1
        and second.value <= _VAGUE_PAIRS_TO
        and first.digits.isdigit()
        and second.digits.isdigit()
        and ctx.text[first.end : second.start] == ", "
    )
