"""A record as the rows of the store's tables, made where it was extracted, so that who writes has little to do.

What is packed is plain tuples in the order of the tables' columns; it is quick to send from one process to another.
"""

from __future__ import annotations

import json
import zlib
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic_core import to_json

from extractor.article import Article
from extractor.readers import PROBLEM_CODES
from extractor.records import (
    Check,
    Claim,
    Derived,
    Document,
    Figure,
    Finding,
    Literal_,
    Problem,
    Record,
    claim_operands,
)
from extractor.records.types import Interval, plain
from extractor.store.folding import fold
from extractor.store.keys import finding_keys

Row = tuple[Any, ...]
_LIST_OPERANDS = frozenset({"parts", "factors"})


class Packed(NamedTuple):
    """One article with its record, ready to be written.

    Attributes:
        article: values of the columns of ``articles`` in :data:`ARTICLE_COLUMNS`.
        record: the record's JSON, compressed.
        read_problems: how many of the record's problems are of the reading.
        sketch: the bands by which copies of it are found; None until they are worked out.
    """

    article: Row
    record: bytes
    read_problems: int
    documents: list[Row]
    figures: list[Row]
    claims: list[Row]
    checks: list[Row]
    findings: list[Row]
    derived: list[Row]
    problems: list[Row]
    sketch: tuple[int, ...] | None = None


ARTICLE_COLUMNS = (
    "name", "source", "url", "title", "published", "sha256", "length", "text", "extra",
    "documents", "figures", "claims", "alarms", "findings", "problems", "percentages", "checked", "unchecked",
)  # fmt: skip
"""What of ``articles`` comes with an article; the rest its place in the store gives."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": (
        "ref", "start", "end", "text", "type", "number", "year", "symbol", "date", "issuer", "same_as", "normative",
        "symbol_type", "pinpoint", "pinpoint_start", "pinpoint_end", "canonical", "rule", "number_key",
    ),
    "figures": (
        "ref", "start", "end", "text", "kind", "value", "low", "high", "numerator", "denominator", "unit", "concept",
        "modifier", "ulp", "interval_low", "interval_high", "alternatives", "base", "period", "place",
        "place_successor", "rule", "topic",
    ),
    "claims": ("ref", "kind", "basis", "start", "end", "operands", "rule", "candidates", "chance"),
    "checks": (
        "claim", "verdict", "computed_low", "computed_high", "published_low", "published_high", "gap", "severity",
        "reason", "diagnosis", "message_vi", "message_en",
    ),
    "findings": (
        "ref", "kind", "severity", "start", "end", "text", "claim", "figures", "documents", "expected",
        "message_vi", "message_en", "key",
    ),
    "derived": (
        "ref", "role", "figures", "unit", "low", "high", "least_integer", "greatest_integer",
        "message_vi", "message_en",
    ),
    "problems": ("code", "start", "end", "text", "message_vi", "message_en"),
}  # fmt: skip
"""The columns of each table of an article's parts that a packed row fills."""


def pack(article: Article, record: Record) -> Packed:
    """The rows of an article and its record.

    Args:
        article: the article, for its text.
        record: its record.
    """
    info = record.article
    coverage = record.coverage
    keys = finding_keys(info.sha256, record.findings)
    return Packed(
        article=(
            info.id,
            info.source,
            info.url,
            info.title,
            info.published,
            info.sha256,
            info.length,
            article.text,
            _extra(info.extra),
            len(record.documents),
            len(record.figures),
            len(record.claims),
            len(record.alarms),
            len(record.findings),
            len(record.problems),
            coverage.percentages,
            coverage.checked,
            _json(coverage.unchecked),
        ),
        record=zlib.compress(record.to_json().encode(), 3),
        read_problems=sum(problem.code in PROBLEM_CODES for problem in record.problems),
        documents=[_document(each) for each in record.documents],
        figures=[_figure(each) for each in record.figures],
        claims=[_claim(each) for each in record.claims],
        checks=[_check(each) for each in record.checks],
        findings=[_finding(each, key) for each, key in zip(record.findings, keys, strict=True)],
        derived=[_derived(each) for each in record.derived],
        problems=[_problem(each) for each in record.problems],
    )


