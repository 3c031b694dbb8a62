"""Inputs of every kind, written for the tests of runs: news, copies of it, contradictions, and what is no article."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.readers.outcomes import write
from tests.readers.pages import page, paragraphs
from tests.readers.test_warc import crawled
from tests.store.news import REPORT, VOTE

COUNTED = "Năm 2018, tỉnh Cà Mau có {} hộ nghèo, huyện Đầm Dơi có 12 xã."
DATED = "Theo Quyết định số 245/QĐ-UBND ngày {} của UBND tỉnh Cà Mau, huyện được cấp vốn làm đường."


def texts(count: int) -> list[str]:
    """Short articles, no two of them the same but some alike, some contradicting each other."""
    made = []
    for number in range(count):
        text = (
            f"Xã thứ {number} có {number * 3 + 1} hộ nghèo. {VOTE}",
            f"Tin {number}. " + COUNTED.format(f"12.{300 + number % 3}"),
            f"Tin {number}. " + DATED.format(f"{16 + number % 3}/2/2016"),
            REPORT.format(roads=f"{12 + number % 5},5") + f" Nguồn: tin {number % 8}.",
        )[number % 4]
        made.append(text)
    return made


def mixed(folder: Path, count: int = 32) -> list[str]:
    """A folder of files of all kinds, some of them bad, and a path that is not there."""
    made = texts(count)
    half = count // 2
    write(folder / "tin" / "bai.txt", VOTE)
    write(folder / "tin" / "chep.txt", VOTE)
    write(folder / "tin" / "trang.html", page(paragraphs()))
    write(folder / "tin" / "trong.txt", "")
    lines = [json.dumps({"text": t, "url": f"https://bao.example/{i % (half - 2)}"}) for i, t in enumerate(made[:half])]
    # The same again, crawled once more.
    lines += [lines[0], lines[5], "{broken"]
    write(folder / "a.jsonl.gz", gzip.compress("\n".join(lines).encode()))
    pq.write_table(pa.table({"text": made[half:], "id": [f"p{i}" for i in range(count - half)]}), folder / "b.parquet")
    write(folder / "c.warc.gz", gzip.compress(crawled(1)) + gzip.compress(crawled(2))[:-90])
    return [str(folder), str(folder / "nowhere")]
