"""Copies of an article are one group; what a copy prints otherwise is told; figures count once."""

from __future__ import annotations

import pytest

from extractor.store import Store
from extractor.store.copies import sequences, similarity, sketch
from tests.store.news import REPORT, VOTE, add


@pytest.fixture
def store() -> Store:
    return Store.memory()


def groups(store: Store) -> list[list[str]]:
    return [
        [row[0] for row in store.db.execute("SELECT source FROM articles WHERE group_id = ? ORDER BY id", (group,))]
        for (group,) in store.db.execute("SELECT id FROM groups ORDER BY id").fetchall()
    ]


def test_exact_and_near_copies_are_one_group(store: Store) -> None:
    text = REPORT.format(roads=12)
    add(store, text, "a.txt")
    add(store, VOTE, "b.txt")
    add(store, text, "c.txt")
    add(store, text + " Theo báo Ngọc Sơn.", "d.txt")
    add(store, "Hôm nay trời nhiều mây, có mưa vài nơi. " + text[:200], "e.txt")
    assert groups(store) == [["a.txt", "c.txt", "d.txt"], ["b.txt"], ["e.txt"]]
    found = store.group(1)
    assert found is not None
    assert (found[0].head, found[0].size, [a.is_head for a in found[1]]) == (1, 3, [True, False, False])
    assert [a.similarity for a in found[1]][:2] == ["1", "1"]
    assert 0.8 <= float(found[1][2].similarity) < 1


def test_figures_count_once_per_group(store: Store) -> None:
    text = REPORT.format(roads=12)
    for source in ("a.txt", "b.txt", "c.txt"):
        add(store, text, source)
    (once,) = store.db.execute("SELECT count(*) FROM figures_once WHERE unit = 'km'").fetchone()
    (row,) = store.db.execute("SELECT * FROM figures_by_unit_and_place WHERE unit = 'km'").fetchall()
    (all_of_them,) = store.db.execute("SELECT count(*) FROM figures WHERE unit = 'km'").fetchone()
    assert (once, row["figures"], all_of_them) == (1, 1, 3)


def test_a_figure_changed_in_a_reprint_is_told_with_both_quotes(store: Store) -> None:
    add(store, REPORT.format(roads="12,5"), "a.txt")
    add(store, REPORT.format(roads="21,5") + " Nguồn: báo Ngọc Sơn.", "b.txt")
    (found,) = store.cross_findings()
    assert (found.kind, found.severity, found.article, found.other_article) == ("copy_differs", "high", 2, 1)
    assert (found.value, found.other_value) == ("21,5 km", "12,5 km")
    assert "21,5 km đường nông thôn" in found.quote
    assert "12,5 km đường nông thôn" in found.other_quote
    assert found.mark is None
    store.mark(found.key, "confirm")
    assert store.cross_findings()[0].mark is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [("1.240", "1240"), ("12", "12"), ("12,5", "12,5")],
)
def test_another_way_to_print_a_number_is_no_change(store: Store, first: str, second: str) -> None:
    add(store, REPORT.format(roads=first), "a.txt")
    add(store, REPORT.format(roads=second) + " Hết.", "b.txt")
    assert len(groups(store)) == 1
    assert store.cross_findings() == []


def test_a_document_changed_in_a_reprint_is_told(store: Store) -> None:
    text = REPORT.format(roads=12)
    add(store, text, "a.txt")
    add(store, text.replace("16/2/2016", "26/2/2016"), "b.txt")
    assert {found.kind for found in store.cross_findings()} == {"copy_differs"}


def test_the_order_of_other_articles_does_not_matter(store: Store) -> None:
    texts = {f"{n}.txt": f"{VOTE} Bài số {n}. " * 4 for n in range(8)}
    other = Store.memory()
    for each, order in ((store, texts), (other, dict(reversed(texts.items())))):
        for source, text in order.items():
            add(each, text, source)
        add(each, REPORT.format(roads=12), "a.txt")
        add(each, REPORT.format(roads=13), "b.txt")
    assert groups(store)[-1] == groups(other)[-1] == ["a.txt", "b.txt"]


def test_a_sketch_is_found_in_what_is_alike() -> None:
    text = REPORT.format(roads=12)
    assert similarity(sequences(text), sequences(text)) == 1
    assert set(sketch(text)) & set(sketch(text + " Hết."))
    assert not set(sketch(text)) & set(sketch(VOTE * 3))
    assert sketch(VOTE) == ()
    assert len(set(sketch(text))) == 20
