"""Tables of a store as files, each of which takes its name when it is whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from extractor.cli.output import utf8_stdout, whole_file
from extractor.store import Store
from extractor.store.tables import Table, rows, tables

_ROW_GROUP = 5000
_ARROW = {"INTEGER": "int64", "REAL": "float64"}


class NoTable(Exception):
    """A table that a store does not have; ``table`` is its name, ``tables`` are those it has."""

    def __init__(self, table: str, known: Iterable[str]) -> None:
        super().__init__(table)
        self.table = table
        self.tables = tuple(known)


def export_tables(path: Path, folder: Path | None, format: str, wanted: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Write tables; gives the name of each file with the number of its rows.

    Args:
        path: the store.
        folder: where to write, made if it is not there; None for standard output.
        format: ``parquet``, ``jsonl`` or ``csv``.
        wanted: tables or views; all tables if empty. ``records`` are the records themselves.

    Raises:
        NoTable: one of them is not there.
        StoreError: the store cannot be read.
        ImportError: pyarrow is not installed.
        OSError: the files cannot be written.
    """
    with Store.open(path) as store:
        known = tables(store)
        for name in wanted:
            if name not in known:
                raise NoTable(name, known)
        chosen = [known[name] for name in wanted] or [table for table in known.values() if not table.is_view]
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        # One reading, so that all files tell of the same moment.
        store.db.execute("BEGIN")
        for table in chosen:
            if folder is None:
                out = utf8_stdout()
                yield table.name, _text(store, table, format, out)
                out.flush()
                continue
            file = folder / f"{table.name}.{format}"
            with whole_file(file) as whole:
                if format == "parquet":
                    count = _parquet(store, table, whole)
                else:
                    text = io.TextIOWrapper(whole, encoding="utf-8", newline="")
                    count = _text(store, table, format, text)
                    text.flush()
                    text.detach()
            yield str(file), count


def _text(store: Store, table: Table, format: str, out: IO[str]) -> int:
    count = 0
    write = csv.DictWriter(out, [name for name, _ in table.columns], lineterminator="\n")
    if format == "csv":
        write.writeheader()
    for row in rows(store, table):
        count += 1
        if format == "csv":
            write.writerow(row)
        else:
            out.write((row["json"] if table.name == "records" else json.dumps(row, ensure_ascii=False)) + "\n")
    return count


def _parquet(store: Store, table: Table, whole: IO[bytes]) -> int:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    if table.name == "records":
        return _records(store, whole)
    schema = pa.schema([(name, pa.type_for_alias(_ARROW.get(kind, "string"))) for name, kind in table.columns])
    count = 0
    with ParquetWriter(whole, schema, compression="zstd") as writer:
        found = rows(store, table)
        while some := list(islice(found, _ROW_GROUP)):
            count += len(some)
            writer.write_table(pa.Table.from_pylist([_typed(row, table) for row in some], schema=schema))
    return count


def _typed(row: dict[str, Any], table: Table) -> dict[str, Any]:
    """The row with text where the schema has text: an expression of a view has no type of its own."""
    return {
        name: value if value is None or kind in _ARROW else str(value)
        for (name, kind), value in zip(table.columns, row.values(), strict=True)
    }


def _records(store: Store, whole: IO[bytes]) -> int:
    """Records with the columns of ``soatso extract --format parquet``, text among them, so that load reads them."""
    from pyarrow.parquet import ParquetWriter

    from extractor.distributed.rows import record_row, record_table, schema

    count = 0
    numbers = store.db.execute("SELECT article FROM records ORDER BY article")
    with ParquetWriter(whole, schema(), compression="zstd") as writer:
        while some := numbers.fetchmany(1000):
            made = []
            for (number,) in some:
                article, record = store.article(number), store.record(number)
                assert article is not None and record is not None
                made.append(record_row(record, article.text))
            count += len(made)
            writer.write_table(record_table(made))
    return count
