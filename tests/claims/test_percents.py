"""Shares and changes: each rule of the grammar with true and with wrong arithmetic."""

from __future__ import annotations

import pytest

from tests.claims.said import claims_of, rules_of

# (rule, what the article says, the claims read from it)
SHARES = [
    (
        "share.percent_ratio",
        "Đến cuối tháng 6, huyện đã cấp đổi sổ cho 52,34% số hộ đăng ký (649/1.240).",
        ["stated share consistent: 649 | 1240 | 52,34%"],
    ),
    (
        "share.percent_ratio",
        "Đến cuối tháng 6, huyện đã cấp đổi sổ cho 53,24% số hộ đăng ký (649/1.240).",
        ["stated share inconsistent: 649 | 1240 | 53,24%"],
    ),
    (
        "share.percent_ratio",
        "Tỷ lệ thôn có nhà văn hóa đạt 93,3% (đạt 84/90 thôn).",
        ["stated share consistent: 84 | 90 | 93,3%"],
    ),
    (
        "share.ratio_percent",
        "Hết quý III, có 102/163 điều kiện kinh doanh được rà soát, chiếm 62,6%.",
        ["stated share consistent: 102 | 163 | 62,6%"],
    ),
    (
        "share.ratio_percent",
        "Hết quý III, có 102/163 điều kiện kinh doanh được rà soát, chiếm 66,2%.",
        ["stated share inconsistent: 102 | 163 | 66,2%"],
    ),
    (
        "share.ratio_percent",
        "Có 2.586/2.767 hộ dân đặt 93,5% đồng thuận với phương án bồi thường.",
        ["stated share consistent: 2586 | 2767 | 93,5%"],
    ),
    (
        "share.ratio_percent",
        "Toàn xã có 11/12 ấp (91,67%) giữ vững danh hiệu ấp văn hóa.",
        ["stated share consistent: 11 | 12 | 91,67%"],
    ),
    (
        "share.ratio_percent",
        "Toàn xã có 11/12 ấp (96,17%) giữ vững danh hiệu ấp văn hóa.",
        ["stated share inconsistent: 11 | 12 | 96,17%"],
    ),
    (
        "share.ratio_percent",
        "Kết quả, 42/46 đại biểu có mặt tán thành, đạt 93,10% số đại biểu có mặt.",
        ["stated share inconsistent: 42 | 46 | 93,10%"],
    ),
    (
        "share.ratio_percent_base",
        "Sáu tháng qua, trung tâm giới thiệu việc làm cho 12.488/12.600 lao động, đạt 156,1% chỉ tiêu 8.000 lao động.",
        ["stated share consistent: 12488 | 8.000 lao động | 156,1%"],
    ),
    (
        "share.ratio_percent_base",
        "Sáu tháng qua, trung tâm giới thiệu việc làm cho 12.488/12.600 lao động, đạt 165,1% chỉ tiêu 8.000 lao động.",
        ["stated share inconsistent: 12488 | 8.000 lao động | 165,1%"],
    ),
    (
        "share.base_named",
        "Hội đồng khóa này có 484 đại biểu. Có 443/448 đại biểu dự họp tán thành, chiếm 91,53% tổng số đại biểu.",
        ["stated share consistent: 443 | 484 đại biểu | 91,53%"],
    ),
    (
        "share.percent_part",
        "Vốn của liên doanh là 1,5 tỷ USD, trong đó tập đoàn trong nước góp 51% (tương đương 765 triệu USD).",
        ["stated share consistent: 765 triệu USD | 1,5 tỷ USD | 51%"],
    ),
    (
        "share.percent_part",
        "Vốn của liên doanh là 1,5 tỷ USD, trong đó tập đoàn trong nước góp 61% (tương đương 765 triệu USD).",
        ["stated share inconsistent: 765 triệu USD | 1,5 tỷ USD | 61%"],
    ),
    (
        "share.part_percent_base",
        "Đến ngày 30/9, toàn tỉnh giải ngân 2.373 tỷ đồng, bằng 58,6% dự toán (4.050 tỷ đồng).",
        ["stated share consistent: 2.373 tỷ đồng | 4.050 tỷ đồng | 58,6%"],
    ),
    (
        "share.part_percent_base",
        "Đến ngày 30/9, toàn tỉnh giải ngân 2.373 tỷ đồng, bằng 85,6% dự toán (4.050 tỷ đồng).",
        ["stated share inconsistent: 2.373 tỷ đồng | 4.050 tỷ đồng | 85,6%"],
    ),
    (
        "share.part_base_percent",
        "Thu nội địa được 845 tỷ đồng so với dự toán 1.318 tỷ đồng, đạt 64,1%.",
        ["stated share consistent: 845 tỷ đồng | 1.318 tỷ đồng | 64,1%"],
    ),
    (
        "share.part_base_percent",
        "Thu nội địa được 845 tỷ đồng so với dự toán 1.318 tỷ đồng, đạt 61,4%.",
        ["stated share inconsistent: 845 tỷ đồng | 1.318 tỷ đồng | 61,4%"],
    ),
    (
        "share.plan_part_percent",
        "Năm nay, ban quản lý được giao 672,5 tỷ đồng, đến nay đã giải ngân 486,8 tỷ đồng, đạt 72,39%.",
        ["stated share consistent: 486,8 tỷ đồng | 672,5 tỷ đồng | 72,39%"],
    ),
    (
        "share.plan_part_percent",
        "Năm nay, ban quản lý được giao 672,5 tỷ đồng, đến nay đã giải ngân 486,8 tỷ đồng, đạt 73,29%.",
        ["stated share inconsistent: 486,8 tỷ đồng | 672,5 tỷ đồng | 73,29%"],
    ),
    (
        "share.",
        "Toàn huyện có 2.540 hộ nuôi tôm, trong đó 1.016 hộ được vay vốn (chiếm 40%).",
        ["stated share consistent: 1.016 hộ | 2.540 hộ | 40%"],
    ),
    (
        "share.",
        "Toàn huyện có 2.540 hộ nuôi tôm, trong đó 1.016 hộ được vay vốn (chiếm 46%).",
        ["stated share inconsistent: 1.016 hộ | 2.540 hộ | 46%"],
    ),
    (
        "share.fit_whole",
        "Toàn xã có 3.268 hộ. Qua rà soát cuối năm, còn 214 hộ nghèo, chiếm 6,55%.",
        ["inferred share consistent: 214 hộ | 3.268 hộ | 6,55%"],
    ),
    (
        "share.fit",
        "Bộ phận một cửa tiếp nhận 2.005 hồ sơ và trả đúng hạn 1.698 hồ sơ. Tỷ lệ đúng hạn đạt 84,69%.",
        ["inferred share consistent: 1.698 hồ sơ | 2.005 hồ sơ | 84,69%"],
    ),
]

