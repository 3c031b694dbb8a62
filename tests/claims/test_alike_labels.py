"""Sorts told of all and of each part of it, under the same labels."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

CATCH = (
    "Sản lượng thủy sản 9 tháng ước đạt 62.450 tấn, tăng 4%, bao gồm: cá đạt 42.200 tấn, tăng 3%; tôm đạt 16.140 tấn, "
    "tăng 6%; thủy sản khác đạt 4.110 tấn. Sản lượng nuôi trồng ước đạt 36.190 tấn, tăng 5%, trong đó cá đạt "
    "20.470 tấn, "
    "tăng 4%; tôm đạt {} tấn, tăng 7%. Thời tiết thuận lợi nên bà con bám biển dài ngày. Sản lượng khai thác ước đạt "
    "26.260 tấn, tăng 2%, trong đó cá đạt 21.730 tấn, tăng 1%; tôm đạt 2.960 tấn, tăng 3%."
)


def test_each_label_and_what_stands_in_front_of_it() -> None:
    found = claims_of(CATCH.format("13.180"))
    assert "inferred sum consistent: 20.470 tấn | 21.730 tấn | 42.200 tấn" in found
    assert "inferred sum consistent: 13.180 tấn | 2.960 tấn | 16.140 tấn" in found
    assert "inferred sum consistent: 36.190 tấn | 26.260 tấn | 62.450 tấn" in found


def test_a_sort_that_comes_to_a_little_more() -> None:
    """No part can be left out of it where another label adds up."""
    (alarm,) = extract(CATCH.format("13.280")).alarms
    assert "13.280 + 2.960 = 16.240" in alarm.message.vi


def test_a_sort_that_comes_to_less_where_all_else_adds_up() -> None:
    (alarm,) = extract(CATCH.format("13.080")).alarms
    assert "13.080 + 2.960 = 16.040" in alarm.message.vi


@pytest.mark.parametrize(
    "text",
    [
        # What comes to less may leave a part out that the others have nothing of
        CATCH.format("13.080").replace("ước đạt 36.190 tấn, ", ""),
        # Labels of one sentence are no parts of each other
        "Xã có 3 thôn: thôn Đông trồng 1.240 cây, thôn Tây trồng 710 cây, thôn Nam trồng 530 cây.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []
