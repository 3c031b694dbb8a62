"""Verdict, gap and severity of every claim kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from extractor.validator import check_claims

from .builders import (
    between,
    check_one,
    check_share,
    claim,
    count,
    figures,
    money,
    number,
    percent,
    points,
    ratio,
    times,
)


@pytest.mark.parametrize(
    ("part", "whole", "value", "verdict", "gap", "severity"),
    [
        (649, 1240, "52.34", "consistent", "0", None),
        (649, 2710, "24", "consistent", "0", None),
        (1, 8, "12.5", "consistent", "0", None),
        (1, 8, "13", "consistent", "0", None),  # half up
        (1, 8, "12", "consistent", "0", None),  # half even
        (1698, 2005, "84.68", "truncated", "0.33", None),
        (147, 975, "15.07", "truncated", "0.20", None),
        (88, 99, "88.88", "truncated", "0.39", None),
        (48, 49, "97.95", "truncated", "0.42", None),
        (87, 93, "93", "truncated", "0.05", None),
        (202, 561, "36.1", "inconsistent", "0.43", "low"),  # a ceiling
        (649, 1240, "52.36", "inconsistent", "1.63", "high"),
        (6, 70, "8.45", "inconsistent", "11.65", "low"),  # 6/71
        (443, 448, "91.53", "inconsistent", "734.90", "low"),  # 443/484
        (101, 2595, "4.24", "inconsistent", "34.29", "high"),
        (1240, 649, "191.1", "consistent", "0", None),  # over 100% is legal
        (0, 12, "0", "consistent", "0", None),
    ],
)
def test_share(part: int, whole: int, value: str, verdict: str, gap: str, severity: str | None) -> None:
    check = check_share(part, whole, value)
    assert (check.verdict, check.gap, check.severity) == (verdict, Decimal(gap), severity)


ABC = {"part": "f1", "whole": "f2", "percent": "f3"}
OLD_NEW = {"old": "f1", "new": "f2", "percent": "f3"}
MINUS = {"larger": "f1", "smaller": "f2", "difference": "f3"}
FOLD = {"larger": "f1", "smaller": "f2", "multiple": "f3"}
MEAN = {"total": "f1", "count": "f2", "mean": "f3"}
SAME = {"a": "f1", "b": "f2"}


def _sum(n: int) -> dict[str, Any]:
    return {"parts": [f"f{i}" for i in range(1, n)], "total": f"f{n}"}


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "verdict"),
    [
        ("share", ABC, (money("486.8", 10**9), money("672.5", 10**9), percent("72.4")), "consistent"),
        ("share", ABC, (money("486.8", 10**9), money("672.5", 10**9), percent("73.29")), "inconsistent"),
        ("share", ABC, (count(39), count(70), percent("55", modifier="more_than")), "consistent"),
        ("share", ABC, (count(39), count(70), percent("56", modifier="nearly")), "consistent"),
        ("share", ABC, (count(39), count(70), percent("60", modifier="more_than")), "inconsistent"),
        # Thresholds bound one side only, as a result and as an operand.
        ("share", ABC, (count(45), count(52), percent("50", modifier="at_least")), "consistent"),
        ("share", ABC, (count(20), count(52), percent("50", modifier="at_least")), "inconsistent"),
        ("share", ABC, (count(20), count(52), percent("50", modifier="at_most")), "consistent"),
        ("share", ABC, (count(20), count(52), percent("50", modifier="less_than")), "consistent"),
        ("share", ABC, (count(45), count(52), percent("50", modifier="at_most")), "inconsistent"),
        ("share", ABC, (count(500, modifier="at_least"), count(1234), percent("55")), "undetermined"),
        ("share", ABC, (count(500, modifier="at_least"), count(1234), percent("35")), "inconsistent"),
        ("share", ABC, (count(500), count(1234, modifier="at_most"), percent("55")), "undetermined"),
        ("share", ABC, (count(500), count(1234, modifier="at_most"), percent("35")), "undetermined"),
        ("equal", SAME, (count(500, modifier="at_least"), count(900)), "inconsistent"),
        ("share", ABC, (count(6), count(100), between("percent", "5", "7")), "consistent"),
        ("share", ABC, (count(9), count(100), between("percent", "5", "7")), "inconsistent"),
        ("share", ABC, (between("count", "5", "30"), count(100), percent("17")), "undetermined"),
        ("share", ABC, (count(1), count(3), ratio(1, 3)), "consistent"),
        ("share", ABC, (count(2), count(3), ratio(1, 3)), "inconsistent"),
        (
            "share",
            ABC,
            (number("measure", "1.5", ulp="0.1", unit="ha"), number("measure", 20000, unit="m2"), percent("75")),
            "consistent",
        ),
        ("change", {**OLD_NEW, "direction": "up"}, (count(85), count(140), percent("64.7")), "consistent"),
        ("change", {**OLD_NEW, "direction": "up"}, (count(85), count(140), percent("64.70")), "truncated"),
        ("change", {**OLD_NEW, "direction": "up"}, (count(85), count(140), percent("164")), "inconsistent"),
        ("change", {**OLD_NEW, "direction": "down"}, (count(359), count(312), percent("13.09")), "consistent"),
        ("change", {**OLD_NEW, "direction": "down"}, (count(359), count(312), percent("-13.09")), "consistent"),
        ("change", {**OLD_NEW, "direction": "up"}, (count(359), count(312), percent("13.09")), "inconsistent"),
        (
            "change",
            {**OLD_NEW, "direction": "up"},
            (money("4.217", 10**6), money("5.089", 10**6), percent("20.6")),
            "truncated",
        ),
        ("change", {**OLD_NEW, "direction": "up"}, (count(30), count(60), times("2")), "consistent"),
        ("change", {**OLD_NEW, "direction": "down"}, (count(60), count(30), times("2")), "consistent"),
        ("difference", MINUS, (count(274), count(258), count(16)), "consistent"),
        ("difference", MINUS, (count(274), count(258), count(15)), "inconsistent"),
        ("difference", MINUS, (percent("61.9"), percent("55.4"), points("6.5")), "consistent"),
        ("difference", MINUS, (percent("62.6"), percent("50", modifier="at_least"), percent("12.6")), "consistent"),
        (
            "difference",
            MINUS,
            (
                number("measure", "5.5", ulp="0.1", unit="ha"),
                number("measure", "5", ulp="1", unit="ha"),
                number("measure", 5000, unit="m2"),
            ),
            "consistent",
        ),
        ("sum", _sum(4), (count(5), count(61), count(148), count(214)), "consistent"),
        ("sum", _sum(4), (count(5), count(61), count(148), count(215)), "inconsistent"),
        ("sum", _sum(4), (percent("33.3"), percent("33.3"), percent("33.3"), percent("100.0")), "consistent"),
        ("sum", _sum(3), (percent("33.3"), percent("33.3"), percent("66.9")), "inconsistent"),
        ("sum", _sum(4), (count(816), count(9940), count(49961), count(93405)), "inconsistent"),
        ("mean", MEAN, (count(2061), count(3), count(687)), "consistent"),
        ("mean", MEAN, (count(2062), count(3), count(687)), "consistent"),  # 687,3: a whole mean is rounded
        ("mean", MEAN, (count(2063), count(3), count(687)), "truncated"),  # 687,7
        ("mean", MEAN, (count(2065), count(3), count(687)), "inconsistent"),
        (
            "mean",
            MEAN,
            (
                number("measure", 1200, unit="tấn"),
                number("measure", 200, unit="ha"),
                number("measure", 60, unit="tạ/ha"),
            ),
            "consistent",
        ),
        (
            "product",
            {"factors": ["f1", {"value": "12"}], "result": "f2"},
            (money("180", 10**6), money("2.16", 10**9)),
            "consistent",
        ),
        ("product", {"factors": ["f1", "f2"], "result": "f3"}, (count(18), count(1100), count(19800)), "consistent"),
        ("product", {"factors": ["f1", "f2"], "result": "f3"}, (count(18), count(1100), count(18900)), "inconsistent"),
        ("multiple", FOLD, (count(4287), count(1864), times("2.3")), "consistent"),
        ("multiple", FOLD, (count(1042), count(540), times("1.8")), "inconsistent"),
        ("multiple", FOLD, (count(45), count(20), times("2", modifier="more_than")), "consistent"),
        ("multiple", FOLD, (count(10), count(30), ratio(1, 3)), "consistent"),
        ("equal", SAME, (count(649), count(649)), "consistent"),
        ("equal", SAME, (count(649), count(694)), "inconsistent"),
        ("equal", SAME, (number("count", 1200000, ulp=100000, text="1,2 triệu"), count(1234567)), "consistent"),
        ("equal", SAME, (count(22099), count(22000, modifier="more_than")), "consistent"),
        ("equal", SAME, (percent("62.6"), percent("62")), "truncated"),
        ("equal", SAME, (percent("62"), percent("62.6")), "truncated"),
        ("equal", SAME, (percent("62.6"), percent("63")), "consistent"),
        ("equal", SAME, (number("measure", 5, unit="ha"), number("measure", 50000, unit="m2")), "consistent"),
        ("equal", SAME, (money("188", 10**9), money("186", 10**9)), "inconsistent"),
        (
            "percent_sum",
            {"parts": ["f1", "f2", "f3"]},
            (percent("69.87"), percent("25.96"), percent("4.17")),
            "consistent",
        ),
        (
            "percent_sum",
            {"parts": ["f1", "f2", "f3"]},
            (percent("69.1"), percent("28.5"), percent("2.3")),
            "consistent",
        ),
        (
            "percent_sum",
            {"parts": ["f1", "f2", "f3"]},
            (percent("69.1"), percent("28.5"), percent("3.3")),
            "inconsistent",
        ),
    ],
)
def test_each_kind(kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], verdict: str) -> None:
    check = check_one(kind, fields, **operands)
    assert check.verdict == verdict, check.message.vi
    assert (check.severity is None) == (verdict != "inconsistent")
    assert bool(check.diagnosis) <= (verdict == "inconsistent")


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "reason"),
    [
        ("share", ABC, (count(5), count(0), percent("5")), "zero_base"),
        ("change", {**OLD_NEW, "direction": "up"}, (count(0), count(5), percent("5")), "zero_base"),
        ("change", {**OLD_NEW, "direction": "up"}, (number("money", "-3"), count(5), percent("5")), "negative_base"),
        ("mean", MEAN, (count(5), number("measure", "0.4", ulp="1"), count(5)), "zero_base"),
        ("share", ABC, (count(5), count(50), ratio(1, 0)), "unreadable_operand"),
        ("share", {**ABC, "whole": "f9"}, (count(5), count(50), percent("10")), "unreadable_operand"),
        ("share", {**ABC, "whole": "f2.numerator"}, (count(5), count(50), percent("10")), "unreadable_operand"),
        ("share", ABC, (number("count", "1E+400"), count(50), percent("10")), "unreadable_operand"),
        ("percent_sum", {"parts": []}, (), "no_operands"),
        ("product", {"factors": [], "result": "f1"}, (count(5),), "no_operands"),
    ],
)
def test_undetermined_says_why(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], reason: str
) -> None:
    check = check_one(kind, fields, **operands)
    assert (check.verdict, check.reason, check.gap, check.severity) == ("undetermined", reason, None, None)
    assert check.message.vi.startswith("Không kiểm tra được")
    assert not check.diagnosis


def test_computed_is_rounded_outward_two_digits_beyond_the_print() -> None:
    check = check_share(649, 1240, "52.34")
    assert check.computed == (Decimal("52.3387"), Decimal("52.3388"))
    assert check.published == (Decimal("52.335"), Decimal("52.345"))
    assert check.model_dump(mode="json")["computed"] == ["52.3387", "52.3388"]


def test_exact_results_print_short() -> None:
    check = check_one("sum", (count(5), count(6), count(11)), parts=["f1", "f2"], total="f3")
    assert [str(end) for end in (*(check.computed or ()), *(check.published or ()))] == ["11", "11", "11", "11"]


def test_decimals_of_a_ratio_are_rounded_ones() -> None:
    assert (
        check_one(
            "share", (ratio("44.9", 92), percent("48.86")), part="f1.numerator", whole="f1.denominator", percent="f2"
        ).verdict
        == "consistent"
    )


def test_an_alternative_reading_may_be_what_fits() -> None:
    fields = (count(620), number("count", "1.240", ulp="0.001", text="1.240 hộ", alternatives=["1240"]), percent("50"))
    check = check_one("share", fields, part="f1", whole="f2", percent="f3")
    assert check.verdict == "consistent"
    assert check.message.vi == "620 / 1.240 = 50%: khớp (1.240 hộ đọc là 1.240)"


def test_two_figures_may_both_need_their_alternative_reading() -> None:
    fields = (
        number("count", 1240, text="1,240", alternatives=["1.240"]),
        number("count", 3100, text="3,100", alternatives=["3.100"]),
        number("measure", "1.86", ulp="0.01"),
    )
    assert check_one("difference", fields, larger="f2", smaller="f1", difference="f3").verdict == "consistent"


def test_no_reading_fits() -> None:
    fields = (count(620), number("count", 1240, text="1,240", alternatives=["1.240"]), percent("70"))
    check = check_one("share", fields, part="f1", whole="f2", percent="f3")
    assert check.verdict == "inconsistent"
    assert check.computed == (Decimal(50), Decimal(50))


def test_one_check_per_claim_in_order() -> None:
    made = figures(ratio(649, 1240), percent("52.34"), ratio(649, 2710), percent("24"), count(649))
    claims = [
        claim("share", id="c1", part="f1.numerator", whole="f1.denominator", percent="f2"),
        claim("share", id="c2", part="f3.numerator", whole="f3.denominator", percent="f4"),
        claim("equal", id="c3", a="f5", b="f1.numerator"),
        claim("equal", id="c4", a="f1.numerator", b="f3.numerator"),
    ]
    checks = check_claims(claims, made)
    assert [(check.claim, check.verdict) for check in checks] == [(f"c{n}", "consistent") for n in range(1, 5)]
    assert check_claims([], made) == ()
