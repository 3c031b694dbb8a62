"""What each branch adds to a growth rate: "tăng 8,01%, trong đó công nghiệp đóng góp 5,43 điểm phần trăm; dịch vụ 1,90 …".

The points of all branches make up the rate, which is how statistics offices tell what a growth comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims import chance, cues, fit
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.slipped_sums import one_slip_away

_ADDS = cues.word("adds_points")
_FEWEST = 3
_LONGEST = 8
# How many sentences before the first branch the rate may stand.
_BACK = 2


def find_contributions(reading: Reading) -> Iterator[Proposal]:
    """The branches that make up each growth rate."""
    if not any(figure.kind == "points" for figure in reading.figures):
        return
    for parts in _runs(reading):
        if len(parts) < _FEWEST:
            continue
        most = max(part.bounds[1] for part in parts)
        rates = [rate for rate in _rates_before(reading, parts[0]) if rate.bounds[1] > most]
        rate = next((rate for rate in rates if fit.meets(fit.total(parts, rate), rate)), None)
        if rate is not None:
            odds = chance.of_sum(rate, parts, len(rates))
            operands: Operands = {"parts": tuple(parts), "total": rate}
            yield inferred("sum", operands, "sum.contributions", candidates=len(rates), chance=odds)
        elif rates and one_slip_away(parts, rates[0]):
            yield stated("sum", {"parts": tuple(parts), "total": rates[0]}, "sum.contributions")


def _runs(reading: Reading) -> Iterator[list[Operand]]:
    """Points one branch after another adds; what a branch of a branch adds is left out."""
    run: list[Operand] = []
    for index, figure in enumerate(reading.figures):
        if figure.kind != "points" or figure.value is None or len(reading.sides[index]) != 1:
            continue
        part, cue = reading.sides[index][0], reading.cue(index)
        adds = _ADDS.search(cue) is not None
        if run and (part.sentence - run[-1].sentence > 1 or part.paragraph != run[-1].paragraph or not adds):
            yield run
            run = []
        if adds and cues.DOWN.search(cue) is None and len(run) < _LONGEST:
            run.append(part)
    if run:
        yield run


def _rates_before(reading: Reading, first: Operand) -> list[Operand]:
    """The growth rates in front of the first branch, the nearest first."""
    found = []
    for index in range(first.index - 1, -1, -1):
        if first.sentence - reading.sentence_of(index) > _BACK:
            break
        figure = reading.figures[index]
        if figure.kind == "percent" and figure.value is not None and cues.DOWN.search(reading.cue(index)) is None:
            found.append(reading.sides[index][0])
    return found
