"""What would make a failed claim hold: one module per kind of slip, ranked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.records import Diagnosis, Difference
from extractor.validator.assess import Assessment
from extractor.validator.diagnosis import (
    digits,
    increase_vs_multiple,
    magnitude,
    other_base,
    percent_vs_points,
    separator,
    swapped,
)
from extractor.validator.diagnosis.case import Case, Suggestion
from extractor.validator.diagnosis.evidence import Evidence
from extractor.validator.numerals import exact_decimal

_MOST = 6

_SLIPS: tuple[Callable[[Case], Iterable[Suggestion]], ...] = (
    other_base.suggest,
    digits.suggest,
    separator.suggest,
    magnitude.suggest,
    increase_vs_multiple.suggest,
    percent_vs_points.suggest,
    swapped.suggest,
)


def diagnose(assessment: Assessment, evidence: Evidence) -> tuple[Diagnosis, ...]:
    """The likeliest slips that would explain an inconsistent claim, the best first, at most six."""
    if assessment.relation is None or assessment.computed is None:
        return ()
    cases = [
        Case(assessment.claim, assessment.relation, assessment.computed, evidence),
        *_mirrored(assessment, evidence),
    ]
    suggestions = sorted(
        (found for case in cases for slip in _SLIPS for found in slip(case)), key=lambda found: found.order
    )
    diagnoses: list[Diagnosis] = []
    told: set[tuple[object, ...]] = set()
    for found in suggestions:
        quantity = found.quantity
        same = (quantity.ref, found.values[0][0]) if found.values else (found.kind, found.message.vi)
        if same in told and found.kind != "digit":
            continue
        told.add(same)
        diagnoses.append(
            Diagnosis(
                kind=found.kind,
                operand=quantity.ref,
                other=found.other,
                printed=None if quantity.is_range else format(exact_decimal(quantity.value, quantity.step), "f"),
                values=tuple(exact_decimal(value, step) for value, step in found.values),
                message=found.message,
            )
        )
    return tuple(diagnoses[:_MOST])


def _mirrored(assessment: Assessment, evidence: Evidence) -> Iterator[Case]:
    """A difference the other way round: in "từ 24 tháng xuống 98 tháng" a slip made the smaller the larger."""
    relation = assessment.relation
    if relation is None or not isinstance(assessment.claim, Difference):
        return
    larger, smaller, difference = relation.slots
    slots = (replace(smaller, power=1), replace(larger, power=-1), difference)
    turned = replace(relation, slots=slots)
    computed = turned.computed()
    if computed is not None:
        yield Case(assessment.claim, turned, computed, evidence)


def only_the_base_differs(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether nothing but another base explains the claim; a digit slip that gives the same base is no other cause."""
    if not diagnoses or diagnoses[0].kind != "other_base":
        return False
    base = diagnoses[0]
    return all(
        each.kind == "other_base" or (each.operand == base.operand and set(each.values) <= set(base.values))
        for each in diagnoses
    )


__all__ = ["Evidence", "diagnose", "only_the_base_differs"]
