import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import View

VIETNAMESE = "aăâeêioôơuưyđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Quye\u0302\u0301t đi\u0323nh", "Quyết định"),
        ("\u00d0ảng bộ tỉnh", "Đảng bộ tỉnh"),
        ("649\xa0trường\xa0\xa0hợp", "649 trường hợp"),
        ("5 – 7% và 3 — 4", "5 - 7% và 3 - 4"),
        ("thuỷ sản, hoà bình, uỷ ban, Uỷ viên, khoẻ", "thủy sản, hòa bình, ủy ban, Ủy viên, khỏe"),
        ("quý I, quỷ, toàn, khoản", "quý I, quỷ, toàn, khoản"),
        ("1.2\u200b40 hộ", "1.240 hộ"),
        ("đoạn một\n\n\nđoạn hai", "đoạn một\nđoạn hai"),
        ("số\r\n  14/CTr-UBND", "số 14/CTr-UBND"),
        ("tăng 5\uff05", "tăng 5%"),
        ("đạt &gt; 95% <b>số hộ</b>&nbsp;nghèo", "đạt > 95% số hộ nghèo"),
        ("Đoạn một.<br/>Đoạn hai.</p>", "Đoạn một.\nĐoạn hai.\n"),
        ("R&D; công ty A&B; a < b > c", "R&D; công ty A&B; a < b > c"),
        ("giai đoạn 2015 &ndash; 2018", "giai đoạn 2015 - 2018"),
    ],
)
def test_one_spelling(source: str, text: str) -> None:
    assert View(source).text == text


def test_a_span_lands_on_what_was_published() -> None:
    source = "Huye\u0323\u0302n co\u0301\xa0\xa05/9\u200b tiêu chí."
    view = View(source)
    at = view.text.index("5/9")
    start, end = view.to_source(at, at + len("5/9 tiêu"))
    assert source[start:end] == "5/9\u200b tiêu"
    at = view.text.index("Huyện")
    assert source[slice(*view.to_source(at, at + 5))] == "Huye\u0323\u0302n"
    assert view.published(at, at + 5) == "Huyện"


def test_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        View("abc").to_source(2, 2)


@given(st.text(max_size=300))
def test_spans_of_any_text_are_in_order_and_in_bounds(source: str) -> None:
    view = View(source)
    assert len(view.lower) == len(view.text)
    last = 0
    for i in range(len(view.text)):
        start, end = view.to_source(i, i + 1)
        assert 0 <= start < end <= len(source)
        assert start >= last
        last = start
    if view.text:
        assert view.to_source(0, len(view.text))[1] <= len(source)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "bctnh 0123456789.,%()/\n-–\xa0", max_size=200))
def test_composed_and_decomposed_texts_give_the_same_view(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert View(composed).text == View(decomposed).text


@pytest.mark.parametrize(
    "text",
    ["5% \u0613ấp", "12 h\u1cd9 x", "số \u0301\u0301 12", "\u0301 12", "a\u200b\u0301 12", "<\u0338b> 12"]
    + [f"Toàn xã có 1 t{mark} rồi" for mark in ("\u1dfb", "\u20e3", "\ufe20", "\U0001d165")],
)
def test_marks_that_compose_with_nothing_keep_their_place(text: str) -> None:
    composed, decomposed = (View(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text
    for at in range(len(composed.text)):
        assert composed.published(at, at + 1) == decomposed.published(at, at + 1)


def test_every_combining_mark_belongs_to_the_letter_before_it() -> None:
    for mark in filter(lambda char: unicodedata.category(char)[0] == "M", map(chr, range(sys.maxunicode + 1))):
        assert View(f"1 t{mark}").to_source(2, 3)[1] == 4, hex(ord(mark))
