"""Articles that no one writes: the time the claims take grows with their length, not with its square."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from extractor import extract
from extractor.article import View
from extractor.claims import find_claims
from extractor.patterns.figures import find_figures

# Double the input, at most so many times the time; noise is let through, a square is not.
GROWTH = 2.6
TRIES = 4


def _number(i: int) -> int:
    return i * 7919 % 89_000 + 1000


def _join(item: Callable[[int], str], count: int) -> str:
    return "Kết quả: " + ", ".join(item(i) for i in range(count)) + "."


# One paragraph, one sentence of so many items.
ITEMS: dict[str, Callable[[int], str]] = {
    "counts": lambda i: f"{_number(i)} hộ",
    "the same count": lambda _: "1.240 hộ",
    "shares": lambda i: f"xã {i} đạt {i * 7919 % 10_000 / 100:.2f}%".replace(".", ","),
    "ratios": lambda i: f"{_number(i)}/{_number(i) + 500} hộ ({i * 31 % 100}%)",
    "rises": lambda i: f"tăng {_number(i)} hộ",
    "rises in percent": lambda i: f"{_number(i)} hộ, tăng {i * 7919 % 100},5%",
    "averages": lambda i: f"bình quân {_number(i)} hộ",
    "multiples": lambda i: f"{_number(i)} hộ, gấp {i % 9 + 2} lần",
    "what consists of itself": lambda _: "1.240 hộ, gồm",
    "rates": lambda i: f"{i % 90 + 10} tấn, giá {_number(i)} đồng/tấn",
    "shares of what is counted": lambda i: f"xã A{i} có {_number(i)} hộ, chiếm {i * 31 % 100},1%",
    "shares of plans": lambda i: f"{_number(i)} vụ, đạt {i * 31 % 100},1% kế hoạch",
    "parts of parts": lambda i: f"trong đó {_number(i)} hộ nghèo, {i % 90 + 10} hộ cận nghèo",
    "fields": lambda i: f"{i % 90 + 10} ha, {i * 31 % 100},1 tạ/ha, {_number(i)} tấn",
    "rounded and exact": lambda i: f"hơn {_number(i) // 1000}.000 hộ, {_number(i)} hộ",
}


def _seconds(text: str) -> float:
    view = View(text)
    figures = find_figures(view, [])
    gc.collect()
    start = time.process_time()
    find_claims(view, figures, [])
    return time.process_time() - start


@pytest.mark.timing
@pytest.mark.slow
@pytest.mark.parametrize("name", ITEMS)
def test_time_grows_with_the_length(name: str) -> None:
    small, large = _join(ITEMS[name], 300), _join(ITEMS[name], 600)
    growth = []
    for _ in range(TRIES):
        growth.append(_seconds(large) / max(_seconds(small), 0.004))
        if growth[-1] <= GROWTH:
            return
    pytest.fail(f"{name}: twice the input takes {min(growth):.1f} times the time")


@pytest.mark.slow
def test_five_thousand_figures_in_one_paragraph() -> None:
    record = extract(_join(ITEMS["counts"], 5000))
    assert len(record.figures) > 4900
    assert record.alarms == ()


@pytest.mark.slow
def test_two_thousand_percentages() -> None:
    record = extract(_join(ITEMS["shares"], 2000))
    assert sum(figure.kind == "percent" for figure in record.figures) == 2000
    assert record.alarms == ()


def test_a_list_of_paragraphs() -> None:
    text = "\n\n".join(f"{i + 1}. Xã Tân Lập {i}: {_number(i)} hộ, đạt 92,5% kế hoạch." for i in range(300))
    assert extract(text).alarms == ()


@pytest.mark.parametrize("gap", ["trên " * 4000, "so với " * 4000, "(" * 8000, "gồm, " * 4000, "x" * 8000])
def test_much_between_two_figures(gap: str) -> None:
    assert _seconds(f"Toàn xã có 1.240 hộ {gap} 649 hộ {gap} đạt 52,34% {gap} 1.240 hộ.") < 1
