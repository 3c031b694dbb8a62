"""What a person sees, at a terminal and in a pipe."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from extractor.article import Article
from extractor.record import checked_claims, extract
from extractor.records import Record
from extractor.report import Also, Lang, Summary, TerminalReport, console_for, other_findings

PIPED_VI = """\
Bài thử
demo.txt
────────────────────────────────────────────────────────────────────────────────
  demo.txt:3
  Từ năm 2015 đến nay, tỉnh Cà Mau đã thực hiện tinh giản [649 trường hợp] thuộc
  khối Nhà nước, đạt [52,34%] so với kế hoạch 2015 – 2018 ([649/1.240]) và đạt
  [23,94%] so với kế hoạch 2015 – 2021 ([649/2.710]), gấp [2 lần].

    ✓ hơn 640 ≈ 649: khớp
      · đoạn 1: “Hơn [640 trường hợp] tinh giản”
    ✓ 649 / 1.240 = 52,3387…%: khớp
    ≈ 649 / 2.710 = 23,948…%: khớp nếu cắt
    ? Không kiểm tra được: ước chừng
      · đoạn 1: “Hơn [640 trường hợp] tinh giản”

  demo.txt:7
  Có [443/448 đại biểu] [bold]tán thành[/bold] ␛[31m :smile: , chiếm [91,53%].

    ✗ 443 / 448 = 98,88…%, bài ghi 91,53%: không khớp (mức nhẹ)
      → đúng nếu chia cho 484

1 bài, 0 văn bản, 9 số liệu, 5 phép tính. Cảnh báo: 1.
✓ khớp 2 · ≈ cắt số 1 · ✗ không khớp 1 · ? không xác định 1
"""


def shown(sample: Any, lang: Lang = "vi", console: Console | None = None, text: str | None = None) -> str:
    out = io.StringIO()
    console = console or console_for(out)
    if console.file is not out:
        console.file = out
    report = TerminalReport(console, lang)
    article = sample.article if text is None else sample.article.model_copy(update={"text": text})
    report.article(article, checked_claims(sample.record))
    summary = Summary()
    summary.add(sample.record)
    report.summary(summary)
    return out.getvalue()


def test_piped(sample: Any) -> None:
    assert shown(sample) == PIPED_VI


def test_english(sample: Any) -> None:
    out = shown(sample, "en")
    assert "paragraph 1: “Hơn [640 trường hợp] tinh giản”" in out
    assert "→ right over 484" in out
    assert "doesn't fit (low severity)" in out
    assert "Articles 1, documents 0, figures 9, claims 5. Alarms: 1.\n✓ consistent 2 · ≈ truncated 1" in out


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lines_fit_and_have_no_trailing_blanks(sample: Any, form: str) -> None:
    # The NFD text has other spans; what matters here is its width.
    article = sample.article.model_copy(update={"title": unicodedata.normalize(form, "Đường Trường Sơn ngàn dặm " * 9)})
    out = io.StringIO()
    TerminalReport(console_for(out), "vi").article(article, checked_claims(sample.record))
    for line in out.getvalue().splitlines():
        assert cell_len(line) <= 80
        assert line == line.rstrip()


def test_colours_take_the_place_of_brackets(sample: Any) -> None:
    console = Console(force_terminal=True, color_system="standard", width=80, legacy_windows=False)
    out = shown(sample, console=console)
    assert "[649/1.240]" not in out
    assert "\x1b[1;32m649/1.240\x1b[0m" in out
    assert "\x1b[1;31m91,53%\x1b[0m" in out
    assert "[bold]tán thành[/bold] ␛[31m :smile:" in out, "what is published is text, never markup"


def test_no_color_keeps_the_brackets(sample: Any) -> None:
    console = Console(force_terminal=True, color_system="standard", no_color=True, width=80, legacy_windows=False)
    assert "[649/1.240]" in shown(sample, console=console)


def test_a_narrow_terminal_still_gets_everything(sample: Any) -> None:
    out = shown(sample, console=Console(width=30, file=io.StringIO(), highlight=False))
    assert "[443/448" in out
    assert all(cell_len(line) <= 30 for line in out.splitlines())


def test_a_long_paragraph_is_shown_around_its_figures(sample: Any) -> None:
    filler = "chuyện không có số liệu nào để xem " * 60
    out = io.StringIO()
    text = sample.article.text.replace("Có 443/448", f"{filler}Có 443/448").replace("91,53%.", f"91,53%. {filler}")
    shift = len(filler)
    figures = tuple(
        f.model_copy(update={"span": (f.span[0] + shift, f.span[1] + shift)}) if f.id in ("f8", "f9") else f
        for f in sample.record.figures
    )
    record: Record = sample.record.model_copy(update={"figures": figures})
    article: Article = sample.article.model_copy(update={"text": text})
    TerminalReport(console_for(out), "vi").article(article, checked_claims(record))
    last = out.getvalue().split("gấp [2 lần]")[1]
    assert "  … " in last
    assert "Có [443/448 đại biểu]" in " ".join(last.split())
    assert len(last) < 900


def test_no_findings_is_said(sample: Any) -> None:
    out = io.StringIO()
    TerminalReport(console_for(out), "en").article(sample.article, [])
    assert "No arithmetic" in out.getvalue()


ALSO = "Theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014, xã bồi dưỡng 274 lượt cán bộ, đạt 26,47% so với kế hoạch."
ALSO_VI = """\
Bài thử
demo.txt
────────────────────────────────────────────────────────────────────────────────
  Điều khác cần xem lại:
    ✗ “Nghị định số 16/2015/NĐ-CP ngày 14/02/2014”: số 16/2015/NĐ-CP mang năm
      2015 mà văn bản ghi ngày 14/02/2014; có thể là ngày 14/02/2015 hoặc số
      16/2014/NĐ-CP: hãy đối chiếu với văn bản gốc (demo.txt:1)

  Suy ra từ số liệu của bài:
    → 274 / 26,47% = 1.035,13…: suy ra mức 100% (“kế hoạch”) từ 1.034,9 đến
      1.035,4 lượt, tức 1.035

  Kiểm tra được 0/1 con số phần trăm; không công bố tổng số: 1.
"""


def test_what_else_is_told() -> None:
    article = Article(id="demo", source="demo.txt", title="Bài thử", text=ALSO)
    record = extract(article, registry=None)
    out = io.StringIO()
    also = Also(other_findings(record), record.derived, record.coverage)
    TerminalReport(console_for(out), "vi").article(article, checked_claims(record), also)
    assert out.getvalue() == ALSO_VI
    summary = Summary()
    summary.add(record)
    assert summary.sentence("vi").startswith("1 bài, 1 văn bản, 2 số liệu, 0 phép tính. Cảnh báo: 0. Điều khác")
    assert summary.as_json()["others"] == 1


def told(text: str, source: str = "tin/bài 1.txt", context: int = 0, console: Console | None = None) -> str:
    out = io.StringIO()
    console = console or console_for(out)
    console.file = out
    article = Article(id="a", text=text, source=source)
    record = extract(article)
    report = TerminalReport(console, "vi", context)
    report.article(article, [each for each in checked_claims(record) if each.alarm], Also(other_findings(record)))
    return out.getvalue()


FAILS = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ, đạt 95,54%."


@pytest.mark.parametrize(
    ("source", "place"),
    [("tin/bài 1.txt", "tin/bài 1.txt:4"), ("X.TXT", "X.TXT:4"), ("a.html", None), ("tin.jsonl:7", None), ("-", None)],
)
def test_places_are_lines_of_text_files(source: str, place: str | None) -> None:
    said = told(f"Một\n\nHai\n{FAILS}", source).splitlines()
    before = said[next(i for i, line in enumerate(said) if "Trà Cú" in line) - 1].strip()
    assert (before == place) if place else (":4" not in before)


def test_places_of_other_findings() -> None:
    said = told("Một\nHai\n\nTheo Quyết định số 12/QĐ-UBND ngày 31/2/2016 của UBND tỉnh Cà Mau.")
    assert "tin/bài 1.txt:4" in " ".join(said.split())


def test_a_place_is_a_link_where_there_are_links() -> None:
    console = Console(force_terminal=True, color_system="truecolor", width=100)
    said = told(f"Một\n{FAILS}", console=console)
    assert "\x1b]8;" in said
    assert "/tin/b%C3%A0i%201.txt#L2" in said


@pytest.mark.parametrize(
    ("context", "shown"), [(0, []), (1, [2, 4, 5, 7]), (2, [1, 2, 4, 5, 7, 8]), (9, [1, 2, 4, 5, 7, 8, 9])]
)
def test_context_shows_each_paragraph_once(context: int, shown: list[int]) -> None:
    lines = [f"Đoạn thứ {'abcdefghi'[i - 1]} không có số." for i in range(1, 10)]
    lines[2], lines[5] = FAILS, FAILS.replace("Trà Cú", "Cầu Ngang")
    said = told("\n\n".join(lines), context=context)
    assert [i for i in range(1, 10) if f"thứ {'abcdefghi'[i - 1]} " in said] == shown
    assert all(said.count(line) <= 1 for line in lines)
