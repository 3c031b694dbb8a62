"""What is told in the same words of all and of each part, paragraphs apart."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

LEVELS = """Quý II, toàn tỉnh đã tiếp nhận {} hồ sơ, đã giải quyết 412.306 hồ sơ. Số hồ sơ đúng hạn có {} hồ sơ.

Riêng cấp tỉnh tiếp nhận 61.204 hồ sơ, đã giải quyết 58.711 hồ sơ, trong đó đúng hạn 57.902 hồ sơ.

Ở cấp huyện, 9 huyện, thành phố đã tiếp nhận 182.417 hồ sơ, giải quyết được 176.350 hồ sơ, đúng hạn có 174.208 hồ sơ.

Còn cấp xã tiếp nhận 181.930 hồ sơ, giải quyết 177.245 hồ sơ; đúng hạn là 176.019 hồ sơ."""
RECEIVED = "61.204 hồ sơ | 182.417 hồ sơ | 181.930 hồ sơ"
IN_TIME = "57.902 hồ sơ | 174.208 hồ sơ | 176.019 hồ sơ"


def test_rows_that_add_up() -> None:
    found = claims_of(LEVELS.format("425.551", "408.129"))
    assert f"inferred sum consistent: {RECEIVED} | 425.551 hồ sơ" in found
    assert f"inferred sum consistent: {IN_TIME} | 408.129 hồ sơ" in found


def test_one_beside_others_that_comes_to_more() -> None:
    found = claims_of(LEVELS.format("425.551", "408.127"))
    assert f"stated sum inconsistent: {IN_TIME} | 408.127 hồ sơ" in found


@pytest.mark.parametrize("in_time", ["412.111", "300.000", "990.500"])
def test_parts_that_come_to_less_or_to_much_more_may_not_be_all(in_time: str) -> None:
    assert [check.message.vi for check in extract(LEVELS.format("425.551", in_time)).alarms] == []


def test_two_parts_alone_are_no_row() -> None:
    text = "Huyện trồng 1.204 ha rừng. Xã An Hòa trồng 700 ha rừng. Xã Bình Lộc trồng 504 ha rừng vào tháng 6."
    assert [check.message.vi for check in extract(text).alarms] == []


class TestBrackets:
    def test_what_brackets_tell_of_a_part_is_not_added(self) -> None:
        text = (
            "Cả năm, tỉnh đón 437.646 lượt khách, chia ra: khách ngủ qua đêm 266.954 lượt (gồm 32.953 lượt khách "
            "quốc tế, tăng 3%, và 234.001 lượt khách trong nước); khách trong ngày 170.692 lượt."
        )
        sums = [line for line in claims_of(text) if " sum " in line]
        assert [line.partition(": ")[2] for line in sums] == [
            "266.954 lượt | 170.692 lượt | 437.646 lượt",
            "32.953 lượt | 234.001 lượt | 266.954 lượt",
        ]

    def test_a_rise_in_brackets_is_not_what_follows_them(self) -> None:
        text = (
            "Ủy ban kiểm tra đã kỷ luật 16 đảng viên, giảm 33,33% (giảm 8 đảng viên), bằng các hình thức: khiển "
            "trách 4, cảnh cáo 3, cách chức 1, khai trừ 8 trường hợp."
        )
        sums = [line.partition(": ")[2] for line in claims_of(text) if " sum " in line]
        assert sums == ["4 | 3 | 1 | 8 trường hợp | 16 đảng viên"]


def test_what_is_told_of_others_is_not_of_the_figure_before() -> None:
    text = (
        "Đã giải quyết 51.780 hồ sơ; quá hạn còn 708 hồ sơ, chiếm 1,37%. Trong số hồ sơ đang giải quyết gồm 2.800 hồ "
        "sơ, có 2.672 hồ sơ chưa đến hạn và 128 hồ sơ đã quá hạn."
    )
    assert [check.message.vi for check in extract(text).alarms] == []


def test_small_numbers_give_few_ratios() -> None:
    text = (
        "Có 1 tổ chức đảng bị kỷ luật, giảm 66,67% so với cùng kỳ.\n\nCác hình thức kỷ luật đảng viên gồm: khiển "
        "trách 4, cảnh cáo 3, cách chức 1."
    )
    assert [line for line in claims_of(text) if " change " in line] == []


def test_a_total_told_between_stands_for_its_own_parts() -> None:
    text = (
        "Giai đoạn này, cả nước đưa 1.076.772 lao động đi làm việc ở nước ngoài, trong đó Đông Bắc Á nhận 773.338 "
        "lao động, gồm: Đài Loan 470.932 người; Nhật Bản 238.891 người; Hàn Quốc 63.515 người. Nước khác 303.434 người."
    )
    sums = [line.partition(": ")[2] for line in claims_of(text) if " sum " in line]
    assert "773.338 lao động | 303.434 người | 1.076.772 lao động" in sums
    assert "470.932 người | 238.891 người | 63.515 người | 773.338 lao động" in sums
    assert len(sums) == 2


def test_a_grade_is_no_fall() -> None:
    text = (
        "Trường có 1.254 học sinh. Về học lực: giỏi 188 em (15%); khá 376 em (30%); trung bình 627 em (50%); yếu 51 "
        "em (4%); kém 12 em (1%)."
    )
    found = claims_of(text)
    assert any(line.endswith("188 em | 376 em | 627 em | 51 em | 12 em | 1.254 học sinh") for line in found)


def test_what_is_left_of_a_list_is_a_part_of_it() -> None:
    text = "Cấp tỉnh đã giải quyết 51.780 hồ sơ, trong đó đúng hạn 51.072 hồ sơ; quá hạn còn 708 hồ sơ."
    assert claims_of(text) == ["stated sum consistent: 51.072 hồ sơ | 708 hồ sơ | 51.780 hồ sơ"]
