"""Alarms among the findings."""

from __future__ import annotations

from extractor import extract


def test_a_stated_claim_that_fails() -> None:
    text = "Kỳ họp Quốc hội khóa XIV có 443/448 đại biểu tán thành, chiếm 91,53%."
    record = extract(text)
    [found] = record.findings
    [check] = record.checks
    assert (found.id, found.kind, found.severity) == ("n1", "inconsistent_claim", "low")
    assert (found.claim, found.figures, found.documents) == (check.claim, ("f1", "f2"), ())
    assert found.text == text[slice(*found.span)] == "443/448 đại biểu tán thành, chiếm 91,53%"
    assert found.expected[0] == "484"
    assert found.message == check.message


def test_severity_is_that_of_the_check() -> None:
    [found] = extract("Cả huyện có 158 trong tổng số 240 trường đạt chuẩn, chiếm 56,8%.").findings
    assert found.severity == "high"


def test_what_holds_is_no_finding() -> None:
    assert extract("Có 443/484 đại biểu tán thành (91,53%).").findings == ()


def test_findings_of_all_kinds_stand_in_text_order() -> None:
    text = (
        "Theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014, có 443/448 đại biểu tán thành, chiếm 91,53%. "
        "Nghị định số 43/2006/NĐ-CP ngày 25/4/2007 hết hiệu lực."
    )
    kinds = [found.kind for found in extract(text, registry=None).findings]
    assert kinds == ["year_mismatch", "inconsistent_claim", "year_mismatch"]
