"""What identifies a document beyond its article: canonical id, normative or individual, word against code."""

from __future__ import annotations

import unicodedata

import pytest

from extractor import extract

CANONICAL: list[tuple[str, str | None]] = [
    # Normative: number with its year and symbol; of a province, with its issuer.
    ("Nghị định số 115/2010/NĐ-CP ngày 24/12/2010 của Chính phủ", "115/2010/nd-cp"),
    ("nghị định 115/2010/ND - CP", "115/2010/nd-cp"),
    ("Nghị định 115/2010", "115/2010/nd-cp"),
    ("Thông tư số 05/2018/TT-BTC", "5/2018/tt-btc"),
    ("Thông tư 15/2022 của Bộ trưởng Bộ Y tế", "15/2022/tt-byt"),
    ("Thông tư 15 năm 2022 của Bộ GD&ĐT", "15/2022/tt-bgddt"),
    ("Thông tư 15 năm 2022 của bộ Y tế", "15/2022/tt-byt"),
    ("Thông tư 15/2022", None),
    ("Luật số 80/2015/QH13", "80/2015/qh13"),
    ("Nghị quyết 979/2020/UBTVQH 14", None),
    ("Quyết định số 05/2018/QĐ-UBND của UBND tỉnh Cà Mau", "5/2018/qd-ubnd/ubnd-tinh-ca-mau"),
    ("Quyết định số 05/2018/QĐ-UBND của UBND tỉnh", None),
    ("Quyết định số 05/2018/QĐ-UBND", None),
    # Individual: the year of the date, and the issuer where the symbol's is not the country's only one.
    ("Quyết định số 245/QĐ-UBND, ngày 16/2/2016 của UBND tỉnh Cà Mau", "245/qd-ubnd/2016/ubnd-tinh-ca-mau"),
    (
        "QĐ 245/Q\u00d0–UBND ngày 16.2.2016 của Chủ tịch Uỷ ban nhân dân tỉnh Cà Mau",
        "245/qd-ubnd/2016/ubnd-tinh-ca-mau",
    ),
    ("Quyết định 245/QD-UBND năm 2016 của UBND Cà Mau", "245/qd-ubnd/2016/ubnd-tinh-ca-mau"),
    ("Quyết định 245/QĐ-UBND ngày 16/2/2016 của UBND TP Cà Mau", None),
    ("Quyết định 245/QĐ-UBND ngày 16/2/2016 của UBND huyện Cái Nước", None),
    (
        "Quyết định 245/QĐ-UBND ngày 16/2/2016 của UBND huyện Cái Nước, tỉnh Cà Mau",
        "245/qd-ubnd/2016/ubnd-huyen-cai-nuoc-tinh-ca-mau",
    ),
    ("Quyết định 9/QĐ-UBND ngày 1/2/2016 của UBND TP.HCM", "9/qd-ubnd/2016/ubnd-thanh-pho-ho-chi-minh"),
    ("Quyết định số 318/QĐ-TTg ngày 1/2/2016 của Thủ tướng Chính phủ", "318/qd-ttg/2016"),
    ("Quyết định số 318/QĐ-TTg", None),
    ("Quyết định 595/QĐ-BHXH ngày 14/4/2017 của BHXH Việt Nam", "595/qd-bhxh/2017/bhxh-viet-nam"),
    ("Công văn số 1.234/BGTVT-VT ngày 1/2/2018", "1234/bgtvt-vt/2018"),
    ("Bản án số 25/2020/HS-ST của TAND tỉnh Cà Mau", "25/2020/hs-st/tand-tinh-ca-mau"),
    ("Bản án số 25/2020/HS-ST", None),
    ("Quyết định 15 ngày 1/2/2016 của UBND tỉnh Cà Mau", None),
    # The Party numbers by term.
    ("Nghị quyết số 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị", "39/nq-tw/khoa-11"),
    ("Nghị quyết 39 - NQ/T.Ư ngày 17/4/2015", "39/nq-tw/khoa-11"),
    ("Nghị quyết 39-NQ/TƯ của Ban Chấp hành Trung ương khóa XI", "39/nq-tw/khoa-11"),
    ("Nghị quyết số 39 ngày 17/4/2015 của Bộ Chính trị", "39/nq-tw/khoa-11"),
    ("Nghị quyết 39-NQ/TW", None),
    ("Nghị quyết 39-NQ/TW năm 2016 của Bộ Chính trị", None),
    ("Quy định 205-QĐ/TW ngày 23/9/2019", "205/qyd-tw/khoa-12"),
    ("Quyết định 205-QĐ/TW ngày 23/9/2019", "205/qd-tw/khoa-12"),
    ("Quy định số 08-QĐi/TW, ngày 25/10/2018", "8/qyd-tw/khoa-12"),
    ("Kế hoạch 41-KH/TU ngày 2/3/2020 của Ban Thường vụ Tỉnh ủy Kiên Giang", "41/kh-tu/2020-03-02/tinh-kien-giang"),
    ("Kế hoạch 41-KH/TU ngày 2/3/2020 của Tỉnh ủy", None),
    ("Chương trình hành động số 32-CT/TU ngày 1/3/2025 của Tỉnh ủy Bình Định", "32/ctr-tu/2025-03-01/tinh-binh-dinh"),
    ("Nghị quyết Trung ương 6 (khóa XII)", "nghi-quyet/hoi-nghi-tw-6/khoa-12"),
    ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", "nghi-quyet/hoi-nghi-tw-6/khoa-12"),
    ("Nghị quyết Trung ương 6", None),
    # Laws by name and year.
    ("Luật Đất đai năm 2013", "luat/dat-dai/2013"),
    ("LUẬT ĐẤT ĐAI 2013", "luat/dat-dai/2013"),
    ("Luật Đầu tư công năm 2019", "luat/dau-tu-cong/2019"),
    ("Bộ luật Hình sự năm 2015", "bo-luat/hinh-su/2015"),
    ("BLHS 2015", "bo-luat/hinh-su/2015"),
    ("Luật Quản lý thuế ngày 13 tháng 6 năm 2019", "luat/quan-ly-thue/2019"),
    ("Luật Giáo dục (sửa đổi) năm 2019", "luat/giao-duc/2019"),
    ("Hiến pháp năm 2013", "hien-phap/2013"),
    ("Nghị quyết ngày 17/4/2015 của Bộ Chính trị", None),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_canonical(text: str, canonical: str | None) -> None:
    [document] = extract(f"theo {text}.").documents
    if text.endswith("UBTVQH 14"):
        canonical = "979/2020/ubtvqh14"
    assert document.canonical == canonical
    [decomposed] = extract(unicodedata.normalize("NFD", f"theo {text}.")).documents
    assert decomposed.canonical == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "Quyết định 318/QĐ-UBND của UBND tỉnh Cà Mau. Quyết định 318 ngày 1/2/2016. Quyết định này nêu",
            ["318/qd-ubnd/2016/ubnd-tinh-ca-mau"] * 3,
        ),
        ("Nghị định 100 nêu. Nghị định số 100/2019/NĐ-CP", ["100/2019/nd-cp"] * 2),
        ("Luật Nhà ở năm 2014; Luật Nhà ở số 65/2014/QH13; Luật Nhà ở 2014", ["65/2014/qh13"] * 3),
        ("Nghị quyết Trung ương 4 (khóa XI); Nghị quyết Trung ương 4", ["nghi-quyet/hoi-nghi-tw-4/khoa-11"] * 2),
        (
            "Quyết định 5/QĐ-UBND ngày 1/2/2016 của UBND tỉnh Cà Mau; Quyết định 5/QĐ-UBND của UBND tỉnh Bạc Liêu",
            ["5/qd-ubnd/2016/ubnd-tinh-ca-mau", None],
        ),
        ("Nghị quyết 18-NQ/TW năm 2012; Nghị quyết 18-NQ/TW ngày 25/10/2017", ["18/nq-tw/khoa-11", "18/nq-tw/khoa-12"]),
        (
            "Các Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
            ["18/nq-tw/khoa-12", "19/nq-tw/khoa-12"],
        ),
        (
            "Nghị quyết Trung ương 6, 7 khóa XII",
            ["nghi-quyet/hoi-nghi-tw-6/khoa-12", "nghi-quyet/hoi-nghi-tw-7/khoa-12"],
        ),
    ],
)
def test_citations_of_one_document_share_its_id(text: str, canonical: list[str | None]) -> None:
    assert [document.canonical for document in extract(text).documents] == canonical


