"""Differences: each rule of the grammar with true and with wrong arithmetic."""

from __future__ import annotations

import pytest

from tests.claims.said import claims_of, rules_of

DIFFERENCES = [
    (
        "difference.missing",
        "Xã Tân Lập đạt 16/19 tiêu chí, còn thiếu 3 tiêu chí khó.",
        ["stated difference consistent: 19 | 16 | 3 tiêu chí"],
    ),
    (
        "difference.missing",
        "Xã Tân Lập đạt 16/19 tiêu chí, còn thiếu 4 tiêu chí khó.",
        ["stated difference inconsistent: 19 | 16 | 4 tiêu chí"],
    ),
    (
        "difference.missing",
        "Đến nay, 41/46 xã đã có trạm y tế đạt chuẩn, còn 5 xã chưa đạt.",
        ["stated difference consistent: 46 | 41 | 5 xã"],
    ),
    (
        "difference.from_to",
        "Số phòng học tạm từ 187 phòng xuống còn 151 phòng, giảm 36 phòng.",
        ["stated difference consistent: 187 phòng | 151 phòng | 36 phòng"],
    ),
    (
        "difference.from_to",
        "Số phòng học tạm từ 187 phòng xuống còn 151 phòng, giảm 26 phòng.",
        ["stated difference inconsistent: 187 phòng | 151 phòng | 26 phòng"],
    ),
    (
        "difference.from_to",
        "Tỷ lệ hộ nghèo từ 8,42% xuống còn 5,39%, giảm 3,03 điểm phần trăm.",
        ["stated difference consistent: 8,42% | 5,39% | 3,03 điểm phần trăm"],
    ),
    (
        "difference.from_to",
        "Tỷ lệ hộ nghèo từ 8,42% xuống còn 5,39%, giảm 3,30 điểm phần trăm.",
        ["stated difference inconsistent: 8,42% | 5,39% | 3,30 điểm phần trăm"],
    ),
    (
        "difference.base_behind",
        "Toàn tỉnh có 201 trường đạt chuẩn, tăng 17 trường so với năm học trước (184 trường).",
        ["stated difference consistent: 201 trường | 184 trường | 17 trường"],
    ),
    (
        "difference.base_behind",
        "Toàn tỉnh có 201 trường đạt chuẩn, tăng 27 trường so với năm học trước (184 trường).",
        ["stated difference inconsistent: 201 trường | 184 trường | 27 trường"],
    ),
    (
        "difference.fit",
        "Năm ngoái, trên các tuyến đường xảy ra 359 vụ va chạm. Năm nay xảy ra 312 vụ, giảm 47 vụ.",
        ["inferred difference consistent: 359 vụ | 312 vụ | 47 vụ"],
    ),
    (
        "difference.ratio_behind",
        "Lực lượng chức năng bắt 206 vụ mua bán ma túy, so với cùng kỳ tăng 93 vụ (206/113 vụ).",
        ["stated difference consistent: 206 | 113 | 93 vụ"],
    ),
    (
        "difference.base_behind",
        "Thu nhập bình quân đạt 36,5 triệu đồng/người/năm, tăng 3,2 triệu đồng so với mức 33,3 triệu đồng/người/năm.",
        [
            "stated difference consistent: 36,5 triệu đồng/người/năm | 33,3 triệu đồng/người/năm | 3,2 triệu đồng",
        ],
    ),
]


@pytest.mark.parametrize(("rule", "text", "claims"), DIFFERENCES)
def test_differences(rule: str, text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
    assert rule in rules_of(text)


def test_a_level_with_a_subject_of_its_own_is_no_base() -> None:
    text = (
        "Sau khi bổ sung 900.558 triệu đồng, ngân sách tỉnh 1.069.488 triệu đồng và điều chỉnh giảm 42.607 "
        "triệu đồng vốn vay lại, "
        "kế hoạch vốn sau điều chỉnh là 7.788.703 triệu đồng."
    )
    assert "inconsistent" not in " ".join(claims_of(text))


def test_what_is_left() -> None:
    text = "Quỹ khuyến học có 4.512 suất, đã trao 3.960 suất, còn 552 suất sẽ trao vào tháng 9."
    assert "stated difference consistent: 4.512 suất | 3.960 suất | 552 suất" in claims_of(text)
    assert "difference.left_of" in rules_of(text)


def test_points_beside_a_fall_in_percent() -> None:
    text = "Tỷ lệ hộ nghèo đầu năm là 8,42%. Cuối năm còn 5,39%, giảm 36%, tương ứng 3,03 điểm phần trăm."
    assert "inferred difference consistent: 8,42% | 5,39% | 3,03 điểm phần trăm" in claims_of(text)


def test_two_times_at_the_very_end() -> None:
    text = "Xã kết nạp thêm 5 hội viên. Năm 2020 có 96 hội viên; đến nay có 120 hội viên"
    assert not [line for line in claims_of(text) if "inconsistent" in line]


def test_a_rate_that_fell_in_points() -> None:
    text = (
        "Thị phần của hãng tại Nhật Bản xuống mức 38% so với 42,2% năm ngoái. "
        "Đây là lần giảm thị phần mạnh nhất, giảm thị phần 4,2% chỉ trong một năm."
    )
    assert "inferred difference consistent: 42,2% | 38% | 4,2%" in claims_of(text)


def test_some_of_a_ratio_that_rose_are_no_difference() -> None:
    assert claims_of("Số xã đạt chuẩn tăng 3 xã (12/18 xã).") == []
