"""WARC: the HTML pages of a crawl, record by record.

Only responses with status 200 and an HTML type are articles; requests, pictures, redirects and the crawler's own
notes are passed over. A broken record is told once, with its offset, and reading goes on at the next whole one.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from extractor.readers.compression import GZIP
from extractor.readers.extras import needed
from extractor.readers.model import MAX_BYTES, RawInput, Rejected, rejected, why
from extractor.readers.text import too_many_bytes

MAGIC = b"WARC/"

_HTML = ("text/html", "application/xhtml+xml")
_OK = 200
_CHUNK = 1 << 20
_PEEK = 1 << 12


def raw_pages(stream: BinaryIO, source: str) -> Iterator[RawInput | Rejected]:
    """Each page of a WARC file, plain or in gzip.

    Args:
        stream: from its first byte on. Where it can seek, reading goes on after a broken record.
        source: how the file is called; the byte offset of the record is added to it.

    Raises:
        MissingExtra: FastWARC is not installed.
        OSError: the file itself cannot be read.
    """
    warc = needed("fastwarc.warc", "WARC")
    marker = _marker(stream)
    if not marker:
        stream = cast(BinaryIO, _Counted(stream))
    names = _Names(source)
    some = False
    start: int | None = 0
    # Set after an error between two records, until it is known whether the second is the broken one.
    gap: Rejected | None = None
    while start is not None:
        last: int | None = None
        found: RawInput | Rejected | None = None
        try:
            for record in warc.ArchiveIterator(stream, parse_http=False):
                if gap is not None:
                    yield gap
                    gap = None
                last = record.stream_pos
                found = _page(record, names.at(last))
                if found is not None:
                    some = True
                    yield found
                if _is_broken(found) and marker:
                    break
            else:
                if last is not None and (cut := _cut_member(stream, marker, last + 1)) is not None:
                    yield _broken(names.at(cut), EOFError("gzip"))
                break
        except OSError as error:
            if error.errno is not None:
                raise
            some = True
            if last is None:
                gap = None
                yield _broken(names.at(start), error)
            elif not _is_broken(found):
                gap = _broken(names.at(last + 1), error)
        start = _next(stream, marker, (start if last is None else last) + 1) if marker else None
    if gap is not None:
        yield gap
    if not some:
        yield rejected(source, "no_pages")


class _Names:
    """Names of records by where they begin; those of one gzip member, which begin together, are numbered."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._offset = -1
        self._count = 0

    def at(self, offset: int) -> str:
        self._count = self._count + 1 if offset == self._offset else 0
        self._offset = offset
        return f"{self._source}@{offset}" + (f"+{self._count}" if self._count else "")


def _page(record: Any, source: str) -> RawInput | Rejected | None:
    """The page in a record, why it is broken, or None for a record that holds no page."""
    kind = record.headers.get("WARC-Type")
    if not kind or not record.headers.get("Content-Length"):
        return _broken(source, ValueError("no WARC-Type, Content-Length"))
    if kind.lower() != "response" or not record.is_http:
        return None
    promised = record.content_length
    if promised > MAX_BYTES:
        return too_many_bytes(source)
    try:
        record.freeze()
        if record.content_length != promised:
            return _broken(source, ValueError(f"{record.content_length} / {promised} byte"))
        record.parse_http(auto_decode="all")
        if record.http_headers is None or record.http_headers.status_code is None:
            return _broken(source, ValueError("no HTTP header"))
        if record.http_headers.status_code != _OK or record.http_content_type not in _HTML:
            return None
        body = record.reader.read(MAX_BYTES + 1)
    except OSError as error:
        if error.errno is not None:
            raise
        return _broken(source, error)
    if len(body) > MAX_BYTES:
        return too_many_bytes(source)
    crawled = record.record_date
    return RawInput(
        "page",
        body,
        source,
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
        extra={"crawled": crawled.isoformat()} if crawled else None,
    )


def _broken(source: str, error: Exception) -> Rejected:
    return rejected(source, "broken_record", reason=why(error))


def _is_broken(found: RawInput | Rejected | None) -> bool:
    return isinstance(found, Rejected) and found.code == "broken_record"


# --- finding the next record after a broken one ---------------------------------------------------------------
def _marker(stream: BinaryIO) -> bytes:
    """What each record of the file begins with; nothing where the file cannot be searched."""
    if not stream.seekable():
        return b""
    head = stream.read(len(GZIP))
    stream.seek(0)
    return GZIP + b"\x08" if head == GZIP else MAGIC


def _next(stream: BinaryIO, marker: bytes, offset: int) -> int | None:
    """Moves the stream to the first record that begins at the offset or after it, and returns where that is."""
    stream.seek(offset)
    base, window = offset, b""
    while chunk := stream.read(_CHUNK):
        window += chunk
        at = -1
        while (at := window.find(marker, at + 1)) >= 0:
            if _begins(stream, marker, base + at):
                stream.seek(base + at)
                return base + at
        kept = max(len(window) - len(marker) + 1, 0)
        base, window = base + kept, window[kept:]
        stream.seek(base + len(window))
    return None


def _cut_member(stream: BinaryIO, marker: bytes, offset: int) -> int | None:
    """Where a last gzip member begins that is cut so early that it holds no record; None if there is none."""
    return None if marker in (b"", MAGIC) else _next(stream, marker, offset)


def _begins(stream: BinaryIO, marker: bytes, offset: int) -> bool:
    """Whether a record begins at the offset, where its marker was found."""
    if marker == MAGIC:
        stream.seek(offset - 1)
        line = stream.read(len(MAGIC) + 2)
        return line.startswith(b"\n" + MAGIC) and line[-1:].isdigit()
    stream.seek(offset)
    peeked = stream.read(_PEEK)
    member = zlib.decompressobj(wbits=31)
    try:
        start = member.decompress(peeked, len(MAGIC))
    except zlib.error:
        return False
    # The file may end before the first bytes of the record come out.
    return start == MAGIC or (MAGIC.startswith(start) and len(peeked) < _PEEK and not member.eof)


class _Counted(io.RawIOBase):
    """A stream that cannot seek but knows how far it has been read, which FastWARC asks for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
