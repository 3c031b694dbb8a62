"""The desk in a browser: paste, queue, marks, languages, and a foreign page that would like to post."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.exchange import annotation_page
from extractor.record import article_of, extract
from extractor.store import Store

from .conftest import ALARM, Watched, fill, serving, wrong_shares

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def marks(store: Path) -> dict[str, str]:
    with Store.open(store) as opened:
        return {key: mark.verdict for key, mark in opened.marks().items()}


def test_paste_and_read_the_verdict(page: Page, desk: str) -> None:
    page.goto(desk)
    page.get_by_label("Nội dung bài viết").fill(ALARM)
    # Until the page is loaded nothing looks at the pointer.
    with page.expect_navigation():
        page.get_by_role("button", name="Soát bài").click()
    card = page.locator(".found .card")
    assert "14.206 / 14.715 = 96,5409…%, bài ghi 95,54%: không khớp" in card.inner_text()
    page.locator(".text .m", has_text="95,54%").hover()
    page.locator(".wires path").wait_for(state="attached")


def test_upload_by_keyboard(page: Page, desk: str, tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text(ALARM, encoding="utf-8")
    page.goto(desk)
    page.get_by_label("hoặc chọn tệp").set_input_files(path)
    page.get_by_role("button", name="Soát bài").press("Enter")
    page.locator(".found .card").wait_for()


def test_the_queue_is_walked_by_keyboard_and_marks_last(page: Page, desk: str, store: Path) -> None:
    page.goto(f"{desk}/queue")
    page.get_by_label("Người duyệt").fill("Lan Anh")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    first = page.locator("#queue > li").first
    key = first.get_attribute("data-key")
    assert key is not None
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.key") == key
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.key") == key
    page.keyboard.press("c")
    page.locator(f'[data-key="{key}"][data-state=confirm]').wait_for()
    assert "Đã xác nhận · Lan Anh" in first.inner_text()
    assert page.evaluate("document.activeElement.dataset.key") != key, "on to the next"
    assert marks(store) == {key: "confirm"}
    page.goto(f"{desk}/queue?state=confirm")
    assert page.locator("#queue > li").get_attribute("data-key") == key
    page.keyboard.press("j")
    page.keyboard.press("u")
    page.locator(f'[data-key="{key}"][data-state=open]').wait_for()
    assert marks(store) == {}


def test_a_note_by_keyboard(page: Page, desk: str, store: Path) -> None:
    page.goto(f"{desk}/queue")
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("đã gọi tòa soạn, jkcd")
    page.keyboard.press("Enter")
    page.locator("#queue > li[data-state=confirm]").wait_for()
    with Store.open(store) as opened:
        (mark,) = opened.marks().values()
    assert mark.note == "đã gọi tòa soạn, jkcd"
    page.goto(f"{desk}/queue?state=confirm")
    assert page.locator("input[name=note]").input_value() == mark.note


def test_look_alikes_are_dismissed_together(page: Page, desk: str, store: Path) -> None:
    page.goto(f"{desk}/queue?severity=low&kind=inconsistent_claim")
    assert page.locator("#queue > li").count() == 2
    page.keyboard.press("j")
    page.keyboard.press("d")
    bar = page.locator("#alikebar")
    bar.wait_for()
    assert "1 mục chưa xem giống mục vừa bỏ qua" in bar.inner_text()
    page.keyboard.press("a")
    page.locator("#queue > li[data-state=dismiss]").nth(1).wait_for()
    assert not bar.is_visible()
    assert list(marks(store).values()) == ["dismiss", "dismiss"]


def test_enter_opens_the_article_at_its_place(page: Page, desk: str) -> None:
    page.goto(f"{desk}/queue?severity=high&kind=inconsistent_claim")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/1#*")
    assert page.locator(".card:target").count() == 1


def test_marks_on_the_page_of_an_article(page: Page, desk: str, store: Path) -> None:
    page.goto(f"{desk}/articles/1")
    page.get_by_role("button", name="Xác nhận lỗi").first.click()
    page.locator(".found > .card[data-state=confirm]").wait_for()
    assert list(marks(store).values()) == ["confirm"]
    page.reload()
    assert "Đã xác nhận" in page.locator(".found").inner_text()


def test_language_is_switched_and_kept(page: Page, desk: str) -> None:
    page.goto(f"{desk}/queue?severity=high")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**lang=en**")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "severity=high" in page.url
    page.goto(f"{desk}/overview")
    assert page.locator("h1").inner_text() == "Overview"


def test_it_works_without_scripts(browser: Browser, desk: str, store: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}/queue")
    with page.expect_navigation(url="**/queue**"):
        page.get_by_role("button", name="Xác nhận lỗi").first.click()
    assert list(marks(store).values()) == ["confirm"]
    page.goto(f"{desk}/articles/1")
    page.locator(".text a.m").first.click()
    assert "#a1-" in page.url
    context.close()


def test_everything_comes_from_the_desk_itself(watched: Watched, desk: str) -> None:
    for path in ("/", "/queue", "/articles/1", "/overview", "/api/"):
        watched.page.goto(desk + path)
    assert all(url.startswith((desk, "data:")) for url in watched.asked)


@contextmanager
def foreign(html: str) -> Iterator[str]:
    """Another site, on this machine too."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode("utf-8"))

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()


