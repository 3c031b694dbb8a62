"""One quantity published twice."""

from __future__ import annotations

import pytest

from tests.claims.said import claims_of, rules_of

EQUALS = [
    (
        "equal.conversion",
        "Dự án thu hồi 78,4 ha (784.000 m2) đất lúa.",
        ["stated equal consistent: 78,4 ha | 784.000 m2"],
    ),
    (
        "equal.conversion",
        "Dự án thu hồi 78,4 ha (748.000 m2) đất lúa.",
        ["stated equal inconsistent: 78,4 ha | 748.000 m2"],
    ),
    (
        "equal.conversion",
        "Khu đất rộng 45.200 m2, tương đương 4,52 ha, nằm ven sông.",
        ["stated equal consistent: 45.200 m2 | 4,52 ha"],
    ),
    (
        "equal.money",
        "Doanh nghiệp nợ thuế 2,5 tỷ đồng, tương đương 2.500 triệu đồng.",
        ["stated equal consistent: 2,5 tỷ đồng | 2.500 triệu đồng"],
    ),
    (
        "equal.money",
        "Doanh nghiệp nợ thuế 2,5 tỷ đồng, tức 2.050 triệu đồng.",
        ["stated equal inconsistent: 2,5 tỷ đồng | 2.050 triệu đồng"],
    ),
    (
        "equal.restated",
        "Tỉnh đặt mục tiêu tinh giản 2.710 người.\n\nĐến nay, kế hoạch 2.710 người đã đi được một nửa chặng đường.",
        ["inferred equal consistent: 2.710 người | 2.710 người"],
    ),
    (
        "equal.rounded",
        "Hơn 22.000 xe qua cửa khẩu trong kỳ nghỉ lễ\n\nBan quản lý cho biết đã có 22.099 xe qua cửa khẩu.",
        ["inferred equal consistent: 22.099 xe | 22.000 xe"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "claims"), EQUALS)
def test_restated_quantities(rule: str, text: str, claims: list[str]) -> None:
    assert claims_of(text, equal=True) == claims
    assert rule in rules_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xã có 3 trường học. Trong tháng, công an bắt 3 đối tượng trộm cắp.",
        "Đoàn tặng 20 suất quà ở xã này và sửa 20 cây cầu ở huyện khác.",
        "Giá cà phê đạt 58.500 đồng/kg, giá tiêu đạt 72.000 đồng/kg.",
        "Hợp tác xã thu gần 40 ha lúa và 41,5 ha ngô.",
        "Mỗi tháng anh thu 5 triệu đồng, tức 60 triệu đồng mỗi năm.",
        "Vụ này bán được 2,5 tỷ đồng, tức 60 triệu đồng mỗi ha.",
        "Thưởng cao nhất là 855 triệu đồng. Năm ngoái, mức thưởng khoảng 1 tỷ đồng thuộc về một ngân hàng.",
        "Hệ số thanh toán từ 0,7/1 năm 2014 xuống 0,6/1 năm 2016.",
        "Tên miền có 1 ký tự được cấp trước. Tên miền có 1 ký tự phải đấu giá.",
    ],
)
def test_short_or_different_numbers_restate_nothing(text: str) -> None:
    assert claims_of(text, equal=True) == []


def test_the_two_levels_of_a_rise_are_no_one_figure() -> None:
    text = "Gần 2.700 tấn cá được xuất bán\n\nSản lượng cá xuất bán tăng từ 2.667 tấn lên gần 2.700 tấn, tăng 33 tấn."
    assert not any("2.667 tấn | 2.700 tấn" in line for line in claims_of(text, equal=True) if " equal " in line)


def test_like_rows_that_otherwise_differ_restate_nothing() -> None:
    text = (
        "Sàn thành phố có 137 mã tăng giá, 144 mã giảm giá và 21 mã đứng giá. Thanh khoản vẫn thấp. "
        "Sàn thủ đô có 137 mã tăng giá, 53 mã giảm giá và 48 mã đứng giá."
    )
    assert not any("137" in line for line in claims_of(text, equal=True) if " equal " in line)


def test_like_rows_that_agree_restate_each_figure() -> None:
    text = (
        "Sàn thành phố có 137 mã tăng giá, 144 mã giảm giá\n\nKết thúc phiên, thị trường giằng co. "
        "Sàn thành phố có 137 mã tăng giá, 144 mã giảm giá và 21 mã đứng giá."
    )
    found = [line for line in claims_of(text, equal=True) if " equal " in line]
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        # Persons of one age.
        "Ông Hoàng Phong, 53 tuổi, quê ở Bến Tre.\n\nĐại hội họp hai ngày.\n\nÔng Lê Liêm, 53 tuổi, quê ở Bến Tre.",
        # A bound and a figure below it; a rate and another that is nearly so much.
        "Nhà nước dự kiến giảm tỷ lệ sở hữu xuống dưới 50%.\n\nHọp báo.\n\nTỷ lệ nhà nước sở hữu dự kiến bán là 49%.",
        "Xử lý rác ở khu vực đô thị đạt xấp xỉ 100%.\n\nHọp báo.\n\nNước sạch ở khu vực đô thị đạt 98%.",
    ],
)
def test_what_is_alike_of_others_restates_nothing(text: str) -> None:
    assert claims_of(text, equal=True) == []


def test_a_title_with_its_comma_in_another_place() -> None:
    text = (
        "Đồng bằng thu hoạch hơn 11,2 triệu ha lúa đông xuân\n\nĐến nay, cả nước đã xuống giống 3 triệu ha. "
        "Riêng đồng bằng thu "
        "hoạch 1,12 triệu ha lúa đông xuân, năng suất 68,6 tạ/ha."
    )
    assert "stated equal inconsistent: 1,12 triệu ha | 11,2 triệu ha" in claims_of(text, equal=True)
    right = text.replace("11,2", "1,12")
    assert "inconsistent" not in " ".join(claims_of(right, equal=True))


def test_a_rise_is_no_fall() -> None:
    text = (
        "Sản lượng vải thiều giảm 15.000 tấn so với năm trước.\n\nVụ trước nữa, sản lượng vải thiều tăng 15.000 "
        "tấn so với "
        "năm trước."
    )
    assert claims_of(text, equal=True) == []


def test_what_two_persons_got_alike_restates_nothing() -> None:
    text = (
        "Chủ tịch UBND tỉnh Võ Trọng Hải đạt 49/52 (94,23%) phiếu tín nhiệm cao; Giám đốc Sở Y tế Lê Ngọc Châu "
        "đạt 45/52 "
        "(86,54%) phiếu tín nhiệm cao.\n\nKhối HĐND có ông Trần Tú Anh đạt 49/52 (94,23%) phiếu tín nhiệm cao."
    )
    restated = [claim for claim in claims_of(text, equal=True) if " equal " in claim]
    assert "inferred equal consistent: 49 | 49" not in restated
    assert not [claim for claim in restated if "94,23%" in claim]


def test_an_estimate_to_many_digits_is_what_the_title_rounds() -> None:
    text = (
        "Mưa lũ gây thiệt hại hơn 13.000 tỷ đồng\n\nĐến chiều tối qua, mưa lũ và sạt lở đã gây nhiều thiệt hại. "
        "Thiệt hại về tài sản ước tính 13.078 tỷ đồng."
    )
    assert claims_of(text, equal=True) == ["inferred equal consistent: 13.078 tỷ đồng | 13.000 tỷ đồng"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Phạt tới 100 triệu đồng nếu xả thải trộm\n\nCơ sở xả thải trộm bị phạt từ 80-100 triệu đồng.",
            ["inferred equal consistent: 100 triệu đồng | 80-100 triệu đồng"],
        ),
        (
            "Thợ lặn nhận lương 300 triệu đồng mỗi tháng\n\nLương thợ lặn hiện khoảng 250 – 300 triệu đồng mỗi tháng.",
            ["inferred equal consistent: 300 triệu đồng mỗi tháng | 250 – 300 triệu đồng mỗi tháng"],
        ),
        ("Xây cầu 300 tỷ đồng\n\nTỉnh dự kiến chi 250 - 300 tỷ đồng sửa trường học, không kể đất.", []),
        (
            "Thợ lặn nhận lương 280 triệu đồng mỗi tháng\n\nLương thợ lặn hiện khoảng 250 – 300 triệu đồng mỗi tháng.",
            [],
        ),
    ],
)
def test_what_a_headline_prints_of_a_range(text: str, claims: list[str]) -> None:
    assert claims_of(text, equal=True) == claims
