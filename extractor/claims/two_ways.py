"""What goes both ways: exports and imports, revenue and spending, with their balance and what they come to together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.claims import chance, cues, fit, slips
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, bounds_in, same_unit
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.records import ClaimKind

_ROLES = ("in", "out", "both", "balance")
_CUE = 110
_SENTENCES = 6
_FIGURES = 24


@dataclass(frozen=True, slots=True)
class _Ways:
    """The words of one pair of ways, the longest of all roles first, each with its role."""

    pattern: re.Pattern[str]
    roles: dict[str, str]
    finder: Finder[str]

    @classmethod
    def of(cls, entry: dict[str, list[str]]) -> _Ways:
        roles = {spelling: role for role in _ROLES for spelling in entry[role]}
        words = "|".join(re.escape(s) for s in sorted(roles, key=lambda s: (-len(s), s)))
        return cls(compiled(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})"), roles, Finder(roles.items()))

    def starts(self, text: str) -> list[int]:
        """Where their words may begin in a text that tells of both ways and of what they come to; else nowhere."""
        found = self.finder.find(text)
        told = {role for _, _, role in found}
        if not told.issuperset(("in", "out")) or told.isdisjoint(("both", "balance")):
            return []
        return sorted(start for start, _, _ in found)

    def role(self, cue: str) -> str | None:
        """The role of the last of these words in front of a figure."""
        found = None
        for match in self.pattern.finditer(cue):
            found = self.roles[match.group()]
        return found


_WAYS = tuple(_Ways.of(entry) for entry in entries("two_ways"))


def find_two_ways(reading: Reading) -> Iterator[Proposal]:
    """As in "xuất khẩu đạt 37 tỷ USD, nhập khẩu 35,32 tỷ USD, xuất siêu 1,68 tỷ USD": the balance, and what both come to."""
    for ways in _WAYS:
        starts = ways.starts(reading.lower)
        told = _told(reading, ways, starts) if starts else []
        for operand, role in told:
            if role in ("balance", "both"):
                yield from _between(reading, operand, role, told)


def _told(reading: Reading, ways: _Ways, starts: list[int]) -> list[tuple[Operand, str]]:
    """The figures that words of these ways stand before, or that go on with what the figure before them told."""
    found: list[tuple[Operand, str]] = []
    role = None
    last = -1
    for index, sides in enumerate(reading.sides):
        if len(sides) != 1 or sides[0].kind not in ("count", "money", "measure") or sides[0].value is None:
            continue
        cue = reading.cue(index, _CUE)
        # Few figures have one of the words near them.
        near = bisect_left(starts, sides[0].start - len(cue)) < bisect_left(starts, sides[0].start)
        own = ways.role(cue) if near else None
        if own is None and reading.sentence_of(index) != last:
            role = None
        role = own or role
        last = reading.sentence_of(index)
        # "thâm hụt" is no fall.
        if role is not None and cues.amount_direction(ways.pattern.sub(" ", cue) if own else cue) is None:
            found.append((sides[0], role))
    return found


def _between(reading: Reading, result: Operand, role: str, told: list[tuple[Operand, str]]) -> Iterator[Proposal]:
    near = [
        (operand, own)
        for operand, own in told
        if abs(operand.index - result.index) <= _FIGURES
        and (abs(operand.sentence - result.sentence) <= _SENTENCES or operand.paragraph == result.paragraph)
        and operand.index != result.index
        and same_unit(operand, result)
        and operand.value != result.value
    ]
    near.sort(key=lambda pair: abs(pair[0].index - result.index))
    ways_in = [operand for operand, own in near if own == "in"]
    ways_out = [operand for operand, own in near if own == "out"]
    pairs = [(a, b) for a in ways_in for b in ways_out]
    pairs.sort(key=lambda pair: sum(abs(o.index - result.index) for o in pair))
    for tried, (a, b) in enumerate(pairs, 1):
        if not fit.meets(_computed(role, result, a, b), result):
            continue
        assert a.value is not None and b.value is not None
        nominal = a.value + b.value if role == "both" else abs(a.value - b.value)
        odds = min(chance.of_sum(result, (a, b), tried), tried * chance.of_sum_nominal(result, nominal, (a, b)))
        if _in_one_sentence(result, pairs) == (a, b):
            yield stated(*_claim(role, result, a, b))
        elif odds <= chance.WEAK:
            yield inferred(*_claim(role, result, a, b), candidates=tried, chance=odds)
        return
    said = _in_one_sentence(result, pairs)
    if said is None or any(o.modified for o in (*said, result)):
        return
    between = reading.lower[min(o.start for o in (*said, result)) : max(o.end for o in (*said, result))]
    if ";" in between:
        return
    odds = slips.chance([result, *said], chance.of_sum(result, said, 1))
    if odds <= chance.LIKELY and slips.repairs(result, _computed(role, result, *said)):
        yield stated(*_claim(role, result, *said))


def _in_one_sentence(result: Operand, pairs: list[tuple[Operand, Operand]]) -> tuple[Operand, Operand] | None:
    """The one pair of the sentence of a balance, or of what both come to."""
    said = [pair for pair in pairs if all(o.sentence == result.sentence for o in pair)]
    return said[0] if len(said) == 1 else None


def _computed(role: str, result: Operand, a: Operand, b: Operand) -> Bounds:
    if role == "both":
        return fit.total([a, b], result)
    return fit.difference(*_ordered(a, b))


def _ordered(a: Operand, b: Operand) -> tuple[Operand, Operand]:
    return (a, b) if a.bounds[0] >= bounds_in(b, a)[0] else (b, a)


def _claim(role: str, result: Operand, a: Operand, b: Operand) -> tuple[ClaimKind, Operands, str]:
    if role == "both":
        return "sum", {"parts": (a, b), "total": result}, "sum.two_ways"
    larger, smaller = _ordered(a, b)
    return "difference", {"larger": larger, "smaller": smaller, "difference": result}, "difference.two_ways"
