"""Putting packed articles into the tables. The order in which they come decides ids and heads; nothing else does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple

from extractor.store.across import compare
from extractor.store.copies import LIKE, sequences, similarity
from extractor.store.packing import ARTICLE_COLUMNS, COLUMNS, Packed, Row

# For each None that is bound sqlite3 looks for a way to adapt it, as if it were an object of ours, and makes and drops
# an error when it finds none: two fifths of the time that adding an article's parts took.
sqlite3.register_adapter(type(None), lambda none: none)

_TEXT = ARTICLE_COLUMNS.index("text")
_SHA256 = ARTICLE_COLUMNS.index("sha256")
_URL, _SOURCE = ARTICLE_COLUMNS.index("url"), ARTICLE_COLUMNS.index("source")
# What a new extraction of the same text may change of an article.
_COUNTS = ("documents", "figures", "claims", "alarms", "findings", "problems", "percentages", "checked", "unchecked")


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    return f"INSERT INTO {table} ({', '.join(map(_quoted, names))}) VALUES ({', '.join('?' * len(names))})"


def _quoted(name: str) -> str:
    return f'"{name}"'


_ARTICLE = _insert("articles", ("id", "group_id", "similarity", "extractor", "run", *ARTICLE_COLUMNS))
# A check has the id of its claim.
_PARTS = {
    name: _insert(name, (*(("id",) if name in ("claims", "checks") else ()), "article", *columns))
    for name, columns in COLUMNS.items()
}


class Added(NamedTuple):
    """What became of an article that was added: it is new, or ``article`` is the one that has been there."""

    outcome: Literal["stored", "duplicate"]
    article: int


def add(db: sqlite3.Connection, packed: Packed, extractor: str, run: int) -> Added:
    """Store an article unless the same text of the same source is there; find its group and what contradicts it."""
    row = packed.article
    sha256, origin = row[_SHA256], row[_URL] or row[_SOURCE]
    same = db.execute(
        "SELECT id FROM articles WHERE sha256 = ? AND coalesce(url, source) = ?", (sha256, origin)
    ).fetchone()
    if same:
        return Added("duplicate", same[0])
    article: int = db.execute("SELECT coalesce(max(id), 0) + 1 FROM articles").fetchone()[0]
    group, like = _group(db, packed)
    db.execute(_ARTICLE, (article, group or article, f"{like:.3f}".rstrip("0").rstrip("."), extractor, run, *row))
    if group is None:
        db.execute("INSERT INTO groups (id, head) VALUES (?, ?)", (article, article))
        db.executemany(
            "INSERT OR IGNORE INTO bands (band, group_id) VALUES (?, ?)",
            [(band, article) for band in packed.sketch or ()],
        )
    else:
        db.execute("UPDATE groups SET size = size + 1 WHERE id = ?", (group,))
    _add_parts(db, article, packed)
    compare(db, article)
    return Added("stored", article)


def replace(db: sqlite3.Connection, article: int, packed: Packed, extractor: str) -> None:
    """Put a new extraction of a stored article in the place of the old one."""
    for table in ("checks", *(name for name in COLUMNS if name != "checks"), "records"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    values = dict(zip(ARTICLE_COLUMNS, packed.article, strict=True))
    assignments = ", ".join(f"{name} = ?" for name in _COUNTS)
    db.execute(
        f"UPDATE articles SET extractor = ?, {assignments} WHERE id = ?",
        (extractor, *(values[name] for name in _COUNTS), article),
    )
    _add_parts(db, article, packed)


_INDEX = tuple(
    f"INSERT INTO {table}_fts (rowid, {columns}) SELECT id, {columns} FROM {table}_folded"
    f" WHERE id > (SELECT coalesce(max(id), 0) FROM {table}_fts_docsize) AND {needed} ORDER BY id"
    for table, columns, needed in (
        ("articles", "title, text", "1"),
        ("figures", "concept, unit", "concept IS NOT NULL"),
    )
)


def index(db: sqlite3.Connection) -> None:
    """Let full text find what was added since; to be done before each commit."""
    for statement in _INDEX:
        db.execute(statement)


def _add_parts(db: sqlite3.Connection, article: int, packed: Packed) -> None:
    db.execute(
        "INSERT INTO records (article, read_problems, json) VALUES (?, ?, ?)",
        (article, packed.read_problems, packed.record),
    )
    parts: dict[str, list[Row]] = {name: getattr(packed, name) for name in COLUMNS}
    for name, rows in parts.items():
        if not rows:
            continue
        if name == "claims":
            first: int = db.execute("SELECT coalesce(max(id), 0) + 1 FROM claims").fetchone()[0]
            db.executemany(_PARTS[name], [(first + i, article, *row) for i, row in enumerate(rows)])
            numbers = {row[0]: first + i for i, row in enumerate(rows)}
        elif name == "checks":
            db.executemany(_PARTS[name], [(numbers[row[0]], article, *row) for row in rows])
        else:
            db.executemany(_PARTS[name], [(article, *row) for row in rows])


def _group(db: sqlite3.Connection, packed: Packed) -> tuple[int | None, float]:
    """The group whose head the text is a copy of, and how much it is like it; None for a text that is new."""
    found = db.execute(
        "SELECT group_id, similarity FROM articles WHERE sha256 = ? ORDER BY id LIMIT 1", (packed.article[_SHA256],)
    ).fetchone()
    if found:
        return found[0], float(found[1])
    bands = packed.sketch or ()
    if not bands:
        return None, 1.0
    candidates = db.execute(
        f"SELECT group_id, count(*) FROM bands WHERE band IN ({', '.join('?' * len(bands))})"
        " GROUP BY group_id ORDER BY count(*) DESC, group_id LIMIT 50",
        bands,
    ).fetchall()
    if not candidates:
        return None, 1.0
    own = sequences(packed.article[_TEXT])
    likest: tuple[float, int] = (LIKE, 0)
    for group, _ in candidates:
        (text,) = db.execute(
            "SELECT text FROM articles JOIN groups ON groups.head = articles.id WHERE groups.id = ?", (group,)
        ).fetchone()
        like = similarity(own, sequences(text))
        # Of two that are as like, the earlier.
        likest = max(likest, (like, -group)) if like >= LIKE else likest
    return (-likest[1], likest[0]) if likest[1] else (None, 1.0)


def count(db: sqlite3.Connection, run: int, added: Added, packed: Packed) -> None:
    """Count one input in its run."""
    alarms = packed.article[ARTICLE_COLUMNS.index("alarms")] if added.outcome == "stored" else 0
    db.execute(
        f"UPDATE runs SET read = read + 1, {added.outcome} = {added.outcome} + 1, alarms = alarms + ? WHERE id = ?",
        (alarms, run),
    )
