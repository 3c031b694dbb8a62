"""What must hold for all numbers, not only for those of the tables."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.records import Check, Figure, FigureKind, Modifier
from extractor.validator import check_claims
from extractor.validator.numerals import exact_decimal, power_of_ten, rounded

from .builders import check_one, check_share, claim, count, figures, number, percent, ratio

parts = st.integers(0, 10**7)
wholes = st.integers(1, 10**7)
decimals = st.integers(0, 3)


def _printed(value: Fraction, places: int, *, cut: bool = False) -> str:
    step = power_of_ten(-places)
    return str(exact_decimal(value // step * step if cut else rounded(value, step), step))


@given(parts, wholes, decimals)
def test_honest_rounding_is_consistent(part: int, whole: int, places: int) -> None:
    assert check_share(part, whole, _printed(Fraction(100 * part, whole), places)).verdict == "consistent"


@given(parts, wholes, decimals)
def test_cutting_is_consistent_or_truncated(part: int, whole: int, places: int) -> None:
    value = _printed(Fraction(100 * part, whole), places, cut=True)
    assert check_share(part, whole, value).verdict in ("consistent", "truncated")


@given(st.integers(1, 10**6), st.integers(0, 10**6), decimals)
def test_an_honest_change_is_consistent(old: int, new: int, places: int) -> None:
    value = _printed(abs(Fraction(100 * (new - old), old)), places)
    fields = (count(old), count(new), percent(value))
    check = check_one("change", fields, old="f1", new="f2", percent="f3", direction="up" if new >= old else "down")
    assert check.verdict == "consistent"


@given(st.lists(wholes, min_size=2, max_size=8), decimals)
def test_honest_shares_add_up(counts: list[int], places: int) -> None:
    values = [_printed(Fraction(100 * each, sum(counts)), places) for each in counts]
    check = check_one(
        "percent_sum", [percent(each) for each in values], parts=[f"f{n + 1}" for n in range(len(values))]
    )
    assert check.verdict == "consistent"


@given(parts, wholes, st.integers(0, 20_000), st.integers(1, 1000))
def test_scaling_the_counts_keeps_the_verdict(part: int, whole: int, percent_in_hundredths: int, factor: int) -> None:
    value = str(Decimal(percent_in_hundredths).scaleb(-2))
    one, other = check_share(part, whole, value), check_share(part * factor, whole * factor, value)
    assert (one.verdict, one.gap, one.computed) == (other.verdict, other.gap, other.computed)


@given(wholes, wholes, st.integers(1, 20_000))
def test_a_gap_is_zero_only_where_it_fits(part: int, whole: int, percent_in_hundredths: int) -> None:
    check = check_share(part, whole, str(Decimal(percent_in_hundredths).scaleb(-2)))
    assert (check.gap == 0) == (check.verdict == "consistent")


def _substituted(check: Check, fields: tuple[dict[str, Any], ...], value: Decimal, operand: str) -> Check:
    """The share with one operand printed as the diagnosis says."""
    made = [dict(each) for each in fields]
    name, _, side = operand.partition(".")
    index = int(name[1:]) - 1
    made[index] = {**made[index], side: str(value)} if side else percent(str(value))
    return check_one("share", made, part="f1.numerator", whole="f1.denominator", percent="f2")


@settings(max_examples=300)
@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(1, 20_000), st.integers(0, 2))
def test_what_a_diagnosis_says_makes_the_claim_hold(part: int, whole: int, digits: int, places: int) -> None:
    value = str(Decimal(digits).scaleb(-places))
    fields = (ratio(part, whole), percent(value))
    check = check_one("share", fields, part="f1.numerator", whole="f1.denominator", percent="f2")
    assert len(check.diagnosis) <= 6
    for each in check.diagnosis:
        if each.kind in ("digit", "separator", "magnitude", "other_base"):
            assert each.operand is not None
            for meant in each.values:
                verdict = _substituted(check, fields, meant, each.operand).verdict
                assert verdict == "consistent" or (each.kind in ("digit", "other_base") and verdict == "truncated")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_digit_of_a_sum_makes_it_hold(a: int, b: int, error: int) -> None:
    assume(error)
    check = check_one("sum", (count(a), count(b), count(a + b + error)), parts=["f1", "f2"], total="f3")
    numbers = {"f1": a, "f2": b, "f3": a + b + error}
    for each in check.diagnosis:
        if each.kind == "digit":
            for meant in each.values:
                changed = {**numbers, str(each.operand): int(meant)}
                assert changed["f1"] + changed["f2"] == changed["f3"]


@given(st.integers(10, 10**6), st.integers(10, 10**6), st.data())
def test_a_swap_of_digits_is_found(part: int, whole: int, data: st.DataObject) -> None:
    assume(part <= whole)
    value = _printed(Fraction(100 * part, whole), 2)
    text = str(part)
    at = data.draw(st.integers(0, len(text) - 2))
    swapped = int(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    assume(len(str(swapped)) == len(text))
    check = check_share(swapped, whole, value)
    if check.verdict == "inconsistent":
        assert any(
            each.kind == "digit" and each.operand == "f1.numerator" and Decimal(part) in each.values
            for each in check.diagnosis
        )


numbers = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.decimals(-1000, 1000, places=2),
    st.integers(-10, 10).map(Decimal),
)


@st.composite
def any_figure(draw: st.DrawFn, name: str) -> Figure:
    fields: dict[str, Any] = {
        "kind": draw(st.sampled_from(get_args(FigureKind))),
        "modifier": draw(st.none() | st.sampled_from(get_args(Modifier))),
        "unit": draw(st.sampled_from([None, "ha", "m2", "tấn", "tạ/ha", "đại biểu"])),
        "ulp": draw(st.none() | st.integers(-3, 9).map(lambda n: Decimal(1).scaleb(n)) | numbers),
        "alternatives": draw(st.lists(numbers, max_size=2)),
    }
    match draw(st.sampled_from(["value", "range", "ratio"])):
        case "value":
            fields["value"] = draw(numbers)
            if draw(st.booleans()):
                fields["interval"] = (draw(numbers), draw(numbers))
        case "range":
            fields["low"], fields["high"] = draw(numbers), draw(numbers)
        case _:
            fields["numerator"], fields["denominator"] = draw(numbers), draw(numbers)
    return Figure.model_validate({"id": name, "span": (0, 1), "text": "12,5 ha", "rule": "test", **fields})


KINDS: dict[str, dict[str, Any]] = {
    "share": {"part": "f1", "whole": "f2", "percent": "f3"},
    "change": {"old": "f1", "new": "f2", "percent": "f3", "direction": "up"},
    "difference": {"larger": "f1", "smaller": "f2", "difference": "f3"},
    "sum": {"parts": ["f1", "f2"], "total": "f3"},
    "mean": {"total": "f1", "count": "f2.denominator", "mean": "f3"},
    "product": {"factors": ["f1", "f2"], "result": "f3"},
    "multiple": {"larger": "f1.numerator", "smaller": "f2", "multiple": "f3"},
    "equal": {"a": "f1", "b": "f2"},
    "percent_sum": {"parts": ["f1", "f2", "f3"]},
}


@settings(max_examples=500)
@given(any_figure("f1"), any_figure("f2"), any_figure("f3"))
def test_nothing_is_raised_whatever_the_figures(one: Figure, two: Figure, three: Figure) -> None:
    claims = [claim(kind, id=f"c{n}", **operands) for n, (kind, operands) in enumerate(KINDS.items())]
    checks = check_claims(claims, {each.id: each for each in (one, two, three)})
    assert [check.claim for check in checks] == [each.id for each in claims]
    for check in checks:
        assert check.message.vi
        assert check.message.en
        assert (check.verdict == "undetermined") == (check.reason is not None)
        assert not check.diagnosis or check.verdict == "inconsistent"


@given(any_figure("f1"), any_figure("f2"), any_figure("f3"))
def test_the_same_figures_give_the_same_checks(one: Figure, two: Figure, three: Figure) -> None:
    claims = [claim(kind, id=f"c{n}", **operands) for n, (kind, operands) in enumerate(KINDS.items())]
    made = {each.id: each for each in (one, two, three)}
    assert check_claims(claims, made) == check_claims(claims, dict(reversed(made.items())))


def test_a_figure_without_an_interval_is_read_from_its_last_digit() -> None:
    made = figures(count(1), count(3), number("percent", "33.3", ulp="0.1"))
    made["f3"] = made["f3"].model_copy(update={"interval": None})
    [check] = check_claims([claim("share", part="f1", whole="f2", percent="f3")], made)
    assert check.verdict == "consistent"


def test_a_last_digit_below_zero_is_read_without_its_sign() -> None:
    made = figures(count(0), count(0), number("count", "0.01", ulp="0.01"))
    made["f3"] = made["f3"].model_copy(update={"ulp": Decimal("-0.01"), "interval": (Decimal(0), Decimal(0))})
    [check] = check_claims([claim("percent_sum", parts=["f1", "f2", "f3"])], made)
    assert check.verdict == "inconsistent"
