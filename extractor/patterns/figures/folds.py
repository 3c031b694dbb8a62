"""Figures whose number is a word of its own: "gấp đôi", "gấp rưỡi", "nửa năm"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.lexicon.finder import Finder
from extractor.lexicon.words import any_of, of_role, spelled
from extractor.patterns.figures.scan import Scan
from extractor.patterns.found import FoundFigure
from extractor.tokens.anchors import matches_at

_FOLD = regex.compile(
    rf"(?<!\p{{L}}){any_of('figure_words', 'fold')} (?:{any_of('figure_words', 'fold_between')} )?"
    rf"(?P<times>{any_of('figure_words', 'fold_value')})(?!\p{{L}}| lần| mươi| trăm| nghìn)"
)
_FOLD_VALUES = {s: Decimal(e["value"]) for e in of_role("figure_words", "fold_value") for s in e["spellings"]}
_FOLD_WORD = regex.compile(rf"(?<!\p{{L}}){any_of('figure_words', 'fold')} $")
_HALF = regex.compile(
    rf"(?<!\p{{L}})(?<!một )(?<!quá )nửa (?P<unit>{any_of('figure_words', 'half_of')})(?!\p{{L}}| (?:đầu|cuối|sau|trước))"
)
_ONE_HALF = Decimal("0.5")
_FOLDS: Finder[None] = Finder((f"{word} ", None) for word in spelled("figure_words", "fold"))
_HALVES: Finder[None] = Finder((f"nửa {word}", None) for word in spelled("figure_words", "half_of"))


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


def fold_start(lower: str, start: int) -> int:
    """Where a multiple starts for its modifier: "gần gấp đôi" is nearly double."""
    fold = _FOLD_WORD.search(lower, max(0, start - 6), start)
    return start if fold is None else fold.start()
