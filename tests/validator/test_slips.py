"""What is told of each slip, in both languages and in which order; and how likely each is taken to be."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from extractor.records import Diagnosis
from extractor.validator import check_claims
from extractor.validator.assess import assess
from extractor.validator.diagnosis import Evidence, only_the_base_differs, other_base
from extractor.validator.diagnosis.case import Case, Cost
from extractor.validator.operands import Operands

from .builders import between, check_one, claim, count, figures, money, number, percent, points, ratio, times

SHARE = {"part": "f1", "whole": "f2", "percent": "f3"}
UP = {"old": "f1", "new": "f2", "percent": "f3", "direction": "up"}
DOWN = {**UP, "direction": "down"}
MINUS = {"larger": "f1", "smaller": "f2", "difference": "f3"}
FOLD = {"larger": "f1", "smaller": "f2", "multiple": "f3"}
SAME = {"a": "f1", "b": "f2"}
SUM = {"parts": ["f1", "f2"], "total": "f3"}
PRODUCT = {"factors": ["f1", "f2"], "result": "f3"}


def measure(value: str, ulp: str) -> dict[str, Any]:
    return number("measure", value, ulp=ulp)


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "told"),
    [
        (
            "equal",
            SAME,
            (money("188", 10**9), money("188", 10**6)),
            [
                (
                    ("magnitude", "f1", None, ["188000000"]),
                    "188 tỷ phải chia 1.000 (nhầm nghìn, triệu, tỷ)",
                    "188 billion should be 1,000 times as small (thousand, million, billion mixed up)",
                ),
                (
                    ("magnitude", "f2", None, ["188000000000"]),
                    "188 triệu phải nhân 1.000 (nhầm nghìn, triệu, tỷ)",
                    "188 million should be 1,000 times as large (thousand, million, billion mixed up)",
                ),
            ],
        ),
        (
            "sum",
            SUM,
            (measure("48.6", "0.1"), measure("76.25", "0.01"), measure("1248.5", "0.1")),
            [
                (
                    ("separator", "f3", None, ["124.85"]),
                    "1.248,5 là 124,85 (nhầm dấu chấm, dấu phẩy)",
                    "1,248.5 should be 124.85 (a misplaced separator)",
                )
            ],
        ),
        (
            "sum",
            SUM,
            (count(1200), count(1500), count(2700000)),
            [
                (
                    ("separator", "f3", None, ["2700"]),
                    "2.700.000 là 2.700 (nhầm dấu chấm, dấu phẩy)",
                    "2,700,000 should be 2,700 (a misplaced separator)",
                )
            ],
        ),
        (
            "share",
            SHARE,
            (count(649), count(1240), percent("5.234")),
            [
                (
                    ("separator", "f3", None, ["52.34"]),
                    "5,234% là 52,34% (nhầm dấu chấm, dấu phẩy)",
                    "5.234% should be 52.34% (a misplaced separator)",
                ),
                (
                    ("digit", "f2", None, ["12400"]),
                    "1.240 là 12.400 (thiếu một chữ số)",
                    "1,240 should be 12,400 (one digit lost)",
                ),
            ],
        ),
        (
            "share",
            SHARE,
            (count(5), count(50), number("percent", "60")),
            [
                (
                    ("digit", "f3", None, ["10"]),
                    "60% là 10% (sai một chữ số)",
                    "60% should be 10% (one digit wrong)",
                )
            ],
        ),
        (
            "share",
            SHARE,
            (count(3), count(700), percent("0.458")),  # 3/654 = 0,4587… is cut to it
            [
                (
                    ("other_base", "f2", None, ["655", "654"]),
                    "tính trên 655 hoặc 654 thay vì 700",
                    "taken over 655 or 654 instead of 700",
                )
            ],
        ),
        ("share", SHARE, (count(25), count(90), percent("24.9")), []),  # 25/100 would print 25,0
        (
            "change",
            UP,
            (measure("4", "1"), measure("10", "1"), percent("250")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["150"]),
                    "đọc là “bằng 250%” thay vì “tăng 250%”",
                    "read as 250% of the old value, not 250% more",
                ),
                (
                    ("digit", "f3", None, ["150", "200"]),
                    "250% là 150% hoặc 200% (sai một chữ số)",
                    "250% should be 150% or 200% (one digit wrong)",
                ),
                (
                    ("digit", "f2", None, ["14", "15", "13"]),
                    "10 là 14, 15 hoặc 13 (sai một chữ số)",
                    "10 should be 14, 15 or 13 (one digit wrong)",
                ),
                (
                    ("digit", "f1", None, ["3"]),
                    "4 là 3 (sai một chữ số)",
                    "4 should be 3 (one digit wrong)",
                ),
            ],
        ),
        (
            "change",
            UP,
            (count(85), count(140), percent("1.65")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["64.71"]),
                    "đọc là “gấp … lần” thay vì “tăng 1,65%”",
                    "read as that many times the old value, not 1.65% more",
                )
            ],
        ),
        (
            "change",
            DOWN,
            (count(200), count(70), percent("35")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["65"]),
                    "đọc là “còn 35%” thay vì “giảm 35%”",
                    "read as 35% of the old value, not 35% less",
                ),
                (
                    ("digit", "f3", None, ["65"]),
                    "35% là 65% (sai một chữ số)",
                    "35% should be 65% (one digit wrong)",
                ),
                (
                    ("other_base", "f1", None, ["109", "108", "107"]),
                    "tính trên 109, 108 hoặc 107 thay vì 200",
                    "taken over 109, 108 or 107 instead of 200",
                ),
            ],
        ),
        (
            "change",
            UP,
            (count(140), count(85), percent("39.29")),
            [(("swapped", "f3", None, []), "là giảm chứ không phải tăng", "as a decrease instead of the opposite")],
        ),
        (
            "change",
            DOWN,
            (count(85), count(140), percent("64.71")),
            [(("swapped", "f3", None, []), "là tăng chứ không phải giảm", "as an increase instead of the opposite")],
        ),
        (
            "share",
            SHARE,
            (count(164), count(100), percent("64")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["164"]),
                    "đọc là “vượt 64%” thay vì “đạt 64%”",
                    "read as 64% above the whole, not 64% of it",
                ),
                (
                    ("digit", "f3", None, ["164"]),
                    "64% là 164% (thiếu một chữ số)",
                    "64% should be 164% (one digit lost)",
                ),
                (
                    ("digit", "f1", None, ["64"]),
                    "164 là 64 (thừa một chữ số)",
                    "164 should be 64 (one digit too many)",
                ),
            ],
        ),
        (
            "multiple",
            FOLD,
            (count(310), count(100), times("2.1")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["3.1"]),
                    "đọc là “tăng thêm 2,1 lần” thay vì “gấp 2,1 lần”",
                    "read as an increase by 2.1 times, not to 2.1 times",
                ),
                (
                    ("digit", "f1", None, ["210"]),
                    "310 là 210 (sai một chữ số)",
                    "310 should be 210 (one digit wrong)",
                ),
                (
                    ("digit", "f2", None, ["150"]),
                    "100 là 150 (sai một chữ số)",
                    "100 should be 150 (one digit wrong)",
                ),
                (
                    ("digit", "f3", None, ["3.1"]),
                    "2,1 lần là 3,1 lần (sai một chữ số)",
                    "2.1 times should be 3.1 times (one digit wrong)",
                ),
            ],
        ),
        (
            "multiple",
            FOLD,
            (count(310), count(100), times("310")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["3"]),
                    "đọc là phần trăm thay vì lần (310 lần)",
                    "read as a percentage instead of times (310 times)",
                ),
                (
                    ("separator", "f3", None, ["3.10"]),
                    "310 lần là 3,10 lần (nhầm dấu chấm, dấu phẩy)",
                    "310 times should be 3.10 times (a misplaced separator)",
                ),
            ],
        ),
        (
            "share",
            SHARE,
            (count(62), count(100), number("ratio", "62", ulp="1")),
            [
                (
                    ("increase_vs_multiple", "f3", None, ["1"]),
                    "đọc là phần trăm thay vì lần (62)",
                    "read as a percentage instead of times (62)",
                )
            ],
        ),
        (
            "change",
            UP,
            (percent("14"), percent("21"), percent("7")),
            [
                (
                    ("percent_vs_points", "f3", None, ["50"]),
                    "7% là điểm phần trăm thay vì phần trăm",
                    "7% means percentage points instead of percent",
                ),
                (
                    ("digit", "f1", None, ["19"]),
                    "14% là 19% (sai một chữ số)",
                    "14% should be 19% (one digit wrong)",
                ),
                (
                    ("digit", "f3", None, ["47", "57"]),
                    "7% là 47% hoặc 57% (thiếu một chữ số)",
                    "7% should be 47% or 57% (one digit lost)",
                ),
            ],
        ),
        (
            "change",
            DOWN,
            (percent("21"), percent("14"), percent("7")),
            [
                (
                    ("percent_vs_points", "f3", None, ["33"]),
                    "7% là điểm phần trăm thay vì phần trăm",
                    "7% means percentage points instead of percent",
                ),
                (
                    ("digit", "f2", None, ["19"]),
                    "14% là 19% (sai một chữ số)",
                    "14% should be 19% (one digit wrong)",
                ),
                (
                    ("digit", "f3", None, ["37"]),
                    "7% là 37% (thiếu một chữ số)",
                    "7% should be 37% (one digit lost)",
                ),
            ],
        ),
        *(
            (
                "difference",
                MINUS,
                (percent("4.05"), percent("3.24"), points(printed)),
                [
                    (
                        ("percent_vs_points", "f3", None, ["0.8"]),
                        f"{printed.replace('.', ',')} điểm phần trăm là mức thay đổi tương đối thay vì điểm phần trăm",
                        f"{printed} percentage points is the relative change instead of percentage points",
                    )
                ],
            )
            for printed in ("20.0", "25.0")  # of the larger and of the smaller
        ),
        (
            "difference",
            MINUS,
            (count(55), count(21), count(76)),
            [
                (("swapped", "f1", "f3", ["76"]), "55 và 76 đổi chỗ cho nhau", "55 and 76 change places"),
                (("swapped", "f2", "f3", ["76"]), "21 và 76 đổi chỗ cho nhau", "21 and 76 change places"),
            ],
        ),
        (
            "sum",
            SUM,
            (count(21), count(9), count(40)),
            [
                (("digit", "f3", None, ["30"]), "40 là 30 (sai một chữ số)", "40 should be 30 (one digit wrong)"),
                (("digit", "f1", None, ["31"]), "21 là 31 (sai một chữ số)", "21 should be 31 (one digit wrong)"),
                (("digit", "f2", None, ["19"]), "9 là 19 (thiếu một chữ số)", "9 should be 19 (one digit lost)"),
            ],
        ),
        (
            "share",
            SHARE,
            (count(3), count(8), percent("33.3"), count(9)),  # a 9 elsewhere tells nothing
            [
                (("other_base", "f2", None, ["9"]), "tính trên 9 thay vì 8", "taken over 9 instead of 8"),
                (("digit", "f2", None, ["9"]), "8 là 9 (sai một chữ số)", "8 should be 9 (one digit wrong)"),
            ],
        ),
        (
            "share",
            SHARE,
            (count(3), count(8), percent("30.0"), count(10)),
            [
                (
                    ("other_base", "f2", None, ["10"]),
                    "tính trên 10 thay vì 8 (10 cũng có trong bài)",
                    "taken over 10 instead of 8 (10 is in the article too)",
                )
            ],
        ),
        (
            "share",
            SHARE,
            (count(443), count(448), percent("91.53"), measure("484.02", "0.01")),  # no number of people
            [
                (
                    ("other_base", "f2", None, ["484"]),
                    "tính trên 484 thay vì 448 (484 là tổng số đại biểu Quốc hội)",
                    "taken over 484 instead of 448 (484 is the full membership of the National Assembly)",
                ),
                (
                    ("digit", "f2", None, ["484"]),
                    "448 là 484 (đảo hai chữ số)",
                    "448 should be 484 (two digits swapped)",
                ),
            ],
        ),
        (
            "share",
            SHARE,
            (measure("29.45", "0.01"), measure("35.0", "0.1"), percent("72.0"), measure("40.9", "0.1")),
            [
                (
                    ("other_base", "f2", None, ["40.9"]),
                    "tính trên 40,9 thay vì 35,0 (40,9 cũng có trong bài)",
                    "taken over 40.9 instead of 35.0 (40.9 is in the article too)",
                ),
            ],
        ),
        (
            "sum",
            {"parts": ["f1", "f2", "f3"], "total": "f4"},
            (count(4151), count(2038), count(1027), count(7206), count(1017)),
            [
                (
                    ("digit", "f3", None, ["1017"]),
                    "1.027 là 1.017 (sai một chữ số, con số này cũng có trong bài)",
                    "1,027 should be 1,017 (one digit wrong, a figure that is in the article too)",
                ),
                (
                    ("digit", "f4", None, ["7216"]),
                    "7.206 là 7.216 (sai một chữ số)",
                    "7,206 should be 7,216 (one digit wrong)",
                ),
                (
                    ("digit", "f1", None, ["4141"]),
                    "4.151 là 4.141 (sai một chữ số)",
                    "4,151 should be 4,141 (one digit wrong)",
                ),
                (
                    ("digit", "f2", None, ["2028"]),
                    "2.038 là 2.028 (sai một chữ số)",
                    "2,038 should be 2,028 (one digit wrong)",
                ),
            ],
        ),
    ],
)
def test_all_that_is_told(
    kind: str,
    operands: dict[str, Any],
    fields: tuple[dict[str, Any], ...],
    told: list[tuple[tuple[str, str, str | None, list[str]], str, str]],
) -> None:
    check = check_one(kind, fields, **operands)
    assert check.verdict == "inconsistent"
    found = [(each.kind, each.operand, each.other, [str(value) for value in each.values]) for each in check.diagnosis]
    assert found == [slip for slip, _, _ in told]
    assert [each.message.vi for each in check.diagnosis] == [f"khớp nếu {vi}" for _, vi, _ in told]
    assert [each.message.en for each in check.diagnosis] == [
        f"it fits {en}" if en.startswith("as ") else f"it fits if {en}" for _, _, en in told
    ]


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "slip"),
    [
        ("change", UP, (count(85), count(140), percent("164", modifier="about")), "increase_vs_multiple"),
        ("change", UP, (percent("14"), percent("21"), percent("7", modifier="about")), "percent_vs_points"),
        (
            "difference",
            MINUS,
            (percent("4.05"), percent("3.24"), number("points", "20.0", ulp="0.1", modifier="about")),
            "percent_vs_points",
        ),
        ("equal", {"a": {"value": "12460"}, "b": "f1"}, (count(1246, modifier="about"),), "digit"),
        ("equal", SAME, (money("188", 10**9, modifier="about"), money("188", 10**6)), "magnitude"),
        ("equal", SAME, (number("measure", "1240", modifier="about"), measure("12.4", "0.1")), "separator"),
        ("sum", SUM, (count(55), count(76, modifier="about"), count(21)), "swapped"),
        ("share", SHARE, (count(37), count(80, modifier="about"), percent("30.83"), count(120)), "other_base"),
    ],
)
def test_the_modifier_stays_outside(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], slip: str
) -> None:
    check = check_one(kind, fields, **operands)
    assert slip in [each.kind for each in check.diagnosis]
    for each in check.diagnosis:
        assert "khoảng" not in each.message.vi
        assert "about" not in each.message.en


ELEVEN = [1000 + 137 * n for n in range(11)]


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "swaps"),
    [
        ("difference", MINUS, (count(21), count(55), count(34)), [("f1", "f2"), ("f1", "f3")]),
        ("change", UP, (count(60), count(30), times("2")), [("f1", "f2")]),
        ("product", PRODUCT, (count(19800), count(1100), count(18)), [("f1", "f3")]),
        ("product", PRODUCT, (number("measure", 19800), count(1100), count(18)), [("f1", "f3")]),
        ("product", PRODUCT, (number("measure", 19800), count(1100), number("money", 18)), [("f1", "f3")]),
        ("product", PRODUCT, (count(19800), count(1100), number("money", 18)), [("f1", "f3")]),
        ("product", PRODUCT, (number("duration", 19800), count(1100), number("money", 18)), []),
        ("product", {"factors": [{"value": "19800"}, "f1"], "result": "f2"}, (count(1100), count(18)), []),
        ("mean", {"total": "f1", "count": "f2", "mean": "f3"}, (count(3), count(2061), count(687)), [("f1", "f2")]),
        ("sum", SUM, (count(55), count(76), count(21)), [("f2", "f3")]),
        ("sum", SUM, (count(55), between("count", "70", "82"), count(21)), []),
        # A percentage is not mistaken for what it is taken of.
        ("share", SHARE, (percent("80"), percent("40"), percent("50")), [("f1", "f2")]),
        ("share", SHARE, (percent("50"), percent("20"), percent("10")), []),
        # In twelve figures, but no more, a pair is looked for.
        (
            "sum",
            {"parts": [f"f{n}" for n in range(1, 12)], "total": "f12"},
            (count(sum(ELEVEN)), *map(count, ELEVEN[1:]), count(1000)),
            [("f1", "f12")],
        ),
        (
            "sum",
            {"parts": [f"f{n}" for n in range(1, 13)], "total": "f13"},
            (count(sum(ELEVEN) + 5000), *map(count, ELEVEN[1:]), count(5000), count(1000)),
            [],
        ),
    ],
)
def test_which_figures_may_have_changed_places(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], swaps: list[tuple[str, str]]
) -> None:
    check = check_one(kind, fields, **operands)
    assert check.verdict == "inconsistent"
    assert [(each.operand, each.other) for each in check.diagnosis if each.kind == "swapped"] == swaps


@pytest.mark.parametrize(
    ("figure", "meant", "shifted"),
    [
        (count(2700), "2.7", None),  # a count stays whole, and only the mark before three digits moves in it
        (count(27000), "27", "27"),
        (count(27000), "270", None),
        (count(270), "0.27", None),
        (number("measure", "12485"), "124.85", "124.85"),
        (number("measure", "12485"), "12.485", "12.485"),
        (number("measure", "12485"), "1.2485", None),
        # Half a unit of its last digit is left to the shifted number.
        (number("measure", "12485"), "124.8545", "124.85"),
        (number("measure", "12485"), "124.8455", "124.85"),
        (number("measure", "12485"), "124.8555", None),
        (number("measure", "12485"), "124.8445", None),
        (number("measure", "12485", modifier="about"), "124.8545", "124.85"),
        (number("measure", "0.125", ulp="0.001"), "125", "125"),
        (number("measure", "1.2345", ulp="0.0001"), "12345", None),
        (number("measure", "-12485"), "-124.85", None),
        (number("measure", "12485", text="mười hai nghìn"), "124.85", None),
    ],
)
def test_a_separator_moves_by_at_most_three_places(figure: dict[str, Any], meant: str, shifted: str | None) -> None:
    check = check_one("equal", (figure,), a={"value": meant}, b="f1")
    assert check.verdict == "inconsistent"
    found = [str(each.values[0]) for each in check.diagnosis if each.kind == "separator"]
    assert found == ([] if shifted is None else [shifted])


@pytest.mark.parametrize(
    ("figure", "meant", "values"),
    [
        (money("188", 10**9), "188E6", ["188000000"]),
        (money("188", 10**6), "188E9", ["188000000000"]),
        (money("188", 10**6), "188E12", []),
        (money("188", 10**3), "188", ["188"]),
        (count(1), "1000", ["1000"]),
        (number("money", "188000"), "188", []),  # printed without a magnitude word
        (number("money", "188"), "188000", ["188000"]),
        (count(188), "188000", ["188000"]),
        (percent("188"), "188000", []),
        (number("duration", "188"), "188000", []),
        (points("188"), "188000", []),
        (between("count", "180", "190"), "185000", []),
        (number("money", "-188"), "-188000", []),
    ],
)
def test_a_magnitude_is_a_thousandfold(figure: dict[str, Any], meant: str, values: list[str]) -> None:
    check = check_one("equal", (figure,), a={"value": meant}, b="f1")
    assert check.verdict == "inconsistent"
    assert [str(each.values[0]) for each in check.diagnosis if each.kind == "magnitude"] == values


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "slips"),
    [
        # Each figure may have slipped; what gives the same value is told once.
        ("equal", SAME, (number("measure", "12485"), measure("124.85", "0.01")), ["separator f1", "separator f2"]),
        ("equal", SAME, (measure("124.85", "0.01"), number("measure", "12485")), ["separator f1", "separator f2"]),
        ("equal", SAME, (measure("124.85", "0.01") | {"text": "trăm"}, number("measure", "12485")), ["separator f2"]),
        ("equal", SAME, (money("1880", 10**9), money("1.88", 10**9)), ["separator f1", "magnitude f2"]),
        # A literal is no figure of the article, and a number below zero or of many digits is left alone.
        (
            "product",
            {"factors": ["f1", {"value": "12"}], "result": "f2"},
            (money("180", 10**6), money("2160", 10**9)),
            ["separator f2", "magnitude f1"],
        ),
        ("equal", SAME, (number("measure", "-12"), number("measure", "-21")), []),
        ("equal", SAME, (number("measure", f"1{0:016}21"), number("measure", f"1{0:015}21")), ["digit f2"]),
    ],
)
def test_every_figure_is_tried(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], slips: list[str]
) -> None:
    check = check_one(kind, fields, **operands)
    assert [f"{each.kind} {each.operand}" for each in check.diagnosis if each.kind != "swapped"] == slips


def test_a_range_has_no_printed_value() -> None:
    check = check_one("change", (count(85), count(140), between("percent", "160", "170")), **UP)
    assert (check.diagnosis[0].kind, check.diagnosis[0].printed) == ("increase_vs_multiple", None)


def test_the_likelier_slip_of_several_is_told_first() -> None:
    check = check_one("change", (count(200), count(130), percent("35")), **UP)
    assert [(each.kind, each.operand) for each in check.diagnosis] == [("swapped", "f3"), ("other_base", "f1")]
    check = check_one("equal", (money("188", 10**9, modifier="about"), money("188", 10**6)), **SAME)
    assert [each.kind for each in check.diagnosis] == ["magnitude", "magnitude", "digit"]
    check = check_one("equal", (number("measure", "100"),), a={"value": "10"}, b="f1")
    assert [each.kind for each in check.diagnosis] == ["separator", "digit"]


SWAPPED, CHANGED, DOUBLED, LOST, ADDED = (
    "đảo hai chữ số",
    "sai một chữ số",
    "lặp một chữ số",
    "thiếu một chữ số",
    "thừa một chữ số",
)


@pytest.mark.parametrize(
    ("printed", "meant", "slip"),
    [
        ("1234", "1243", SWAPPED),
        ("1234", "2134", SWAPPED),
        ("12", "21", SWAPPED),
        ("12.34", "12.43", SWAPPED),
        ("12.34", "13.24", SWAPPED),
        ("0.05", "0.50", SWAPPED),
        ("123456789012345678", "123456789012345687", SWAPPED),
        ("1234567890123456789", "1234567890123456798", None),  # more digits than any quantity has
        ("7", "8", CHANGED),
        ("4231", "9231", CHANGED),
        ("4231", "4230", CHANGED),
        ("12.34", "12.39", CHANGED),
        ("0.5", "1.5", CHANGED),
        ("0", "5", CHANGED),
        ("42231", "4231", DOUBLED),
        ("1001", "101", DOUBLED),
        ("12.334", "12.34", DOUBLED),
        ("99.5", "9.5", DOUBLED),
        ("4231", "42231", LOST),
        ("1246", "12460", LOST),
        ("1246", "91246", LOST),
        ("5", "15", LOST),
        ("12.34", "112.34", LOST),
        ("12.34", "12.534", LOST),
        ("12.34", "12.034", LOST),
        ("0.5", "10.5", LOST),
        ("42931", "4231", ADDED),
        ("931", "31", ADDED),
        ("15", "5", ADDED),
        ("10", "0", ADDED),
        ("12.534", "12.34", ADDED),
        ("10.5", "0.5", ADDED),
        # Two slips at once, and digits that no number begins with.
        ("1234", "2143", None),
        ("105", "5", None),
        ("1234", "123456", None),
    ],
)
def test_one_digit(printed: str, meant: str, slip: str | None) -> None:
    decimals = len(printed.partition(".")[2])
    figure = number("measure", printed, ulp=f"1E-{decimals}" if decimals else None)
    check = check_one("equal", (figure,), a={"value": meant}, b="f1")
    assert check.verdict == "inconsistent"
    if slip is None:
        assert check.diagnosis == ()
    else:
        (found,) = check.diagnosis
        assert (found.kind, found.operand, str(found.values[0])) == ("digit", "f1", meant)
        assert f"({slip})" in found.message.vi


def test_a_last_decimal_left_out_is_no_slip() -> None:
    check = check_one("equal", (measure("12.3", "0.1"),), a={"value": "12"}, b="f1")
    (found,) = check.diagnosis
    assert [str(value) for value in found.values] == ["12.0"]


@pytest.mark.parametrize("kind", ["change", "multiple", "share"])
def test_a_rise_told_as_a_multiple(kind: str) -> None:
    operands = {"change": UP, "multiple": FOLD, "share": SHARE}[kind]
    ends = (count(100), count(310)) if kind == "change" else (count(310), count(100))
    best = check_one(kind, (*ends, times("2.1")), **operands).diagnosis[0]
    assert (best.kind, str(best.values[0])) == ("increase_vs_multiple", "3.1")
    assert best.message.vi == "khớp nếu đọc là “tăng thêm 2,1 lần” thay vì “gấp 2,1 lần”"


@pytest.mark.parametrize(
    ("fields", "points_meant"),
    [
        ((percent("14"), percent("21"), percent("7")), True),
        ((points("14"), points("21"), percent("7")), True),
        ((percent("14"), points("21"), percent("7")), True),
        ((count(14), percent("21"), percent("7")), False),
        ((percent("14"), count(21), percent("7")), False),
        ((count(14), count(21), percent("7")), False),
    ],
)
def test_only_rates_differ_by_points(fields: tuple[dict[str, Any], ...], points_meant: bool) -> None:
    check = check_one("change", fields, **UP)
    assert ("percent_vs_points" in [each.kind for each in check.diagnosis]) == points_meant


@pytest.mark.parametrize(
    ("part", "base", "printed", "best", "cost"),
    [
        # How far the base lies that the percentage singles out.
        (37, 81, "37.00", "100", Cost.NEAR_BASE),
        (37, 80, "37.00", "100", Cost.NEAR_BASE),
        (37, 79, "37.00", "100", Cost.FAR_BASE),
        (37, 100, "46.25", "80", Cost.FAR_BASE),
        (37, 50, "37.00", "100", Cost.FAR_BASE),
        (37, 49, "37.00", "100", Cost.ANY_BASE),
        (37, 200, "37.00", "100", Cost.FAR_BASE),
        (37, 201, "37.00", "100", Cost.ANY_BASE),
        (37, 800, "37.00", "100", Cost.ANY_BASE),
        (37, 801, "37.00", None, None),
        (37, 13, "37.00", "100", Cost.ANY_BASE),
        (37, 12, "37.00", None, None),
        (70, 200, "35.9", "195", Cost.FAR_BASE),
        # Where several whole numbers fit, one always does; of six or more none is told.
        (200, 570, "36.0", "556", Cost.ANY_BASE),
        (700, 1960, "36.0", None, None),
        # The membership of a body.
        (443, 448, "91.53", "484", Cost.NAMED_BASE),
    ],
)
def test_how_likely_a_base_is(part: int, base: int, printed: str, best: str | None, cost: Cost | None) -> None:
    made = figures(count(part), count(base), percent(printed))
    assessment = assess(claim("share", **SHARE), Operands(made))
    assert assessment.verdict == "inconsistent"
    assert assessment.relation is not None
    assert assessment.computed is not None
    case = Case(assessment.claim, assessment.relation, assessment.computed, Evidence(made, [assessment]))
    found = list(other_base.suggest(case))
    assert [(str(each.values[0][0]), each.cost) for each in found] == ([] if best is None else [(best, cost)])


def test_the_nearest_bases_are_told_first() -> None:
    check = check_one("share", (count(70), count(200), percent("35.9")), **SHARE)
    [base] = [each for each in check.diagnosis if each.kind == "other_base"]
    assert [str(value) for value in base.values] == ["195"]
    check = check_one("share", (count(200), count(570), percent("36.0")), **SHARE)
    [base] = [each for each in check.diagnosis if each.kind == "other_base"]
    assert [str(value) for value in base.values] == ["556", "555"]


def test_a_base_that_is_known_is_told_before_others_that_fit() -> None:
    check = check_one("share", (count(200), count(570), percent("36.0"), count(555)), **SHARE)
    [base] = [each for each in check.diagnosis if each.kind == "other_base"]
    assert [str(value) for value in base.values] == ["555", "556"]
    assert base.message.vi == "khớp nếu tính trên 555 thay vì 570 (555 cũng có trong bài)"
    check = check_one("share", (count(443), count(448), percent("91.5"), count(485)), **SHARE)
    [base] = [each for each in check.diagnosis if each.kind == "other_base"]
    assert str(base.values[0]) == "484"
    assert base.message.vi.startswith("khớp nếu tính trên 484 thay vì 448 (484 là tổng số đại biểu Quốc hội")


@pytest.mark.parametrize(
    ("percentage", "told"),
    [
        (percent("91.53", modifier="about"), None),
        (between("percent", "81.1", "81.2"), ["546"]),
    ],
)
def test_what_is_only_about_right_is_not_taken_as_cut(percentage: dict[str, Any], told: list[str] | None) -> None:
    check = check_one("share", (count(443), count(448), percentage), **SHARE)
    found = [[str(value) for value in each.values] for each in check.diagnosis if each.kind == "other_base"]
    assert found == ([] if told is None else [told])


def _evidence() -> Evidence:
    """f1 + f2 = f3 holds, f1 + f4 = f5 and f4 + f5 = f6 and f5 = f7 do not; f3 is told again as f8 and holds."""
    made = figures(
        count(120), count(305), count(425), count(50), count(171), count(100), count(99), count(425), count(12000)
    )
    claims = [
        claim("sum", id="c1", parts=["f1", "f2"], total="f3"),
        claim("sum", id="c2", parts=["f1", "f4"], total="f5"),
        claim("sum", id="c3", parts=["f4", "f5"], total="f6"),
        claim("equal", id="c4", a="f5", b="f7"),
        claim("sum", id="c5", parts=["f1", "f1"], total="f7"),
        claim("equal", id="c6", a="f3", b="f8"),
        claim("share", id="c7", part="f1", whole="f99", percent="f2"),
    ]
    operands = Operands(made)
    return Evidence(made, [assess(each, operands) for each in claims])


@pytest.mark.parametrize(
    ("ref", "trust"),
    [
        (None, 1),  # a literal is no figure that can be wrong
        ("f2", 1),
        ("f3", 1),
        ("f8", 1),
        ("f1", 0),  # holds in one claim and fails in two others
        ("f4", -1),
        ("f5", -1),
        ("f6", 0),
        ("f7", -1),
        ("f9", 0),
    ],
)
def test_whom_other_claims_trust(ref: str | None, trust: int) -> None:
    assert _evidence().trust(ref) == trust


def test_which_claims_fail() -> None:
    assert [each.claim.id for each in _evidence().failing] == ["c2", "c3", "c4", "c5"]


@pytest.mark.parametrize(
    ("value", "apart_from", "elsewhere"),
    [
        ("425", set(), True),
        ("425", {"f3"}, True),
        ("425", {"f3", "f8"}, False),
        ("100", set(), True),  # three digits
        ("99", set(), False),
        ("171", set(), True),
        ("172", set(), False),
        ("12000", set(), False),  # a round number tells nothing
        ("0", set(), False),
    ],
)
def test_what_is_printed_elsewhere(value: str, apart_from: set[str], elsewhere: bool) -> None:
    assert _evidence().printed_elsewhere(Fraction(value), frozenset(apart_from)) == elsewhere


@pytest.mark.parametrize(
    ("printed", "value", "elsewhere"),
    [
        ("9900", 9900, True),
        ("10000", 10000, False),
        ("10100", 10100, True),
        ("12300", 12300, True),
        ("1230000", 1230000, True),
        ("11000", 11000, False),
        ("990000", 990000, False),
        ("100000", 100000, False),
    ],
)
def test_round_numbers_are_met_by_chance(printed: str, value: int, elsewhere: bool) -> None:
    assert Evidence(figures(number("count", printed)), []).printed_elsewhere(Fraction(value), frozenset()) == elsewhere


@pytest.mark.parametrize(
    ("low", "high", "apart_from", "found"),
    [
        (100, 171, set(), [100, 120, 171]),
        (101, 170, set(), [120]),
        (120, 120, {"f1"}, []),
        (425, 425, {"f3"}, [425]),
        (425, 425, {"f3", "f8"}, []),
        (500, 600, set(), []),
    ],
)
def test_numbers_of_the_article_within_an_interval(low: int, high: int, apart_from: set[str], found: list[int]) -> None:
    assert list(_evidence().numbers_within(Fraction(low), Fraction(high), frozenset(apart_from))) == found


def test_both_sides_of_a_ratio_are_evidence() -> None:
    evidence = Evidence(figures(ratio(312, 407), number("count", "1E+400")), [])
    assert list(evidence.numbers_within(Fraction(300), Fraction(500), frozenset())) == [312, 407]


def _slip(kind: str, operand: str, *values: str) -> Diagnosis:
    return Diagnosis.model_validate(
        {"kind": kind, "operand": operand, "values": values, "message": {"vi": "khớp", "en": "it fits"}}
    )


@pytest.mark.parametrize(
    ("diagnoses", "only"),
    [
        ([], False),
        ([_slip("other_base", "f2", "71")], True),
        ([_slip("other_base", "f2", "71", "72"), _slip("digit", "f2", "71")], True),
        ([_slip("other_base", "f2", "71"), _slip("other_base", "f1", "80")], True),
        ([_slip("other_base", "f2", "71"), _slip("digit", "f2", "75")], False),
        ([_slip("other_base", "f2", "71"), _slip("digit", "f1", "71")], False),
        ([_slip("digit", "f2", "71"), _slip("other_base", "f2", "71")], False),
        ([_slip("other_base", "f2", "71"), _slip("digit", "f2", "71"), _slip("swapped", "f1", "9")], False),
    ],
)
def test_where_nothing_but_the_base_differs(diagnoses: list[Diagnosis], only: bool) -> None:
    assert only_the_base_differs(diagnoses) == only


def test_an_exchange_must_mend_both_claims() -> None:
    made = figures(ratio(312, 400), percent("43.9"), ratio(137, 312), percent("77.0"))
    claims = [
        claim("share", id="c1", part="f1.numerator", whole="f1.denominator", percent="f2"),
        claim("share", id="c2", part="f3.numerator", whole="f3.denominator", percent="f4"),
    ]
    for check in check_claims(claims, made):
        assert check.verdict == "inconsistent"
        assert "swapped" not in [each.kind for each in check.diagnosis]


@pytest.mark.parametrize(("kind", "exchanged"), [("measure", True), ("count", False)])
def test_a_figure_is_exchanged_with_one_of_its_own_kind(kind: str, exchanged: bool) -> None:
    made = figures(
        count(10),
        count(20),
        number(kind, 70),
        *(number("measure", value) for value in (30, 40, 30)),
        number("count", 9),
    )
    claims = [
        claim("sum", id="c1", parts=["f1", "f2"], total="f3"),
        claim("sum", id="c2", parts=["f4", "f5"], total="f6"),
    ]
    for check, pair in zip(check_claims(claims, made), (("f3", "f6"), ("f6", "f3")), strict=True):
        assert check.verdict == "inconsistent"
        found = [(each.operand, each.other) for each in check.diagnosis if each.kind == "swapped"]
        assert (pair in found) == exchanged
