"""Every span says what made it, and every number that is no figure says why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from extractor import Article
from extractor.cli import main
from extractor.explain import Item, explain
from extractor.explain.words import LINES, LOSSES, REASONS, ROLES
from extractor.lexicon import entries
from extractor.patterns.policy import POLICY, Precedence
from extractor.patterns.trace import Reason, Trace
from extractor.record import article_of, build_record

ROOT = Path(__file__).parents[2]
Soatso = Callable[..., tuple[int, str, str]]


@pytest.fixture
def soatso(capfd: pytest.CaptureFixture[str]) -> Soatso:
    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


def item(text: str, quote: str) -> Item:
    [found] = [each for each in explain(text).items if each.text == quote]
    return found


def sources(text: str, quote: str) -> list[tuple[str, str]]:
    return [(source.file, source.name) for source in item(text, quote).sources]


# --- what made a span ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        ("Xã có 12 sào lúa.", "12 sào", [("units.json", "sào")]),
        ("Xã có hơn 12 học sinh.", "12 học sinh", [("counted_nouns.json", "học sinh"), ("modifiers.json", "hơn")]),
        ("Thu 3 nghìn tỷ đồng.", "3 nghìn tỷ đồng",
         [("magnitudes.json", "nghìn"), ("magnitudes.json", "tỷ"), ("units.json", "đồng")]),
        ("Đạt 45 triệu đồng/người.", "45 triệu đồng/người",
         [("magnitudes.json", "triệu"), ("units.json", "đồng"), ("counted_nouns.json", "người")]),
    ],
)  # fmt: skip
def test_a_figure_names_the_entries_it_rests_on(text: str, quote: str, wanted: list[tuple[str, str]]) -> None:
    assert sources(text, quote) == wanted


def test_a_document_names_the_entries_of_its_parts() -> None:
    text = "Theo Quyết định số 17/QĐ-UBND ngày 4/5/2017 của UBND tỉnh Sóc Trăng về việc này."
    found = item(text, "Quyết định số 17/QĐ-UBND ngày 4/5/2017 của UBND tỉnh Sóc Trăng")
    assert [(source.role, source.name) for source in found.sources] == [
        ("type", "Quyết định"),
        ("symbol", "QĐ"),
        ("symbol", "UBND"),
        ("issuer", "Ủy ban nhân dân"),
    ]
    assert {loss.text for loss in found.lost if loss.kind == "number"} == {"17", "4", "5", "2017"}
    assert [loss.text for loss in found.lost if loss.kind == "calendar"] == ["4/5/2017"]
    assert {loss.policy for loss in found.lost} == {"document"}


def test_named_entries_are_there() -> None:
    text = (ROOT / "corpus" / "articles" / "tiem-chung-tra-vinh.txt").read_text(encoding="utf-8")
    explanation = explain(text)
    named = {(s.file, s.name) for each in explanation.items for s in each.sources}
    assert len(named) > 5
    for file, name in named:
        assert any(entry["name"] == name for entry in entries(file.removesuffix(".json"))), (file, name)


def test_a_unit_that_is_guessed_says_so() -> None:
    found = item("Xã có 12 blêblô mới.", "12 blêblô")
    assert found.sources == ()
    assert found.message is not None
    assert "not in the lexicon" in found.message.en


def test_a_figure_names_the_claims_it_is_in() -> None:
    uses = item("Tỉnh tinh giản 649 trường hợp, đạt 52,34% so với kế hoạch (649/1.240).", "52,34%").claims
    assert [(use.kind, use.basis) for use in uses] == [("share", "stated")]


# --- what lost -----------------------------------------------------------------------------------------------


def test_a_label_gives_way_to_a_unit_that_counts() -> None:
    [lost] = [loss for loss in item("Hội cấp 150 suất quà.", "150 suất").lost if loss.kind == "label"]
    assert (lost.text, lost.policy) == ("cấp 150", "label")
    assert lost.source is not None
    assert (lost.source.file, lost.source.name) == ("not_counted.json", "cấp")


def test_a_day_and_month_gives_way_to_a_ratio() -> None:
    [lost] = item("Xã đạt 5/9 tiêu chí.", "5/9 tiêu chí").lost
    assert (lost.kind, lost.text, lost.policy) == ("calendar", "5/9", "calendar")


def test_another_reading_of_the_digits_is_told() -> None:
    [lost] = [loss for loss in item("Có 1,240 người đến.", "1,240 người").lost if loss.kind == "reading"]
    assert lost.text == "1.240"


def test_a_shorter_unit_loses() -> None:
    [lost] = [loss for loss in item("Có 649 trường hợp.", "649 trường hợp").lost if loss.kind == "unit"]
    assert lost.source is not None
    assert (lost.text, lost.source.name) == ("trường", "trường")


# --- numbers that are no figures -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote", "why", "name"),
    [
        ("Từ ngày 5/9 trời mưa.", "ngày 5/9", "calendar", None),
        ("Học sinh lớp 10 đến trường.", "lớp 10", "label", "lớp"),
        ("Theo Điều 5 của luật ấy.", "Điều 5", "label", "Điều"),
        ("Xem http://vi.example/12 nhé.", "http://vi.example/12", "address", None),
        ("Xe hiệu KXQ71 chạy qua.", "71", "glued", None),
        ("Gọi 0912345678 nhé.", "0912345678", "phone", None),
        ("Lực lượng trực 24/24 trong bão.", "24/24", "expression", "24/24"),
        ("Từ năm ngoái đến giờ.", "năm ngoái", "no_number", "năm nay"),
        ("Anh nhớ 77 và bước đi.", "77", "no_unit", None),
        ("Khách sạn 4 sao mới mở.", "4 sao", "grade", "sao"),
        ("Lưới điện có đường dây 110 kV.", "đường dây 110", "equipment", "đường dây"),
        ("Dịch Covid-19 lan nhanh.", "Covid-19", "name", None),
    ],
)
def test_what_is_set_aside_says_why(text: str, quote: str, why: Reason, name: str | None) -> None:
    found = [each for each in explain(text).items if each.what == "set_aside"]
    by_text = {each.text: each for each in found}
    assert quote in by_text, list(by_text)
    assert by_text[quote].reason == why
    assert by_text[quote].policy == REASONS[why][0]
    if name is not None:
        assert [source.name for source in by_text[quote].sources] == [name]


def test_every_number_is_accounted_for() -> None:
    text = "Ngày 5/9/2018, lớp 10 có 12 em, đạt 52%; trang a.vn/3, mã A32, Điều 7, 8 và 9; gọi 77 thôi, quý III/2019."
    covered = [each.span for each in explain(text).items]
    for at, char in enumerate(text):
        if char.isdigit():
            assert any(start <= at < end for start, end in covered), text[at - 5 : at + 5]


def test_spans_are_those_of_the_text_as_read() -> None:
    text = "Lớp\xa0\xa010  có 12\u2009em ho\u0323c sinh; Điều\n5, ngày 5/9."
    explanation = explain(Article(id="a", text=text))
    assert explanation.items
    for each in explanation.items:
        assert text[slice(*each.span)] == each.text
        for loss in each.lost:
            if loss.kind != "reading":
                assert text[slice(*loss.span)] == loss.text


def test_items_come_in_text_order_and_match_the_record() -> None:
    text = (ROOT / "corpus" / "articles" / "b-thiet-hai-bao.txt").read_text(encoding="utf-8")
    record = build_record(article_of(text))
    items = explain(text).items
    assert [each.span for each in items] == sorted(each.span for each in items)
    assert [each.figure for each in items if each.figure] == list(record.figures)
    assert {each.document.id for each in items if each.document} == {each.id for each in record.documents}


def test_a_trace_changes_nothing() -> None:
    text = (ROOT / "corpus" / "articles" / "b-an-tham-o.txt").read_text(encoding="utf-8")
    assert build_record(article_of(text), trace=Trace()) == build_record(article_of(text))


# --- the policy ----------------------------------------------------------------------------------------------


def test_the_policy_is_whole_and_named() -> None:
    assert {rule.name for rule in POLICY} == set(get_args(Precedence))
    assert set(REASONS) == set(get_args(Reason))
    for message in (*(r.says for r in POLICY), *(m for _, m in REASONS.values()), *ROLES.values(), *LINES.values()):
        assert message.vi.strip()
        assert message.en.strip()
    assert {"number", "calendar", "label", "unit", "reading"} <= set(LOSSES)


@pytest.mark.parametrize(
    ("text", "winner", "loser"),
    [
        # One text for each neighbouring pair of rules that can meet: the first of the policy has it.
        ("Theo Nghị định số 12/2016/NĐ-CP ngày 5/9/2016.", "document", "calendar"),
        ("Ngày 5/9 mưa, xem www.vi.example/5/9 nhé.", "calendar", "address"),
        ("Có 5/9 xã, 3 xã đạt.", "ratio", "single"),
        ("Tăng từ 5 đến 7%.", "range", "single"),
        ("Thu 10, 15 và 20 tỷ đồng.", "list", "single"),
    ],
)
def test_the_code_follows_the_policy(text: str, winner: Precedence, loser: Precedence) -> None:
    order = [rule.name for rule in POLICY]
    assert order.index(winner) < order.index(loser)
    ways = {each.rule.partition(".")[0] for each in explain(text).items} | {
        each.policy for each in explain(text).items if each.policy
    }
    if winner == "document":
        assert [each.what for each in explain(text).items] == ["document"]
    else:
        assert winner in ways


# --- the command ---------------------------------------------------------------------------------------------


def test_explain_for_people(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text("Năm 2018, lớp 10 có hơn 1,240 em; đạt 5/9 tiêu chí.\n", encoding="utf-8")
    status, out, err = soatso("explain", path)
    assert (status, err) == (0, "")
    assert "“lớp 10”  để riêng: nhãn" in out
    assert "[0:8] “Năm 2018”" in out
    assert "quy tắc 9" in out
    assert "\n  9. Số gọi tên hay xếp thứ tự" in out, "the rule is quoted from the policy"
    english = soatso("explain", "--lang", "en", path)[1]
    assert "set aside: label" in english
    assert "Order of precedence (extractor/patterns/policy.py)" in english


def test_explain_for_machines(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text("Lớp 10 có 12 hộ.\n", encoding="utf-8")
    empty = tmp_path / "không.txt"
    empty.write_text("Không có gì.\n", encoding="utf-8")
    status, out, _ = soatso("explain", "--format", "json", path, empty)
    first, second = map(json.loads, out.splitlines())
    assert status == 0
    assert [span["what"] for span in first["spans"]] == ["set_aside", "figure"]
    assert first["spans"][1]["figure"]["value"] == "12"
    assert first["spans"][1]["sources"] == [{"role": "unit", "file": "counted_nouns.json", "name": "hộ"}]
    assert [rule["name"] for rule in first["policy"]] == [rule.name for rule in POLICY]
    assert second["spans"] == []


def test_explain_tells_of_nothing_and_of_what_cannot_be_read(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "không.txt"
    path.write_text("Không có gì.\n", encoding="utf-8")
    status, out, err = soatso("explain", path, tmp_path / "nowhere.txt")
    assert status == 3
    assert "Không thấy văn bản hay con số nào." in out
    assert "nowhere.txt" in err


def test_explain_where_extraction_fails(soatso: Soatso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.delenv("SOATSO_DEBUG", raising=False)
    monkeypatch.setattr("extractor.record.find_claims", fail)
    path = tmp_path / "bài.txt"
    path.write_text("Lớp 10 có 12 hộ.\n", encoding="utf-8")
    status, out, err = soatso("explain", path)
    assert status == 3
    assert "RuntimeError: broken" in err
    assert "bài" in out
