"""What an article leaves out and its figures imply."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.records import Derived


def derived(text: str) -> tuple[Derived, ...]:
    return extract(text).derived


def interval(text: str) -> tuple[str, str, str]:
    [found] = derived(text)
    return found.role, *(format(end, "f") for end in found.interval)


@pytest.mark.parametrize(
    ("text", "role", "low", "high"),
    [
        ("Xã mở lớp cho 274 lượt cán bộ, công chức, đạt 26,47% so với kế hoạch.", "whole", "1034.93", "1035.33"),
        ("Thu ngân sách 16.532 tỷ đồng, bằng 54,1% dự toán năm.", "whole", "30529085872576.17", "30587419056429.24"),
        ("Tỉnh tinh giản ít nhất 10% biên chế (tương đương 2.710 người).", "whole", "25809.52", "28526.32"),
        ("Kỳ họp có 439 đại biểu tán thành (chiếm 90,70%).", "whole", "483.98", "484.04"),
        ("Sản lượng tôm của huyện tăng 12% lên 560 tấn.", "old", "497.77", "502.25"),
        ("Số vụ cháy giảm 3,2% so với cùng kỳ, còn 1.240 vụ.", "old", "1280.33", "1281.66"),
        ("Cả huyện gieo 19.133,5 ha lúa, tăng 41,24% so với vụ trước.", "old", "13546.284", "13547.315"),
        ("Doanh thu của chợ tăng 245 triệu đồng (12,9%) so với tháng trước.", "old", "1888030888.03", "1910505836.58"),
        ("Trong tổng số 1.200 hộ được hỏi, 76,5% trả lời hài lòng.", "part", "917.4", "918.6"),
        ("Có tới 76,5% trong tổng số 1.200 hộ trả lời hài lòng.", "part", "917.4", "918.6"),
        ("Xã có 1.240 hộ, trong đó 12,5% là hộ cận nghèo.", "part", "154.38", "155.62"),
    ],
)  # fmt: skip
def test_what_the_percentage_is_of(text: str, role: str, low: str, high: str) -> None:
    assert interval(text) == (role, low, high)


def test_the_interval_holds_every_whole_number_that_prints_so() -> None:
    [plan] = derived("Xã đã mở lớp cho 274 lượt cán bộ, công chức, đạt tỷ lệ 26,47% so với kế hoạch.")
    assert (plan.integers, plan.unit, plan.base, str(plan.value)) == ((1035, 1035), "lượt", "kế hoạch", "1035.13")
    assert plan.message.vi == (
        "274 / 26,47% = 1.035,13…: suy ra mức 100% (“kế hoạch”) từ 1.034,9 đến 1.035,4 lượt, tức 1.035"
    )
    assert plan.message.en == (
        "274 / 26.47% = 1,035.13…: which makes the 100% level (“kế hoạch”) from 1,034.9 to 1,035.4 lượt, that is 1,035"
    )


def test_another_whole_than_the_ratio_s_is_told_with_the_body_that_has_it() -> None:
    [whole] = derived("Có 209/456 ý kiến đại biểu, chiếm 43,09% tổng số đại biểu Quốc hội.")
    assert (whole.role, whole.integers, whole.figures) == ("whole", (485, 485), ("f1", "f2"))
    assert whole.message.vi.endswith("từ 484,9 đến 485,1 ý kiến, tức 485 (tổng số đại biểu Quốc hội)")
    assert whole.message.en.endswith("that is 485 (the full membership of the National Assembly)")


def test_a_cut_percentage_is_named() -> None:
    [plan] = derived("Toàn Đảng bộ kết nạp được 1.235 đảng viên mới, đạt 102,91% so với chỉ tiêu Nghị quyết.")
    assert plan.integers == (1200, 1200)
    assert plan.message.vi.endswith("tức 1.200 nếu phần trăm đã bị cắt bỏ phần lẻ")


def test_two_percentages_of_one_amount() -> None:
    text = "Quý I, giá trị sản xuất đạt 655,44 tỷ đồng, tăng 11,79% so với cùng kỳ, đạt 16,97% kế hoạch năm."
    assert [(each.role, each.base) for each in derived(text)] == [("old", "cùng kỳ"), ("whole", "kế hoạch năm")]


@pytest.mark.parametrize(
    "text",
    [
        "Xã có 30 căn nhà mới, giải ngân đạt 70% kế hoạch.",
        "Xã có 30 căn nhà mới, tỷ lệ hộ nghèo chiếm 5% tổng số hộ.",
        "Anh bị thương ở 2 chỗ (thương tích 68%).",
        "Có 15 đảng viên bị kỷ luật, gồm 9 khiển trách, 5 cảnh cáo và 1 khai trừ, bằng 0,48% tổng số đảng viên.",
        "Buýt nhanh chạy 264 lượt, đạt 100% kế hoạch.",
        "Huyện có 12 hợp tác xã, doanh thu tăng 15% so với năm trước.",
        "Chợ có 45 gian hàng. Doanh thu tăng 15% so với năm trước.",
        "Sản lượng đạt 560 tấn, tăng từ 5 - 7% so với năm trước.",
        "Trong 120 hộ có 45 hộ nghèo (37,5%).",
    ],
)
def test_where_the_words_do_not_say_it(text: str) -> None:
    assert derived(text) == ()


def test_the_level_before_a_rise_bears_its_rate_out() -> None:
    [before] = derived("Dư nợ đến 30/9/2022 là 24.610 tỷ đồng; so với đầu năm tăng 2.375 tỷ đồng (+10,7%).")
    assert (before.role, before.figures, before.base) == ("old", ("f1", "f2", "f3"), "đầu năm")
    assert (str(before.value), before.integers) == ("22235000000000", None)
    assert tuple(map(str, before.interval)) == ("22234000000000", "22236000000000")
    assert before.message.vi == (
        "24.610 tỷ − 2.375 tỷ = 22.235 tỷ, mức trước đó (“đầu năm”); 2.375 tỷ / 22.235 tỷ ≈ 10,68%: khớp với 10,7%"
    )
    assert before.message.en.endswith("2,375 billion / 22,235 billion ≈ 10.68%: which bears 10.7% out")
    # Whole things
    [before] = derived("Trong quý có 45 vụ cháy, giảm 5 vụ (10%).")
    assert (before.integers, before.message.vi) == ((50, 50), "45 + 5 = 50, mức trước đó; 5 / 50 = 10,0%: khớp với 10%")


def test_a_level_that_does_not_bear_the_rate_out_is_told_as_a_finding() -> None:
    assert derived("Trong quý có 45 vụ cháy, giảm 5 vụ (20%).") == ()


def periods(text: str) -> list[tuple[str, str | None]]:
    return [(each.message.vi, each.unit) for each in derived(text) if each.role == "periods"]


def test_what_is_left_of_a_plan_lasts_a_whole_number_of_periods() -> None:
    text = (
        "Tỉnh đã tinh giản 649 trường hợp, đạt 24% so với kế hoạch (649/2.710)."
        " Bình quân mỗi năm sẽ tinh giản 687 trường hợp."
    )
    assert periods(text) == [("(2.710 − 649) / 687 = 3: phần còn lại vừa đủ cho 3 năm", "năm")]
    [found] = derived(text)
    assert (found.figures, found.integers, str(found.value)) == (("f3", "f4"), (3, 3), "3.0000")
    assert found.message.en == "(2,710 − 649) / 687 = 3: what is left lasts 3 years"
    # Money, told in months
    text = (
        "Huyện đã giải ngân 120,2 tỷ đồng trong tổng số 300,5 tỷ đồng, đạt 40%. Mỗi tháng phải giải ngân 30,05 tỷ đồng."
    )
    assert periods(text) == [("(300,5 tỷ − 120,2 tỷ) / 30,05 tỷ = 6: phần còn lại vừa đủ cho 6 tháng", "tháng")]


@pytest.mark.parametrize(
    "text",
    [
        # No whole number
        "Tỉnh đã tinh giản 649 trường hợp, đạt 24% so với kế hoạch (649/2.710). Mỗi năm sẽ tinh giản 700 trường hợp.",
        # Of other things
        "Tỉnh đã tinh giản 649 người, đạt 24% so với kế hoạch (649/2.710 người). Mỗi năm sẽ có 687 hộ thoát nghèo.",
        # So rough that a whole number says nothing
        "Xã đã trồng 40 ha, đạt 24,4% kế hoạch (40/164 ha). Mỗi năm trồng khoảng 31 ha.",
        # Nothing is left
        "Xã đã giúp 120 hộ, đạt 120% kế hoạch (120/100 hộ). Mỗi năm giúp 10 hộ.",
        # No plan
        "Mỗi năm tỉnh tinh giản 687 trường hợp.",
    ],
)
def test_no_periods_follow(text: str) -> None:
    assert periods(text) == []
