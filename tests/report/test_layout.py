"""Paragraphs, excerpts, safe text."""

from __future__ import annotations

import itertools
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extractor.record import checked_claims
from extractor.report import Summary, findings_json
from extractor.report.layout import blocks, paragraphs
from extractor.report.safe import printable


@given(st.lists(st.sampled_from([*"aấ \n\r\t.1", "a\u0302\u0301", "\r\n", "  "]), max_size=80).map("".join))
def test_paragraphs_hold_every_letter_once_and_in_order(text: str) -> None:
    spans = paragraphs(text)
    assert [c for start, end in spans for c in text[start:end] if not c.isspace()] == [
        c for c in text if not c.isspace()
    ]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(st.text(max_size=60))
def test_printable_text_is_harmless(text: str) -> None:
    shown = printable(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in shown)
    assert not set(shown) & set("\u202e\u2066\u200f")
    shown.encode("utf-8")


def test_a_finding_goes_with_the_last_of_its_figures(sample: Any) -> None:
    found = blocks(sample.article.text, checked_claims(sample.record))
    assert [(block.paragraph, [f.claim.id for f, _ in block.findings]) for block in found] == [
        (2, ["c1", "c2", "c3", "c4"]),
        (4, ["c5"]),
    ]
    (_, far), *_ = found[0].findings
    assert [(f.paragraph, sample.article.text[f.piece.start : f.piece.end]) for f in far] == [
        (1, "Hơn 640 trường hợp tinh giản")
    ]


def test_far_figures_close_together_are_quoted_together(sample: Any) -> None:
    text = sample.article.text
    joined = tuple(
        f.model_copy(update={"span": (text.index("Hơn"), text.index("Hơn") + 3)}) if f.id == "f2" else f
        for f in sample.record.figures
    )
    found = blocks(text, checked_claims(sample.record.model_copy(update={"figures": joined})))
    ((_, far),) = [pair for block in found for pair in block.findings if pair[0].claim.id == "c4"]
    assert [[figure.id for figure in each.piece.figures] for each in far] == [["f2", "f1"]]


def test_json_has_the_findings_with_their_figures(sample: Any) -> None:
    found = checked_claims(sample.record)
    out = json.loads(findings_json(sample.record, found))
    assert [f["alarm"] for f in out["findings"]] == [False, False, False, False, True]
    assert [f["text"] for f in out["findings"][-1]["figures"]] == ["443/448 đại biểu", "91,53%"]
    assert out["counts"] == {
        "documents": 0,
        "figures": 9,
        "claims": 5,
        "alarms": 1,
        "others": 0,
        "verdicts": {"consistent": 2, "truncated": 1, "inconsistent": 1, "undetermined": 1},
    }
    assert out["article"]["id"] == "demo"


def test_an_empty_run_has_an_empty_summary() -> None:
    assert Summary().sentence("vi") == "0 bài, 0 văn bản, 0 số liệu, 0 phép tính. Cảnh báo: 0."
