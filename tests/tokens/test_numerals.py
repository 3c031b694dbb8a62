import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.tokens.numerals import Habit, find_numerals, habit_of, read_digits


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
        ("ba", "3", 0, None, True, False, "ba"),
        ("mười", "10", 0, None, True, False, "mười"),
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


@pytest.mark.parametrize(
    ("digits", "vietnamese", "english"),
    [
        # As printed, what it reads as by the Vietnamese habit and by the English one.
        ("649", ["649"], ["649"]),
        ("1 234 567", ["1234567"], ["1234567"]),
        ("1 234,5", ["1234.5"], ["1234.5"]),
        ("12,5", ["12.5"], ["12.5"]),
        ("12.5", ["12.5"], ["12.5"]),
        ("0,125", ["0.125"], ["0.125"]),
        ("0.125", ["0.125"], ["0.125"]),
        ("1234,567", ["1234.567"], ["1234.567"]),
        ("12,3456", ["12.3456"], ["12.3456"]),
        ("1.240", ["1240"], ["1240", "1.240"]),
        ("1,240", ["1240", "1.240"], ["1240", "1.240"]),
        ("12.345.678", ["12345678"], ["12345678"]),
        ("12,345,678", ["12345678"], ["12345678"]),
        ("1.240,5", ["1240.5"], ["1240.5"]),
        ("1,240.5", ["1240.5"], ["1240.5"]),
        ("123.456,789", ["123456.789"], ["123456.789"]),
        ("1.234.567,8", ["1234567.8"], ["1234567.8"]),
        ("999.999.999.999.999.999", ["999999999999999999"], ["999999999999999999"]),
    ],
)
def test_readings_of_digits(digits: str, vietnamese: list[str], english: list[str]) -> None:
    for habit, expected in ((None, vietnamese), (Habit(3, 0, 0, 3), vietnamese), (Habit(0, 3, 3, 0), english)):
        assert [str(value) for value in read_digits(digits, habit=habit) or ()] == expected


@pytest.mark.parametrize(
    "digits",
    [
        *("5,2,34", "1.2.3", "1.23.456", "1234.567.890", "0.123.456", "1.2,345.6", "1,2.3,4", "12.34,5", "1234.567,8"),
        *("1.000.000.000.000.000.000", "1234567890123456789,5", "1 000 000 000 000 000 000"),  # too many digits
    ],
)
def test_digits_that_are_no_number(digits: str) -> None:
    assert read_digits(digits) is None
    assert read_digits(digits, magnitude=True, habit=Habit(0, 3, 3, 0)) is None


@pytest.mark.parametrize("told", [{"magnitude": True}, {"fraction_likely": True}])
@pytest.mark.parametrize(
    ("digits", "english", "readings"),
    [
        # A fraction is natural before a magnitude word or a unit that is no count.
        ("5,459", False, ["5.459", "5459"]),
        ("5.459", False, ["5459"]),
        ("5,459", True, ["5459", "5.459"]),
        ("5.459", True, ["5.459", "5459"]),
    ],
)
def test_a_fraction_before_a_unit(told: dict[str, bool], digits: str, english: bool, readings: list[str]) -> None:
    habit = Habit(0, 1, 0, 0) if english else Habit(1, 0, 0, 0)
    assert [str(value) for value in read_digits(digits, habit=habit, **told) or ()] == readings


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("Tổng 1.234 và 12.345.678 hộ, tăng 1,5% so với 2,25 tỷ.", Habit(2, 0, 0, 2)),
        ("1.234,5 ha; 1,234.5 ha; 1,234,567 hộ", Habit(1, 2, 0, 0)),
        ("tăng 1.5%, 2.25 %, 3.5 triệu, 4.75 tỉ", Habit(0, 0, 4, 0)),
        ("12,5% và 7,25 tỷ lệ", Habit(0, 0, 0, 2)),
        # A date, a document number, a ratio and what leaves a choice say nothing of the habit.
        ("ngày 20.11.2024, số 12/1.234, 5,459 tỷ, 1,240 hộ, 0.500 ha, 12.5 ha", Habit(0, 0, 0, 0)),
        ("", Habit(0, 0, 0, 0)),
    ],
)
def test_the_habit_is_told_by_what_leaves_no_choice(text: str, habit: Habit) -> None:
    assert habit_of(text) == habit


@pytest.mark.parametrize(
    ("counts", "english"),
    [
        ((0, 0, 0, 0), False),
        ((0, 1, 0, 0), True),
        ((0, 0, 1, 0), True),
        ((1, 1, 0, 0), False),
        ((0, 1, 0, 2), False),
        ((0, 2, 1, 2), True),
        ((2, 1, 2, 1), False),
    ],
)
def test_an_article_is_english_by_its_majority(counts: tuple[int, int, int, int], english: bool) -> None:
    assert Habit(*counts).english == english