CHANGES = [
    (
        "change.from_to",
        "Số hộ vay vốn từ 1.120 hộ lên 1.358 hộ, tăng 21,25%.",
        ["stated change consistent: 1.120 hộ | 1.358 hộ | 21,25%"],
    ),
    (
        "change.from_to",
        "Số hộ vay vốn từ 1.120 hộ lên 1.358 hộ, tăng 12,25%.",
        ["stated change inconsistent: 1.120 hộ | 1.358 hộ | 12,25%"],
    ),
    (
        "change.from_to",
        "Số vụ cháy từ 160 vụ xuống còn 132 vụ, giảm 17,5%.",
        ["stated change consistent: 160 vụ | 132 vụ | 17,5%"],
    ),
    (
        "change.base_behind",
        "Tháng 8, khu du lịch đón 14.076 lượt khách, tăng 17,3% so với cùng kỳ năm trước (12.000 lượt khách).",
        ["stated change consistent: 12.000 lượt | 14.076 lượt | 17,3%"],
    ),
    (
        "change.base_behind",
        "Tháng 8, khu du lịch đón 14.076 lượt khách, tăng 13,7% so với cùng kỳ năm trước (12.000 lượt khách).",
        ["stated change inconsistent: 12.000 lượt | 14.076 lượt | 13,7%"],
    ),
    (
        "change.base_behind",
        "Vụ hè thu đạt 63.240 tấn, giảm 7% so với vụ trước (68.000 tấn).",
        ["stated change consistent: 68.000 tấn | 63.240 tấn | 7%"],
    ),
    (
        "change.fit",
        "Sản lượng tôm đạt 3.518 tấn. Năm trước, con số này là 3.127 tấn, như vậy đã tăng 12,5%.",
        ["inferred change consistent: 3.127 tấn | 3.518 tấn | 12,5%"],
    ),
    (
        "change.amount_percent",
        "Năm học này có 18.642 em vào lớp sáu, tăng 1.124 em (6,4%) so với năm ngoái (17.518 em).",
        [
            "stated change consistent: 17.518 em | 18.642 em | 6,4%",
            "stated difference consistent: 18.642 em | 17.518 em | 1.124 em",
        ],
    ),
    (
        "difference.percent_as_points",
        "Tỷ lệ che phủ rừng đạt 35,1%, thấp hơn 0,4% so với chỉ tiêu (35,5%).",
        ["inferred difference consistent: 35,5% | 35,1% | 0,4%"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "claims"), SHARES + CHANGES)
def test_percentages(rule: str, text: str, claims: list[str]) -> None:
    assert sorted(claims_of(text)) == sorted(claims)
    assert any(each.startswith(rule) for each in rules_of(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Cả huyện có 79.677 hộ dân, trong đó 17.435 hộ thuộc diện nghèo, ứng với 21,88%.",
            ["stated share consistent: 17.435 hộ | 79.677 hộ | 21,88%"],
        ),
        (
            "Tổng dư nợ trên địa bàn đạt 76.426 tỷ đồng. Nợ xấu chiếm tỷ trọng 1,04%/tổng dư nợ (795 tỷ đồng).",
            ["inferred share consistent: 795 tỷ đồng | 76.426 tỷ đồng | 1,04%"],
        ),
        (
            "Số người chết thêm 7 người (35/28), tức tăng 25%.",
            ["stated difference consistent: 35 | 28 | 7 người", "stated change consistent: 28 | 35 | 25%"],
        ),
        (
            "Công suất sử dụng giường bệnh đạt 115,7%, tăng 25,3% so với cùng kỳ (năm 2017 đạt 90,4%).",
            ["inferred difference consistent: 115,7% | 90,4% | 25,3%"],
        ),
        (
            "Tòa án thụ lý 93.452 vụ với 178.830 bị cáo; giải quyết 91.312 vụ với 171.924 bị cáo, đạt 97,71% về "
            "số vụ và "
            "96,14% về số bị cáo.",
            [
                "inferred share consistent: 91.312 vụ | 93.452 vụ | 97,71%",
                "inferred share consistent: 171.924 bị cáo | 178.830 bị cáo | 96,14%",
            ],
        ),
        # In brackets behind what rose.
        (
            "Đà Nẵng đón 612.922 lượt khách. Thanh Hóa thu 1.269 tỷ đồng (tăng 14,3% so với cùng kỳ). Quảng Nam "
            "đón 536.500 "
            "lượt khách.",
            [],
        ),
        # The level that a rate fell to.
        ("Có 19.944 hồ sơ, đã trả 19.255 hồ sơ. Tỷ lệ chậm hạn tiếp tục giảm mạnh, còn 3,45%.", []),
        # What a rise is owed to is no earlier level.
        (
            "Lợi nhuận ở mức 8,13 nghìn tỷ đồng, tăng 65% so với năm trước nhờ tín dụng tăng mạnh lên mức 196,7 "
            "nghìn tỷ đồng.",
            [],
        ),
        # All of them: what came to so much is something else.
        ("Đến nay, 54/54 tỉnh, thành phố đã triển khai tiêm, đạt tỷ lệ 96,4%.", []),
        # Each is a rate of other people.
        (
            "Tỷ lệ thất nghiệp chung là 0,76%, tương đương 6.014 người. Trong đó, tỷ lệ thất nghiệp ở thành thị "
            "là 1,46%, "
            "tương đương 4.375 người.",
            [],
        ),
    ],
)
def test_shares_and_rates_in_other_words(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


def test_shares_that_most_of_their_like_refute() -> None:
    text = (
        "Có 448 đại biểu biểu quyết (bằng 94,71% tổng số đại biểu Quốc hội); 437 đại biểu tán thành (bằng "
        "92,39% tổng số đại biểu "
        "Quốc hội), 3 đại biểu không tán thành (bằng 0,63% tổng số đại biểu Quốc hội), 8 đại biểu không biểu "
        "quyết (bằng 1,69% "
        "tổng số đại biểu Quốc hội). Trước đó, 475/475 đại biểu có mặt đã thông qua chương trình."
    )
    assert not [claim for claim in claims_of(text) if "| 475 |" in claim]


def test_of_two_figures_the_one_that_a_share_names() -> None:
    text = (
        "Vùng có 5.207 dự án với tổng vốn 63 tỷ USD. Hà Nội có 3.013 dự án và 23,4 tỷ USD vốn đầu tư (chiếm 58% "
        "tổng số dự án "
        "và 37% tổng vốn đầu tư); Hải Phòng có 441 dự án và 10,9 tỷ USD vốn đầu tư (chiếm 8% tổng số dự án và "
        "17% tổng vốn "
        "đầu tư); Nhật Bản có 1.020 dự án (chiếm 19,6% tổng số dự án)."
    )
    claims = claims_of(text)
    assert any("share consistent: 441 dự án | 5.207 dự án | 8%" in claim for claim in claims)
    assert not [claim for claim in claims if "tỷ USD" in claim and claim.endswith(("| 58%", "| 8%"))]


def test_one_figure_serves_two_ratios() -> None:
    text = (
        "Từ năm 2015 đến nay, tỉnh tinh giản 649 trường hợp, đạt 52,34% so với kế hoạch 2015 - 2018 (649/1.240) "
        "và đạt 24% so với kế hoạch 2015 - 2021 (649/2.710)."
    )
    assert claims_of(text) == [
        "stated share consistent: 649 | 1240 | 52,34%",
        "stated share consistent: 649 | 2710 | 24%",
    ]


def test_the_level_comes_to_the_plan_and_not_its_rise() -> None:
    text = "Toàn tỉnh có 12.486 người tham gia, tăng thêm 7.868 người và đạt 165,1% chỉ tiêu 8.000 người."
    assert "stated share inconsistent: 12.486 người | 8.000 người | 165,1%" in claims_of(text)


def test_so_many_as_a_percentage_of_what_was_told_before() -> None:
    text = (
        "Ứng cử viên phải giành đa số trong tổng số 538 phiếu. Ông A giành được 43,1% phiếu phổ thông và 68,8% phiếu "
        "đại diện, tương đương 370 phiếu."
    )
    assert claims_of(text) == ["inferred share consistent: 370 phiếu | 538 phiếu | 68,8%"]


def test_the_plan_that_was_aimed_at() -> None:
    text = (
        "Lãi ròng nửa năm của công ty là 3.742 tỷ đồng. Năm nay, công ty đặt mục tiêu lợi nhuận sau thuế "
        "6.830 tỷ đồng. Như vậy, sau 6 tháng, công ty hoàn thành 54,8% kế hoạch lợi nhuận."
    )
    assert claims_of(text) == ["inferred share consistent: 3.742 tỷ đồng | 6.830 tỷ đồng | 54,8%"]


def test_a_plan_behind_a_slash() -> None:
    text = "Tỉnh đã xuống giống 693 ngàn ha/750 ngàn ha, đạt {} so với kế hoạch và chậm hơn cùng kỳ."
    assert claims_of(text.format("92,4%")) == ["stated share consistent: 693 ngàn ha | 750 ngàn ha | 92,4%"]
    assert claims_of(text.format("85,43%")) == ["stated share inconsistent: 693 ngàn ha | 750 ngàn ha | 85,43%"]


def test_pieces_are_of_any_thing() -> None:
    text = "Quý này, hãng bán 50,1 triệu iPhone, giảm 9,6% so với 55,4 triệu chiếc cùng kỳ năm ngoái."
    assert claims_of(text) == ["stated change consistent: 55,4 triệu chiếc | 50,1 triệu iPhone | 9,6%"]


def test_shares_of_a_market() -> None:
    text = (
        "Hãng A dẫn đầu với 80,4 triệu smartphone và 22,7% thị phần. "
        "Nhìn chung, các hãng bán ra khoảng 353,6 triệu smartphone trong quý."
    )
    assert claims_of(text) == ["inferred share consistent: 80,4 triệu smartphone | 353,6 triệu smartphone | 22,7%"]


def test_the_whole_that_fits_as_printed_is_meant() -> None:
    text = (
        "Xuất khẩu của tỉnh đạt 74,09 triệu USD, tăng 19%, riêng doanh nghiệp FDI vào khoảng 40,65 triệu USD, "
        "tăng 40,4% so với cùng kỳ, chiếm 54,9% tổng trị giá. Nhập khẩu của tỉnh đạt 73,96 triệu USD."
    )
    assert "inferred share consistent: 40,65 triệu USD | 74,09 triệu USD | 54,9%" in claims_of(text)


def test_a_part_is_no_earlier_level_of_its_total() -> None:
    text = "Thu ngân sách đạt 17.363 tỷ đồng, tăng 7,3% so với năm trước. Trong đó, thu nội địa đạt 16.186 tỷ đồng."
    assert claims_of(text) == []


def test_the_rate_of_each_is_no_share_of_them() -> None:
    assert claims_of("Cả nước có 15/63 tỉnh có tỷ lệ giải ngân đạt trên 3%.") == []
    assert claims_of("Huyện có 12/20 xã có tỉ lệ hộ nghèo chiếm dưới 5%.") == []
    share = ["stated share inconsistent: 12 | 20 | 65%"]
    assert claims_of("Huyện có 12/20 xã đạt chuẩn, chiếm tỷ lệ 65%.") == share


def test_a_row_of_shares_of_other_wholes() -> None:
    row = "mầm non 141 ({}), tiểu học 206 ({}), THCS 123 ({}), THPT 15 ({})"
    text = f"Cả tỉnh có 485 trường đạt chuẩn, gồm {row}."
    others = claims_of(text.format("51,8%", "75,2%", "56%", "26,8%"))
    assert others == ["stated sum consistent: 141 | 206 | 123 | 15 | 485 trường"]
    own = claims_of(text.format("29,1%", "42,5%", "25,4%", "30,1%"))
    assert "stated share consistent: 206 | 485 trường | 42,5%" in own
    assert "stated share inconsistent: 15 | 485 trường | 30,1%" in own


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Giá điện tăng từ 1.920,37 đồng/kWh lên 2.006,79 đồng/kWh, tương đương 4,5%.",
            ["stated change consistent: 1.920,37 đồng/kWh | 2.006,79 đồng/kWh | 4,5%"],
        ),
        (
            "Số hộ nghèo giảm từ 412 hộ xuống còn 298 hộ, tương đương 26,7%.",
            ["stated change inconsistent: 412 hộ | 298 hộ | 26,7%"],
        ),
        ("Số xã đạt chuẩn tăng từ 12 xã lên 45 xã, tương đương 60%.", []),
    ],
)
def test_the_rate_of_a_way(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
