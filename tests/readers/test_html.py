"""Web pages: the whole article and nothing but the article."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from extractor.lexicon import entries
from extractor.readers.boilerplate import without_tail
from extractor.readers.html import MAX_HTML_CHARACTERS, Page, read_page
from extractor.readers.model import Rejected
from tests.readers.pages import BARE_FORM, FORM, PARAGRAPHS, page, paragraphs, section_page

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "html"
NOISE = ("Email", "Trả lời", "bắt buộc", "Bình luận", "Chuyên mục", "Tin liên quan", "Bản quyền", "Hủy", "Lưu tên")


def article(html: str) -> Page:
    got = read_page(html, "trang.html")
    assert isinstance(got, Page), got
    return got


def code(html: str) -> str:
    got = read_page(html, "trang.html")
    assert isinstance(got, Rejected), got
    assert got.source == "trang.html"
    return got.code


@pytest.mark.parametrize("form", ["", FORM, BARE_FORM])
def test_all_paragraphs_and_no_form(form: str) -> None:
    got = article(page(paragraphs() + form))
    assert got.text.split("\n") == list(PARAGRAPHS[1:])
    assert got.title == PARAGRAPHS[0]
    assert got.published == "2018-09-21"


BODIES = {
    "divisions": "<div>" + "</div><div>".join(PARAGRAPHS[1:]) + "</div>",
    "breaks": "<div>" + "<br><br>".join(PARAGRAPHS[1:]) + "</div>",
    "breaks in one paragraph": "<p>" + "<br/>\n".join(PARAGRAPHS[1:]) + "</p>",
    "bare text": f"{PARAGRAPHS[1]}<p>{PARAGRAPHS[2]}</p>{PARAGRAPHS[3]}<div>{PARAGRAPHS[4]}</div>{PARAGRAPHS[5]}",
    "layout table": f"<table><tbody><tr><td>{paragraphs()}</td></tr></tbody></table>",
    "server form": f'<form id="aspnetForm">{paragraphs()}</form>',
    "nested": "<div>" * 40 + paragraphs() + "</div>" * 40,
    "inline marks": paragraphs().replace("UBND", "<b>UBND</b>").replace("649", "<a href='/x'>649</a>"),
    "hard-wrapped": paragraphs().replace("tỉnh", "\n    tỉnh"),
    "related news between": paragraphs(PARAGRAPHS[1:3])
    + '<div class="related"><a href="/q">Xem thêm: Giá lúa tăng 12% so với cùng kỳ</a></div>'
    + paragraphs(PARAGRAPHS[3:]),
}


@pytest.mark.parametrize("name", BODIES)
def test_paragraphs_however_they_are_marked_up(name: str) -> None:
    assert article(page(BODIES[name] + BARE_FORM)).text.split("\n") == list(PARAGRAPHS[1:])


def test_a_table_of_figures_keeps_its_cells_apart() -> None:
    table = "<table><tr><th>Huyện</th><th>Số hộ</th></tr><tr><td>Năm Căn</td><td>1.240</td></tr></table>"
    text = article(page(paragraphs() + table)).text
    assert "| Năm Căn | 1.240 |" in text
    assert text.startswith("\n".join(PARAGRAPHS[1:]))


def test_lists_are_kept() -> None:
    text = article(page("<ul><li>Giảm 10% biên chế</li><li>Tăng 5% thu ngân sách</li></ul>" + paragraphs())).text
    assert text.startswith("- Giảm 10% biên chế\n- Tăng 5% thu ngân sách\n")


def test_a_piece_of_a_page_is_read_and_dates_within_the_article_are_not_its_own() -> None:
    got = article(f"<p>{PARAGRAPHS[1]}</p>")
    assert got.text == PARAGRAPHS[1]
    assert got.title is got.published is got.url is None


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<link rel="canonical" href="https://vidu.vn/tin-20221224084259560.htm">', "", "2022-12-24"),
        ('<link rel="canonical" href="https://vidu.vn/tin/20150323/724115.html">', "", "2015-03-23"),
        ("", '<p class="date">Thứ sáu, 21/9/2018 | 08:15</p>', "2018-09-21"),
        ("", '<time datetime="2018-09-21T08:15:00+07:00">sáng nay</time>', "2018-09-21"),
        ("", '<img src="/2021/12/04/anh.jpg">', None),
    ],
)
def test_the_date_is_that_of_the_article(head: str, body: str, published: str | None) -> None:
    assert article(page(body + paragraphs(), head=head)).published == published


def test_the_address_is_the_canonical_one() -> None:
    head = '<link rel="canonical" href="https://vidu.vn/bai-1.html">'
    assert article(page(paragraphs(), head=head)).url == "https://vidu.vn/bai-1.html"


def test_template_directives_are_no_text() -> None:
    got = article('<%@ page language="java" %>\n' + page(paragraphs()))
    assert got.text.split("\n") == list(PARAGRAPHS[1:])


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><head><title>Trống</title></head><body></body></html>", "no_article"),
        (page(""), "no_article"),
        ("<html><body><script>var x = 'Năm 2018 có 12 xã';</script></body></html>", "no_article"),
        (section_page(), "index_page"),
        (section_page(4), "index_page"),
        ("<html><body>" + "<table><tr><td>" * 1000 + PARAGRAPHS[1] + "</body></html>", None),
        ("<html><body>" + "<p>a</p>" * 60_000 + "</body></html>", "html_too_complex"),
        ("<p>" + "a" * MAX_HTML_CHARACTERS, "html_too_complex"),
        ("<", "no_article"),
        ("<html>" + "\0" * 100, "no_article"),
    ],
)
def test_pages_without_an_article(html: str, reason: str | None) -> None:
    assert reason is None or code(html) == reason
    assert isinstance(read_page(html, "x"), Page | Rejected)


def test_a_short_item_on_a_page_full_of_links_is_an_article() -> None:
    assert article(page("<p>Sáng 5/9, xã có 12 hộ thoát nghèo.</p>")).text == "Sáng 5/9, xã có 12 hộ thoát nghèo."


def test_a_failure_of_the_parser_is_one_rejected_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("extractor.readers.html._extract", fail)
    assert code(page(paragraphs())) == "html_failed"


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.CRITICAL):
        read_page("<", "x")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("entry", entries("comment_forms"), ids=lambda entry: entry["name"])
def test_each_phrase_takes_its_examples_off(entry: dict[str, object]) -> None:
    examples = entry["examples"]
    assert isinstance(examples, list)
    for example in examples:
        after = f"\n{example}\n- cải cách\n- biên chế" if entry["kind"] == "list" else f"\n{example}"
        assert without_tail(PARAGRAPHS[1] + after) == PARAGRAPHS[1]


def test_phrases_are_sorted_and_of_a_known_kind() -> None:
    names = [entry["name"] for entry in entries("comment_forms")]
    assert names == sorted(set(names))
    assert {entry["kind"] for entry in entries("comment_forms")} == {"sure", "near", "list"}


@pytest.mark.parametrize(
    "text",
    [
        f"Trả lời\n{PARAGRAPHS[1]}",
        f"Email của bạn sẽ không được hiển thị công khai là câu thường gặp.\n{'Ông nói thêm. ' * 30}",
        f"Xem thêm:\n{PARAGRAPHS[1]}",
        f"{PARAGRAPHS[1]}\nTheo Báo Ngọc Sơn",
        "",
    ],
)
def test_what_is_not_the_tail_stays(text: str) -> None:
    assert without_tail(text) == text


@pytest.mark.skipif(not SHARED.is_dir(), reason="samples are not part of the repository")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.html")), ids=lambda path: path.name[:40])
def test_real_pages(path: Path) -> None:
    got = read_page(path.read_bytes().decode("utf-8", "replace"), path.name)
    is_article = path.name.startswith(("sotttt", "thanhnien", "tuoitre_static_subpage")) or (
        path.name.startswith("dantri") and len(path.name) > 40
    )
    assert isinstance(got, Page) == is_article, got
    if isinstance(got, Page):
        assert got.title
        assert got.published
        assert len(got.text) > 900
        assert "\n" in got.text
        assert not any(noise in got.text for noise in ("Email của bạn", "Các tin khác", "Từ khóa", "In bài viết"))
        for before, after in zip(got.text.split("\n"), got.text.split("\n")[1:], strict=False):
            assert before.strip()
            assert after.strip()
