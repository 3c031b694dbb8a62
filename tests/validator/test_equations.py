"""The equation of each claim kind: which operand stands where, and what each would have to be for the claim to hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import Any

import pytest

from extractor.validator.evaluate import Undecidable, relate
from extractor.validator.intervals import ONE, ZERO, point
from extractor.validator.operands import Operands, Quantity
from extractor.validator.relations import Relation

from .builders import between, check_one, claim, count, figures, number, percent, times

SHARE = {"part": "f1", "whole": "f2", "percent": "f3"}
UP = {"old": "f1", "new": "f2", "percent": "f3", "direction": "up"}
DOWN = {**UP, "direction": "down"}
MINUS = {"larger": "f1", "smaller": "f2", "difference": "f3"}
FOLD = {"larger": "f1", "smaller": "f2", "multiple": "f3"}
MEAN = {"total": "f1", "count": "f2", "mean": "f3"}
SUM = {"parts": ["f1", "f2", "f3"], "total": "f4"}
PRODUCT = {"factors": ["f1", "f2"], "result": "f3"}
SAME = {"a": "f1", "b": "f2"}
WHOLE = {"parts": ["f1", "f2"]}


def ha(value: str, **more: Any) -> dict[str, Any]:
    return number("measure", value, unit="ha", **more)


def m2(value: str, **more: Any) -> dict[str, Any]:
    return number("measure", value, unit="m2", **more)


def exactly(kind: str, value: str) -> dict[str, Any]:
    """A percentage or multiple without a rounded last digit."""
    return number(kind, value)


def _relation(kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...]) -> Relation:
    return relate(claim(kind, **operands), Operands(figures(*fields)))


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "roles", "result"),
    [
        ("share", SHARE, (count(62), count(248), exactly("percent", "25")), ["part", "whole", "percent"], 25),
        ("share", SHARE, (ha("1.5"), m2("20000"), exactly("percent", "75")), ["part", "whole", "percent"], 75),
        ("share", SHARE, (ha("0.2"), ha("0.5"), exactly("percent", "40")), ["part", "whole", "percent"], 40),
        ("share", SHARE, (count(1), count(4), exactly("multiple", "0.25")), ["part", "whole", "percent"], "0.25"),
        ("change", UP, (count(80), count(92), exactly("percent", "15")), ["old", "new", "percent"], 15),
        ("change", DOWN, (count(80), count(68), exactly("percent", "15")), ["old", "new", "percent"], 15),
        ("change", DOWN, (count(80), count(68), exactly("percent", "-15")), ["old", "new", "percent"], -15),
        ("change", UP, (ha("2"), m2("23000"), exactly("percent", "15")), ["old", "new", "percent"], 15),
        ("change", UP, (count(30), count(75), exactly("multiple", "2.5")), ["old", "new", "percent"], "2.5"),
        ("change", DOWN, (count(75), count(30), exactly("multiple", "2.5")), ["old", "new", "percent"], "2.5"),
        ("change", UP, (ha("2"), m2("50000"), exactly("multiple", "2.5")), ["old", "new", "percent"], "2.5"),
        ("difference", MINUS, (count(274), count(258), count(16)), ["larger", "smaller", "difference"], 16),
        ("difference", MINUS, (ha("5.5"), ha("5"), m2("5000")), ["larger", "smaller", "difference"], 5000),
        ("sum", SUM, (count(5), count(61), count(148), count(214)), ["parts", "parts", "parts", "total"], 214),
        ("sum", SUM, (ha("1"), m2("500"), ha("2"), m2("30500")), ["parts", "parts", "parts", "total"], 30500),
        ("mean", MEAN, (count(2061), count(3), exactly("measure", "687")), ["total", "count", "mean"], 687),
        ("product", PRODUCT, (count(18), count(1100), count(19800)), ["factors", "factors", "result"], 19800),
        (
            "product",
            {"factors": ["f1", "f2", "f3"], "result": "f4"},
            (count(12), count(5), count(30), count(1800)),
            ["factors", "factors", "factors", "result"],
            1800,
        ),
        (
            "multiple",
            FOLD,
            (count(90), count(36), exactly("multiple", "2.5")),
            ["larger", "smaller", "multiple"],
            "2.5",
        ),
        (
            "multiple",
            FOLD,
            (ha("9"), m2("36000"), exactly("multiple", "2.5")),
            ["larger", "smaller", "multiple"],
            "2.5",
        ),
        ("equal", SAME, (count(649), count(649)), ["a", "b"], 649),
        (
            "percent_sum",
            WHOLE,
            (exactly("percent", "61.5"), exactly("percent", "38.5")),
            ["parts", "parts", "whole"],
            100,
        ),
    ],
)
def test_an_equation_closes_and_gives_back_each_operand(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], roles: list[str], result: int | str
) -> None:
    relation = _relation(kind, operands, fields)
    assert [slot.field for slot in relation.slots] == roles
    assert relation.published.value == Fraction(result)
    terms = [(slot.power, slot.nominal.low) for slot in relation.slots]
    if relation.operation == "add":
        assert sum(power * term for power, term in terms) == 0
    else:
        assert relation.operation == "multiply"
        assert prod(term**power for power, term in terms) == 1
    if kind != "mean":  # the mean is rounded, so that it leaves the others some room
        assert [relation.solve(i) for i in range(len(roles))] == [point(slot.quantity.value) for slot in relation.slots]
    assert relation.nominal() == relation.published.value


def test_what_may_be_divided_by_zero_gives_nothing() -> None:
    zero = Quantity("f2", ZERO, point(ZERO), None, ONE)
    relation = _relation("multiple", FOLD, (count(90), count(36), times("2.5"))).replaced({1: zero})
    assert relation.index("smaller") == 1
    assert relation.computed() is None
    assert relation.nominal() is None
    assert not relation.holds_with({})
    assert relation.holds_with({1: replace(zero, value=Fraction(36), bounds=point(Fraction(36)))})


def test_where_an_operand_stands() -> None:
    relation = _relation("sum", SUM, (count(5), count(61), count(148), count(214)))
    assert [relation.index(field) for field in ("parts", "total", "whole")] == [0, 3, -1]


@pytest.mark.parametrize(
    ("kind", "operands", "fields", "reason"),
    [
        ("share", SHARE, (count(5), count(0), percent("5")), "zero_base"),
        ("multiple", FOLD, (count(5), count(-2), times("2")), "negative_base"),
        ("change", DOWN, (count(5), count(0), times("2")), "zero_base"),
        ("sum", {"parts": [], "total": "f1"}, (count(5),), "no_operands"),
    ],
)
def test_what_is_undecidable_says_why(
    kind: str, operands: dict[str, Any], fields: tuple[dict[str, Any], ...], reason: str
) -> None:
    with pytest.raises(Undecidable, match=f"^{reason}$") as raised:
        _relation(kind, operands, fields)
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("new", "printed", "computed"), [(996, "0", "0.4"), (995, "0.5", "0.5"), (998, "0.2", "0.2"), (996, "-0.4", "-0.4")]
)
def test_a_fall_of_less_than_one_percent_is_a_fall(new: int, printed: str, computed: str) -> None:
    check = check_one("change", (count(1000), count(new), percent(printed)), **DOWN)
    assert (check.verdict, check.computed) == ("consistent", (Decimal(computed), Decimal(computed)))


@pytest.mark.parametrize(
    ("a", "b", "published"),
    [
        # The one that is printed more coarsely is what the other is held to; of two alike the second.
        (count(649), count(694), (694, 694)),
        (count(22000, modifier="more_than"), count(22099), (22000, 24200)),
        (count(22099), count(22000, modifier="more_than"), (22000, 24200)),
        (between("count", "20", "30"), count(25), (20, 30)),
        (count(25), between("count", "20", "30"), (20, 30)),
        (number("count", 1200000, ulp=100000), count(1234567), (1150000, 1250000)),
        (count(1234567), number("count", 1200000, ulp=100000), (1150000, 1250000)),
        (ha("5.1", ulp="0.1"), m2("51000", ulp="100"), ("5.05", "5.15")),
        (m2("51000", ulp="100"), ha("5.1", ulp="0.1"), ("5.05", "5.15")),
    ],
)
def test_the_coarser_of_two_equal_figures_is_the_one_checked(
    a: dict[str, Any], b: dict[str, Any], published: tuple[int | str, int | str]
) -> None:
    assert check_one("equal", (a, b), **SAME).published == (Decimal(published[0]), Decimal(published[1]))


@pytest.mark.parametrize(
    ("total", "mean", "verdict"),
    [
        ("tấn", "tạ", "inconsistent"),  # 600 tấn / 3 = 2.000 tạ
        ("tấn", "tạ/ha", "inconsistent"),
        ("tấn", "tấn/ha", "consistent"),
        # What is of no known or of another dimension is taken as printed.
        ("tấn", None, "consistent"),
        (None, "tạ/ha", "consistent"),
        ("tấn", "bao/ha", "consistent"),
        ("bao", "tạ/ha", "consistent"),
        ("tấn", "km", "consistent"),
        ("tấn", "m2", "consistent"),
    ],
)
def test_a_mean_in_another_unit_than_its_total(total: str | None, mean: str | None, verdict: str) -> None:
    fields = (number("measure", 600, unit=total), count(3), number("measure", 200, unit=mean))
    assert check_one("mean", fields, **MEAN).verdict == verdict
    if verdict == "inconsistent":
        fields = (number("measure", 600, unit=total), count(3), number("measure", 2000, unit=mean))
        assert check_one("mean", fields, **MEAN).verdict == "consistent"


@pytest.mark.parametrize(
    ("units", "verdict"),
    [
        (("tấn", "tấn", "tấn"), "consistent"),
        (("tấn", "kg", "tấn"), "inconsistent"),
        # What is of no known or of another dimension is taken as printed.
        (("tấn", None, None), "consistent"),
        (("tấn", "m2", "tấn"), "consistent"),
        (("tấn", "m2", "m2"), "consistent"),
        (("bao", "tấn", "kg"), "consistent"),
        (("tấn", "kg", "bao"), "consistent"),
    ],
)
def test_a_difference_in_several_units(units: tuple[str | None, ...], verdict: str) -> None:
    fields = [number("measure", value, unit=unit) for value, unit in zip((600, 200, 400), units, strict=True)]
    assert check_one("difference", fields, **MINUS).verdict == verdict


def test_a_whole_mean_is_held_to_half_a_unit() -> None:
    relation = _relation("mean", MEAN, (count(2062), count(3), count(687)))
    assert relation.solve(0) == (Fraction(3 * 1373, 2), Fraction(3 * 1375, 2))


@pytest.mark.parametrize(
    ("kind", "total", "verdict"),
    [
        ("measure", 1204, "consistent"),
        ("measure", 1203, "truncated"),
        ("measure", 1202, "inconsistent"),
        ("measure", 1205, "inconsistent"),
        ("count", 1204, "inconsistent"),
    ],
)
def test_a_whole_measure_is_rounded_where_its_parts_have_decimals(kind: str, total: int, verdict: str) -> None:
    parts = [number("measure", "310.6", ulp="0.1"), number("measure", 512), number("measure", "381.2", ulp="0.1")]
    check = check_one("sum", [*parts, number(kind, total)], **SUM)
    assert check.verdict == verdict


def test_a_change_by_a_fraction_is_told_in_percent() -> None:
    operands = {"old": "f1", "new": "f2", "percent": {"value": "50"}, "direction": "down"}
    check = check_one("change", [count(8400), count(4200)], **operands)
    assert check.message.vi.endswith("50%: khớp")
