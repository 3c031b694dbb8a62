"""What no count can give: figures that cannot all be right, whatever the missing ones are.

A percentage that no whole number of people gives (GRIM: Brown & Heathers 2017), a part of more than its whole, shares
of exclusive classes that come to more than 100%, a number of people that is not whole, a rise whose amount, rate and
new level leave no level before it. Each needs words that leave no other way to read it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from extractor.records import Finding
from extractor.validator.feasibility.case import Case
from extractor.validator.feasibility.counts import fractional_counts
from extractor.validator.feasibility.percentages import infeasible_percentages
from extractor.validator.feasibility.rises import inconsistent_rises
from extractor.validator.feasibility.shares import excessive_shares
from extractor.validator.feasibility.wholes import excessive_parts, oversized_shares

__all__ = ["Case", "check_feasibility"]


def check_feasibility(case: Case, alarmed: AbstractSet[str]) -> list[Finding]:
    """Findings without ids, at most one for the same figures.

    Args:
        case: the article under proof.
        alarmed: ids of the figures of claims that are alarms already; nothing more is said of them.
    """
    found = (
        *infeasible_percentages(case),
        *oversized_shares(case),
        *excessive_parts(case),
        *excessive_shares(case),
        *fractional_counts(case),
        *inconsistent_rises(case),
    )
    once: dict[tuple[str, ...], Finding] = {}
    for finding in found:
        if alarmed.isdisjoint(finding.figures):
            once.setdefault(finding.figures, finding)
    return list(once.values())
