"""Where results go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from extractor.article import Article
from extractor.records import Record

# Rows are gathered to be written together; a row is some 15 kB.
_ROW_GROUP = 1000


def utf8_stdout() -> IO[str]:
    """Standard output as UTF-8 with plain line feeds, for JSON, whatever the locale says."""
    _reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def text_stdout() -> IO[str]:
    """Standard output for a person: a character that its encoding lacks is replaced and stops nothing."""
    _reconfigure(errors="replace")
    return sys.stdout


def _reconfigure(**options: str) -> None:
    # Under test runners the stream may be another kind, which needs nothing.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**options)


class RecordsOut(Protocol):
    """Where the records of a run go, one by one."""

    def write(self, article: Article, record: Record) -> None:
        """Take one record, and the article it is of."""


@contextmanager
def json_lines(path: Path | None) -> Iterator[RecordsOut]:
    """Records as JSON Lines, to standard output or to a file that appears when it is whole.

    Raises:
        OSError: they cannot be written.
    """
    if path is None:
        out = utf8_stdout()
        yield _JsonLines(out)
        out.flush()
        return
    with whole_file(path) as whole:
        file = io.TextIOWrapper(whole, encoding="utf-8", newline="\n")
        try:
            yield _JsonLines(file)
        finally:
            # Written out, and the file below left to its owner.
            file.detach()


@contextmanager
def parquet(path: Path) -> Iterator[RecordsOut]:
    """Records as rows of a Parquet file that appears when it is whole; the columns are those of a distributed run.

    Raises:
        ImportError: pyarrow, of the extra ``soatso[batch]``, is not installed.
        OSError: the file cannot be written.
    """
    from pyarrow.parquet import ParquetWriter

    from extractor.distributed.rows import schema

    with whole_file(path) as whole, ParquetWriter(whole, schema(), compression="zstd") as writer:
        out = _Parquet(writer)
        yield out
        out.flush()


class _JsonLines:
    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, article: Article, record: Record) -> None:
        self._file.write(record.to_json() + "\n")


class _Parquet:
    def __init__(self, writer: Any) -> None:
        self._writer = writer
        self._rows: list[dict[str, Any]] = []

    def write(self, article: Article, record: Record) -> None:
        from extractor.distributed.rows import record_row

        self._rows.append(record_row(record, article.text))
        if len(self._rows) == _ROW_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write out what has been gathered for a row group."""
        from extractor.distributed.rows import record_table

        if self._rows:
            self._writer.write_table(record_table(self._rows))
            self._rows = []


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name only when all was written; before, and after a failure, the old one stands.

    What is no regular file (``/dev/null``, a named pipe) is written to directly.

    Raises:
        OSError: the file cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as direct:
            yield direct
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(target.stat().st_mode & 0o777)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
