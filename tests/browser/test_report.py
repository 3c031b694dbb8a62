"""The report in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from .conftest import ALARM, VOTE, Watched, wrong_shares

if TYPE_CHECKING:
    from playwright.sync_api import Page

FITS = "Huyện có 40 xã, trong đó 30 xã đạt chuẩn, chiếm 75%, theo Quyết định số 245/QĐ-UBND ngày 16/2/2016."


def test_claims_are_drawn_between_their_figures(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(f"{ALARM}\n\n{FITS}"))
    wires = page.locator(".wires path")
    assert wires.count() == 0
    page.locator(".text .m", has_text="95,54%").hover()
    page.locator(".wires path").wait_for(state="attached")
    assert page.locator(".wires").get_attribute("data-v") == "inconsistent"
    page.locator(".text a.m", has_text="75%").focus()
    page.locator(".wires[data-v=consistent]").wait_for(state="attached")
    assert set(page.locator(".wires text").all_text_contents()) >= {"phần", "tổng", "tỷ lệ"}
    page.keyboard.press("Escape")
    assert wires.count() == 0


def test_findings_are_walked_by_key_and_lead_to_their_place(page: Page, report: Callable[..., str]) -> None:
    filler = "\n\n".join(f"Đoạn {i} không có gì để kiểm tra, chỉ có chữ." for i in range(60))
    page.goto(report(f"{ALARM}\n\n{filler}\n\n" + VOTE.format(7, 443, "91,53")))
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert "Nhẹ" in page.evaluate("document.activeElement.innerText")
    place = page.locator(".text .m", has_text="91,53%")
    page.locator(".wires path").wait_for(state="attached")
    page.wait_for_timeout(600)
    box, height = place.bounding_box(), page.viewport_size
    assert box is not None
    assert height is not None
    assert 0 < box["y"] < height["height"], "the place is brought into view"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#a1-f")
    page.keyboard.press("p")
    assert "Nặng" in page.evaluate("document.activeElement.innerText")


def test_language_switches_all_but_the_article(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(ALARM))
    assert "khớp nếu 95,54% là 96,54%" in page.locator(".found").inner_text()
    page.get_by_role("button", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    said = page.locator(".found").inner_text()
    assert "it fits if 95.54% should be 96.54%" in said
    assert "khớp nếu" not in said
    assert page.locator(".text").inner_text() == ALARM
    assert page.locator(".text").get_attribute("lang") == "vi"
    page.get_by_role("button", name="Tiếng Việt").click()
    assert "khớp nếu" in page.locator(".found").inner_text()


def test_theme_and_tip(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(ALARM))
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Sáng / tối").click()
    assert page.evaluate(ground) != light
    page.locator(".text .m", has_text="95,54%").hover()
    assert "phần trăm" in page.locator(".tip").inner_text()


def test_print_shows_findings_and_no_tools(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(ALARM))
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert page.locator(".found .card").is_visible()
    after = page.locator(".text .m", has_text="95,54%").evaluate("e => getComputedStyle(e, '::after').content")
    assert after.startswith('"✗1"'), "findings are told by number where nothing can be pointed at"


def test_it_needs_nothing_besides_itself(watched: Watched, report: Callable[..., str]) -> None:
    address = report(ALARM, FITS, url="https://baotravinh.vn/1.html")
    watched.page.goto(address)
    assert set(watched.asked) == {address}


HOSTILE = (
    "<script>alert(1)</script> có 12 xã <img src=x onerror=alert(2)>",
    "</p></div></article><svg onload=alert(3)><a href='javascript:alert(4)'>5%</a></svg>",
    "Có 12\u202e hộ\u2066 nghèo, chiếm 5%\u202c và \u0000\u0007 hết",
    "👩‍🌾 trồng 12 ha 🇻🇳 Ty\u0309 lê\u0323 đa\u0323t 75%",
    "{{ 7*7 }} ${7*7} <%= 7*7 %> &lt;b&gt; 49 xã",
    "<style>*{display:none}</style><meta http-equiv=refresh content=0;url=//x> 3%",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_articles_are_text(watched: Watched, report: Callable[..., str], text: str) -> None:
    page = watched.page
    address = report(text, title=text, source=text, url="javascript:alert(9)")
    page.goto(address)
    page.mouse.move(400, 400)
    said = page.locator(".text").evaluate("e => e.textContent.trim()")
    for sign in "\u202e\u2066\u202c\u0000\u0007":
        text = text.replace(sign, f"U+{ord(sign):04X}")
    assert said == text
    assert page.locator("main script, main style, main img, .text svg, a[href^=javascript]").count() == 0
    assert watched.asked == [address]


@pytest.mark.timing
@pytest.mark.slow
def test_ten_thousand_figures_can_be_pointed_at(page: Page, report: Callable[..., str]) -> None:
    page.goto(report("\n".join(f"Thôn Một có {i % 900 + 12} hộ và {i % 700 + 13} trẻ em." for i in range(5000))))
    assert page.locator(".text .m").count() == 10_000
    took = page.evaluate(
        """async () => {
          const marks = document.querySelectorAll('.text .m');
          const started = performance.now();
          for (let i = 0; i < 20; i++) {
            marks[i * 7].dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
            await new Promise(requestAnimationFrame);
          }
          return (performance.now() - started) / 20;
        }"""
    )
    assert took < 500


@pytest.mark.timing
@pytest.mark.slow
def test_a_thousand_findings_without_lag(page: Page, report: Callable[..., str]) -> None:
    page.goto(report("\n\n".join(wrong_shares(1000))))
    assert page.locator(".found > .card").count() >= 1000
    took = page.evaluate(
        """async () => {
          const started = performance.now();
          for (let i = 0; i < 30; i++) {
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
            await new Promise(requestAnimationFrame);
          }
          return (performance.now() - started) / 30;
        }"""
    )
    assert "30" in page.evaluate("document.activeElement.querySelector('.badge').innerText")
    # A few hundredths of a second on a quiet machine; laying the whole article out anew takes some seconds.
    assert took < 500, "each step of the walk is felt as one"
