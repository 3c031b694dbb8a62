"""What an article is found to say, in a form that tables can hold."""

from __future__ import annotations

from extractor import extract
from extractor.article import View
from extractor.claims.reading import Reading
from extractor.patterns.figures import find_figures
from extractor.records import Literal_, Record, claim_operands


def told(record: Record) -> list[tuple[str, str]]:
    """Each claim of a record as ``(rule, "stated share consistent: 443 | 448 | 98,88%")``.

    A figure is told as it is published, a side of a ratio by its number, a literal as "=12".
    """
    figures = {figure.id: figure for figure in record.figures}
    verdicts = {check.claim: check.verdict for check in record.checks}
    found = []
    for claim in record.claims:
        names = []
        for _, operand in claim_operands(claim):
            if isinstance(operand, Literal_):
                names.append(f"={operand.value}")
                continue
            ref, _, side = operand.partition(".")
            names.append(str(getattr(figures[ref], side)) if side else figures[ref].text)
        found.append((claim.rule, f"{claim.basis} {claim.kind} {verdicts[claim.id]}: {' | '.join(names)}"))
    return found


def claims_of(text: str, *, equal: bool = False) -> list[str]:
    """The claims of a text without their rules; restated quantities are told only on request."""
    return [line for _, line in told(extract(text)) if equal or " equal " not in line]


def rules_of(text: str) -> set[str]:
    """The rules that proposed the claims of a text."""
    return {rule for rule, _ in told(extract(text))}


def reading_of(text: str) -> Reading:
    """The figures of a text as the grammars see them."""
    view = View(text)
    return Reading(view, find_figures(view, []))
