"""Figures whose number is a word of its own: "gấp đôi", "gấp rưỡi", "nửa năm", "triệu rưỡi"; fractions in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, of_role, spelled
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.readings import unit_name
from extractor.patterns.figures.scan import Scan
from extractor.patterns.figures.units import Unit, unit_after
from extractor.patterns.found import FoundFigure
from extractor.tokens.anchors import matches_at

_FOLD = compiled(
    rf"(?<!\p{{L}}){any_of('figure_words', 'fold')} (?:{any_of('figure_words', 'fold_between')} )?"
    rf"(?P<times>{any_of('figure_words', 'fold_value')})(?!\p{{L}}| lần| mươi| trăm| nghìn)"
)
_FOLD_VALUES = {s: Decimal(e["value"]) for e in of_role("figure_words", "fold_value") for s in e["spellings"]}
_FOLD_WORD = compiled(rf"(?<!\p{{L}}){any_of('figure_words', 'fold')} $")
_HALF = compiled(
    rf"(?<!\p{{L}})(?<!một )(?<!quá )nửa (?P<unit>{any_of('figure_words', 'half_of')})(?!\p{{L}}| (?:đầu|cuối|sau|trước))"
)
_ONE_HALF = Decimal("0.5")
_ONE = "một "
_FOLDS: Finder[None] = Finder((f"{word} ", None) for word in spelled("figure_words", "fold"))
_HALVES: Finder[None] = Finder((f"nửa {word}", None) for word in spelled("figure_words", "half_of"))
_PART = compiled(rf" phần (?:\d++(?! ?%)|{any_of('figure_words', 'fraction_part')}(?!\p{{L}}))")
_MAGNITUDES: dict[str, int] = {
    s: len(e["value"]) - 1 for e in entries("magnitudes") if e["unit"] is None for s in e["spellings"] if s.isalpha()
}
# "nửa tỷ đồng", "nửa triệu người"
_HALF_OF_MANY = compiled(
    rf"(?<!\p{{L}})(?<!một )(?<!quá )nửa (?P<magnitude>{'|'.join(s for s, n in _MAGNITUDES.items() if n > 3)})(?!\p{{L}})"
)
_HALVES_OF_MANY: Finder[None] = Finder((f"nửa {s}", None) for s, n in _MAGNITUDES.items() if n > 3)
_ONE_AND_A_HALF = compiled(
    rf"(?<![\p{{L}}\d])(?:(?P<time>{any_of('figure_words', 'and_a_half')})|(?P<magnitude>{'|'.join(_MAGNITUDES)}))"
    r" rưỡi(?!\p{L})"
)


def find_folds(scan: Scan) -> Iterator[FoundFigure]:
    """Reads "gấp đôi" and "gấp ba", where no number with a unit was read."""
    taken = {f.start for f in scan.found}
    for match in matches_at(_FOLD, scan.ctx.lower, _FOLDS.starts(scan.ctx.lower)):
        start, end = match.span("times")
        if start not in taken and not scan.blocked.holds(start):
            yield FoundFigure(start, end, "multiple", "fold", number_end=end, value=_FOLD_VALUES[match["times"]])


def find_halves(scan: Scan) -> Iterator[FoundFigure]:
    """Reads "nửa năm": half a year is a length of time, while "một nửa" of something is a share."""
    for match in matches_at(_HALF, scan.ctx.lower, _HALVES.starts(scan.ctx.lower)):
        if not scan.blocked.holds(match.start()):
            unit = scan.ctx.view.published(*match.span("unit"))
            number_end = match.start("unit") - 1
            yield FoundFigure(*match.span(), "duration", "half", number_end=number_end, value=_ONE_HALF, unit=unit)
    for match in matches_at(_HALF_OF_MANY, scan.ctx.lower, _HALVES_OF_MANY.starts(scan.ctx.lower)):
        if not scan.blocked.holds(match.start()):
            half = _of_many(scan.ctx, match.start(), match.end(), 5, _MAGNITUDES[match["magnitude"]])
            if half is not None:
                yield half


def _of_many(ctx: Context, start: int, end: int, digits: int, power: int) -> FoundFigure | None:
    """Half of, or one and a half, of a magnitude, of what it says or else of money."""
    unit = unit_after(ctx, end, magnitude=power > 4, words=True)
    if unit is None and power < 6:
        return None
    unit = unit or Unit(end, end, "money", default="đồng")
    return FoundFigure(
        start,
        unit.end,
        unit.kind,
        "half",
        number_end=end,
        value=Decimal(digits).scaleb(power - 1),
        ulp=Decimal(1).scaleb(power - 1),
        unit=unit_name(ctx, unit),
    )


def is_fraction(scan: Scan, i: int) -> bool:
    """Whether number ``i`` begins a fraction in words: "ba phần tư", "2 phần 3"."""
    numeral, lower = scan.ctx.numerals[i], scan.ctx.lower
    return (
        lower.startswith(" phần ", numeral.end)
        and not numeral.magnitude
        and _PART.match(lower, numeral.end) is not None
    )


def find_and_a_half(scan: Scan) -> Iterator[FoundFigure]:
    """Reads "năm rưỡi" and "triệu rưỡi đồng" where no number stands before: one and a half of it."""
    ctx = scan.ctx
    if "rưỡi" not in ctx.lower:
        return
    ends = {numeral.end for numeral in ctx.numerals if numeral.start != numeral.end}
    for match in _ONE_AND_A_HALF.finditer(ctx.lower):
        start, end = match.span()
        # "một năm rưỡi": "một" by itself is no figure, and none was read.
        one = match["time"] is not None and ctx.lower.endswith(_ONE, 0, start)
        if (start - 1 in ends and not one) or scan.blocked.holds(start):
            continue
        start -= len(_ONE) if one else 0
        if match["time"] is not None:
            yield FoundFigure(
                start,
                end,
                "duration",
                "half",
                number_end=match.start(),
                value=_ONE_HALF + 1,
                ulp=Decimal("0.1"),
                unit=ctx.view.published(*match.span("time")),
            )
            continue
        half = _of_many(ctx, start, end, 15, _MAGNITUDES[match["magnitude"]])
        if half is not None:
            yield half


def fold_start(lower: str, start: int) -> int:
    """Where a multiple starts for its modifier: "gần gấp đôi" is nearly double."""
    fold = _FOLD_WORD.search(lower, max(0, start - 6), start)
    return start if fold is None else fold.start()
