"""What was found, taken elsewhere and read there."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import Article
from extractor.evaluation import evaluate
from extractor.evaluation.facts import annotated, extracted
from extractor.evaluation.run import annotated_articles
from extractor.exchange import (
    COLUMNS,
    CONFIG,
    LabelStudioError,
    Utf16,
    annotation_page,
    claim_review,
    csv_text,
    gold_of,
    lines,
    task,
    xlsx_bytes,
)
from extractor.record import extract
from extractor.records import Finding, Message, Record

CORPUS = Path(__file__).parents[2] / "corpus"
ALARM = "Trà Cú tiêm 14.206 trẻ trong tổng số 14.715 trẻ thuộc diện tiêm, đạt 95,54%."
ARTICLE = Article(
    id="tra-cu",
    text=f"😀 Tin vui 👩‍🌾. {ALARM} Ngày mai tiêm tiếp.",
    source="tin/1.txt",
    url="https://www.baotravinh.vn/1.html",
    title="Tiêm chủng",
    published="2018-12-05",
)
RECORD = extract(ARTICLE)


def with_finding(text: str, message: str) -> Record:
    said = Message(vi=message, en=message)
    finding = Finding(id="n1", kind="impossible_date", severity="high", span=(0, len(text)), text=text, message=said)
    return RECORD.model_copy(update={"findings": (finding,)})


# --- UTF-16 -------------------------------------------------------------------------------------------------


@given(st.text(max_size=40), st.integers(0, 40))
def test_utf16_positions_are_those_of_encoding(text: str, at: int) -> None:
    at = min(at, len(text))
    units = Utf16(text)
    before = text[:at]
    assert units.of(at) == len(before.encode("utf-16-le", "surrogatepass")) // 2
    assert units.back(units.of(at)) == at


# --- tables -------------------------------------------------------------------------------------------------


def test_csv_is_read_back() -> None:
    data = "".join(csv_text(lines(ARTICLE, RECORD))).encode("utf-8")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    (row,) = [row for row in rows if row["kind"] == "inconsistent_claim"]
    assert tuple(row) == COLUMNS
    assert row["title"] == "Tiêm chủng"
    assert "khớp nếu 95,54% là 96,54%" in row["diagnosis_vi"]
    assert ARTICLE.text[int(row["start"]) : int(row["end"])] == row["text"]
    wide = ARTICLE.text.encode("utf-16-le")
    assert wide[2 * int(row["start_utf16"]) : 2 * int(row["end_utf16"])].decode("utf-16-le") == row["text"]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5%", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_no_text_is_a_formula(text: str) -> None:
    from openpyxl import load_workbook

    record = with_finding(text, text)
    (line,) = lines(ARTICLE.model_copy(update={"text": text}), record)
    (row,) = csv.DictReader(io.StringIO("".join(csv_text([line])).removeprefix("\ufeff"), newline=""))
    assert not row["text"].startswith(("=", "+", "-", "@", "\t"))
    sheet = load_workbook(io.BytesIO(xlsx_bytes([line]))).active
    assert sheet is not None
    cells = dict(zip(COLUMNS, next(sheet.iter_rows(min_row=2)), strict=True))
    assert cells["text"].data_type == "s"
    assert str(cells["text"].value).strip() == text.strip()


def test_xlsx_is_read_back() -> None:
    from openpyxl import load_workbook

    found = list(lines(ARTICLE, RECORD))
    sheet = load_workbook(io.BytesIO(xlsx_bytes(found))).active
    assert sheet is not None
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == COLUMNS
    assert [row[COLUMNS.index("start")] for row in rows] == [line.start for line in found]
    assert sheet.freeze_panes == "A2"


@given(st.text(max_size=30))
def test_any_text_in_a_cell(text: str) -> None:
    article = ARTICLE.model_copy(update={"text": text, "title": text})
    found = list(lines(article, with_finding(text, text or "x")))
    assert xlsx_bytes(found)[:2] == b"PK"
    assert "".join(csv_text(found)).encode("utf-8")


# --- W3C Web Annotations ------------------------------------------------------------------------------------


def test_annotations_point_to_their_quotes_in_both_units() -> None:
    page = annotation_page(ARTICLE, RECORD)
    assert page["partOf"]["total"] == len(page["items"]) == len(RECORD.figures) + len(RECORD.findings)
    wide = ARTICLE.text.encode("utf-16-le")
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert ARTICLE.text[start:end] == quote["exact"]
        assert ARTICLE.text[:start].endswith(quote["prefix"])
        assert ARTICLE.text[end:].startswith(quote["suffix"])
        at = slice(2 * position["soatso:utf16Start"], 2 * position["soatso:utf16End"])
        assert wide[at].decode("utf-16-le") == quote["exact"]
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


# What the Web Annotation Data Model says an annotation must and may be, of what is used here (sections 3.1 to 4.2).
_IRI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:"}
_MODEL = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {
            "enum": [
                "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
                "identifying", "linking", "moderating", "questioning", "replying", "tagging",
            ]
        },
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "language": {"type": "string", "pattern": "^[a-z]{2}$"},
                    "format": {"type": "string", "pattern": "^[a-z]+/[a-z]+$"},
                },
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": _IRI,
                "selector": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {
                                "required": ["type", "exact"],
                                "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}},
                            },
                            {
                                "required": ["type", "start", "end"],
                                "properties": {
                                    "type": {"const": "TextPositionSelector"},
                                    "start": {"type": "integer", "minimum": 0},
                                    "end": {"type": "integer", "minimum": 0},
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}  # fmt: skip


def test_annotations_are_what_the_model_demands() -> None:
    import jsonschema

    page = annotation_page(ARTICLE, RECORD)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        jsonschema.validate(item, _MODEL)


def test_annotations_are_linked_data() -> None:
    pyld = pytest.importorskip("pyld")
    page = annotation_page(ARTICLE, RECORD)
    # The context lies on the web; a stand-in gives every word a name, so that what is no JSON-LD fails.
    page["@context"] = [{"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"}, page["@context"][1]]
    triples = pyld.jsonld.to_rdf(page)["@default"]
    units = [t for t in triples if t["predicate"]["value"] == "urn:soatso:terms:utf16Start"]
    assert len(units) == len(page["items"])
    assert {t["object"]["datatype"] for t in units} == {"http://www.w3.org/2001/XMLSchema#integer"}


# --- ClaimReview --------------------------------------------------------------------------------------------


def draft(**more: Any) -> dict[str, Any]:
    (finding,) = [each for each in RECORD.findings if each.kind == "inconsistent_claim"]
    return claim_review(ARTICLE, RECORD, finding, reviewed="2024-05-01", **more)


def test_a_draft_says_what_was_found_and_no_more() -> None:
    made = draft(reviewer="Lan Anh", note="Đã gọi tòa soạn.")
    assert made["creativeWorkStatus"] == "Draft"
    assert made["claimReviewed"] == ALARM
    assert made["itemReviewed"]["appearance"]["url"] == ARTICLE.url
    assert made["author"] == {"@type": "Person", "name": "Lan Anh"}
    assert made["reviewBody"].endswith("Đã gọi tòa soạn.")
    assert made["reviewBody"].count("khớp nếu 95,54% là 96,54%") == 1
    assert "url" not in made, "only the newsroom knows it"
    assert draft(lang="en")["reviewRating"]["alternateName"] == "Figures do not fit"


def test_a_draft_has_only_properties_of_schema_org() -> None:
    pytest.importorskip("pydantic2_schemaorg")

    def known(node: dict[str, Any]) -> None:
        kind = node["@type"]
        model = getattr(__import__(f"pydantic2_schemaorg.{kind}", fromlist=[kind]), kind)
        names = {field.alias for field in model.__fields__.values()} | set(model.__fields__)
        assert {name for name in node if not name.startswith("@")} <= names, kind
        for value in node.values():
            if isinstance(value, dict):
                known(value)

    known(draft(reviewer="x"))
    assert date.fromisoformat(draft()["datePublished"])


# --- Label Studio -------------------------------------------------------------------------------------------


def exported(made: dict[str, Any], results: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A task as Label Studio exports it when an annotator has accepted the prediction."""
    (prediction,) = made["predictions"]
    annotation = {"id": 1, "was_cancelled": False, "result": prediction["result"] if results is None else results}
    return {"id": 1, "data": made["data"], "annotations": [annotation]}


