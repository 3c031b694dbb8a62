"""One function for each way in: bytes go in, and nothing may come out but a result that keeps its promises."""

from __future__ import annotations

import io
from collections.abc import Callable

from extractor import Article, extract
from extractor.article import View
from extractor.patterns.documents import find_documents
from extractor.readers import InputFormat, ReadArticle, read
from extractor.report.page import report_html
from extractor.tokens.numerals import find_numerals, habit_of
from fuzz.invariants import check_normal_forms, check_record

_FORMATS: tuple[InputFormat, ...] = ("auto", "text", "html", "jsonl")


def readers(data: bytes) -> None:
    """Bytes of any kind through standard input: articles whose text is text, or a rejection that says why."""
    chosen = _FORMATS[data[0] % len(_FORMATS)] if data else "auto"
    for item in read(["-"], input_format=chosen, stdin=io.BytesIO(data[1:])):
        assert item.message.vi if not isinstance(item, ReadArticle) else item.article.id
        if isinstance(item, ReadArticle):
            item.article.text.encode("utf-8")


def numbers(data: bytes) -> None:
    """Numerals stand in order, and no digit is lost."""
    text = View(text_of(data)).text
    at = 0
    for numeral in find_numerals(text, habit_of(text)):
        assert at <= numeral.start < numeral.end <= len(text)
        assert numeral.value.is_finite()
        at = numeral.end


def documents(data: bytes) -> None:
    """Documents stand in order and inside the text."""
    view = View(text_of(data))
    at = 0
    for found in find_documents(view):
        assert at <= found.start < found.end <= len(view.text)
        view.to_source(found.start, found.end)
        at = found.start


def claims(data: bytes) -> None:
    """The whole line, twice: the record keeps its contract in either normal form."""
    text = text_of(data)
    check_record(text, extract(Article(id="fuzzed", text=text)))
    check_normal_forms(text)


def report(data: bytes) -> None:
    """The page of an article: it has the text of each paragraph, and no element that the text would be."""
    article = Article(id="fuzzed", text=text_of(data), title=text_of(data), url=text_of(data))
    page = report_html([(article, extract(article))])
    page.encode("utf-8")
    assert page.count("<script>") == 1
    assert "<img" not in page


def text_of(data: bytes) -> str:
    """Any bytes as text."""
    return data.decode("utf-8", "replace")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "numbers": numbers,
    "documents": documents,
    "claims": claims,
    "report": report,
}
