"""One list told of several totals."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

LIST = (
    "Tòa án hai cấp thụ lý {} đơn dân sự và 105 đơn hành chính, trong đó 11 đơn bị trả lại, 84 đơn đã hòa giải thành, "
    "179 đơn đang xét xử; 9 đơn được đình chỉ, 26 đơn chờ giám định, {} đơn chờ mở phiên họp."
)
COMPLAINTS = "11 đơn | 84 đơn | 179 đơn | 274 đơn"


def test_each_total_is_made_up_by_its_run() -> None:
    assert claims_of(LIST.format("274", "70")) == [
        f"inferred sum consistent: {COMPLAINTS}",
        "inferred sum consistent: 9 đơn | 26 đơn | 70 đơn | 105 đơn",
    ]


def test_one_slip_in_the_last_run_is_an_alarm() -> None:
    text = LIST.format("274", "90")
    assert claims_of(text) == [
        f"inferred sum consistent: {COMPLAINTS}",
        "stated sum inconsistent: 9 đơn | 26 đơn | 90 đơn | 105 đơn",
    ]
    (alarm,) = extract(text).alarms
    assert "70" in [str(cause.values[0]) for cause in alarm.diagnosis if cause.values]


@pytest.mark.parametrize(
    "text",
    [
        # The first run fits nothing, the last is further off than a slip.
        LIST.format("290", "70"),
        LIST.format("274", "53"),
        # The list tells of something else too, or is of no totals side by side.
        "Đã giải quyết 15 đơn khiếu nại và 12 đơn tố cáo; trong đó có 9 đơn đúng, 6 đơn sai; 4 vụ, 8 đơn tố cáo sai.",
        "Đã giải quyết 15 đơn khiếu nại của 3 xã và 12 đơn tố cáo; trong đó có 9 đơn đúng, 6 đơn sai; 4 và 8 đơn khác.",
    ],
)
def test_no_list_of_both(text: str) -> None:
    assert not any("274" in claim or " 12 đơn" in claim or "15 đơn" in claim for claim in claims_of(text))
