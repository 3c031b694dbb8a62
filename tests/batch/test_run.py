"""A run loses nothing and does nothing twice, whatever stops it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor import __version__
from extractor.batch.account import Account
from extractor.batch.run import Options, run
from extractor.readers import Rejected, read
from extractor.record import record_or_failure
from extractor.store import Store, StoreError
from tests.batch.dump import contents, digest
from tests.batch.forked import FORKED
from tests.batch.sources import mixed, texts
from tests.readers.outcomes import write
from tests.store.news import REPORT, VOTE

QUICK = Options(workers=2, start=FORKED)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    made = mixed(tmp_path_factory.mktemp("in"))
    # What this process has loaded, its forks need not load again and again.
    for each in read(made):
        if not isinstance(each, Rejected):
            record_or_failure(each.article)
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, sources: list[str]) -> Path:
    path = tmp_path_factory.mktemp("whole") / "news.db"
    run(sources, path, QUICK)
    return path


def test_records_are_those_of_extraction(sources: list[str], whole: Path) -> None:
    outcomes = list(read(sources))
    rejected = [each for each in outcomes if isinstance(each, Rejected)]
    with Store.open(whole) as store:
        kept = [store.record_json(number) for (number,) in store.db.execute("SELECT id FROM articles ORDER BY id")]
        expected, seen = [], set()
        for each in outcomes:
            if not isinstance(each, Rejected):
                identity = each.article.sha256, each.article.url or each.article.source
                if identity not in seen:
                    expected.append(record_or_failure(each.article, each.problems).to_json())
                seen.add(identity)
        assert kept == expected
        assert [(r.source, r.code) for r in reversed(store.rejects())] == [(r.source, r.code) for r in rejected]
        (account,) = store.runs()
    assert account.status == "finished"
    assert (account.read, account.stored, account.rejected) == (len(outcomes), len(kept), len(rejected))
    assert account.duplicate == len(outcomes) - len(kept) - len(rejected) == 2


def test_groups_and_contradictions_are_there(whole: Path) -> None:
    with Store.open(whole) as store:
        kinds = {found.kind for found in store.cross_findings(limit=1000)}
        counts = store.counts()
    assert kinds == {"copy_differs", "document_dates", "figure_values"}
    assert counts["groups"] < counts["articles"]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_store_does_not_depend_on_the_workers(
    tmp_path: Path, sources: list[str], whole: Path, workers: int
) -> None:
    run(sources, tmp_path / "news.db", Options(workers=workers, start=FORKED))
    assert contents(tmp_path / "news.db") == contents(whole)


def test_the_same_source_again_changes_nothing(tmp_path: Path, sources: list[str]) -> None:
    path = tmp_path / "news.db"
    first = run(sources, path, QUICK)
    before = contents(path)
    again = run(sources, path, QUICK)
    after = contents(path)
    assert (again.read, again.stored, again.duplicate) == (first.read, 0, first.stored + first.duplicate)
    assert (again.rejected, again.reasons, again.worked) == (first.rejected, first.reasons, 0)
    runs = after.pop("runs")
    assert runs[0] == before.pop("runs")[0]
    assert after == before


def test_a_changed_file_is_another_article_and_its_change_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", REPORT.format(roads=12))
    run([str(tmp_path / "a.txt")], tmp_path / "news.db", QUICK)
    write(tmp_path / "a.txt", REPORT.format(roads=21))
    assert run([str(tmp_path / "a.txt")], tmp_path / "news.db", QUICK).stored == 1
    with Store.open(tmp_path / "news.db") as store:
        assert [found.kind for found in store.cross_findings()] == ["copy_differs"]


# --- stopped runs ---------------------------------------------------------------------------------------------
def killed_after(seconds: float, sources: list[str], path: Path) -> bool:
    """A run in a process of its own, killed; whether it was still at it."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            run(sources, path, Options(workers=2, start=FORKED))
            status = 0
        finally:
            os._exit(status)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return status != 0


@pytest.mark.slow
def test_runs_that_are_killed_end_with_the_same_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: list[str], whole: Path
) -> None:
    # Small transactions, so that there is a state between to be killed in.
    monkeypatch.setattr("extractor.batch.writer._MOST_AT_ONCE", 3)
    start = time.monotonic()
    run(sources, tmp_path / "timed.db", QUICK)
    takes = time.monotonic() - start
    expected = digest(whole)
    assert digest(tmp_path / "timed.db") == expected
    chance = random.Random(245)
    kills = stores = part_done = 0
    while kills < 32:
        path = tmp_path / f"{stores}.db"
        stores += 1
        done = False
        for _ in range(4):
            done = not killed_after(chance.uniform(0, takes * 0.6), sources, path)
            kills += not done
            if path.exists():
                with Store.open(path, create=True) as store:
                    part_done += 0 < store.counts()["articles"] < 30
                    # It may have been killed when all was done, on its way out.
                    done = done or any(each.status == "finished" for each in store.runs())
            if done:
                break
        if not done:
            account = run(sources, path, QUICK)
            assert account.read == account.stored + account.duplicate + account.rejected
        assert digest(path) == expected
    assert part_done >= 5


