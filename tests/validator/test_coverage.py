"""How many percentages could be checked, and why the rest could not."""

from __future__ import annotations

import pytest

from extractor import extract

RATE = "là mức lãi, mức thuế hoặc một tỷ suất, không phải phần của một tổng số"
OPEN = "chỉ là một khoảng hoặc một mức chặn, không kiểm tra được"


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("Cán bộ cấp xã đạt chuẩn chiếm 98,71%.", "no_whole", "98,71%: không công bố số lượng và tổng số"),
        ("Xã kết nạp 288 đảng viên, đạt 35,34% chỉ tiêu năm.", "no_whole", "35,34%: không công bố tổng số"),
        ("Trong tổng số 1.200 hộ, 76,5% hài lòng.", "no_part", "76,5%: không công bố số của riêng phần này"),
        ("Doanh thu của chợ tăng 12%.", "no_level", "12%: không công bố mức trước và sau khi thay đổi"),
        ("Sản lượng tôm tăng 12% lên 560 tấn.", "no_level", "12%: không công bố mức trước khi thay đổi"),
        ("Đã có 100% thôn bản có điện.", "all", "100% nói là tất cả, không cần phép tính"),
        ("Xã cho vay với lãi suất 6,8%/năm.", "rate", f"6,8% {RATE}"),
        ("Mặt hàng này chịu thuế suất 25%.", "rate", f"25% {RATE}"),
        ("Tỷ lệ che phủ rừng từ 40 - 42%.", "range_or_vague", f"40 - 42% {OPEN}"),
        ("Ít nhất 30% số hộ phải có nước sạch.", "range_or_vague", f"30% {OPEN}"),
    ],
)  # fmt: skip
def test_why_not(text: str, reason: str, said: str) -> None:
    covered = extract(text).coverage
    assert (covered.percentages, covered.checked) == (1, 0)
    [missing] = covered.unchecked
    assert (missing.reason, missing.message.vi) == (reason, said)


def test_what_was_checked() -> None:
    record = extract("Có 443/484 đại biểu tán thành (91,53%). Tỷ lệ hộ nghèo còn 3,2%.")
    assert (record.coverage.percentages, record.coverage.checked) == (2, 1)
    assert [each.figure for each in record.coverage.unchecked] == ["f3"]


def test_a_wrong_percentage_was_checked_too() -> None:
    covered = extract("Có 443/448 đại biểu tán thành, chiếm 91,53%.").coverage
    assert (covered.percentages, covered.checked, covered.unchecked) == (1, 1, ())


@pytest.mark.parametrize("rate", ["10%", "20%"])
def test_a_rate_held_to_amount_and_level_was_checked(rate: str) -> None:
    covered = extract(f"Trong quý có 45 vụ cháy, giảm 5 vụ ({rate}).").coverage
    assert (covered.percentages, covered.checked, covered.unchecked) == (1, 1, ())


def test_no_percentages() -> None:
    covered = extract("Xã có 12 thôn.").coverage
    assert (covered.percentages, covered.checked, covered.unchecked) == (0, 0, ())
