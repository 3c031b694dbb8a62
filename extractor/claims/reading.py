"""What the claim grammars look at: the figures as operands, with their sentences and the words between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractor.article import View
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.patterns.found import FoundFigure
from extractor.records import FigureKind
from extractor.tokens.sentences import Sentence, split_sentences

Bounds = tuple[Decimal, Decimal]
_ONE = Decimal(1)
_CUE = 60
_BRACKET = 40
_BY_NUMBER = ("count", "percent", "points", "multiple")
_AMOUNTS = ("money", "measure")
# "50,1 triệu iPhone, giảm 9,6% so với 55,4 triệu chiếc": what counts anything.
_ANY_THING = ("", "chiếc", "cái")

# Roles of cue words that few articles, or few figures of one, have in front of them, and that many rules ask for.
_SELDOM = ("apart", "in_total", "inside", "mean", "minus", "plus", "to_total", "total")
_CUE_WORDS = Finder(
    (spelling, entry["role"])
    for entry in entries("claim_cues")
    if entry["role"] in _SELDOM
    for spelling in entry["spellings"]
)
_NO_ROLES: frozenset[str] = frozenset()

# Base unit and factor of each spelling, in lower case.
UNIT_FACTORS: dict[str, tuple[str, Decimal]] = {
    spelling.lower(): (entry["base"], Decimal(entry["factor"]))
    for entry in entries("units")
    if entry["factor"] is not None
    for spelling in entry["spellings"]
}

PEOPLE = frozenset(e["name"].lower() for e in entries("counted_nouns") if e.get("class") == "person")
"""The nouns that persons are counted by."""

# "96 DN" are as many "doanh nghiệp".
_SHORT_FOR = {
    entry["name"].lower(): entry["short_for"].lower() for entry in entries("counted_nouns") if "short_for" in entry
}


@dataclass(slots=True, eq=False)
class Operand:
    """A figure, or one side of a ratio, as a claim uses it; of each there is one in a reading, the same for all.

    It is never changed. (What is frozen takes seven times as long to make.)

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
        ratios: the indexes of ratios, in order.
        roles: of the cue words that are seldom used, those that the article may have (see :meth:`may_say`).
    """

    def __init__(self, view: View, figures: list[FoundFigure]) -> None:
        self.lower = view.lower
        self._text = view.text
        self.figures = figures
        self.sentences: list[Sentence] = split_sentences(view.text) if figures else []
        self._paragraphs = [s.paragraph for s in self.sentences]
        starts = [s.start for s in self.sentences]
        self._at = [bisect_right(starts, f.start, 1) - 1 for f in figures]
        # Where the words in front of a figure may begin at most, and those behind it end.
        ends = [0, *(f.end for f in figures)]
        self._floors = [
            end if end > (start := self.sentences[at].start) else start for at, end in zip(self._at, ends, strict=False)
        ]
        begins = [*(f.start for f in figures[1:]), len(view.text)]
        self._ceilings = [
            begin if begin < (end := self.sentences[at].end) else end
            for at, begin in zip(self._at, begins, strict=False)
        ]
        # What each grammar asks for.
        self._near = [self._cue(index, _CUE) for index in range(len(figures))]
        self.sides: list[tuple[Operand, ...]] = [self._sides(i, f) for i, f in enumerate(figures)]
        self.operands: list[Operand] = [o for sides in self.sides for o in sides]
        self.ratios = [i for i, sides in enumerate(self.sides) if len(sides) == 2]
        self._roles, self.roles = self._cue_words()

    def _sides(self, index: int, figure: FoundFigure) -> tuple[Operand, ...]:
        numerator, denominator = figure.numerator, figure.denominator
        if numerator is not None and denominator is not None:
            return (
                self._side(index, figure, ".numerator", numerator, _side_bounds(numerator), _side_ulp(numerator)),
                self._side(
                    index, figure, ".denominator", denominator, _side_bounds(denominator), _side_ulp(denominator)
                ),
            )
        if figure.interval is None:
            return ()
        return (self._side(index, figure, "", figure.value, figure.interval, figure.ulp),)

    def _side(
        self, index: int, figure: FoundFigure, suffix: str, value: Decimal | None, bounds: Bounds, ulp: Decimal | None
    ) -> Operand:
        at = self._at[index]
        unit, base = _unit(figure.unit or "")
        return Operand(
            f"f{index + 1}{suffix}", index, "count" if suffix else figure.kind, value, bounds, ulp, unit,
            figure.start, figure.end, at, self.sentences[at].paragraph, figure.modifier is not None, base,
        )  # fmt: skip

    def _cue_words(self) -> tuple[dict[int, set[str]], frozenset[str]]:
        """The roles of the cue words in front of each figure, and in all of the article."""
        found = _CUE_WORDS.find(self.lower)
        starts = [figure.start for figure in self.figures]
        roles: dict[int, set[str]] = {}
        for start, end, role in found:
            index = bisect_left(starts, end)
            if index < len(starts) and start >= self._floors[index]:
                roles.setdefault(index, set()).add(role)
        return roles, frozenset(role for _, _, role in found)

    def may_say(self, index: int, role: str) -> bool:
        """Whether the words in front of a figure may hold a cue word of a role; where they do not, nothing need be searched.

        Args:
            index: of the figure.
            role: one of those that are seldom used.
        """
        return role in self._roles.get(index, _NO_ROLES)

    def between(self, a: int, b: int) -> str:
        """The words between figures ``a`` and ``b`` (indexes), in lower case."""
        return self.lower[self.figures[a].end : self.figures[b].start]

    def cue(self, index: int, limit: int = _CUE) -> str:
        """The words in front of a figure: back to the figure before it or the start of its sentence."""
        return self._near[index] if limit == _CUE else self._cue(index, limit)

    def _cue(self, index: int, limit: int) -> str:
        floor, start = self._floors[index], self.figures[index].start
        return self.lower[floor if start - floor < limit else start - limit : start]

    def printed_cue(self, index: int) -> str:
        """The words in front of a figure as they are printed, capitals and all."""
        floor, start = self._floors[index], self.figures[index].start
        return self._text[floor if start - floor < _CUE else start - _CUE : start]

    def tail(self, index: int, limit: int = _CUE) -> str:
        """The words behind a figure: up to the next figure or the end of its sentence."""
        ceiling, end = self._ceilings[index], self.figures[index].end
        return self.lower[end : ceiling if ceiling - end < limit else end + limit]

    def sentence_of(self, index: int) -> int:
        """Index of the sentence of a figure."""
        return self._at[index]

    def figures_within(self, first: int, last: int) -> tuple[int, int]:
        """Where the figures of some sentences begin, and where those behind them do, as indexes of figures."""
        return bisect_left(self._at, first), bisect_right(self._at, last)

    def figures_up_to(self, last: int) -> int:
        """How many figures stand up to the end of a sentence."""
        return bisect_right(self._at, last)

    def figures_around(self, operand: Operand, back: int, ahead: int) -> tuple[int, int]:
        """The same of the paragraph of an operand, and of so many sentences ``back`` and ``ahead`` of its own at least."""
        first = min(operand.sentence - back, bisect_left(self._paragraphs, operand.paragraph))
        last = max(operand.sentence + ahead, bisect_right(self._paragraphs, operand.paragraph) - 1)
        return self.figures_within(first, last)

    def in_brackets(self, index: int) -> bool:
        """Whether the figure stands in brackets that open right before it, or shortly before."""
        floor, start = self._floors[index], self.figures[index].start
        opening = self.lower.rfind("(", floor if start - floor < _BRACKET else start - _BRACKET, start)
        return opening >= 0 and self.lower.find(")", opening, start) < 0


@lru_cache(maxsize=4096)
def _unit(printed: str) -> tuple[str, tuple[str, Decimal]]:
    """A unit in the one spelling that units are compared in, and its base unit with how many of it there are in one."""
    unit = _plain(
        " ".join(printed.lower().split())
        .replace(" / ", "/")
        .replace(" mỗi ", "/")
        .replace("m2", "m²")
        .replace("m3", "m³")
    )
    unit = _SHORT_FOR.get(unit, unit)
    return unit, UNIT_FACTORS.get(unit) or _rate(unit) or (unit, _ONE)


def _rate(unit: str) -> tuple[str, Decimal] | None:
    """The base of a rate, of which only the first unit is scaled: "tạ/ha" are 100 "kg/ha"."""
    head, slash, tail = unit.partition("/")
    base = UNIT_FACTORS.get(head) if slash else None
    return None if base is None else (f"{base[0].lower()}/{tail}", base[1])


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
