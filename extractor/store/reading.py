"""Questions to the tables, for :class:`extractor.store.Store`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extractor.article import Article
from extractor.store.folding import match_of
from extractor.store.models import CrossRow, FindingRow, GroupRow, Hit, Mark, StoredArticle

_LISTED = "SELECT articles.*, groups.head AS head FROM articles JOIN groups ON groups.id = articles.group_id"
_COUNTED = ("articles", "groups", "documents", "figures", "claims", "checks", "findings", "derived", "cross_findings",
            "marks", "rejects", "runs")  # fmt: skip


def article(db: sqlite3.Connection, number: int) -> Article | None:
    """A stored article with its text."""
    row = db.execute("SELECT * FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    return Article(
        id=row["name"],
        text=row["text"],
        source=row["source"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        extra=json.loads(row["extra"]),
    )


def articles(
    db: sqlite3.Connection, where: str, values: Sequence[Any], order: str, limit: int, offset: int
) -> list[StoredArticle]:
    """A page of articles without their texts."""
    rows = db.execute(f"{_LISTED} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?", (*values, limit, offset))
    return [StoredArticle.of(row) for row in rows]


def articles_by_alarms(db: sqlite3.Connection, limit: int, offset: int) -> list[StoredArticle]:
    """Articles, those with most alarms first and the newest of them.

    In two parts, for the index knows only those with alarms: to sort all of them each text would be passed over.
    """
    alarmed = db.execute("SELECT count(*) FROM articles WHERE alarms > 0").fetchone()[0]
    first = articles(db, "articles.alarms > 0", (), "articles.alarms DESC, articles.id DESC", limit, offset)
    rest = limit - len(first)
    if not rest:
        return first
    return first + articles(db, "articles.alarms = 0", (), "articles.id DESC", rest, max(0, offset - alarmed))


def search(db: sqlite3.Connection, query: str, limit: int, offset: int) -> list[Hit]:
    """Articles by their words, best first."""
    match = match_of(query)
    if not match:
        return []
    rows = db.execute(
        "SELECT found.snippet, folded.text AS folded, articles.*, groups.head AS head FROM"
        " (SELECT rowid, rank, snippet(articles_fts, 1, '', '', '…', 24) AS snippet FROM articles_fts"
        " WHERE articles_fts MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?) AS found"
        " JOIN articles ON articles.id = found.rowid JOIN articles_folded AS folded ON folded.id = found.rowid"
        " JOIN groups ON groups.id = articles.group_id"
        " ORDER BY found.rank, articles.id",
        (match, limit, offset),
    )
    return [Hit(StoredArticle.of(row), _published(row)) for row in rows]


def _published(row: sqlite3.Row) -> str:
    """The snippet as it was published: the index has it with d for đ, letter for letter otherwise."""
    snippet: str = row["snippet"] or ""
    inner = snippet.removeprefix("…").removesuffix("…")
    at = row["folded"].find(inner)
    return snippet if at < 0 else snippet.replace(inner, row["text"][at : at + len(inner)])


def search_figures(db: sqlite3.Connection, query: str, limit: int, offset: int) -> list[sqlite3.Row]:
    """Figures by the words of their concept and unit, best first."""
    match = match_of(query)
    if not match:
        return []
    return db.execute(
        "SELECT figures.* FROM (SELECT rowid, rank FROM figures_fts WHERE figures_fts MATCH ?"
        " ORDER BY rank, rowid LIMIT ? OFFSET ?) AS found JOIN figures ON figures.id = found.rowid"
        " ORDER BY found.rank, figures.id",
        (match, limit, offset),
    ).fetchall()


def group(db: sqlite3.Connection, number: int) -> tuple[GroupRow, list[StoredArticle]] | None:
    """A group with its articles."""
    row = db.execute("SELECT * FROM groups WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    return GroupRow.of(row), articles(db, "articles.group_id = ?", (number,), "articles.id", -1, 0)


def findings(
    db: sqlite3.Connection,
    article: int | None,
    kinds: Sequence[str],
    severity: str | None,
    marked: bool | None,
    heads_only: bool,
    limit: int,
    offset: int,
) -> list[FindingRow]:
    """A page of findings with their marks."""
    conditions, values = _conditions("findings", kinds, marked)
    if article is not None:
        conditions.append("findings.article = ?")
        values.append(article)
    if severity is not None:
        conditions.append("findings.severity = ?")
        values.append(severity)
    heads = " JOIN groups ON groups.head = findings.article" if heads_only else ""
    rows = db.execute(
        f"SELECT findings.*, {_MARK} FROM findings{heads} LEFT JOIN marks ON marks.key = findings.key"
        f" WHERE {' AND '.join(conditions)} ORDER BY findings.severity = 'low', findings.article, findings.start,"
        " findings.id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [replace(FindingRow.of(row), mark=_mark(row)) for row in rows]


def cross_findings(
    db: sqlite3.Connection, article: int | None, kinds: Sequence[str], limit: int, offset: int
) -> list[CrossRow]:
    """A page of findings between two articles with their marks."""
    conditions, values = _conditions("cross_findings", kinds, None)
    if article is not None:
        conditions.append("? IN (cross_findings.article, cross_findings.other_article)")
        values.append(article)
    rows = db.execute(
        f"SELECT cross_findings.*, {_MARK} FROM cross_findings LEFT JOIN marks ON marks.key = cross_findings.key"
        f" WHERE {' AND '.join(conditions)} ORDER BY cross_findings.severity = 'low', cross_findings.id"
        " LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [replace(CrossRow.of(row), mark=_mark(row)) for row in rows]


_MARK = ", ".join(f"marks.{name} AS mark_{name}" for name in ("key", "verdict", "note", "who", "at"))


def _mark(row: sqlite3.Row) -> Mark | None:
    if row["mark_key"] is None:
        return None
    return Mark(row["mark_key"], row["mark_verdict"], row["mark_note"], row["mark_who"], row["mark_at"])


def _conditions(table: str, kinds: Sequence[str], marked: bool | None) -> tuple[list[str], list[Any]]:
    conditions, values = ["1"], list[Any](kinds)
    if kinds:
        conditions.append(f"{table}.kind IN ({', '.join('?' * len(kinds))})")
    if marked is not None:
        conditions.append(f"marks.key IS {'NOT ' if marked else ''}NULL")
    return conditions, values


def marks(db: sqlite3.Connection, keys: Sequence[str] | None) -> dict[str, Mark]:
    """Marks by key."""
    if keys is None:
        rows = db.execute("SELECT * FROM marks ORDER BY at, key").fetchall()
    else:
        rows = db.execute(
            "SELECT * FROM marks WHERE key IN (SELECT value FROM json_each(?)) ORDER BY at, key",
            (json.dumps(list(keys)),),
        ).fetchall()
    return {row["key"]: Mark.of(row) for row in rows}


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """The size of each table, and the alarms."""
    found = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED}
    found["alarms"] = db.execute("SELECT coalesce(sum(alarms), 0) FROM articles WHERE alarms > 0").fetchone()[0]
    return found


def open_run(db: sqlite3.Connection, name: str, extractor: str, at: str) -> int:
    """The run that single articles are added by."""
    row = db.execute("SELECT id FROM runs WHERE sources = ?", (json.dumps([name]),)).fetchone()
    if row is not None:
        return int(row[0])
    made = db.execute(
        "INSERT INTO runs (sources, options, extractor, status, started, finished)"
        " VALUES (?, '{}', ?, 'finished', ?, ?)",
        (json.dumps([name]), extractor, at, at),
    )
    return int(made.lastrowid or 0)