@pytest.mark.parametrize(
    "attack",
    [
        '<form id=f method=post action="{desk}/marks"><input name=key value="{key}">'
        '<input name=verdict value=dismiss></form><script>document.getElementById("f").submit()</script>',
        "<script>fetch('{desk}/marks', {{method: 'POST', mode: 'no-cors', body: new URLSearchParams("
        "{{key: '{key}', verdict: 'dismiss'}})}}).finally(() => document.title = 'done')</script>",
        "<script>fetch('{desk}/api/marks/{key}', {{method: 'PUT', headers: {{'content-type': 'application/json'}},"
        " body: '{{\"verdict\":\"dismiss\"}}'}}).catch(() => 0).finally(() => document.title = 'done')</script>",
    ],
    ids=["form", "fetch", "put"],
)
def test_a_foreign_page_cannot_post(context: BrowserContext, desk: str, store: Path, attack: str) -> None:
    with Store.open(store) as opened:
        key = opened.findings()[0].key
    page = context.new_page()
    with foreign(attack.format(desk=desk, key=key)) as address:
        page.goto(address)
        if "<form" in attack:
            page.wait_for_url(f"{desk}/**")
            assert "trang web khác" in page.locator("main").inner_text()
        else:
            page.wait_for_function("document.title === 'done'")
    assert marks(store) == {}


def test_a_foreign_page_cannot_read_or_frame(context: BrowserContext, desk: str) -> None:
    page = context.new_page()
    html = f"<iframe src='{desk}/queue'></iframe><script>fetch('{desk}/api/findings').then(a => a.text())" \
        ".then(t => document.title = 'read ' + t, () => document.title = 'refused')</script>"  # fmt: skip
    with foreign(html) as address:
        page.goto(address)
        page.wait_for_function("document.title")
        assert page.title() == "refused"
        assert not page.frames[1].url.startswith(desk)


def test_utf16_positions_are_those_of_the_browser(page: Page, desk: str) -> None:
    text = f"😀👩‍🌾 {ALARM} 🇻🇳 Có 12 xã."
    page.goto(desk)
    for item in annotation_page(article_of(text), extract(text))["items"]:
        quote, position = item["target"]["selector"]
        at = [position["soatso:utf16Start"], position["soatso:utf16End"]]
        assert page.evaluate("([text, at]) => text.slice(...at)", [text, at]) == quote["exact"]


@pytest.mark.timing
@pytest.mark.slow
def test_a_thousand_findings_in_the_queue_without_lag(page: Page, browser: Browser, tmp_path: Path) -> None:
    lines = wrong_shares(1000)
    articles = tuple((f"Bài {i}", "\n\n".join(lines[i : i + 50])) for i in range(0, 1000, 50))
    path = fill(tmp_path / "many.db", articles)
    for address in serving("--store", str(path)):
        page.goto(f"{address}/queue")
        assert int(page.locator("#total").inner_text().replace(".", "")) >= 1000
        took = page.evaluate(
            """async () => {
              const started = performance.now();
              for (let i = 0; i < 40; i++) {
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
                await new Promise(requestAnimationFrame);
              }
              return (performance.now() - started) / 40;
            }"""
        )
        assert took < 300
        page.get_by_role("link", name="Trang sau").click()
        page.wait_for_url("**offset=50**")
        assert page.locator("#queue > li").count() == 50
