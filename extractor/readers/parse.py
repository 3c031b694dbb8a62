"""From a raw input to an article: the part of reading that takes time."""

from __future__ import annotations

from typing import cast

from extractor.readers.fields import read_row
from extractor.readers.jsonl import parse_line
from extractor.readers.model import RawInput, ReadArticle, Rejected
from extractor.readers.text import read_bytes


def parse(raw: RawInput) -> ReadArticle | Rejected:
    """The article of a raw input, or why it is none.

    A pure function, which never raises for what it is given; see :func:`extractor.readers.read_raw`.
    """
    if raw.kind == "row":
        return read_row(cast("dict[str, object]", raw.data), raw.source, raw.text_column)
    data = cast(bytes, raw.data)
    if raw.kind == "line":
        return parse_line(data, raw.source, raw.text_column)
    if raw.kind == "text":
        return read_bytes(data, "text", raw.source, raw.id)
    result = read_bytes(data, "html", raw.source, raw.id, raw.charset)
    if isinstance(result, Rejected) or raw.kind == "html":
        return result
    url = raw.url or result.article.url
    article = result.article.model_copy(update={"url": url, "extra": raw.extra or {}})
    return ReadArticle(article, result.problems)
