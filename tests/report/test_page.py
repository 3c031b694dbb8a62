"""The report as a page: what was published stands there as text, whole, and what was found stands beside it."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from extractor.article import Article
from extractor.cli import main
from extractor.record import article_info, article_of, extract
from extractor.records import Document, Figure, Finding, Message, Problem, Record
from extractor.report.page import article_view, finding_cards, report_html
from extractor.report.page.bits import Mark, Spot, split_paragraphs
from extractor.report.page.words import _WORDS, KIND_SIGNS, both

ALARM = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%."
FITS = "Huyện có 40 xã, trong đó 30 xã đạt chuẩn, chiếm 75%, theo Quyết định số 245/QĐ-UBND ngày 16/2/2016."


def page(*texts: str, **more: object) -> html.HtmlElement:
    read = [(Article(id=f"bài {i}", text=text, **more), extract(text)) for i, text in enumerate(texts)]  # type: ignore[arg-type]
    return html.document_fromstring(report_html(read))


def text_of(document: html.HtmlElement) -> list[str]:
    """The paragraphs as a reader sees them."""
    return [paragraph.text_content() for paragraph in document.cssselect(".text p")]


def shown(element: html.HtmlElement, lang: str = "vi") -> str:
    """What is read in one of the languages of a page that holds both."""
    copy = html.fromstring(etree.tostring(element, encoding="unicode"))
    for other in copy.cssselect(f'.t:not([lang="{lang}"])'):
        other.drop_tree()
    return " ".join(copy.text_content().split())


# --- what stands there ---------------------------------------------------------------------------------------


def test_the_text_is_as_published() -> None:
    text = f"Tiêm chủng ở Trà Cú\n\n{ALARM}\n\n{FITS}\n"
    assert text_of(page(text)) == [line for line in text.split("\n") if line]


def test_documents_and_figures_are_marked_by_kind() -> None:
    marked = {(m.get("data-k"), m.text_content()) for m in page(FITS).cssselect(".text .m")}
    assert {("document", "Quyết định số 245/QĐ-UBND ngày 16/2/2016"), ("count", "40 xã"), ("percent", "75%")} <= marked


def test_a_finding_stands_beside_the_text_with_arithmetic_diagnosis_and_the_way_there() -> None:
    document = page(ALARM)
    (card,) = document.cssselect(".found .card")
    said = shown(card)
    assert card.get("data-s") == "high"
    assert "14.206 / 14.715 = 96,5409…%, bài ghi 95,54%: không khớp" in said
    assert "khớp nếu 95,54% là 96,54%" in said
    assert said.count("khớp nếu 95,54% là 96,54%") == 1, "the diagnosis is listed, and not in the sentence too"
    assert "it fits if 95.54% should be 96.54%" in shown(card, "en")
    for link in card.cssselect("a.to"):
        (place,) = document.cssselect(link.get("href"))
        assert place.text_content() in ALARM
        assert place.get("data-s") == "high"
        assert place.get("href") == f"#{card.get('id')}", "and back"


def test_the_gravest_is_what_a_mark_tells() -> None:
    document = page(f"{ALARM} Như vậy, 509 trẻ trong 14.715 trẻ chưa tiêm.")
    verdicts = [m.get("data-v") for m in document.cssselect(".text .m") if "14.715" in m.text_content()]
    assert verdicts[0] == "inconsistent"


def test_findings_come_gravest_first() -> None:
    text = f"Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%.\n{ALARM}"
    cards = page(text).cssselect(".found .card")
    assert [card.get("data-s") for card in cards] == ["high", "low"]
    assert [card.cssselect(".badge")[0].text_content() for card in cards] == ["✗1", "✗2"]


def test_what_fits_is_folded_away_and_nothing_to_look_at_is_said_with_caution() -> None:
    document = page(FITS)
    assert "không có nghĩa là mọi con số đều đúng" in shown(document.cssselect(".none")[0])
    (group,) = document.cssselect('.group[data-v="consistent"]')
    assert group.tag == "details"
    assert group.get("open") is None


def test_findings_of_documents_and_problems_point_to_their_places() -> None:
    text = "Tỷ lệ đạt 5,2,34% theo Nghị định 16/2015/NĐ-CP và hôm qua."
    found = Document(id="d1", span=(23, 47), text=text[23:47], type="Nghị định", number="16/2015/NĐ-CP", rule="test")
    said = Message(vi="sai ngày", en="wrong date")
    record = Record(
        article=extract(text).article,
        documents=(found,),
        findings=(
            Finding(
                id="n1", kind="registry_date", severity="low", span=(23, 47), text=text[23:47], documents=("d1",),
                expected=("2015-02-14",), message=said,
            ),
            Finding(id="n2", kind="impossible_date", severity="high", span=(51, 58), text=text[51:58], message=said),
        ),
        problems=(Problem(code="unreadable_number", span=(10, 17), text=text[10:17], message=said),),
    )  # fmt: skip
    document = html.document_fromstring(report_html([(article_of(text), record)]))
    high, low = document.cssselect(".found .card")
    assert "Ngày không có thật" in shown(high)
    assert "2015-02-14" in shown(low)
    places = [document.cssselect(card.cssselect("a.to")[0].get("href"))[0].text_content() for card in (high, low)]
    assert places == [text[51:58], text[23:47]]
    (problem,) = document.cssselect('[data-group="problems"] a.to')
    assert document.cssselect(problem.get("href"))[0].text_content() == "5,2,34%"
    assert text_of(document) == [text]


def test_every_alarm_has_a_card_and_every_card_another_anchor() -> None:
    record = extract(f"{ALARM} {FITS}")
    cards = finding_cards(record)
    assert len(cards) >= len(record.alarms) == 1
    document = page(ALARM, FITS, ALARM)
    ids = [element.get("id") for element in document.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_counts_stand_on_top() -> None:
    counts = shown(page(ALARM).cssselect(".art .counts")[0])
    assert counts.startswith("1 ✗ Nặng 0 ✗ Nhẹ")
    assert "2 số liệu" in counts


def test_several_articles_have_a_table_of_contents_gravest_first() -> None:
    links = page(FITS, ALARM).cssselect(".contents a")
    assert [link.text_content() for link in links] == ["bài 1", "bài 0"]


# --- what it needs ------------------------------------------------------------------------------------------


def test_the_page_needs_nothing_besides_itself() -> None:
    written = report_html([(article_of(ALARM), extract(ALARM))])
    document = html.document_fromstring(written)
    assert not document.cssselect("link, img, iframe, script[src], object, embed, form")
    assert not re.search(r"@import|url\(", written)
    assert not [e for e in document.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")]
    assert not document.cssselect("[style]"), "the policy would refuse it"
    (policy,) = document.cssselect('meta[http-equiv="Content-Security-Policy"]')
    for tag in ("style", "script"):
        (inline,) = document.cssselect(tag)
        digest = base64.b64encode(hashlib.sha256((inline.text or "").encode("utf-8")).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.get("content")
    assert "unsafe" not in policy.get("content")
    assert "default-src 'none'" in policy.get("content")


def test_both_languages_say_everything() -> None:
    assert all(vi.strip() and en.strip() for vi, en in _WORDS.values())
    document = page(ALARM)
    assert document.get("lang") == "vi"
    assert all(element.get("lang") in ("vi", "en") for element in document.cssselect(".t"))
    vietnamese, english = (len(document.cssselect(f'.t[lang="{lang}"]')) for lang in ("vi", "en"))
    assert vietnamese == english > 20
    assert document.cssselect(".text")[0].get("lang") == "vi"
    assert html.document_fromstring(report_html([], "en")).get("lang") == "en"


def test_every_kind_has_a_sign_of_its_own_in_words_and_in_the_style_sheet() -> None:
    css = (Path(__file__).parents[2] / "extractor/report/page/static/page.css").read_text(encoding="utf-8")
    assert len(set(KIND_SIGNS.values())) == len(KIND_SIGNS)
    for kind, sign in KIND_SIGNS.items():
        assert both(f"kind.{kind}").vi
        assert f'content: "{sign}" / ""' in css


# --- hostile text -------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script> 12 xã </p><img src=x onerror=alert(2)>",
    "<svg onload=alert(1)> có 5% </svg>",
    '"><a href="javascript:alert(1)">12 hộ</a>',
    "{{ 7 * 7 }} {% raw %} có 49 xã",
    "</style></script><!-- 3 huyện",
    "&lt;b&gt; 12% &amp;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_article_text_is_never_markup(text: str) -> None:
    document = page(text, title=text, source=text, url=text)
    assert text_of(document) == [text]
    assert len(document.cssselect("script")) == 1
    assert not document.cssselect("img, .text svg, a[href^=javascript]")
    assert document.cssselect("h2.title")[0].text_content() == text


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://baocamau.vn/a?b=1", True),
        ("HTTP://x.vn", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://x.vn", False),
        ("https://x.vn\u202egpj", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, linked: bool) -> None:
    links = [a.get("href") for a in page(FITS, url=url).cssselect(".meta a")]
    assert links == ([url] if linked else [])


def test_what_nobody_would_see_is_shown_by_its_name() -> None:
    document = page("Có 12\u202e xã\x07, \u2066chiếm 5%\u200b.")
    assert [e.text for e in document.cssselect(".unseen")] == ["U+202E", "U+0007", "U+2066", "U+200B"]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", html.tostring(document, encoding="unicode"))


@pytest.mark.parametrize("text", ["👩‍🌾 trồng 12 ha 🇻🇳", "Ty\u0309 lê\u0323 đa\u0323t 75%", "ราคา 12% שלום", "𝟏𝟐 hộ"])
def test_letters_of_all_kinds_stay_as_they_are(text: str) -> None:
    assert text_of(page(text)) == [text]


def test_ten_thousand_figures_in_time() -> None:
    line = "Xã có 12 hộ nghèo, chiếm 25,5% tổng số.\n"
    figures = tuple(
        Figure(id=f"f{2 * i + k}", span=(start + at, start + at + long), text=quote, kind=kind, rule="test")
        for i, start in enumerate(range(0, 5000 * len(line), len(line)))
        for k, at, long, quote, kind in ((1, 6, 5, "12 hộ", "count"), (2, 25, 5, "25,5%", "percent"))
    )  # fmt: skip
    article = article_of(line * 5000)
    record = Record(article=article_info(article), figures=figures)
    started = time.process_time()
    written = report_html([(article, record)])
    assert time.process_time() - started < 5
    assert written.count('class="m" id') == 10_000


def test_a_short_article_in_well_under_a_second() -> None:
    text = (Path(__file__).parents[2] / "corpus/articles/thu-ngan-sach-phu-yen.txt").read_text(encoding="utf-8")
    text = (text * 3)[:5000]
    report_html([(article_of(text), extract(text))])
    started = time.process_time()
    report_html([(article_of(text), extract(text))])
    assert time.process_time() - started < 0.6


_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=8)


@given(text=st.text(alphabet="ab 1\n\u202eÀ", max_size=60), marks=_SPANS, spots=_SPANS)
def test_nothing_is_lost_wherever_marks_and_spots_lie(
    text: str, marks: list[tuple[int, int]], spots: list[tuple[int, int]]
) -> None:
    def within(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]

    pieces = split_paragraphs(
        text,
        [Mark(span, f"m{i}", "count") for i, span in enumerate(within(marks))],
        [Spot(span, f"s{i}") for i, span in enumerate(within(spots))],
    )
    said = "".join(
        bit.text
        for paragraph in pieces
        for piece in paragraph
        for bit in (piece.bits if isinstance(piece, Mark) else (piece,))
    )
    assert re.sub(r"\s", "", said.replace("U+202E", "\u202e")) == re.sub(r"\s", "", text)
    opened = [
        bit.spot
        for paragraph in pieces
        for piece in paragraph
        for bit in (piece.bits if isinstance(piece, Mark) else (piece,))
        if bit.opens
    ]
    assert len(opened) == len(set(opened))


@given(st.text(max_size=80))
def test_any_text_at_all(text: str) -> None:
    view = article_view(article_of(text), extract(text))
    assert report_html([(view.article, view.record)]).encode("utf-8")


# --- the command --------------------------------------------------------------------------------------------


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trà cú.txt"
    path.write_text(ALARM, encoding="utf-8")
    return path


def test_report_writes_a_page(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert main(["report", str(article), "-o", str(out)]) == 0
    document = html.document_fromstring(out.read_text(encoding="utf-8"))
    assert len(document.cssselect(".found .card")) == 1


def test_report_goes_to_standard_output(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(article), "--lang", "en"]) == 0
    assert '<html lang="en">' in capfd.readouterr().out


@pytest.mark.parametrize(
    ("make", "status", "said"),
    [
        (lambda path: ["report", str(path / "none.txt")], 3, "There is no such file"),
        (lambda path: ["report", str(path), "-o", str(path / "no" / "x.html")], 2, "there is no folder"),
        (lambda path: ["report"], 2, "missing"),
    ],
)
def test_report_tells_what_cannot_be(
    make: Callable[[Path], list[str]], status: int, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*make(tmp_path), "--lang", "en"]) == status
    assert said in capfd.readouterr().err
