"""Pages of a large store ask its indexes: no question looks at every figure, or sorts every article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from extractor.store import Store
from extractor.web import lookup, queue


@contextmanager
def _asked(store: Store) -> Iterator[list[str]]:
    """The questions that are asked of a store in the meantime."""
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    try:
        yield asked
    finally:
        store.db.set_trace_callback(None)


def _plan(store: Store, question: str) -> list[str]:
    return [row["detail"] for row in store.db.execute(f"EXPLAIN QUERY PLAN {question}")]


@pytest.mark.parametrize(
    ("ask", "never"),
    [
        (queue.choices, ("SCAN x", "figures_by_unit", "figures_by_topic")),
        (lambda store: store.articles_by_alarms(limit=3), ("TEMP B-TREE",)),
        (lambda store: lookup.documents(store, "", 3, 0), ("SCAN documents USING INDEX",)),
    ],
    ids=["choices of the queue", "articles", "documents"],
)  # fmt: skip
def test_what_a_page_looks_at(news: Path, ask: Callable[[Store], Any], never: tuple[str, ...]) -> None:
    with Store.open(news) as store:
        queue.prepare(store)
        with _asked(store) as questions:
            ask(store)
        plans = {question: _plan(store, question) for question in questions}
    assert plans
    for question, plan in plans.items():
        assert not [line for line in plan for word in never if word in line], (question, plan)
        assert "SCAN documents" not in plan, (question, plan)


def test_articles_come_with_most_alarms_first_and_page_by_page(news: Path) -> None:
    with Store.open(news) as store:
        rows = store.db.execute("SELECT id FROM articles ORDER BY alarms DESC, id DESC").fetchall()
        wanted = [row["id"] for row in rows]
        assert len(store.db.execute("SELECT 1 FROM articles WHERE alarms > 0").fetchall()) > 1
        for size in (1, 2, 4, 10):
            pages = [store.articles_by_alarms(limit=size, offset=at) for at in range(0, len(wanted) + size, size)]
            assert [article.id for page in pages for article in page] == wanted


def test_what_there_is_very_much_of_is_counted_no_further_than_asked(news: Path) -> None:
    asked = queue.Filter.of({"state": "all", "verdict": "consistent"})
    with Store.open(news) as store:
        queue.prepare(store)
        whole = queue.count(store, asked)
        assert whole > 1
        assert [queue.count(store, asked, most) for most in (1, whole, whole + 1)] == [1, whole, whole]
        items = queue.items(store, asked)
        assert [item.id for item in items] == sorted(item.id for item in items)
        assert [item.id for item in queue.items(store, asked, 1, 1)] == [items[1].id]
