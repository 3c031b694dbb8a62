"""The JSON API, as a program meets it."""

from __future__ import annotations

import pytest
from lxml import html
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from extractor.article import Article
from extractor.record import extract
from extractor.records import Record

from .conftest import ALARM, ARTICLES


def test_post_an_article_get_its_record(bare: TestClient) -> None:
    answer = bare.post("/api/articles", json={"text": ALARM, "id": "a1", "title": "Tin"})
    assert answer.status_code == 200
    expected = extract(Article(id="a1", text=ALARM, title="Tin"))
    assert Record.model_validate_json(answer.text) == expected


def test_post_html(bare: TestClient) -> None:
    page = f"<html><body><article><h1>Tin</h1><p>{ALARM}</p><p>{ALARM}</p></article></body></html>"
    assert len(bare.post("/api/articles", json={"html": page}).json()["checks"]) >= 1


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({}, 422, "nothing"),
        ({"text": "x", "html": "y"}, 422, "nothing"),
        ({"text": " "}, 422, "no_article"),
        ({"text": 5}, 422, "invalid"),
        ({"text": "12 xã", "more": 1}, 422, "invalid"),
    ],
)
def test_what_is_no_article_is_told(bare: TestClient, body: dict[str, object], status: int, error: str) -> None:
    answer = bare.post("/api/articles", json=body)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_odd_bodies(bare: TestClient) -> None:
    assert bare.post("/api/articles", content=b"{").status_code == 422
    large = bare.post("/api/articles", json={"text": "x" * 4_100_000})
    assert (large.status_code, large.json()["error"]) == (413, "too_large")
    assert bare.get("/api/findings").json()["error"] == "no_store"
    assert bare.get("/api/nope").json()["error"] == "not_found"


def test_findings_page_by_page(desk: TestClient) -> None:
    whole = desk.get("/api/findings?limit=500").json()
    assert whole["next"] is None
    assert len(whole["items"]) == whole["total"] >= 3
    paged, at = [], 0
    while at is not None:
        page = desk.get(f"/api/findings?limit=2&offset={at}").json()
        paged += page["items"]
        at = page["next"]
    assert paged == whole["items"]
    first = whole["items"][0]
    assert {"message", "diagnosis", "quote", "key"} <= set(first)


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "offset=-1", "state=x", "severity=x", "verdict=x"])
def test_odd_questions(desk: TestClient, query: str) -> None:
    assert desk.get(f"/api/findings?{query}").status_code == 422


def test_articles(desk: TestClient) -> None:
    page = desk.get("/api/articles?limit=4").json()
    assert [item["title"] for item in page["items"]] == [title for title, *_ in ARTICLES[:4]]
    assert page["next"] == 4
    assert [item["title"] for item in desk.get("/api/articles?q=quoc+hoi").json()["items"]] == ["kỳ họp"]
    record = Record.model_validate(desk.get("/api/articles/1").json())
    text = desk.get("/api/articles/1/text").json()["text"]
    assert all(text[slice(*figure.span)] == figure.text for figure in record.figures)
    assert desk.get("/api/articles/99").status_code == 404


def test_marks(desk: TestClient) -> None:
    key = desk.get("/api/findings?severity=high").json()["items"][0]["key"]
    made = desk.put(f"/api/marks/{key}", json={"verdict": "confirm", "who": "máy"}).json()
    assert made["verdict"] == "confirm"
    found = desk.get("/api/findings?state=confirm").json()["items"]
    assert [(item["key"], item["mark"]["who"]) for item in found] == [(key, "máy")]
    assert desk.delete(f"/api/marks/{key}").status_code == 204
    assert desk.get("/api/findings?state=confirm").json()["total"] == 0
    assert desk.put("/api/marks/none", json={"verdict": "confirm"}).status_code == 404


def test_the_description_is_valid_and_shown_without_help_from_elsewhere(bare: TestClient) -> None:
    described = bare.get("/api/openapi.json").json()
    validate(described)
    page = html.document_fromstring(bare.get("/api/").text)
    calls = [code.text_content() for code in page.cssselect(".call h2 code")]
    for path, methods in described["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in calls
    assert not [
        e for e in page.cssselect("[src], link") if not (e.get("src") or e.get("href")).startswith(("/", "data:"))
    ]
    for link in page.cssselect('.call a[href^="#"]'):
        assert page.cssselect(link.get("href"))
