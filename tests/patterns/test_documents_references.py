"""Short references ("Quyết định này") and pinpoints ("khoản 2 Điều 5") are tied to their documents."""

from __future__ import annotations

import unicodedata

import pytest

from extractor import extract
from extractor.article.view import View
from extractor.lexicon import Entry, entries
from extractor.patterns.documents import find_documents
from extractor.patterns.figures import find_figures

# (text, the short references with the number each is tied to)
REFERENCES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Nghị định số 136/2018/NĐ-CP có hiệu lực. Nghị định này bãi bỏ", [("Nghị định này", "136/2018/NĐ-CP")]),
    (
        "Quyết định 5/QĐ-X và Quyết định 7/QĐ-X. Quyết định này nêu; quyết định trên, xã",
        [("Quyết định này", "7/QĐ-X"), ("quyết định trên", "7/QĐ-X")],
    ),
    (
        "Nghị định 1/2020/NĐ-CP, Thông tư 2/2020/TT-BTC. Theo nghị định nói trên và thông tư vừa nêu",
        [("nghị định nói trên", "1/2020/NĐ-CP"), ("thông tư vừa nêu", "2/2020/TT-BTC")],
    ),
    ("Quyết định 318/QĐ-UBND nêu. Quyết định 318 và Quyết định này", [("Quyết định này", "318/QĐ-UBND")]),
    (
        "Quyết định xử phạt số 45/QĐ-XPVPHC. Từ quyết định xử phạt nói trên",
        [("quyết định xử phạt nói trên", "45/QĐ-XPVPHC")],
    ),
    ("Công văn 812/UBND-NC nêu rõ. Văn bản này đã gửi", [("Văn bản này", "812/UBND-NC")]),
    ("Thông tư liên tịch 01/2015/TTLT-BNV-BTC. Thông tư này có", [("Thông tư này", "01/2015/TTLT-BNV-BTC")]),
    ("Luật số 80/2015/QH13 nêu. Điều 4 luật nói trên có", [("luật nói trên", "80/2015/QH13")]),
    ("Kế hoạch 55/KH-UBND đề ra. Theo kế hoạch này, xã", [("kế hoạch này", "55/KH-UBND")]),
    ("Quy định 37-QĐ/TW ban hành. Theo Quy định này, đảng viên", [("Quy định này", "37-QĐ/TW")]),
]

