"""The sentences, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from .builders import between, check_one, check_share, count, money, number, percent, points, times

SHARE = {"part": "f1", "whole": "f2", "percent": "f3"}
UP = {"old": "f1", "new": "f2", "percent": "f3", "direction": "up"}
DOWN = {**UP, "direction": "down"}
MINUS = {"larger": "f1", "smaller": "f2", "difference": "f3"}
FOLD = {"larger": "f1", "smaller": "f2", "multiple": "f3"}


@pytest.mark.parametrize(
    ("part", "whole", "value", "vi", "en"),
    [
        (
            649,
            1240,
            "52.34",
            "649 / 1.240 = 52,3387…%, làm tròn 52,34%: khớp",
            "649 / 1,240 = 52.3387…%, rounded 52.34%: it fits",
        ),
        (50, 100, "50", "50 / 100 = 50%: khớp", "50 / 100 = 50%: it fits"),
        (26, 200, "13.0", "26 / 200 = 13,0%: khớp", "26 / 200 = 13.0%: it fits"),
        (
            87,
            93,
            "93",
            "87 / 93 = 93,54…%, bài ghi 93%: khớp nếu cắt bỏ phần lẻ thay vì làm tròn",
            "87 / 93 = 93.54…%, printed 93%: it fits if the last digits were cut off instead of rounded",
        ),
        (
            202,
            561,
            "36.1",
            "202 / 561 = 36,007…%, bài ghi 36,1%: khớp nếu làm tròn lên thay vì làm tròn thông thường",
            "202 / 561 = 36.007…%, printed 36.1%: it fits if the figure was rounded up instead of to the nearest",
        ),
        (
            6,
            70,
            "8.45",
            "6 / 70 = 8,5714…%, bài ghi 8,45%: không khớp, lệch 0,12 điểm phần trăm; khớp nếu tính trên 71 thay vì 70",
            "6 / 70 = 8.5714…%, printed 8.45%: it doesn't fit, off by 0.12 percentage points;"
            " it fits if taken over 71 instead of 70",
        ),
        (
            101,
            2595,
            "4.24",
            "101 / 2.595 = 3,8921…%, bài ghi 4,24%: không khớp, lệch 0,35 điểm phần trăm;"
            " khớp nếu 101 là 110 (đảo hai chữ số)",
            "101 / 2,595 = 3.8921…%, printed 4.24%: it doesn't fit, off by 0.35 percentage points;"
            " it fits if 101 should be 110 (two digits swapped)",
        ),
        (
            2945,
            3500,
            "72",
            "2.945 / 3.500 = 84,14…%, bài ghi 72%: không khớp, lệch 12 điểm phần trăm",
            "2,945 / 3,500 = 84.14…%, printed 72%: it doesn't fit, off by 12 percentage points",
        ),
    ],
)
def test_share(part: int, whole: int, value: str, vi: str, en: str) -> None:
    message = check_share(part, whole, value).message
    assert (message.vi, message.en) == (vi, en)


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "vi", "en"),
    [
        (
            "share",
            SHARE,
            (money("486.8", 10**9), money("672.5", 10**9), percent("72.4")),
            "486,8 tỷ / 672,5 tỷ = 72,386…%, làm tròn 72,4%: khớp",
            "486.8 billion / 672.5 billion = 72.386…%, rounded 72.4%: it fits",
        ),
        (
            "share",
            SHARE,
            (count(39), count(70), percent("55", modifier="more_than")),
            "39 / 70 = 55,71…%, bài ghi hơn 55%: khớp",
            "39 / 70 = 55.71…%, printed more than 55%: it fits",
        ),
        (
            "share",
            SHARE,
            (count(6), count(100), between("percent", "5", "7")),
            "6 / 100 = 6%, bài ghi 5–7%: khớp",
            "6 / 100 = 6%, printed 5–7%: it fits",
        ),
        (
            "change",
            UP,
            (count(85), count(140), percent("164")),
            "(140 − 85) / 85 = 64,70…%, bài ghi 164%: không khớp, lệch 99 điểm phần trăm;"
            " khớp nếu đọc là “bằng 164%” thay vì “tăng 164%”",
            "(140 − 85) / 85 = 64.70…%, printed 164%: it doesn't fit, off by 99 percentage points;"
            " it fits if read as 164% of the old value, not 164% more",
        ),
        (
            "change",
            DOWN,
            (count(359), count(312), percent("13.09")),
            "(359 − 312) / 359 = 13,0919…%, làm tròn 13,09%: khớp",
            "(359 − 312) / 359 = 13.0919…%, rounded 13.09%: it fits",
        ),
        (
            "change",
            UP,
            (money("4.217", 10**6), money("5.089", 10**6), percent("20.6")),
            "(5,089 triệu − 4,217 triệu) / 4,217 triệu = 20,678…% (từ 20,65 đến 20,71% vì số liệu đã làm tròn hoặc"
            " ước chừng), bài ghi 20,6%: khớp nếu cắt bỏ phần lẻ thay vì làm tròn",
            "(5.089 million − 4.217 million) / 4.217 million = 20.678…% (from 20.65 to 20.71% as the figures are"
            " rounded or approximate), printed 20.6%: it fits if the last digits were cut off instead of rounded",
        ),
        (
            "difference",
            MINUS,
            (percent("61.9"), percent("55.4"), points("6.5")),
            "61,9% − 55,4% = 6,5 điểm phần trăm: khớp",
            "61.9% − 55.4% = 6.5 percentage points: it fits",
        ),
        (
            "multiple",
            FOLD,
            (count(4287), count(1864), times("2.3")),
            "4.287 / 1.864 = 2,299… lần, làm tròn 2,3 lần: khớp",
            "4,287 / 1,864 = 2.299… times, rounded 2.3 times: it fits",
        ),
        (
            "product",
            {"factors": ["f1", {"value": "12"}], "result": "f2"},
            (money("180", 10**6), money("2.16", 10**9)),
            "180 triệu × 12 = 2,16 tỷ: khớp",
            "180 million × 12 = 2.16 billion: it fits",
        ),
        ("equal", {"a": "f1", "b": "f2"}, (count(2710), count(2710)), "2.710 = 2.710: khớp", "2,710 = 2,710: it fits"),
        (
            "equal",
            {"a": "f1", "b": "f2"},
            (count(1234567), number("count", 1200000, ulp=100000, text="1,2 triệu")),
            "1.234.567 ≈ 1,2 triệu: khớp",
            "1,234,567 ≈ 1.2 million: it fits",
        ),
        (
            "equal",
            {"a": "f1", "b": "f2"},
            (number("measure", 5, unit="ha"), number("measure", 50000, unit="m2")),
            "5 ha = 50.000 m2: khớp",
            "5 ha = 50,000 m2: it fits",
        ),
        (
            "equal",
            {"a": "f1", "b": "f2"},
            (percent("62.6"), percent("62")),
            "62,6% và 62%: khớp nếu cắt bỏ phần lẻ thay vì làm tròn",
            "62.6% and 62%: it fits if the last digits were cut off instead of rounded",
        ),
        (
            "percent_sum",
            {"parts": ["f1", "f2"]},
            (percent("69.87"), percent("30.13")),
            "69,87% + 30,13% = 100,00%: khớp",
            "69.87% + 30.13% = 100.00%: it fits",
        ),
        (
            "percent_sum",
            {"parts": ["f1", "f2"]},
            (percent("69"), percent("35")),
            "69% + 35% = 104% (từ 103,0 đến 105,0% vì số liệu đã làm tròn hoặc ước chừng), phải là 100%: không khớp,"
            " lệch 4 điểm phần trăm; khớp nếu 69% là 65% (sai một chữ số)",
            None,
        ),
        (
            "share",
            SHARE,
            (count(5), count(0), percent("5")),
            "Không kiểm tra được: số làm mốc có thể bằng 0",
            "It can't be checked: the base may be zero",
        ),
    ],
)
def test_other_kinds(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], vi: str, en: str | None
) -> None:
    message = check_one(kind, fields, **operands).message
    assert message.vi == vi
    assert en is None or message.en == en


def test_a_fraction_of_the_text_is_told_as_what_it_means() -> None:
    quarter = check_one("share", [count(310), count(1240)], part="f1", whole="f2", percent={"value": "25"})
    third = check_one("multiple", [count(372), count(124)], larger="f1", smaller="f2", multiple={"value": "3"})
    assert (quarter.message.vi, third.message.vi) == (
        "310 / 1.240 = 25%: khớp",
        "372 / 124 = 3 lần: khớp",
    )
