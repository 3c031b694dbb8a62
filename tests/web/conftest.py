"""A desk over a small store, with its real workers, asked as a browser on this machine asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from extractor.article import Article
from extractor.record import extract
from extractor.store import Store, pack
from extractor.web import Settings, make_app

HERE = "http://127.0.0.1:8765"
ALARM = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%."
VOTE = "Kỳ họp tại Hà Nội có {}/448 đại biểu tán thành, chiếm {}%."
ARTICLES = (
    ("tiêm chủng", f"Trà Vinh tiêm chủng\n\n{ALARM}", "https://www.baotravinh.vn/1.html", "2018-12-05"),
    ("kỳ họp", "Quốc hội biểu quyết\n\n" + VOTE.format(443, "91,53"), "https://baocamau.vn/2.html", "2019-06-14"),
    ("kỳ họp khác", "Thông qua nghị quyết\n\n" + VOTE.format(440, "90,91"), "https://vnxpress.vn/3.html", "2019-06-15"),
    (
        "nông thôn mới",
        "Theo Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau, huyện có 649 hộ nghèo, chiếm 52,34%"
        " (649/1.240 hộ).",
        None,
        "2016-05-01",
    ),
    ("nông thôn mới, năm sau", "Năm 2017, huyện Trần Văn Thời (Cà Mau) còn 512 hộ nghèo.", None, "2017-05-02"),
    (
        "quyết định",
        "Quyết định số 245/QĐ-UBND ngày 16/12/2016 của UBND tỉnh Cà Mau được đọc lại. <script>alert(1)</script>",
        None,
        "2017-01-09",
    ),
)


def fill(path: Path) -> Path:
    """A store of these articles."""
    with Store.open(path, create=True) as store:
        for i, (title, text, url, published) in enumerate(ARTICLES):
            article = Article(id=f"a{i}", text=text, source=f"tin/{i}.txt", url=url, title=title, published=published)
            store.add(pack(article, extract(article)))
        store.compare_all()
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return fill(tmp_path / "news.db")


@pytest.fixture(scope="session")
def bare() -> Iterator[TestClient]:
    """A desk without a store."""
    with TestClient(make_app(Settings(workers=1)), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk") / "news.db"


@pytest.fixture(scope="session")
def running(shared_store: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Settings(store=shared_store, workers=1)), base_url=HERE) as client:
        yield client


@pytest.fixture
def desk(running: TestClient, shared_store: Path) -> TestClient:
    """A desk over a store that is new for each test; starting its worker is what takes long."""
    for ending in ("", "-wal", "-shm"):
        shared_store.with_name(shared_store.name + ending).unlink(missing_ok=True)
    fill(shared_store)
    running.cookies.clear()
    return running
