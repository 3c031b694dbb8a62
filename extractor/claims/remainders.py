"""Averages of what a plan still lacks: of 2.710, 649 are done, "bình quân mỗi năm sẽ tinh giản 687 trường hợp"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled
from extractor.records import Claim, Literal_, Share

_EACH_TIME = compiled(r"(?<!\p{L})(?:mỗi|hằng|hàng|một) (?P<time>năm|quý|tháng|tuần|ngày)(?!\p{L})")
_COUNTABLE = ("count", "money", "measure")
_REACH = 6


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole, and a figure for each period of time that may be meant to use it up.

    Attributes:
        whole: the plan.
        part: what of it is done.
        mean: what is to be done in each period.
        period: "năm", "tháng".
    """

    whole: Operand
    part: Operand
    mean: Operand
    period: str


def find_remainders(reading: Reading, claims: Iterable[Claim]) -> Iterator[Remainder]:
    """The averages that follow a share of a plan, with each such share; whether one fits, arithmetic tells.

    Args:
        reading: the article's figures.
        claims: its claims; of them the shares that it states.
    """
    operands = {operand.ref: operand for operand in reading.operands}
    shares = [
        (operands[claim.part], operands[claim.whole])
        for claim in claims
        if isinstance(claim, Share) and claim.basis == "stated"
        if not isinstance(claim.part, Literal_) and not isinstance(claim.whole, Literal_)
    ]
    if not shares:
        return
    for index, sides in enumerate(reading.sides):
        if len(sides) != 1 or sides[0].kind not in _COUNTABLE or sides[0].value is None:
            continue
        each = _EACH_TIME.search(reading.cue(index))
        if each is None:
            continue
        for part, whole in dict.fromkeys(shares):
            if 0 < index - max(part.index, whole.index) <= _REACH and _alike(part, whole, sides[0]):
                yield Remainder(whole, part, sides[0], each["time"])


def _alike(part: Operand, whole: Operand, mean: Operand) -> bool:
    units = {operand.unit for operand in (part, whole, mean) if operand.unit}
    return part.kind == whole.kind == mean.kind and len(units) <= 1 and bool(mean.unit)
