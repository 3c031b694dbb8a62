"""Means, multiples and products: each rule of the grammar with true and with wrong arithmetic."""

from __future__ import annotations

import pytest

from tests.claims.said import claims_of, rules_of

RATES = [
    (
        "mean.rate",
        "Tháng 5, xuất khẩu 354.944 tấn gạo, tương đương 167,65 triệu USD, giá 472,3 USD/tấn.",
        ["inferred mean consistent: 167,65 triệu USD | 354.944 tấn | 472,3 USD/tấn"],
    ),
    (
        "product.price_of_each",
        "Ông Nam nuôi 2.000 con gà, mỗi con nặng 2,2 kg, giá bán 65.000 đồng/kg, thu 286 triệu đồng.",
        ["stated product consistent: 2.000 con | 2,2 kg | 65.000 đồng/kg | 286 triệu đồng"],
    ),
    (
        "product.each_of_those",
        "Mỗi hộ được hỗ trợ 60 triệu đồng, giải ngân làm hai đợt; kinh phí cho 245 hộ của huyện là 14,7 tỷ đồng.",
        ["inferred product consistent: 245 hộ | 60 triệu đồng | 14,7 tỷ đồng"],
    ),
    (
        "mean.per",
        "Quỹ hỗ trợ 6,4 tỷ đồng cho 128 hộ dựng lại nhà, bình quân 50 triệu đồng/hộ.",
        ["stated mean consistent: 6,4 tỷ đồng | 128 hộ | 50 triệu đồng/hộ"],
    ),
    (
        "mean.each_month",
        "Trong 9 tháng đầu năm, thu ngân sách đạt 3.564 tỷ đồng, bình quân mỗi tháng thu 396 tỷ đồng.",
        ["stated mean consistent: 3.564 tỷ đồng | =9 | 396 tỷ đồng"],
    ),
    (
        "mean.fit",
        "Trong 4 ngày nghỉ lễ, toàn tỉnh xảy ra 120 vụ va chạm giao thông, bình quân mỗi ngày 30 vụ.",
        ["inferred mean consistent: 120 vụ | 4 ngày | 30 vụ"],
    ),
    (
        "product.yield",
        "Tổng sản lượng đạt 12.500 tấn trên diện tích 2.000 ha, năng suất bình quân 62,5 tạ/ha.",
        ["stated product consistent: 62,5 tạ/ha | 2.000 ha | =0.1 | 12.500 tấn"],
    ),
    (
        "product.far_yield",
        "Vụ mùa, tỉnh gieo cấy 76.627 ha lúa, sớm hơn mọi năm. Do bão, nhiều diện tích mất trắng.\n"
        "Bệnh lùn sọc đen cũng gây hại nặng. Năng suất lúa vụ mùa bình quân toàn tỉnh chỉ đạt 36,14 tạ/ha. Sản "
        "lượng thóc cả vụ đạt 276.930 tấn.",
        ["inferred product consistent: 36,14 tạ/ha | 76.627 ha | =0.1 | 276.930 tấn"],
    ),
    (
        "multiple.base_behind",
        "Đến nay, toàn huyện có 540 hộ trồng sầu riêng, gấp 3 lần so với năm 2018 (180 hộ).",
        ["stated multiple consistent: 540 hộ | 180 hộ | 3 lần"],
    ),
    (
        "multiple.base_behind",
        "Đến nay, toàn huyện có 540 hộ trồng sầu riêng, gấp 4 lần so với năm 2018 (180 hộ).",
        ["stated multiple inconsistent: 540 hộ | 180 hộ | 4 lần"],
    ),
    (
        "multiple.over",
        "Trường nhận 1.042 hồ sơ cho 540 chỉ tiêu, gấp 1,93 lần.",
        ["stated multiple consistent: 1.042 hồ sơ | 540 chỉ tiêu | 1,93 lần"],
    ),
    (
        "multiple.over",
        "Trường nhận 1.042 hồ sơ cho 540 chỉ tiêu, gấp 2,93 lần.",
        ["stated multiple inconsistent: 1.042 hồ sơ | 540 chỉ tiêu | 2,93 lần"],
    ),
    (
        "multiple.fit",
        "Thu nhập bình quân đạt 45 triệu đồng/người/năm, tăng 2,1 lần so với năm 2010 (21,5 triệu đồng).",
        ["inferred multiple consistent: 45 triệu đồng/người/năm | 21,5 triệu đồng | 2,1 lần"],
    ),
    (
        "multiple.from_to",
        "Học phí tăng từ 200.000 đồng lên 300.000 đồng/tháng, gấp 1,5 lần.",
        ["stated multiple consistent: 300.000 đồng/tháng | 200.000 đồng | 1,5 lần"],
    ),
    (
        "multiple.from_to",
        "Học phí tăng từ 200.000 đồng lên 300.000 đồng/tháng, gấp 2,5 lần.",
        ["stated multiple inconsistent: 300.000 đồng/tháng | 200.000 đồng | 2,5 lần"],
    ),
    (
        "multiple.fit",
        "Mười năm trước, toàn xã chỉ có 124 ha cam. Đến nay, diện tích cam đạt 620 ha, gấp 5 lần.",
        ["inferred multiple consistent: 620 ha | 124 ha | 5 lần"],
    ),
    (
        "product.yearly",
        "Công nhân thu nhập 4,2 triệu đồng/người/tháng, tương đương 50,4 triệu đồng/người/năm.",
        ["stated product consistent: 4,2 triệu đồng/người/tháng | =12 | 50,4 triệu đồng/người/năm"],
    ),
    (
        "product.yearly",
        "Công nhân thu nhập 4,2 triệu đồng/người/tháng, tương đương 54,5 triệu đồng/người/năm.",
        ["stated product inconsistent: 4,2 triệu đồng/người/tháng | =12 | 54,5 triệu đồng/người/năm"],
    ),
    (
        "product.price",
        "Vụ này, gia đình anh thu hoạch 12 tấn, bán với giá 15 triệu đồng/tấn, thu về 180 triệu đồng.",
        ["stated product consistent: 15 triệu đồng/tấn | 12 tấn | 180 triệu đồng"],
    ),
    (
        "product.each",
        "Mặt trận xã trao 128 căn nhà, mỗi căn 50 triệu đồng, tổng trị giá 6,4 tỷ đồng.",
        ["stated product consistent: 128 căn | 50 triệu đồng | 6,4 tỷ đồng"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "claims"), RATES)
def test_rates(rule: str, text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
    assert rule in rules_of(text)


def test_what_each_weighs_is_not_all_that_was_sold() -> None:
    text = "Ông Nam nuôi 2.000 con gà, mỗi con nặng 2,2 kg, giá bán 65.000 đồng/kg, thu 254 triệu đồng."
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lửa thiêu rụi 8,6 ha rừng, chỉ bằng một nửa diện tích cháy của năm trước (17,2 ha).",
            ["inferred multiple consistent: 17,2 ha | 8,6 ha | =2"],
        ),
        (
            "Hàng tồn kho giảm một nửa, từ 8.400 tấn xuống còn 4.200 tấn.",
            ["inferred change consistent: 8.400 tấn | 4.200 tấn | =50"],
        ),
        ("Diện tích cháy 8,6 ha, bằng một nửa năm trước (19,9 ha).", []),
        (
            "Số vụ cháy là 124 vụ, chỉ bằng 1/3 năm trước (372 vụ).",
            ["inferred multiple consistent: 372 vụ | 124 vụ | =3"],
        ),
        (
            "Sản lượng chỉ còn 2.400 tấn, bằng khoảng hai phần ba so với vụ trước (3.600 tấn).",
            ["inferred multiple consistent: 3.600 tấn | 2.400 tấn | =1.5"],
        ),
        (
            "Toàn xã còn 1.240 hộ nghèo, trong đó 310 hộ ở vùng cao, chiếm 1/4.",
            ["inferred share consistent: 310 hộ | 1.240 hộ | =25"],
        ),
        ("Số vụ cháy là 124 vụ, chỉ bằng 1/3 năm trước (290 vụ).", []),
        ("Xã mới đạt 5/9 tiêu chí, với 5 tỷ đồng của dân trong 9 tỷ đồng.", []),
    ],
)
def test_fractions(text: str, expected: list[str]) -> None:
    assert claims_of(text) == expected
