import datetime
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import View
from extractor.lexicon import entries
from extractor.patterns.documents import find_documents
from extractor.patterns.found import FoundDocument
from extractor.registry import RegisterError, builtin_register, parse_register, read_register

HEADER = "number,type,issued,issuer,effective,title\n"
ROW = "16/2015/NĐ-CP,Nghị định,2015-02-14,Chính phủ,2015-04-06,Cơ chế tự chủ của đơn vị sự nghiệp\n"


def cited(text: str) -> FoundDocument:
    [document] = find_documents(View(text))
    return document


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ROW,
        "\n".join((HEADER + ROW).split("\n")).replace("\n", "\r\n"),
        "Trích yếu;Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Loại văn bản;Ngày có hiệu lực\n"
        "Cơ chế tự chủ của đơn vị sự nghiệp;16/2015/NĐ-CP;14/2/2015;Chính phủ;Nghị định;06.04.2015\n",
        HEADER.replace(",", "\t") + ROW.replace(",", "\t"),
    ],
)
def test_columns_are_found_by_their_headings(text: str) -> None:
    register = parse_register(text)
    [entry] = register.entries
    assert (entry.number, entry.type, entry.issuer) == ("16/2015/NĐ-CP", "Nghị định", "Chính phủ")
    assert (entry.issued, entry.effective) == (datetime.date(2015, 2, 14), datetime.date(2015, 4, 6))
    assert entry.title == "Cơ chế tự chủ của đơn vị sự nghiệp"
    assert register.problems == ()


@pytest.mark.parametrize("entry", entries("register_columns"), ids=lambda entry: entry["name"])
def test_every_heading_is_known(entry: dict[str, list[str]]) -> None:
    values = {"number": "16/2015/NĐ-CP", "issued": "14/02/2015", "effective": "14/02/2015"}
    for heading in {*entry["headings"], *entry["examples"]}:
        value = values.get(str(entry["name"]), "x")
        other = "" if entry["name"] == "number" else "number;"
        row = "" if entry["name"] == "number" else "16/2015/NĐ-CP;"
        [read] = parse_register(f"{other}{heading.upper()}\n{row}{value}\n").entries
        assert getattr(read, str(entry["name"]))


def test_a_file_comes_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        path = tmp_path / f"{encoding}.csv"
        path.write_text(HEADER + ROW, encoding=encoding)
        assert len(read_register(path).entries) == 1


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", "số hiệu\n16/2015/NĐ-CP".encode("utf-16")])
def test_what_is_no_register_says_so_in_both_languages(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(RegisterError) as raised:
        read_register(path)
    assert str(path) in raised.value.message.vi
    assert str(path) in raised.value.message.en


@pytest.mark.parametrize(
    ("row", "kept", "issued", "issuer"),
    [
        ("Số lạ,Nghị định,2015-02-14,Chính phủ,,", 1, True, True),
        ("17/2015/NĐ-CP,Nghị định,2014-02-16,Chính phủ,,", 2, False, True),
        ("17/2015/NĐ-CP,Nghị định,31/2/2015,Chính phủ,,", 2, False, True),
        ("17/2015/NĐ-CP,Nghị định,16/2/2015,Bộ Y tế,,", 2, True, False),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_rest_read(row: str, kept: int, issued: bool, issuer: bool) -> None:
    register = parse_register(HEADER + ROW + row + "\n,,,,,\n")
    [problem] = register.problems
    assert problem.line == 3
    assert len(register.entries) == kept
    assert (register.entries[-1].issued is not None, register.entries[-1].issuer is not None) == (issued, issuer)


def test_rows_that_contradict_each_other_lose_their_dates() -> None:
    register = parse_register(HEADER + ROW + ROW.replace("2015-02-14", "2015-02-24"))
    assert [problem.line for problem in register.problems] == [2, 3]
    assert [entry.issued for entry in register.entries] == [None, None]


@given(st.text())
def test_any_text_is_a_register_or_says_that_it_is_none(text: str) -> None:
    with suppress(RegisterError):
        parse_register(text)
    parse_register("number,issued\n" + text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị định số 16/2015/NĐ-CP ngày 14/2/2015 của Chính phủ", "16/2015/NĐ-CP"),
        ("Nghị định 016/2015/ND-CP", "16/2015/NĐ-CP"),
        ("Nghị định 16/2015", "16/2015/NĐ-CP"),
        ("Luật Viên chức năm 2010", "58/2010/QH12"),
        ("Luật Viên chức số 58/2010/QH12", "58/2010/QH12"),
        ("BLHS năm 2015", "100/2015/QH13"),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", "02/2020/UBTVQH14"),
        ("Nghị quyết số 326/2016/NQ-UBTVQH14", "326/2016/UBTVQH14"),
    ],
)
def test_a_citation_finds_its_document(text: str, number: str) -> None:
    entry = builtin_register().find(cited(text))
    assert entry is not None
    assert entry.number == number


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 999/2015/NĐ-CP",
        "Quyết định số 16/2015/QĐ-UBND của UBND tỉnh Cà Mau",
        # The National Assembly numbers resolutions apart.
        "Nghị quyết số 58/2010/QH12",
        "Luật Viên chức năm 2019",
        "Quyết định số 16 ngày 14/2/2015",
    ],
)
def test_a_citation_of_another_document_finds_none(text: str) -> None:
    assert builtin_register().find(cited(text)) is None


def test_the_register_of_the_package_is_whole() -> None:
    register = builtin_register()
    assert register.problems == ()
    assert 100 <= len(register.entries) <= 200
    assert len({(*entry.key, entry.resolution) for entry in register.entries}) == len(register.entries)
    for entry in register.entries:
        assert entry.type
        assert entry.issuer
        assert entry.title
        assert entry.issued is not None
        assert entry.effective is not None
        assert entry.issued <= entry.effective
        assert register.find(cited(f"{entry.type} số {entry.number}")) == entry


@pytest.mark.skipif("SOATSO_REGISTER" not in os.environ, reason="SOATSO_REGISTER names no larger register")
def test_the_register_of_the_package_agrees_with_a_larger_one() -> None:
    larger = read_register(os.environ["SOATSO_REGISTER"])
    for entry in builtin_register().entries:
        same = [e for e in larger.numbered(entry.key) if e.type == entry.type]
        assert [(e.issued, e.effective) for e in same] == [(entry.issued, entry.effective)], entry.number
