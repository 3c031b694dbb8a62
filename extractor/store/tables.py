"""The tables and views of a store, row by row, for whoever writes them out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.store.packing import unpacked_record
from extractor.store.store import Store

_HIDDEN = ("articles_fts", "figures_fts", "bands", "inputs", "meta", "articles_folded", "figures_folded", "sqlite_")
_ROWS = 500


class Table(NamedTuple):
    """A table or view: its name, and its columns with their SQL types."""

    name: str
    columns: tuple[tuple[str, str], ...]
    is_view: bool


def tables(store: Store) -> dict[str, Table]:
    """What a person may want of a store, tables before views."""
    found = store.db.execute(
        "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY type, name"
    ).fetchall()
    return {
        name: Table(name, _columns(store, name), kind == "view") for name, kind in found if not name.startswith(_HIDDEN)
    }


def _columns(store: Store, name: str) -> tuple[tuple[str, str], ...]:
    if name == "records":
        return (("article", "INTEGER"), ("json", "TEXT"))
    return tuple((row["name"], row["type"]) for row in store.db.execute(f'PRAGMA table_info("{name}")'))


def rows(store: Store, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table, a few at a time, in order; records with their JSON as text."""
    ordered = "" if table.is_view else " ORDER BY rowid" if table.name != "marks" else " ORDER BY key"
    found = store.db.execute(f'SELECT * FROM "{table.name}"{ordered}')
    names = [name for name, _ in table.columns]
    while some := found.fetchmany(_ROWS):
        for row in some:
            if table.name == "records":
                yield {"article": row["article"], "json": unpacked_record(row["json"])}
            else:
                yield {name: _plain(row[name]) for name in names}


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
