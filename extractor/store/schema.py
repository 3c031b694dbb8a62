"""Opening a store: its settings, and the migrations that bring an older one up to date."""

from __future__ import annotations

import os
import sqlite3
from functools import cache
from importlib import resources
from pathlib import Path

from extractor.store.errors import StoreError, store_error

APPLICATION_ID = 0x736F6174
"""What an SQLite file says of itself where it is a store: "soat"."""

BUSY_SECONDS = 5.0
_CACHE_KIB = 64 * 1024


@cache
def migrations() -> tuple[str, ...]:
    """The scripts in order; the first makes schema 1 of an empty file, the next schema 2 of it, and so on."""
    folder = resources.files("extractor.store") / "migrations"
    found = sorted((each.name, each) for each in folder.iterdir() if each.name.endswith(".sql"))
    assert [int(name[:4]) for name, _ in found] == list(range(1, len(found) + 1))
    return tuple(each.read_text(encoding="utf-8") for _, each in found)


def connect(path: str, *, create: bool, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the store in a file, with its schema up to date.

    Args:
        path: the file; ``:memory:`` for none.
        create: whether to make a store where there is none.
        read_only: never write, not even to bring the schema up to date.

    Raises:
        StoreError: it cannot be used, with the reason.
    """
    in_memory = path == ":memory:"
    if not in_memory and not create and not os.path.exists(path):
        raise StoreError("missing", path)
    uri = path if in_memory else Path(path).resolve().as_uri() + ("?mode=ro" if read_only else "")
    try:
        db = sqlite3.connect(
            uri, uri=not in_memory, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise store_error(path, error) from error
    try:
        db.row_factory = sqlite3.Row
        _check(db, path, create)
        for setting in ("foreign_keys = ON", f"cache_size = -{_CACHE_KIB}", "temp_store = MEMORY"):
            db.execute(f"PRAGMA {setting}")
        if not read_only:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            migrate(db)
    except sqlite3.Error as error:
        db.close()
        raise store_error(path, error) from error
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, path: str, create: bool) -> None:
    """Refuses what is no store, and one of a schema that is not known yet."""
    found = _pragma(db, "user_version")
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if _pragma(db, "application_id") != APPLICATION_ID and (tables or not create):
        raise StoreError("not_a_store", path)
    if found > len(migrations()):
        raise StoreError("newer", path, found=found, known=len(migrations()))


def migrate(db: sqlite3.Connection) -> None:
    """Bring the schema up to date, each step whole or not at all."""
    while (version := _pragma(db, "user_version")) < len(migrations()):
        script = migrations()[version]
        try:
            db.executescript(
                f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; {script}"
                f"; PRAGMA user_version = {version + 1}; COMMIT;"
            )
        except sqlite3.OperationalError:
            if db.in_transaction:
                db.execute("ROLLBACK")
            # Another process may have been a moment quicker.
            if _pragma(db, "user_version") == version:
                raise


def _pragma(db: sqlite3.Connection, name: str) -> int:
    value: int = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value
