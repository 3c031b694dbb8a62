import pytest

from extractor.lexicon import entries
from extractor.patterns.documents.authorities import authority_of, level_end
from tests.validator.documents.proof import findings, kinds


@pytest.mark.parametrize(
    ("text", "expected", "severity"),
    [
        ("Nghị định số 16/2015/NĐ-CP của Bộ Nội vụ", ("Chính phủ",), "high"),
        ("Nghị định số 16/2015/NĐ-CP của Thủ tướng Chính phủ", ("Chính phủ",), "low"),
        ("Quyết định số 1722/QĐ-TTg ngày 2/9/2016 của Bộ Tài chính", ("Thủ tướng Chính phủ",), "high"),
        ("Quyết định 245/QĐ-UBND ngày 16/2/2016 của Tỉnh ủy Cà Mau", ("Ủy ban nhân dân",), "high"),
        ("Nghị quyết số 12/NQ-HĐND ngày 5/7/2018 của UBND tỉnh Bạc Liêu", ("Hội đồng nhân dân",), "low"),
        ("Thông tư số 21/2018/TT-BYT của Bộ Tài chính", ("Bộ Y tế",), "high"),
        ("Nghị quyết số 39-NQ/TW ngày 17/4/2015 của Chính phủ", ("Ban Chấp hành Trung ương",), "high"),
        ("Kế hoạch số 57-KH/TU của UBND tỉnh", ("Tỉnh ủy",), "high"),
        ("Thông tư số 26/2018 của UBND tỉnh Cà Mau", (), "high"),
        ("Nghị định 100 của Bộ Y tế", ("Chính phủ",), "high"),
        ("Nghị quyết số 76/2014/QH13 của Chính phủ", ("Quốc hội",), "high"),
        ("Nghị quyết số 76/2014/UBTVQH13 của Quốc hội", ("Ủy ban Thường vụ Quốc hội",), "low"),
    ],
)
def test_issuers_of_what_is_not_theirs(text: str, expected: tuple[str, ...], severity: str) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.expected, finding.severity) == ("issuer_cannot_issue", expected, severity)
    assert finding.documents == ("d1",)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 16/2015/NĐ-CP của Chính phủ",
        "Quyết định 24/QĐ-BGTVT của Bộ GTVT",
        "quyết định 4674 của Bộ trưởng bộ GD & ĐT",
        "Thông tư số 26/2018/TT-BNNPTNT của Bộ NN&PTNT",
        "Quyết định số 2237/QĐ-BNN-TTr của Bộ Nông nghiệp và Phát triển nông thôn",
        "Thông báo số 121/TB-VPCP của Thủ tướng Chính phủ",
        "Thông báo số 37-TB/TW của Văn phòng Trung ương Đảng",
        "Hướng dẫn số 21-HD/BTCTW của Ban Bí thư",
        "Nghị quyết số 04/2017/NQ-HĐTP của TAND tối cao",
        "Nghị quyết số 04/2017/NQ-HĐTP của Hội đồng Thẩm phán TAND tối cao",
        "Quyết định 245/QĐ-UBND của Chủ tịch UBND huyện Thới Bình",
        "Quyết định số 312-QĐ/HU của Ban Thường vụ Huyện ủy",
        "Nghị quyết số 403/2017/NQLT-UBTVQH14-CP của Chính phủ",
        "Thông tư liên tịch số 37/2015/TTLT-BYT-BTC của Bộ Y tế và Bộ Tài chính",
        "Thông tư liên tịch số 37/2015/TTLT-BYT-BTC của Bộ Tài chính",
        "Luật số 23-L/CTN ngày 10/7/1993 của Quốc hội",
        # Before the law of 1996, others issued these as well.
        "Thông tư số 26 ngày 5/3/1985 của Chính phủ",
        # Not known, or not one.
        "Quyết định 245/QĐ-UBND của Cục Thuế tỉnh",
        "Công văn số 1227/SNV-CCVC của Sở Nội vụ",
    ],
)
def test_who_may_issue_it_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("entry", entries("issuing_powers"), ids=lambda entry: entry["name"])
def test_powers_prove_their_examples(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        assert kinds(example) == []
    for wrong in entry["wrong"]:
        assert kinds(wrong) == ["issuer_cannot_issue"], wrong


@pytest.mark.parametrize("entry", entries("authorities"), ids=lambda entry: entry["name"])
def test_authorities_know_their_examples(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        found = authority_of(example)
        assert found is not None
        assert found.name == entry["name"]
    for letters in entry["letters"]:
        [expected] = {e["name"] for e in entries("document_symbols") if e["name"] == letters}
        assert expected == letters


@pytest.mark.parametrize("entry", entries("abolished_levels"), ids=lambda entry: entry["name"])
def test_levels_know_their_examples(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        assert level_end(example) == entry["until"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND huyện Thới Bình", ()),
        ("Kế hoạch số 45/KH-UBND ngày 2/3/2026 của Chủ tịch UBND thị xã Giá Rai", ()),
        ("Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND TP Cà Mau", ()),
        ("Quyết định số 312-QĐ/HU ngày 15/8/2025 của Huyện ủy Năm Căn", ()),
        ("Quyết định số 45/2026/QĐ-UBND của UBND quận Ninh Kiều", ()),
        ("Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND tỉnh Bình Định", ("Gia Lai",)),
        ("Thông tư số 10/2025/TT-BGTVT ngày 5/6/2025 của Bộ Giao thông vận tải", ("Bộ Xây dựng",)),
        ("Quyết định số 45/QĐ-UBND ngày 15/1/2025 của UBND tỉnh Thừa Thiên Huế", ("Huế",)),
    ],
)
def test_issuers_that_were_no_more(text: str, expected: tuple[str, ...]) -> None:
    [finding] = findings(text)
    assert (finding.kind, finding.severity) == ("abolished_issuer", "high")
    assert finding.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 45/QĐ-UBND ngày 30/6/2025 của UBND huyện Thới Bình",
        "Quyết định số 45/QĐ-UBND của UBND huyện Thới Bình",
        "Quyết định số 45/2025/QĐ-UBND của UBND huyện Thới Bình",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND TP. Cần Thơ",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND thành phố",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND TP.HCM",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND xã Phú Tân",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2025 của UBND tỉnh Gia Lai",
        "Quyết định số 45/QĐ-UBND ngày 15/8/2016 của UBND tỉnh Bình Định",
    ],
)
def test_issuers_of_their_time_are_left_alone(text: str) -> None:
    assert kinds(text) == []
