"""Documents that an article cites: decisions, decrees, laws, letters, judgments.

:func:`find_documents` reads a :class:`~extractor.article.view.View`. A type word leads most
citations (``citations``), a law is named by its year (``laws``), a code alone may stand for its document (``coded``);
numbers, dates and issuers have a module each. Then come short references ("Quyết định này", ``anaphora``), pinpoints
("khoản 2 Điều 5", ``pinpoints``), and what ties citations together in an article (``resolve``) and beyond it (``identity``).
"""

from __future__ import annotations

from extractor.article.view import View
from extractor.patterns.documents.anaphora import find_anaphora
from extractor.patterns.documents.citations import Citation, read_citations, read_coded
from extractor.patterns.documents.coded import coded_numbers
from extractor.patterns.documents.identity import core_number
from extractor.patterns.documents.lexicon import symbol_type, type_words
from extractor.patterns.documents.pinpoints import find_pinpoints
from extractor.patterns.documents.resolve import identify, link_references, link_repeats
from extractor.patterns.found import FoundDocument

__all__ = ["find_documents"]


def find_documents(view: View) -> list[FoundDocument]:
    """The documents cited in a text, sorted and without overlaps.

    The leading word gives the type, the number is without spaces, a date is ISO (a bare year for a law), an issuer is
    as published. What a citation means is in FIELD.md, section 6; what counts, in the gold guidelines.

    >>> [d] = find_documents(View("theo Quyết định số 318/QĐ-UBND, ngày 4/5/2017 của UBND tỉnh Sóc Trăng về việc"))
    >>> d.type, d.number, d.date, d.issuer
    ('Quyết định', '318/QĐ-UBND', '2017-05-04', 'UBND tỉnh Sóc Trăng')
    """
    text = view.text
    types = type_words(text, view.lower)
    citations: list[Citation] = []
    done = 0
    for index, match in enumerate(types):
        if match.start() >= done:
            found = read_citations(text, types, index)
            if found:
                citations += found
                done = found[-1].document.end
    known = {
        (citation.document.type, core_number(citation.core))
        for citation in citations
        if citation.core and not citation.tentative
    }
    citations = _with_codes(
        view,
        [
            citation
            for citation in citations
            if not citation.tentative or (citation.document.type, core_number(citation.core or "")) in known
        ],
    )
    documents: list[FoundDocument] = []
    for citation in citations:
        document = citation.document
        if citation.issuer is not None:
            document.issuer = view.published(*citation.issuer)
        document.symbol_type = symbol_type(document.type or "", document.symbol)
        documents.append(document)
    references = find_anaphora(text, types, documents)
    if references:
        documents = sorted([*documents, *(reference for reference, _ in references)], key=lambda d: d.start)
    find_pinpoints(text, documents)
    link_repeats(documents)
    link_references(documents, references)
    identify(documents)
    return documents


def _with_codes(view: View, citations: list[Citation]) -> list[Citation]:
    """The citations with those that only their code makes, where no other is already."""
    added: list[Citation] = []
    index = end = 0
    for type_, number in coded_numbers(view.text, view.lower):
        while index < len(citations) and citations[index].document.end <= number.start:
            index += 1
        limit = citations[index].document.start if index < len(citations) else len(view.text)
        if end <= number.start and number.end <= limit:
            citation = read_coded(view.text, type_, number, limit)
            added.append(citation)
            end = citation.document.end
    return sorted([*citations, *added], key=lambda citation: citation.document.start) if added else citations
