"""The pages of the desk, over real workers and a real store."""

from __future__ import annotations

import csv
import io
import re
import socket
from pathlib import Path

import docx
import pytest
from lxml import html
from openpyxl import load_workbook
from starlette.testclient import TestClient

from extractor.record import extract
from extractor.store import Store, pack
from extractor.web import Settings, make_app
from extractor.web.words import _WORDS, both

from .conftest import ALARM, HERE


def parsed(answer: object) -> html.HtmlElement:
    return html.document_fromstring(answer.text)  # type: ignore[attr-defined]


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def keys(desk: TestClient, query: str = "") -> list[str]:
    return [row.get("data-key") for row in parsed(desk.get(f"/queue?{query}")).cssselect("#queue > li")]


# --- paste and upload ---------------------------------------------------------------------------------------


def test_paste(bare: TestClient) -> None:
    page = parsed(bare.post("/check", data={"text": f"Dòng một\r\n\r\n{ALARM}"}))
    assert [said(p) for p in page.cssselect(".text p")] == ["Dòng một", ALARM]
    (card,) = page.cssselect(".found .card")
    assert "khớp nếu 95,54% là 96,54%" in said(card)
    assert said(page.cssselect("h1")[0]) == "Bài vừa dán"


def test_headline_and_date_are_the_articles(bare: TestClient) -> None:
    text = "Theo Quyết định số 245/QĐ-UBND ngày 16/2/2016."
    form = {"text": text, "title": " Tin  mới ", "published": "2015-01-01"}
    page = parsed(bare.post("/check", data=form))
    assert said(page.cssselect("h1")[0]) == "Tin mới"
    assert "Ngày sau ngày đăng bài" in said(page.cssselect(".found")[0]), "the date is held against the article's"


def word(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Xã Khánh Hưng", "12 hộ"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PAGE = f"<html><body><nav>Trang chủ</nav><article><h1>Tin</h1><p>{ALARM} {ALARM}</p></article></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("bài.txt", ALARM.encode(), True),
        ("bài.TXT", ALARM.encode("utf-16"), True),
        ("trang.html", PAGE.encode(), True),
        ("bài.docx", word("Tin tiêm chủng", ALARM), True),
        ("C:\\tin\\bài.txt", ALARM.encode(), True),
    ],
)
def test_upload(bare: TestClient, name: str, data: bytes, found: bool) -> None:
    answer = bare.post("/check", files={"file": (name, data)}, data={"text": ""})
    assert answer.status_code == 200
    assert bool(parsed(answer).cssselect(".found .card")) is found
    if name.endswith("docx"):
        assert "Xã Khánh Hưng | 12 hộ" in said(parsed(answer).cssselect(".text")[0])


@pytest.mark.parametrize(
    ("name", "data", "status", "reason"),
    [
        ("ảnh.png", b"\x89PNG", 415, "Loại tệp này không đọc được"),
        ("bài.txt", b"\x89PNG\r\n\x1a\n\0\0\0\0", 422, "dữ liệu nhị phân"),
        ("bài.docx", b"PK\x03\x04 broken", 422, "Tài liệu Word hỏng"),
        ("bài.txt", b"", 422, "Không có chữ nào"),
        ("bài.txt", b"x" * 4_100_000, 413, "quá lớn"),
    ],
)
def test_what_cannot_be_read_is_told(bare: TestClient, name: str, data: bytes, status: int, reason: str) -> None:
    answer = bare.post("/check", files={"file": (name, data)})
    assert answer.status_code == status
    assert reason in said(parsed(answer).cssselect("main")[0])


