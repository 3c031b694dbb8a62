"""What an annotation or a record says of an article, brought to one shape so that the two can be compared.

The format of annotations is described in ``corpus/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.records import Claim, Figure, Literal_, Record, claim_operands

Amounts = tuple[Decimal | None, ...]
ClaimKey = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""Kind, and for each field the values of its operands: what makes two claims the same."""

OPERANDS: dict[str, tuple[str, ...]] = {
    "share": ("part", "whole", "percent"),
    "change": ("old", "new", "percent"),
    "difference": ("larger", "smaller", "difference"),
    "sum": ("parts", "total"),
    "mean": ("total", "count", "mean"),
    "product": ("factors", "result"),
    "multiple": ("larger", "smaller", "multiple"),
    "equal": ("a", "b"),
    "percent_sum": ("parts",),
}


class AnnotationError(ValueError):
    """An annotation that does not fit its article or its own figures."""


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A cited document, annotated or extracted."""

    span: tuple[int, int]
    quote: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A published figure, annotated or extracted."""

    span: tuple[int, int]
    quote: str
    kind: str
    amounts: Amounts
    unit: str | None
    modifier: str | None
    concept: str | None

    def side(self, name: str) -> Decimal:
        """The numerator or the denominator.

        Raises:
            KeyError: the figure is no ratio.
        """
        value = self.amounts[("numerator", "denominator").index(name)] if self.kind == "ratio" else None
        if value is None:
            raise KeyError(name)
        return value


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """A claim by its values; ``failed`` says that its arithmetic is held to be wrong."""

    key: ClaimKey
    failed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything said of one article.

    Attributes:
        parts: which of "documents", "figures" and "claims" are complete.
        malformed: claims whose operands name no figure that is there.
    """

    documents: tuple[DocumentFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    claims: tuple[ClaimFact, ...] = ()
    parts: frozenset[str] = frozenset({"documents", "figures", "claims"})
    malformed: tuple[str, ...] = field(default=())


def exact(value: object) -> Decimal | None:
    """A number in canonical form, so that ``13.0`` and ``13`` are the same."""
    return None if value is None else Decimal(str(value)).normalize()


def find_quote(text: str, quote: str, nth: int) -> tuple[int, int]:
    """Where the nth occurrence (from 1) of a quote stands; occurrences may overlap.

    Raises:
        AnnotationError: there are fewer.
    """
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            raise AnnotationError(f"quote not found (nth={nth}): {quote!r}")
    if at < 0:
        raise AnnotationError(f"nth must be 1 or more: {quote!r}")
    return at, at + len(quote)


def annotated(annotation: Mapping[str, Any], text: str) -> Facts:
    """The facts of an annotation.

    Raises:
        AnnotationError: a quote, a number or an operand is not right.
    """
    try:
        figures = annotated_figures(annotation, text)
        return Facts(
            documents=tuple(
                DocumentFact(
                    _span(item, text),
                    item["quote"],
                    item.get("type"),
                    item.get("number"),
                    item.get("date"),
                    item.get("issuer"),
                )
                for item in annotation.get("documents", ())
            ),
            figures=tuple(figures.values()),
            claims=tuple(
                ClaimFact(annotated_key(item, figures), item.get("holds") is False)
                for item in annotation.get("claims", ())
            ),
            parts=frozenset(annotation.get("only", ("documents", "figures", "claims"))),
        )
    except KeyError as error:
        raise AnnotationError(f"there is no {error}") from error
    except InvalidOperation as error:
        raise AnnotationError("a value is no decimal number") from error


def annotated_figures(annotation: Mapping[str, Any], text: str) -> dict[str, FigureFact]:
    """The figures of an annotation by their ids there.

    Raises:
        AnnotationError: a quote is not there.
    """
    return {item["id"]: _annotated_figure(item, text) for item in annotation.get("figures", ())}


def extracted(record: Record) -> Facts:
    """The facts of a record."""
    figures = {figure.id: extracted_figure(figure) for figure in record.figures}
    failed = {check.claim for check in record.checks if check.verdict == "inconsistent"}
    claims, malformed = [], []
    for claim in record.claims:
        try:
            claims.append(ClaimFact(extracted_key(claim, figures), claim.id in failed))
        except KeyError as error:
            malformed.append(f"{claim.kind} {claim.id}: no {error}")
    return Facts(
        documents=tuple(DocumentFact(d.span, d.text, d.type, d.number, d.date, d.issuer) for d in record.documents),
        figures=tuple(figures.values()),
        claims=tuple(claims),
        malformed=tuple(malformed),
    )


def _span(item: Mapping[str, Any], text: str) -> tuple[int, int]:
    return find_quote(text, item["quote"], item.get("nth", 1))


def _amounts(kind: str, given: Mapping[str, Any]) -> Amounts:
    if kind == "ratio":
        return exact(given.get("numerator")), exact(given.get("denominator"))
    if given.get("low") is not None:
        return exact(given["low"]), exact(given.get("high"))
    return (exact(given.get("value")),)


def _annotated_figure(item: Mapping[str, Any], text: str) -> FigureFact:
    return FigureFact(
        _span(item, text),
        item["quote"],
        item["kind"],
        _amounts(item["kind"], item),
        item.get("unit"),
        item.get("modifier"),
        item.get("concept"),
    )


def extracted_figure(figure: Figure) -> FigureFact:
    """A figure of a record as a fact."""
    given = {name: getattr(figure, name) for name in ("value", "low", "high", "numerator", "denominator")}
    amounts = _amounts(figure.kind, given)
    return FigureFact(figure.span, figure.text, figure.kind, amounts, figure.unit, figure.modifier, figure.concept)


def _values(operand: object, figures: Mapping[str, FigureFact]) -> tuple[str, ...]:
    if isinstance(operand, Literal_):
        return (str(exact(operand.value)),)
    if isinstance(operand, Mapping):
        return (str(exact(operand["value"])),)
    name, _, side = str(operand).partition(".")
    figure = figures[name]
    return (str(figure.side(side)),) if side else tuple(map(str, figure.amounts))


def annotated_key(item: Mapping[str, Any], figures: Mapping[str, FigureFact]) -> ClaimKey:
    """The key of an annotated claim."""
    fields = []
    for name in OPERANDS[item["kind"]]:
        given = item[name]
        operands = given if isinstance(given, list) else [given]
        fields.append((name, tuple(sorted(_values(operand, figures) for operand in operands))))
    return item["kind"], tuple((name, _flat(values)) for name, values in fields)


def extracted_key(claim: Claim, figures: Mapping[str, FigureFact]) -> ClaimKey:
    """The key of a claim of a record."""
    fields: dict[str, list[tuple[str, ...]]] = {name: [] for name in OPERANDS[claim.kind]}
    for name, operand in claim_operands(claim):
        fields[name].append(_values(operand, figures))
    return claim.kind, tuple((name, _flat(tuple(sorted(values)))) for name, values in fields.items())


def _flat(values: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple("-".join(value) for value in values)
