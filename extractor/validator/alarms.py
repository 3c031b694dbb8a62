"""Alarms as findings: stated claims that do not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.records import Check, Claim, Finding, claim_figures

_MOST_EXPECTED = 5


def alarm_findings(source: str, claims: Sequence[Claim], checks: Sequence[Check]) -> list[Finding]:
    """A finding for each stated claim that is inconsistent, without an id, in the order of the claims.

    What may have been meant are the values of its diagnoses, those of the likeliest first, as plain decimals.

    Args:
        source: the article's text.
        claims: its claims, with spans in that text.
        checks: theirs.
    """
    by_claim: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    return [
        _finding(source, claim, check)
        for check in checks
        if check.verdict == "inconsistent" and (claim := by_claim[check.claim]).basis == "stated"
    ]


def _finding(source: str, claim: Claim, check: Check) -> Finding:
    values = dict.fromkeys(format(value, "f") for each in check.diagnosis for value in each.values)
    return Finding(
        id="",
        kind="inconsistent_claim",
        severity=check.severity or "high",
        span=claim.span,
        text=source[slice(*claim.span)],
        claim=claim.id,
        figures=claim_figures(claim),
        expected=tuple(values)[:_MOST_EXPECTED],
        message=check.message,
    )
