"""The one entry to reading: from paths to articles and rejections."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, cast

from extractor.readers.compression import GZIP, BrokenCompression, CutShort, decompressed, is_compressed
from extractor.readers.encodings import decode, known_binary
from extractor.readers.extras import MissingExtra
from extractor.readers.html import looks_like_html
from extractor.readers.jsonl import raw_lines
from extractor.readers.model import MAX_BYTES, RawInput, ReadArticle, Rejected, rejected, why
from extractor.readers.parse import parse
from extractor.readers.sources import Format, Input, InputFormat, discover
from extractor.readers.tables import MAGIC as PARQUET
from extractor.readers.tables import raw_rows
from extractor.readers.text import too_many_bytes
from extractor.readers.warc import MAGIC, raw_pages

_HEAD = 1 << 16
_PIECE = 1 << 20


def read(
    paths: Sequence[str | os.PathLike[str]],
    *,
    input_format: InputFormat = "auto",
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
) -> Iterator[ReadArticle | Rejected]:
    """Read the articles of files, folders, globs and standard input (``-``), one after the other.

    Args:
        paths: what to read; a file that is named twice is read once.
        input_format: ``auto`` goes by the ending of a file, and by the content of any other.
        stdin: what ``-`` reads; the process's standard input by default.
        text_column: the column of Parquet, or the key of JSON Lines, that holds the text; ``text`` or else
            ``html`` by default.

    Yields:
        For each file, line of JSON Lines that is not blank, row of Parquet or page of WARC, either the
        article with its problems or the rejection with its reason, in the order of the paths; folders and
        globs in sorted order. Of a compressed file or a WARC file that is damaged, what could be read, and a
        rejection for the rest.
    """
    for raw in read_raw(paths, input_format=input_format, stdin=stdin, text_column=text_column):
        yield raw if isinstance(raw, Rejected) else parse(raw)


def read_raw(
    paths: Sequence[str | os.PathLike[str]],
    *,
    input_format: InputFormat = "auto",
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
) -> Iterator[RawInput | Rejected]:
    """The first half of :func:`read`, which is quick; :func:`parse` is the other, and may run elsewhere."""
    for found in discover(paths, input_format):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from read_input(found, input_format=input_format, stdin=stdin, text_column=text_column)


def read_input(
    found: Input,
    *,
    input_format: InputFormat = "auto",
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
    opened: Callable[[BinaryIO], None] = lambda _: None,
) -> Iterator[RawInput | Rejected]:
    """What :func:`read_raw` gives for one of the inputs that ``discover`` finds; it never raises.

    ``opened`` is told the stream of a file, which says by its position how far the reading is.
    """
    try:
        if found.path is None:
            yield from _read_stream(stdin or sys.stdin.buffer, found, input_format, text_column)
        else:
            with open(found.path, "rb") as stream:
                opened(stream)
                yield from _read_stream(stream, found, input_format, text_column)
    except FileNotFoundError:
        yield rejected(found.source, "vanished")
    except OSError as error:
        yield rejected(found.source, "unreadable", reason=why(error))
    except MissingExtra as missing:
        yield rejected(found.source, "needs_extra", what=missing)
    except CutShort:
        yield rejected(found.source, "cut_short")
    except BrokenCompression as error:
        yield rejected(found.source, "broken_compression", reason=why(error))


def _read_stream(
    stream: BinaryIO, found: Input, input_format: InputFormat, text_column: str | None
) -> Iterator[RawInput | Rejected]:
    given = found.format if input_format == "auto" else input_format
    head = _head(stream)
    whole = cast(BinaryIO, _Joined(head, stream))
    # A file can be read again from its start, as it is; standard input and what is compressed cannot.
    again = found.path is not None and stream.seekable()
    if is_compressed(head):
        inner = decompressed(whole, head)
        inner_head = _head(inner)
        if again and head.startswith(GZIP) and (given == "warc" or inner_head.startswith(MAGIC)):
            # Read as it is, a WARC file shows where its records begin.
            given = given or "warc"
        else:
            head, again = inner_head, False
            whole = cast(BinaryIO, _Joined(head, inner))
    kind = given or _sniff(head)
    if kind == "parquet":
        if again:
            stream.seek(0)
            yield from raw_rows(stream, found.source, text_column)
        else:
            yield rejected(found.source, "needs_file")
    elif kind == "warc":
        if again:
            stream.seek(0)
        yield from raw_pages(stream if again else whole, found.source)
    elif what := known_binary(head):
        yield rejected(found.source, "binary", what=what)
    elif kind == "jsonl":
        yield from raw_lines(whole, found.source, text_column)
    else:
        data = _whole(whole)
        if len(data) > MAX_BYTES:
            yield too_many_bytes(found.source)
        else:
            yield RawInput(kind, data, found.source, found.id)


def _head(stream: BinaryIO) -> bytes:
    """The first bytes of the stream, however little it gives at a time; where it is damaged, those before that."""
    head = b""
    try:
        while len(head) < _HEAD and (more := stream.read(_HEAD - len(head))):
            head += more
    except (CutShort, BrokenCompression):
        # It will say so again when the rest is read.
        pass
    return head


def _whole(stream: BinaryIO) -> bytes:
    """All of the stream, or so much of it that it is too much."""
    data = bytearray()
    while len(data) <= MAX_BYTES and (more := stream.read(_PIECE)):
        data += more
    return bytes(data)


def _sniff(head: bytes) -> Format:
    """What the content looks like: by its signature, JSON Lines if its first line is an object, a page, or text."""
    if head.startswith(PARQUET):
        return "parquet"
    if head.startswith(MAGIC):
        return "warc"
    text = decode(head).text.lstrip()
    if text.startswith("{"):
        first, newline, _ = text.partition("\n")
        try:
            return "jsonl" if isinstance(json.loads(first), dict) else "text"
        except RecursionError:
            return "jsonl"
        except ValueError:
            # A line that is longer than what was looked at, with a key at its start.
            return "jsonl" if not newline and len(head) == _HEAD and re.match(r'\{\s*"', text) else "text"
    return "html" if looks_like_html(text) else "text"


class _Joined(io.RawIOBase):
    """What was read of a stream to look at, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer)) or b""
        buffer[: len(data)] = data
        return len(data)
