"""The scorer on cases small enough to count by hand."""

import pytest

from extractor.evaluation import AnnotationError, Scores, lines
from extractor.evaluation.facts import annotated, extracted, find_quote
from extractor.evaluation.scores import fold
from extractor.records import Record

TEXT = "Thực hiện Quyết định 245/QĐ-UBND, xã có 12 hộ, 12 hộ nghèo; đạt 649/1.240 (52,34%), bằng 12,5 tấn."

GOLD = {
    "documents": [
        {"quote": "Quyết định 245/QĐ-UBND", "type": "Quyết định", "number": "245/QĐ-UBND", "date": None, "issuer": None}
    ],
    "figures": [
        {"id": "f1", "quote": "12 hộ", "kind": "count", "value": "12", "unit": "hộ", "concept": None},
        {"id": "f2", "quote": "12 hộ", "nth": 2, "kind": "count", "value": "12", "unit": "hộ", "concept": "nghèo"},
        {"id": "f3", "quote": "649/1.240", "kind": "ratio", "numerator": "649", "denominator": "1240", "unit": None},
        {"id": "f4", "quote": "52,34%", "kind": "percent", "value": "52.34"},
    ],
    "claims": [
        {"kind": "share", "part": "f3.numerator", "whole": "f3.denominator", "percent": "f4", "holds": True},
        {"kind": "equal", "a": "f1", "b": "f2", "holds": True},
    ],
}


def record(**parts: object) -> Record:
    return Record.model_validate(
        {"schema": "1", "article": {"id": "a", "source": "-", "sha256": "", "length": len(TEXT)}, **parts}
    )


def found(id: str, quote: str, kind: str, nth: int = 1, **more: object) -> dict[str, object]:
    return {"id": id, "span": find_quote(TEXT, quote, nth), "text": quote, "kind": kind, "rule": "test", **more}


FIGURES = [
    found("f1", "12 hộ", "count", value="12.0", unit="Hộ"),
    found("f2", "12 hộ nghèo", "count", value="12", unit="hộ", concept="nghèo"),
    found("f3", "649/1.240", "ratio", numerator="649", denominator="1240"),
    found("f4", "52,34%", "percent", value="52.34"),
]
SHARE = {
    "id": "c1", "kind": "share", "part": "f3.numerator", "whole": "f3.denominator", "percent": "f4",
    "basis": "stated", "span": [0, 1], "rule": "test",
}  # fmt: skip


def verdict(claim: str, word: str) -> dict[str, object]:
    message = {"vi": "", "en": ""}
    return {"claim": claim, "verdict": word, "computed": None, "published": None, "gap": None, "message": message}


def score(got: Record | None, gold: dict[str, object] = GOLD) -> Scores:
    scores = Scores()
    scores.add("a", annotated(gold, TEXT), None if got is None else extracted(got))
    return scores


def test_everything_right() -> None:
    document = {
        "id": "d1", "span": [10, 32], "text": "Quyết định 245/QĐ-UBND", "type": "quyết  định",
        "number": "245 /QĐ-UBND", "rule": "test",
    }  # fmt: skip
    equal = {**SHARE, "id": "c2", "kind": "equal", "a": "f1", "b": "f2"}
    for name in ("part", "whole", "percent"):
        del equal[name]
    scores = score(record(documents=[document], figures=FIGURES, claims=[SHARE, equal]))
    assert scores.differences == []
    for name in ("documents", "figures", "figures.count", "claims", "claims.share", "equal"):
        assert scores.measure(f"{name}.f1") == 1.0
    assert scores.measure("figure.concept.accuracy") == 1.0
    assert scores.accuracies["figure.concept"].n == 1, "only where the annotation gives a concept"


def test_a_missing_record_misses_everything() -> None:
    scores = score(None)
    assert scores.missing == ["a"]
    assert scores.tallies["figures"].fn == 4
    assert scores.measure("figures.precision") is None
    assert scores.measure("figures.recall") == 0.0


def test_value_kind_and_place_all_count() -> None:
    wrong = [
        {**FIGURES[0], "value": "13"},
        {**FIGURES[1], "kind": "measure"},
        FIGURES[2],
        found("f4", "12,5 tấn", "percent", value="52.34"),
    ]
    scores = score(record(figures=wrong))
    assert (scores.tallies["figures"].tp, scores.tallies["figures"].fp, scores.tallies["figures"].fn) == (1, 3, 3)
    assert (scores.tallies["figures.count"].fp, scores.tallies["figures.count"].fn) == (1, 2)
    assert scores.tallies["figures.measure"].fp == 1


def test_a_figure_is_matched_once() -> None:
    scores = score(record(figures=[FIGURES[2], {**FIGURES[2], "id": "f9"}]))
    assert (scores.tallies["figures.ratio"].tp, scores.tallies["figures.ratio"].fp) == (1, 1)


