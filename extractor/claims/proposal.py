"""A claim before it gets its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from extractor.claims.reading import Operand
from extractor.records import ClaimKind

Basis = Literal["stated", "inferred"]


@dataclass(slots=True)
class Proposal:
    """What a grammar proposes.

    Attributes:
        kind: the claim kind.
        operands: by field name; a tuple for ``parts`` and ``factors``; a Decimal is a literal.
        basis: stated or inferred.
        rule: the grammar rule.
        extra: other fields of the claim (``direction``).
    """

    kind: ClaimKind
    operands: dict[str, Operand | Decimal | tuple[Operand | Decimal, ...]]
    basis: Basis
    rule: str
    extra: dict[str, Any] = field(default_factory=dict)

    def flat(self) -> list[Operand]:
        """The operands that are figures, in field order."""
        found: list[Operand] = []
        for operand in self.operands.values():
            for item in operand if isinstance(operand, tuple) else (operand,):
                if isinstance(item, Operand):
                    found.append(item)
        return found

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for proposals of one claim."""
        refs = tuple(
            tuple(sorted(_ref(x) for x in o)) if isinstance(o, tuple) else _ref(o) for o in self.operands.values()
        )
        return (self.kind, refs)


def _ref(operand: Operand | Decimal) -> str:
    return operand.ref if isinstance(operand, Operand) else str(operand)
