"""One claim judged, with the reading of its figures that was needed for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product

from extractor.records import Claim, Operand, Verdict, claim_operands
from extractor.validator.evaluate import Undecidable, relate
from extractor.validator.intervals import Bounds
from extractor.validator.numerals import UnreadableNumber
from extractor.validator.operands import Operands, Quantity, UnreadableOperand
from extractor.validator.relations import Relation
from extractor.validator.verdict import judge

_MOST_READINGS = 32


@dataclass(slots=True)
class Assessment:
    """What is known of a claim before it is told. It is never changed.

    ``reason`` is given where it is undetermined; ``readings`` are the quantities that had to be read another way
    than first for the claim to hold.
    """

    claim: Claim
    verdict: Verdict
    relation: Relation | None = None
    computed: Bounds | None = None
    gap: Fraction = Fraction(0)
    raised: bool = False
    reason: str | None = None
    readings: tuple[Quantity, ...] = ()


def assess(claim: Claim, operands: Operands) -> Assessment:
    """Judges a claim by the first reading of its figures, and by their alternative readings if that fails."""
    first = _under(claim, operands, {})
    if first.verdict != "inconsistent":
        return first
    for readings in _alternatives(claim, operands):
        other = _under(claim, operands, readings)
        if other.verdict == "consistent":
            return other
    return first


def _under(claim: Claim, operands: Operands, readings: dict[str, Quantity]) -> Assessment:
    def take(operand: Operand) -> Quantity:
        read = readings.get(operand) if isinstance(operand, str) else None
        return operands(operand) if read is None else read

    relation: Relation | None = None
    try:
        relation = relate(claim, take if readings else operands)
    except UnreadableOperand:
        return Assessment(claim, "undetermined", reason="unreadable_operand")
    except Undecidable as undecidable:
        return Assessment(claim, "undetermined", reason=undecidable.reason)
    computed = relation.computed()
    if computed is None:
        return Assessment(claim, "undetermined", relation, reason="zero_base")
    restated = claim.kind == "equal"
    published = relation.published
    judgement = judge(computed, published if restated else published.opened())
    if judgement.verdict == "inconsistent" and not restated and _left_open(relation):
        return Assessment(claim, "undetermined", relation, computed, reason="too_vague")
    if judgement.verdict == "consistent" and not restated and _vague(relation):
        return Assessment(claim, "undetermined", relation, computed, reason="too_vague")
    return Assessment(
        claim,
        judgement.verdict,
        relation,
        computed,
        judgement.gap,
        judgement.raised,
        readings=tuple(readings.values()),
    )


def _vague(relation: Relation) -> bool:
    return any(slot.quantity.is_vague for i, slot in enumerate(relation.slots) if i != relation.result)


def _left_open(relation: Relation) -> bool:
    """Whether the claim may hold by what a threshold leaves open: "ít nhất 500 hộ, chiếm 55%" of 1.234."""
    thresholds = {
        i: slot.quantity.opened()
        for i, slot in enumerate(relation.slots)
        if i != relation.result and slot.quantity.open_end is not None
    }
    if not thresholds:
        return False
    opened = relation.replaced(thresholds)
    computed = opened.computed()
    return computed is None or computed.meets(relation.published.opened().bounds)


def _alternatives(claim: Claim, operands: Operands) -> Iterator[dict[str, Quantity]]:
    """Other readings of the claim's figures, those that change the fewest figures first."""
    options: dict[str, list[Quantity]] = {}
    for _, operand in claim_operands(claim):
        if not isinstance(operand, str) or operand in options:
            continue
        quantity = operands(operand)
        if quantity.figure is not None and quantity.figure.alternatives and "." not in operand:
            readings = [_read_as(quantity, reading) for reading in quantity.figure.alternatives]
            options[operand] = [reading for reading in readings if reading is not None]
    choices = product(*([(name, None), *((name, reading) for reading in each)] for name, each in options.items()))
    combinations = [
        {name: reading for name, reading in choice if reading is not None} for choice in islice(choices, _MOST_READINGS)
    ]
    yield from sorted(filter(None, combinations), key=len)


def _read_as(quantity: Quantity, reading: Decimal) -> Quantity | None:
    try:
        return quantity.read_as(reading)
    except UnreadableNumber:
        return None
