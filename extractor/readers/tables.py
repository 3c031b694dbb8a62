"""Parquet: one article a row, read piece by piece however large a row group is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.readers.extras import needed
from extractor.readers.fields import TEXT_FIELDS, wanted_fields
from extractor.readers.model import RawInput, Rejected, printable, rejected, why

MAGIC = b"PAR1"

_ROWS = 64
# Column chunks are read through buffers of this size, not whole.
_BUFFER = 1 << 18
_TEXTUAL = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view")


def raw_rows(stream: BinaryIO, source: str, text_column: str | None = None) -> Iterator[RawInput | Rejected]:
    """Each row of a Parquet file; what cannot be read of a row group is told once, and the next is read.

    Raises:
        MissingExtra: pyarrow is not installed.
        OSError: the file itself cannot be read.
    """
    parquet = needed("pyarrow.parquet", "Parquet")
    arrow_error: type[Exception] = needed("pyarrow", "Parquet").ArrowException
    try:
        table = parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
        schema = table.schema_arrow
        groups: list[int] = [table.metadata.row_group(i).num_rows for i in range(table.num_row_groups)]
    except (arrow_error, OSError) as error:
        yield _broken(source, error)
        return
    if missing := _without_text(schema, source, text_column):
        yield missing
        return
    if not sum(groups):
        yield rejected(source, "empty")
        return
    before = 0
    for group, rows in enumerate(groups):
        done = 0
        try:
            for batch in table.iter_batches(batch_size=_ROWS, row_groups=[group], use_threads=False):
                for row in batch.to_pylist():
                    done += 1
                    yield RawInput("row", row, f"{source}:{before + done}", text_column=text_column)
        except (arrow_error, OSError) as error:
            yield rejected(
                f"{source}:{before + done + 1}", "broken_row_group", rows=rows - done, reason=why(_plain(error))
            )
        before += rows


def _without_text(schema: Any, source: str, text_column: str | None) -> Rejected | None:
    """The rejection of a table that has no column to take articles from, or None."""
    wanted = (text_column,) if text_column else TEXT_FIELDS
    if any(field.name in wanted and _is_text(field.type) for field in schema):
        return None
    columns = ", ".join(f"{printable(field.name)} {field.type}" for field in schema)
    return rejected(source, "no_text_column", wanted=wanted_fields(text_column), columns=columns[:400])


def _is_text(kind: Any) -> bool:
    return str(getattr(kind, "value_type", None) if str(kind).startswith("dictionary") else kind) in _TEXTUAL


def _broken(source: str, error: Exception) -> Rejected:
    return rejected(source, "broken_table", reason=why(_plain(error)))


def _plain(error: Exception) -> Exception:
    """The error with its first sentence alone."""
    return ValueError(str(error).split("\n")[0].strip().rstrip("."))
