"""From the bytes of one file to one article: plain text as it is, a web page by its main text."""

from __future__ import annotations

from typing import Literal

from extractor.article import Article
from extractor.article.model import digest_of
from extractor.readers.encodings import decode, looks_binary, looks_undecodable, without_surrogates
from extractor.readers.html import declared_encoding, read_page
from extractor.readers.legacy import repair
from extractor.readers.model import MAX_BYTES, MAX_CHARACTERS, ReadArticle, Rejected, rejected
from extractor.records import Problem


def content_id(text: str) -> str:
    """An id for an article that has none: the start of its text's SHA-256."""
    return digest_of(text)[:16]


def clean(text: str) -> tuple[str, list[Problem]]:
    """The text as an article may hold it: legacy encodings in Unicode, no lone surrogates."""
    text, lone = without_surrogates(text)
    problems = list(lone)
    return repair(text, problems.append), problems


def too_large(source: str, characters: int) -> Rejected | None:
    """The rejection of a text over the limit, or None."""
    if characters <= MAX_CHARACTERS:
        return None
    return rejected(source, "too_large", limit=f"{MAX_CHARACTERS:,} ký tự/characters".replace(",", "\u202f"))


def too_many_bytes(source: str) -> Rejected:
    """The rejection of an input that is not read to its end."""
    return rejected(source, "too_large", limit=f"{MAX_BYTES // 1_000_000} MB")


def read_bytes(
    data: bytes, kind: Literal["text", "html"], source: str, article_id: str | None, charset: str | None = None
) -> ReadArticle | Rejected:
    """The article in the bytes of a file.

    Args:
        data: the whole file.
        kind: ``text`` or ``html``.
        source: where it came from.
        article_id: None for an id by content.
        charset: what a server said of the encoding of a page that does not say it itself.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        return rejected(source, "binary" if b"\0" in data else "empty", what="byte 0x00")
    decoded = decode(data, declared_encoding(data) or charset if kind == "html" else None)
    if what := looks_binary(decoded.text):
        return rejected(source, "binary", what=what)
    if looks_undecodable(decoded.text):
        return rejected(source, "undecodable")
    if not decoded.text.strip():
        return rejected(source, "empty")
    if kind == "text":
        if large := too_large(source, len(decoded.text)):
            return large
        text, problems = clean(decoded.text)
        article = Article(id=article_id or content_id(text), text=text, source=source)
        return ReadArticle(article, _moved(decoded.problems, decoded.text, text) + tuple(problems))
    return read_html(decoded.text, source, article_id, decoded.problems)


def read_html(
    html: str, source: str, article_id: str | None, problems: tuple[Problem, ...] = ()
) -> ReadArticle | Rejected:
    """The article of a decoded page; ``problems`` are those of its decoding."""
    html, lone = without_surrogates(html)
    page = read_page(html, source)
    if isinstance(page, Rejected):
        return page
    text, more = clean(page.text)
    article = Article(
        id=article_id or content_id(text),
        text=text,
        source=source,
        url=page.url,
        title=clean(page.title)[0] if page.title else None,
        published=page.published,
    )
    # Offsets into the page say nothing about the text that was taken from it.
    return ReadArticle(article, _moved(problems + lone, html, text) + tuple(more))


def _moved(problems: tuple[Problem, ...], before: str, after: str) -> tuple[Problem, ...]:
    """Problems of a text that was changed since: where their offsets no longer hold they are dropped."""
    if before == after:
        return problems
    return tuple(problem.model_copy(update={"span": None, "text": None}) for problem in problems)
