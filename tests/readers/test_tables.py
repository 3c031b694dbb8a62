"""Parquet: each row an article with its columns, whatever the row groups; what cannot be read is told."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.readers import ReadArticle, Rejected
from tests.readers.outcomes import articles, outcomes, told, write
from tests.readers.pages import page, paragraphs

TEXTS = [f"Xã thứ {number} có {number * 3} hộ nghèo." for number in range(1, 501)]


def table(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_a_row_is_an_article_and_other_columns_are_kept(tmp_path: Path) -> None:
    path = table(
        tmp_path / "tin.parquet",
        {
            "id": ["a", "b"],
            "text": TEXTS[:2],
            "url": ["https://bao.vn/1", None],
            "published": [dt.date(2018, 7, 1), None],
            "tags": [["xã", "nghèo"], []],
            "score": [1.5, float("nan")],
            "seen": [dt.datetime(2019, 1, 2, 3, 4, 5, tzinfo=dt.UTC), None],
            "fee": [Decimal("1.20"), None],
            "digest": [b"\x00\xff", None],
            "author": [{"name": "Lan", "born": dt.date(1980, 1, 1)}, None],
        },
    )
    first, second = articles(path)
    assert first.article.model_dump() == {
        "id": "a",
        "text": TEXTS[0],
        "source": f"{path}:1",
        "url": "https://bao.vn/1",
        "title": None,
        "published": "2018-07-01",
        "extra": {
            "tags": ["xã", "nghèo"],
            "score": 1.5,
            "seen": "2019-01-02T03:04:05+00:00",
            "fee": "1.20",
            "digest": "AP8=",
            "author": {"name": "Lan", "born": "1980-01-01"},
        },
    }
    assert second.article.extra == {"tags": [], "score": None}


def test_rows_are_read_over_row_groups_in_order(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": TEXTS}, row_group_size=70)
    assert told(path) == TEXTS
    assert [each.article.source for each in articles(path)][-1] == f"{path}:500"
    assert told(tmp_path) == told(str(tmp_path / "*.parquet")) == told(tmp_path, input_format="parquet") == TEXTS
    assert told(write(tmp_path / "other" / "no-ending", path.read_bytes())) == TEXTS


def test_pages_bytes_and_dictionaries_are_read_too(tmp_path: Path) -> None:
    (got,) = articles(table(tmp_path / "a.parquet", {"html": [page(paragraphs())], "title": ["Cải cách"]}))
    assert "649 trường hợp" in got.article.text
    assert got.article.title == "Cải cách"
    assert told(table(tmp_path / "b.parquet", {"text": [TEXTS[0].encode("utf-16")]})) == [TEXTS[0]]
    column = pa.array([TEXTS[0], TEXTS[0], TEXTS[1]]).dictionary_encode()
    assert told(table(tmp_path / "c.parquet", {"text": column})) == [TEXTS[0], TEXTS[0], TEXTS[1]]


def test_a_table_without_a_text_column_names_those_it_has(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": [12], "content": TEXTS[:1], "views": [3]})
    table(tmp_path / "b.parquet", {"text": TEXTS[:1]})
    rejected, article = outcomes(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.code == "no_text_column"
    for column in ("text int64", "content string", "views int64", "--text-column"):
        assert column in rejected.message.en
        assert column in rejected.message.vi
    assert isinstance(article, ReadArticle)
    (named,) = articles(path, text_column="content")
    assert named.article.text == TEXTS[0]
    assert named.article.extra == {"views": 3}
    assert told(path, text_column="body") == ["no_text_column"]


def test_the_column_may_hold_pages_and_json_lines_have_one_too(tmp_path: Path) -> None:
    (got,) = articles(table(tmp_path / "a.parquet", {"body": [page(paragraphs())]}), text_column="body")
    assert "649 trường hợp" in got.article.text
    lines = write(tmp_path / "b.jsonl", '{"content": "Xã có 12 hộ.", "id": 7}\n{"text": "Xã có 12 hộ."}\n')
    assert told(lines, text_column="content") == ["Xã có 12 hộ.", "no_text"]


def test_rows_without_text_are_told_one_by_one(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": [TEXTS[0], None, "", "  ", TEXTS[1]]})
    assert told(path) == [TEXTS[0], "no_row_text", "no_row_text", "no_text", TEXTS[1]]
    sources = [each.source for each in outcomes(path) if isinstance(each, Rejected)]
    assert sources == [f"{path}:2", f"{path}:3", f"{path}:4"]


def test_damaged_tables_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": TEXTS}, row_group_size=100, compression="zstd", use_dictionary=False)
    column = pq.ParquetFile(path).metadata.row_group(2).column(0)
    start, size = column.data_page_offset, column.total_compressed_size
    content = bytearray(path.read_bytes())
    content[start + 40 : start + size - 5] = bytes(size - 45)
    path.write_bytes(content)
    assert told(path) == [*TEXTS[:200], "broken_row_group", *TEXTS[300:]]
    assert told(write(tmp_path / "b.parquet", path.read_bytes()[:-40])) == ["broken_table"]
    assert told(write(tmp_path / "c.parquet", b"")) == ["broken_table"]
    assert told(write(tmp_path / "d.parquet", b"PAR1" + b"x" * 500 + b"PAR1")) == ["broken_table"]
    assert told(table(tmp_path / "e.parquet", {"text": pa.array([], pa.string())})) == ["empty"]


def test_a_table_comes_from_a_file(tmp_path: Path) -> None:
    with table(tmp_path / "a.parquet", {"text": TEXTS}).open("rb") as stream:
        assert told("-", stdin=stream) == ["needs_file"]


def test_without_the_library_the_reason_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "a.parquet", {"text": TEXTS})
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert told(path) == ["needs_extra"]


@pytest.mark.timing
@pytest.mark.slow
def test_memory_stays_flat_however_large_a_row_group_is(tmp_path: Path) -> None:
    """In a process of its own, for a peak is never unlearned."""
    path = tmp_path / "a.parquet"
    schema = pa.schema({"text": pa.string()})
    with pq.ParquetWriter(path, schema, use_dictionary=False) as writer:
        rows = [f"{number} " + "Tỉnh có 12 xã. " * 200 for number in range(100_000)]
        writer.write_table(pa.table({"text": rows}, schema=schema), row_group_size=100_000)
    script = (
        "import resource, sys; from extractor.readers import read_raw\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "items = read_raw([sys.argv[1]]); next(items); before = peak()\n"
        "print(1 + sum(1 for _ in items), peak() - before)"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    count, grown = map(int, done.stdout.split())
    assert count == 100_000
    assert grown < 100