def command(*arguments: str) -> list[str]:
    # What is started in the background of a shell ignores interrupts, and so does all that it starts.
    heeds = "signal.signal(signal.SIGINT, signal.default_int_handler)"
    return [
        sys.executable,
        "-c",
        f"import signal, sys; {heeds}; from extractor.cli import main; sys.exit(main())",
        *arguments,
    ]


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_command_that_is_stopped_goes_on(tmp_path: Path, stop: int) -> None:
    path = tmp_path / "news.db"
    # Enough of them that it is not done when it is stopped.
    sources = [str(write(tmp_path / "a.jsonl", "\n".join(json.dumps({"text": t}) for t in texts(240)))), "nowhere"]
    run(sources, tmp_path / "whole.db", QUICK)
    call = command("run", *sources, "--store", str(path), "--workers", "1", "--lang", "en")
    process = subprocess.Popen(call, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None:
        time.sleep(0.05)
        if path.exists() and path.with_name("news.db-wal").exists() and path.with_name("news.db-wal").stat().st_size:
            time.sleep(0.3)
            os.killpg(process.pid, stop)
            break
    _, said = process.communicate(timeout=60)
    assert process.returncode == (130 if stop == signal.SIGINT else -stop)
    if stop == signal.SIGINT:
        assert b"Give the same command again" in said
    again = subprocess.run(call, capture_output=True, check=False, timeout=120)
    assert again.returncode == 3
    assert digest(path) == digest(tmp_path / "whole.db")
    assert list(path.parent.glob("*.lock")) == []


def test_an_interrupt_in_the_middle_of_an_article_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: list[str], whole: Path
) -> None:
    from extractor.store import writing

    path = tmp_path / "news.db"
    real = writing.compare
    for stop_at in (3, 9, 20):

        def stops(db: object, article: int, stop_at: int = stop_at) -> None:
            if article == stop_at:
                raise KeyboardInterrupt
            real(db, article)  # type: ignore[arg-type]

        monkeypatch.setattr(writing, "compare", stops)
        with pytest.raises(KeyboardInterrupt):
            run(sources, path, QUICK)
    monkeypatch.undo()
    assert run(sources, path, QUICK).resumed
    assert contents(path) == contents(whole)


# --- a newer version ------------------------------------------------------------------------------------------
def test_a_newer_version_extracts_anew_and_keeps_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: list[str], whole: Path
) -> None:
    path = tmp_path / "news.db"
    with monkeypatch.context() as older:
        older.setattr("extractor.batch.run.version_of", lambda settings: "0.0.9+old")
        run(sources, path, QUICK)
    with Store.open(path) as store:
        marked = store.findings(limit=3)
        for found in marked:
            store.mark(found.key, "dismiss", "đã hỏi", "Lan")
        store.db.execute("UPDATE figures SET unit = 'cũ'")
        store.db.execute("DELETE FROM cross_findings")
    # Without --refresh the old stays.
    assert run(sources, path, QUICK).refreshed == 0
    account = run([], path, Options(workers=2, start=FORKED, refresh=True))
    with Store.open(path) as store, Store.open(whole) as fresh:
        assert account.refreshed == store.counts()["articles"] == fresh.counts()["articles"]
        assert {a.extractor for a in store.articles()} == {a.extractor for a in fresh.articles()}
        assert all(a.extractor.startswith(__version__) for a in store.articles())
        assert {f.key for f in store.findings(marked=True)} == {f.key for f in marked}
        counts, expected = store.counts(), fresh.counts()
        assert {**counts, "marks": 0, "runs": 1} == expected
    held, fresh_held = contents(path), contents(whole)
    for table in ("figures", "documents", "claims", "checks", "findings", "records", "problems"):
        assert [row[1:] for row in held[table]] == [row[1:] for row in fresh_held[table]], table
    assert [r[1:] for r in held["cross_findings"]] == [r[1:] for r in fresh_held["cross_findings"]]
    assert run([], path, Options(workers=2, start=FORKED, refresh=True)).refreshed == 0


def test_a_refresh_that_is_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        write(tmp_path / "in" / f"{number}.txt", f"Xã thứ {number} có 12 hộ nghèo. {VOTE}")
    path = tmp_path / "news.db"
    monkeypatch.setattr("extractor.batch.run.version_of", lambda settings: "0.0.9+old")
    run([str(tmp_path / "in")], path, QUICK)
    monkeypatch.undo()
    monkeypatch.setattr("extractor.batch.writer._MOST_AT_ONCE", 1)
    real = Account.__dict__["refreshed"]

    def stops(account: Account, value: int) -> None:
        real.__set__(account, value)
        if value == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(Account, "refreshed", property(real.__get__, stops))
    refresh = Options(workers=1, start=FORKED, refresh=True)
    with pytest.raises(KeyboardInterrupt):
        run([], path, refresh)
    monkeypatch.undo()
    account = run([], path, refresh)
    assert account.resumed
    with Store.open(path) as store:
        assert len({a.extractor for a in store.articles()}) == 1
        assert store.runs()[0].refreshed == 6
        assert store.db.execute("SELECT count(*) FROM meta WHERE name = 'compare'").fetchone()[0] == 0


# --- one at a time --------------------------------------------------------------------------------------------
def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    from extractor.batch.writer import alone

    path = tmp_path / "news.db"
    write(tmp_path / "a.txt", VOTE)
    with alone(str(path)), pytest.raises(StoreError) as caught:
        run([str(tmp_path / "a.txt")], path, QUICK)
    assert caught.value.code == "in_use"
    assert run([str(tmp_path / "a.txt")], path, QUICK).stored == 1


def test_a_person_marks_while_a_run_writes(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    for number in range(30):
        write(tmp_path / "in" / f"{number}.txt", f"Xã thứ {number} có 12 hộ nghèo. {VOTE}")

    class Marks:
        wants_total = True
        told = 0

        def progress(self, account: Account, position: int, total: int | None) -> None:
            assert total is None or position <= total
            self.told += 1
            with Store.open(path) as store:
                store.mark(f"k{self.told}", "confirm")

        def rejected(self, *_: object) -> None: ...

    marks = Marks()
    run([str(tmp_path / "in")], path, QUICK, marks)
    with Store.open(path) as store:
        assert len(store.marks()) == marks.told > 0
