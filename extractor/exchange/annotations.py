"""Documents, figures and findings as W3C Web Annotations (JSON-LD, https://www.w3.org/TR/annotation-model/).

``TextPositionSelector`` counts code points of the article's text as read, as the model demands; the same positions in
UTF-16 units, which a browser's own ranges count, are given as ``soatso:utf16Start`` and ``soatso:utf16End``. The
``TextQuoteSelector`` beside it finds the place on the published page, whose markup the text does not have.
"""

from __future__ import annotations

from typing import Any

from extractor.article import Article
from extractor.exchange.utf16 import Utf16
from extractor.records import Document, Figure, Finding, Record, Span

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"soatso": "urn:soatso:terms:"}]
_AROUND = 32


def annotation_page(article: Article, record: Record) -> dict[str, Any]:
    """The annotations of an article, as one ``AnnotationPage``.

    Args:
        article: with the text that the record's spans point into.
        record: what was found in it.
    """
    made = _Maker(article, record)
    items = [
        *(made.tagged(document, "document", _said_of_document(document)) for document in record.documents),
        *(made.tagged(figure, figure.kind, _said_of_figure(figure)) for figure in record.figures),
        *(made.assessed(finding) for finding in record.findings),
    ]
    return {
        "@context": CONTEXT,
        "id": f"{made.base}:annotations",
        "type": "AnnotationPage",
        "partOf": {"id": f"{made.base}:collection", "type": "AnnotationCollection", "total": len(items)},
        "startIndex": 0,
        "items": items,
    }


class _Maker:
    def __init__(self, article: Article, record: Record) -> None:
        self.base = f"urn:soatso:{record.article.sha256[:32]}"
        self._article = article
        self._units = Utf16(article.text)

    def tagged(self, item: Document | Figure, tag: str, said: dict[str, str]) -> dict[str, Any]:
        """An annotation that says what stands there."""
        bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": tag}]
        if said:
            text = "; ".join(f"{name}: {value}" for name, value in said.items())
            bodies.append(
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "language": "vi",
                    "value": text,
                }
            )
        return self._made(item.id, "identifying", bodies, item.span)

    def assessed(self, finding: Finding) -> dict[str, Any]:
        """An annotation that says what is wrong there."""
        bodies: list[dict[str, Any]] = [
            {"type": "TextualBody", "purpose": "tagging", "value": finding.kind},
            {"type": "TextualBody", "purpose": "tagging", "value": f"severity-{finding.severity}"},
        ]
        for lang, message in (("vi", finding.message.vi), ("en", finding.message.en)):
            body = {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": lang}
            bodies.append({**body, "value": message})
        return self._made(finding.id, "assessing", bodies, finding.span)

    def _made(self, name: str, motivation: str, bodies: list[dict[str, Any]], span: Span) -> dict[str, Any]:
        text, (start, end) = self._article.text, span
        target: dict[str, Any] = {
            "source": self._article.url or self.base,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
                {
                    "type": "TextPositionSelector",
                    "start": start,
                    "end": end,
                    "soatso:utf16Start": self._units.of(start),
                    "soatso:utf16End": self._units.of(end),
                },
            ],
        }
        return {
            "id": f"{self.base}:{name}",
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": target,
        }


def _said_of_document(document: Document) -> dict[str, str]:
    given = {"type": document.type, "number": document.number, "date": document.date, "issuer": document.issuer}
    return {name: value for name, value in given.items() if value}


def _said_of_figure(figure: Figure) -> dict[str, str]:
    names = ("value", "low", "high", "numerator", "denominator")
    numbers = {name: f"{number:f}" for name in names if (number := getattr(figure, name)) is not None}
    words = {"unit": figure.unit, "concept": figure.concept, "modifier": figure.modifier, "period": figure.period}
    return {**numbers, **{name: value for name, value in words.items() if value}}
