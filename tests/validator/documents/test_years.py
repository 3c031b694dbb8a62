import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import View
from extractor.lexicon import entries
from extractor.patterns.documents import find_documents
from extractor.patterns.documents.authorities import assembly_term, assembly_terms
from tests.validator.documents.proof import findings, kinds


@pytest.mark.parametrize(
    ("text", "expected", "severity"),
    [
        ("Nghị định 16/2015/NĐ-CP ngày 14/02/2014", ("2015-02-14", "16/2014/NĐ-CP"), "high"),
        ("Quyết định số 59/2015/QĐ-TTg ngày 19/11/2016", ("2015-11-19", "59/2016/QĐ-TTg"), "high"),
        ("Thông tư số 21/2018 ngày 3/4/2019 của Bộ Y tế", ("2018-04-03", "21/2019"), "high"),
        ("Bản án số 12/2018/HS-ST ngày 30-5-2017 của TAND huyện", ("2018-05-30", "12/2017/HS-ST"), "high"),
        ("Nghị quyết số 41/2017/QH14 ngày 20/6/2018 của Quốc hội", ("2017-06-20", "41/2018/QH14"), "high"),
        ("Quyết định số 98/2016/QĐ-UBND ngày 3/1/2017 của UBND tỉnh", ("2016-01-03", "98/2017/QĐ-UBND"), "low"),
        ("Thông tư số 8/2017/TT-BYT ngày 29/2/2016", ("8/2016/TT-BYT",), "high"),
    ],
)
def test_a_number_of_another_year_than_its_date(text: str, expected: tuple[str, ...], severity: str) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.expected, finding.severity) == ("year_mismatch", expected, severity)


def test_the_number_cited_elsewhere_is_likelier_than_a_slip_of_the_date() -> None:
    text = "Bản án số 19/2016/HC-PT ngày 9/3/2015 của TAND tỉnh. Sau đó, Bản án số 19/2015/HC-PT ngày 9/3/2015."
    [finding] = findings(text)
    assert finding.documents == ("d1",)
    assert finding.expected == ("19/2015/HC-PT", "2016-03-09")


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 16/2015/NĐ-CP ngày 14/02/2015",
        "Quyết định số 245/QĐ-UBND, ngày 16/2/2016 của UBND tỉnh Cà Mau",
        # Others number as they like.
        "Hợp đồng số 27/2014/HĐKT ngày 6-5-2015",
        "Nghị quyết số 02/2018/NQ-ĐHĐCĐ ngày 15/8/2019 của công ty Cổ phần Tập đoàn Minh Hải",
        "Giấy phép số 12/2016/GP ngày 3/4/2017",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 76/2014/QH14 của Quốc hội", ("76/2014/QH13",)),
        ("Luật Đất đai số 45/2013/QH12", ("45/2013/QH13",)),
        ("Nghị quyết số 819/NQ-UBTVQH13 ngày 21/11/2019 của Ủy ban Thường vụ Quốc hội", ("819/NQ-UBTVQH14",)),
        ("Nghị quyết số 12/2016/QH15", ("12/2016/QH13", "12/2016/QH14")),
        ("Nghị quyết số 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị khóa XII", ("khóa XI",)),
        ("Nghị quyết 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XI", ("khóa XII",)),
    ],
)
def test_a_term_that_was_not_that_of_the_time(text: str, expected: tuple[str, ...]) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.expected) == ("term_mismatch", expected)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 76/2014/QH13 của Quốc hội",
        "Nghị quyết số 12/2016/QH13 và Nghị quyết số 22/2016/QH14",
        "Nghị quyết số 1660/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội",
        "Nghị quyết số 29-NQ/TW ngày 4/11/2013 của Ban Chấp hành Trung ương khóa XI",
        "Nghị quyết số 12-NQ/TU ngày 5/3/2018 của Tỉnh ủy khóa XV",
        "Công văn số 123/QHX",
    ],
)
def test_terms_of_their_time_are_left_alone(text: str) -> None:
    assert kinds(text) == []


@given(st.dates(datetime.date(1993, 1, 1), datetime.date(2026, 11, 1)), st.integers(1, 400))
def test_a_law_of_its_term_is_never_told(day: datetime.date, number: int) -> None:
    [term] = [t for t in assembly_terms().values() if t.since <= day.isoformat() <= (t.until or "9999")]
    printed = f"{day.day}/{day.month}/{day.year}"
    assert kinds(f"Luật số {number}/{day.year}/QH{term.number} ngày {printed} của Quốc hội") == []


@pytest.mark.parametrize("entry", entries("assembly_terms"), ids=lambda entry: entry["name"])
def test_terms_know_their_examples(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        [document] = find_documents(View(f"Nghị quyết số {example}"))
        assert str(assembly_term(document.symbol)) == entry["name"]
        assert kinds(f"Nghị quyết số {example}") == []


def test_terms_follow_each_other_without_a_gap() -> None:
    terms = sorted(assembly_terms().values(), key=lambda term: term.number)
    for earlier, later in pairwise(terms):
        assert earlier.number + 1 == later.number
        assert earlier.until is not None
        following = datetime.date.fromisoformat(earlier.until) + datetime.timedelta(days=1)
        assert following.isoformat() == later.since
