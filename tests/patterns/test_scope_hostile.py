"""Any text gets its scope in linear time, without error, and every period is EDTF."""

from __future__ import annotations

import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.article import View
from extractor.patterns.figures import find_figures
from extractor.patterns.found import FoundFigure
from extractor.patterns.scope import add_scope

DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
EDTF = regex.compile(rf"{DATE}|{DATE}/{DATE}|{DATE}/\.\.|\.\./{DATE}")

WORDS = (
    "năm", "tháng", "quý II", "ngày", "2018", "2015-2018", "6 tháng đầu năm", "16/2/2016", "31/2", "từ", "đến",
    "đến nay", "đến hết", "so với", "cùng kỳ", "kế hoạch", "dự toán", "trên tổng số", "12%", "5 hộ", "(", ")", ",", ".",
    "\n", "và", "lần lượt", "tương ứng", "trong đó", "lúa", "ngô", "tăng", "đạt", "là", "tỉnh", "Cà Mau", "TP. HCM",
    "ở", "Hòa Bình", "cả nước", "năm nay", "năm ngoái", "tháng trước", "hôm nay", "quý trước", "hiện", "-", "/", "0001",
    "29/2/2020",
)  # fmt: skip
ISO = (None, "2019-07-15", "2020-02-29", "0001-01-01", "9999-12-31", "2019", "2019-13-40", "hôm qua", "")


def scoped(text: str, published: str | None) -> list[FoundFigure]:
    view = View(text)
    figures = find_figures(view, [])
    kept = [(f.start, f.end, f.kind, f.value, f.unit, f.modifier, f.interval) for f in figures]
    add_scope(view, figures, [], published)
    assert kept == [(f.start, f.end, f.kind, f.value, f.unit, f.modifier, f.interval) for f in figures]
    for figure in figures:
        assert figure.period is None or EDTF.fullmatch(figure.period), figure.period
        assert figure.base is None or (
            figure.base in " ".join(text.split()) and figure.base.strip() == figure.base != ""
        )
        if figure.concept_span is not None:
            assert 0 <= figure.concept_span[0] < figure.concept_span[1] <= len(view.text)
    return figures


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(ISO))
def test_words_of_the_grammar_in_any_order(words: list[str], published: str | None) -> None:
    scoped(" ".join(words), published)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text(text: str, published: str | None) -> None:
    scoped(text, published)


ENDLESS = (
    "năm 2018 12% ", "so với 5 hộ ", "12%, ", "12% (tức 5 hộ, ", "từ năm 2015 đến ", "tỉnh Cà Mau và ", "Hà Nội - ",
    "lúa, ngô lần lượt ", "trong đó nam 5 hộ, ", "quý II ", "cùng kỳ ", "lần lượt 5%, ", "kế hoạch năm 2018 ",
    "ngày 1/2 ", "12% kế hoạch ", "và ", "đến hết ", "5 hộ (năm 2018) ", "so với ", "năm nay ",
)  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("piece", ENDLESS)
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        view = View("Tỉnh có 5 hộ. " + piece * times)
        figures = find_figures(view, [])
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            add_scope(view, figures, [], "2019-07-15")
            best = min(best, time.process_time() - start)
        return best

    short, long = seconds(400), seconds(3200)
    assert long < 24 * max(short, 0.002)
