import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import View
from extractor.tokens.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã có 5 hộ. Thôn có 3 hộ.", ["Xã có 5 hộ.", "Thôn có 3 hộ."]),
        # Glued by a scraper.
        (
            "đạt 76,5% (934.000 dân).So với năm 2018 thì tăng.",
            ["đạt 76,5% (934.000 dân).", "So với năm 2018 thì tăng."],
        ),
        ("Tổng 5.000 người.Trong đó có 20 nữ.", ["Tổng 5.000 người.", "Trong đó có 20 nữ."]),
        # Abbreviations and initials end nothing.
        ("Ở TP. HCM có 5 dự án.", ["Ở TP. HCM có 5 dự án."]),
        ("Nghị quyết T.Ư 6 nêu rõ.", ["Nghị quyết T.Ư 6 nêu rõ."]),
        ("ThS. Lê Bé và TS. Trần An dự.", ["ThS. Lê Bé và TS. Trần An dự."]),
        ("PGS.TS. Võ Hạnh nêu 3 ý. GS.TS. Lê Bé nói.", ["PGS.TS. Võ Hạnh nêu 3 ý.", "GS.TS. Lê Bé nói."]),
        ("Bị cáo Nguyễn Văn A. khai nhận.", ["Bị cáo Nguyễn Văn A. khai nhận."]),
        ("Kinh phí 12 tr.đ đã cấp.", ["Kinh phí 12 tr.đ đã cấp."]),
        # Numbers, symbols and dates stay whole.
        ("Có 1.240 hộ, đạt 52,34%, theo 245/QĐ-UBND ngày 16.2.2016.", None),
        ("“Khó lắm!”, ông nói.", None),
    ],
)
def test_boundaries(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


def test_a_paragraph_break_always_ends_a_sentence() -> None:
    found = split_sentences("Tiêu đề không dấu chấm\nThân bài có 5 hộ.")
    assert [s.paragraph for s in found] == [0, 1]


def test_a_wrapped_line_does_not() -> None:
    text = View("Chương trình hành động số\n  14/CTr-UBND, ngày 3/4/2018 của tỉnh.").text
    assert sentences(text) == ["Chương trình hành động số 14/CTr-UBND, ngày 3/4/2018 của tỉnh."]


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    found = split_sentences(text)
    for a, b in itertools.pairwise(found):
        assert a.end <= b.start
    for sentence in found:
        piece = text[sentence.start : sentence.end]
        assert piece
        assert not piece[0].isspace()
        assert not piece[-1].isspace()
    kept = sum(len("".join(text[s.start : s.end].split())) for s in found)
    assert kept == len("".join(text.split()))
