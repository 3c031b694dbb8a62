"""What is stored is found again: letter for letter, by its words, with its marks."""

from __future__ import annotations

import unicodedata

import pytest

from extractor import extract
from extractor.records import Finding, Message
from extractor.store import Store, fold, pack
from extractor.store.keys import finding_keys
from tests.store.news import REPORT, VOTE, add, article, packed


@pytest.fixture
def store() -> Store:
    return Store.memory()


def test_article_and_record_come_back_letter_for_letter(store: Store) -> None:
    one = article(REPORT.format(roads="12,5"), "tin/a.txt", url="https://bao.example/1", title="Làm đường")
    one = one.model_copy(update={"extra": {"section": "Xã hội", "tags": [1, None]}})
    record = extract(one)
    number = store.add(pack(one, record)).article
    assert store.article(number) == one
    assert store.record_json(number) == record.to_json()
    assert store.record(number) == record
    assert store.record(99) is store.article(99) is store.listed(99) is None


def test_rows_say_what_the_record_says(store: Store) -> None:
    text = f"{VOTE} {REPORT.format(roads='12,5')}"
    number = add(store, text, "a.txt").article
    record = extract(text)
    rows = {
        name: store.db.execute(f"SELECT * FROM {name} WHERE article = ? ORDER BY id", (number,)).fetchall()
        for name in ("documents", "figures", "claims", "checks")
    }
    assert [(r["ref"], r["text"], r["number"], r["date"]) for r in rows["documents"]] == [
        (d.id, d.text, d.number, d.date) for d in record.documents
    ]
    assert [(r["ref"], r["value"], r["unit"], r["concept"]) for r in rows["figures"]] == [
        (f.id, None if f.value is None else str(f.value), f.unit, f.concept) for f in record.figures
    ]
    assert all(text[r["start"] : r["end"]] == r["text"] for r in (*rows["documents"], *rows["figures"]))
    assert [r["ref"] for r in rows["claims"]] == [c.id for c in record.claims]
    assert [(r["id"], r["claim"], r["verdict"]) for r in rows["checks"]] == [
        (claim["id"], c.claim, c.verdict) for claim, c in zip(rows["claims"], record.checks, strict=True)
    ]
    (alarm,) = store.db.execute("SELECT * FROM alarms").fetchall()
    assert "443/448" in alarm["quote"]
    assert alarm["message_vi"] == record.alarms[0].message.vi


def test_the_same_text_of_the_same_source_is_stored_once(store: Store) -> None:
    first = add(store, VOTE, "a.txt")
    assert add(store, VOTE, "a.txt") == ("duplicate", first.article)
    assert add(store, VOTE + " Hết.", "a.txt").outcome == "stored"
    assert add(store, VOTE, "b.txt").outcome == "stored"
    # The address says more of where a text was published than the file it was saved in.
    assert add(store, VOTE, "c.jsonl:1", url="https://bao.example/1").outcome == "stored"
    assert add(store, VOTE, "d.jsonl:7", url="https://bao.example/1").outcome == "duplicate"
    (run,) = store.runs()
    assert (run.read, run.stored, run.duplicate, run.rejected) == (6, 4, 2, 0)


