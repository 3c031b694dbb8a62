"""Which slip is named for a claim that fails."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.records import Check
from extractor.validator import check_claims

from .builders import check_one, check_share, claim, count, figures, money, number, percent, points, ratio, times


def _best(check: Check) -> tuple[str, str | None, str | None, list[str]]:
    best = check.diagnosis[0]
    return best.kind, best.operand, best.printed, [str(value) for value in best.values]


@pytest.mark.parametrize(
    ("part", "whole", "value", "kind", "operand", "first"),
    [
        (6, 70, "8.45", "other_base", "f1.denominator", "71"),
        (443, 448, "91.53", "other_base", "f1.denominator", "484"),
        (408, 450, "84.30", "other_base", "f1.denominator", "484"),
        (374, 446, "77.27", "other_base", "f1.denominator", "484"),
        (47, 52, "87.03", "other_base", "f1.denominator", "54"),
        (51, 52, "94.4", "other_base", "f1.denominator", "54"),
        (78, 79, "92.86", "other_base", "f1.denominator", "84"),
        (241, 362, "59.2", "other_base", "f1.denominator", "407"),
        (101, 2595, "4.24", "digit", "f1.numerator", "110"),
        (185, 263, "78", "digit", "f1.denominator", "236"),
        (44, 48, "96.7", "digit", "f2", "91.7"),
        (42, 46, "93.10", "digit", "f2", "91.30"),
        (649, 1240, "62.34", "digit", "f2", "52.34"),
        (649, 1240, "552.34", "digit", "f2", "52.34"),
        (649, 1240, "5.234", "separator", "f2", "52.34"),
        (1240, 649, "52.34", "swapped", "f1.numerator", "649"),
        (1640, 1000, "64.0", "increase_vs_multiple", "f2", "164.0"),
    ],
)
def test_share(part: int, whole: int, value: str, kind: str, operand: str, first: str) -> None:
    best = _best(check_share(part, whole, value))
    assert (best[0], best[1], best[3][0]) == (kind, operand, first)


OLD_NEW = {"old": "f1", "new": "f2", "percent": "f3", "direction": "up"}
MINUS = {"larger": "f1", "smaller": "f2", "difference": "f3"}


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "best"),
    [
        ("change", OLD_NEW, (count(85), count(140), percent("164")), ("increase_vs_multiple", "f3", "164", ["65"])),
        (
            "change",
            OLD_NEW,
            (count(85), count(140), percent("1.65")),
            ("increase_vs_multiple", "f3", "1.65", ["64.71"]),
        ),
        (
            "change",
            {**OLD_NEW, "direction": "down"},
            (count(200), count(70), percent("35")),
            ("increase_vs_multiple", "f3", "35", ["65"]),
        ),
        ("change", OLD_NEW, (count(140), count(85), percent("64.7")), ("swapped", "f1", "140", ["85"])),
        ("change", OLD_NEW, (percent("14"), percent("21"), percent("7")), ("percent_vs_points", "f3", "7", ["50"])),
        (
            "difference",
            MINUS,
            (percent("4.05"), percent("3.24"), points("20")),
            ("percent_vs_points", "f3", "20", ["1"]),
        ),
        (
            "multiple",
            {"larger": "f1", "smaller": "f2", "multiple": "f3"},
            (count(310), count(100), times("2.1")),
            ("increase_vs_multiple", "f3", "2.1", ["3.1"]),
        ),
        ("equal", {"a": "f1", "b": "f2"}, (count(12460), count(1246)), ("digit", "f2", "1246", ["12460"])),
        (
            "sum",
            {"parts": ["f1", "f2"], "total": "f3"},
            (
                number("measure", "48.6", ulp="0.1"),
                number("measure", "76.25", ulp="0.01"),
                number("measure", "1248.5", ulp="0.1"),
            ),
            ("separator", "f3", "1248.5", ["124.85"]),
        ),
    ],
)
def test_other_kinds(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], best: tuple[Any, ...]
) -> None:
    assert _best(check_one(kind, fields, **operands)) == best


def test_million_for_billion() -> None:
    fields = (money("180", 10**6), money("2.16", 10**6))
    check = check_one("product", fields, factors=["f1", {"value": "12"}], result="f2")
    found = {(each.kind, each.operand, str(each.values[0])) for each in check.diagnosis}
    assert found == {("magnitude", "f1", "180000"), ("magnitude", "f2", "2160000000")}


def test_the_national_assembly_is_named() -> None:
    check = check_share(443, 448, "91.53", "đại biểu")
    assert check.severity == "low"
    assert "(484 là tổng số đại biểu Quốc hội)" in check.message.vi
    assert "(484 is the full membership of the National Assembly)" in check.message.en


def test_the_term_is_named_where_the_number_says_which() -> None:
    check = check_share(470, 480, "94.00", "đại biểu")
    assert "500 là tổng số đại biểu Quốc hội khóa XIII" in check.message.vi
    assert "500 is the full membership of the 13th National Assembly" in check.message.en


def test_the_noun_may_stand_in_the_concept() -> None:
    made = figures(ratio(156, 456, "ý kiến") | {"concept": "đại biểu"}, percent("32.16"))
    [check] = check_claims([claim("share", part="f1.numerator", whole="f1.denominator", percent="f2")], made)
    assert "485 là tổng số đại biểu Quốc hội" in check.message.vi


def test_a_base_many_times_smaller_is_no_mistaken_base() -> None:
    check = check_share(220, 88350, "97.8", "trẻ")
    assert "other_base" not in [each.kind for each in check.diagnosis]
    assert check.severity == "high"


def test_a_slip_may_have_made_the_smaller_level_the_larger() -> None:
    check = check_one("difference", (count(98), count(24), count(6)), larger="f1", smaller="f2", difference="f3")
    assert _best(check) == ("digit", "f1", "98", ["18"])
    swap = check_one("difference", (count(24), count(46), count(22)), larger="f2", smaller="f1", difference="f3")
    assert swap.verdict == "consistent"
    swapped = check_one("difference", (count(55), count(21), count(76)), larger="f1", smaller="f2", difference="f3")
    places = {(each.operand, each.other) for each in swapped.diagnosis if each.kind == "swapped"}
    assert places == {("f1", "f3"), ("f2", "f3")}


def test_pupils_are_no_deputies() -> None:
    assert "Quốc hội" not in check_share(443, 448, "91.53", "học sinh").message.vi


def test_a_base_over_which_all_shares_of_the_same_whole_hold_is_named_first() -> None:
    made = figures(ratio(6, 70), percent("8.45"), ratio(39, 70), percent("54.9"), ratio(2, 70), percent("3"))
    claims = [
        claim("share", id=f"c{i}", part=f"f{i}.numerator", whole=f"f{i}.denominator", percent=f"f{i + 1}")
        for i in (1, 3, 5)
    ]
    first, second, third = check_claims(claims, made)
    for check in (first, second):
        assert (check.verdict, check.diagnosis[0].kind) == ("inconsistent", "other_base")
        assert [str(value) for value in check.diagnosis[0].values] == ["71"]
        assert "khi đó các tỷ lệ khác ghi trên 70 cũng khớp" in check.message.vi
        assert "the other shares of 70 then fit too" in check.message.en
    assert third.verdict == "consistent"
    # Claims over another whole, of another kind or with a percentage around zero stand beside it.
    beside = figures(
        *(ratio(30, 80), percent("10"), count(70), count(90), percent("7")),
        *(ratio(6, 70), percent("8.45"), ratio(39, 70), percent("54.9")),
        *(ratio(40, 70), percent("0")),
    )
    others = [
        claim("share", id="c1", part="f1.numerator", whole="f1.denominator", percent="f2"),
        claim("change", id="c3", old="f3", new="f4", percent="f5", direction="up"),
        *(
            claim("share", id=f"c{i}", part=f"f{i}.numerator", whole=f"f{i}.denominator", percent=f"f{i + 1}")
            for i in (6, 8, 10)
        ),
    ]
    assert "then fit too" in check_claims(others[:4], beside)[2].message.en
    assert not any("then fit too" in check.message.en for check in check_claims(others, beside)[2:4])
    # What is told again says nothing new, and neither does a share that no single whole number reconciles.
    for again in (ratio(6, 70), percent("8.45")), (ratio(39, 70), percent("75.2")):
        for check in check_claims(claims[:2], figures(ratio(6, 70), percent("8.45"), *again)):
            assert "then fit too" not in check.message.en


def test_a_base_that_the_article_prints_is_named_first() -> None:
    made = figures(ratio(2945, 3500), percent("72"), count(4090))
    [check] = check_claims([claim("share", part="f1.numerator", whole="f1.denominator", percent="f2")], made)
    assert _best(check) == ("other_base", "f1.denominator", "3500", ["4090"])
    assert "4.090 cũng có trong bài" in check.message.vi


def test_other_base_of_a_change_is_the_level_it_was_taken_from() -> None:
    check = check_one("change", (count(1200), count(1500), percent("22.55")), **OLD_NEW)
    assert ("other_base", "f1") in [(each.kind, each.operand) for each in check.diagnosis]


def test_a_value_printed_elsewhere_is_likelier() -> None:
    operands = {"parts": ["f1", "f2", "f3"], "total": "f4"}
    fields = (count(4151), count(2038), count(1027), count(7206))
    alone = check_one("sum", fields, **operands)
    [informed] = check_claims([claim("sum", **operands)], figures(*fields, count(1017)))
    assert alone.diagnosis[0].operand != "f3"
    assert _best(informed) == ("digit", "f3", "1027", ["1017"])
    assert "cũng có trong bài" in informed.message.vi


def test_a_figure_that_holds_elsewhere_is_trusted() -> None:
    made = figures(count(451), count(138), count(599), count(451))
    total = claim("sum", id="c1", parts=["f1", "f2"], total="f3")
    restated = claim("equal", id="c2", a="f1", b="f4")
    alone, (informed, _) = check_claims([total], made), check_claims([total, restated], made)
    assert "f1" in [each.operand for each in alone[0].diagnosis[:2]]
    assert informed.diagnosis[-1].operand == "f1"


def test_two_figures_exchanged_between_two_claims() -> None:
    made = figures(ratio(312, 400), percent("43.9"), ratio(137, 312), percent("78.0"))
    claims = [
        claim("share", id="c1", part="f1.numerator", whole="f1.denominator", percent="f2"),
        claim("share", id="c2", part="f3.numerator", whole="f3.denominator", percent="f4"),
    ]
    for check, values in zip(check_claims(claims, made), (["78.0"], ["43.9"]), strict=True):
        assert _best(check)[::3] == ("swapped", values)


def test_only_a_few_diagnoses_are_given() -> None:
    operands = {"parts": [f"f{n}" for n in range(1, 11)], "total": "f11"}
    fields = [count(100 + 11 * n) for n in range(10)]
    check = check_one("sum", (*fields, count(1595)), **operands)
    assert check.verdict == "inconsistent"
    assert len(check.diagnosis) == 6


def test_numbers_in_words_have_no_digits_to_slip() -> None:
    fields = (count(21, text="hai mươi mốt hộ"), count(9), count(21))
    check = check_one("sum", fields, parts=["f1", "f2"], total="f3")
    assert "f1" not in [each.operand for each in check.diagnosis]


def test_none_is_given_where_none_explains() -> None:
    check = check_share(2945, 3500, "72")
    assert (check.verdict, check.severity, check.diagnosis) == ("inconsistent", "high", ())


def test_a_figure_that_stands_elsewhere_would_add_up() -> None:
    made = figures(count(3915), count(8545), count(9835), count(12460))
    [check] = check_claims([claim("sum", parts=["f1", "f2"], total="f3")], made)
    assert _best(check) == ("swapped", "f3", "9835", ["12460"])
    assert check.diagnosis[0].other == "f4"
    assert check.diagnosis[0].message.vi == "khớp nếu 9.835 là 12.460, con số bài ghi ở chỗ khác"


def test_the_part_of_a_share_may_stand_elsewhere() -> None:
    made = figures(count(1204), count(3600), percent("65.94"), count(2374))
    [check] = check_claims([claim("share", part="f1", whole="f2", percent="f3")], made)
    assert ("swapped", "f4", "2374") in [(d.kind, d.other, str(d.values[0])) for d in check.diagnosis if d.values]
    to_whole = figures(count(1204), count(3600), percent("66"), count(2374))
    [check] = check_claims([claim("share", part="f1", whole="f2", percent="f3")], to_whole)
    assert [each.kind for each in check.diagnosis if each.other == "f4"] == []


def test_a_digit_of_what_a_percentage_was_cut_from() -> None:
    # 38 of 112 are 33,928…%
    check = check_share(83, 112, "33.92")
    assert ("digit", ["38"]) in [(each.kind, [str(value) for value in each.values]) for each in check.diagnosis]


def test_what_stands_elsewhere_is_of_the_same_kind_and_unit() -> None:
    fields = (count(3915, unit="hồ sơ"), count(8545, unit="hồ sơ"), count(9835, unit="hồ sơ"))
    others = (count(12460, unit="hộ"), money("12460", 10**3, unit="hồ sơ"), count(12460, unit="hồ sơ"))

    def names(*elsewhere: dict[str, Any]) -> list[str | None]:
        made = figures(*fields, *elsewhere)
        [check] = check_claims([claim("sum", parts=["f1", "f2"], total="f3")], made)
        return [each.other for each in check.diagnosis if each.other is not None]

    assert names(*others[:2]) == []
    assert names(*others) == ["f6"]


def test_any_figure_of_a_sum_may_stand_elsewhere() -> None:
    made = figures(count(3915), count(8545), count(9835), count(12460), count(1290), count(5920))
    [check] = check_claims([claim("sum", parts=["f1", "f2"], total="f3")], made)
    assert {(each.operand, each.other) for each in check.diagnosis if each.other is not None} == {
        ("f3", "f4"),
        ("f1", "f5"),
        ("f2", "f6"),
    }


@pytest.mark.parametrize(
    "fields",
    [
        # What is needed is no one number.
        (count(100), number("count", 50, modifier="about"), count(200), count(145)),
        # What is printed is rounded.
        (number("measure", 100), number("measure", 23), number("measure", "12.5", ulp="0.1"), number("measure", 123)),
    ],
)
def test_only_exact_figures_stand_for_each_other(fields: tuple[dict[str, Any], ...]) -> None:
    [check] = check_claims([claim("sum", parts=["f1", "f2"], total="f3")], figures(*fields))
    assert check.verdict == "inconsistent"
    assert not [each for each in check.diagnosis if each.other == "f4"]