def test_nothing_to_check(bare: TestClient) -> None:
    assert "Chưa có bài nào" in bare.post("/check", data={"text": " "}).text
    assert bare.post("/check", content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 400


def test_no_request_makes_the_server_fetch(bare: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the server opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = "Xem http://127.0.0.1:1/x và https://baocamau.vn: 12 xã."
    assert bare.post("/check", data={"text": text}).status_code == 200
    asked = {"text": text, "url": "http://127.0.0.1:1/"}
    assert bare.post("/api/articles", json=asked).json()["article"]["url"] == "http://127.0.0.1:1/"


@pytest.mark.parametrize("text", ["<script>alert(1)</script> 5%", "<svg onload=alert(1)>", "{{ 7*7 }}", "12\u202e xã"])
def test_hostile_text_is_text(bare: TestClient, text: str) -> None:
    page = parsed(bare.post("/check", data={"text": text, "title": text}))
    assert said(page.cssselect(".text")[0]) == text.replace("\u202e", "U+202E")
    assert not page.cssselect("main script, .text svg")
    assert all(script.get("src", "").startswith("/static/") for script in page.cssselect("script"))


# --- languages and files ------------------------------------------------------------------------------------


def test_language_is_chosen_and_remembered(desk: TestClient) -> None:
    assert parsed(desk.get("/")).get("lang") == "vi"
    page = parsed(desk.get("/queue?severity=high&lang=en"))
    assert page.get("lang") == "en"
    assert "Queue" in said(page.cssselect("h1")[0])
    assert parsed(desk.get("/overview")).get("lang") == "en"
    (switch,) = page.cssselect("a[hreflang]")
    assert switch.get("href") == "/queue?severity=high&lang=vi"


def test_both_languages_say_everything() -> None:
    assert all(vi and en for vi, en in _WORDS.values())
    assert both("page.next").vi == "Trang sau"


@pytest.mark.parametrize("name", ["page.css", "page.js", "desk.css", "desk.js"])
def test_static_files_are_the_packages_own(bare: TestClient, name: str) -> None:
    answer = bare.get(f"/static/{name}")
    assert answer.status_code == 200
    assert ("css" if name.endswith("css") else "javascript") in answer.headers["content-type"]
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", answer.text)


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/x", "/static/..%2fapp.py", "/nope", "/articles/x"])
def test_nothing_else_is_given(bare: TestClient, path: str) -> None:
    assert bare.get(path).status_code in (404, 422)


def test_without_a_store_its_pages_say_so(bare: TestClient) -> None:
    answer = bare.get("/queue")
    assert answer.status_code == 404
    assert "soatso serve --store" in answer.text
    assert not parsed(bare.get("/")).cssselect('a[href="/queue"]')


# --- the store ----------------------------------------------------------------------------------------------


def test_queue_shows_what_is_to_look_at(desk: TestClient) -> None:
    page = parsed(desk.get("/queue"))
    rows = page.cssselect("#queue > li")
    assert [row.get("data-s") for row in rows] == sorted((row.get("data-s") for row in rows), key="high low".index)
    text = said(page.cssselect("#queue")[0])
    assert "14.206 / 14.715 = 96,5409…%" in text
    assert "khớp nếu 95,54% là 96,54%" in text
    assert [said(m) for m in rows[0].cssselect(".quote mark")] == ["14.206 trẻ trong tổng số 14.715 trẻ", "95,54%"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("severity=high&kind=inconsistent_claim", {"tiêm chủng"}),
        ("severity=low&kind=inconsistent_claim", {"kỳ họp", "kỳ họp khác"}),
        ("claim=share&source=baocamau.vn", {"kỳ họp"}),
        ("claim=sum", set()),
        ("unit=%C4%91%E1%BA%A1i+bi%E1%BB%83u", {"kỳ họp", "kỳ họp khác"}),
        ("q=tra+vinh&kind=inconsistent_claim", {"tiêm chủng"}),
        ("q=%22%3F%3F%22", set()),
        ("state=confirm", set()),
        ("verdict=consistent&source=tin", {"nông thôn mới"}),
        ("verdict=consistent&document=245%2Fq%C4%91-ubnd", {"nông thôn mới"}),
        ("verdict=consistent&document=999", set()),
        ("severity='%20OR%201=1", set()),
    ],
)
def test_queue_filters(desk: TestClient, query: str, titles: set[str]) -> None:
    page = parsed(desk.get(f"/queue?{query}"))
    assert {said(a) for a in page.cssselect("#queue a.open")} == titles


def test_marks_are_stored_at_once_with_who_and_when(desk: TestClient, shared_store: Path) -> None:
    desk.post("/who", data={"who": "Lan Anh", "back": "/queue"})
    (key,) = keys(desk, "severity=high&kind=inconsistent_claim")
    answer = desk.post("/marks", data={"key": key, "verdict": "confirm", "note": "đã gọi"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/queue")
    with Store.open(shared_store) as store:
        mark = store.marks([key])[key]
    assert (mark.verdict, mark.who, mark.note) == ("confirm", "Lan Anh", "đã gọi")
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", mark.at)
    assert key not in keys(desk, "severity=high")
    (row,) = parsed(desk.get("/queue?state=confirm")).cssselect("#queue > li")
    assert "Đã xác nhận · Lan Anh" in said(row)
    with Store.open(shared_store) as store:
        article = store.article(1)
        assert article is not None
        store.replace(1, pack(article, extract(article)))
    assert keys(desk, "state=confirm") == [key], "marks outlast a new extraction"
    desk.post("/marks", data={"key": key, "verdict": "undo"})
    assert key in keys(desk, "severity=high")


def test_a_dismissed_finding_offers_its_look_alikes(desk: TestClient) -> None:
    first, second = keys(desk, "severity=low&kind=inconsistent_claim")
    asked = {"accept": "application/json"}
    answer = desk.post("/marks", data={"key": first, "verdict": "dismiss"}, headers=asked).json()
    assert answer["alike"] == [second], "another vote that fits over 484"
    assert keys(desk, f"alike={first}") == [second]
    answer = desk.post("/marks", data={"key": answer["alike"], "verdict": "dismiss"}, headers=asked).json()
    assert answer["marks"][second]["verdict"] == "dismiss"
    assert not keys(desk, "severity=low&kind=inconsistent_claim")


@pytest.mark.parametrize(
    ("form", "status"),
    [({"key": "x", "verdict": "confirm"}, 404), ({"verdict": "confirm"}, 400), ({"key": "x", "verdict": "burn"}, 400)],
)
def test_odd_marks_are_refused(desk: TestClient, form: dict[str, str], status: int) -> None:
    assert desk.post("/marks", data=form).status_code == status


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/\nx"])
def test_the_way_back_is_to_this_desk(desk: TestClient, back: str) -> None:
    answer = desk.post("/who", data={"who": "x", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/queue"


def test_article_page(desk: TestClient) -> None:
    page = parsed(desk.get("/articles/1"))
    assert said(page.cssselect("h1")[0]) == "tiêm chủng"
    (marks,) = page.cssselect("[data-marks]")
    assert '"verdict": null' in marks.get("data-marks")
    for row in parsed(desk.get("/queue")).cssselect("#queue > li"):
        path, _, anchor = row.get("data-open").partition("#")
        assert parsed(desk.get(path)).cssselect(f"#{anchor}"), "the queue leads to the card"
    assert desk.get("/articles/99").status_code == 404


def test_articles_are_searched_without_marks(desk: TestClient) -> None:
    titles = [said(a) for a in parsed(desk.get("/articles?q=ca+mau")).cssselect("tbody a")]
    assert set(titles) == {"nông thôn mới", "nông thôn mới, năm sau", "quyết định"}


def test_document_page(desk: TestClient) -> None:
    listed = parsed(desk.get("/documents?q=245/QĐ"))
    (link,) = listed.cssselect("tbody a")
    page = parsed(desk.get(link.get("href")))
    text = said(page.cssselect("main")[0])
    assert {"2016-02-16", "2016-12-16"} <= set(text.split())
    assert "Một văn bản, hai ngày" in text
    assert len(page.cssselect("tbody tr")) == 2
    assert desk.get("/documents/khong-co").status_code == 404


def test_figure_page(desk: TestClient) -> None:
    listed = parsed(desk.get("/figures?q=ngheo"))
    links = {said(a): a.get("href") for a in listed.cssselect("tbody th a")}
    page = parsed(desk.get(links["512 hộ"]))
    assert "649 hộ" in said(page.cssselect("main table")[0])
    assert page.cssselect("svg.chart circle.here")
    assert said(page.cssselect("main blockquote mark")[0]) == "512 hộ", "in its sentence"
    (row,) = [r for r in parsed(desk.get("/articles/5")).cssselect("tbody tr") if "512 hộ" in said(r)]
    at = row.get("id").split("-")[1]
    assert row.cssselect(f'td a[href="/articles/5/figures/{at}"]'), "and the article leads there"
    assert desk.get("/articles/5/figures/f1", follow_redirects=False).headers["location"].startswith("/figures/")


def test_figures_begin_with_what_is_published_most(desk: TestClient) -> None:
    page = parsed(desk.get("/figures"))
    rows = [[said(cell) for cell in row] for row in page.cssselect("tbody tr")]
    assert ["nghèo", "hộ", "2", "2"] in rows
    assert [int(row[3]) for row in rows] == sorted((int(row[3]) for row in rows), reverse=True)
    link = page.cssselect("tbody a")[0]
    assert parsed(desk.get(link.get("href"))).cssselect("tbody tr"), "and each leads to its figures"


def test_overview(desk: TestClient) -> None:
    page = parsed(desk.get("/overview"))
    text = said(page.cssselect("main")[0])
    assert "6 bài" in text
    assert "baocamau.vn" in text
    assert "Cà Mau" in text
    assert "tính trên tổng khác" in text
    assert len(page.cssselect("svg.chart")) == 3
    assert all(svg.get("aria-hidden") == "true" for svg in page.cssselect("svg")), "the tables say the same"


def test_a_store_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database at all, really" * 100)
    client = TestClient(make_app(Settings(store=path, workers=1)), base_url=HERE)
    assert client.get("/queue").status_code == 503
    assert str(path) in client.get("/queue").text


def test_token_at_the_door(news: Path) -> None:
    settings = Settings(store=news, workers=1, host="0.0.0.0", token="mot-ma-truy-cap-rat-dai")
    client = TestClient(make_app(settings), base_url="http://192.168.1.9:8765")
    page = client.get("/queue")
    assert page.status_code == 401
    assert parsed(page).cssselect('form[action="/login"] input[type=password]')
    assert client.post("/login", data={"token": "sai"}).status_code == 401
    answer = client.post("/login", data={"token": "mot-ma-truy-cap-rat-dai"}, follow_redirects=False)
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "strict" in answer.headers["set-cookie"].lower()
    assert client.get("/queue").status_code == 200
    client.cookies.clear()
    assert client.get("/api/findings").json()["error"] == "no_token"
    bearer = {"authorization": "Bearer mot-ma-truy-cap-rat-dai"}
    assert client.get("/api/findings", headers=bearer).status_code == 200


# --- taken away ---------------------------------------------------------------------------------------------


def test_findings_are_taken_away_as_they_are_filtered(desk: TestClient) -> None:
    (key,) = keys(desk, "severity=high&kind=inconsistent_claim")
    desk.post("/marks", data={"key": key, "verdict": "confirm", "note": "=1+1"})
    answer = desk.get("/findings.csv?state=confirm")
    assert answer.headers["content-disposition"].startswith("attachment")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert (row["key"], row["mark"], row["note"]) == (key, "confirm", "'=1+1")
    sheet = load_workbook(io.BytesIO(desk.get("/findings.xlsx?state=all").content)).active
    assert sheet is not None
    assert sheet.max_row == 1 + desk.get("/api/findings?state=all&limit=500").json()["total"]
    assert desk.get("/findings.exe").status_code == 404


def test_a_draft_is_made_of_what_is_confirmed_alone(desk: TestClient) -> None:
    (key,) = keys(desk, "severity=high&kind=inconsistent_claim")
    assert desk.get(f"/claimreview/{key}.json").status_code == 409
    desk.post("/marks", data={"key": key, "verdict": "confirm"})
    made = desk.get(f"/claimreview/{key}.json").json()
    assert made["@type"] == "ClaimReview"
    assert made["itemReviewed"]["appearance"]["headline"] == "tiêm chủng"
    assert desk.get("/claimreview/none.json").status_code == 404


def test_annotations_and_tasks(desk: TestClient) -> None:
    assert desk.get("/articles/1/annotations.jsonld").json()["type"] == "AnnotationPage"
    (made,) = desk.get("/articles/1/label-studio.json").json()
    assert ALARM in made["data"]["text"]
    assert desk.get("/articles/99/annotations.jsonld").status_code == 404
