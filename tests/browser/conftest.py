"""A real browser before a real desk. Where there is no browser these tests are left out, and say why."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor.article import Article
from extractor.record import extract
from extractor.report.page import report_html
from extractor.store import Store, pack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root there is no sandbox; nothing is looked up or updated in the background.
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

ALARM = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%."
VOTE = "Kỳ họp thứ {} có {}/448 đại biểu tán thành, chiếm {}%."
ARTICLES = (
    ("Trà Vinh tiêm chủng", f"Trà Vinh tiêm chủng\n\n{ALARM}\n\nCòn 41 trẻ chống chỉ định."),
    ("Quốc hội biểu quyết", "Quốc hội biểu quyết\n\n" + VOTE.format(5, 443, "91,53")),
    ("Thông qua nghị quyết", "Thông qua nghị quyết\n\n" + VOTE.format(6, 440, "90,91")),
    ("Quyết định 245", "Theo Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau, có 649 hộ nghèo."),
    ("Đọc lại quyết định", "Quyết định số 245/QĐ-UBND ngày 16/12/2016 của UBND tỉnh Cà Mau: còn 512 hộ nghèo."),
)


def wrong_shares(count: int) -> list[str]:
    """As many sentences whose share does not fit."""
    return [
        f"Xã thứ nhất tiêm 14.{i % 900 + 100} trẻ trong tổng số 16.{i % 890 + 105} trẻ, đạt 95,{i % 90 + 10}%."
        for i in range(count)
    ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="browser tests left out: playwright is not installed")
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("browser tests left out: there is no chromium (apt-get install chromium)")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """A page, with all that went wrong on it and all that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.asked.append(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 860}, locale="vi-VN")
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Watched]:
    """A page; nothing may go wrong on it, whatever the test looks at."""
    made = Watched(context.new_page())
    yield made
    assert made.wrong == []


@pytest.fixture
def page(watched: Watched) -> Page:
    return watched.page


def fill(path: Path, articles: tuple[tuple[str, str], ...] = ARTICLES) -> Path:
    """A store of articles."""
    with Store.open(path, create=True) as store:
        for i, (title, text) in enumerate(articles):
            published = f"201{6 + i % 4}-0{1 + i % 9}-11"
            article = Article(id=f"a{i}", text=text, source=f"tin/{i}.txt", title=title, published=published)
            store.add(pack(article, extract(article)))
        store.compare_all()
    return path


def serving(*arguments: str) -> Iterator[str]:
    """The address of a desk that is served by the real command."""
    command = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())"]
    with subprocess.Popen([*command, "serve", "--port", "0", *arguments], stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            (address,) = re.findall(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
            yield address
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def store(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("desk") / "news.db")


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    yield from serving("--store", str(store))


@pytest.fixture
def desk(address: str, store: Path) -> str:
    """The address of the desk, with nothing decided yet."""
    with Store.open(store) as opened:
        opened.db.execute("DELETE FROM marks")
    return address


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., str]:
    """Writes a report of texts and gives its address."""

    def made(*texts: str, lang: str = "vi", **more: Any) -> str:
        read = [(Article(id=f"bài {i}", text=text, **more), extract(text)) for i, text in enumerate(texts)]
        path = tmp_path / "report.html"
        path.write_text(report_html(read, lang), encoding="utf-8")  # type: ignore[arg-type]
        return path.as_uri()

    return made
