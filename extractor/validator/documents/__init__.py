"""Documents proofread by what the article says of them, and by a register.

A number carries its year, a term its years, letters their authority; a date has to exist and to come before the
article; a document has one date and one issuer. :func:`check_documents` holds the citations of an article to that, and
to what a register has of them. It judges only what is certain: an issuer or a number that neither the lexicon nor the
register knows is left alone.
"""

from __future__ import annotations

from extractor.article import View
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, FindingKind
from extractor.registry import Register
from extractor.validator.documents.case import case_of
from extractor.validator.documents.conflicts import conflicting_dates, conflicting_issuers
from extractor.validator.documents.dates import dates_after_article, impossible_dates
from extractor.validator.documents.issuers import abolished_issuers, wrong_issuers
from extractor.validator.documents.registered import other_facts, other_numbers
from extractor.validator.documents.years import term_mismatches, year_mismatches

__all__ = ["check_documents"]

_FINDERS = (
    impossible_dates,
    dates_after_article,
    year_mismatches,
    term_mismatches,
    wrong_issuers,
    abolished_issuers,
    conflicting_dates,
    conflicting_issuers,
    other_facts,
    other_numbers,
)

# Where the register says what is right, there is no need to say what may be.
_SETTLED_BY: dict[FindingKind, tuple[FindingKind, ...]] = {
    "year_mismatch": ("registry_date", "registry_near_number"),
    "issuer_cannot_issue": ("registry_issuer",),
}


def check_documents(
    view: View, documents: list[FoundDocument], published: str | None = None, register: Register | None = None
) -> list[Finding]:
    """What is wrong with the documents an article cites, without ids, in text order.

    Args:
        view: the article's text.
        documents: found in it, sorted.
        published: the article's ISO date or date-time, if known.
        register: what to hold them against besides the article itself.

    >>> from extractor.patterns.documents import find_documents
    >>> view = View("theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014 của Chính phủ")
    >>> for finding in check_documents(view, find_documents(view)):
    ...     print(finding.kind, finding.expected)
    year_mismatch ('2015-02-14', '16/2014/NĐ-CP')
    """
    case = case_of(view, documents, published, register)
    found = [finding for finder in (_FINDERS if documents else (impossible_dates,)) for finding in finder(case)]
    if not found:
        return []
    settled = {(finding.kind, document) for finding in found for document in finding.documents}
    open_still = (
        finding
        for finding in found
        if not any((by, each) in settled for by in _SETTLED_BY.get(finding.kind, ()) for each in finding.documents)
    )
    return sorted(open_still, key=lambda finding: finding.span)
