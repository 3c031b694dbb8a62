"""What is read as a document, piece by piece; the sentences are made up in the manner of provincial papers."""

from __future__ import annotations

import pytest

from extractor.article.view import View
from extractor.patterns.documents import find_documents

# (sentence with the expected quotes in «», [(type, number, date, issuer)])
Expected = list[tuple[str | None, str | None, str | None, str | None]]

CODED: list[tuple[str, Expected]] = [
    (
        "Thực hiện «Quyết định số 318/QĐ-UBND, ngày 4/5/2017 của UBND tỉnh Bạc Liêu» về việc sắp xếp",
        [("Quyết định", "318/QĐ-UBND", "2017-05-04", "UBND tỉnh Bạc Liêu")],
    ),
    (
        "theo «Nghị định số 29/2023/NĐ-CP ngày 03 tháng 6 năm 2023 của Chính phủ» quy định về tinh giản",
        [("Nghị định", "29/2023/NĐ-CP", "2023-06-03", "Chính phủ")],
    ),
    (
        "Căn cứ «Thông tư 15/2022/TT-BGDĐT (ngày 8.11.2022)», nhà trường",
        [("Thông tư", "15/2022/TT-BGDĐT", "2022-11-08", None)],
    ),
    (
        "«Thông tư liên tịch số 27/2015/TTLT-BGDĐT-BNV của Bộ Giáo dục và Đào tạo và Bộ Nội vụ» nêu",
        [("Thông tư liên tịch", "27/2015/TTLT-BGDĐT-BNV", None, "Bộ Giáo dục và Đào tạo và Bộ Nội vụ")],
    ),
    (
        "«Nghị quyết số 14/2019/NQ-HĐND của HĐND tỉnh Sóc Trăng khóa IX» có",
        [("Nghị quyết", "14/2019/NQ-HĐND", None, "HĐND tỉnh Sóc Trăng khóa IX")],
    ),
    (
        "trình «Luật số 08/2012/QH13» và «Nghị quyết 979/2020/UBTVQH14»",
        [("Luật", "08/2012/QH13", None, None), ("Nghị quyết", "979/2020/UBTVQH14", None, None)],
    ),
    ("«Luật Nhà ở số 65/2014/QH13 ngày 25/11/2014» quy định", [("Luật", "65/2014/QH13", "2014-11-25", None)]),
    ("«Bộ luật Lao động 45/2019/QH14» có hiệu lực", [("Bộ luật", "45/2019/QH14", None, None)]),
    (
        "theo «Nghị quyết số 26-NQ/TW ngày 5-8-2008 của Ban Chấp hành Trung ương (khóa X)» về nông nghiệp",
        [("Nghị quyết", "26-NQ/TW", "2008-08-05", "Ban Chấp hành Trung ương (khóa X)")],
    ),
    (
        "«Kế hoạch 41-KH/TU ngày 2/3/2020 của Tỉnh ủy Kiên Giang»",
        [("Kế hoạch", "41-KH/TU", "2020-03-02", "Tỉnh ủy Kiên Giang")],
    ),
    (
        "«Quy định số 205-QĐ/TW» và «Quy định 08-QĐi/TW», «Quyết định 99-QĐ/TW»",
        [
            ("Quy định", "205-QĐ/TW", None, None),
            ("Quy định", "08-QĐi/TW", None, None),
            ("Quyết định", "99-QĐ/TW", None, None),
        ],
    ),
    (
        "«Chỉ thị 40-CT/T.Ư của Ban Bí thư Trung ương Đảng»",
        [("Chỉ thị", "40-CT/T.Ư", None, "Ban Bí thư Trung ương Đảng")],
    ),
    ("«Kết luận 54-KL/TƯ» nêu", [("Kết luận", "54-KL/TƯ", None, None)]),
    (
        "«Thông báo kết luận thanh tra số 14/TB-TTr của Thanh tra tỉnh» nêu",
        [("Thông báo", "14/TB-TTr", None, "Thanh tra tỉnh")],
    ),
    (
        "«Kết luận giám định số 812/C09B ngày 6/3/2021» cho thấy",
        [("Kết luận", "812/C09B", "2021-03-06", None)],
    ),
    (
        "tuyên «Bản án hình sự sơ thẩm số 25/2020/HS-ST ngày 4/6/2020 của Tòa án nhân dân huyện Giá Rai» đã tuyên",
        [("Bản án", "25/2020/HS-ST", "2020-06-04", "Tòa án nhân dân huyện Giá Rai")],
    ),
    (
        "có «công văn số 2601/BGTVT-VT» trả lời; «Văn bản 77/SNV-CCVC» thì không",
        [("Công văn", "2601/BGTVT-VT", None, None), ("Văn bản", "77/SNV-CCVC", None, None)],
    ),
    (
        "«Công điện số 1063/CĐ-TTg ngày 31/7/2021 của Thủ tướng Chính phủ» yêu cầu",
        [("Công điện", "1063/CĐ-TTg", "2021-07-31", "Thủ tướng Chính phủ")],
    ),
    (
        "theo «Nghị quyết số 103/2015/QH13 ngày 25-11-2015 của Quốc hội»",
        [("Nghị quyết", "103/2015/QH13", "2015-11-25", "Quốc hội")],
    ),
    ("«Chương trình hành động số 27-CTHĐ/TU» của tỉnh", [("Chương trình hành động", "27-CTHĐ/TU", None, None)]),
    ("«Kết luận thanh tra số 512/KL-TTr» chỉ rõ", [("Kết luận", "512/KL-TTr", None, None)]),
    ("«Thông báo kết luận số 77-TB/TU ngày 8/9/2017» nêu", [("Thông báo", "77-TB/TU", "2017-09-08", None)]),
    (
        "ra «Quyết định xử phạt vi phạm hành chính số 88/QĐ-XPVPHC», phạt 5 triệu đồng",
        [("Quyết định", "88/QĐ-XPVPHC", None, None)],
    ),
    (
        "«Tờ trình của UBND tỉnh Trà Vinh số 1290/TTr-UBND ngày 7/7/2018» đề nghị",
        [("Tờ trình", "1290/TTr-UBND", "2018-07-07", "UBND tỉnh Trà Vinh")],
    ),
    ("«Quyết định số 12/QĐ-SYT của Sở Y tế ngày 20-3» đã", [("Quyết định", "12/QĐ-SYT", None, "Sở Y tế")]),
    ("Công ty nhận «Giấy phép số 189/GP-BTTTT cấp»"[:-5] + "» cấp", [("Giấy phép", "189/GP-BTTTT", None, None)]),
]

