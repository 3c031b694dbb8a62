"""Whatever the text, the record keeps its contract; what once broke it is tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import extract
from fuzz.invariants import check_normal_forms, check_record
from fuzz.targets import TARGETS

FUZZ = Path(__file__).parents[2] / "fuzz"
KEPT = [path for folder in ("crashers", "seeds") for path in sorted((FUZZ / folder).rglob("*")) if path.is_file()]

PIECES = st.sampled_from(
    (
        "12|1.240|1,240|52,34%|0|00|1.2.3|5,2,34%|1/2|1/0|16/2/2016|31/2/2018|245/QĐ-UBND|39-NQ/TW|Quyết định số|ngày|"
        "của UBND tỉnh|hộ|người|tỷ đồng|triệu|ha|đồng/kWh|/|-|–|−|(|)|,|;|:|.|…|và|từ|đến|lên|xuống|còn lại|gấp|lần|"
        "năm|rưỡi|hai mươi|một|nghìn|không trăm|linh|lẻ|chục|vạn|trong đó|gồm|lần lượt là|tổng số|bình quân|mỗi|"
        "chiếm|đạt|bằng|tăng|giảm|so với|cùng kỳ|kế hoạch|hơn|gần|khoảng|trở lên|điểm phần trăm|quý II|tháng 9|"
        "giai đoạn|2015|\n|\r\n|\t|\xa0|\u200b|\u202e|½|²|３|٣|&nbsp;|&lt;|<b>|</b>|Ð|đ|é"
    ).split("|")
)
SENTENCES = st.lists(PIECES, max_size=40).map(" ".join)
RUNS = st.lists(PIECES, max_size=40).map("".join)
PRINTED = [
    line
    for path in sorted((FUZZ.parent / "corpus").rglob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line
]


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """The beginning of a paragraph that was cut anywhere, and mostly the end of another behind it."""
    head, tail = draw(st.sampled_from(PRINTED)), draw(st.sampled_from(["", *PRINTED]))
    return head[: draw(st.integers(0, len(head)))] + tail[draw(st.integers(0, len(tail))) :]


TEXTS = st.one_of(st.text(max_size=300), SENTENCES, RUNS, spliced())

thorough = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(TEXTS)
def test_the_record_keeps_its_contract(text: str) -> None:
    check_record(text, extract(text))


@thorough
@given(st.one_of(SENTENCES, RUNS, spliced()))
def test_both_normal_forms_give_the_same_record(text: str) -> None:
    check_normal_forms(text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from(sorted(TARGETS)))
def test_any_bytes(data: bytes, target: str) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_kept_is_tried_again(path: Path) -> None:
    names = [path.parent.name] if path.parent.name in TARGETS else sorted(TARGETS)
    for name in names:
        TARGETS[name](path.read_bytes())
