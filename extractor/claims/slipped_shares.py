"""Shares that miss the one whole they may be of by a slip, where so many digits agree that it is no chance.

"Thụ lý 4.797 vụ, giải quyết 4.732 vụ, đạt 96,84%": it is 98,64%. The words leave open what the percentage is of, and as
printed it is of nothing that is told; but few percentages of four digits come within two swapped ones of such a share.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.claims import chance, fit, slips
from extractor.claims.fitting_shares import beside_each_other, may_be_share, ordered, parts_beside
from extractor.claims.named_wholes import NAMES_TOTAL, OF_MORE, named_whole, names_others
from extractor.claims.nearby import window
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Bounds, Operand, Reading

# How improbable it must be that one of the figures around comes so near.
_LIMIT = Decimal("0.004")
_BACK = 9


def slipped_share(reading: Reading, percent: Operand) -> Proposal | None:
    """The share of a percentage that fits no whole, if there is just one that it misses by a slip.

    Args:
        reading: the figures.
        percent: a percentage that is no rise and no fall, and that no claim is known of.
    """
    if percent.modified or not may_be_share(reading, percent):
        return None
    parts = parts_beside(reading, percent)
    part = parts[0] if parts else None
    if part is None or not part.unit or part.modified:
        return None
    tail = reading.tail(percent.index)
    total = NAMES_TOTAL.match(tail)
    if OF_MORE.match(tail) if total is None else not (total["noun"] or part.unit).startswith(part.unit):
        return None
    wholes: dict[Decimal, Operand] = {}
    for whole in window(reading, percent, back=_BACK, ahead=0):
        alike = (whole.kind, whole.unit) == (part.kind, part.unit) and whole.index != part.index
        if alike and whole.value is not None and ordered(whole, part, percent):
            wholes.setdefault(whole.value, whole)
    if any(fit.fits_share(part, whole, percent) for whole in wholes.values()):
        return None
    near = [w for tried, w in enumerate(wholes.values(), 1) if _odds(part, w, percent, tried) <= _LIMIT]
    if len(near) != 1 or beside_each_other(reading, near[0], part) or names_others(reading, percent, near[0]):
        return None
    named = named_whole(reading, percent, part)
    if named is not None and named.value != near[0].value:
        return None
    return stated("share", {"part": part, "whole": near[0], "percent": percent}, "share.slip")


def _odds(part: Operand, whole: Operand, percent: Operand, tried: int) -> Decimal:
    """How likely unrelated figures would be a slip away; 1 if these are not."""
    share = fit.share(part, whole)
    if share is None:
        return Decimal(1)
    odds = chance.of_ratio(percent, share, tried)
    if slips.repairs(percent, share):
        return slips.chance([percent], odds)
    if odds * len(slips.variants(part)) <= _LIMIT and slips.repairs(part, _part_of(whole, percent)):
        return slips.chance([percent, part], odds)
    return Decimal(1)


def _part_of(whole: Operand, percent: Operand) -> Bounds:
    return whole.bounds[0] * percent.bounds[0] / 100, whole.bounds[1] * percent.bounds[1] / 100
