"""Opening a store: what is one, what is none, what is too new, and what SQL and hands find in it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from extractor.store import Store, StoreError, schema
from extractor.store.schema import migrations
from tests.store.news import REPORT, VOTE, add


def test_a_new_store_has_the_schema_it_says(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", create=True) as store:
        settings = {
            name: store.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "user_version")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "user_version": len(migrations())}
    with Store.open(tmp_path / "news.db") as again:
        assert again.counts()["articles"] == 0


def test_a_store_of_an_older_schema_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    scripts = migrations()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", lambda: scripts[:1])
        with Store.open(path, create=True) as store:
            add(store, VOTE, "a.txt")
            # Figures without a concept, which full text does not hold.
            add(store, "Đã đạt 23% và 45%.", "c.txt")
            assert store.db.execute("PRAGMA user_version").fetchone()[0] == 1
    with Store.open(path) as store:
        assert store.db.execute("PRAGMA user_version").fetchone()[0] == len(scripts)
        assert add(store, VOTE, "a.txt").outcome == "duplicate"
        assert add(store, VOTE, "b.txt").outcome == "stored"
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for table in ("articles_fts", "figures_fts"):
            # With rank 1 it is held to what it indexes.
            store.db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    with Store.memory() as new, Store.open(path) as old:
        names = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        assert [*map(tuple, old.db.execute(names))] == [*map(tuple, new.db.execute(names))]


def test_to_add_an_article_takes_no_longer_the_more_there_are() -> None:
    def told(number: int) -> str:
        return f"Theo Quyết định số 245/QĐ-UBND, xã {'Tân ' * (number % 7)}{number} có {number + 100} hộ nghèo."

    def steps(store: Store, number: int) -> int:
        """The instructions of SQLite's machine that adding one takes, in hundreds."""
        taken = [0]

        def step() -> None:
            taken[0] += 1

        store.db.set_progress_handler(step, 100)
        add(store, told(number), f"{number}.txt")
        store.db.set_progress_handler(None, 0)
        return taken[0]

    with Store.memory() as store:
        few = [steps(store, number) for number in range(40)][20:]
        for number in range(40, 300):
            add(store, told(number), f"{number}.txt")
        many = [steps(store, number) for number in range(300, 320)]
    assert max(many) < 2 * max(few), (few, many)


def test_every_table_and_view_answers(tmp_path: Path) -> None:
    with Store.memory() as store:
        add(store, VOTE, "a.txt")
        names = [row[0] for row in store.db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
        for name in names:
            store.db.execute(f"SELECT * FROM {name} LIMIT 1").fetchall()
    assert {"alarms", "alarms_by_severity", "documents_by_number", "figures_once"} <= set(names)
    assert {"figures_by_unit_and_place", "findings_to_review", "rejects_by_reason", "heads"} <= set(names)


def test_the_documentation_names_every_table_and_view() -> None:
    told = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
    with Store.memory() as store:
        rows = store.db.execute(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%fts_%'"
        ).fetchall()
        for (name,) in rows:
            assert f"`{name}`" in told, name


def refused(path: Path, **options: bool) -> StoreError:
    with pytest.raises(StoreError) as caught:
        Store.open(path, **options)
    return caught.value


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    error = refused(path, create=True)
    assert error.code == "newer"
    assert "99" in error.message.vi
    assert "upgrade soatso" in error.message.en
    assert path.read_bytes() == before


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("Không phải cơ sở dữ liệu. " * 100, encoding="utf-8")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    db.close()
    for path in (text, other):
        before = path.read_bytes()
        assert refused(path, create=True).code == "not_a_store"
        assert path.read_bytes() == before


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert refused(tmp_path / "news.db").code == "missing"
    assert not (tmp_path / "news.db").exists()
    assert refused(tmp_path / "nowhere" / "news.db", create=True).code == "unwritable"


def test_a_locked_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.schema.BUSY_SECONDS", 0.1)
    path = tmp_path / "news.db"
    Store.open(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store, pytest.raises(StoreError) as caught:
        add(store, VOTE, "a.txt")
    other.execute("ROLLBACK")
    other.close()
    assert caught.value.code == "locked"
    with Store.open(path) as store:
        assert add(store, VOTE, "a.txt").outcome == "stored"


def test_what_fails_halfway_is_not_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", create=True) as store:
        with suppress(ZeroDivisionError), store.transaction() as db:
            db.execute("INSERT INTO meta (name, value) VALUES ('a', 'b')")
            raise ZeroDivisionError
        assert store.counts()["articles"] == 0
        assert store.db.execute("SELECT count(*) FROM meta").fetchone()[0] == 0
        with pytest.raises(StoreError), store.transaction() as db:
            db.execute("INSERT INTO records (article, json) VALUES (7, 'x')")


def test_a_store_opened_to_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, create=True) as store:
        add(store, REPORT.format(roads=12), "a.txt")
    with Store.open(path, read_only=True) as store:
        assert len(store.search("dam doi")) == 1
        with pytest.raises(StoreError):
            store.mark("n1", "confirm")
