"""``soatso convert`` and ``soatso browse`` as they are run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.cli import main
from extractor.cli.datasette import metadata
from extractor.record import extract
from extractor.store import Store, pack

ALARM = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trà cú.txt"
    path.write_text(ALARM, encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "tin tức.db"
    with Store.open(path, create=True) as store:
        one = Article(id="a", text=ALARM, source="a.txt", title="Trà Cú", published="2018-12-05")
        store.add(pack(one, extract(one)))
    return path


@pytest.mark.parametrize(
    ("form", "begins"),
    [("csv", "\ufeffarticle,title"), ("web-annotation", '{"@context"'), ("label-studio", '[\n{"data"'),
     ("label-studio-config", "<View>")],
)  # fmt: skip
def test_convert_to_standard_output(form: str, begins: str, article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(article), "--to", form]) == 0
    assert capfd.readouterr().out.startswith(begins)


def test_there_and_back(article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tasks = tmp_path / "tasks.json"
    assert main(["convert", str(article), "--to", "label-studio", "-o", str(tasks)]) == 0
    exported = json.loads(tasks.read_text(encoding="utf-8"))
    for each in exported:
        each["annotations"] = [{"result": each.pop("predictions")[0]["result"]}]
        each["data"]["id"] = "../trà cú"
    tasks.write_text(json.dumps([*exported, {"data": {}}]), encoding="utf-8")
    assert main(["convert", str(tasks), "--to", "gold", "-o", str(tmp_path / "gold"), "--lang", "en"]) == 3
    assert "tasks.json: 2: no annotation" in capfd.readouterr().err
    assert (tmp_path / "gold" / "articles" / "trà-cú.txt").read_text(encoding="utf-8") == ALARM
    assert main(["eval", str(tmp_path / "gold")]) == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--to", "xlsx", "x.txt"], 2, "needs --output"),
        (["--to", "gold", "-o", "x"], 2, "what to read"),
        (["--to", "csv"], 2, "what to read"),
        (["--to", "csv", "x.txt", "-o", "no/such/x.csv"], 2, "there is no folder"),
        (["--to", "csv", "no-such.txt"], 3, "no such file"),
    ],
)
def test_wrong_use(arguments: list[str], status: int, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", *arguments, "--lang", "en"]) == status
    assert said in capfd.readouterr().err


def test_ready_made_queries_run_on_a_real_store(news: Path) -> None:
    described = metadata("news", "vi")["databases"]["news"]
    with Store.open(news) as store:
        named = {row[0] for row in store.db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
        assert set(described["tables"]) <= named
        for table, about in described["tables"].items():
            columns = {row[1] for row in store.db.execute(f"PRAGMA table_xinfo({table})")}
            used = {*about.get("facets", ()), about.get("sort_desc"), about.get("label_column")} - {None}
            assert used <= columns, table
        for query in described["queries"].values():
            store.db.execute(query["sql"], {"words": "tra", "number": "2"}).fetchall()


def test_titles_in_both_languages(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for lang, title in (("vi", "Bài viết"), ("en", "Articles")):
        assert main(["browse", str(news), "--print-metadata", "--lang", lang]) == 0
        said = json.loads(capfd.readouterr().out)
        assert said["databases"]["tin tức"]["tables"]["articles"]["title"] == title
    assert main(["browse", "no-such.db"]) == 2


@pytest.mark.slow
def test_datasette_opens_the_store(news: Path) -> None:
    news = news.rename(news.with_name("news.db"))
    command = [
        sys.executable,
        "-c",
        "import sys; from extractor.cli import main; sys.exit(main())",
        "browse",
        str(news),
    ]
    with subprocess.Popen(
        [*command, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            until = time.monotonic() + 60
            address = ""
            while not address and time.monotonic() < until:
                found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
                address = found[0] if found else ""
            with urllib.request.urlopen(f"{address}/-/databases.json", timeout=30) as answer:
                (database,) = [each for each in json.load(answer) if each["name"] != "_memory"]
            with urllib.request.urlopen(f"{address}/{database['name']}", timeout=30) as answer:
                page = answer.read().decode("utf-8")
            assert "Cảnh báo nặng chưa ai xem" in page
            with urllib.request.urlopen(f"{address}/{database['name']}/findings", timeout=30) as answer:
                page = answer.read().decode("utf-8")
            assert "Cần xem lại" in page
            assert "facet" in page
        finally:
            process.terminate()
            process.wait(30)
