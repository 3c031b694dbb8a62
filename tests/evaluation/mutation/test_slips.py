"""The slips that are planted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.mutation.slips import Print, numbers_in, slips


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("5", "digit", {"1", "2", "3", "4", "6", "7", "8", "9"}),
        ("52", "digit", {f"{n}2" for n in "12346789"} | {f"5{n}" for n in "013456789"}),
        ("52,34", "swap", {"25,34", "53,24", "52,43"}),
        ("1.240", "swap", {"2.140", "1.420", "1.204"}),
        ("52,34", "separator", {"5,234", "523,4"}),
        ("0,5", "separator", set()),
        ("1,5", "separator", {"15"}),
        ("1.240", "separator", set()),
        ("1.240,5", "separator", set()),
        ("11", "swap", set()),
        ("10", "swap", set()),
    ],
)  # fmt: skip
def test_slips_of_a_number(text: str, kind: str, expected: set[str]) -> None:
    assert {slip.text for slip in slips(Print(0, text)) if slip.kind == kind} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("52,34%", ["52,34"]),
        ("649/1.240", ["649", "1.240"]),
        ("1 tỷ 40 triệu", ["1", "40"]),
        ("năm hộ", []),
        ("12,", ["12"]),
    ],
)
def test_numbers_in_a_text(text: str, expected: list[str]) -> None:
    assert [number.text for number in numbers_in(text, 0, len(text))] == expected


@given(st.from_regex(r"[1-9]\d{0,2}(\.\d{3}){0,2}(,\d{1,2})?", fullmatch=True))
def test_a_slip_is_another_number_written_the_same_way(text: str) -> None:
    for slip in slips(Print(0, text)):
        assert slip.text != text
        assert slip.digits == Print(0, slip.text).digits
        if slip.kind != "separator":
            assert [c for c in slip.text if not c.isdigit()] == [c for c in text if not c.isdigit()]
            assert len(slip.text) == len(text)
        else:
            assert slip.digits == Print(0, text).digits