SLIPS: list[tuple[str, Expected]] = [
    ("«Quyết định số 318 /QĐ - UBND ngày 1/2/2016»", [("Quyết định", "318/QĐ-UBND", "2016-02-01", None)]),
    ("«Nghị định 34/2016/NĐ- CP» và", [("Nghị định", "34/2016/NĐ-CP", None, None)]),
    ("«Nghị quyết 19 – NQ / TW» nêu", [("Nghị quyết", "19-NQ/TW", None, None)]),
    (
        "«Quyết định 33/QD-UBND» và «Nghị định 20/2018/ND-CP»",
        [("Quyết định", "33/QD-UBND", None, None), ("Nghị định", "20/2018/ND-CP", None, None)],
    ),
    ("«Quyết định số: 33/Q\u00d0-UBND»", [("Quyết định", "33/QĐ-UBND", None, None)]),
    ("«Công văn số 55 A / CV-UBND ngày 1/2/1999»", [("Công văn", "55A/CV-UBND", "1999-02-01", None)]),
    ("«Báo cáo số 99/BC-UBTVQH 14 ngày 1/2/2018» nêu", [("Báo cáo", "99/BC-UBTVQH14", "2018-02-01", None)]),
    ("«Văn bản số 31/PC & CC-TM» nêu", [("Văn bản", "31/PC&CC-TM", None, None)]),
    ("theo «Quyết định 61/QĐ-BXDcủa Bộ Xây dựng» thì", [("Quyết định", "61/QĐ-BXD", None, "Bộ Xây dựng")]),
    ("«Thông tư số 89/2014TT-BTC ngày 7/7/2014» hướng dẫn", [("Thông tư", "89/2014TT-BTC", "2014-07-07", None)]),
    ("«thông tư số 04/2017/tt-bkhđt» nêu", [("Thông tư", "04/2017/tt-bkhđt", None, None)]),
    ("«NGHỊ QUYẾT SỐ 12-NQ/TU» nêu", [("Nghị quyết", "12-NQ/TU", None, None)]),
    ("«Quyết định\xa0số\u2003318/QĐ–UBND»", [("Quyết định", "318/QĐ-UBND", None, None)]),
    ("«Kế hoạch 61/KH-UBND tỉnh, ngày 1/10/2014», đến nay", [("Kế hoạch", "61/KH-UBND", "2014-10-01", None)]),
    # A date without its year, but with the issuer behind it; with none, a clause begins there
    (
        "«Công điện số 06/CĐ-UBND, ngày 15/9 của Chủ tịch UBND tỉnh», các huyện trực",
        [("Công điện", "06/CĐ-UBND", None, "Chủ tịch UBND tỉnh")],
    ),
    ("«Công điện số 06/CĐ-UBND», ngày 15/9 các huyện trực", [("Công điện", "06/CĐ-UBND", None, None)]),
    (
        "«Kế hoạch số 112/KH-BCĐ của Ban Chỉ đạo 138 tỉnh» nêu rõ",
        [("Kế hoạch", "112/KH-BCĐ", None, "Ban Chỉ đạo 138 tỉnh")],
    ),
    (
        "«Báo cáo thẩm tra số 12/BC-HĐND của Ban Kinh tế - Ngân sách HĐND tỉnh» cho thấy",
        [("Báo cáo", "12/BC-HĐND", None, "Ban Kinh tế - Ngân sách HĐND tỉnh")],
    ),
    (
        "«Nghị quyết số 42 NQ/TW của Trung ương» và «Quyết định số 9 QĐ-UBND»",
        [("Nghị quyết", "42NQ/TW", None, "Trung ương"), ("Quyết định", "9QĐ-UBND", None, None)],
    ),
    ("«Nghị quyết số 19/NQ-CP năm 2018 của Chính phủ»", [("Nghị quyết", "19/NQ-CP", "2018", "Chính phủ")]),
    ("«Công văn số 1.234/UBND-KT» nêu", [("Công văn", "1.234/UBND-KT", None, None)]),
]