@pytest.mark.parametrize("article", [each for each, _ in annotated_articles(CORPUS)], ids=lambda article: article.id)
def test_what_is_accepted_comes_back_as_it_was_found(article: Article) -> None:
    record = extract(article)
    name, text, gold = gold_of(json.loads(json.dumps(exported(task(article, record)))))
    assert (name, text) == (article.id, article.text)
    back, found = annotated(gold, article.text), extracted(record)
    assert sorted(back.documents, key=lambda d: d.span) == sorted(found.documents, key=lambda d: d.span)
    assert sorted(back.figures, key=lambda f: f.span) == sorted(found.figures, key=lambda f: f.span)
    assert sorted(claim.key for claim in back.claims) == sorted(claim.key for claim in found.claims)


def test_gold_that_comes_back_is_scored(tmp_path: Path) -> None:
    name, text, gold = gold_of(exported(task(ARTICLE, RECORD)))
    for folder, suffix, data in (("articles", "txt", text), ("annotations", "json", json.dumps(gold))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.{suffix}").write_text(data, encoding="utf-8")
    scores = evaluate(tmp_path, extract).scores.as_json()
    assert scores["figures"]["f1"] == 1
    assert gold["claims"][0]["holds"] is False


def test_corrections_come_back() -> None:
    made = task(ARTICLE, RECORD)
    results = made["predictions"][0]["result"]
    (percent,) = [r["id"] for r in results if r["type"] == "labels" and r["value"]["text"] == "95,54%"]
    corrected = []
    for result in results:
        if result.get("id") == percent and result["from_name"] == "value":
            result = {**result, "value": {**result["value"], "text": ["96.54"]}}
        if result.get("id") == percent and result["from_name"] == "holds":
            result = {**result, "value": {**result["value"], "choices": ["holds"]}}
        corrected.append(result)
    _, _, gold = gold_of(exported(made, corrected))
    assert [figure["value"] for figure in gold["figures"] if figure["kind"] == "percent"] == ["96.54"]
    assert gold["claims"][0]["holds"] is True


def test_positions_in_utf16_units_are_understood() -> None:
    made = task(ARTICLE, RECORD)
    units = Utf16(ARTICLE.text)
    moved = json.loads(json.dumps(made["predictions"][0]["result"]))
    for result in moved:
        if "value" in result:
            result["value"] |= {name: units.of(result["value"][name]) for name in ("start", "end")}
    assert gold_of(exported(made, moved)) == gold_of(exported(made))


LOST = {"type": "labels", "id": "f1", "value": {"start": 0, "end": 3, "text": "không có", "labels": ["count"]}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: made | {"annotations": []}, "without text"),
        (lambda made: {"data": {}}, "without text"),
        (lambda made: exported(made, [{"type": "relation", "from_id": "f9", "to_id": "f8", "labels": ["share.part"]}]),
         "no figure"),
        (lambda made: exported(made, [{"type": "relation", "from_id": "f1", "to_id": "f2", "labels": ["x.y"]}]),
         "no relation"),
        (lambda made: exported(made, [LOST]), "not in the text"),
        (lambda made: exported(made, [{"nothing": 1}]), "not of these tasks"),
    ],
)  # fmt: skip
def test_what_is_no_annotation_of_these_tasks_is_told(change: Any, said: str) -> None:
    with pytest.raises(LabelStudioError, match=said):
        gold_of(change(task(ARTICLE, RECORD)))


def test_label_studio_itself_takes_the_tasks() -> None:
    label_interface = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="label-studio-sdk is not installed"
    )
    interface = label_interface.LabelInterface(CONFIG)
    interface.validate()
    for article, _ in annotated_articles(CORPUS):
        made = task(article, extract(article))
        assert interface.validate_task({"data": made["data"]})
        assert all(interface.validate_prediction(each) for each in made["predictions"])
