"""The store as its users meet it: open, add, ask, mark."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Literal, Self

from extractor.article import Article
from extractor.records import Record
from extractor.store import reading, writing
from extractor.store.across import compare_all
from extractor.store.errors import StoreError, told
from extractor.store.models import (
    CrossRow,
    FindingRow,
    GroupRow,
    Hit,
    Mark,
    MarkVerdict,
    RejectRow,
    RunRow,
    StoredArticle,
)
from extractor.store.packing import Packed, unpacked_record
from extractor.store.schema import connect
from extractor.store.version import rules_version


class Store:
    """One SQLite file of articles, records and marks.

    Reading and marking are safe while a run writes. All methods raise :class:`StoreError` where the file cannot be
    read or written, with the reason in one sentence.

    Attributes:
        path: the file.
        db: the connection, for questions that no method answers; its rows have names.
    """

    def __init__(self, path: str, db: sqlite3.Connection) -> None:
        self.path = path
        self.db = db

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False, read_only: bool = False) -> Self:
        """The store in a file.

        Args:
            path: the file.
            create: make an empty store where there is no file.
            read_only: refuse to write.

        Raises:
            StoreError: there is none, it is none, it is of a newer schema, it is locked, …
        """
        name = os.fspath(path)
        return cls(name, connect(name, create=create, read_only=read_only))

    @classmethod
    def memory(cls) -> Self:
        """A store that is gone when it is closed."""
        return cls(":memory:", connect(":memory:", create=True))

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written within is written together, or not at all."""
        with told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    # --- adding ---------------------------------------------------------------------------------------------
    def add(self, packed: Packed, *, run: int | None = None) -> writing.Added:
        """Store an article in a transaction of its own; a run, which writes many at a time, has its own ways.

        Args:
            packed: the article, by :func:`extractor.store.pack`.
            run: the run it belongs to; None for a run of its own that is called "add".
        """
        with self.transaction() as db:
            if run is None:
                run = reading.open_run(db, "add", rules_version(), now())
            added = writing.add(db, packed, rules_version(), run)
            writing.count(db, run, added, packed)
            writing.index(db)
        return added

    def replace(self, article: int, packed: Packed) -> None:
        """Put a new record of a stored article in the place of its old one; marks stay."""
        with self.transaction() as db:
            writing.replace(db, article, packed, rules_version())
            writing.index(db)

    def compare_all(self) -> None:
        """Find what contradicts what across articles anew."""
        with self.transaction() as db:
            compare_all(db)

    # --- articles -------------------------------------------------------------------------------------------
    def article(self, article: int) -> Article | None:
        """A stored article with its text, as it was read."""
        with told(self.path):
            return reading.article(self.db, article)

    def record_json(self, article: int) -> str | None:
        """The record of a stored article, letter for letter."""
        with told(self.path):
            row = self.db.execute("SELECT json FROM records WHERE article = ?", (article,)).fetchone()
        return None if row is None else unpacked_record(row[0])

    def record(self, article: int) -> Record | None:
        """The record of a stored article."""
        data = self.record_json(article)
        return None if data is None else Record.model_validate_json(data)

    def listed(self, article: int) -> StoredArticle | None:
        """A stored article without its text."""
        found = self.articles(where="articles.id = ?", values=(article,))
        return found[0] if found else None

    def articles(
        self,
        *,
        where: str = "1",
        values: Sequence[Any] = (),
        order: str = "articles.id",
        limit: int = 50,
        offset: int = 0,
    ) -> list[StoredArticle]:
        """A page of stored articles.

        Args:
            where: a condition on columns of ``articles``, with ``?`` for each of ``values``; never text of a user.
            values: what the ``?`` stand for.
            order: columns to order by.
            limit: how many at most.
            offset: how many to pass over.
        """
        with told(self.path):
            return reading.articles(self.db, where, values, order, limit, offset)

    def articles_by_alarms(self, *, limit: int = 50, offset: int = 0) -> list[StoredArticle]:
        """A page of stored articles, those with most alarms first and the newest of them.

        Args:
            limit: how many at most.
            offset: how many to pass over.
        """
        with told(self.path):
            return reading.articles_by_alarms(self.db, limit, offset)

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Articles whose title or text has all words of a query, best first; "ca mau" finds "Cà Mau".

        Args:
            query: words as a person types them; in quotes, words in their order. The last may be a beginning.
            limit: how many at most.
            offset: how many to pass over.
        """
        with told(self.path):
            return reading.search(self.db, query, limit, offset)

    def search_figures(self, query: str, *, limit: int = 50, offset: int = 0) -> list[sqlite3.Row]:
        """Rows of ``figures`` whose concept or unit has all words of a query, best first."""
        with told(self.path):
            return reading.search_figures(self.db, query, limit, offset)

    def group(self, group: int) -> tuple[GroupRow, list[StoredArticle]] | None:
        """A group with its articles, the head first."""
        with told(self.path):
            return reading.group(self.db, group)

    # --- findings and marks ---------------------------------------------------------------------------------
    def findings(
        self,
        *,
        article: int | None = None,
        kinds: Sequence[str] = (),
        severity: Literal["low", "high"] | None = None,
        marked: bool | None = None,
        heads_only: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> list[FindingRow]:
        """A page of findings, severe ones first, each with its mark.

        Args:
            article: of this one alone.
            kinds: of these kinds alone; of all if empty.
            severity: of this severity alone.
            marked: True for those a person has decided about, False for the others.
            heads_only: leave out copies of an article.
            limit: how many at most.
            offset: how many to pass over.
        """
        with told(self.path):
            return reading.findings(self.db, article, kinds, severity, marked, heads_only, limit, offset)

    def cross_findings(
        self, *, article: int | None = None, kinds: Sequence[str] = (), limit: int = 50, offset: int = 0
    ) -> list[CrossRow]:
        """A page of what two articles say that does not fit, severe ones first, each with its mark.

        Args:
            article: where this is one of the two.
            kinds: of these kinds alone; of all if empty.
            limit: how many at most.
            offset: how many to pass over.
        """
        with told(self.path):
            return reading.cross_findings(self.db, article, kinds, limit, offset)

    def mark(self, key: str, verdict: MarkVerdict, note: str = "", who: str = "") -> Mark:
        """Write down what a person decided about the finding of a key, in the place of an earlier decision."""
        made = Mark(key, verdict, note, who, now())
        with self.transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO marks (key, verdict, note, who, at) VALUES (?, ?, ?, ?, ?)",
                (made.key, made.verdict, made.note, made.who, made.at),
            )
        return made

    def unmark(self, key: str) -> None:
        """Take a mark back."""
        with self.transaction() as db:
            db.execute("DELETE FROM marks WHERE key = ?", (key,))

    def marks(self, keys: Sequence[str] | None = None) -> dict[str, Mark]:
        """Marks by key: those of the keys, or all."""
        with told(self.path):
            return reading.marks(self.db, keys)

    # --- the whole ------------------------------------------------------------------------------------------
    def counts(self) -> dict[str, int]:
        """How many of each there are: ``articles``, ``groups``, ``figures``, ``alarms``, ``findings``, ``marks``, …"""
        with told(self.path):
            return reading.counts(self.db)

    def runs(self, limit: int = 20) -> list[RunRow]:
        """The last runs, the latest first."""
        with told(self.path):
            rows = self.db.execute("SELECT * FROM runs ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
        return [RunRow.of(row) for row in rows]

    def rejects(self, *, limit: int = 50, offset: int = 0) -> list[RejectRow]:
        """A page of the inputs that gave no article, the latest first."""
        with told(self.path):
            rows = self.db.execute(
                "SELECT * FROM rejects ORDER BY id DESC LIMIT ? OFFSET ?", (limit, offset)
            ).fetchall()
        return [RejectRow.of(row) for row in rows]


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


__all__ = ["Store", "StoreError", "now"]
