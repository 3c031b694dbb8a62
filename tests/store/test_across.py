"""What articles of different groups say that does not fit."""

from __future__ import annotations

import pytest

from extractor.store import CrossRow, Store
from extractor.store.across import quote
from tests.store.news import add


def found(*texts: str) -> list[CrossRow]:
    with Store.memory() as store:
        for number, text in enumerate(texts):
            add(store, text, f"{number}.txt")
        once = store.cross_findings()
        store.compare_all()
        assert [(c.kind, c.key, c.quote, c.other_quote) for c in store.cross_findings()] == [
            (c.kind, c.key, c.quote, c.other_quote) for c in once
        ]
        return once


DATED = "Theo Quyết định số 245/QĐ-UBND ngày {} của UBND tỉnh Cà Mau, huyện được cấp vốn làm đường."


def test_a_document_with_two_dates() -> None:
    one, other = DATED.format("16/2/2016"), "Sở Nội vụ cho biết: " + DATED.format("26/2/2016")
    (row,) = found(one, other)
    assert (row.kind, row.severity) == ("document_dates", "high")
    assert (row.value, row.other_value) == ("2016-02-26", "2016-02-16")
    assert row.quote == other
    assert row.other_quote == one
    assert "245/QĐ-UBND" in row.subject


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("16/2/2016", "16/2/2016", 0),
        # Numbers begin anew each year; with the same day and month it is a slip.
        ("16/2/2016", "5/3/2018", 0),
        ("16/2/2016", "16/2/2018", 1),
        ("16/2/2016", "16/3/2016", 1),
    ],
)
def test_dates_of_one_number(first: str, second: str, told: int) -> None:
    assert len(found(DATED.format(first), "Hôm qua. " + DATED.format(second))) == told


def test_the_same_number_of_another_province_is_another_document() -> None:
    assert found(DATED.format("16/2/2016"), DATED.format("26/2/2016").replace("Cà Mau", "Bạc Liêu")) == []


def test_a_pair_of_dates_is_told_once() -> None:
    texts = [f"Tin thứ {n}. " + DATED.format("26/2/2016" if n % 2 else "16/2/2016") for n in range(8)]
    assert len(found(*texts)) == 1


def test_a_document_under_two_types() -> None:
    (row,) = found(
        "Thực hiện Quy định số 205-QĐ/TW ngày 23/9/2019 của Bộ Chính trị, tỉnh đã rà soát cán bộ.",
        "Theo Quyết định số 205-QĐ/TW ngày 23/9/2019 của Bộ Chính trị, cấp ủy phải kiểm soát quyền lực.",
    )
    assert row.kind == "document_types"
    assert {row.value, row.other_value} == {"Quy định", "Quyết định"}


def test_a_type_that_covers_another_is_the_same() -> None:
    assert (
        found(
            "Theo Văn bản số 318/UBND-KT ngày 11/3/2015 của UBND tỉnh Bạc Liêu, việc này được phép.",
            "Theo Công văn số 318/UBND-KT ngày 11/3/2015 của UBND tỉnh Bạc Liêu, việc này phải dừng.",
        )
        == []
    )


COUNTED = "Năm 2018, tỉnh Cà Mau có {} hộ nghèo."


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("12.315", "12.315", []),
        ("12.315", "12.351", ["high"]),
        ("12.315", "khoảng 12.000", []),
        ("12.315", "1.240", ["low"]),
    ],
)
def test_the_same_quantity_with_two_values(first: str, second: str, told: list[str]) -> None:
    rows = found(COUNTED.format(first), "Tin vắn. " + COUNTED.format(second))
    assert [(row.kind, row.severity) for row in rows] == [("figure_values", each) for each in told]
    for row in rows:
        assert first in row.other_quote
        assert second in row.quote


@pytest.mark.parametrize(
    "other",
    [
        "Năm 2019, tỉnh Cà Mau có 12.351 hộ nghèo.",
        "Năm 2018, tỉnh Bạc Liêu có 12.351 hộ nghèo.",
        "Năm 2018, tỉnh Cà Mau có 12.351 hộ cận nghèo.",
        "Năm 2018, tỉnh Cà Mau có 12.351 hộ nghèo, sau đó lại ghi 12.315 hộ nghèo.",
    ],
)
def test_another_year_place_or_concept_is_another_quantity(other: str) -> None:
    assert [row for row in found(COUNTED.format("12.315"), other) if row.kind == "figure_values"] == []


def test_copies_do_not_contradict_twice() -> None:
    long = " Bà con phấn khởi vì được hỗ trợ vốn vay, giống cây trồng và kỹ thuật chăm sóc tôm, cua trong vuông." * 3
    rows = found(COUNTED.format("12.315") + long, COUNTED.format("12.315") + long, "Tin. " + COUNTED.format("12.351"))
    assert len(rows) == 1


def test_a_quote_is_the_sentence() -> None:
    text = "Xã có 5 ấp. Huyện có 12 xã, TP. Cà Mau có 10 phường.\nHết."
    at = text.index("12 xã")
    assert quote(text, at, at + 5) == "Huyện có 12 xã, TP. Cà Mau có 10 phường."
