"""One function for each way in: bytes go in, and nothing may come out but a result that keeps its promises."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from httpx import InvalidURL

from extractor import Article, Record, extract
from extractor.article import View
from extractor.patterns.documents import find_documents
from extractor.readers import InputFormat, ReadArticle, read
from extractor.report.page import report_html
from extractor.tokens.numerals import find_numerals, habit_of
from fuzz.desk import desk
from fuzz.invariants import check_normal_forms, check_page, check_record

_ORIGIN = "http://127.0.0.1:8765"
_FORM = "multipart/form-data; boundary=--x"
_PLAIN_FORM = "application/x-www-form-urlencoded"
_FORMATS: tuple[InputFormat, ...] = ("auto", "text", "html", "jsonl")


def readers(data: bytes) -> None:
    """Bytes of any kind through standard input: articles whose text is text, or a rejection that says why."""
    chosen = _FORMATS[data[0] % len(_FORMATS)] if data else "auto"
    for item in read(["-"], input_format=chosen, stdin=io.BytesIO(data[1:])):
        assert item.message.vi if not isinstance(item, ReadArticle) else item.article.id
        if isinstance(item, ReadArticle):
            item.article.text.encode("utf-8")


def numbers(data: bytes) -> None:
    """Numerals stand in order, and no digit is lost."""
    text = View(text_of(data)).text
    at = 0
    for numeral in find_numerals(text, habit_of(text)):
        assert at <= numeral.start < numeral.end <= len(text)
        assert numeral.value.is_finite()
        at = numeral.end


def documents(data: bytes) -> None:
    """Documents stand in order and inside the text."""
    view = View(text_of(data))
    at = 0
    for found in find_documents(view):
        assert at <= found.start < found.end <= len(view.text)
        view.to_source(found.start, found.end)
        at = found.start


def claims(data: bytes) -> None:
    """The whole line, twice: the record keeps its contract in either normal form."""
    text = text_of(data)
    check_record(text, extract(Article(id="fuzzed", text=text)))
    check_normal_forms(text)


def report(data: bytes) -> None:
    """The page of an article: whatever is told of it, none of it becomes a script or the address of one."""
    text, _, rest = text_of(data).partition("\x00")
    title, _, url = rest.partition("\x00")
    article = Article(
        id=title or "fuzzed", text=text, title=title or text[:40] or None, url=url or text or None, source=url
    )
    check_page(report_html([(article, extract(article))]))


def api(data: bytes) -> None:
    """A request of any kind: an answer that is no failure of the server, and JSON where JSON was asked for."""
    kind, rest = (data[0] if data else 0), data[1:]
    words = text_of(rest)
    quoted = quote(words, safe="/?&=.%")
    asked: tuple[str, str, dict[str, Any]] = (
        ("POST", "/api/articles", {"content": rest, "headers": {"content-type": "application/json"}}),
        ("POST", "/api/articles", {"json": {"text": words}}),
        ("POST", "/api/articles", {"json": {"html": words, "title": words[:20], "published": words[:10]}}),
        ("GET", f"/api/findings?{quoted}", {}),
        ("GET", "/api/findings", {"params": {"q": words[:200], "period": words[:40], "source": words[:200]}}),
        ("GET", "/api/articles", {"params": {"q": words[:200]}}),
        ("GET", "/api/" + quoted.lstrip("/"), {}),
        ("GET", "/" + quoted.lstrip("/"), {}),
        ("GET", "/documents", {"params": {"number": words, "q": words}}),
        ("GET", "/figures", {"params": {"q": words}}),
        ("PUT", "/api/marks/" + quote(words[:64], safe=""), {"json": {"verdict": "confirm", "note": words}}),
        ("POST", "/check", {"data": {"text": words}, "headers": {"origin": _ORIGIN}}),
        ("POST", "/check", {"content": rest, "headers": {"origin": _ORIGIN, "content-type": _FORM}}),
        ("POST", "/marks", {"content": rest, "headers": {"origin": _ORIGIN, "content-type": _PLAIN_FORM}}),
    )[kind % 14]
    method, path, more = asked
    try:
        answer = desk().request(method, path, follow_redirects=False, **more)
    except InvalidURL:
        return
    assert answer.status_code < 500, f"{method} {path}: {answer.status_code} {answer.text[:200]}"
    if path.startswith("/api/articles") and method == "POST":
        said = answer.json()
        assert said.get("error") != "broken"
        if answer.status_code == 200:
            Record.model_validate_json(answer.text)


def text_of(data: bytes) -> str:
    """Any bytes as text."""
    return data.decode("utf-8", "replace")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "numbers": numbers,
    "documents": documents,
    "claims": claims,
    "api": api,
    "report": report,
}