def test_attributes_count_on_matched_items_only() -> None:
    scores = score(record(figures=[{**FIGURES[1], "unit": None, "concept": "giàu", "modifier": "about"}]))
    assert scores.measure("figure.unit.accuracy") == 0.0
    assert scores.measure("figure.modifier.accuracy") == 0.0
    assert scores.measure("figure.concept.accuracy") == 0.0
    assert {d.what for d in scores.differences if d.mark == "~"} == {"figure.unit", "figure.modifier", "figure.concept"}


def test_concepts_need_half_of_their_words_in_common() -> None:
    gold = {"figures": [{**GOLD["figures"][0], "concept": "hộ nghèo ở xã"}]}  # type: ignore[dict-item, index]
    unlike = record(figures=[{**FIGURES[0], "concept": "xã bạn và ta"}])
    alike = record(figures=[{**FIGURES[0], "concept": "nghèo ở"}])
    assert score(alike, gold).measure("figure.concept.accuracy") == 1.0
    assert score(unlike, gold).measure("figure.concept.accuracy") == 0.0


def test_an_unnumbered_undated_document_is_no_mistake() -> None:
    base = {"span": [0, 5], "text": "Thực ", "type": "Nghị quyết", "number": None, "rule": "test"}
    scores = score(record(documents=[{**base, "id": "d1"}, {**base, "id": "d2", "date": "2013"}]))
    assert scores.tallies["documents"].fp == 1


def test_claims_match_by_value_whatever_the_mention_and_count_once() -> None:
    by_value = {**SHARE, "part": {"value": "649"}, "whole": {"value": "1240.0"}}
    scores = score(record(figures=FIGURES, claims=[by_value, {**SHARE, "id": "c2"}]))
    assert (scores.tallies["claims"].tp, scores.tallies["claims"].fp) == (1, 0)
    assert scores.tallies["equal"].fn == 1
    assert "claims.equal" not in scores.tallies


def test_parts_in_any_order_but_fields_kept_apart() -> None:
    gold = {**GOLD, "claims": [{"kind": "sum", "parts": ["f1", "f4"], "total": "f2"}]}
    claim = {"id": "c1", "kind": "sum", "basis": "stated", "span": [0, 1], "rule": "test"}
    right = {**claim, "parts": ["f4", "f1"], "total": "f1"}
    wrong = {**claim, "parts": ["f2", "f1"], "total": "f4"}
    assert score(record(figures=FIGURES, claims=[right]), gold).measure("claims.sum.f1") == 1.0
    assert score(record(figures=FIGURES, claims=[wrong]), gold).measure("claims.sum.f1") == 0.0


def test_alarms_are_right_where_the_claim_does_not_hold() -> None:
    got = record(figures=FIGURES, claims=[SHARE], checks=[verdict("c1", "inconsistent")])
    false_alarm = score(got)
    assert (false_alarm.tallies["alarms"].tp, false_alarm.tallies["alarms"].fp) == (0, 1)
    gold = {**GOLD, "claims": [{**GOLD["claims"][0], "holds": False}]}  # type: ignore[dict-item, index]
    assert score(got, gold).measure("alarms.f1") == 1.0
    missed = score(record(figures=FIGURES, claims=[SHARE], checks=[verdict("c1", "truncated")]), gold)
    assert missed.tallies["alarms"].fn == 1


def test_a_claim_on_figures_that_are_not_there_is_superfluous() -> None:
    scores = score(record(figures=FIGURES[:1], claims=[SHARE, {**SHARE, "id": "c2", "part": "f1.numerator"}]))
    assert scores.tallies["claims"].fp == 2


def test_an_annotation_of_documents_only_says_nothing_of_figures() -> None:
    scores = score(record(figures=FIGURES), {**GOLD, "only": ["documents"]})
    assert set(scores.tallies) == {"documents"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"figures": [{"id": "f1", "quote": "13 hộ", "kind": "count", "value": "13"}], "claims": []}, "13 hộ"),
        (
            {"figures": [{"id": "f1", "quote": "12 hộ", "nth": 3, "kind": "count", "value": "12"}], "claims": []},
            "nth=3",
        ),
        ({"figures": [{"id": "f1", "quote": "12 hộ", "kind": "count", "value": "x"}], "claims": []}, "decimal"),
        ({"claims": [{"kind": "equal", "a": "f1", "b": "f77"}]}, "f77"),
    ],
)
def test_wrong_annotations_are_named(change: dict[str, object], why: str) -> None:
    with pytest.raises(AnnotationError, match=why):
        annotated({**GOLD, **change}, TEXT)


def test_quotes_may_overlap() -> None:
    assert find_quote("aaa", "aa", 2) == (1, 3)


def test_folding_ignores_case_form_and_spacing() -> None:
    assert fold("Quye\u0302\u0301t  ĐỊNH") == fold("quyết định")
    assert fold(None) == ""


def test_table_has_one_line_a_measure() -> None:
    table = list(lines(score(record(figures=FIGURES))))
    assert any(line.startswith("figures.ratio") and "F1 1.000" in line for line in table)
    assert any(line.startswith("figure.unit") for line in table)