NO_REFERENCE = [
    "Quyết định này có hiệu lực",
    "quy định này, kế hoạch này, báo cáo này, luật này, văn bản này",
    "Quyết định này nêu. Quyết định số 5/QĐ-UBND",
    "Nghị định 1/2020/NĐ-CP và Thông tư 2/2020/TT-BTC: quyết định này, quy định này",
    "Nghị định 1/2020/NĐ-CP, Nghị định 2/2020/NĐ-CP: các Nghị định này, 2 nghị định này, hai nghị định trên",
    "Luật Đất đai năm 2013. Dự thảo Luật này sẽ; dự án luật này",
    "Nghị định 1/2020/NĐ-CP; dự thảo nghị định mới. Nghị định này",
    "Luật Đất đai năm 2013; Luật Nhà ở có hiệu lực; Luật này",
    "Kế hoạch 55/KH-UBND; triển khai kế hoạch trên địa bàn; theo kế hoạch trên 200 ha",
    "Kế hoạch 55/KH-UBND. Xã có kế hoạch riêng. Theo kế hoạch này, xã",
    "Báo cáo số 5/BC-UBND" + " và nhiều việc khác" * 80 + ". Báo cáo này",
    "Nghị quyết 5/NQ-HĐND. Nghị quyết đó là một",
    "Nghị định thư ngày 2/3/2010. Nghị định này",
    "Quyết định ngày 5/6/2018 của UBND tỉnh. Quyết định này",
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_short_references(text: str, expected: list[tuple[str, str]], form: str) -> None:
    record = extract(unicodedata.normalize(form, text))
    by_id = {document.id: document for document in record.documents}
    found = [document for document in record.documents if document.rule == "anaphora"]
    assert [(unicodedata.normalize("NFC", d.text), by_id[d.same_as or ""].number) for d in found] == expected
    assert all((d.number, d.date, d.normative) == (None, None, None) for d in found)
    assert all(d.canonical == by_id[d.same_as or ""].canonical for d in found)


@pytest.mark.parametrize("text", NO_REFERENCE)
def test_no_short_reference(text: str) -> None:
    assert [text[d.start : d.end] for d in find_documents(View(text)) if d.rule == "anaphora"] == []


@pytest.mark.parametrize(
    "entry", [e for e in entries("document_context") if e["role"] == "demonstrative"], ids=lambda e: e["name"]
)
def test_demonstratives_read_their_examples(entry: Entry) -> None:
    for example in entry["examples"]:
        text = f"Nghị định 1/2020/NĐ-CP; {example}"
        references = [text[d.start : d.end] for d in find_documents(View(text)) if d.rule == "anaphora"]
        assert references == [f"Nghị định {entry['name']}"]


def test_short_references_leave_figures_as_they_are() -> None:
    view = View(
        "Quyết định 5/QĐ-UBND hỗ trợ 20 hộ. Theo Quyết định này, 12 hộ nghèo, 15% số xã của kế hoạch này được 3 tỷ"
    )
    documents = find_documents(view)
    assert [d.rule for d in documents] == ["coded", "anaphora"]
    assert find_figures(view, documents) == find_figures(view, documents[:1])


# (text with the document in «» and its pinpoint in [])
PINPOINTS = [
    "theo [khoản 2 Điều 5] «Nghị định số 80/2021/NĐ-CP» thì",
    "theo [điều 9] «nghị định 115/2010/NĐ-CP» thì",
    "về tội [điểm a khoản 4 Điều 355] «Bộ luật Hình sự năm 2015»",
    "[Điều 280] – «Bộ luật Hình sự năm 1999»",
    "vi phạm [khoản 6, Điều 36], «Nghị định 167/2013/NĐ-CP»",
    "[Điều 355, khoản 4, điểm a] «Bộ luật Hình sự 2015»",
    "theo [các điều 5, 6 và 7] của «Luật Đất đai năm 2013»",
    "[từ Điều 5 đến Điều 9] «Nghị định 100/2019/NĐ-CP»",
    "[điểm a, b và c khoản 1, khoản 3 Điều 5; điểm đ khoản 2 Điều 6] «Nghị định 100/2019/NĐ-CP»",
    "[điểm c) khoản 3a Điều 12a] «Nghị định 5/2020/NĐ-CP»",
    "[Mục II.1.3] «Hướng dẫn 36-HD/VPTW» và [Chương III] «Luật Đầu tư công năm 2019»",
    "[phụ lục III] ban hành kèm theo «Nghị định 30/2020/NĐ-CP»",
    "[Điều 206 và 222] «BLHS năm 2015»",
    "«Bộ luật Hình sự 2015» ([Điều 355]) quy định",
    "[Điều 5] «Thông tư 1/2020/TT-BTC» và [Điều 6] «Thông tư 2/2020/TT-BTC»",
    "[khoản 2 Điều 5] các «Nghị định số 20/NĐ-CP» và «25/NĐ-CP»",
    "«Luật số 80/2015/QH13»; [khoản 2 Điều 4] «luật nói trên» nêu",
    "«Nghị định 30/2020/NĐ-CP», Điều 5 nêu. «Nghị định 31/2020/NĐ-CP»",
    "Điều này có trong «Nghị định 5/2020/NĐ-CP»; đạt 5 điểm «Nghị định 6/2020/NĐ-CP»",
    "khoản 2 Điều 5 được ghi trong «Nghị định 5/2020/NĐ-CP»",
    "khoản 2 Điều 5.\n«Nghị định 5/2020/NĐ-CP»",
]


def _marked(text: str) -> tuple[str, list[str], list[str]]:
    plain, documents, pinpoints, open_at = "", [], [], 0
    for character in text:
        if character in "«[":
            open_at = len(plain)
        elif character in "»]":
            (documents if character == "»" else pinpoints).append(plain[open_at:])
        else:
            plain += character
    return plain, documents, pinpoints


@pytest.mark.parametrize("text", PINPOINTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_pinpoints(text: str, form: str) -> None:
    plain, quotes, pinpoints = _marked(text)
    record = extract(unicodedata.normalize(form, plain))
    source = unicodedata.normalize(form, plain)
    assert [unicodedata.normalize("NFC", d.text) for d in record.documents] == quotes
    assert [d.pinpoint for d in record.documents if d.pinpoint] == pinpoints
    for document in record.documents:
        assert (document.pinpoint is None) == (document.pinpoint_span is None)
        if document.pinpoint_span is not None:
            assert unicodedata.normalize("NFC", source[slice(*document.pinpoint_span)]) == document.pinpoint
