"""axe-core finds nothing serious on any page, light or dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest

from extractor.web.words import both

from .conftest import ALARM, VOTE, Watched, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

FITS = "Huyện có 40 xã, trong đó 30 xã đạt chuẩn, chiếm 75%, theo Quyết định số 245/QĐ-UBND ngày 16/2/2016."
PAGES = (
    "/", "/queue", "/queue?state=all&verdict=consistent", "/between", "/articles", "/articles/1", "/documents",
    "/documents/245%20qd%20ubnd", "/figures", "/figures?q=ngheo", "/figures/1", "/overview", "/api/", "/login",
    "/no-such-page",
)  # fmt: skip


def serious(page: Page) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    violations = axe.Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}: {each['nodes'][0].get('failureSummary')}"
        for each in violations
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_desk(watched: Watched, desk: str, path: str, scheme: Literal["light", "dark"]) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    page.goto(desk + path)
    assert serious(page) == []
    assert page.locator("h1").count() == 1
    if path in ("/no-such-page",):
        watched.wrong.clear()  # The browser notes that there is no such page.


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report(page: Page, report: Callable[..., str], scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(report(f"{ALARM}\n\n" + VOTE.format(1, 443, "91,53"), FITS, title="Tin", url="https://x.vn/1"))
    assert serious(page) == []
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert serious(page) == []
    page.get_by_role("button", name="English").click()
    page.keyboard.press("n")
    assert serious(page) == []


def test_checked_article(page: Page, desk: str) -> None:
    page.goto(desk)
    page.get_by_label("Nội dung bài viết").fill(f"{ALARM} {FITS}")
    page.get_by_role("button", name="Soát bài").click()
    page.locator(".found .card").wait_for()
    assert serious(page) == []


def test_everything_is_reached_by_the_tab_key(page: Page, desk: str) -> None:
    page.goto(f"{desk}/articles/1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.classList[0] || document.activeElement.tagName"))
    assert {"m", "to", "kindkey", "SUMMARY"} <= reached


def test_a_long_refusal_is_a_page(context: BrowserContext) -> None:
    for address in serving("--seconds", "1"):
        page = context.new_page()
        page.goto(address)
        text = "\n".join(f"Xã {i} có {i + 2} hộ nghèo, chiếm {i % 97 + 1},5%." for i in range(30_000))
        page.get_by_label("Nội dung bài viết").evaluate("(area, text) => { area.value = text; }", text)
        page.get_by_role("button", name="Soát bài").click()
        page.locator(".saidwhy").wait_for(timeout=120_000)
        assert page.locator(".saidwhy").inner_text() == both("refused.too_long", seconds="1").vi
        assert serious(page) == []
