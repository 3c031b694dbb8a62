"""From an article to its record: the whole line, as one pure function."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.article import Article, View
from extractor.article.model import digest_of
from extractor.claims import find_claims
from extractor.claims.reading import Reading
from extractor.claims.remainders import find_remainders
from extractor.claims.rises import find_rises
from extractor.claims.unlinked import find_unlinked
from extractor.patterns.documents import find_documents
from extractor.patterns.figures import Oddity, find_figures, find_oddities
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.scope import add_scope
from extractor.patterns.trace import Trace
from extractor.records import (
    ArticleInfo,
    Check,
    Claim,
    Document,
    Figure,
    Finding,
    Message,
    Problem,
    Record,
    claim_figures,
)
from extractor.registry import Register, builtin_register
from extractor.validator.alarms import alarm_findings
from extractor.validator.check import assess_claims, check_of
from extractor.validator.coverage import coverage, linked_figures
from extractor.validator.derived import derive, implied
from extractor.validator.diagnosis import Evidence
from extractor.validator.documents import check_documents
from extractor.validator.feasibility import Case, check_feasibility
from extractor.validator.levels_before import levels_before
from extractor.validator.operands import Operands

Registry = Register | Literal["builtin"] | None
"""What documents are held against: a register, the one of the package, or nothing but the article."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim, its check and the figures it is made between.

    Attributes:
        claim: what the article claims.
        check: how its arithmetic came out; ``check.message`` says it in a sentence.
        figures: the figures of the claim as published, in the order of its operands, each once.
    """

    claim: Claim
    check: Check
    figures: tuple[Figure, ...]

    @property
    def alarm(self) -> bool:
        """Whether this is one to look at: the article states the claim, and it does not hold."""
        return self.check.verdict == "inconsistent" and self.claim.basis == "stated"


def extract(source: Article | str, *, registry: Registry = "builtin") -> Record:
    """Everything found in an article: documents, figures, claims and the checks of the claims.

    A pure function of the text: no network, no state, the same record every time.

    Args:
        source: an article, or just its text.
        registry: what to hold its documents against (:func:`extractor.registry.read_register` reads one).

    >>> record = extract("Thực hiện Quyết định số 245/QĐ-UBND ngày 16/2/2016, xã đã giúp 12 hộ thoát nghèo.")
    >>> record.documents[0].number, record.documents[0].date
    ('245/QĐ-UBND', '2016-02-16')
    >>> record.figures[0].text, str(record.figures[0].value), record.figures[0].unit
    ('12 hộ', '12', 'hộ')
    """
    return build_record(source if isinstance(source, Article) else article_of(source), registry=registry)


def check(source: Article | str) -> tuple[CheckedClaim, ...]:
    """The verdicts alone: each claim of an article with its check and its figures, in text order.

    Args:
        source: an article, or just its text.

    >>> for finding in check("Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%."):
    ...     print(finding.check.verdict, [figure.text for figure in finding.figures], finding.alarm)
    inconsistent ['443/448 đại biểu', '91,53%'] True
    """
    return checked_claims(extract(source))


def article_of(text: str) -> Article:
    """An article of a bare text, named after the text, as readers name what has no name.

    >>> article_of("Tỉnh có 12 xã.").id
    '371fd38064f51ea8'
    """
    return Article(id=digest_of(text)[:16], text=text)


def checked_claims(record: Record) -> tuple[CheckedClaim, ...]:
    """The checks of a record joined with their claims and figures, in the order in which the claims end."""
    claims = {claim.id: claim for claim in record.claims}
    figures = {figure.id: figure for figure in record.figures}
    joined = []
    for verdict in record.checks:
        claim = claims[verdict.claim]
        joined.append(CheckedClaim(claim, verdict, tuple(figures[name] for name in claim_figures(claim))))
    return tuple(sorted(joined, key=lambda finding: finding.claim.span[::-1]))


def build_record(
    article: Article,
    problems: tuple[Problem, ...] = (),
    trace: Trace | None = None,
    registry: Registry = "builtin",
) -> Record:
    """The record of an article.

    Args:
        article: what was read.
        problems: what its reader has to say of it.
        trace: where to note what the patterns found and what they set aside.
        registry: what to hold its documents against.
    """
    register = builtin_register() if registry == "builtin" else registry
    view = View(article.text)
    found_documents = find_documents(view)
    found_figures = find_figures(view, found_documents, trace)
    add_scope(view, found_figures, found_documents, article.published, article.title)
    if trace is not None:
        trace.documents, trace.figures = found_documents, found_figures
    figures = tuple(_figure(found, i, view) for i, found in enumerate(found_figures))
    reading = Reading(view, found_figures)
    by_id = {figure.id: figure for figure in figures}
    claims, checks = _confirmed(find_claims(view, found_figures, found_documents, reading), by_id)
    linked = linked_figures(claims)
    unlinked = find_unlinked(reading, linked)
    operands = Operands(by_id)
    missing = implied(unlinked, operands)
    rises = levels_before(find_rises(reading), operands)
    oddities = find_oddities(view, found_figures, found_documents)
    oversized = {odd.start for odd in oddities if odd.code == "impossible_percentage"}
    alarms = alarm_findings(view.source, claims, checks)
    alarmed = {name for alarm in alarms for name in alarm.figures}
    findings = (
        *check_documents(view, found_documents, article.published, register),
        *alarms,
        *check_feasibility(Case(view.source, reading, figures, missing, rises, oversized), alarmed),
    )
    return Record(
        article=article_info(article),
        documents=tuple(_document(found, i, view) for i, found in enumerate(found_documents)),
        figures=figures,
        claims=claims,
        checks=checks,
        derived=derive(missing, by_id, rises, list(find_remainders(reading, claims))),
        findings=_numbered(findings),
        coverage=coverage(figures, claims, checks, unlinked, {each.rise.rate.ref for each in rises}),
        problems=(*problems, *_problems(oddities, view)),
    )


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of all finders in text order, with their ids."""
    ordered = sorted(findings, key=lambda finding: finding.span)
    return tuple(finding.model_copy(update={"id": f"n{i + 1}"}) for i, finding in enumerate(ordered))


