"""Checks all claims of an article: verdicts first, then a diagnosis of those that fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from extractor.records import Check, Claim, Diagnosis, Figure, Interval
from extractor.validator.assess import Assessment, assess
from extractor.validator.diagnosis import Evidence, diagnose, only_the_base_differs
from extractor.validator.intervals import Bounds
from extractor.validator.messages import explain
from extractor.validator.numerals import decimal, decimals_of
from extractor.validator.operands import Operands, Quantity

_MORE_DIGITS = 2


def check_claims(claims: Sequence[Claim], figures: Mapping[str, Figure]) -> tuple[Check, ...]:
    """One check per claim, in their order.

    Args:
        claims: the claims of one article.
        figures: all figures of that article by id; those no claim uses help to explain what fails.

    A claim that can't be evaluated is ``undetermined`` with a ``reason`` (``unreadable_operand``, ``zero_base``,
    ``negative_base``, ``no_operands``, ``too_vague``); nothing is raised for it.
    """
    assessments = assess_claims(claims, figures)
    evidence = Evidence(figures, assessments)
    return tuple(check_of(assessment, evidence, assessment.claim.id) for assessment in assessments)


def assess_claims(claims: Sequence[Claim], figures: Mapping[str, Figure]) -> list[Assessment]:
    """The verdicts alone, one for each claim, in their order; see :func:`check_claims`."""
    operands = Operands(figures)
    return [assess(claim, operands) for claim in claims]


def check_of(assessment: Assessment, evidence: Evidence, name: str) -> Check:
    """The check of a claim that has been assessed: the verdict told and, where the claim fails, diagnosed.

    Args:
        assessment: of the claim.
        evidence: the other figures and claims of its article.
        name: the id by which the check names the claim.
    """
    relation, computed = assessment.relation, assessment.computed
    published = relation.published if relation else None
    diagnoses: tuple[Diagnosis, ...] = ()
    severity: Literal["low", "high"] | None = None
    if assessment.verdict == "inconsistent":
        diagnoses = diagnose(assessment, evidence)
        severity = "low" if assessment.gap <= 1 or only_the_base_differs(diagnoses) else "high"
    printed = _outward(published.bounds, published) if published else None
    if computed is None or published is None:
        given = None
    else:
        given = printed if computed is published.bounds else _outward(computed, published)
    return Check.of_valid(
        {
            "claim": name,
            "verdict": assessment.verdict,
            "computed": given,
            "published": printed,
            "gap": None if assessment.verdict == "undetermined" else _gap(assessment.gap),
            "severity": severity,
            "reason": assessment.reason,
            "diagnosis": diagnoses,
            "message": explain(assessment, [each.message for each in diagnoses]),
        }
    )


def _outward(bounds: Bounds, published: Quantity) -> Interval:
    """The interval as decimals, two digits finer than the result is printed and rounded so that it loses nothing."""
    digits = decimals_of(published.step) + _MORE_DIGITS
    return decimal(bounds.low, digits), decimal(bounds.high, digits, up=True)


def _gap(gap: Fraction) -> Decimal:
    """The gap with two decimals, rounded up so that only a true 0 prints as 0."""
    return decimal(gap, 2, up=True)
