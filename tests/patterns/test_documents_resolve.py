"""Repeats and short forms are tied to the fullest citation."""

from __future__ import annotations

import pytest

from extractor.article.view import View
from extractor.patterns.documents import find_documents


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        (
            "Quyết định số 318/QĐ-UBND ngày 1/2/2016 của UBND tỉnh. Quyết định 318 nêu rõ. Quyết định 318/QĐ-UBND",
            [None, 0, 0],
        ),
        ("Nghị định 100 có hiệu lực. Theo Nghị định số 100/2019/NĐ-CP, mức phạt", [1, None]),
        ("Thông tư 05/2018/TT-BTC và Thông tư 05/2019/TT-BTC; Thông tư 05 nêu", [None, None, None]),
        ("Quyết định 12/QĐ-UBND, Quyết định 12/QĐ-SYT", [None, None]),
        ("Quyết định 12/QĐ-UBND và Kế hoạch 12/KH-UBND", [None, None]),
        ("Quyết định 05/QĐ-UBND. Quyết định số 5/QD-UBND", [None, 0]),
        ("Nghị quyết 18-NQ/TW ngày 1/2/2012; Nghị quyết 18-NQ/TW ngày 25/10/2017", [None, None]),
        ("Luật Nhà ở năm 2014; Luật Nhà ở 2014; Luật Đấu thầu năm 2014", [None, 0, None]),
        ("quyết định 7 phạt ông A. Quyết định số 7/QĐ-UBND", [1, None]),
    ],
)
def test_same_as(text: str, same_as: list[int | None]) -> None:
    assert [document.same_as for document in find_documents(View(text))] == same_as


def test_a_weak_number_needs_its_document_elsewhere() -> None:
    assert find_documents(View("tòa ra quyết định 7 phạt ông A.")) == []
