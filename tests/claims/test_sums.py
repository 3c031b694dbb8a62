"""Sums: each rule of the grammar with true and with wrong arithmetic."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of, rules_of

SUMS = [
    (
        "sum.unit_behind",
        "Kho bạc huyện tiếp nhận 1.240 hồ sơ, gồm 415 hồ sơ giấy và 825 hồ sơ điện tử.",
        ["stated sum consistent: 415 hồ sơ | 825 hồ sơ | 1.240 hồ sơ"],
    ),
    (
        "sum.unit_behind",
        "Huyện có 1.240 hộ khó khăn, trong đó 415 hộ nghèo và 825 hộ cận nghèo.",
        ["inferred sum consistent: 415 hộ | 825 hộ | 1.240 hộ"],
    ),
    (
        "sum.kind_behind",
        "Đảng bộ huyện có 42 tổ chức cơ sở, gồm 18 đảng bộ và 24 chi bộ.",
        ["stated sum consistent: 18 đảng bộ | 24 chi bộ | 42 tổ chức"],
    ),
    (
        "sum.consists",
        "Sau thanh tra, các đơn vị nộp lại 1.450 triệu đồng, gồm: phòng A nộp 620 triệu đồng, phòng B nộp "
        "540 triệu đồng, phòng C nộp 390 triệu đồng.",
        ["stated sum inconsistent: 620 triệu đồng | 540 triệu đồng | 390 triệu đồng | 1.450 triệu đồng"],
    ),
    (
        "sum.rest_of_ratio",
        "Đến nay, 5/8 xã có sản phẩm đạt ba sao, 3 xã còn lại đang hoàn thiện hồ sơ.",
        ["stated sum consistent: 5 | 3 xã | 8"],
    ),
    (
        "sum.numerators_behind",
        "Toàn huyện có 87 thôn đạt chuẩn: xã Bình An 23/25 thôn, xã Bình Hòa 31/40 thôn, xã Bình Lộc 33/38 thôn.",
        ["inferred sum consistent: 23 | 31 | 33 | 87 thôn"],
    ),
    (
        "sum.named_first",
        "Ban chỉ huy có 16 người, gồm: trưởng ban, 3 phó trưởng ban và 12 ủy viên.",
        ["stated sum consistent: =1 | 3 phó trưởng ban | 12 ủy viên | 16 người"],
    ),
    (
        "sum.rest_of_all",
        "Có 5/11 nhóm hàng tăng giá, cao nhất là nhóm nhà ở (0,58%). Ba nhóm hàng giảm nhẹ là thuốc 0,04%, giao "
        "thông 0,38%. "
        "Ba nhóm hàng còn lại không đổi.",
        ["stated sum consistent: 5 | Ba nhóm | Ba nhóm | 11"],
    ),
    (
        "sum.unit_behind",
        "Trong 47 vụ đã xử lý, 44 vụ bị phạt hành chính, 3 vụ bị khởi tố.",
        ["inferred sum consistent: 44 vụ | 3 vụ | 47 vụ"],
    ),
    (
        "sum.kind_behind",
        "Bệnh viện điều trị 10.661 lượt bệnh nhân. Trong đó, tăng huyết áp: 4.290, tiểu đường: 4.149, bệnh "
        "khác: 2.222.",
        ["inferred sum consistent: 4.290 | 4.149 | 2.222 | 10.661 lượt"],
    ),
    (
        "sum.slip",
        "Tỉnh công bố 7.518 thủ tục của cả 3 cấp. Số thủ tục này gồm 3.595 thủ tục mới, 977 thủ tục sửa đổi và "
        "2.926 thủ tục "
        "bãi bỏ.",
        ["stated sum inconsistent: 3.595 thủ tục | 977 thủ tục | 2.926 thủ tục | 7.518 thủ tục"],
    ),
    (
        "sum.separator",
        "Tổng vốn của tỉnh là 8.230.300 triệu đồng; trong đó, vốn giao trong năm 7.788,703 triệu đồng, vốn kéo "
        "dài 441.597 "
        "triệu đồng.",
        ["stated sum inconsistent: 7.788,703 triệu đồng | 441.597 triệu đồng | 8.230.300 triệu đồng"],
    ),
    (
        "sum.rest_of_two",
        "Thuế tỉnh công khai 202 doanh nghiệp nợ thuế. Lần đầu bị nêu tên là 96 DN, nợ 100 tỷ đồng, đứng đầu là 7 DN "
        "vận tải.\n\n106 DN còn lại đã bị công khai từ năm trước.",
        ["inferred sum consistent: 96 DN | 106 DN | 202 doanh nghiệp"],
    ),
    (
        "sum.told_before",
        "Kiểm lâm thu giữ 187,25 m3 gỗ tròn và 125,22 m3 gỗ xẻ, tổng cộng 312,47 m3.",
        ["stated sum consistent: 187,25 m3 | 125,22 m3 | 312,47 m3"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "claims"), SUMS)
def test_sums(rule: str, text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
    assert rule in rules_of(text)


def test_parts_each_held_to_one_whole() -> None:
    text = (
        "Đợt này có 2.540 hộ được vay vốn. Trong số đó, có 1.016 hộ trồng lúa, chiếm 40%. "
        "Nuôi tôm có 1.524 hộ, chiếm 60%."
    )
    assert set(claims_of(text)) >= {
        "inferred sum consistent: 1.016 hộ | 1.524 hộ | 2.540 hộ",
        "stated share consistent: 1.016 hộ | 2.540 hộ | 40%",
        "inferred share consistent: 1.524 hộ | 2.540 hộ | 60%",
    }


PERCENT_SUMS = [
    (
        "Cơ cấu kinh tế chuyển dịch tích cực: nông nghiệp chiếm 39,1%, công nghiệp 38,5% và dịch vụ 22,4%.",
        ["stated percent_sum consistent: 39,1% | 38,5% | 22,4%"],
    ),
    (
        "Học sinh giỏi chiếm 45%, học sinh khá chiếm 40%, còn lại 15% là trung bình.",
        ["stated percent_sum consistent: 45% | 40% | 15%"],
    ),
    (
        "Nguồn vốn trung ương chiếm 62,5%, vốn địa phương chiếm 37,5%.",
        ["inferred percent_sum consistent: 62,5% | 37,5%"],
    ),
    (
        "Công trình hoạt động hiệu quả đạt 51%, công trình kém bền vững 23%, công trình không hoạt động 26%.",
        ["inferred percent_sum consistent: 51% | 23% | 26%"],
    ),
    (
        "Nguồn vốn trung ương tăng 62,5%, vốn địa phương tăng 37,5%.",
        [],
    ),
    # Rises and falls between shares
    (
        "Nông nghiệp chiếm 17,36%, giảm 1,19%; công nghiệp chiếm 47,93%, tăng 1,29%; dịch vụ chiếm 34,71%, giảm 0,1%.",
        ["inferred percent_sum consistent: 17,36% | 47,93% | 34,71%"],
    ),
    (
        "Trong mức tăng chung, nông nghiệp tăng 2,98%, đóng góp 6,09%; công nghiệp tăng 6,28%, đóng góp "
        "41,68%; dịch vụ "
        "tăng 6,12%, đóng góp 52,23%.",
        ["inferred percent_sum consistent: 6,09% | 41,68% | 52,23%"],
    ),
    (
        "Thu thuế bằng 17,36% dự toán, tăng 1,19%; thu phí bằng 47,93% dự toán, tăng 1,29%; thu khác bằng "
        "34,71% dự toán.",
        [],
    ),
    # One of them told in the title as well
    (
        "Nhà bình dân chỉ chiếm 1% nguồn cung\nNhà cao cấp chiếm 42%, nhà trung cấp chiếm 57%, nhà bình dân chiếm 1%.",
        ["inferred percent_sum consistent: 42% | 57% | 1%"],
    ),
    # The structure of an economy in whole numbers, behind other percentages
    (
        "Tăng trưởng đạt 10,6%, vượt 0,5% so với chỉ tiêu; trong cơ cấu kinh tế, thương mại chiếm 42%, công "
        "nghiệp 40% và "
        "nông nghiệp 18%.",
        ["stated percent_sum consistent: 42% | 40% | 18%"],
    ),
    (
        "Có 80% số hộ dùng nước sạch và 20% số trường cần sửa chữa.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "claims"), PERCENT_SUMS)
def test_shares_of_one_whole(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


def test_shares_that_miss_the_whole() -> None:
    text = "Cơ cấu kinh tế năm nay: nông nghiệp chiếm 39,1%, công nghiệp chiếm 38,5%, còn lại 23,6% là dịch vụ."
    assert claims_of(text) == ["stated percent_sum inconsistent: 39,1% | 38,5% | 23,6%"]


def test_a_wrong_rest_of_a_ratio() -> None:
    text = "Đến nay, 5/8 xã có sản phẩm đạt ba sao, 4 xã còn lại đang hoàn thiện hồ sơ."
    assert claims_of(text) == ["stated sum inconsistent: 5 | 4 xã | 8"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Toàn Đảng bộ có 787 tổ chức cơ sở đảng (tăng 11 cơ sở đảng so với năm 2011), trong đó có 269 đảng bộ "
            "cơ sở (tăng 08), 518 chi bộ cơ sở (tăng 3).",
            "inferred sum consistent: 269 đảng bộ | 518 chi bộ | 787 tổ chức",
        ),
        (
            "Tổ chức đảng đạt chuẩn chiếm 87,97% (trong đó, tiêu biểu chiếm 20,59%); hoàn thành tốt chiếm 10,22%; "
            "hoàn thành chiếm 1,42%; yếu kém chiếm 0,39%.",
            "inferred percent_sum consistent: 87,97% | 10,22% | 1,42% | 0,39%",
        ),
    ],
)
def test_brackets_speak_of_what_stands_before_them(text: str, said: str) -> None:
    assert said in claims_of(text)


def test_falls_that_make_up_a_fall() -> None:
    text = (
        "So với cùng kỳ giảm 400 vụ, giảm 560 người bị thương. Trong đó, tai nạn nghiêm trọng giảm 61 vụ, "
        "giảm 133 người bị thương. Va chạm giảm 339 vụ, giảm 427 người bị thương."
    )
    assert claims_of(text) == [
        "inferred sum consistent: 61 vụ | 339 vụ | 400 vụ",
        "inferred sum consistent: 133 người | 427 người | 560 người",
    ]


def test_parts_beside_a_round_total() -> None:
    text = (
        "Tỉnh đón hơn bốn triệu lượt khách. Trong đó, khách đường không là 3.291.938 lượt (tăng 22,2%), "
        "đường biển là 66.011 lượt (giảm 25,9%), đường bộ là 647.929 lượt (tăng 16,6%)."
    )
    assert claims_of(text) == ["inferred sum consistent: 3.291.938 lượt | 66.011 lượt | 647.929 lượt | bốn triệu lượt"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Có 980 dự án cấp mới với số vốn 7.256,80 triệu USD; 406 dự án tăng vốn, vốn tăng thêm 4.924,54 triệu USD, "
            "nâng tổng vốn đăng ký lên 12.181,35 triệu USD.",
            ["inferred sum consistent: 7.256,80 triệu USD | 4.924,54 triệu USD | 12.181,35 triệu USD"],
        ),
        (
            "Vốn đầu tư ra nước ngoài đạt 572,2 triệu USD. Trong đó, vốn cấp mới đạt 150,1 triệu USD và vốn tăng thêm "
            "422,1 triệu USD.",
            ["inferred sum consistent: 150,1 triệu USD | 422,1 triệu USD | 572,2 triệu USD"],
        ),
        (
            "Tổng số liều đã tiêm là 154.344.391 liều, trong đó lần đầu là 77.850.611 liều, lần hai là 69.614.463 và "
            "nhắc lại là 6.879.317 liều.",
            ["inferred sum consistent: 77.850.611 liều | 69.614.463 | 6.879.317 liều | 154.344.391 liều"],
        ),
    ],
)
def test_totals_of_what_was_there_and_what_was_added(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Thanh tra huyện nhận 120 đơn (khiếu nại 86, tố cáo 34) và đã trả lời công dân.",
            ["stated sum consistent: 86 | 34 | 120 đơn"],
        ),
        (
            "Ngập 1.204 ha lúa (Tân An 310,4 ha, Tân Bình 512 ha, Tân Hưng 381,7 ha).",
            ["stated sum consistent: 310,4 ha | 512 ha | 381,7 ha | 1.204 ha"],
        ),
        (
            "Bão làm hỏng 6 tàu (Tân An 2, Tân Bình 1, Tân Hưng 1, Tân Lập 2).",
            ["stated sum consistent: 2 | 1 | 1 | 2 | 6 tàu"],
        ),
        (
            "Tỉnh đón khoảng 349.000 lượt khách, tăng 11% (khách quốc tế khoảng 210.000 lượt, tăng 7%; "
            "khách trong nước khoảng 139.000 lượt, tăng 17%).",
            ["stated sum consistent: 210.000 lượt | 139.000 lượt | 349.000 lượt"],
        ),
        (
            "Có 90 nhà bị sập (Tân An 24, Tân Bình 38, Tân Hưng 38).",
            ["stated sum inconsistent: 24 | 38 | 38 | 90 nhà"],
        ),
        ("Có 90 nhà bị sập (Tân An 24, Tân Bình 11).", []),
        (
            "Lốc làm 26 người bị thương. Cụ thể: Tân An 3 người do cây đổ; Tân Bình 2 người do sập nhà; "
            "Tân Hưng 1 người; "
            "Tân Lập 1 người; Tân Phú 2 người; Tân Hòa 9 người; Tân Tiến 1 người; Tân Lộc 1 người; Tân Long 2 người; "
            "Tân Mỹ 1 người; Tân Đức 2 người; Tân Trung 1 người.",
            [
                "inferred sum consistent: 3 người | 2 người | 1 người | 1 người | 2 người | 9 người | 1 người | "
                "1 người | 2 người | 1 người | 2 người | 1 người | 26 người"
            ],
        ),
        ("Thanh tra huyện nhận 120 đơn (khiếu nại 86, tố cáo 31) và đã trả lời công dân.", []),
        # A bracket tells of the total in another way, and a row of commas ends at its semicolon
        (
            "Tân An: 155 người (53 người chết, 102 người mất tích), gồm: Bảo Sơn 109, Sa Lý 8, Bát Phong 13, "
            "Mai Sơn 7, Bắc Hải 15, Văn Lãng 3; Tân Bình: 52 người.",
            [
                "stated sum consistent: 53 người | 102 người | 155 người",
                "stated sum consistent: 109 | 8 | 13 | 7 | 15 | 3 | 155 người",
            ],
        ),
        (
            "Tân An: 155 người do sạt lở đất (53 người chết, 102 người mất tích), gồm: Bảo Sơn 109, Sa Lý 8, "
            "Bát Phong 13, "
            "Mai Sơn 7, Bắc Hải 15, Văn Lãng 2; Tân Bình: 52 người.",
            [
                "stated sum consistent: 53 người | 102 người | 155 người",
                "stated sum inconsistent: 109 | 8 | 13 | 7 | 15 | 2 | 155 người",
            ],
        ),
        # What "và" closes does not go on behind a semicolon
        (
            "Rừng trồng mới đạt 658 ha, bao gồm 608 ha rừng sản xuất, 30 ha rừng phòng hộ và 20 ha rừng đặc "
            "dụng; diện tích "
            "được chăm sóc là 480 ha.",
            ["stated sum consistent: 608 ha | 30 ha | 20 ha | 658 ha"],
        ),
        (
            "Rừng trồng mới đạt 658 ha, tăng 11,36% so với năm trước; bao gồm 608 ha rừng sản xuất, 30 ha rừng "
            "phòng hộ và "
            "diện tích rừng đặc dụng là 22 ha; diện tích được chăm sóc là 480 ha.",
            ["stated sum inconsistent: 608 ha | 30 ha | 22 ha | 658 ha"],
        ),
        (
            "Đến nay, xã đã hòa giải 9/40 vụ tranh chấp. 31 vụ việc còn lại đang được xem xét.",
            ["stated sum consistent: 9 | 31 vụ việc | 40"],
        ),
        (
            "Toàn tỉnh có 17/21 chỉ tiêu đạt và vượt kế hoạch, 4 chỉ tiêu chưa đạt.",
            ["inferred sum consistent: 17 | 4 chỉ tiêu | 21"],
        ),
    ],
)
def test_parts_that_fill_brackets_or_a_ratio(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Hải Phòng (12,475 tỷ USD) và vùng Tây Nam gồm: An Giang (3,265 tỷ USD), Cần Thơ (8,651 tỷ USD).",
        "Hải Phòng đạt 1,475 tỷ USD, vùng Tây Nam gồm An Giang 3,265 tỷ USD, Cần Thơ 8,651 tỷ USD.",
    ],
)
def test_what_consists_of_the_parts_is_another(text: str) -> None:
    assert extract(text).alarms == ()


LONG_ROW = (
    "Mưa lũ làm {} ha lúa bị ngập (Bình Gia 12, Bắc Sơn 25, Chi Lăng 31, Cao Lộc 44, Đình Lập 18, Hữu Lũng 52, "
    "Lộc Bình 27, Tràng Định 36, Văn Lãng 15, Văn Quan 22, Lạng Giang 19)."
)


def test_a_row_of_places_as_long_as_it_is() -> None:
    parts = "12 | 25 | 31 | 44 | 18 | 52 | 27 | 36 | 15 | 22 | 19"
    assert claims_of(LONG_ROW.format(301)) == [f"stated sum consistent: {parts} | 301 ha"]
    assert claims_of(LONG_ROW.format(288)) == [f"stated sum inconsistent: {parts} | 288 ha"]


def test_a_bracket_that_misses_its_total_ends_where_it_closes() -> None:
    text = (
        "Có 486 ha hoa màu bị hư hại (Mường Khương: 239 ha; Bát Xát: 206 ha; Si Ma Cai: 18 ha; Bắc Hà: 20 ha; "
        "Sa Pa: 2 ha); 196 con gia súc bị chết và 46 ha ao nuôi bị cuốn trôi (Bảo Yên 35 ha; Văn Bàn 11 ha)."
    )
    assert claims_of(text) == [
        "stated sum inconsistent: 239 ha | 206 ha | 18 ha | 20 ha | 2 ha | 486 ha",
        "stated sum consistent: 35 ha | 11 ha | 46 ha",
    ]


@pytest.mark.parametrize(
    ("told", "claims"),
    [
        (
            "4 nhóm tăng giá so với tháng trước, 4 nhóm giảm giá, 3 nhóm giữ giá ổn định",
            ["stated sum consistent: 4 nhóm | 4 nhóm | 3 nhóm | 11 nhóm"],
        ),
        (
            "7 nhóm tăng giá, 2 nhóm giảm giá và 1 nhóm ổn định",
            ["stated sum inconsistent: 7 nhóm | 2 nhóm | 1 nhóm | 11 nhóm"],
        ),
        ("8 nhóm tăng giá, 2 nhóm giảm giá", []),
    ],
)
def test_groups_of_goods_rise_fall_or_stay(told: str, claims: list[str]) -> None:
    assert claims_of(f"Trong 11 nhóm hàng hóa tiêu dùng chính, có {told}.") == claims


PAIRS = (
    "Công an huyện phát hiện {} vụ, {} đối tượng mua bán ma túy, đã khởi tố 6 vụ, 6 bị can "
    "và xử lý hành chính 17 vụ, 42 đối tượng."
)


def test_two_columns_that_add_up_side_by_side() -> None:
    assert claims_of(PAIRS.format(23, 48)) == [
        "inferred sum consistent: 6 vụ | 17 vụ | 23 vụ",
        "inferred sum consistent: 6 bị can | 42 đối tượng | 48 đối tượng",
    ]


def test_both_columns_told_once_more_by_something_else() -> None:
    text = PAIRS.format(23, 48) + " Trong số này, 15 vụ, 30 đối tượng ở thành phố và 8 vụ, 18 đối tượng ở các huyện."
    assert set(claims_of(text)) >= {
        "inferred sum consistent: 6 vụ | 17 vụ | 23 vụ",
        "inferred sum consistent: 15 vụ | 8 vụ | 23 vụ",
        "inferred sum consistent: 30 đối tượng | 18 đối tượng | 48 đối tượng",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn có 9 người, gồm trưởng đoàn, 2 phó đoàn và 5 thành viên.",
        "Xã có 120 hộ, gồm người Kinh, người Tày 45 hộ, người Dao 30 hộ.",
    ],
)
def test_a_list_of_which_some_have_no_number_need_not_add_up(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize("totals", [(24, 48), (23, 51)])
def test_one_column_alone_proves_nothing(totals: tuple[int, int]) -> None:
    assert claims_of(PAIRS.format(*totals)) == []


def test_classes_told_in_the_next_sentence_with_their_rates() -> None:
    text = (
        "Tỉnh đón 331.624 lượt khách, đạt 78% kế hoạch và tăng 25% so với cùng kỳ. Trong đó, khách quốc tế {} lượt, "
        "đạt 85% kế hoạch năm, tăng 59%; khách trong nước 234.216 lượt, đạt 76% kế hoạch năm."
    )
    assert claims_of(text.format("97.678")) == [
        "stated sum inconsistent: 97.678 lượt | 234.216 lượt | 331.624 lượt",
    ]
    assert claims_of(text.format("97.408")) == [
        "inferred sum consistent: 97.408 lượt | 234.216 lượt | 331.624 lượt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh đón 12.400 lượt khách, trong đó 2.100 lượt khách quốc tế, 1.300 lượt khách nội địa lưu trú.",
        "Tổ thu về 1.284 phiếu, trong đó 1.270 phiếu hợp lệ, 640 phiếu bầu cho ông Nam.",
    ],
)
def test_some_of_a_class_are_not_all_of_it(text: str) -> None:
    assert extract(text).alarms == ()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Sở công nhận 41 trường đạt chuẩn. Trong đó, 18 trường mầm non, gồm 9 trường mức 1, 3 trường mức 1 sau "
            "5 năm và 6 trường mức 2; 23 trường tiểu học, gồm 14 trường mức 1, 9 trường mức 2.",
            [
                "inferred sum consistent: 18 trường | 23 trường | 41 trường",
                "stated sum consistent: 9 trường | 3 trường | 6 trường | 18 trường",
                "stated sum consistent: 14 trường | 9 trường | 23 trường",
            ],
        ),
        (
            "Tỉnh có 185 trường đạt chuẩn. Năm 2019, số trường sẽ tăng thêm 20 trường; năm 2020 tăng thêm 8 trường, "
            "nâng tổng số trường đạt chuẩn lên 213 trường.",
            ["inferred sum consistent: 185 trường | 20 trường | 8 trường | 213 trường"],
        ),
        (
            "Tỉnh có 190 trường đạt chuẩn. Trong đó, mầm non có 43 trường, tiểu học có 109 trường, THCS có 38 trường "
            "và THPT có 9 trường.",
            [],
        ),
    ],
)
def test_sums_of_sums_and_of_rises(text: str, claims: list[str]) -> None:
    assert [claim for claim in claims_of(text) if " sum " in claim] == claims


@pytest.mark.parametrize(("first", "verdict"), [("21,964", "consistent"), ("21,9", "inconsistent")])
def test_of_two_columns_that_are_said_to_be_all_both_have_to_add_up(first: str, verdict: str) -> None:
    text = (
        f"Danh sách có 96 doanh nghiệp, nợ 100,487 tỷ đồng, gồm: 91 doanh nghiệp nợ {first} tỷ đồng; 4 doanh nghiệp nợ "
        "31,584 tỷ đồng tiền thuê đất; và 1 doanh nghiệp nợ 46,939 tỷ đồng."
    )
    debts = f"{first} tỷ đồng | 31,584 tỷ đồng | 46,939 tỷ đồng | 100,487 tỷ đồng"
    assert f"stated sum {verdict}: {debts}" in claims_of(text)
