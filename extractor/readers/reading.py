"""The one entry to reading: from paths to articles and rejections."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from extractor.readers.encodings import decode, known_binary
from extractor.readers.jsonl import read_lines
from extractor.readers.model import MAX_BYTES, ReadArticle, Rejected, rejected, why
from extractor.readers.sources import ENDINGS, Format, Input, InputFormat, discover
from extractor.readers.text import read_bytes, too_many_bytes

_HEAD = 1 << 16
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*|<%.{0,2000}?%>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|section|article|main|table|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)


def read(
    paths: Sequence[str | os.PathLike[str]], *, input_format: InputFormat = "auto", stdin: BinaryIO | None = None
) -> Iterator[ReadArticle | Rejected]:
    """Read the articles of files, folders, globs and standard input (``-``), one after the other.

    Args:
        paths: what to read; a file that is named twice is read once.
        input_format: ``auto`` goes by the ending of a file, and by the content of any other.
        stdin: what ``-`` reads; the process's standard input by default.

    Yields:
        For each file or line of JSON Lines that is not blank, either the article with its problems or the
        rejection with its reason, in the order of the paths; folders and globs in sorted order.
    """
    ids: set[str] = set()
    for found in discover(paths, input_format):
        if isinstance(found, Rejected):
            yield found
            continue
        try:
            if found.path is None:
                yield from _read_stream(stdin or sys.stdin.buffer, found, input_format, ids)
            else:
                with open(found.path, "rb") as stream:
                    yield from _read_stream(stream, found, input_format, ids)
        except FileNotFoundError:
            yield rejected(found.source, "missing")
        except OSError as error:
            yield rejected(found.source, "unreadable", reason=why(error))


def _read_stream(
    stream: BinaryIO, found: Input, input_format: InputFormat, ids: set[str]
) -> Iterator[ReadArticle | Rejected]:
    head = _head(stream)
    kind: Format = found.format or _sniff(head) if input_format == "auto" else input_format
    whole = cast(BinaryIO, io.BufferedReader(_Joined(head, stream)))
    if what := known_binary(head):
        yield rejected(found.source, "binary", what=what)
        return
    if kind == "jsonl":
        yield from read_lines(whole, found.source)
        return
    data = whole.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_many_bytes(found.source)
        return
    yield read_bytes(data, kind, found.source, _file_id(found, ids) if found.path is not None else None)


def _head(stream: BinaryIO) -> bytes:
    """The first bytes of the stream, however little it gives at a time."""
    head = stream.read(_HEAD)
    while len(head) < _HEAD and (more := stream.read(_HEAD - len(head))):
        head += more
    return head


def _file_id(found: Input, ids: set[str]) -> str:
    """The file's name without its endings; its path where an earlier file of the run has that name."""
    stem = Path(found.relative).name
    while (ending := Path(stem).suffix.lower()) and (ending in ENDINGS or ending == ".jsp"):
        stem = stem[: -len(ending)]
    unique = next(name for name in _names(stem, found) if name and name not in ids)
    ids.add(unique)
    return unique


def _names(stem: str, found: Input) -> Iterator[str]:
    yield stem
    yield found.relative
    yield found.source
    number = 2
    while True:
        yield f"{found.source}~{number}"
        number += 1


def _sniff(head: bytes) -> Format:
    """What the content looks like: JSON Lines if its first line is a JSON object, a page, or else text."""
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
    return "html" if _HTML.match(text) else "text"


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
