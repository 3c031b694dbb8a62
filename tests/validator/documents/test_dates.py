import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validator.documents.proof import findings, kinds


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("theo Quyết định số 318/QĐ-UBND ngày 31/2/2018 của UBND tỉnh Sóc Trăng về việc", "31/2/2018", "2018-02-28"),
        ("theo Quyết định số 318/QĐ-UBND, ngày 31/4/2018 của UBND tỉnh Sóc Trăng", "31/4/2018", "2018-04-30"),
        ("Kế hoạch số 12/KH-UBND (ngày 30/02/2019) của huyện", "30/02/2019", "2019-02-28"),
        ("Nghị định số 61/2018/NĐ-CP ngày 4/23/2018 của Chính phủ", "4/23/2018", "2018-04-23"),
        ("Công văn số 77/UBND-KT ngày 32 tháng 1 năm 2020", "32 tháng 1 năm 2020", "2020-01-31"),
        ("Chỉ thị số 05/CT-UBND ngày 29-2-2019 của Chủ tịch UBND tỉnh", "29-2-2019", "2019-02-28"),
        ("Hội nghị khai mạc ngày 31/11/2020 tại thành phố.", "31/11/2020", "2020-11-30"),
        ("Nghị quyết ngày 31/6/2015 của Bộ Chính trị", "31/6/2015", "2015-06-30"),
    ],
)
def test_days_that_do_not_exist_are_told(text: str, printed: str, expected: str) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.severity, finding.text) == ("impossible_date", "high", printed)
    assert expected in finding.expected[:2]
    assert printed in finding.message.vi
    assert printed in finding.message.en


def test_a_date_that_does_not_exist_stays_a_part_of_its_citation() -> None:
    [finding] = findings("Theo Quyết định số 318/QĐ-UBND ngày 31/2/2018 của UBND tỉnh Sóc Trăng, xã làm đường.")
    assert finding.documents == ("d1",)


def test_another_citation_of_the_document_tells_what_was_meant_first() -> None:
    text = (
        "Quyết định số 318/QĐ-UBND ngày 31/6/2018 của UBND tỉnh Sóc Trăng đã nêu rõ."
        " Căn cứ Quyết định số 318/QĐ-UBND ngày 13/6/2018 của UBND tỉnh Sóc Trăng."
    )
    [finding] = findings(text)
    assert finding.expected[0] == "2018-06-13"


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 318/QĐ-UBND ngày 29/2/2016 của UBND tỉnh Sóc Trăng",
        "ngày 31/12/2018, xã Phú Tân",
        "Tỷ lệ 31/2/2018 không phải ngày",
        "từ ngày 30-31/4, đường bị cấm",
        "Nhà số 45/2/2018 đường Lê Lợi",
        "mã hồ sơ 99.31.2.2018.5",
        "ngày 30 tháng 4 năm 1975",
    ],
)
def test_other_dates_and_numbers_are_left_alone(text: str) -> None:
    assert kinds(text) == []


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31)), st.sampled_from(["/", "-", ".", " tháng "]))
def test_no_day_of_the_calendar_is_impossible(day: datetime.date, mark: str) -> None:
    year = " năm " if mark == " tháng " else mark
    assert kinds(f"Quyết định số 77/QĐ-XYZ ngày {day.day}{mark}{day.month}{year}{day.year} của huyện") == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Quyết định số 318/QĐ-UBND ngày 4/5/2019 của UBND tỉnh", "2018-06-01", ("2018-05-04",)),
        ("Quyết định số 318/QĐ-UBND ngày 4/7/2018 của UBND tỉnh", "2018-06-01T08:00:00+07:00", ("2017-07-04",)),
        ("Nghị định số 61/2018/NĐ-CP ngày 23/12/2018", "2018-06-01", ()),
        ("Nghị định số 61/2028/NĐ-CP của Chính phủ", "2018-06-01", ()),
    ],
)
def test_documents_dated_after_the_article_are_told(text: str, published: str, expected: tuple[str, ...]) -> None:
    [finding] = findings(text, published)
    assert (finding.kind, finding.documents, finding.expected) == ("date_after_article", ("d1",), expected)


@pytest.mark.parametrize("published", [None, "", "hôm qua", "2018-13-45", "2018", "2018-05-04", "2018-05-03T22:00:00Z"])
def test_a_document_of_the_day_or_an_unknown_day_is_left_alone(published: str | None) -> None:
    assert kinds("Quyết định số 318/QĐ-UBND ngày 4/5/2018 của UBND tỉnh", published) == []


def test_one_slip_in_several_citations_is_one_finding() -> None:
    text = "Quyết định số 9/QĐ-TTg ngày 4/5/2019 và Quyết định số 9/QĐ-TTg ngày 4/5/2019 của Thủ tướng Chính phủ"
    [finding] = findings(text, "2018-06-01")
    assert finding.documents == ("d1", "d2")
