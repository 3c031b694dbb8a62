"""Whether a whole proposal fits as it is printed."""

from __future__ import annotations

from decimal import Decimal

from extractor.claims import fit
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Bounds, Operand, bounds_in


def computed(proposal: Proposal) -> tuple[Bounds, Operand] | None:
    """What the operands of a product, a mean, a multiple, a sum or a difference give, and what is printed for it."""
    if proposal.kind == "sum":
        summed = proposal.as_sum
        return None if summed is None else (fit.total(list(summed[1]), summed[0]), summed[0])
    operands = proposal.flat()
    *others, result = operands
    if proposal.kind == "difference":
        return fit.difference(others[0], others[1]), result
    low = high = Decimal(1)
    if proposal.kind == "product":
        for factor in proposal.operands["factors"]:  # type: ignore[union-attr]
            bounds = (factor, factor) if isinstance(factor, Decimal) else factor.bounds
            low, high = low * bounds[0], high * bounds[1]
        return (low, high), result
    over, under = ("larger", "smaller") if proposal.kind == "multiple" else ("total", "count")
    a, b = proposal.operands[over], proposal.operands[under]
    if not isinstance(a, Operand) or not isinstance(b, Operand) or b.bounds[0] <= 0:
        return None
    unit = b if proposal.kind == "multiple" else result
    low, high = bounds_in(a, unit) if a.kind == unit.kind else a.bounds
    return (low / b.bounds[1], high / b.bounds[0]), result


def fits(proposal: Proposal) -> bool:
    """Whether the arithmetic of a claim of figures fits, rounded or cut; restated figures and shares of 100% are not asked."""
    if proposal.kind in ("share", "change"):
        return _fits_rate(proposal)
    if proposal.kind in ("equal", "percent_sum"):
        return False
    made = computed(proposal)
    return made is not None and fit.meets(*made)


def _fits_rate(proposal: Proposal) -> bool:
    operands = proposal.flat()
    if len(operands) < len(proposal.operands):
        return False
    a, b, percent = operands
    if proposal.kind == "share":
        return fit.fits_share(a, b, percent)
    return fit.fits_change(a, b, percent, proposal.extra["direction"])
