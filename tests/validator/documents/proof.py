"""What proofreading says of the documents of a text, for tables of sentences."""

from extractor.article import View
from extractor.patterns.documents import find_documents
from extractor.records import Finding
from extractor.validator.documents import check_documents


def findings(text: str, published: str | None = None) -> list[Finding]:
    """The findings about the documents of a text."""
    view = View(text)
    found = check_documents(view, find_documents(view), published)
    for finding in found:
        start, end = finding.span
        assert text[start:end] == finding.text
        assert all(finding.message.vi.count(mark) == finding.message.en.count(mark) == 0 for mark in "{}")
    return found


def kinds(text: str, published: str | None = None) -> list[str]:
    """Their kinds alone, in text order."""
    return [finding.kind for finding in findings(text, published)]