SHORT: list[tuple[str, Expected]] = [
    ("«Nghị định 98» cho phép vay", [("Nghị định", "98", None, None)]),
    ("theo «Nghị quyết 30a» của mình", [("Nghị quyết", "30a", None, None)]),
    ("Tỉnh ban hành «Quyết định số 13» hỗ trợ 20 hộ", [("Quyết định", "13", None, None)]),
    ("theo «Nghị định 167/2013», mức phạt", [("Nghị định", "167/2013", None, None)]),
    (
        "«Thông tư 58/2020 ngày 16/6/2020 của Bộ Công an» quy định",
        [("Thông tư", "58/2020", "2020-06-16", "Bộ Công an")],
    ),
    ("theo «Thông tư số 15 của bộ Y tế» làm", [("Thông tư", "15", None, "bộ Y tế")]),
    (
        "«NQ 30a» và «QĐ 318/QĐ-UBND», «NĐ 100», «KH số 55»",
        [
            ("Nghị quyết", "30a", None, None),
            ("Quyết định", "318/QĐ-UBND", None, None),
            ("Nghị định", "100", None, None),
            ("Kế hoạch", "55", None, None),
        ],
    ),
    ("«Kế hoạch 86 của UBND tỉnh» chậm lại", [("Kế hoạch", "86", None, "UBND tỉnh")]),
    ("huỷ «quyết định 4512 của Bộ trưởng Bộ Y tế» về", [("Quyết định", "4512", None, "Bộ trưởng Bộ Y tế")]),
    ("«Chỉ thị 16 ngày 31/3/2020» yêu cầu", [("Chỉ thị", "16", "2020-03-31", None)]),
    ("«Nghị quyết số 45 năm 2018 của HĐND tỉnh»", [("Nghị quyết", "45", "2018", "HĐND tỉnh")]),
]

