"""Rises told by amount, rate and new level, without the level before."""

from __future__ import annotations

import pytest

from extractor.claims.rises import find_rises
from tests.claims.said import reading_of


def rises(text: str) -> list[tuple[str, str, str, str]]:
    """Amount, rate and level as numbers, and the way; what is unsure with a question mark."""
    return [
        (str(each.amount.value), str(each.rate.value), str(each.level.value), each.way + ("" if each.sure else "?"))
        for each in find_rises(reading_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VN-Index giảm 12,5 điểm (1,03%) xuống còn 1.202,3 điểm.", ("12.5", "1.03", "1202.3", "down")),
        ("Số thẻ đạt 1.240 thẻ, tăng 312 thẻ (33,6%).", ("312", "33.6", "1240", "up")),
        ("Rừng trồng đến 30/6/2023 được 8.120 ha; so với 31/12/2022 tăng 620 ha (+8,3%).",
         ("620", "8.3", "8120", "up")),
        ("Toàn tỉnh có 318 vụ, so với cùng kỳ năm trước giảm 42 vụ, tương đương 11,7%.", ("42", "11.7", "318", "down")),
        ("Huyện còn 1.240 hộ nghèo, giảm 312 hộ so với đầu năm, tương đương giảm 20,1%.",
         ("312", "20.1", "1240", "down")),
        ("Huyện còn 1.240 hộ nghèo, giảm 312 hộ so với năm 2020 (20,1%).", ("312", "20.1", "1240", "down")),
        ("Sản lượng tôm đạt 560 tấn, tăng 12% (tương đương 60 tấn) so với cùng kỳ.", ("60", "12", "560", "up")),
        ("Sản lượng tôm đạt 560 tấn, tăng 12% so với cùng kỳ, tương đương tăng 60 tấn.", ("60", "12", "560", "up")),
        ("Sản lượng tôm đạt 560 tấn, so với kế hoạch tăng 12% (60 tấn).", ("60", "12", "560", "up?")),
        ("Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ, giảm 24 vụ (-13,3%).", ("24", "13.3", "156", "down")),
    ],
)  # fmt: skip
def test_what_is_told(text: str, expected: tuple[str, str, str, str]) -> None:
    assert rises(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # Of another subject, about so much, in another unit, of a part.
        "Lợi nhuận đạt 1.240 ha, doanh thu tăng 312 ha (5%).",
        "Số thẻ đạt khoảng 1.240 thẻ, tăng 312 thẻ (33,6%).",
        "Huyện có 1.240 hộ, tăng 312 lao động (33,6%).",
        "Sản lượng tôm đạt 560 tấn, tăng 12%, trong đó tôm sú 60 tấn.",
        "Sản lượng tôm đạt 560 tấn, tăng 12% (cùng kỳ 500 tấn).",
        "Sản lượng tôm đạt 560 tấn, tăng 12%; cá 60 tấn.",
        # No level.
        "Sản lượng tôm tăng 12% (tương đương 60 tấn).",
    ],
)
def test_what_is_not(text: str) -> None:
    assert rises(text) == []
