"""Rows that make up a total told elsewhere, and the shares beside their parts."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of, told

FIRES = """Sáu tháng qua, toàn tỉnh xảy ra 881 vụ cháy. Lửa làm bị thương 12 người và thiêu rụi 149 ha rừng.

Công an tỉnh đã xử phạt 45 cơ sở. Phân theo loại hình, nhà ở cháy {}; kho xưởng 214 vụ ({}); xe cơ giới 189 vụ (21,5%);
rừng 158 vụ (17,9%)."""

ROWS = [
    (
        "a total two paragraphs before, of a whole sentence",
        FIRES.format("320 vụ", "24,3%"),
        "inferred sum consistent: 320 vụ | 214 vụ | 189 vụ | 158 vụ | 881 vụ",
    ),
    (
        "a row that goes on in the next sentence",
        "Toàn tỉnh có 17.435 hộ nghèo. Tỉnh đặt mục tiêu mỗi năm giảm 2% số này. Vốn vay ưu đãi được giải ngân "
        "kịp thời.\n\n"
        "Chia theo dân tộc, đông nhất là người Dao với 9.122 hộ. Kế đó là người Tày 5.320 hộ, người Mông 2.572 hộ, "
        "người Kinh 421 hộ.",
        "inferred sum consistent: 9.122 hộ | 5.320 hộ | 2.572 hộ | 421 hộ | 17.435 hộ",
    ),
    (
        "months of a paragraph before their total",
        "Tháng 1, dịch xảy ra tại 22 xã, phải tiêu hủy 12.037 con lợn. Tháng 2 thêm 2 xã, tiêu hủy 7.435 con. Tháng 3 "
        "không có xã mới, tiêu hủy 6.930 con.\n\nTổng số lợn phải tiêu hủy là 26.402 con.",
        "inferred sum consistent: 12.037 con | 7.435 con | 6.930 con | 26.402 con",
    ),
    (
        "two parts where the sentence says what is divided",
        "Tháng 4, xuất khẩu đạt 2,55 tỷ USD, tăng 28,5%. Chia theo khu vực kinh tế, khu vực trong nước đạt 53,1 "
        "triệu USD, "
        "tăng 18%; khu vực có vốn nước ngoài đạt 2,5 tỷ USD, tăng 28,8%.",
        "inferred sum consistent: 53,1 triệu USD | 2,5 tỷ USD | 2,55 tỷ USD",
    ),
    (
        "both sides of ratios",
        "Đến nay, tỉnh đã giảm 1.317/23.551 biên chế. Khối chính quyền giảm 1.192/22.501 biên chế, khối đảng, đoàn thể "
        "giảm 125/1.050 biên chế.",
        "inferred sum consistent: 22501 | 1050 | 23551",
    ),
    (
        "columns of one unit, the totals before them",
        "Năm qua, tòa án hai cấp thụ lý 7.990 vụ án, đã giải quyết 6.260 vụ, còn 1.730 vụ. Tòa án tỉnh thụ lý 469 vụ, "
        "giải quyết 356 vụ, còn 113 vụ. Cấp huyện thụ lý 7.521 vụ; giải quyết 5.904 vụ, còn 1.617 vụ.",
        "inferred sum consistent: 356 vụ | 5.904 vụ | 6.260 vụ",
    ),
    (
        "parts without what brackets tell of them",
        "Dự án có tổng mức đầu tư hơn 6.810 tỷ đồng. Giai đoạn 2021 - 2025 cần khoảng 5.592 tỷ đồng (gồm vốn được giao "
        "trong kế hoạch trung hạn là 4.399 tỷ đồng; vốn bổ sung gần 1.193 tỷ đồng). Giai đoạn 2026 - 2030 cần "
        "1.218,13 tỷ "
        "đồng.",
        "inferred sum consistent: 5.592 tỷ đồng | 1.218,13 tỷ đồng | 6.810 tỷ đồng",
    ),
    (
        "a list that a semicolon ends",
        "Trong 19 người chết, xã Bình An có 14 người, xã Bình Hòa 5 người; 11 người mất tích ở xã Bình Lộc.",
        "inferred sum consistent: 14 người | 5 người | 19 người",
    ),
    (
        "where each of them is",
        "Kiểm lâm theo dõi 28 vụ phá rừng, phân bố ở huyện A 5 vụ, huyện B 6 vụ, huyện C 8 vụ và nhiều nhất là "
        "huyện D 10 vụ.",
        "stated sum inconsistent: 5 vụ | 6 vụ | 8 vụ | 10 vụ | 28 vụ",
    ),
    (
        "a grid past rises that are told with what goes with them",
        "Tòa án thụ lý 93.452 vụ với 178.830 bị cáo; đã giải quyết 91.312 vụ với 171.924 bị cáo. So với năm "
        "trước, thụ lý tăng "
        "4.845 vụ với 18.256 bị cáo. Trong đó, sơ thẩm thụ lý 76.621 vụ với 149.890 bị cáo, giải quyết 75.441 "
        "vụ với 145.474 "
        "bị cáo; phúc thẩm thụ lý 16.831 vụ với 28.940 bị cáo, giải quyết 15.871 vụ với 26.450 bị cáo.",
        "inferred sum consistent: 145.474 bị cáo | 26.450 bị cáo | 171.924 bị cáo",
    ),
    (
        "by the names in brackets",
        "Dông lốc làm 1.265 nhà hư hỏng (Tân An 785, Tân Lộc 480). Trong đó, có 132 nhà tốc mái (Tân An 86, Tân "
        "Lộc 46); 1.133 "
        "nhà hỏng nhẹ (Tân An 699, Tân Lộc 434).",
        "inferred sum consistent: 86 | 699 | 785",
    ),
    (
        "two of what is called a total",
        "Ông thu hoạch 2 ao được hơn 5,5 tấn tôm thương phẩm. Trước đó, ông thu 2,1 tấn tôm.\n\nNhư vậy, tổng "
        "sản lượng thu "
        "được hơn 7,6 tấn tôm.",
        "inferred sum consistent: 5,5 tấn | 2,1 tấn | 7,6 tấn",
    ),
    (
        "the exact total, not the round one",
        "Tỉnh đón 11,6 triệu lượt khách trong năm qua. Cả năm, số khách là 11.616.490 lượt khách. Trong đó, "
        "khách đường "
        "không 9.407.391 lượt khách (tăng 17,4%); đường biển 190.805 lượt khách (tăng 0,5%); đường bộ 2.018.294 "
        "lượt khách "
        "(tăng 62,1%).",
        "inferred sum consistent: 9.407.391 lượt | 190.805 lượt | 2.018.294 lượt | 11.616.490 lượt",
    ),
]


@pytest.mark.parametrize(("text", "claim"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_a_row_makes_up(text: str, claim: str) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # Neither is the row divided nor the total exact.
        "Ba dự án có vốn 1.126,39 triệu đồng, 344,86 triệu đồng và 847,2 triệu đồng. Kho bạc đã chi hơn 2,3 tỷ đồng.",
        # One of them is less than rounding hides.
        "Có 168 triệu lượt khám bệnh, tăng 14%. Ngoại trú là 152,8 triệu lượt. Nội trú là 15,3 triệu lượt. Tần suất là "
        "2 lượt.",
        # Few enough to be chance.
        "Xã có 16 thôn. Lớp học có 5 nữ và 11 nam. Chợ có 3 sạp, trường có 5 phòng, trạm có 8 giường.",
    ],
)
def test_what_may_be_chance_makes_up_nothing(text: str) -> None:
    assert not [line for line in claims_of(text) if " sum " in line]


LEVELS = (
    "Trường có 1.254 học sinh. Về học lực: giỏi 188 em (15%), trong đó lớp 6: 51, lớp 7: 47, lớp 8: 46, lớp 9: "
    "44; khá 376 em "
    "(30%), trong đó lớp 6: 102, lớp 7: 94, lớp 8: 92, lớp 9: 88; trung bình 690 em (55%), trong đó lớp 6: {}, "
    "lớp 7: 189, "
    "lớp 8: 171, lớp 9: 152."
)


def test_rows_of_the_same_labels() -> None:
    right, wrong = claims_of(LEVELS.format(178)), claims_of(LEVELS.format(17))
    assert "stated sum consistent: 178 | 189 | 171 | 152 | 690 em" in right
    assert "stated sum inconsistent: 17 | 189 | 171 | 152 | 690 em" in wrong
    assert sum(" sum consistent" in claim for claim in wrong) == 3
    # All pupils, whatever they are called.
    assert "inferred sum consistent: 188 em | 376 em | 690 em | 1.254 học sinh" in right
    assert any("share consistent: 690 em | 1.254 học sinh | 55%" in claim for claim in right)


def test_labels_that_seldom_add_up_say_nothing() -> None:
    text = (
        "Giỏi 188 em, trong đó lớp 6: 51, lớp 7: 47, lớp 8: 46; khá 376 em, trong đó lớp 6: 102, lớp 7: 94, lớp 8: 92; "
        "yếu 12 em, trong đó lớp 6: 4, lớp 7: 5, lớp 8: 3."
    )
    assert extract(text).alarms == ()


def test_shares_beside_the_parts_of_a_row_are_of_what_it_makes_up() -> None:
    claims = claims_of(FIRES.format("320 vụ (36,3%)", "24,3%"))
    assert "stated percent_sum consistent: 36,3% | 24,3% | 21,5% | 17,9%" in claims
    assert sum(" share consistent" in line and line.endswith("| 881 vụ | 24,3%") for line in claims) == 1
    wrong = extract(FIRES.format("320 vụ (33,6%)", "24,3%"))
    alarms = {line for (_, line), check in zip(told(wrong), wrong.checks, strict=True) if check in wrong.alarms}
    assert alarms == {
        "stated share inconsistent: 320 vụ | 881 vụ | 33,6%",
        "stated percent_sum inconsistent: 33,6% | 24,3% | 21,5% | 17,9%",
    }


def test_rates_of_plans_are_no_shares_of_a_row() -> None:
    text = (
        "Tổng thu ngân sách ước đạt 27,2 ngàn tỷ đồng. Trong đó, thu nội địa ước đạt 21,5 ngàn tỷ đồng, đạt 63% "
        "so với dự toán năm; "
        "thu xuất nhập khẩu ước đạt 5,7 ngàn tỷ đồng, đạt 43% so với dự toán năm."
    )
    assert extract(text).alarms == ()


def test_neighbouring_shares_of_one_whole_come_to_all() -> None:
    text = (
        "Tổng dư nợ đạt 76.426 tỷ đồng. Dư nợ doanh nghiệp là 35.560 tỷ đồng, chiếm 46,53% tổng dư nợ; dư nợ hộ "
        "gia đình "
        "khoảng 40.864 tỷ đồng, chiếm 53,47% tổng dư nợ."
    )
    assert any("percent_sum consistent: 46,53% | 53,47%" in line for line in claims_of(text))


def test_shares_of_ratios_over_the_same_number_come_to_all() -> None:
    text = "Các cấp giải quyết 26/29 vụ việc, đạt 89,66%; còn 3/29 vụ việc, chiếm 10,34% đang xem xét."
    assert "inferred percent_sum consistent: 89,66% | 10,34%" in claims_of(text)


def test_all_of_what_was_told_before() -> None:
    text = "Thanh tra kiến nghị thu hồi 2.416,7 triệu đồng; đến nay đã thu 2.416,7 triệu đồng, đạt 100%."
    assert "stated share consistent: 2.416,7 triệu đồng | 2.416,7 triệu đồng | 100%" in claims_of(text)
    assert not claims_of("Xã có 5 thôn ngập; lập 5 thôn cảnh giới, đạt 100%.")


def test_of_two_sums_for_one_total_the_longer_stays() -> None:
    text = (
        "Thành phố có gần 16.900 căn nhà mới. Trong đó, có hơn 7.100 căn cao cấp, chiếm 42%, tăng 16%. Phân "
        "khúc trung cấp "
        "có khoảng 9.600 căn, chiếm 57%, tăng 66%. Phân khúc bình dân chỉ có 163 căn, chiếm 1%, giảm đến 99% so "
        "với năm trước."
    )
    claims = claims_of(text)
    assert [line for line in claims if " sum " in line] == [
        "inferred sum consistent: 7.100 căn | 9.600 căn | 163 căn | 16.900 căn"
    ]
    assert "stated share consistent: 163 căn | 16.900 căn | 1%" in claims
    assert not [line for line in claims if " change " in line]


class TestGridsWithASlip:
    TEXT = (
        "Năm qua, tòa án hai cấp thụ lý 7.990 vụ án, đã giải quyết {} vụ, còn 1.730 vụ. Tòa án tỉnh thụ lý 469 vụ, "
        "giải quyết 356 vụ, còn 113 vụ. Cấp huyện thụ lý 7.521 vụ; giải quyết 5.904 vụ, còn 1.617 vụ."
    )

    def test_the_one_column_that_fails(self) -> None:
        found = claims_of(self.TEXT.format("6.620"))
        assert "stated sum inconsistent: 356 vụ | 5.904 vụ | 6.620 vụ" in found
        assert "inferred sum consistent: 469 vụ | 7.521 vụ | 7.990 vụ" in found

    def test_a_column_that_is_something_else(self) -> None:
        found = claims_of(self.TEXT.format("4.135"))
        assert [line for line in found if " sum inconsistent" in line] == []
