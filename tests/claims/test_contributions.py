"""What branches add to a growth rate."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

GROWTH = (
    "GRDP quý II của tỉnh tăng {}% so với cùng kỳ. Trong đó, nông nghiệp tăng 2,1%, đóng góp 0,35 điểm phần "
    "trăm; công nghiệp, "
    "xây dựng tăng 11,5%, đóng góp {} điểm phần trăm; dịch vụ tăng 6,3%, đóng góp 1,90 điểm phần trăm; thuế sản "
    "phẩm đóng góp "
    "0,33 điểm phần trăm."
)
PARTS = "0,35 điểm phần trăm | {} điểm phần trăm | 1,90 điểm phần trăm | 0,33 điểm phần trăm"


def test_the_points_of_all_branches_make_up_the_rate() -> None:
    assert f"inferred sum consistent: {PARTS.format('5,43')} | 8,01%" in claims_of(GROWTH.format("8,01", "5,43"))


def test_one_slip_in_a_branch_is_an_alarm() -> None:
    (alarm,) = extract(GROWTH.format("8,01", "5,34")).alarms
    assert any(cause.values and str(cause.values[0]) == "5.43" for cause in alarm.diagnosis)


@pytest.mark.parametrize(
    "text",
    [
        # A branch fell, or is not told
        GROWTH.format("8,01", "5,43").replace("đóng góp 0,33", "làm giảm 0,33"),
        GROWTH.format("9,26", "5,43"),
        # Points that add nothing
        "Tỷ lệ bao phủ tăng 8,01%, hộ nghèo giảm 2,3 điểm phần trăm, thất nghiệp giảm 1,1 điểm phần trăm.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []
    assert not any("8,01%" in line or "9,26%" in line for line in claims_of(text) if " sum " in line)
