"""Fractions, where a claim needs them: "chỉ bằng một nửa", "giảm một nửa", "chỉ bằng 1/3 năm trước".

They are no number of the claim as they stand, so its percentage or multiple is a literal; they are seldom exact, so the
claim is made only where two levels beside them fit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.claims import chance
from extractor.claims.proposal import Operands, Proposal, inferred
from extractor.claims.reading import Operand, Reading, bounds_in, same_unit
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.tokens.anchors import matches_at

_WORDS_OF = {s: (int(e["numerator"]), int(e["denominator"])) for e in entries("fraction_words") for s in e["spellings"]}
_WORDS = "|".join(re.escape(s) for s in sorted(_WORDS_OF, key=lambda s: (-len(s), s)))
_HOW = ("bằng", "còn", "đạt", "chiếm", "giảm", "tăng")
_LED = rf"(?<!\p{{L}})(?P<how>{'|'.join(_HOW)})(?: (?:chỉ|mới|khoảng|gần|hơn|được|tới)){{0,2}}"
_SAID = compiled(rf"{_LED} (?P<words>{_WORDS})(?!\p{{L}})")
_LEADS = compiled(rf"{_LED} $")
_FINDER: Finder[None] = Finder((f" {words}", None) for words in _WORDS_OF)
_BETWEEN_REACH = 12
_REACH = 3
_LARGEST = 10


@dataclass(frozen=True, slots=True)
class _Fraction:
    """A fraction that something is said to be of another, to rise or to fall by."""

    how: str
    start: int
    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal | None:
        """The same as a percentage, where that is a whole one."""
        whole, rest = divmod(100 * self.numerator, self.denominator)
        return None if rest else Decimal(whole)

    @property
    def multiple(self) -> Decimal | None:
        """How many times as large the other is, where that is told to the half: "2/3" is once and a half."""
        halves, rest = divmod(2 * self.denominator, self.numerator)
        return None if rest else Decimal(halves) / 2


def find_fractions(reading: Reading) -> Iterator[Proposal]:
    """Shares, multiples and changes by a fraction, between levels of the same sentence."""
    starts = [f.start for f in reading.figures]
    for said in (*_in_words(reading.lower), *_in_digits(reading)):
        here = bisect_left(starts, said.start)
        near = [
            o
            for i in range(max(0, here - _REACH), min(len(starts), here + _REACH + 1))
            if len(reading.sides[i]) == 1
            for o in reading.sides[i]
            if o.value is not None
            and o.kind in ("count", "money", "measure")
            and _same_sentence(reading, o, said.start)
        ]
        proposal = _between(near, said)
        if proposal is not None:
            yield proposal


def _in_words(lower: str) -> Iterator[_Fraction]:
    for match in matches_at(_SAID, lower, _starts(lower)):
        yield _Fraction(match["how"], match.start(), *_WORDS_OF[match["words"]])


def _starts(lower: str) -> list[int]:
    """Where a word that may lead to a fraction stands shortly before one."""
    starts = set()
    for start, _, _ in _FINDER.find(lower):
        low = max(0, start - _BETWEEN_REACH)
        starts |= {at for word in _HOW if (at := lower.rfind(word, low, start)) >= 0}
    return sorted(starts)


def _in_digits(reading: Reading) -> Iterator[_Fraction]:
    """Ratios of small numbers that something is said to be: "chỉ bằng 1/3", not "đạt 5/9 tiêu chí"."""
    for index, figure in enumerate(reading.figures):
        if figure.numerator is None or figure.denominator is None or figure.unit:
            continue
        if not 0 < figure.numerator < figure.denominator <= _LARGEST:
            continue
        if figure.numerator % 1 or figure.denominator % 1:
            continue
        led = _LEADS.search(reading.cue(index))
        if led is not None:
            yield _Fraction(led["how"], figure.start, int(figure.numerator), int(figure.denominator))


def _same_sentence(reading: Reading, operand: Operand, at: int) -> bool:
    sentence = reading.sentences[operand.sentence]
    return sentence.start <= at < sentence.end


def _between(near: list[Operand], said: _Fraction) -> Proposal | None:
    """The first pair of levels that fits: the smaller over the larger, or the rise or fall between them."""
    # What the new level is of the old one, over the fraction's denominator.
    parts = {"giảm": said.denominator - said.numerator, "tăng": said.denominator + said.numerator}
    numerator = parts.get(said.how, said.numerator)
    tried = 0
    for old in near:
        for new in near:
            if old.index == new.index or not same_unit(old, new) or old.bounds[0] <= 0:
                continue
            tried += 1
            low, high = bounds_in(new, old)
            of_old = (old.bounds[0] * numerator, old.bounds[1] * numerator)
            if not low * said.denominator <= of_old[1] or not high * said.denominator >= of_old[0]:
                continue
            computed = (low * 100 / old.bounds[1], high * 100 / old.bounds[0])
            odds = chance.of_words(Decimal(100 * numerator) / said.denominator, computed, tried)
            return _proposal(said, old, new, tried, odds) if odds <= chance.LIKELY else None
    return None


def _proposal(said: _Fraction, old: Operand, new: Operand, tried: int, odds: Decimal) -> Proposal | None:
    if said.how in ("giảm", "tăng"):
        if said.percent is None:
            return None
        levels: Operands = {"old": old, "new": new, "percent": said.percent}
        direction = "up" if said.how == "tăng" else "down"
        return inferred("change", levels, "change.fraction", candidates=tried, chance=odds, direction=direction)
    # "chỉ bằng 1/3": so many times less; "chiếm 1/4": a quarter of it.
    if said.multiple is not None and (said.percent is None or (said.how == "bằng" and said.numerator == 1)):
        times: Operands = {"larger": old, "smaller": new, "multiple": said.multiple}
        return inferred("multiple", times, "multiple.fraction", candidates=tried, chance=odds)
    if said.percent is None:
        return None
    share: Operands = {"part": new, "whole": old, "percent": said.percent}
    return inferred("share", share, "share.fraction", candidates=tried, chance=odds)
