"""Balances of what comes in and what goes out, what both come to, and what lies between two figures."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.lexicon import entries
from tests.claims.said import claims_of, rules_of

TOLD = [
    (
        "Xuất khẩu đạt 77,77 tỷ USD và nhập khẩu đạt 80,84 tỷ USD, dẫn đến thâm hụt cán cân thương mại 3,07 tỷ USD.",
        ["stated difference consistent: 80,84 tỷ USD | 77,77 tỷ USD | 3,07 tỷ USD"],
    ),
    (
        "Xuất khẩu đạt 77,77 tỷ USD và nhập khẩu đạt 80,84 tỷ USD, dẫn đến thâm hụt cán cân thương mại 3,70 tỷ USD.",
        ["stated difference inconsistent: 80,84 tỷ USD | 77,77 tỷ USD | 3,70 tỷ USD"],
    ),
    (
        "Tổng kim ngạch xuất nhập khẩu đạt 4.812,6 triệu USD. Trong đó, xuất khẩu đạt 2.950,4 triệu USD, tăng 12%. "
        "Nhập khẩu đạt 1.862,2 triệu USD, giảm 3%.",
        ["inferred sum consistent: 2.950,4 triệu USD | 1.862,2 triệu USD | 4.812,6 triệu USD"],
    ),
    (
        "Tổng kim ngạch xuất khẩu từ đầu năm đạt 37 tỷ USD. Trong khi đó, nhập khẩu đạt 35,32 tỷ USD. "
        "Như vậy, cả nước xuất siêu 1,68 tỷ USD.",
        ["inferred difference consistent: 37 tỷ USD | 35,32 tỷ USD | 1,68 tỷ USD"],
    ),
    (
        "Thu ngân sách tám tháng đạt 762,8 nghìn tỷ đồng. Ngân sách cũng chi 793,4 nghìn tỷ đồng. "
        "Như vậy, bội chi hơn 30,6 nghìn tỷ đồng.",
        ["inferred difference consistent: 793,4 nghìn tỷ đồng | 762,8 nghìn tỷ đồng | 30,6 nghìn tỷ đồng"],
    ),
    (
        "Khối ngoại mua vào 512,4 tỷ đồng và bán ra 730,8 tỷ đồng, tương ứng bán ròng 218,4 tỷ đồng.",
        ["stated difference consistent: 730,8 tỷ đồng | 512,4 tỷ đồng | 218,4 tỷ đồng"],
    ),
    (
        "Vàng miếng mua vào 66,15 triệu đồng/lượng, bán ra 66,97 triệu đồng/lượng, chênh lệch giữa giá mua và bán là "
        "820.000 đồng/lượng.",
        ["stated difference consistent: 66,97 triệu đồng/lượng | 66,15 triệu đồng/lượng | 820.000 đồng/lượng"],
    ),
    (
        "Bà A được 64.223.958 phiếu, trong khi ông B được 62.206.395 phiếu. Cách biệt giữa hai ứng cử viên đến nay "
        "đã lên tới 2.017.563 phiếu và còn tăng.",
        ["inferred difference consistent: 64.223.958 phiếu | 62.206.395 phiếu | 2.017.563 phiếu"],
    ),
]


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_both_ways(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Xuất khẩu tháng này đạt 14,33 tỷ USD, nhập khẩu 14,47 tỷ USD; tính chung từ đầu năm nhập siêu 1,23 tỷ USD.",
        "Huyện thu ngân sách 420 tỷ đồng. Tổng chi 515 tỷ đồng. Cả tỉnh bội chi 1.260 tỷ đồng.",
        "Xuất khẩu gạo đạt 3,2 tỷ USD, xuất khẩu tôm đạt 2,8 tỷ USD. Xuất siêu cả nước 0,4 tỷ USD.",
    ],
)
def test_of_other_times_and_places(text: str) -> None:
    assert claims_of(text) == []
    assert extract(text).alarms == ()


def test_every_example_of_the_words_makes_a_claim() -> None:
    for entry in entries("two_ways"):
        said = f"{entry['examples'][0].capitalize()}."
        assert any(rule.endswith(".two_ways") for rule in rules_of(said)), said
