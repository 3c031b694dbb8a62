"""Any input is read in linear time, without error, into sorted spans that lie in the text."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.article.view import View
from extractor.patterns.documents import find_documents

ENDLESS = {
    "bare list": ("các Nghị quyết số ", "12, "),
    "coded list": ("", "Quyết định số 1/QĐ-UBND, "),
    "number word": ("", "quyết định số "),
    "digits": ("Quyết định số ", "1234567"),
    "slashes": ("Quyết định số 1", "/"),
    "hyphens": ("Quyết định số 1", "-"),
    "fractions": ("Quyết định số ", "1/"),
    "years": ("Thông tư ", "12/2013/"),
    "code": ("Quyết định 1/", "QĐ-"),
    "ampersands": ("Văn bản 1/A", " & A"),
    "laws": ("", "Luật Đất "),
    "law name": ("Luật ", "đất, "),
    "plenums": ("", "Nghị quyết Trung ương 6, "),
    "treaties": ("", "Hiệp định a "),
    "titles": ("Quyết định 12/QĐ-U của ", "Chủ tịch "),
    "companies": ("Quyết định 12/QĐ-U của ", "Công ty Cổ phần và "),
    "places": ("", "Quyết định 12 của UBND huyện A B, tỉnh "),
    "short": ("", "TT 1 "),
    "spaces": ("Quyết định số", " "),
    "pinpoints": ("", "khoản 2 Điều 5, "),
    "pinpoints of a document": ("khoản 2 " * 40, "Điều 5, 6 và 7 Nghị định 1/2020/NĐ-CP "),
    "one pinpoint": ("Điều 1", ", 2"),
    "references": ("Nghị định 1/2020/NĐ-CP. ", "Nghị định này "),
    "cited and referred to": ("", "Quyết định 1/QĐ-UBND. Quyết định này "),
    "plenum list": ("Nghị quyết Trung ương 6", " và 7"),
    "issuers": ("", "Quyết định 1/QĐ-UBND ngày 1/1/2016 của UBND tỉnh Cà Mau. "),
    "law names": ("Luật Nhà ở", " (sửa đổi), bổ sung"),
    "dates": ("Quyết định số 1/QĐ-U", " ngày 1/1/2018 "),
}


def _seconds(text: str) -> float:
    view = View(text)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_documents(view)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.timing
@pytest.mark.parametrize("name", ENDLESS)
def test_time_grows_with_length_only(name: str) -> None:
    head, unit = ENDLESS[name]
    find_documents(View("Quyết định số 1/QĐ-UBND của UBND tỉnh"))
    small = _seconds(head + unit * (20_000 // len(unit)))
    large = _seconds(head + unit * (160_000 // len(unit)))
    # Eight times as long: far from the sixty-four times of quadratic growth, with room for a noisy machine.
    assert large < 20 * small + 0.05


PIECES = st.sampled_from(
    [
        *["Quyết định", "nghị quyết", "các Thông tư", "Luật Đất đai", "Bộ luật", "văn bản", "QĐ", "KH"],
        *[" số ", " ", ", ", " và ", "/", "-", " - ", ".", "\n", " (", ") ", " của ", " ngày ", " năm ", " khóa "],
        *[
            "1",
            "318",
            "2018",
            "30a",
            "4/5/2017",
            "5 tháng 6 năm 2019",
            "QĐ-UBND",
            "NQ/TW",
            "QH14",
            "TTLT-BTC-BNV",
            "T.Ư",
        ],
        *["UBND tỉnh Cà Mau", "Bộ Tài chính", "Chủ tịch ", "Công ty ", "Trung ương ", "hộ", "%", "phê duyệt", "İ", "Đ"],
        *[
            " này",
            " nói trên",
            " trên",
            "khoản 2 ",
            "Điều 5",
            "các điều 5, 6",
            "điểm a)",
            " 6, 7",
            "XII",
            "Nghị định này",
        ],
        *["BLHS", "Luật Nhà ở số 65/2014/QH13", "dự thảo ", "T.Ư"],
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_sound(text: str) -> None:
    view = View(text)
    found = find_documents(view)
    end = 0
    for document in found:
        assert end <= document.start < document.end <= len(view.text)
        view.to_source(document.start, document.end)
        assert document.same_as is None or found[document.same_as].same_as is None
        if document.same_as is not None:
            assert document.canonical == found[document.same_as].canonical
        if document.rule == "anaphora":
            assert document.same_as is not None
            assert (document.number, document.date) == (None, None)
        if document.pinpoint is not None:
            low, high = document.pinpoint
            assert low < high
            assert all(high <= other.start or other.end <= low for other in found)
        if document.number:
            assert " " not in document.number
            assert document.number in view.text[document.start : document.end].replace(" ", "")
        end = document.end


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_composed_and_decomposed_text_read_the_same(text: str) -> None:
    def read(form: str) -> list[tuple[str | None, ...]]:
        view = View(form)
        return [(d.type, d.number, d.date, d.issuer, d.rule, d.canonical, d.symbol_type) for d in find_documents(view)]

    assert read(unicodedata.normalize("NFC", text)) == read(unicodedata.normalize("NFD", text))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_span_takes_a_parenthesis_without_its_other(text: str) -> None:
    view = View(f"({text})")
    for document in find_documents(view):
        span = view.text[document.start : document.end]
        assert span.count("(") == span.count(")")
