"""Rises against the year before, between the levels that the same words lead to."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

YEARS = (
    "Năm 2021, tòa án các cấp thụ lý 18.204 vụ, giải quyết được 16.911 vụ. Năm 2022, thụ lý 19.350 vụ, giải quyết "
    "17.842 vụ; so với cùng kỳ năm trước, thụ lý tăng {} vụ, giải quyết tăng {} vụ."
)


def test_a_rise_that_fits() -> None:
    found = claims_of(YEARS.format("1.146", "931"))
    assert "stated difference consistent: 19.350 vụ | 18.204 vụ | 1.146 vụ" in found
    assert "stated difference consistent: 17.842 vụ | 16.911 vụ | 931 vụ" in found


def test_a_rise_that_does_not() -> None:
    found = claims_of(YEARS.format("1.164", "391"))
    assert "stated difference inconsistent: 19.350 vụ | 18.204 vụ | 1.164 vụ" in found
    assert "stated difference inconsistent: 17.842 vụ | 16.911 vụ | 391 vụ" in found


def test_what_is_counted_may_stand_before_its_verb() -> None:
    text = (
        "Năm 2021, tòa án giải quyết được 16.911 vụ (đạt 92,9%) trong tổng số 18.204 vụ thụ lý. Năm 2022, tòa án thụ "
        "lý 19.350 vụ; so với năm trước, thụ lý tăng 1.164 vụ."
    )
    assert "stated difference inconsistent: 19.350 vụ | 18.204 vụ | 1.164 vụ" in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # Not the year before
        "Năm 2019, các tòa thụ lý 18.204 vụ. Năm 2022 thụ lý 19.350 vụ; so với năm trước, thụ lý tăng 391 vụ.",
        # Something else has risen
        "Năm 2021, các tòa thụ lý 18.204 vụ. Năm 2022 thụ lý 19.350 vụ; so với năm trước, hòa giải tăng 391 vụ.",
        # Against a plan
        "Năm 2021, các tòa thụ lý 18.204 vụ. Năm 2022 thụ lý 19.350 vụ, thụ lý tăng 391 vụ so với dự kiến.",
    ],
)
def test_what_is_no_rise_of_these(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []


def test_the_rate_of_a_difference_behind_a_sign() -> None:
    text = "Xảy ra 180 vụ phạm tội, ít hơn cùng kỳ năm 2022 03 vụ = 1,6% (180/183 vụ)."
    found = claims_of(text)
    assert any(line.endswith("change consistent: 183 | 180 vụ | 1,6%") for line in found)
    assert [line for line in found if "inconsistent" in line] == []


def test_the_rates_in_front_of_a_total_and_its_parts() -> None:
    text = (
        "Tỷ lệ nghèo đa chiều là 11,23%; tổng số hộ nghèo và hộ cận nghèo là 16.788 hộ; tỷ lệ hộ nghèo là 6,84%, "
        "tổng số hộ nghèo là 10.220 hộ; tỷ lệ hộ cận nghèo là 4,39%, tổng số hộ cận nghèo là 6.568 hộ."
    )
    assert "inferred sum consistent: 6,84% | 4,39% | 11,23%" in claims_of(text)


def test_a_rate_of_its_own_clause_is_of_nothing_before_it() -> None:
    text = "Có 2,5 triệu học sinh; số học sinh khá là trên 973.000 em, đạt tỷ lệ 42,6%; tỷ lệ trung bình là 39,8%."
    assert [line for line in claims_of(text) if "39,8%" in line] == []
