"""What holds of every record, whatever the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import regex
from lxml import etree, html

from extractor import Record, extract
from extractor.records import Document, Figure, Finding, Literal_, claim_operands

_DIGITS = regex.compile(r"\p{Nd}")


def check_record(text: str, record: Record) -> None:
    """Raises AssertionError where a record breaks its contract."""
    assert Record.model_validate_json(record.to_json()) == record, "JSON does not round-trip"
    assert record.article.length == len(text)
    items: tuple[Figure | Document | Finding, ...] = (*record.figures, *record.documents, *record.findings)
    for item in items:
        start, end = item.span
        assert 0 <= start < end <= len(text), f"{item.id}: span {item.span}"
        assert text[start:end] == item.text, f"{item.id}: {text[start:end]!r} is not {item.text!r}"
    for before, after in zip(record.figures, record.figures[1:], strict=False):
        assert before.span[1] <= after.span[0], f"{before.id} and {after.id} overlap"
    known = {figure.id: figure for figure in record.figures}
    for figure in record.figures:
        check_figure(figure)
    for claim in record.claims:
        assert claim.span[0] < claim.span[1] <= len(text)
        for _, operand in claim_operands(claim):
            if not isinstance(operand, Literal_):
                name, _, side = operand.partition(".")
                assert bool(side) == (known[name].numerator is not None), f"{claim.id}: {operand}"
    assert [check.claim for check in record.checks] == [claim.id for claim in record.claims]
    for check in record.checks:
        assert check.message.vi
        assert check.message.en
        if check.computed:
            assert check.computed[0] <= check.computed[1]
    check_conclusions(record)


def check_conclusions(record: Record) -> None:
    """Raises AssertionError where findings, derived quantities or coverage name what is not there."""
    figures = {figure.id: figure for figure in record.figures}
    documents, claims = {each.id for each in record.documents}, {each.id for each in record.claims}
    assert [finding.id for finding in record.findings] == [f"n{i + 1}" for i in range(len(record.findings))]
    for finding in record.findings:
        assert figures.keys() >= set(finding.figures), f"{finding.id}: {finding.figures}"
        assert documents >= set(finding.documents), f"{finding.id}: {finding.documents}"
        assert finding.claim is None or finding.claim in claims
        # A date that does not exist may stand anywhere after the word "ngày".
        assert finding.figures or finding.documents or finding.kind == "impossible_date"
        assert finding.message.vi
        assert finding.message.en
    alarms = [finding.claim for finding in record.findings if finding.kind == "inconsistent_claim"]
    assert sorted(filter(None, alarms)) == sorted(check.claim for check in record.alarms)
    for derived in record.derived:
        assert figures.keys() >= set(derived.figures), f"{derived.id}: {derived.figures}"
        assert 0 < derived.interval[0] <= derived.interval[1], f"{derived.id}: {derived.interval}"
        assert derived.integers is None or 0 < derived.integers[0] <= derived.integers[1]
    coverage = record.coverage
    percentages = [figure.id for figure in record.figures if figure.kind == "percent"]
    assert coverage.percentages == len(percentages) == coverage.checked + len(coverage.unchecked)
    assert set(percentages) >= {each.figure for each in coverage.unchecked}


def check_figure(figure: Figure) -> None:
    """Raises AssertionError where a figure's numbers are not those that are printed."""
    amounts = [getattr(figure, name) for name in ("value", "low", "high", "numerator", "denominator")]
    given = [amount for amount in amounts if amount is not None]
    assert given, f"{figure.id}: no number"
    assert all(amount.is_finite() for amount in given)
    if figure.interval is not None and figure.value is not None:
        assert figure.interval[0] <= figure.value <= figure.interval[1], f"{figure.id}: {figure.interval}"
    numbers = [_significant(run) for run in regex.findall(r"\p{Nd}(?:[.,  ]?\p{Nd})*+", figure.text)]
    if len(numbers) == len(given) == 1 and "rưỡi" not in unicodedata.normalize("NFC", figure.text):
        assert _significant(format(given[0].copy_abs(), "f")) == numbers[0], f"{figure.text!r} is not {given[0]}"


def check_normal_forms(text: str) -> None:
    """Raises AssertionError where the composed and the decomposed text give other records."""
    composed, decomposed = (extract(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    a, b = list(_essence(composed)), list(_essence(decomposed))
    assert a == b, f"{a} is not {b}"


def check_page(page: str) -> None:
    """Raises AssertionError where a page holds scripts, handlers or addresses that it was not made to hold."""
    page.encode("utf-8")
    document = html.document_fromstring(page)
    assert len(document.xpath("//script")) == 1, "a script of the article's own"
    for element in document.iter(etree.Element):
        assert element.tag not in ("iframe", "object", "embed", "base", "img", "form"), element.tag
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), name
            if name in ("href", "src", "action"):
                assert value.startswith(("#", "http://", "https://")), f"{name}={value!r}"


def _significant(printed: str) -> str:
    """The digits of a number without the zeros that a magnitude or a separator may add."""
    digits = "".join(str(unicodedata.digit(char)) for char in _DIGITS.findall(printed))
    return digits.strip("0")


def _essence(record: Record) -> Iterator[Any]:
    """What a record says, without where it stands."""
    for figure in record.figures:
        dumped = figure.model_dump(mode="json", exclude={"span"})
        yield {name: _composed(value) for name, value in dumped.items()}
    for document in record.documents:
        dumped = document.model_dump(mode="json", exclude={"span", "pinpoint_span"})
        yield {name: _composed(value) for name, value in dumped.items()}
    yield from (claim.model_dump(mode="json", exclude={"span"}) for claim in record.claims)
    yield from (check.verdict for check in record.checks)
    yield from ((finding.kind, finding.severity, finding.figures, finding.documents) for finding in record.findings)
    yield from ((derived.role, derived.interval, derived.integers) for derived in record.derived)
    yield from ((each.figure, each.reason) for each in record.coverage.unchecked)


def _composed(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
