"""A real run on Ray gives the records of a local one, letter for letter, and leaves nothing running."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.batch.run import load
from extractor.distributed.engine import OutputExists, RunCounts, run
from extractor.distributed.home import packed_rows
from extractor.distributed.rows import Stored, stored
from extractor.readers import Rejected, read
from extractor.record import record_or_failure
from extractor.store import Store
from tests.readers.outcomes import write
from tests.readers.pages import page, paragraphs
from tests.readers.test_warc import crawled

VOTE = "Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%."


def sources(folder: Path) -> list[str]:
    """Inputs of every kind, some of them bad, enough for several tasks."""
    calm = "Bà con trong xã góp đất, góp công, chung tay làm cầu bắc qua các con rạch nhỏ. " * 12
    texts = [f"Xã thứ {n} có {n * 3} hộ nghèo, giảm 2,5% so với năm trước. {VOTE} {calm}" for n in range(600)]
    write(folder / "tin" / "bai.txt", VOTE)
    write(folder / "khac" / "bai.txt", "Huyện có 12 xã.")
    write(folder / "tin" / "trang.html", page(paragraphs()))
    write(folder / "tin" / "trong.txt", "")
    lines = "".join(json.dumps({"text": text, "id": f"j{i}", "k": i}) + "\n" for i, text in enumerate(texts[:400]))
    write(folder / "a.jsonl.gz", gzip.compress((lines + "{broken\n").encode()))
    pq.write_table(pa.table({"text": texts[400:], "id": [f"p{i}" for i in range(200)]}), folder / "b.parquet")
    write(folder / "c.warc.gz", gzip.compress(crawled(1)) + gzip.compress(crawled(2))[:-90])
    return [str(folder), str(folder / "nowhere")]


def children() -> set[int]:
    """Processes of Ray that this one started, by id."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    mine = str(os.getpid())
    return {
        int(pid)
        for pid, ppid, *args in map(str.split, listed.splitlines()[1:])
        if ppid == mine and "ray" in " ".join(args)
    }


@pytest.mark.slow
def test_records_are_those_of_a_local_run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    paths = sources(tmp_path / "in")
    counts = run(paths, tmp_path / "out", workers=2)
    said = capfd.readouterr()
    outcomes = list(read(paths))
    in_order = [
        each.model_dump_json()
        if isinstance(each, Rejected)
        else record_or_failure(each.article, each.problems).to_json()
        for each in outcomes
    ]
    local = sorted(in_order)
    found = list(stored(tmp_path / "out"))
    assert (
        sorted(each.record.to_json() if isinstance(each, Stored) else each.model_dump_json() for each in found) == local
    )
    texts = {each.article.source: each.article for each in outcomes if not isinstance(each, Rejected)}
    assert {each.article.source: each.article for each in found if isinstance(each, Stored)} == texts
    rejected = sum(isinstance(each, Rejected) for each in outcomes)
    assert rejected == 4
    assert counts == RunCounts(
        articles=len(outcomes) - rejected, rejected=rejected, alarms=601, problems=counts.problems
    )
    assert (tmp_path / "out" / "_SUCCESS").exists()
    assert len(list((tmp_path / "out").glob("*.parquet"))) > 1
    assert (said.out, said.err) == ("", "")
    assert children() == set()
    # Brought home it is what a local run would have stored, in the order of the sources.
    account = load(tmp_path / "out", packed_rows(tmp_path / "out"), tmp_path / "news.db")
    assert (account.stored, account.duplicate, account.rejected) == (counts.articles, 0, rejected)
    with Store.open(tmp_path / "news.db") as store:
        numbers = [number for (number,) in store.db.execute("SELECT id FROM articles ORDER BY id")]
        told = [row.message_en for row in reversed(store.rejects())]
        assert [store.record_json(number) for number in numbers] == [each for each in in_order if '"schema"' in each]
    assert told == [each.message.en for each in outcomes if isinstance(each, Rejected)]
    again = load(tmp_path / "out", packed_rows(tmp_path / "out"), tmp_path / "news.db")
    assert (again.stored, again.duplicate, again.rejected) == (0, counts.articles, rejected)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "out" / "a.parquet", b"mine")
    with pytest.raises(OutputExists):
        run([str(tmp_path)], tmp_path / "out")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["a.parquet"]


def test_without_ray_the_engine_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.distributed.engine import RayMissing

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(RayMissing):
        run([str(tmp_path)], tmp_path / "out")
