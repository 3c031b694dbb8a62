"""Articles made from true arithmetic and honest rounding: nothing is found, and what is left out is found again."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.records import Derived
from extractor.validator.numerals import exact_decimal, power_of_ten, rounded

calm = settings(max_examples=80)
nouns = st.sampled_from(["hộ", "trường hợp", "người", "hồ sơ", "xã", "trường"])
digits = st.integers(0, 2)


def grouped(value: int) -> str:
    """As printed: "1.240"."""
    return f"{value:,}".replace(",", ".")


def percent(value: Fraction, places: int) -> str:
    """A share of 1 as printed, honestly rounded: "52,34%"."""
    step = power_of_ten(-places)
    return str(exact_decimal(rounded(value * 100, step), step)).replace(".", ",") + "%"


def only_derived(text: str) -> Derived | None:
    """What the figures of a true text imply; nothing must be found wrong with it."""
    record = extract(text)
    assert [(finding.kind, finding.message.vi) for finding in record.findings] == []
    assert len(record.derived) <= 1
    return record.derived[0] if record.derived else None


def holds(derived: Derived | None, value: int) -> bool:
    """Whether what is implied may be the true value; an interval too wide to tell anything is left out."""
    if derived is None:
        return True
    low, high = derived.interval
    whole = derived.integers is None or derived.integers[0] <= value <= derived.integers[1]
    return low <= value <= high and whole


@calm
@given(st.integers(1, 9000), st.integers(0, 90_000), nouns, digits, st.integers(0, 2))
def test_a_plan_that_is_left_out(part: int, more: int, noun: str, places: int, form: int) -> None:
    whole = part + more
    rate = percent(Fraction(part, whole), places)
    assume(not rate.startswith(("0%", "0,0%", "0,00%")))
    text = [
        f"Huyện đã hỗ trợ {grouped(part)} {noun}, đạt {rate} kế hoạch.",
        f"Huyện có {grouped(part)} {noun}, chiếm {rate} tổng số {noun}.",
        f"Huyện đã hỗ trợ {grouped(part)} {noun} ({rate}).",
    ][form]
    assert holds(only_derived(text), whole)


@calm
@given(st.integers(1, 9000), st.integers(0, 90_000), nouns, digits, st.booleans())
def test_a_part_that_is_left_out(part: int, more: int, noun: str, places: int, behind: bool) -> None:
    whole = part + more
    rate = percent(Fraction(part, whole), places)
    text = (
        f"Có {rate} trong tổng số {grouped(whole)} {noun} đã xong."
        if behind
        else f"Trong tổng số {grouped(whole)} {noun}, {rate} đã xong."
    )
    assert holds(only_derived(text), part)


@calm
@given(st.integers(20, 9000), st.integers(21, 9000), nouns, st.integers(1, 2), st.booleans())
def test_a_level_that_is_left_out(old: int, new: int, noun: str, places: int, behind: bool) -> None:
    assume(old != new and abs(new - old) < 9 * old)
    verb, to = ("tăng", "lên") if new > old else ("giảm", "xuống còn")
    rate = percent(Fraction(abs(new - old), old), places)
    text = (
        f"Con số này {verb} {rate} {to} {grouped(new)} {noun}."
        if behind
        else f"Toàn huyện có {grouped(new)} {noun}, {verb} {rate} so với cùng kỳ năm trước."
    )
    assert holds(only_derived(text), old)


@calm
@given(st.lists(st.integers(1, 5000), min_size=3, max_size=3), digits)
def test_classes_that_exclude_each_other(counts: list[int], places: int) -> None:
    good, fair, poor = (percent(Fraction(each, sum(counts)), places) for each in counts)
    for text in (
        f"Xếp loại giỏi chiếm {good}, khá {fair}, trung bình {poor}.",
        f"Kết quả: tín nhiệm cao {good}, tín nhiệm {fair}, tín nhiệm thấp {poor}.",
    ):
        assert extract(text).findings == ()


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_the_order_of_articles_does_not_matter(seed: int) -> None:
    texts = [
        "Có 443/448 đại biểu tán thành, chiếm 91,53%.",
        "Theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014, xã có 12 thôn.",
        "Riêng Quốc lộ 1A xảy ra 137 vụ, chiếm 34,91% tổng số vụ.",
        "Xã kết nạp 288 đảng viên, đạt 35,34% chỉ tiêu năm.",
        "Giá trị đạt 1,240 triệu đồng; năm trước 2,5 triệu đồng.",
        "Giá trị đạt 1.240 triệu đồng; năm trước 2.500 triệu đồng.",
    ]
    alone = {text: extract(text).to_json() for text in texts}
    Random(seed).shuffle(texts)
    assert {text: extract(text).to_json() for text in texts} == alone
