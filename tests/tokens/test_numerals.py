import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.tokens.numerals import find_numerals, habit_of, read_digits


def values(text: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], format(n.value, "f")) for n in find_numerals(text, habit_of(text))]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.240", "1240"),
        ("52,34", "52.34"),
        ("1.240,5", "1240.5"),
        ("1,240.5", "1240.5"),
        ("2.5 triệu", "2500000"),
        ("5,459 tỉ", "5459000000"),
        ("1 tỷ 40 triệu", "1040000000"),
        ("3 nghìn tỷ", "3000000000000"),
        ("2 triệu rưỡi", "2500000"),
        ("20 000", "20000"),
        ("1.047.290.625", "1047290625"),
        ("2tr", "2000000"),
        ("50k", "50000"),
        ("1.250 tr.đ", "1250000000"),
        ("3 vạn", "30000"),
        ("0,074", "0.074"),
        ("83.56", "83.56"),
        ("hai mươi mốt nghìn không trăm mười một", "21011"),
        ("một trăm linh năm", "105"),
        ("hai trăm lẻ bốn", "204"),
        ("mười lăm", "15"),
        ("ba mươi tư", "34"),
        ("năm mươi", "50"),
        ("ba nghìn tỷ", "3000000000000"),
        ("hai tỷ rưỡi", "2500000000"),
        ("một triệu hai trăm nghìn", "1200000"),
        ("hai chục", "20"),
    ],
)
def test_writings(printed: str, value: str) -> None:
    assert values(f"có {printed} người.") == [(printed, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The second "năm" is the unit, not a five.
        ("sau hai năm thực hiện", ["hai", "năm"]),
        ("hai mươi năm", ["hai mươi", "năm"]),
        ("hai trăm năm mươi hộ", ["hai trăm năm mươi"]),
        ("các mạng 4K", ["4"]),
        ("từ 1.240 đến 2.710", ["1.240", "2.710"]),
        ("tổng 10, 15 và 20 tỷ", ["10", "15", "20 tỷ"]),
    ],
)
def test_where_a_number_ends(text: str, expected: list[str]) -> None:
    assert [printed for printed, _ in values(text)] == expected


def test_a_run_that_is_no_number_gives_none_of_its_digits() -> None:
    assert values("tăng 5,2,34% so với") == []


def test_english_habit_decides_what_shape_leaves_open() -> None:
    text = "Tuyển 1,240 người; doanh thu 2.5 triệu USD, tăng 1.8%; cả năm 12,300,000 lượt."
    assert ("1,240", "1240") in values(text)
    assert habit_of(text).english
    assert not habit_of("Tuyển 1.240 người, tăng 1,8%.").english


def test_what_stays_open_is_kept() -> None:
    assert read_digits("1,240") == (Decimal(1240), Decimal("1.240"))
    assert read_digits("5,459", magnitude=True) == (Decimal("5.459"), Decimal(5459))
    assert read_digits("1.240") == (Decimal(1240),)
    assert read_digits("1.2.3") is None


def test_precision_is_that_of_the_last_digit() -> None:
    (numeral,) = find_numerals("1,2 triệu lượt", habit_of(""))
    assert (numeral.value, numeral.ulp, numeral.magnitude) == (Decimal("1.2E+6"), Decimal("1E+5"), 6)
    (numeral,) = find_numerals("649 người", habit_of(""))
    assert numeral.ulp is None


@given(st.integers(0, 10**9))
def test_whole_numbers_read_back(number: int) -> None:
    printed = f"{number:,}".replace(",", ".")
    assert values(f"có {printed} hộ") == [(printed, str(number))]


@given(st.integers(1, 10**7), st.integers(0, 99))
def test_decimals_read_back(whole: int, cents: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    ((found, value),) = values(f"đạt {printed} ha")
    assert found == printed
    assert Decimal(value) == Decimal(whole) + Decimal(cents) / 100


@given(st.text(alphabet="0123456789., /-nămhaimườitrăỷ", max_size=80))
def test_any_text(text: str) -> None:
    found = find_numerals(text, habit_of(text))
    for a, b in itertools.pairwise(found):
        assert a.end <= b.start
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= len(text)
