"""Whole articles that no one writes are read in time in proportion to their length, from the text to the record."""

from __future__ import annotations

import gc
import time

import pytest

from extractor import extract

SMALL, FACTOR = 5_000, 4
# Four times the text, at most so many times the time: a square would take 16.
LIMIT = 9.0
TRIES = 3

UNITS = {
    "digits in digits": "1.2,3.4,",
    "thousands": "1.234.567 ",
    "separators": ".,;:",
    "slashes": "1/2/3/",
    "open brackets": "((1",
    "closed brackets": "5%))",
    "spaces and what is not seen": " \u200b",
    "line breaks": "\n \r\n",
    "exclamations": "!?",
    "entities": "&#49;&lt;",
    "tags": "<p <b>",
    "templates": "<%%>",
    "days without end": "1, 2, ",
    "years without end": "2015, 2016 - ",
    "months without end": "tháng 2, ",
    "words for numbers": "hai mươi mốt nghìn ",
    "hundreds": "không trăm linh ",
    "cue words": "tăng so với cùng kỳ, ",
    "cue words of shares": "chiếm tỷ lệ tức là ",
    "levels": "từ mức còn lên ",
    "lists of parts": "trong đó nam 5 hộ, ",
    "respectively": "lần lượt 5%, ",
    "documents": "Quyết định số 1/QĐ-UBND, ",
    "pinpoints": "khoản 2 Điều 5, ",
    "ranges": "5 - 7% - ",
    "addresses": "a.vn/b ",
    "names": "Tân Lập A ",
    "marks": "a\u0301\u0323",
    "quotes": '"(',
}


def seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    extract(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_length(name: str) -> None:
    unit = UNITS[name]
    small, large = ("Xã có 5 hộ " + unit * (size // len(unit)) + " hết." for size in (SMALL, SMALL * FACTOR))
    growth = []
    for _ in range(TRIES):
        growth.append(seconds(large) / max(seconds(small), 0.005))
        if growth[-1] <= LIMIT:
            return
    pytest.fail(f"{FACTOR} times the text takes {min(growth):.1f} times the time")


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["(", "/"])
def test_ten_megabytes_on_one_line(unit: str) -> None:
    start = time.process_time()
    record = extract(unit * (10_000_000 // len(unit)))
    assert time.process_time() - start < 60
    assert record.article.length > 9_000_000
