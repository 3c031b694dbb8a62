"""``soatso run``, ``load`` and ``export`` as a person or a script meets them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractor.batch import run as runs
from extractor.cli import main
from extractor.store import Store
from tests.batch.dump import contents
from tests.batch.forked import FORKED
from tests.batch.sources import mixed, texts
from tests.readers.outcomes import write

Soatso = Callable[..., tuple[int, str, str]]


@pytest.fixture
def soatso(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Soatso:
    """Runs the command in this process, with workers that start at once."""
    monkeypatch.setattr(runs.Options, "pool", lambda self: runs.Pool(runs._PACKER, runs.Settings(), 2, start=FORKED))

    def call(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main([*map(str, arguments), "--lang", "en"])
        out, err = capfd.readouterr()
        return status, out, err

    return call


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "news.db"
    runs.run(mixed(tmp_path_factory.mktemp("in"), 16), path, runs.Options(workers=2, start=FORKED))
    return path


def test_a_run_tells_its_account_and_its_status(tmp_path: Path, soatso: Soatso) -> None:
    good = write(tmp_path / "a.txt", texts(1)[0])
    path = tmp_path / "news.db"
    status, out, err = soatso("run", good, "--store", path)
    assert (status, out) == (0, "")
    assert err.startswith("Read 1 inputs = 1 stored + 0 known + 0 rejected (")
    assert "1 articles in 1 groups" in err
    status, _, err = soatso("run", good, tmp_path / "gone.txt", "--store", path)
    assert status == 3
    assert "Read 2 inputs = 0 stored + 1 known + 1 rejected" in err
    assert f"1 × missing, such as {tmp_path / 'gone.txt'}: There is no such file" in err


def test_progress_as_json_lines(tmp_path: Path, soatso: Soatso) -> None:
    good = write(tmp_path / "a.txt", texts(1)[0])
    status, out, err = soatso("run", good, tmp_path / "gone.txt", "--store", tmp_path / "news.db", "--log-json")
    events = [json.loads(line) for line in err.splitlines()]
    assert (status, out) == (3, "")
    assert {event["event"] for event in events} == {"progress", "rejected", "finished"}
    last = events[-1]
    assert (last["event"], last["read"], last["stored"], last["rejected"]) == ("finished", 2, 1, 1)
    assert last["store"]["articles"] == 1
    assert events[-2]["bytes"] == events[-2]["bytes_total"] == good.stat().st_size


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "a.txt"], "--store"),
        (["run", "--store", "news.db"], "a source"),
        (["run", "a.txt", "--engine", "ray"], "--output"),
        (["run", "a.txt", "--engine", "ray", "--output", "out", "--store", "news.db"], "--store"),
        (["run", "a.txt", "--store", "news.db", "--output", "out"], "--output"),
        (["run", "a.txt", "--store", "news.db", "--registry", "nowhere.csv"], "--registry"),
        (["export", "--store", "news.db", "--output", "out"], "no such store"),
        (["export", "--output", "out"], "--store"),
        (["export", "--store", "news.db"], "--output"),
        (["load", "nowhere", "--store", "news.db"], "nowhere"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soatso: Soatso, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = soatso(*arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert list(tmp_path.iterdir()) == []


# --- export and load ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("format", ["parquet", "jsonl", "csv"])
def test_every_table_is_written(tmp_path: Path, news: Path, soatso: Soatso, format: str) -> None:
    status, _, err = soatso("export", "--store", news, "--output", tmp_path / "out", "--format", format)
    assert status == 0
    with Store.open(news) as store:
        for name in ("articles", "documents", "figures", "claims", "checks", "findings", "groups", "rejects", "runs"):
            (count,) = store.db.execute(f"SELECT count(*) FROM {name}").fetchone()
            file = tmp_path / "out" / f"{name}.{format}"
            if format == "parquet":
                rows = pq.read_table(file).num_rows
            elif format == "csv":
                with file.open(encoding="utf-8", newline="") as opened:
                    rows = len(list(csv.DictReader(opened)))
            else:
                rows = len([json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()])
            assert rows == count, name
            assert f"{file}: " in err


def test_records_are_written_letter_for_letter(news: Path, soatso: Soatso) -> None:
    status, out, _ = soatso("export", "--store", news, "--table", "records", "--format", "jsonl")
    with Store.open(news) as store:
        numbers = [number for (number,) in store.db.execute("SELECT id FROM articles ORDER BY id")]
        assert out.splitlines() == [store.record_json(number) for number in numbers]
    assert status == 0


def test_a_view_is_written_too(news: Path, soatso: Soatso, tmp_path: Path) -> None:
    status, out, _ = soatso("export", "--store", news, "--table", "alarms", "--format", "csv")
    rows = list(csv.DictReader(out.splitlines()))
    assert status == 0
    assert "443/448" in rows[0]["quote"]
    assert soatso("export", "--store", news, "--table", "alarms", "--output", tmp_path)[0] == 0
    assert pq.read_table(tmp_path / "alarms.parquet").num_rows == len(rows)
    status, _, err = soatso("export", "--store", news, "--table", "nothing", "--output", tmp_path)
    assert status == 2
    assert "no table nothing" in err


def test_what_is_exported_can_be_loaded(tmp_path: Path, news: Path, soatso: Soatso) -> None:
    soatso("export", "--store", news, "--table", "records", "--output", tmp_path / "out")
    status, _, err = soatso("load", tmp_path / "out" / "records.parquet", "--store", tmp_path / "again.db")
    assert status == 0, err
    first, again = contents(news), contents(tmp_path / "again.db")
    for table in ("articles", "figures", "documents", "findings", "groups", "cross_findings"):
        assert again[table] == first[table], table
    assert "0 stored" in soatso("load", tmp_path / "out" / "records.parquet", "--store", tmp_path / "again.db")[2]


def test_loading_what_is_no_run_says_so(tmp_path: Path, soatso: Soatso) -> None:
    write(tmp_path / "in" / "a.txt", "x")
    status, _, err = soatso("load", tmp_path / "in", "--store", tmp_path / "news.db")
    assert status == 2
    assert "holds no Parquet files that soatso wrote" in err
