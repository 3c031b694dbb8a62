"""What a batch of scraped news meets sooner or later: one clear reason, an exit status, and nothing corrupted."""

from __future__ import annotations

import gzip
import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.batch.run import Options, run
from extractor.store import Store
from extractor.store.schema import migrations
from tests.batch.dump import digest
from tests.batch.forked import FORKED
from tests.batch.sources import texts
from tests.readers.outcomes import write
from tests.readers.pages import page
from tests.readers.test_warc import crawled
from tests.store.news import VOTE

QUICK = Options(workers=2, start=FORKED, time_limit=120)


def truncated_gzip(folder: Path) -> None:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts(200))
    write(folder / "m.jsonl.gz", gzip.compress(lines.encode())[:-200])


def no_text_column(folder: Path) -> None:
    pq.write_table(pa.table({"body": ["Xã có 12 hộ."], "crawled_at": [1]}), folder / "m.parquet")


def broken_warc(folder: Path) -> None:
    write(folder / "m.warc.gz", gzip.compress(crawled(1)) + gzip.compress(crawled(2))[:-90])


def nested_tables(folder: Path) -> None:
    write(folder / "m.html", page("<table><tr><td>" * 1000 + "Xã có 12 hộ nghèo." + "</td></tr></table>" * 1000))


def article_of_200_mb(folder: Path) -> None:
    with (folder / "m.txt").open("wb") as file:
        for _ in range(200):
            file.write("Xã có 12 hộ nghèo. ".encode() * 40_000)


BAD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a truncated gzip": (truncated_gzip, "cut_short", "cut short"),
    "a Parquet file without a text column": (no_text_column, "no_text_column", "body string, crawled_at int64"),
    "a WARC file with a broken record": (broken_warc, "broken_record", "WARC record"),
    "1,000 nested tables": (nested_tables, "html_too_complex", "deeply nested"),
    "an article of 200 MB": (article_of_200_mb, "too_large", "Too large"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_set_aside_with_its_reason(name: str, tmp_path: Path) -> None:
    make, code, said = BAD[name]
    folder = tmp_path / "in"
    write(folder / "a.txt", "Xã có 12 hộ nghèo.")
    write(folder / "z.txt", "Huyện có 5 xã.")
    make(folder)
    start = time.monotonic()
    account = run([str(folder)], tmp_path / "news.db", QUICK)
    assert time.monotonic() - start < 60
    with Store.open(tmp_path / "news.db") as store:
        (reject,) = store.rejects()
        names = [article.name for article in store.articles(limit=1000)]
    assert (reject.code, account.rejected, dict(account.reasons)) == (code, 1, {code: 1})
    assert said in reject.message_en
    assert (names[0], names[-1]) == ("a", "z")
    assert account.read == account.stored + account.duplicate + account.rejected


def test_an_article_that_is_one_endless_number(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "Xã có 1" + ".234" * 25_000 + " hộ nghèo.")
    write(tmp_path / "in" / "b.txt", VOTE)
    account = run([str(tmp_path / "in")], tmp_path / "news.db", QUICK)
    assert (account.stored, account.rejected) == (2, 0)


def test_a_file_that_disappears_midway(tmp_path: Path) -> None:
    for name in ("a", "m", "z"):
        write(tmp_path / "in" / f"{name}.txt", f"Xã {name} có 12 hộ nghèo.")

    class Removes:
        wants_total = False

        def progress(self, *_: object) -> None:
            (tmp_path / "in" / "m.txt").unlink(missing_ok=True)

        def rejected(self, *_: object) -> None: ...

    sources = [str(tmp_path / "in" / f"{name}.txt") for name in ("a", "m", "z")]
    account = run(sources, tmp_path / "news.db", QUICK, Removes())
    assert (account.stored, account.rejected) == (2, 1)
    assert set(account.reasons) <= {"vanished", "missing"}


def test_what_kills_its_worker_is_set_aside_and_kept_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.run._PACKER", "tests.batch.faulty:maker")
    for number, text in enumerate(["Xã có 12 hộ.", "SIGKILL", "STUCK", "Huyện có 5 xã.", "EXIT"]):
        write(tmp_path / "in" / f"{number}.txt", text)
    for workers in (1, 2):
        options = Options(workers=workers, start=FORKED, time_limit=1)
        account = run([str(tmp_path / "in")], tmp_path / f"{workers}.db", options)
        assert (account.stored, dict(account.reasons)) == (2, {"killed": 2, "too_slow": 1})
        again = run([str(tmp_path / "in")], tmp_path / f"{workers}.db", options)
        assert (again.worked, dict(again.reasons)) == (0, {"killed": 2, "too_slow": 1})
    assert digest(tmp_path / "1.db") == digest(tmp_path / "2.db")


# --- the store ------------------------------------------------------------------------------------------------
def soatso(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(call, capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_a_full_disk_leaves_a_whole_store_and_the_run_goes_on(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": text * 4}) + "\n" for text in texts(120))
    source = str(write(tmp_path / "a.jsonl", lines))
    path = tmp_path / "news.db"
    call = ("run", source, "--store", str(path), "--workers", "1", "--lang", "en")
    limit = 500_000
    done = soatso(*call, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 2, done.stderr
    assert done.stderr.decode().count("\n") == 1
    assert "the disk is full" in done.stderr.decode()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    db.close()
    run([source], path, QUICK)
    run([source], tmp_path / "whole.db", QUICK)
    assert digest(path) == digest(tmp_path / "whole.db")


def test_a_store_that_cannot_be_used_is_one_line_and_status_2(tmp_path: Path) -> None:
    source = str(write(tmp_path / "a.txt", VOTE))
    path = tmp_path / "news.db"
    run([source], path, QUICK)
    before = digest(path)
    locking = sqlite3.connect(path, isolation_level=None)
    locking.execute("BEGIN EXCLUSIVE")
    locked = soatso("run", source, "--store", str(path), "--lang", "en")
    locking.execute("ROLLBACK")
    assert digest(path) == before
    locking.execute("PRAGMA user_version = 99")
    newer = soatso("run", source, "--store", str(path), "--lang", "en")
    locking.execute(f"PRAGMA user_version = {len(migrations())}")
    locking.close()
    text = soatso("run", source, "--store", source, "--lang", "en")
    for done, said in ((locked, "locked by another program"), (newer, "upgrade soatso"), (text, "not a store")):
        assert done.returncode == 2, done.stderr
        assert done.stderr.decode().count("\n") == 1
        assert said in done.stderr.decode()
    assert digest(path) == before
    assert Path(source).read_text(encoding="utf-8") == VOTE
