"""What a store holds, for comparing one with another."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from extractor.store import Store

# When a run began, and how often, is no content.
_NO_CONTENT = {"runs": ("attempts", "started", "finished")}


def contents(path: Path) -> dict[str, Any]:
    """Every table in full, but for its times, and what the full-text tables find."""
    held: dict[str, Any] = {}
    with Store.open(path) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("articles_fts", "figures_fts"):
            store.db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            word = {"articles_fts": "huyen", "figures_fts": "ho"}[table]
            held[table] = [tuple(r) for r in store.db.execute(f"SELECT rowid FROM {table}(?) ORDER BY 1", (word,))]
        names = store.db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name"
        ).fetchall()
        for (name,) in names:
            rows = store.db.execute(f"SELECT * FROM {name}").fetchall()
            held[name] = [
                tuple(value for key, value in dict(row).items() if key not in _NO_CONTENT.get(name, ())) for row in rows
            ]
    return held


def digest(path: Path) -> str:
    return hashlib.sha256(repr(contents(path)).encode()).hexdigest()
