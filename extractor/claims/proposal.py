"""A claim before it gets its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from extractor.claims.reading import Operand
from extractor.records import ClaimKind

Basis = Literal["stated", "inferred"]
Operands = dict[str, Operand | Decimal | tuple[Operand | Decimal, ...]]


@dataclass(slots=True)
class Proposal:
    """What a grammar proposes.

    Attributes:
        kind: the claim kind.
        operands: by field name; a tuple for ``parts`` and ``factors``; a Decimal is a literal.
        basis: stated or inferred.
        rule: the grammar rule.
        extra: other fields of the claim (``direction``).
        candidates: of an inferred proposal, how many sets of operands were tried before this one fitted.
        chance: of an inferred proposal, how likely one of so many unrelated candidates would fit as well.
    """

    kind: ClaimKind
    operands: Operands
    basis: Basis
    rule: str
    extra: dict[str, Any] = field(default_factory=dict)
    candidates: int | None = None
    chance: Decimal | None = None

    def flat(self) -> list[Operand]:
        """The operands that are figures, in field order."""
        found: list[Operand] = []
        for operand in self.operands.values():
            if isinstance(operand, Operand):
                found.append(operand)
            elif isinstance(operand, tuple):
                found += [item for item in operand if isinstance(item, Operand)]
        return found

    @property
    def as_sum(self) -> tuple[Operand, tuple[Operand, ...]] | None:
        """Of a sum all of whose parts are figures, the total and the parts."""
        total, parts = self.operands.get("total"), self.operands.get("parts")
        if self.kind != "sum" or not isinstance(total, Operand) or not isinstance(parts, tuple):
            return None
        told = tuple([part for part in parts if isinstance(part, Operand)])
        return (total, told) if len(told) == len(parts) else None

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for proposals of one claim."""
        refs = tuple(
            tuple(sorted(_ref(x) for x in o)) if isinstance(o, tuple) else _ref(o) for o in self.operands.values()
        )
        return (self.kind, refs)


def stated(kind: ClaimKind, operands: Operands, rule: str, **extra: Any) -> Proposal:
    """A claim that the syntax states, whether its arithmetic holds or not."""
    return Proposal(kind, operands, "stated", rule, extra)


def inferred(
    kind: ClaimKind, operands: Operands, rule: str, *, candidates: int, chance: Decimal, **extra: Any
) -> Proposal:
    """A claim of weaker syntax, which its arithmetic supports.

    Args:
        kind: the claim kind.
        operands: by field name.
        rule: the grammar rule.
        candidates: how many sets of operands were tried, this one included.
        chance: how likely one of them would fit so well if they had nothing to do with each other.
        extra: other fields of the claim.
    """
    return Proposal(kind, operands, "inferred", rule, extra, candidates, min(Decimal(1), chance))


def _ref(operand: Operand | Decimal) -> str:
    return operand.ref if isinstance(operand, Operand) else str(operand)
