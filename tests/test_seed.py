"""The article that this started from: what it publishes, from text and from a web page."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Article, extract
from extractor.readers.html import Page, read_page
from extractor.records import Record
from tests.claims.said import claims_of
from tests.readers.pages import BARE_FORM, FORM, page, paragraphs

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"

# The facts of that article, told anew.
PARAGRAPHS = (
    "Cà Mau đổi mới cách làm việc để tinh gọn bộ máy",
    "Nâng chất lượng đội ngũ là việc được tỉnh đặt lên trước. Riêng trong 6 tháng đầu năm, tỉnh đã mở lớp bồi dưỡng "
    "cho 274 lượt cán bộ, công chức, viên chức, đạt tỷ lệ 26,47% so với kế hoạch.",
    "Nhờ vậy, cán bộ, công chức cấp tỉnh và cấp huyện đạt chuẩn chiếm tỷ lệ 97,71%; cán bộ lãnh đạo, quản lý từ cấp "
    "huyện trở lên đạt chuẩn chiếm 99,6%; cán bộ chuyên trách cấp xã đạt chuẩn về chuyên môn chiếm 98,71%.",
    "Triển khai Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau, từ năm 2015 đến nay, toàn tỉnh đã tinh "
    "giản 649 trường hợp thuộc khối Nhà nước, đạt 52,34% so với kế hoạch 2015 – 2018 (649/1.240) và đạt 24% so với kế "
    "hoạch 2015 – 2021 (649/2.710).",
    "Đến hết năm 2021, tỉnh phấn đấu tinh giản ít nhất 10% biên chế so với năm 2015 (tương đương 2.710 người). Bình "
    "quân mỗi năm sẽ tinh giản 687 trường hợp. Muốn vậy, người đứng đầu từng cơ quan phải vào cuộc, theo tinh thần "
    "Nghị quyết Trung ương 6, 7 khóa XII.",
    "Kinh nghiệm được rút ra là phải làm công tác cán bộ trước một bước, việc gì khó thì bàn cho kỹ rồi mới làm.",
)

FIGURES = [
    ("count", "274"), ("percent", "26.47"), ("percent", "97.71"), ("percent", "99.6"), ("percent", "98.71"),
    ("count", "649"), ("percent", "52.34"), ("ratio", "649/1240"), ("percent", "24"), ("ratio", "649/2710"),
    ("percent", "10"), ("count", "2710"), ("count", "687"),
]  # fmt: skip


def assert_seed(record: Record) -> None:
    """The record holds what that article publishes and nothing else."""
    found = [
        (figure.kind, f"{figure.numerator}/{figure.denominator}" if figure.kind == "ratio" else str(figure.value))
        for figure in record.figures
    ]
    assert found == FIGURES
    assert [(f.text, f.modifier) for f in record.figures if f.modifier] == [("10%", "at_least")]

    (decision,) = [document for document in record.documents if document.number]
    assert (decision.type, decision.number) == ("Quyết định", "245/QĐ-UBND")
    assert (decision.date, decision.issuer) == ("2016-02-16", "UBND tỉnh Cà Mau")

    names = {figure.id: figure.text for figure in record.figures}
    verdicts = {check.claim: check.verdict for check in record.checks}
    shares = [
        (names[claim.part.partition(".")[0]], names[str(claim.percent)], claim.basis, verdicts[claim.id])
        for claim in record.claims
        if claim.kind == "share" and isinstance(claim.part, str)
    ]
    assert shares == [("649/1.240", "52,34%", "stated", "consistent"), ("649/2.710", "24%", "stated", "consistent")]
    equal = [(claim.a, claim.b) for claim in record.claims if claim.kind == "equal"]
    assert {"f6", "f8.numerator", "f10.numerator"} <= {str(operand) for pair in equal for operand in pair}
    assert ("f10.denominator", "f12") in equal
    assert all(verdicts[claim.id] == "consistent" for claim in record.claims)
    assert record.alarms == ()


def test_the_article() -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert_seed(extract(Article(id="ca-mau", text=text)))
    assert [line for line in claims_of(text) if line.startswith("stated")] == [
        "stated share consistent: 649 | 1240 | 52,34%",
        "stated share consistent: 649 | 2710 | 24%",
    ]


@pytest.mark.parametrize("form", [FORM, BARE_FORM])
def test_a_page_with_a_comment_form(form: str) -> None:
    got = read_page(page(paragraphs(PARAGRAPHS[1:]) + form, title=PARAGRAPHS[0]), "ca-mau.html")
    assert isinstance(got, Page)
    assert got.text.split("\n") == list(PARAGRAPHS[1:])
    assert "Email" not in got.text
    assert "Trả lời" not in got.text
    assert_seed(extract(got.text))


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed is not beside the checkout")
def test_the_published_article() -> None:
    (path,) = SEED.glob("*.txt")
    text = path.read_text(encoding="utf-8")
    record = extract(Article(id=path.stem, text=text))
    assert_seed(record)
    assert all(text[figure.span[0] : figure.span[1]] == figure.text for figure in record.figures)
    body, _, _ = text.partition("Trả lời\n")
    assert max(figure.span[1] for figure in record.figures) < len(body)
