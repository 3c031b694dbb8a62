"""The desk as the fuzzer meets it: the application over a small store, which reads in the fuzzer's own process."""

from __future__ import annotations

import atexit
import logging
import shutil
import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

from starlette.testclient import TestClient

from extractor import Article, extract
from extractor.readers import Rejected
from extractor.store import Store, pack
from extractor.web import Settings, make_app
from extractor.web.worker import Done, Stored, Upload, do

_HERE = "http://127.0.0.1:8765"
_ARTICLES = (
    ("tiêm chủng", "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%.", "https://b.vn/1"),
    ("hộ nghèo", "Theo Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau, có 649/1.240 hộ (52,34%).", None),
)


class _Here:
    """Stands for the processes that read, so that coverage leads into what they do."""

    def __init__(self, count: int, seconds: float) -> None:
        del count, seconds

    def warm(self) -> None:
        """Nothing needs to start."""

    def run(self, task: Upload | Stored) -> Done | Rejected:
        """Does it now."""
        return do(task)

    def close(self) -> None:
        """Nothing needs to end."""


@cache
def desk() -> TestClient:
    """The application; what the server itself would raise is raised here, too."""
    # It tells of each form that is none.
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
    folder = Path(tempfile.mkdtemp(prefix="soatso-fuzz-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "news.db"
    with Store.open(path, create=True) as store:
        for number, (title, text, url) in enumerate(_ARTICLES):
            article = Article(id=f"a{number}", text=text, source=f"{number}.txt", url=url, title=title)
            store.add(pack(article, extract(article)))
    with patch("extractor.web.desk.Workers", _Here):
        application = make_app(Settings(store=path, max_bytes=100_000))
    client = TestClient(application, base_url=_HERE)
    client.__enter__()
    atexit.register(client.__exit__, None, None, None)
    return client
