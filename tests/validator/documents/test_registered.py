import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract
from extractor.article import View
from extractor.lexicon import entries
from extractor.patterns.documents import find_documents
from extractor.records import Finding
from extractor.registry import builtin_register, parse_register
from extractor.validator.documents import check_documents

OTHERS = parse_register(
    "number,type,issued,issuer,effective,title\n"
    "1722/QĐ-TTg,Quyết định,2016-09-02,Thủ tướng Chính phủ,2016-09-02,Chương trình giảm nghèo bền vững\n"
    "21/2018/TT-BYT,Thông tư,2018-09-12,Bộ Y tế,2018-11-01,Quy định việc đăng ký thuốc cổ truyền dược liệu\n"
)


def against(text: str, register: object = None) -> list[Finding]:
    view = View(text)
    found = check_documents(view, find_documents(view), None, register or builtin_register())  # type: ignore[arg-type]
    return [finding for finding in found if finding.kind.startswith("registry_")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("theo Nghị định 16/2015/NĐ-CP ngày 14/02/2014 của Chính phủ", "registry_date", ("2015-02-14",)),
        ("Nghị định 146/2018/NĐ-CP ngày 1/12/2018", "registry_date", ("2018-10-17",)),
        ("Nghị định 115/2020/NĐ-CP ngày 18/9/2020", "registry_date", ("2020-09-25", "112/2020/NĐ-CP")),
        ("Luật Viên chức số 58/2010/QH12 ngày 25/11/2010", "registry_date", ("2010-11-15",)),
        ("Thông tư 146/2018/NĐ-CP", "registry_type", ("Nghị định",)),
        ("Nghị định 61/2018/NĐ-CP của Bộ Nội vụ", "registry_issuer", ("Chính phủ",)),
        ("Nghị định 15/2015/NĐ-CP về tự chủ của đơn vị sự nghiệp công lập", "registry_near_number", ("16/2015/NĐ-CP",)),
        ("Nghị định 16/2014/NĐ-CP ngày 14/02/2015", "registry_near_number", ("16/2015/NĐ-CP",)),
        ("Luật Giáo dục số 34/2019/QH14", "registry_near_number", ("43/2019/QH14",)),
        ("Luật Viên chức năm 2012", "registry_near_number", ("58/2010/QH12",)),
    ],
)  # fmt: skip
def test_what_the_register_has_otherwise_is_told(text: str, kind: str, expected: tuple[str, ...]) -> None:
    [finding] = against(text)
    assert (finding.kind, finding.expected, finding.documents) == (kind, expected, ("d1",))
    assert finding.severity == ("low" if kind == "registry_near_number" else "high")


def test_the_year_of_a_number_that_comes_again_each_year() -> None:
    [finding] = against("Quyết định số 1722/QĐ-TTg ngày 2/9/2015 của Thủ tướng Chính phủ", OTHERS)
    assert (finding.kind, finding.expected) == ("registry_date", ("2016-09-02",))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 16/2015/NĐ-CP ngày 14/2/2015 của Chính phủ",
        "Luật số 100/2015/QH13 ngày 27/11/2015",
        "Luật Viên chức năm 2010",
        "Luật Viên chức năm 2019",
        # Not in the register, and nothing speaks for its neighbour.
        "Nghị định 17/2015/NĐ-CP ngày 14/02/2015 của Chính phủ",
        "Nghị định 15/2015/NĐ-CP về đầu tư theo hình thức đối tác công tư",
        "Nghị quyết số 58/2010/QH12 về kế hoạch phát triển kinh tế",
        "Quyết định số 16/2015/QĐ-UBND ngày 14/2/2014 của UBND tỉnh Cà Mau",
        "Thông tư số 37/2015/TTLT-BYT-BTC của Bộ Y tế",
        "Thông tư liên tịch số 37/2015/TTLT-BYT-BTC ngày 29/10/2015 của Bộ Y tế và Bộ Tài chính",
        "Văn bản số 16/2015/NĐ-CP",
    ],
)
def test_what_agrees_or_is_unknown_is_left_alone(text: str) -> None:
    assert against(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1722/QĐ-TTg ngày 5/3/2019 của Thủ tướng Chính phủ",
        "Quyết định số 1722/QĐ-TTg của Thủ tướng Chính phủ",
        "Quyết định số 1722/QĐ-TTg năm 2016",
    ],
)
def test_another_years_document_of_the_number_is_left_alone(text: str) -> None:
    assert against(text, OTHERS) == []


@pytest.mark.parametrize("entry", entries("title_words"), ids=lambda entry: entry["name"])
def test_words_that_most_titles_share_speak_for_none(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        assert against(f"Nghị định 15/2015/NĐ-CP {example}") == []


@given(st.sampled_from(builtin_register().entries), st.sampled_from(("/", "-", ".")))
def test_a_citation_as_the_register_has_it_is_never_told(entry: object, mark: str) -> None:
    issued: datetime.date = entry.issued  # type: ignore[attr-defined]
    day = f"{issued.day}{mark}{issued.month}{mark}{issued.year}"
    text = f"{entry.type} số {entry.number} ngày {day} của {entry.issuer} về {entry.title}"  # type: ignore[attr-defined]
    view = View(text)
    first = [f for f in check_documents(view, find_documents(view), None, builtin_register()) if "d1" in f.documents]
    assert first == []


def test_the_record_holds_the_findings_and_takes_the_register_as_an_argument() -> None:
    text = "Theo Nghị định 115/2020/NĐ-CP ngày 18/9/2020, tỉnh có 12 xã. Quyết định số 1722/QĐ-TTg ngày 2/9/2015."
    assert [(f.id, f.kind) for f in extract(text).findings] == [("n1", "registry_date")]
    assert extract(text, registry=None).findings == ()
    assert [(f.kind, f.documents) for f in extract(text, registry=OTHERS).findings] == [("registry_date", ("d2",))]


def test_what_the_register_settles_is_told_once() -> None:
    text = "theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014 của Chính phủ"
    assert [finding.kind for finding in extract(text).findings] == ["registry_date"]
    assert [finding.kind for finding in extract(text, registry=None).findings] == ["year_mismatch"]
    text = "theo Nghị định số 16/2015/NĐ-CP của Bộ Nội vụ"
    assert [finding.kind for finding in extract(text).findings] == ["registry_issuer"]
    assert [finding.kind for finding in extract(text, registry=None).findings] == ["issuer_cannot_issue"]
