"""Reading through gzip and Zstandard, told by the content and not by the name of the file."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from importlib import import_module
from typing import Any, BinaryIO, cast

from extractor.readers.extras import needed

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"


class CutShort(Exception):
    """A compressed stream ends before its end."""


class BrokenCompression(Exception):
    """A compressed stream is not what it says it is."""


def is_compressed(head: bytes) -> bool:
    """Whether a file that starts with these bytes is compressed in a way that is read."""
    return head.startswith((GZIP, ZSTANDARD))


def decompressed(stream: BinaryIO, head: bytes) -> BinaryIO:
    """What is in a compressed stream, as a raw stream: it gives all that comes before any damage.

    Args:
        stream: from its first byte on.
        head: its first bytes.

    Raises:
        MissingExtra: it is in Zstandard, and nothing that reads it is installed.
        CutShort, BrokenCompression: on reading from what is returned.
    """
    if head.startswith(GZIP):
        inner: Any = gzip.GzipFile(fileobj=stream, mode="rb")
        errors: tuple[type[Exception], ...] = (gzip.BadGzipFile, zlib.error)
    else:
        zstd = _zstandard()
        inner = zstd.ZstdFile(stream, mode="rb")
        errors = (zstd.ZstdError,)
    return cast(BinaryIO, _Told(inner, errors))


def _zstandard() -> Any:
    # In the standard library from 3.14 on.
    return import_module("compression.zstd") if sys.version_info >= (3, 14) else needed("backports.zstd", "Zstandard")


class _Told(io.RawIOBase):
    """A stream whose own errors are told apart from those of the file it reads."""

    def __init__(self, stream: Any, errors: tuple[type[Exception], ...]) -> None:
        self._stream = stream
        self._errors = errors
        self._stopped: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._stopped is not None:
            raise self._stopped
        try:
            # Not readinto, which loses what it has when it fails to fill the rest of its buffer.
            data = self._stream.read1(len(buffer))
        except EOFError:
            self._stopped = CutShort()
        except self._errors as error:
            self._stopped = BrokenCompression(str(error))
        else:
            buffer[: len(data)] = data
            return len(data)
        raise self._stopped
