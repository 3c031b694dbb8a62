"""Rows of the classes of one whole, told of one after another."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of, rules_of

VOTES = (
    "HĐND tỉnh có 57 đại biểu, số phiếu thu về là 54 phiếu. Bà Lò Thị Mai được {} phiếu tín nhiệm cao, 3 phiếu "
    "tín nhiệm, "
    "1 phiếu tín nhiệm thấp. Ông Quàng Văn Pó được 47 phiếu tín nhiệm cao, 5 phiếu tín nhiệm, 2 phiếu tín nhiệm thấp. "
    "Ông Cầm Bá Xuân được {} phiếu tín nhiệm cao, 9 phiếu tín nhiệm, 4 phiếu tín nhiệm thấp."
)


class TestVotes:
    def test_each_row_makes_up_the_votes(self) -> None:
        found = claims_of(VOTES.format(50, 41))
        for row in ("50 phiếu | 3 phiếu | 1 phiếu", "47 phiếu | 5 phiếu | 2 phiếu", "41 phiếu | 9 phiếu | 4 phiếu"):
            assert f"stated sum consistent: {row} | 54 phiếu" in found
        assert "sum.class_row" in rules_of(VOTES.format(50, 41))

    def test_none_of_the_last_class_may_be_told_without_a_number(self) -> None:
        text = (
            "Tổng số phiếu phát ra là 90 phiếu. Ông An đạt số phiếu tín nhiệm cao với 87 phiếu; tín nhiệm ba "
            "phiếu và không có "
            "phiếu tín nhiệm thấp. Ông Bình đạt số phiếu tín nhiệm cao là 86 phiếu, tín nhiệm bốn phiếu và không "
            "có phiếu "
            "tín nhiệm thấp."
        )
        assert claims_of(text) == [
            "stated sum consistent: 87 phiếu | ba phiếu | 90 phiếu",
            "stated sum consistent: 86 phiếu | bốn phiếu | 90 phiếu",
        ]

    def test_ratios_of_all_that_voted(self) -> None:
        text = (
            "Ông An có số phiếu tín nhiệm cao nhiều nhất với 40/47 phiếu, số phiếu tín nhiệm là 7/47 và không có "
            "phiếu tín "
            "nhiệm thấp. Ông Bình có 39/47 phiếu tín nhiệm cao, 7 phiếu tín nhiệm và 1 phiếu tín nhiệm thấp."
        )
        found = claims_of(text)
        assert "stated sum consistent: 40 | 7 | 47" in found
        assert "stated sum consistent: 39 | 7 phiếu | 1 phiếu | 47" in found

    def test_more_votes_than_were_cast(self) -> None:
        text = VOTES.format(50, 41).replace("47 phiếu tín nhiệm cao", "74 phiếu tín nhiệm cao")
        (alarm,) = extract(text).alarms
        assert alarm.message.vi.startswith("74 + 5 + 2 = 81, bài ghi 54: không khớp")

    @pytest.mark.parametrize(
        ("valid", "low", "alarms"), [("53/53", 0, 0), ("35/53", 0, 1), ("53/53", 4, 1), ("49/53", 0, 1)]
    )
    def test_valid_votes_are_all_shared_out(self, valid: str, low: int, alarms: int) -> None:
        text = (
            f"Ông Hoàng Văn Đạt: Số phiếu hợp lệ: {valid}; số phiếu tín nhiệm cao: 49 phiếu; số phiếu tín "
            f"nhiệm: 4 phiếu; "
            f"số phiếu tín nhiệm thấp: {low} phiếu."
        )
        assert len(extract(text).alarms) == alarms

    @pytest.mark.parametrize(
        "text",
        [
            # Some votes may be void
            VOTES.format(50, 41).replace("47 phiếu tín nhiệm cao", "45 phiếu tín nhiệm cao"),
            # Of one row alone nothing is known
            "Cuộc họp có 54 đại biểu. Ông An được 52 phiếu tín nhiệm cao, 6 phiếu tín nhiệm, 2 phiếu tín nhiệm thấp.",
        ],
    )
    def test_no_alarm_where_it_may_be_right(self, text: str) -> None:
        assert [check.message.vi for check in extract(text).alarms] == []
