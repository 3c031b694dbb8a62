"""Fractions in words, where a claim needs them: "chỉ bằng một nửa", "giảm một nửa", "bằng ba phần tư".

They are no figures of their own, so the percentage is a literal; such words are seldom exact, so the claim is made only
where two levels beside them fit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance
from extractor.claims.proposal import Operands, Proposal, inferred
from extractor.claims.reading import Operand, Reading, bounds_in, same_unit
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.tokens.anchors import matches_at

_VALUES: dict[str, Decimal] = {s: Decimal(e["percent"]) for e in entries("fraction_words") for s in e["spellings"]}
_WORDS = "|".join(re.escape(s) for s in sorted(_VALUES, key=lambda s: (-len(s), s)))
_SAID = compiled(
    rf"(?<!\p{{L}})(?P<how>bằng|còn|đạt|chiếm|giảm|tăng)(?: (?:chỉ|mới|khoảng|gần|hơn|được|tới))? (?P<words>{_WORDS})(?!\p{{L}})"
)
_FINDER: Finder[None] = Finder((f" {words}", None) for words in _VALUES)
_HOW = ("bằng", "còn", "đạt", "chiếm", "giảm", "tăng")
_BETWEEN_REACH = 12
_REACH = 3


def _starts(lower: str) -> list[int]:
    """Where a word that may lead to a fraction stands shortly before one."""
    starts = set()
    for start, _, _ in _FINDER.find(lower):
        low = max(0, start - _BETWEEN_REACH)
        starts |= {at for word in _HOW if (at := lower.rfind(word, low, start)) >= 0}
    return sorted(starts)


def find_fractions(reading: Reading) -> Iterator[Proposal]:
    """Shares and changes by a fraction in words, between levels of the same sentence."""
    starts = [f.start for f in reading.figures]
    for match in matches_at(_SAID, reading.lower, _starts(reading.lower)):
        percent = _VALUES[match["words"]]
        here = bisect_left(starts, match.start())
        near = [
            o
            for i in range(max(0, here - _REACH), min(len(starts), here + _REACH))
            for o in reading.sides[i][:1]
            if o.value is not None
            and o.kind in ("count", "money", "measure")
            and _same_sentence(reading, o, match.start())
        ]
        proposal = _between(near, percent, match["how"])
        if proposal is not None:
            yield proposal


def _same_sentence(reading: Reading, operand: Operand, at: int) -> bool:
    sentence = reading.sentences[operand.sentence]
    return sentence.start <= at < sentence.end


def _between(near: list[Operand], percent: Decimal, how: str) -> Proposal | None:
    """The first pair of levels that fits: the smaller over the larger, or the rise or fall between them."""
    share = {"giảm": 100 - percent, "tăng": 100 + percent}.get(how, percent)
    tried = 0
    for old in near:
        for new in near:
            if old.index == new.index or not same_unit(old, new) or old.bounds[0] <= 0:
                continue
            tried += 1
            low, high = bounds_in(new, old)
            if not low * 100 <= share * old.bounds[1] or not high * 100 >= share * old.bounds[0]:
                continue
            computed = (low * 100 / old.bounds[1], high * 100 / old.bounds[0])
            odds = chance.of_words(share, computed, tried)
            if odds > chance.LIKELY:
                return None
            if how in ("giảm", "tăng"):
                direction = "up" if how == "tăng" else "down"
                levels: Operands = {"old": old, "new": new, "percent": percent}
                return inferred("change", levels, "change.fraction", candidates=tried, chance=odds, direction=direction)
            operands: Operands = {"part": new, "whole": old, "percent": percent}
            return inferred("share", operands, "share.fraction", candidates=tried, chance=odds)
    return None
