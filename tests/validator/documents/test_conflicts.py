import pytest

from tests.validator.documents.proof import findings, kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 của Chính phủ",
            "Nghị định số 108/2014/NĐ-CP ngày 10/11/2014 của Chính phủ",
        ),
        (
            "Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau",
            "Quyết định số 245/QĐ-UBND ngày 18/3/2016 của Chủ tịch UBND tỉnh Cà Mau",
        ),
        ("Quyết định số 927/QĐ-UBND ngày 28/6/2003", "Quyết định số 927/QĐ-UBND ngày 28/6/2008"),
        ("Nghị quyết 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị", "Nghị quyết 39-NQ/TW ngày 15/7/2013"),
        ("Công điện số 71/CĐ-TTg ngày 22/7/2024", "Công điện số 71/CĐ-TTg ngày 27/7/2024 của Thủ tướng Chính phủ"),
        ("Quyết định số 1234/QĐ-UBND ngày 5/6/2018", "Quyết định số 1234/QĐ-UBND ngày 6/6/2018 của UBND tỉnh"),
    ],
)
def test_one_document_has_one_date(one: str, other: str) -> None:
    [finding] = findings(f"Theo {one}, huyện làm đường. Sau đó, {other} được nhắc lại.")
    assert (finding.kind, finding.documents, finding.text) == ("conflicting_dates", ("d2", "d1"), other)
    assert findings(f"Theo {one}, huyện làm đường.") == []


@pytest.mark.parametrize(
    "text",
    [
        # Two provinces, two documents; and one province in two years.
        "Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau và Quyết định số 245/QĐ-UBND ngày 18/3/2016"
        " của UBND tỉnh Bạc Liêu",
        "Kế hoạch số 12/KH-UBND ngày 5/1/2018 và Kế hoạch số 12/KH-UBND ngày 17/2/2019 của UBND tỉnh Cà Mau",
        "Kế hoạch số 12/KH-UBND ngày 5/1/2018 của UBND xã Phú Tân và Kế hoạch số 12/KH-UBND ngày 17/2/2018",
        # Two terms.
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022",
        "Nghị quyết số 12-NQ/TU ngày 5/3/2016 của Tỉnh ủy và Nghị quyết số 12-NQ/TU ngày 7/9/2021 của Tỉnh ủy",
        # Two types.
        "Quyết định số 12/QĐ-UBND ngày 5/3/2018 và Quy định số 12/QĐ-UBND ngày 7/3/2018",
        # A year alone agrees with a date in it.
        "Nghị quyết số 12/NQ-CP ngày 5/3/2018 và Nghị quyết số 12/NQ-CP năm 2018",
        "Quyết định số 318 ngày 4/5/2017 và Quyết định số 318 ngày 4/6/2017",
    ],
)
def test_different_documents_have_dates_of_their_own(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quyết định số 1234/QĐ-UBND ngày 5/6/2018 của UBND tỉnh Cà Mau; theo Quyết định số 1234/QĐ-UBND"
            " ngày 5/6/2018 của UBND huyện Năm Căn",
            "UBND tỉnh Cà Mau",
        ),
        (
            "Quyết định số 1234/QĐ-UBND ngày 5/6/2018 của UBND tỉnh Cà Mau; theo Quyết định số 1234/QĐ-UBND"
            " ngày 5/6/2018 của UBND tỉnh Bạc Liêu",
            "UBND tỉnh Cà Mau",
        ),
    ],
)
def test_one_document_has_one_issuer(text: str, expected: str) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.documents, finding.expected) == ("conflicting_issuers", ("d2", "d1"), (expected,))


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1234/QĐ-UBND ngày 5/6/2018 của UBND tỉnh Cà Mau; theo Quyết định số 1234/QĐ-UBND"
        " ngày 5/6/2018 của Chủ tịch UBND tỉnh",
        "Quyết định số 12/QĐ-UBND của UBND tỉnh Cà Mau và Quyết định số 12/QĐ-UBND của UBND huyện Năm Căn",
        "Quyết định số 05/2018/QĐ-UBND của UBND tỉnh Cà Mau và Quyết định số 05/2018/QĐ-UBND của UBND tỉnh Bạc Liêu",
        "Thông tư số 21/2018/TT-BYT của Bộ Y tế và Thông tư số 21/2018/TT-BYT của Bộ trưởng Bộ Y tế",
    ],
)
def test_one_issuer_has_several_names(text: str) -> None:
    assert kinds(text) == []


def test_a_long_table_of_one_number_stays_cheap() -> None:
    text = "; ".join(
        f"Quyết định số 1/QĐ-UBND ngày {1 + i % 28}/{1 + i // 28 % 12}/{1990 + i // 336}" for i in range(900)
    )
    assert len(findings(text)) < 50
