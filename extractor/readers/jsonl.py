"""JSON Lines: one article a line, read line by line however long the file is."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.article import Article
from extractor.readers.encodings import decode, wide_encoding, without_surrogates
from extractor.readers.model import MAX_BYTES, ReadArticle, Rejected, rejected, why
from extractor.readers.text import clean, content_id, read_html, too_large, too_many_bytes
from extractor.records import Problem

_CHUNK = 1 << 16
_MAX_NESTING = 50
_KNOWN = ("id", "text", "html", "url", "title", "published")


def read_lines(stream: BinaryIO, source: str) -> Iterator[ReadArticle | Rejected]:
    """Each article of the stream, or why a line gives none; blank lines are passed over.

    A file with nothing but blank lines is rejected as empty.
    """
    some = False
    for number, line in enumerate(_lines(stream), 1):
        at = f"{source}:{number}"
        if line is None:
            some = True
            yield too_many_bytes(at)
        elif line.strip():
            some = True
            yield _read_line(line, at)
    if not some:
        yield rejected(source, "empty")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of the stream as bytes, in UTF-8 if it was in UTF-16; None for one that is too long to be read."""
    head = stream.read(_CHUNK)
    wide = wide_encoding(head)
    decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
    buffer = bytearray()
    scanned = 0
    skipping = False
    chunk = head
    while chunk or decoder:
        if decoder:
            text = decoder.decode(chunk, final=not chunk)
            buffer += text.encode("utf-8", "surrogatepass")
            if not chunk:
                decoder = None
        else:
            buffer += chunk
        start = 0
        while (end := buffer.find(b"\n", max(start, scanned))) >= 0:
            if not skipping:
                yield bytes(buffer[start:end])
            skipping = False
            start = end + 1
        del buffer[:start]
        scanned = len(buffer)
        if len(buffer) > MAX_BYTES:
            if not skipping:
                yield None
            skipping = True
            buffer.clear()
            scanned = 0
        chunk = stream.read(_CHUNK) if chunk else b""
    if buffer and not skipping:
        yield bytes(buffer)


def _read_line(line: bytes, source: str) -> ReadArticle | Rejected:
    decoded = decode_line(line)
    try:
        # A number that JSON does not have (NaN, which some programs write) is no value.
        data = json.loads(decoded[0], parse_constant=lambda _: None)
    except RecursionError:
        return rejected(source, "not_json", reason="quá nhiều lớp/nested too deeply")
    except json.JSONDecodeError as error:
        return rejected(source, "not_json", reason=f"{error.msg}: {error.colno}")
    except ValueError as error:
        return rejected(source, "not_json", reason=why(error))
    if not isinstance(data, dict):
        return rejected(source, "not_object")
    try:
        return _read_object(data, source, decoded[1])
    except RecursionError:
        return rejected(source, "not_json", reason="quá nhiều lớp/nested too deeply")


def decode_line(line: bytes) -> tuple[str, tuple[Problem, ...]]:
    """A line as text, with what was wrong with its bytes; offsets into the line are of no use and left out."""
    decoded = decode(line)
    problems = tuple(found.model_copy(update={"span": None, "text": None}) for found in decoded.problems)
    return decoded.text, problems


def _read_object(data: dict[str, Any], source: str, problems: tuple[Problem, ...]) -> ReadArticle | Rejected:
    text, html = data.get("text"), data.get("html")
    known, extra = _fields(data)
    result: ReadArticle | Rejected
    if isinstance(text, str) and text.strip():
        if large := too_large(source, len(text)):
            return large
        text, found = clean(text)
        result = ReadArticle(Article(id=content_id(text), text=text, source=source), problems + tuple(found))
    elif isinstance(html, str) and html.strip():
        result = read_html(html, source, None, problems)
    else:
        keys = ", ".join(sorted(without_surrogates(key)[0] for key in data))
        return rejected(source, "no_text", keys=keys[:200])
    if isinstance(result, Rejected):
        return result
    article = result.article.model_copy(update={**known, "extra": extra})
    return ReadArticle(article, result.problems)


def _fields(data: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """The fields of the article that the object gives, as strings, and all that is the article's extra."""
    known: dict[str, str] = {}
    extra: dict[str, Any] = {}
    for key, value in data.items():
        if key in ("text", "html"):
            continue
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