def unpacked_record(data: bytes) -> str:
    """The record's JSON, as ``soatso extract`` writes it."""
    return zlib.decompress(data).decode()


def _json(value: object) -> str:
    return to_json(value).decode() if value else "[]"


def _extra(extra: dict[str, Any]) -> str:
    return json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else "{}"


def _exact(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _ends(interval: Interval | None) -> tuple[str | None, str | None]:
    return (None, None) if interval is None else (plain(interval[0]), plain(interval[1]))


def _document(found: Document) -> Row:
    return (
        found.id,
        *found.span,
        found.text,
        found.type,
        found.number,
        found.year,
        found.symbol,
        found.date,
        found.issuer,
        found.same_as,
        found.normative,
        found.symbol_type,
        found.pinpoint,
        *(found.pinpoint_span or (None, None)),
        found.canonical,
        found.rule,
        None if found.number is None else number_key(found.number),
    )


def number_key(number: str) -> str:
    """A document's number as it is looked up, however it is written.

    >>> number_key("05/QĐ-UBND"), number_key("39 - NQ/TW")
    ('5 qd ubnd', '39 nq tw')
    """
    return fold(number).lstrip("0 ")


def _figure(found: Figure) -> Row:
    # There are many; a look into the model's own dictionary is quicker than one for an attribute.
    said = found.__dict__
    place = said["place"]
    return (
        said["id"],
        *said["span"],
        said["text"],
        said["kind"],
        _exact(said["value"]),
        _exact(said["low"]),
        _exact(said["high"]),
        _exact(said["numerator"]),
        _exact(said["denominator"]),
        said["unit"],
        said["concept"],
        said["modifier"],
        _exact(said["ulp"]),
        *_ends(said["interval"]),
        _json([plain(each) for each in said["alternatives"]]) if said["alternatives"] else None,
        said["base"],
        said["period"],
        None if place is None else place.name,
        None if place is None else place.successor,
        said["rule"],
        topic(found),
    )


def topic(figure: Figure) -> str | None:
    """What a figure is said of, so fully that two articles must agree on its value; None where they need not.

    That is what is counted, its unit, the province and the period. A figure without one of them may be of another
    district or another year, and one with a base compares.
    """
    if figure.value is None or figure.kind == "duration":
        return None
    if figure.concept is None or figure.place is None or figure.period is None or figure.base is not None:
        return None
    parts = (figure.kind, fold(figure.unit or ""), fold(figure.concept), fold(figure.place.name), figure.period)
    return "|".join(parts)


def _claim(claim: Claim) -> Row:
    operands: dict[str, Any] = {}
    for name, operand in claim_operands(claim):
        value = {"value": plain(operand.value)} if isinstance(operand, Literal_) else operand
        if name in _LIST_OPERANDS:
            operands.setdefault(name, []).append(value)
        else:
            operands[name] = value
    return (
        claim.id,
        claim.kind,
        claim.basis,
        *claim.span,
        _json(operands),
        claim.rule,
        claim.candidates,
        _exact(claim.chance),
    )


def _check(check: Check) -> Row:
    return (
        check.claim,
        check.verdict,
        *_ends(check.computed),
        *_ends(check.published),
        _exact(check.gap),
        check.severity,
        check.reason,
        _json(check.diagnosis),
        check.message.vi,
        check.message.en,
    )


def _finding(finding: Finding, key: str) -> Row:
    return (
        finding.id,
        finding.kind,
        finding.severity,
        *finding.span,
        finding.text,
        finding.claim,
        _json(finding.figures),
        _json(finding.documents),
        _json(finding.expected),
        finding.message.vi,
        finding.message.en,
        key,
    )


def _derived(derived: Derived) -> Row:
    return (
        derived.id,
        derived.role,
        _json(derived.figures),
        derived.unit,
        *_ends(derived.interval),
        *_ends(derived.integers),
        derived.message.vi,
        derived.message.en,
    )


def _problem(problem: Problem) -> Row:
    return (
        problem.code,
        *(problem.span or (None, None)),
        problem.text,
        problem.message.vi,
        problem.message.en,
    )
