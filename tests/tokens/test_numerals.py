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


@pytest.mark.parametrize(
    ("text", "value", "magnitude", "ulp", "words", "money", "printed"),
    [
        # In words.
        ("hai mươi mốt nghìn", "21000", 3, "1E+3", True, False, "hai mươi mốt nghìn"),
        ("ba nghìn tỷ", "3E+12", 12, "1E+12", True, False, "ba nghìn tỷ"),
        ("hai triệu rưỡi", "2500000", 6, "1E+6", True, False, "hai triệu rưỡi"),
        ("một trăm mười hai", "112", 0, None, True, False, "một trăm mười hai"),
        ("một trăm hai mươi ba nghìn bốn trăm năm mươi sáu", "123456", 3, "1E+3", True, False, None),
        ("ba chục", "30", 0, None, True, False, "ba chục"),
        # In digits, with one magnitude word or several.
        ("1 tỷ 200 triệu", "1200000000", 9, "1E+6", False, False, "1"),
        ("1 tỷ 2,5 triệu", "1002500000", 9, "1E+6", False, False, "1"),
        ("1 nghìn 200 tỷ", "1200000000000", 12, "1E+9", False, False, "1"),
        ("12 nghìn 300 tỷ", "12300000000000", 12, "1E+9", False, False, "12"),
        ("5 trăm triệu", "500000000", 8, "1E+8", False, False, "5"),
        ("1,5 triệu rưỡi", "2000000", 6, "1E+5", False, False, "1,5"),
        ("5 tr.đ", "5000000", 6, "1E+6", False, True, "5"),
        ("50k", "50000", 3, "1E+3", False, True, "50"),
        ("50 triệu", "50000000", 6, "1E+6", False, False, "50"),
        ("1 234 567", "1234567", 0, None, False, False, "1 234 567"),
    ],
)
def test_all_that_is_told_of_a_number(
    text: str, value: str, magnitude: int, ulp: str | None, words: bool, money: bool, printed: str | None
) -> None:
    (found,) = find_numerals(text, habit_of(text))
    assert (found.value, found.magnitude, found.words, found.money) == (Decimal(value), magnitude, words, money)
    assert found.ulp == (None if ulp is None else Decimal(ulp))
    assert (found.start, found.end, found.digits) == (0, len(text), printed or text)
    assert found.digits_end == (len(text) if words else len(found.digits))
    assert found.alternatives == ()


def test_a_half_of_a_unit_is_left_to_the_unit() -> None:
    (found,) = find_numerals("hai rưỡi", habit_of(""))
    assert (found.value, found.end, found.digits_end, found.ulp) == (2, len("hai"), len("hai"), None)


@pytest.mark.parametrize("text", ["1 triệu 5 triệu", "1 triệu 200 tỷ", "5 nghìn 1.000 nghìn tỷ", "năm trăm rưỡi nghìn"])
def test_magnitudes_that_do_not_go_down_give_no_sum(text: str) -> None:
    assert all(found.value < Decimal("1E+16") for found in find_numerals(text, habit_of(text)))
    assert all((found.start, found.end) != (0, len(text)) for found in find_numerals(text, habit_of(text)))


def test_the_habit_of_the_article_reaches_the_reading() -> None:
    english = "Tổng 1,234,567 và 7,654,321 hộ; riêng 2,345 hộ."
    vietnamese = "Tổng 1.234.567 và 7.654.321 hộ; riêng 2.345 triệu, 2,345 triệu."
    assert [n.alternatives for n in find_numerals(english, habit_of(english))][-1] == (Decimal("2.345"),)
    last = find_numerals(vietnamese, habit_of(vietnamese))[-2:]
    assert [n.value for n in last] == [Decimal("2345000000"), Decimal("2345000")]
    assert [n.alternatives for n in last] == [(), (Decimal("2345000000"),)]
