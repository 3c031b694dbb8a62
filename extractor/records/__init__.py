"""The record contract: frozen pydantic models of everything `soatso` prints.

One :class:`Record` per article. Numbers are exact decimals and are written as plain decimal strings
(never floats, never exponents), with the digits that were printed: ``13,0%`` has the value ``"13.0"``.
Spans are ``[start, end)`` in Unicode code points of the article's text as read.
"""

from extractor.records.claims import (
    Change,
    Claim,
    Difference,
    Equal,
    Literal_,
    Mean,
    Multiple,
    Operand,
    PercentSum,
    Product,
    Share,
    Sum,
    claim_operands,
)
from extractor.records.models import (
    SCHEMA_VERSION,
    ArticleInfo,
    Check,
    Coverage,
    Derived,
    Diagnosis,
    Document,
    Figure,
    Finding,
    FindingKind,
    Message,
    Place,
    Problem,
    Record,
    Unchecked,
)
from extractor.records.types import ClaimKind, Exact, FigureKind, Interval, Modifier, Span, Verdict

__all__ = [
    "SCHEMA_VERSION",
    "ArticleInfo",
    "Change",
    "Check",
    "Claim",
    "ClaimKind",
    "Coverage",
    "Derived",
    "Diagnosis",
    "Difference",
    "Document",
    "Equal",
    "Exact",
    "Figure",
    "FigureKind",
    "Finding",
    "FindingKind",
    "Interval",
    "Literal_",
    "Mean",
    "Message",
    "Modifier",
    "Multiple",
    "Operand",
    "PercentSum",
    "Place",
    "Problem",
    "Product",
    "Record",
    "Share",
    "Span",
    "Sum",
    "Unchecked",
    "Verdict",
    "claim_operands",
]