@pytest.mark.parametrize(
    ("text", "normative"),
    [
        ("Nghị định 115/2010/NĐ-CP", True),
        ("Nghị định 115/2010", True),
        ("Luật số 80/2015/QH13", True),
        ("Quyết định 245/QĐ-UBND ngày 16/2/2016", False),
        ("Nghị quyết 30a", False),
        ("Luật Đất đai năm 2013", None),
    ],
)
def test_normative_is_a_year_in_the_number(text: str, normative: bool | None) -> None:
    [document] = extract(f"theo {text}, tỉnh").documents
    assert document.normative is normative


@pytest.mark.parametrize(
    ("text", "symbol_type"),
    [
        ("Kết luận số 1785/TB-TTCP", "Thông báo"),
        ("Chương trình hành động số 32-CT/TU", "Chỉ thị"),
        ("Đề án 1956/QĐ-TTg", "Quyết định"),
        ("Công văn 77/TB-UBND", "Thông báo"),
        ("Nghị định 12/2013/QH13", "Luật"),
        ("Quyết định 245/QĐ-UBND", None),
        ("Quyết định 245/QD-UBND", None),
        ("Quy định 37-QĐ/TW", None),
        ("Quy định 08-QĐi/TW", None),
        ("Văn bản số 78/QĐ-MTĐT", None),
        ("Công văn 1234/CT-TTHT", None),
        ("Thông tư số 27/2015/TTLT-BGDĐT-BNV", None),
        ("Kết luận thanh tra số 512/KL-TTr", None),
        ("Cáo trạng số 07/CT-VKS-P3", None),
        ("Cáo trạng số 03/CTr-VKSTC", None),
        ("Nghị quyết 41/2017/QH14", None),
        ("Bản án số 12/2018/HS-ST", None),
        ("Nghị quyết 30a", None),
    ],
)
def test_the_word_decides_and_the_code_is_kept_where_it_disagrees(text: str, symbol_type: str | None) -> None:
    [document] = extract(f"theo {text}, tỉnh").documents
    assert document.symbol_type == symbol_type
    assert document.type is not None
    assert text.startswith(document.type)