def test_an_english_article_reads_its_amounts_as_fractions() -> None:
    text = "Vốn 12.5%, tăng 3.4%, 2.345 tỷ đồng và 1,250 triệu đồng."
    found = {text[n.start : n.end]: (n.value, n.alternatives) for n in find_numerals(text, habit_of(text))}
    assert found["2.345 tỷ"] == (Decimal(2345000000), (Decimal("2345E9"),))
    assert found["1,250 triệu"] == (Decimal("1250E6"), (Decimal("1.25E6"),))
    (found_plain,) = find_numerals("1.240 hộ", Habit(0, 1, 1, 0))
    assert (found_plain.value, found_plain.alternatives) == (1240, (Decimal("1.240"),))


@pytest.mark.parametrize(
    ("text", "ulp", "alternatives"),
    [
        ("12,50", "0.01", []),
        ("1,240", None, ["1.240"]),
        ("0,125", "0.001", []),
        ("1.240.000", None, []),
        ("7", None, []),
    ],
)
def test_the_last_digit_of_plain_digits(text: str, ulp: str | None, alternatives: list[str]) -> None:
    (found,) = find_numerals(f"đạt {text} ha", habit_of(""))
    assert (found.ulp, found.magnitude, found.money) == (None if ulp is None else Decimal(ulp), 0, False)
    assert [str(value) for value in found.alternatives] == alternatives
    assert (found.start, found.end, found.digits_end, found.digits) == (4, 4 + len(text), 4 + len(text), text)
    assert not found.words


@pytest.mark.parametrize(
    "text",
    [
        # Two units in a row are two numbers, "two or three thousand"; half a hundred is not 200,5.
        "hai ba nghìn người",
        "năm bảy trăm nghìn đồng",
        "giá hai trăm rưỡi",
        # The second magnitude is no smaller part of the first.
        "5 nghìn 6 nghìn",
        "5 nghìn 1 nghìn tỷ",
        "7 nghìn 2 nghìn tỷ",
        "1 triệu 200 tỷ",
        "9999999999999999999 hộ",
        "1,234,5 tỷ",
    ],
)
def test_what_would_be_misread_is_left_unread(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mười hai rưỡi", [("mười hai", "12")]),
        ("hai mươi rưỡi", [("hai mươi", "20")]),
        ("một tỷ lệ cao, hai triệu phú, 3 tỷ lệ", [("một", "1"), ("hai", "2"), ("3", "3")]),
        ("hai triệu phúc lợi", [("hai triệu", "2000000")]),
        ("3 tr. 500 nghìn", [("3 tr. 500 nghìn", "3500000")]),
        ("Một Trăm Hai Mươi Nghìn", [("Một Trăm Hai Mươi Nghìn", "120000")]),
        ("2 Tỷ 5 Triệu", [("2 Tỷ 5 Triệu", "2005000000")]),
        ("5 TR.Đ và 20 K", [("5 TR.Đ", "5000000"), ("20", "20")]),
        ("bốn trăm linh tư", [("bốn trăm linh tư", "404")]),
        ("hai nghìn không trăm linh năm", [("hai nghìn không trăm linh năm", "2005")]),
        ("mười một nghìn hai trăm mười lăm", [("mười một nghìn hai trăm mười lăm", "11215")]),
        ("chín mươi chín triệu", [("chín mươi chín triệu", "99000000")]),
        ("ba vạn năm nghìn", [("ba vạn năm nghìn", "35000")]),
        ("năm trăm nghìn tỷ", [("năm trăm nghìn tỷ", "500000000000000")]),
        ("5 chục", [("5 chục", "50")]),
        ("5 trăm rưỡi", [("5 trăm rưỡi", "550")]),
        ("sản xuất và tăng haimươi, sobảy, sáut", []),
        ("sobảy, sáut, 5,2,34% và hai, 7 hộ", [("hai", "2"), ("7", "7")]),
        ("2 hộ, ba xã", [("2", "2"), ("ba", "3")]),
        ("999999999999999999 hộ", [("999999999999999999", "999999999999999999")]),
        ("hai nghìn\nba nghìn", [("hai nghìn", "2000"), ("ba nghìn", "3000")]),
    ],
)
def test_numbers_and_what_stands_around_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "grouped"), [("1240 hộ", False), ("1.240 hộ", True), ("1 240 hộ", True), ("12 triệu", True), ("0,5", True)]
)
def test_grouped_is_what_a_label_hardly_is(text: str, grouped: bool) -> None:
    (found,) = find_numerals(text, habit_of(""))
    assert found.grouped == grouped


def test_a_text_in_lower_case_may_be_handed_over() -> None:
    text = "HAI MƯƠI hộ, 3 TỶ đồng"
    habit = habit_of(text)
    assert find_numerals(text, habit, text.lower()) == find_numerals(text, habit)
    assert [found.value for found in find_numerals(text, habit)] == [20, 3 * 10**9]
