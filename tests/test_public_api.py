"""The few names people import."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pydantic
import pytest

import extractor
from extractor import Article, CheckedClaim, Record, check, extract

CORPUS = Path(__file__).parents[1] / "corpus" / "articles"
TEXT = "Tỉnh đã tinh giản 649 trường hợp, đạt 62,34% so với kế hoạch (649/1.240) theo Quyết định số 245/QĐ-UBND."


def _json(text: str) -> str:
    return extract(text).to_json()


def test_names() -> None:
    assert set(extractor.__all__) == {"Article", "CheckedClaim", "Record", "check", "extract", "__version__"}
    assert set(extractor.__all__) <= set(dir(extractor))
    with pytest.raises(AttributeError, match="no_such"):
        extractor.no_such  # noqa: B018


def test_importing_costs_nothing() -> None:
    heavy = "('pydantic', 'regex', 'underthesea', 'trafilatura', 'rich', 'typer')"
    script = f"import sys, extractor; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_extracting_loads_no_reader_and_no_face() -> None:
    script = (
        "import sys; from extractor import extract; extract('Xã có 12 hộ, chiếm 5%.');"
        "sys.exit(any(name in sys.modules for name in ('trafilatura', 'rich', 'typer', 'extractor.cli')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_text_and_its_article_give_the_same() -> None:
    bare = extract(TEXT)
    named = extract(Article(id="a1", text=TEXT, source="tin.txt", title="Tin", extra={"section": "x"}))
    assert isinstance(bare, Record)
    assert (named.article.id, named.article.source, named.article.extra) == ("a1", "tin.txt", {"section": "x"})
    assert bare.model_copy(update={"article": named.article}) == named


def test_records_survive_json() -> None:
    record = extract(TEXT)
    assert Record.model_validate_json(record.to_json()) == record


def test_what_is_made_without_validation_is_valid() -> None:
    """``of_valid`` looks at nothing: every field has to be there, of its type and in its order."""
    made: set[type] = set()
    for path in sorted(CORPUS.glob("*.txt")):
        record = extract(path.read_text(encoding="utf-8"))
        messages = [each.message for each in (*record.checks, *record.coverage.unchecked)]
        for each in (*record.figures, *record.documents, *record.checks, *record.coverage.unchecked, *messages):
            made.add(type(each))
            assert list(each.__dict__) == list(type(each).model_fields)
            type(each).__pydantic_validator__.validate_python(each.__dict__, strict=True)
    assert {kind.__name__ for kind in made} == {"Figure", "Document", "Check", "Unchecked", "Message"}


def test_records_are_frozen() -> None:
    record = extract(TEXT)
    with pytest.raises(pydantic.ValidationError):
        record.figures[0].unit = "x"  # type: ignore[misc]
    with pytest.raises(pydantic.ValidationError):
        Article(id="a", text="b").text = "c"  # type: ignore[misc]


def test_ids_count_in_text_order() -> None:
    record = extract(TEXT + "\n" + TEXT)
    for found in (record.figures, record.documents):
        assert [item.id[1:] for item in found] == [str(i + 1) for i in range(len(found))]
        assert [item.span for item in found] == sorted(item.span for item in found)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_hold_what_was_published(form: str) -> None:
    text = unicodedata.normalize(form, TEXT.replace(" ", "\xa0", 3))  # type: ignore[arg-type]
    record = extract(text)
    assert record.figures
    assert record.documents
    for item in (*record.figures, *record.documents):
        assert text[slice(*item.span)] == item.text
    assert record.article.length == len(text)


def test_check_gives_findings() -> None:
    (finding,) = [f for f in check(TEXT) if f.alarm]
    assert isinstance(finding, CheckedClaim)
    assert finding.claim.kind == "share"
    assert finding.check.claim == finding.claim.id
    assert [figure.text for figure in finding.figures] == ["649/1.240", "62,34%"]
    assert finding.check in extract(TEXT).alarms


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "\ud800", "1", "%", "/", "1/0", "0/0 = 0%", "𝟓𝟎%", "a" * 5000])
def test_any_text_gives_a_record(text: str) -> None:
    record = extract(text)
    assert record.article.length == len(text)
    assert check(text) is not None


@pytest.mark.slow
def test_processes_agree() -> None:
    texts = [TEXT, TEXT + " Thêm.", TEXT]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(_json, texts)) == [_json(text) for text in texts]