@pytest.mark.parametrize(
    "query",
    [
        "ca mau",
        "Cà Mau",
        "CÀ MAU",
        "dam doi",
        "Đầm Dơi",
        "duong nong thon",
        '"huyện Đầm Dơi"',
        "dam do",
        "cà  mau, 2016",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_with_and_without_marks(store: Store, query: str, form: str) -> None:
    add(store, unicodedata.normalize(form, REPORT.format(roads=12)), "a.txt")  # type: ignore[arg-type]
    add(store, "Huyện có 5 xã.", "b.txt")
    assert [hit.article.source for hit in store.search(unicodedata.normalize(form, query))] == ["a.txt"]  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["", " ", '"', '""', "*", "AND", "a OR b", "(zz", "NEAR(a b)", "title:x", "-", "^zz"])
def test_no_query_breaks_the_search(store: Store, query: str) -> None:
    add(store, REPORT.format(roads=12), "a.txt")
    assert store.search(query) == []


def test_a_snippet_is_as_published(store: Store) -> None:
    add(store, REPORT.format(roads=12), "a.txt")
    (hit,) = store.search("duong nong thon")
    assert "đường nông thôn" in hit.snippet


def test_figures_are_found_by_what_they_count(store: Store) -> None:
    add(store, "Toàn huyện còn 315 hộ nghèo, 27 đường giao thông nông thôn xuống cấp.", "a.txt")
    (found,) = store.search_figures("ho ngheo")
    assert (found["text"], found["concept"]) == ("315 hộ", "nghèo")
    assert [row["text"][:2] for row in store.search_figures("duong giao thong")] == ["27"]


def test_fold() -> None:
    assert fold("Ủy ban NHÂN DÂN  tỉnh Đắk Lắk") == "uy ban nhan dan tinh dak lak"
    assert fold(unicodedata.normalize("NFD", "Đắk Lắk")) == "dak lak"


# --- marks ----------------------------------------------------------------------------------------------------
def finding(text: str, kind: str = "inconsistent_claim", **fields: object) -> Finding:
    said = Message(vi="không khớp", en="does not hold")
    values = {"id": "n1", "severity": "high", "span": (0, len(text)), "message": said} | fields
    return Finding(kind=kind, text=text, **values)  # type: ignore[arg-type]


def test_keys_outlast_wider_spans_and_other_numbering() -> None:
    old = finding("443/448 đại biểu tán thành, chiếm 91,53%")
    new = finding("có 443/448 đại biểu tán thành, chiếm 91,53%.", id="n7", span=(7, 51), claim="c3")
    assert finding_keys("ab", [old]) == finding_keys("ab", [new])


def test_keys_tell_findings_apart() -> None:
    one = finding("443/448 đại biểu, chiếm 91,53%")
    same_again = finding("443/448 đại biểu, chiếm 91,53%", id="n2")
    other = finding("443/448 đại biểu, chiếm 91,54%", id="n3")
    kind = finding("443/448 đại biểu, chiếm 91,53%", "infeasible_percentage", id="n4")
    assert len({*finding_keys("ab", [one, same_again, other, kind]), *finding_keys("cd", [one])}) == 5


def with_finding(store: Store, text: str, source: str) -> int:
    made = article(text, source)
    record = extract(made)
    found = finding(text, id="n1", claim="c1")
    return store.add(pack(made, record.model_copy(update={"findings": (found,)}))).article


def test_a_mark_stays_through_a_new_extraction(store: Store) -> None:
    number = with_finding(store, VOTE, "a.txt")
    (found,) = store.findings()
    assert found.mark is None
    made = store.mark(found.key, "dismiss", "tính trên tổng số đại biểu", "Lan")
    assert store.findings(marked=False) == []
    (marked,) = store.findings(marked=True)
    assert marked.mark == made
    again = extract(article(VOTE, "a.txt"))
    wider = finding("Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%.", id="n3", claim="c2")
    store.replace(number, pack(article(VOTE, "a.txt"), again.model_copy(update={"findings": (wider,)})))
    (after,) = store.findings()
    assert (after.ref, after.mark) == ("n3", made)
    store.unmark(after.key)
    assert store.marks() == {}


def test_a_replaced_record_leaves_nothing_of_the_old(store: Store) -> None:
    number = add(store, REPORT.format(roads=12), "a.txt").article
    made = article(REPORT.format(roads=12), "a.txt")
    record = extract(made)
    store.replace(number, pack(made, record.model_copy(update={"figures": (), "claims": (), "checks": ()})))
    counts = store.counts()
    assert (counts["figures"], counts["claims"], counts["articles"]) == (0, 0, 1)
    assert store.search_figures("duong") == []
    assert len(store.search("duong nong thon")) == 1
    for table in ("articles_fts", "figures_fts"):
        store.db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_what_is_changed_by_hand_is_found_by_its_new_words(store: Store) -> None:
    number = add(store, REPORT.format(roads=12), "a.txt").article
    store.db.execute("UPDATE figures SET concept = 'kênh mương', unit = 'mét' WHERE concept LIKE '%đường%'")
    store.db.execute("UPDATE articles SET title = 'Nạo vét', text = text || ' Nạo vét kênh mương.'")
    assert store.search_figures("duong") == []
    assert store.search_figures("kenh muong")
    assert len(store.search("nao vet")) == 1
    for table in ("articles_fts", "figures_fts"):
        store.db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    store.replace(number, packed(REPORT.format(roads=12), "a.txt"))
    assert store.search_figures("duong")
    store.db.execute("INSERT INTO figures_fts (figures_fts, rank) VALUES ('integrity-check', 1)")


def test_findings_are_listed_as_they_are_asked_for(store: Store) -> None:
    first = with_finding(store, VOTE, "a.txt")
    second = with_finding(store, VOTE, "b.txt")
    third = with_finding(store, "Xã có 12 hộ nghèo trong tổng số 10 hộ.", "c.txt")
    assert [f.article for f in store.findings()] == [first, second, third]
    assert [f.article for f in store.findings(heads_only=True)] == [first, third]
    assert [f.article for f in store.findings(article=second)] == [second]
    assert [f.article for f in store.findings(limit=1, offset=2)] == [third]
    assert store.findings(kinds=["impossible_date"]) == store.findings(severity="low") == []
    # Copies, letter for letter, share what was decided.
    store.mark(store.findings()[0].key, "confirm")
    assert [f.article for f in store.findings(marked=True)] == [first, second]


def test_packing_survives_the_way_between_processes(store: Store) -> None:
    import pickle

    made = packed(REPORT.format(roads=12), "a.txt")
    assert pickle.loads(pickle.dumps(made)) == made
