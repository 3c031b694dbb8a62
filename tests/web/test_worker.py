"""Articles are read in processes that may be slow or die, and take nothing else with them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from extractor.readers import Rejected
from extractor.records import Record
from extractor.web.worker import Done, Unfinished, Upload, Workers, _Process, do

TEXT = "Huyện có 40 xã, trong đó 30 xã đạt chuẩn, chiếm 75%."


def upload(text: str = TEXT, **more: object) -> Upload:
    return Upload(text.encode("utf-8"), "text", "bài", **more)  # type: ignore[arg-type]


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(1, 30)
    yield made
    made.close()


def test_the_record_is_that_of_extract() -> None:
    done = do(upload(title="Tiêu đề", published="2019-01-01", url="https://x.vn"))
    assert isinstance(done, Done)
    record = Record.model_validate_json(done.record)
    assert (record.article.title, record.article.published, record.article.url) == (
        "Tiêu đề",
        "2019-01-01",
        "https://x.vn",
    )
    assert [figure.text for figure in record.figures] == ["40 xã", "30 xã", "75%"]
    assert done.page == ""


def test_a_page_is_made_in_the_language_asked_for() -> None:
    done = do(upload(lang="en"))
    assert isinstance(done, Done)
    assert "<h1" in done.page
    assert "Nothing to look at" in done.page
    assert "Không có gì" not in done.page


def test_what_is_no_article_is_told() -> None:
    assert isinstance(do(upload("  \n ")), Rejected)
    assert isinstance(do(Upload(b"\x89PNG\r\n\x1a\n\0\0\0", "text", "ảnh")), Rejected)


@pytest.mark.slow
def test_a_worker_that_is_too_slow_or_dies_is_replaced(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(workers.run(upload()), Done)
    (process,) = workers._all
    assert process._process is not None
    os.kill(process._process.pid, signal.SIGKILL)  # type: ignore[attr-defined]
    with pytest.raises(Unfinished, match="broken"):
        workers.run(upload())
    assert isinstance(workers.run(upload()), Done)
    long = "\n".join(f"Xã {i} có {i + 2} hộ nghèo, chiếm {i % 97 + 1},5%." for i in range(60_000))
    monkeypatch.setattr(workers, "_seconds", 0.2)
    with pytest.raises(Unfinished, match="too_long"):
        workers.run(upload(long))
    monkeypatch.setattr(workers, "_seconds", 30)
    assert isinstance(workers.run(upload()), Done)


def test_where_all_are_busy_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Process, "run", lambda self, task, seconds: None)
    workers = Workers(1, 0.05)
    with workers._borrowed(), pytest.raises(Unfinished, match="busy"):
        workers.run(upload())
    workers.close()
