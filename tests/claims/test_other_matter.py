"""Figures that stand side by side and fit, or nearly, and yet say nothing of each other."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

NOTHING = {
    "prices of several places": (
        "Giá cà phê hôm nay tăng 200 đồng/kg. Tại Lâm Đồng, cà phê được mua ở mức 41.600 đồng/kg. "
        "Tại Gia Lai, giá cao nhất 41.700 đồng/kg, các huyện khác thấp hơn, khoảng 41.500 đồng/kg."
    ),
    "rises of several dealers": (
        "Công ty A niêm yết vàng miếng tăng 10.000 đồng/lượng. Công ty B tăng 20.000 đồng/lượng. "
        "Công ty C cũng tăng 10.000 đồng/lượng."
    ),
    "a rate of a plan that is not printed": (
        "Thu ngân sách đạt hơn 410 tỷ đồng. Trong đó, thu nội địa đạt 331,7 tỷ đồng. "
        "Tính chung, toàn huyện thu 410,5 tỷ đồng, bằng 80,9% dự toán năm."
    ),
    "rates of several plans": (
        "Thu từ doanh nghiệp nhà nước đạt 90,2 tỷ đồng, bằng 54,2% dự toán năm. "
        "Chi thường xuyên đạt 573 tỷ đồng, bằng 60,9% dự toán năm; chi đầu tư đạt 166,3 tỷ đồng."
    ),
    "nothing left": (
        "Đường sắt xảy ra 3 vụ, làm chết 3 người (giảm 100% số người bị thương). "
        "Trong mười tháng, toàn quốc có 4.552 người chết vì tai nạn."
    ),
}


@pytest.mark.parametrize("name", NOTHING)
def test_no_claim(name: str) -> None:
    assert claims_of(NOTHING[name]) == []


def test_a_ratio_whose_sides_each_say_what_they_count() -> None:
    text = (
        "Tại Đắk Nông, trong số gần 24.000 thí sinh, tỷ lệ đỗ khối phổ thông là 97,46%; còn khối bổ túc có "
        "2.164 thí sinh đỗ tốt nghiệp/3.059 thí sinh dự thi, đạt tỷ lệ {}."
    )
    assert claims_of(text.format("70,74%")) == ["stated share consistent: 2.164 thí sinh | 3.059 thí sinh | 70,74%"]
    assert claims_of(text.format("77,04%")) == ["stated share inconsistent: 2.164 thí sinh | 3.059 thí sinh | 77,04%"]


def test_what_follows_còn_is_of_others() -> None:
    text = "Trong 2.400 hộ được xét, có 1.512 hộ thoát nghèo; còn ở vùng cao có 306 hộ, đạt tỷ lệ 70,74%."
    assert "inconsistent" not in " ".join(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        # Two comparisons, of which only the second has a figure.
        "Đại biểu nữ có 86 người, thấp hơn 4 người so với dự kiến nhưng cao hơn so với khóa trước (78 người).",
        "Đại biểu trẻ có 71 người, cao hơn 21 người so với dự kiến và cao hơn so với khóa trước (có 62 người).",
        # Where it led to.
        "Vốn cấp mới là 7.256,80 triệu USD, vốn tăng thêm 4.924,54 triệu USD, nâng tổng vốn lên 12.811,35 triệu USD.",
        # Of all children, not of all doses.
        "Trẻ em đã được tiêm tổng số mũi là 10.919.204, trong đó tiêm mũi 1 là 7.388.541 trẻ (64,5%); "
        "tiêm mũi 2 là 3.530.663 trẻ (30,8%).",
    ],
)
def test_no_alarm(text: str) -> None:
    assert extract(text).alarms == ()


def test_a_percentage_in_brackets_is_of_the_figure_before_it() -> None:
    text = "Khóa trước có 78 người dân tộc thiểu số, 122 phụ nữ. Lần đầu tham gia có 317 người (tỷ lệ 63,9%)."
    assert claims_of(text) == []


def test_a_rise_led_to_what_stands_right_behind_it() -> None:
    text = "Giá dầu diesel tăng 30 đồng/lít, lên 19.870 đồng/lít; giá dầu hỏa tăng 200 đồng/lít, lên 19.900 đồng/lít."
    assert claims_of(text) == []


def test_figures_of_other_things_are_no_parts() -> None:
    text = "Tỉnh nhận 156.421.594 liều, đã phân bổ 100 đợt với tổng số 143,4 triệu liều, còn khoảng 13 triệu liều."
    assert not any(" sum " in line for line in claims_of(text))


def test_the_first_of_a_list_are_not_all_of_it() -> None:
    text = (
        "Thiệt hại ước tính gần 460 tỷ đồng, trong đó nặng nhất là xã A trên 315 tỷ đồng, xã B trên 120 tỷ đồng, "
        "xã C 10 tỷ đồng, xã D 8,5 tỷ đồng…"
    )
    assert claims_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Có 209/456 ý kiến đại biểu, chiếm 43,09% tổng số đại biểu Quốc hội, chọn phương án một; 156/456 ý kiến "
        "đại biểu (32,16%) chọn phương án hai.",
        "Kết quả, có 209/456 ý kiến đại biểu (chiếm 43,09%) tổng số đại biểu tán thành phương án một.",
    ],
)
def test_the_base_that_the_article_names(text: str) -> None:
    assert extract(text).alarms == ()


@pytest.mark.parametrize(
    "text",
    [
        # A rise in percent of what there was before
        "Vụ mùa, tỉnh gieo cấy 76.627 ha lúa, giảm 657 ha (bằng 0,85%) so với năm trước, đưa diện tích cả năm "
        "lên 151.155 ha, "
        "giảm 1.889 ha (bằng 1,23%) so với năm trước.",
        "Tổng dư nợ đạt 167.432 tỷ đồng, so với đầu năm tăng 16.842 tỷ đồng, bằng 11,2%.",
        # What rises itself is no former level
        "Sản lượng tôm sú đạt 213,2 nghìn tấn, tăng 4,9% (quý III đạt 93,8 nghìn tấn, tăng 1,7%).",
        # The parts make up one side of a ratio
        "Tỉnh có 86/90 học sinh đoạt giải (95,56%), gồm: 8 giải Nhất, 26 giải Nhì, 32 giải Ba và 20 giải Khuyến khích.",
    ],
)
def test_no_alarm_for_what_is_of_something_else(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []


def test_a_sibling_of_another_base_still_fails() -> None:
    text = (
        "Có 209/456 ý kiến đại biểu, chiếm 43,09% tổng số đại biểu Quốc hội, chọn phương án một; 156/456 ý kiến "
        "đại biểu (31,26%) chọn phương án hai."
    )
    assert len(extract(text).alarms) == 1


@pytest.mark.parametrize(
    "text",
    [
        'Cơ cấu "dân số vàng" với gần 1/3 dân số (32,8%) ở độ tuổi lao động.',
        "Rừng phủ khoảng 2/3 diện tích tự nhiên (64,5%) của huyện.",
        "Có 1/3 dân số (32,8%) của tỉnh ở thành thị.",
    ],
)
def test_a_fraction_is_a_way_to_say_about_how_much(text: str) -> None:
    assert claims_of(text) == []


def test_a_small_ratio_of_so_many_is_held_to_its_percentage() -> None:
    assert len(extract("Đến nay có 6/8 huyện (70%) đạt chuẩn.").alarms) == 1


def test_no_multiple_that_only_hedging_makes_fit() -> None:
    text = (
        "Năm 2017, công ty lãi gần 4.122 tỷ đồng, gấp rưỡi so với 2016. "
        "Nửa đầu năm nay, công ty lãi 3.089 tỷ đồng, tăng mạnh."
    )
    assert claims_of(text) == []


def test_the_next_clause_is_no_base() -> None:
    text = (
        "Số học sinh đăng ký nguyện vọng 1 là 75.471, giảm hơn 4.000 em so với năm học trước, "
        "số đăng ký nguyện vọng 2 là 70.190."
    )
    assert extract(text).alarms == ()


@pytest.mark.parametrize(
    "text",
    [
        # Of those who are counted otherwise.
        "Xã có 12 thôn với 3.456 hộ, 14.200 nhân khẩu, trong đó đồng bào Chăm 1.200 hộ, chiếm 36,5% dân số.",
        "Toàn trường có 1.200 học sinh. Trong đó, 600 học sinh nữ, chiếm 50%; 240 học sinh giỏi, chiếm 80% khối chín.",
        "Trong 448 đại biểu có mặt, 443 đại biểu tán thành (91,53% tổng số đại biểu), 3 đại biểu không tán thành.",
        "Ông A trúng cử với 88/95 phiếu tán thành, chiếm 93,6% số phiếu hợp lệ.",
        "Được giao 672,5 tỷ đồng, đơn vị đã giải ngân 486,8 tỷ đồng vốn trong nước, đạt 95%.",
        # Of the total, whose parts stand between.
        "Sân bay đón 95.000 lượt khách, trong đó quốc tế 38.000 lượt, quốc nội 57.000 lượt, tăng 8% so với 88.000 lượt "
        "năm ngoái.",
        "Trong số 85 dự án chậm, 30 dự án vướng mặt bằng, chiếm 35,3%; 20 dự án thiếu vốn, chiếm 12% tổng số dự án của "
        "toàn tỉnh.",
        # One of several, and what was added.
        "Có 2 giải nhì mỗi giải 30 triệu đồng, 3 giải ba mỗi giải 20 triệu đồng, tổng trị giá 120 triệu đồng.",
        "Đường sắt chạy 26 đoàn tàu, tăng 4 đoàn so với ngày thường, mỗi đoàn chở 500 khách, tổng cộng 13.000 khách.",
        # Of what is there twice, of a class that goes on, of those who were present or who reached all.
        "Có 120 hộ bị ảnh hưởng (80 hộ ngập sâu, 65 hộ phải di dời).",
        "Chi bộ có 60 đảng viên, trong đó 45 đảng viên chính thức, 12 đảng viên dự bị được kết nạp trong năm.",
        "Kết quả 100% đại biểu tán thành (48/50 đại biểu có mặt).",
        "Cử tri đi bầu đạt 99,7%, trong đó 12/15 khu vực đạt 100%.",
        # Not all of it, and since a plan.
        "Dự án có vốn 2.300 tỷ đồng, gồm vốn vay 1.500 tỷ đồng và vốn đối ứng 700 tỷ đồng, chưa kể dự phòng.",
        "Năm 2022, sản lượng là 3.450 tấn; năm 2023 đạt 3.800 tấn, tăng 8% so với kế hoạch.",
        # What follows the base is another matter, or only some of it.
        "Kiểm lâm phát hiện 120 vụ, giảm 35 vụ so với cùng kỳ, xử lý hình sự 8 vụ, hành chính 112 vụ.",
        "Tỉnh có 540 hộ trồng sầu riêng, gấp 3 lần so với năm 2018, trong đó huyện A có 120 hộ.",
        "Bệnh viện tiếp nhận 120 ca, đã mổ 45 ca, còn 30 ca chờ mổ và 45 ca điều trị nội khoa.",
        "Trong 9 tháng, thu ngân sách đạt 3.564 tỷ đồng, bình quân mỗi tháng cao hơn cùng kỳ 20 tỷ đồng.",
    ],
)
def test_no_alarm_on_what_is_of_others(text: str) -> None:
    assert extract(text).alarms == ()
