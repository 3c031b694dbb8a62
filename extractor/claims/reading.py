"""What the claim grammars look at: the figures as operands, with their sentences and the words between."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from extractor.article import View
from extractor.lexicon import entries
from extractor.patterns.found import FoundFigure
from extractor.records import FigureKind
from extractor.tokens.sentences import Sentence, split_sentences

Bounds = tuple[Decimal, Decimal]
_ONE = Decimal(1)
_CUE = 60
_BY_NUMBER = ("count", "percent", "points", "multiple")
_AMOUNTS = ("money", "measure")
# "50,1 triệu iPhone, giảm 9,6% so với 55,4 triệu chiếc": what counts anything.
_ANY_THING = ("", "chiếc", "cái")

# Base unit and factor of each spelling, in lower case.
UNIT_FACTORS: dict[str, tuple[str, Decimal]] = {
    spelling.lower(): (entry["base"], Decimal(entry["factor"]))
    for entry in entries("units")
    if entry["factor"] is not None
    for spelling in entry["spellings"]
}


@dataclass(frozen=True, slots=True, eq=False)
class Operand:
    """A figure, or one side of a ratio, as a claim uses it; of each there is one in a reading, the same for all.

    Attributes:
        ref: how a claim names it: "f8" or "f8.numerator".
        index: of the figure in the article.
        kind: of the figure; the sides of a ratio count.
        value: as printed; None for a range.
        bounds: the values it may stand for.
        ulp: one unit of the last printed digit; None if exact.
        unit: in lower case with single spaces; "" where none is printed.
        start: where the figure begins in the view.
        end: where it ends.
        sentence: index of its sentence.
        paragraph: index of its paragraph.
        modified: whether a modifier stands in front of it ("gần", "hơn").
        base: its unit's base unit, and how many of it there are in one; the unit itself where none is known.
    """

    ref: str
    index: int
    kind: FigureKind
    value: Decimal | None
    bounds: Bounds
    ulp: Decimal | None
    unit: str
    start: int
    end: int
    sentence: int
    paragraph: int
    modified: bool
    base: tuple[str, Decimal]


class Reading:
    """The figures of one article, ready for the grammars.

    Attributes:
        lower: the view's text in lower case.
        figures: as found.
        sentences: of the view.
        sides: the operands of each figure, by its index; a ratio gives two, numerator first.
        operands: all of them in order.
    """

    def __init__(self, view: View, figures: list[FoundFigure]) -> None:
        self.lower = view.lower
        self.figures = figures
        self.sentences: list[Sentence] = split_sentences(view.text) if figures else []
        self._starts = [s.start for s in self.sentences]
        self._at = [max(bisect_right(self._starts, f.start) - 1, 0) for f in figures]
        # What each grammar asks for first, and the same of other lengths.
        self._near: list[str | None] = [None] * len(figures)
        self._cues: dict[tuple[int, int], str] = {}
        self.sides: list[tuple[Operand, ...]] = [self._sides(i, f) for i, f in enumerate(figures)]
        self.operands: list[Operand] = [o for sides in self.sides for o in sides]

    def _sides(self, index: int, figure: FoundFigure) -> tuple[Operand, ...]:
        at = self._at[index]
        paragraph = self.sentences[at].paragraph
        unit = _plain(
            " ".join((figure.unit or "").lower().split())
            .replace(" / ", "/")
            .replace(" mỗi ", "/")
            .replace("m2", "m²")
            .replace("m3", "m³")
        )
        base = UNIT_FACTORS.get(unit) or (unit, _ONE)

        def side(suffix: str, kind: FigureKind, value: Decimal | None, bounds: Bounds, ulp: Decimal | None) -> Operand:
            return Operand(
                f"f{index + 1}{suffix}", index, kind, value, bounds, ulp, unit,
                figure.start, figure.end, at, paragraph, figure.modifier is not None, base,
            )  # fmt: skip

        if figure.numerator is not None and figure.denominator is not None:
            return (
                side(
                    ".numerator", "count", figure.numerator, _side_bounds(figure.numerator), _side_ulp(figure.numerator)
                ),
                side(
                    ".denominator",
                    "count",
                    figure.denominator,
                    _side_bounds(figure.denominator),
                    _side_ulp(figure.denominator),
                ),
            )
        if figure.interval is None:
            return ()
        return (side("", figure.kind, figure.value, figure.interval, figure.ulp),)

    def between(self, a: int, b: int) -> str:
        """The words between figures ``a`` and ``b`` (indexes), in lower case."""
        return self.lower[self.figures[a].end : self.figures[b].start]

    def cue(self, index: int, limit: int = _CUE) -> str:
        """The words in front of a figure: back to the figure before it or the start of its sentence."""
        known = self._near[index] if limit == _CUE else self._cues.get((index, limit))
        if known is not None:
            return known
        figure = self.figures[index]
        low = self.sentences[self._at[index]].start
        if index:
            low = max(low, self.figures[index - 1].end)
        cue = self.lower[max(low, figure.start - limit) : figure.start]
        if limit == _CUE:
            self._near[index] = cue
        else:
            self._cues[index, limit] = cue
        return cue

    def tail(self, index: int, limit: int = 60) -> str:
        """The words behind a figure: up to the next figure or the end of its sentence."""
        figure = self.figures[index]
        high = self.sentences[self._at[index]].end
        if index + 1 < len(self.figures):
            high = min(high, self.figures[index + 1].start)
        return self.lower[figure.end : min(high, figure.end + limit)]

    def sentence_of(self, index: int) -> int:
        """Index of the sentence of a figure."""
        return self._at[index]

    def in_brackets(self, index: int) -> bool:
        """Whether the figure stands in brackets that open right before it, or shortly before."""
        cue = self.cue(index, 40)
        return cue.rfind("(") > cue.rfind(")")


def _plain(unit: str) -> str:
    """The unit of a rate with the plainest name of what it is so much of: "vnđ/tháng" is "đồng/tháng".

    So is "dồng/tháng": a slip of the units that is read past.
    """
    head, slash, tail = unit.partition("/")
    base, factor = UNIT_FACTORS.get(head, (head, Decimal(1)))
    return f"{base.lower()}/{tail}" if slash and factor == 1 else unit


def _side_ulp(value: Decimal) -> Decimal | None:
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) if exponent < 0 else None


def _side_bounds(value: Decimal) -> Bounds:
    ulp = _side_ulp(value)
    half = ulp / 2 if ulp is not None else Decimal(0)
    return value - half, value + half


def same_quantity(a: Operand, b: Operand) -> bool:
    """Whether two operands can be of one quantity: same kind, and units that convert into each other."""
    if a.kind != b.kind:
        return a.kind in _AMOUNTS and b.kind in _AMOUNTS and a.unit == b.unit
    return a.kind in _BY_NUMBER or a.base[0] == b.base[0]


def same_unit(a: Operand, b: Operand) -> bool:
    """Like :func:`same_quantity`, and counts count the same thing by the same word (or none is printed)."""
    if not same_quantity(a, b):
        return False
    return a.kind != "count" or a.unit == b.unit or a.unit in _ANY_THING or b.unit in _ANY_THING


def one_with_its_rate(a: Operand, b: Operand) -> bool:
    """Whether two amounts differ in that one is printed with what it is for: "200.000 đồng", "300.000 đồng/tháng"."""
    long, short = (a, b) if len(a.unit) > len(b.unit) else (b, a)
    amounts = long.kind in _AMOUNTS and short.kind in _AMOUNTS
    return amounts and bool(short.unit) and long.unit.startswith(f"{short.unit}/")


def bounds_in(a: Operand, base: Operand) -> Bounds:
    """The bounds of ``a`` in the unit of ``base``."""
    if a.unit == base.unit or a.base[1] == base.base[1]:
        return a.bounds
    factor = a.base[1] / base.base[1]
    return a.bounds[0] * factor, a.bounds[1] * factor