NAMED: list[tuple[str, Expected]] = [
    (
        "theo «Luật Nhà ở năm 2014» và «Bộ luật Dân sự 2015» thì",
        [("Luật", None, "2014", None), ("Bộ luật", None, "2015", None)],
    ),
    ("«Luật Phòng, chống tác hại của rượu, bia năm 2019» nêu", [("Luật", None, "2019", None)]),
    ("«Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế năm 2014» nêu", [("Luật", None, "2014", None)]),
    ("«luật tố cáo năm 2018» nêu", [("Luật", None, "2018", None)]),
    ("«Luật Giáo dục (sửa đổi) năm 2019»", [("Luật", None, "2019", None)]),
    (
        "Điều 355 «BLHS năm 2015» và «Luật Các tổ chức tín dụng 2010»",
        [("Bộ luật", None, "2015", None), ("Luật", None, "2010", None)],
    ),
    ("«Hiến pháp năm 2013» khẳng định", [("Hiến pháp", None, "2013", None)]),
    ("«Luật Quản lý thuế ngày 13 tháng 6 năm 2019» nêu", [("Luật", None, "2019-06-13", None)]),
    ("khoản 2 Điều 5 «Pháp lệnh Dân số năm 2003»", [("Pháp lệnh", None, "2003", None)]),
    ("«Pháp lệnh Ưu đãi người có công năm 2020» về", [("Pháp lệnh", None, "2020", None)]),
    (
        "«Kết luận số 183-KL/TW ngày 1/8/2025 của Bộ Chính trị, Ban Bí thư» về",
        [("Kết luận", "183-KL/TW", "2025-08-01", "Bộ Chính trị, Ban Bí thư")],
    ),
    ("«Nghị quyết ngày 17/4/2015 của Bộ Chính trị» về", [("Nghị quyết", None, "2015-04-17", "Bộ Chính trị")]),
    ("tại «báo cáo Kiểm toán Nhà nước ngày 9/9/2020» về", [("Báo cáo", None, "2020-09-09", "Kiểm toán Nhà nước")]),
    (
        "«Hiệp định hợp tác giữa Việt Nam và Lào ký kết ngày 5/9/2012», hai bên",
        [("Hiệp định", None, "2012-09-05", None)],
    ),
    ("theo «Quyết định của UBND tỉnh ngày 5/6/2018», xã", [("Quyết định", None, "2018-06-05", "UBND tỉnh")]),
    ("«Nghị quyết Trung ương 6», «7 khóa XII» yêu cầu", [("Nghị quyết", None, None, None)] * 2),
    (
        "(các đề án thực hiện «Nghị quyết Trung ương 6», «7 khóa XII»). Tập trung",
        [("Nghị quyết", None, None, None)] * 2,
    ),
    ("«Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII» và", [("Nghị quyết", None, None, None)]),
    ("«Nghị quyết TW 4 (khóa XI)» nêu", [("Nghị quyết", None, None, None)]),
]

LISTED: list[tuple[str, Expected]] = [
    (
        "các «Nghị quyết số 18», «19-NQ/TW» của",
        [("Nghị quyết", "18", None, None), ("Nghị quyết", "19-NQ/TW", None, None)],
    ),
    (
        "các «Nghị định số 20/NĐ-CP» và «25/NĐ-CP» nêu",
        [("Nghị định", "20/NĐ-CP", None, None), ("Nghị định", "25/NĐ-CP", None, None)],
    ),
    (
        "các «nghị quyết số 18-NQ/TW», «số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương» nêu",
        [("Nghị quyết", "18-NQ/TW", None, None), ("Nghị quyết", "19-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương")],
    ),
    (
        "các «thông tư 33», «34», «35/2016/TTLT-BYT-BNV» đều",
        [
            ("Thông tư", "33", None, None),
            ("Thông tư", "34", None, None),
            ("Thông tư", "35/2016/TTLT-BYT-BNV", None, None),
        ],
    ),
    (
        "hai «Nghị quyết 18» và «19 của Trung ương» về",
        [("Nghị quyết", "18", None, None), ("Nghị quyết", "19", None, "Trung ương")],
    ),
    (
        "«Quyết định 31/QĐ-UBND ngày 2/3/2019», «32/QĐ-UBND ngày 4/3/2019» đều",
        [("Quyết định", "31/QĐ-UBND", "2019-03-02", None), ("Quyết định", "32/QĐ-UBND", "2019-03-04", None)],
    ),
]

NONE = [
    "Kế hoạch 2015 - 2018 đạt 52%",
    "Đề án 5 năm của huyện",
    "Luật Đất đai quy định rõ; nghị định này thì không",
    "UBND tỉnh quyết định 2 dự án trọng điểm",
    "Sở thông báo 15 trường hợp vi phạm",
    "báo cáo 6 tháng đầu năm 2018",
    "tòa quyết định 5 năm tù giam",
    "Điều 5, khoản 2 và điểm a",
    "đạt 318/1.020 người, tăng 12/15 xã",
    "ngày 4/5/2017, Quốc lộ 1A và QL61B",
    "xe biển số 69A-123.45 ở số 12/5 đường Trần Phú",
    "cuộc họp số 02/KH ở phòng A1-B2",
    "chương trình 30 phút, kế hoạch 5.200 tấn, kế hoạch 98%",
    "Nghị quyết 12 điểm và quyết định 3 vấn đề",
    "quyết định 350 tỷ đồng cho dự án",
    "Đại hội thông qua nghị quyết với 100% đại biểu",
    "Luật gồm 7 chương, 36 điều, có hiệu lực từ ngày 1/1/2020",
    "dự án luật này sẽ trình năm 2019",
    "luật sư năm 2018 tăng 20 người, kỷ luật năm 2019 giảm",
    "theo kế hoạch mới ngày 2/9/2015, cầu được thông xe",
    "thông báo ngày 18/3/2019 sẽ họp",
    "Chỉ số 5/2018 và tháng 4/2017 của tỉnh",
    "Theo Luật Đất đai, năm 2018 tỉnh thu hồi 20 ha",
    "Luật Quy hoạch có hiệu lực từ năm 2019",
    "tiêu chuẩn TCVN 5945:2005 và QCVN 01:2018/BYT",
    "Nghị quyết 2019 của đời mình là chăm chỉ"[:14] + "-2020 đề ra",
    "Công ước Liên hợp quốc về Luật Biển năm 1982",
    "hướng dẫn 300 nông dân, kết luận 27/29 vụ",
]


