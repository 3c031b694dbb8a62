"""Inputs of a run: what identifies each, and how far into its file the reading is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO

from extractor.readers import Input, InputFormat, RawInput, Rejected, discover, read_input


def digest_of(raw: RawInput | Rejected) -> bytes:
    """What an input is known by in later runs: its source, its content and how it was read.

    >>> one = RawInput("line", b'{"text": "abc"}', "a.jsonl:1")
    >>> digest_of(one) == digest_of(RawInput("line", b'{"text": "abc"}', "b.jsonl:1"))
    False
    """
    if isinstance(raw, Rejected):
        parts = [raw.source, raw.code, raw.message.en]
        data = b""
    else:
        parts = [raw.source, raw.kind, raw.id or "", raw.text_column or "", raw.charset or "", raw.url or ""]
        data = raw.data if isinstance(raw.data, bytes) else repr(sorted(raw.data.items())).encode()
    digest = hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    digest.update(b"\0" + data)
    return digest.digest()


def size_of(raw: RawInput) -> int:
    """About how many bytes an input has."""
    if isinstance(raw.data, bytes):
        return len(raw.data)
    return 200 + sum(len(value) for value in raw.data.values() if isinstance(value, str | bytes))


class Reading:
    """The raw inputs of some sources, and how much of their bytes has been read.

    Attributes:
        done: bytes of the files that have been read to their end.
    """

    def __init__(self, sources: Sequence[str], input_format: InputFormat, text_column: str | None) -> None:
        self._sources = sources
        self._format = input_format
        self._text_column = text_column
        self._stream: BinaryIO | None = None
        self.done = 0

    def total(self) -> int | None:
        """Bytes of all files; None where that cannot be told, as of standard input."""
        total = 0
        for found in discover(self._sources, self._format):
            if isinstance(found, Input):
                if found.path is None:
                    return None
                total += _size(found)
        return total

    @property
    def position(self) -> int:
        """Bytes read so far, of whatever was read."""
        at = 0
        if self._stream is not None:
            with suppress(ValueError, OSError):
                at = self._stream.tell()
        return self.done + at

    def __iter__(self) -> Iterator[RawInput | Rejected]:
        for found in discover(self._sources, self._format):
            if isinstance(found, Rejected):
                yield found
                continue
            yield from read_input(found, input_format=self._format, text_column=self._text_column, opened=self._opened)
            self._stream = None
            self.done += _size(found)

    def _opened(self, stream: BinaryIO) -> None:
        self._stream = stream


def _size(found: Input) -> int:
    try:
        return os.stat(found.path).st_size if found.path is not None else 0
    except OSError:
        return 0