_EXTRACTION_FAILED = Message(
    vi="Lỗi của chương trình khi xử lý bài này ({error}); bản ghi để trống, xin báo lỗi kèm theo bài.",
    en="The program failed on this article ({error}); its record is left empty, please report it with the article.",
)


def record_or_failure(
    article: Article,
    problems: tuple[Problem, ...] = (),
    trace: Trace | None = None,
    registry: Registry = "builtin",
) -> Record:
    """The record of an article; where the program itself fails on it, an empty one that says so.

    Takes what :func:`build_record` takes. With ``SOATSO_DEBUG`` set in the environment the error is raised.
    """
    try:
        return build_record(article, problems, trace, registry)
    except Exception as error:
        if os.environ.get("SOATSO_DEBUG"):
            raise
        if trace is not None:
            trace.clear()
        name = f"{type(error).__name__}: {error}"[:200]
        failed = Problem(
            code="extraction_failed",
            message=Message(vi=_EXTRACTION_FAILED.vi.format(error=name), en=_EXTRACTION_FAILED.en.format(error=name)),
        )
        return Record(article=article_info(article), problems=(*problems, failed))


_UNREADABLE = Message(
    vi="số “{}” không đọc được: dấu chấm, dấu phẩy đặt sai chỗ; hãy đối chiếu với nguồn",
    en='the number "{}" cannot be read: its full stops and commas stand in the wrong places; check the source',
)


def _problems(oddities: Iterable[Oddity], view: View) -> Iterator[Problem]:
    for odd in oddities:
        if odd.code == "unreadable_number":
            start, end = view.to_source(odd.start, odd.end)
            text = view.source[start:end]
            message = Message(vi=_UNREADABLE.vi.format(text), en=_UNREADABLE.en.format(text))
            yield Problem(code=odd.code, span=(start, end), text=text, message=message)


def _confirmed(proposed: list[Claim], figures: Mapping[str, Figure]) -> tuple[tuple[Claim, ...], tuple[Check, ...]]:
    """The claims with their checks; an inferred claim is kept only where the arithmetic bears it out."""
    claims: list[Claim] = []
    checks: list[Check] = []
    assessments = assess_claims(proposed, figures)
    evidence = Evidence(figures, assessments)
    for claim, assessment in zip(proposed, assessments, strict=True):
        if claim.basis == "inferred" and assessment.verdict not in ("consistent", "truncated"):
            continue
        name = f"c{len(claims) + 1}"
        if claim.id != name:
            claim = type(claim).of_valid({**claim.__dict__, "id": name})
        claims.append(claim)
        checks.append(check_of(assessment, evidence, name))
    return tuple(claims), tuple(checks)


def article_info(article: Article) -> ArticleInfo:
    """What a record says of its article."""
    return ArticleInfo.of_valid(
        {
            "id": article.id,
            "source": article.source,
            "url": article.url,
            "title": article.title,
            "published": article.published,
            "sha256": article.sha256,
            "length": len(article.text),
            "extra": dict(article.extra),
        }
    )


def _document(found: FoundDocument, index: int, view: View) -> Document:
    start, end = view.to_source(found.start, found.end)
    return Document.of_valid(
        {
            "id": f"d{index + 1}",
            "span": (start, end),
            "text": view.source[start:end],
            "type": found.type,
            "number": found.number,
            "year": found.year,
            "symbol": found.symbol,
            "date": found.date,
            "issuer": found.issuer,
            "same_as": None if found.same_as is None else f"d{found.same_as + 1}",
            "normative": found.normative,
            "symbol_type": found.symbol_type,
            "pinpoint": None if found.pinpoint is None else view.published(*found.pinpoint),
            "pinpoint_span": None if found.pinpoint is None else view.to_source(*found.pinpoint),
            "canonical": found.canonical,
            "rule": found.rule,
        }
    )


def _figure(found: FoundFigure, index: int, view: View) -> Figure:
    start, end = view.to_source(found.start, found.end)
    return Figure.of_valid(
        {
            "id": f"f{index + 1}",
            "span": (start, end),
            "text": view.source[start:end],
            "kind": found.kind,
            "value": found.value,
            "low": found.low,
            "high": found.high,
            "numerator": found.numerator,
            "denominator": found.denominator,
            "unit": found.unit,
            "concept": found.concept,
            "modifier": found.modifier,
            "ulp": found.ulp,
            "interval": found.interval,
            "alternatives": found.alternatives,
            "base": found.base,
            "period": found.period,
            "place": found.place,
            "rule": found.rule,
        }
    )
