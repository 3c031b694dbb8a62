"""From an object with fields, of JSON or of a table, to one article."""

from __future__ import annotations

import base64
import json
import math
from datetime import date, datetime, time
from typing import Any

from extractor.article import Article
from extractor.readers.encodings import decode, without_surrogates
from extractor.readers.html import looks_like_html
from extractor.readers.model import ReadArticle, Rejected, rejected
from extractor.readers.text import clean, content_id, read_html, too_large
from extractor.records import Problem

TEXT_FIELDS = ("text", "html")
"""The fields that hold an article where no other is named; the first with text in it is taken."""

_MAX_NESTING = 50
_KNOWN = ("id", "url", "title", "published")


def read_object(
    data: dict[str, Any], source: str, problems: tuple[Problem, ...] = (), text_column: str | None = None
) -> ReadArticle | Rejected:
    """The article of an object.

    Args:
        data: its fields.
        source: where it came from.
        problems: those of its decoding.
        text_column: the field that holds the text, or a page; ``text`` or ``html`` if None.
    """
    text, html = data.get("text"), data.get("html")
    if text_column is not None:
        named = data.get(text_column)
        is_page = isinstance(named, str) and looks_like_html(named)
        text, html = (None, named) if is_page else (named, None)
    texts = {*TEXT_FIELDS, text_column}
    known, extra = _fields({key: value for key, value in data.items() if key not in texts})
    result: ReadArticle | Rejected
    if isinstance(text, str) and text.strip():
        if large := too_large(source, len(text)):
            return large
        text, found = clean(text)
        article = Article(id=known.get("id") or content_id(text), text=text, source=source)
        result = ReadArticle(article, problems + tuple(found))
    elif isinstance(html, str) and html.strip():
        result = read_html(html, source, None, problems)
    else:
        keys = ", ".join(sorted(without_surrogates(key)[0] for key in data))
        return rejected(source, "no_text", wanted=wanted_fields(text_column), keys=keys[:200])
    if isinstance(result, Rejected):
        return result
    article = result.article.model_copy(update={**known, "extra": extra})
    return ReadArticle(article, result.problems)


def read_row(row: dict[str, Any], source: str, text_column: str | None = None) -> ReadArticle | Rejected:
    """The article of a row of a table, by the names of its columns; see :func:`read_object`.

    Text columns may hold strings or the bytes of one; what JSON does not have becomes a string.
    """
    wanted = (text_column,) if text_column else TEXT_FIELDS
    if not any(row.get(name) for name in wanted):
        return rejected(source, "no_row_text", wanted=wanted_fields(text_column))
    problems: tuple[Problem, ...] = ()
    data: dict[str, Any] = {}
    for name, value in row.items():
        if name in wanted and isinstance(value, bytes):
            decoded = decode(value)
            # Offsets into what may be a page say nothing about the text that is taken from it.
            problems += tuple(each.model_copy(update={"span": None, "text": None}) for each in decoded.problems)
            data[name] = decoded.text
        elif value is not None:
            data[name] = _json_like(value)
    return read_object(data, source, problems, text_column)


def wanted_fields(text_column: str | None) -> str:
    """The fields that are looked into for text, for a message."""
    return " / ".join(f'"{name}"' for name in ((text_column,) if text_column else TEXT_FIELDS))


def _json_like(value: Any) -> Any:
    """A value of a table as JSON can say it."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, dict):
        return {str(key): _json_like(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json_like(item) for item in value]
    return str(value)


def _fields(data: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """The article's fields among those beside its text, as strings, and the others, which are its extra."""
    known: dict[str, str] = {}
    extra: dict[str, Any] = {}
    for key, value in data.items():
        if key in _KNOWN and isinstance(value, str | int | float) and not isinstance(value, bool):
            if field := without_surrogates(str(value))[0].strip():
                known[key] = field
        elif key not in _KNOWN or value is not None:
            extra[without_surrogates(key)[0]] = _writable(value)
    return known, extra


def _writable(value: Any, nesting: int = 0) -> Any:
    """The value as a record can carry it: what is nested too deeply to be written out becomes its JSON."""
    if isinstance(value, str):
        return without_surrogates(value)[0]
    if isinstance(value, list | dict) and nesting == _MAX_NESTING:
        return json.dumps(value)
    if isinstance(value, list):
        return [_writable(item, nesting + 1) for item in value]
    if isinstance(value, dict):
        return {without_surrogates(key)[0]: _writable(item, nesting + 1) for key, item in value.items()}
    return value
