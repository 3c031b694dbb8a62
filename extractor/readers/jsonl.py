"""JSON Lines: one article a line, read line by line however long the file is."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from extractor.readers.encodings import decode, wide_encoding
from extractor.readers.fields import read_object
from extractor.readers.model import MAX_BYTES, RawInput, ReadArticle, Rejected, rejected, why
from extractor.readers.text import too_many_bytes
from extractor.records import Problem

_CHUNK = 1 << 16


def raw_lines(stream: BinaryIO, source: str, text_column: str | None = None) -> Iterator[RawInput | Rejected]:
    """Each line of the stream, or why it is not read; blank lines are passed over.

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
            yield RawInput("line", line, at, text_column=text_column)
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


def parse_line(line: bytes, source: str, text_column: str | None = None) -> ReadArticle | Rejected:
    """The article of one line of JSON Lines."""
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
        return read_object(data, source, decoded[1], text_column)
    except RecursionError:
        return rejected(source, "not_json", reason="quá nhiều lớp/nested too deeply")


def decode_line(line: bytes) -> tuple[str, tuple[Problem, ...]]:
    """A line as text, with what was wrong with its bytes; offsets into the line are of no use and left out."""
    decoded = decode(line)
    problems = tuple(found.model_copy(update={"span": None, "text": None}) for found in decoded.problems)
    return decoded.text, problems
