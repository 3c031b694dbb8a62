"""Rows hold records letter for letter and give them back."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractor import Article, extract
from extractor.distributed.rows import Stored, outcome_row, record_table, schema, stored, stored_counts
from extractor.readers import ReadArticle, Rejected, read
from extractor.records import Record

TEXT = "Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%, theo Nghị quyết số 12/NQ-HĐND."
ARTICLE = Article(id="a", text=TEXT, source="tin.jsonl:1", url="https://bao.vn/a", extra={"tags": ["x", 1]})


def missing() -> Rejected:
    (rejected,) = read(["nowhere"])
    assert isinstance(rejected, Rejected)
    return rejected


def test_a_row_says_what_its_record_does() -> None:
    row = outcome_row(ReadArticle(ARTICLE))
    record = extract(ARTICLE)
    assert row["record"] == record.to_json()
    assert (row["id"], row["source"], row["url"], row["text"]) == ("a", "tin.jsonl:1", "https://bao.vn/a", TEXT)
    assert (row["documents"], row["figures"], row["claims"], row["alarms"]) == (1, 2, 1, 1)
    assert set(row) | {"rejected"} == set(schema().names)


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    table = record_table(map(outcome_row, [ReadArticle(ARTICLE), missing(), ReadArticle(ARTICLE)]))
    pq.write_table(table, tmp_path / "part-0.parquet")
    (tmp_path / "_SUCCESS").touch()
    expected = Stored(ARTICLE, extract(ARTICLE))
    assert list(stored(tmp_path)) == [expected, missing(), expected]
    assert stored_counts(tmp_path) == {"articles": 2, "rejected": 1, "alarms": 2, "problems": 0}


def test_a_fault_of_the_program_is_a_row_with_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Record:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("extractor.record.build_record", broken)
    row = outcome_row(ReadArticle(ARTICLE))
    assert [problem["code"] for problem in json.loads(row["record"])["problems"]] == ["extraction_failed"]
    assert (row["figures"], row["problems"], row["text"]) == (0, 1, TEXT)


def test_a_folder_of_something_else_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no Parquet files"):
        list(stored(tmp_path))
    pq.write_table(record_table([]).select(["text"]), tmp_path / "a.parquet")
    with pytest.raises(ValueError, match="no columns id"):
        list(stored(tmp_path))
