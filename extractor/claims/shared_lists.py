"""One list told of several totals, one after another: "có 27 án dân sự và 10 án hành chính, trong đó …".

All of the list, cut into runs one behind the other, makes up the totals in their order.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.nearby import plain_count
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.slipped_sums import one_slip_away
from extractor.lexicon.patterns import compiled

_MOST_TOTALS = 3
_LONGEST = 16
_JOINS = compiled(r"[^.;:()\n]{0,60}?(?:,| và) ?(?:\p{L}+ ){0,4}")
_OPENS = compiled(rf"(?<!\p{{L}})(?:{cues.spellings('inside')}|{cues.spellings('consists')})(?!\p{{L}})|: ?")
_OPENING = 120
_RATES = ("percent", "points")


def find_shared_lists(reading: Reading) -> Iterator[Proposal]:
    """The sums of lists that are told of two or three totals right in front of them."""
    for first in range(2, len(reading.figures) - 3):
        last = plain_count(reading, first - 1)
        if last is None or not _opens(reading, first):
            continue
        totals = _totals(reading, last)
        parts = _parts(reading, last, first) if len(totals) > 1 else []
        for start in range(len(totals) - 1):
            runs = _cut(parts, totals[start:])
            if runs is not None:
                yield from _sums(reading, totals[start:], runs)
                break


def _opens(reading: Reading, first: int) -> bool:
    """Whether a list is opened whose first part is a figure."""
    between = reading.between(first - 1, first)
    apart = reading.sentence_of(first) - reading.sentence_of(first - 1)
    return len(between) <= _OPENING and apart <= 1 and _OPENS.search(between) is not None


def _totals(reading: Reading, last: Operand) -> list[Operand]:
    """The numbers of one unit that are joined up to the last, in text order."""
    totals = [last]
    while len(totals) < _MOST_TOTALS and (index := totals[0].index - 1) >= 0:
        before = plain_count(reading, index)
        if before is None or not last.unit or before.unit != last.unit or before.sentence != last.sentence:
            break
        if not _JOINS.fullmatch(reading.between(index, index + 1)):
            break
        totals.insert(0, before)
    return totals


def _parts(reading: Reading, last: Operand, first: int) -> list[Operand]:
    """All that the list counts, up to the end of its sentence; nothing where it tells of something else too."""
    parts: list[Operand] = []
    for index in range(first, reading.figures_up_to(reading.sentence_of(first))):
        if reading.figures[index].kind in _RATES:
            continue
        part = plain_count(reading, index)
        if part is None or part.unit not in (last.unit, "") or len(parts) == _LONGEST:
            return []
        parts.append(part)
    return parts


def _cut(parts: list[Operand], totals: list[Operand]) -> list[list[Operand]] | None:
    """The parts in runs of two and more, as many as totals: each makes up its total, but for a slip in one at most."""
    if len(parts) < 2 * len(totals):
        return None
    runs, at = [], 0
    for left, total in zip(range(len(totals) - 1, -1, -1), totals, strict=True):
        end = next((at + count for count in fit.fitting_runs(parts[at:], total)), None) if left else len(parts)
        if end is None or len(parts) - end < 2 * left:
            return None
        runs.append(parts[at:end])
        at = end
    return runs if len(runs[-1]) > 1 else None


def _are_set_apart(reading: Reading, runs: list[list[Operand]]) -> bool:
    """Whether a semicolon stands between any two runs, and none within them."""
    ends = [reading.lower.find(";", one[-1].end, other[0].start) >= 0 for one, other in itertools.pairwise(runs)]
    return all(ends) and not any(reading.lower.find(";", run[0].end, run[-1].start) >= 0 for run in runs)


def _sums(reading: Reading, totals: list[Operand], runs: list[list[Operand]]) -> Iterator[Proposal]:
    *others, last = zip(totals, runs, strict=True)
    odds = Decimal(1)
    for total, run in others:
        odds *= chance.of_sum(total, run, len(run))
    total, parts = last
    fits = fit.meets(fit.total(parts, total), total)
    if fits:
        odds *= chance.of_sum(total, parts, 1)
    if odds > chance.FAR or not (fits or (_are_set_apart(reading, runs) and one_slip_away(parts, total))):
        return
    for total, run in (*others, last):
        operands: Operands = {"parts": tuple(run), "total": total}
        if total is last[0] and not fits:
            yield stated("sum", operands, "sum.shared_list")
        else:
            yield inferred("sum", operands, "sum.shared_list", candidates=len(run), chance=odds)