def _mark(sentence: str) -> tuple[str, list[str]]:
    plain, quotes, at = "", [], 0
    while (start := sentence.find("«", at)) >= 0:
        end = sentence.index("»", start)
        plain += sentence[at:start] + sentence[start + 1 : end]
        quotes.append(sentence[start + 1 : end])
        at = end + 1
    return plain + sentence[at:], quotes


@pytest.mark.parametrize(("sentence", "expected"), CODED + SLIPS + SHORT + NAMED + LISTED)
def test_reads_documents(sentence: str, expected: Expected) -> None:
    text, quotes = _mark(sentence)
    view = View(text)
    found = find_documents(view)
    assert [(d.type, d.number, d.date, d.issuer) for d in found] == expected
    assert [text[slice(*view.to_source(d.start, d.end))] for d in found] == quotes


@pytest.mark.parametrize("sentence", NONE)
def test_reads_no_document(sentence: str) -> None:
    assert [sentence[d.start : d.end] for d in find_documents(View(sentence))] == []


def test_the_nearer_capital_word_is_the_type() -> None:
    [found] = find_documents(View("theo thông báo Kết luận số 27-KL/TW của Bộ Chính trị"))
    assert (found.type, found.number) == ("Kết luận", "27-KL/TW")


def test_a_draft_is_no_document_but_the_report_on_it_is() -> None:
    [found] = find_documents(View("Báo cáo tiếp thu, chỉnh lý dự thảo Luật số 45/BC-UBTVQH14 nêu"))
    assert (found.type, found.number) == ("Báo cáo", "45/BC-UBTVQH14")


def test_a_code_alone_names_its_document() -> None:
    [found] = find_documents(View("(số 318/QĐ-UBND ngày 1/2/2016)"))
    assert (found.type, found.number, found.date, found.rule) == ("Quyết định", "318/QĐ-UBND", "2016-02-01", "code")


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Quyết định số 5/QĐ-UBND ngày 31/2/2016", None),
        ("Quyết định số 5/QĐ-UBND ngày 3/2", None),
        ("Quyết định số 5/QĐ-UBND ban hành ngày 3/2/2016", None),
        ("Quyết định số 5/QĐ-UBND ký ngày 3/2/2016", "2016-02-03"),
        ("Quyết định số 5/QĐ-UBND, ngày 3 tháng 2 năm 2016", "2016-02-03"),
    ],
)
def test_dates(sentence: str, date: str | None) -> None:
    [found] = find_documents(View(sentence))
    assert found.date == date


@pytest.mark.parametrize(
    "issuer",
    [
        "Chủ tịch UBND tỉnh Cà Mau",
        "UBND huyện Trần Văn Thời, tỉnh Cà Mau",
        "Uỷ ban nhân dân tỉnh Thừa Thiên - Huế",
        "Ban Thường vụ Tỉnh ủy",
        "Bộ Lao động, Thương binh và Xã hội",
        "Bộ LĐ-TB&XH",
        "Sở GD - ĐT TP. Cần Thơ",
        "Bộ Nông nghiệp và PTNT",
        "Viện kiểm sát nhân dân tối cao",
        "TAND cấp cao tại Đà Nẵng",
        "Cục Thi hành án dân sự tỉnh Hậu Giang",
        "Hội đồng quản trị Công ty cổ phần Thủy sản Minh Hải",
        "Tổng công ty Điện lực miền Nam",
        "Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI",
        "cục Bảo vệ thực vật - Bộ Nông nghiệp",
    ],
)
@pytest.mark.parametrize(
    "rest", [" về việc", " quy định", ", tỉnh đã giảm 5%", ".", " yêu cầu các xã", " Nguyễn Văn An"]
)
def test_issuers_stop_where_the_title_begins(issuer: str, rest: str) -> None:
    [found] = find_documents(View(f"Theo Quyết định số 5/QĐ-X ngày 3/2/2016 của {issuer}{rest}"))
    if rest == " Nguyễn Văn An" and not issuer.startswith(("Chủ tịch", "UBND")):
        return
    assert found.issuer == issuer
