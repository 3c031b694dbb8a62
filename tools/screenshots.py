"""Takes the pictures of the documentation: real pages of the articles in corpus/, in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from extractor.article import Article
from extractor.record import extract
from extractor.store import Store, pack

ROOT = Path(__file__).parents[1]
ARTICLE = "tiem-chung-tra-vinh"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync".split()
)
SOATSO = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())"]


def main(out: Path) -> None:
    """Writes the pictures to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("there is no chromium")
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder) / "news.db")
        report = Path(folder) / "report.html"
        source = f"corpus/articles/{ARTICLE}.txt"
        subprocess.run([*SOATSO, "report", source, "-o", str(report)], check=True, cwd=ROOT)
        server = subprocess.Popen(
            [*SOATSO, "serve", "--port", "0", "--store", str(store)], stderr=subprocess.PIPE, text=True
        )
        try:
            assert server.stderr is not None
            (address,) = re.findall(r"http://[\d.]+:\d+", server.stderr.readline())
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
                take(browser.new_page(), report.as_uri(), out / "report.png", keys="n", scheme="light")
                take(
                    browser.new_page(),
                    report.as_uri(),
                    out / "report-dark.png",
                    keys="n",
                    scheme="dark",
                    lang="English",
                )
                take(browser.new_page(), f"{address}/queue", out / "queue.png", keys="jj")
                take(browser.new_page(), f"{address}/overview", out / "overview.png")
                browser.close()
        finally:
            server.terminate()
            server.wait(30)


def filled(path: Path) -> Path:
    """A store of the articles in corpus/."""
    with Store.open(path, create=True) as store:
        for number, source in enumerate(sorted((ROOT / "corpus" / "articles").glob("*.txt"))):
            text = source.read_text(encoding="utf-8")
            title = text.strip().partition("\n")[0][:140]
            month = f"20{20 + number // 12}-{number % 12 + 1:02d}-15"
            article = Article(id=source.stem, text=text, source=f"corpus/{source.name}", title=title, published=month)
            store.add(pack(article, extract(article)))
        store.compare_all()
    return path


def take(page: Page, address: str, out: Path, *, keys: str = "", scheme: str = "light", lang: str = "") -> None:
    """One picture, after some keys were pressed."""
    page.set_viewport_size({"width": 1100, "height": 640})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(address)
    if lang:
        page.get_by_role("button", name=lang).click()
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(700)
    page.screenshot(path=out)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
