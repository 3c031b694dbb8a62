"""The JSON API: post an article and get its record; ask for findings and articles page by page; set marks."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, FastAPI, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from extractor.readers import Rejected
from extractor.records import Message, Record
from extractor.web import queue
from extractor.web.desk import Desk, Refused
from extractor.web.shelf import known_keys
from extractor.web.worker import Upload

_MOST = 500


class ArticleIn(BaseModel):
    """An article to read. Give its text, or the HTML of its page."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = None
    html: str | None = None
    id: str | None = Field(default=None, max_length=200)
    title: str | None = Field(default=None, max_length=1000)
    published: str | None = Field(default=None, max_length=40, description="ISO date")
    url: str | None = Field(default=None, max_length=2000, description="kept as it is; never fetched")


class MarkIn(BaseModel):
    """What a person decided about a finding."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["confirm", "dismiss"]
    note: str = Field(default="", max_length=2000)
    who: str = Field(default="", max_length=80)


class MarkOut(MarkIn):
    """A mark as it is kept."""

    at: str = Field(description="UTC")


class FindingOut(BaseModel):
    """Something to look at in an article of the store."""

    key: str | None = Field(description="names it over all extractions; null for a check that is no finding")
    article: int = Field(description="number of the article in the store")
    ref: str = Field(description="its id in the article's record")
    kind: str
    severity: Literal["low", "high"] | None
    verdict: str
    claim: str | None = Field(description="kind of the claim that it is about")
    message: Message
    diagnosis: list[Message]
    expected: list[str]
    quote: str = Field(description="the text around it")
    title: str
    source: str
    published: str | None
    mark: MarkOut | None


class FindingsPage(BaseModel):
    """A page of findings."""

    total: int
    items: list[FindingOut]
    next: int | None = Field(description="offset of the next page; null on the last")


class ArticleOut(BaseModel):
    """An article as it is listed."""

    id: int
    name: str
    title: str | None
    url: str | None
    source: str
    published: str | None
    documents: int
    figures: int
    claims: int
    alarms: int
    findings: int


class ArticlesPage(BaseModel):
    """A page of articles."""

    items: list[ArticleOut]
    next: int | None = Field(description="offset of the next page; null on the last")


class ErrorOut(BaseModel):
    """Why a request was not answered."""

    error: str
    message: Message


Limit = Annotated[int, Query(ge=1, le=_MOST, description="items on a page")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="items to pass over")]
_ERRORS: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorOut, "description": "There is no such thing, or no store."},
    413: {"model": ErrorOut, "description": "Too large."},
}


def api_routes(desk: Desk, app: FastAPI) -> APIRouter:
    """The routes of the API, and the page that describes them."""
    routes = APIRouter(prefix="/api", responses=_ERRORS)

    @routes.get("/", include_in_schema=False)
    def described(request: Request) -> Response:
        return desk.page(request, "api.html", api=app.openapi())

    @routes.post(
        "/articles",
        response_model=Record,
        summary="Read an article and get its record",
        responses={422: {"model": ErrorOut, "description": "No article, or it took too long."}},
    )
    def read(article: Annotated[ArticleIn, Body()]) -> Response:
        """Nothing is kept. The record is the one that `soatso extract` prints."""
        if (article.text is None) == (article.html is None):
            raise Refused("nothing", 422)
        given = article.text if article.text is not None else article.html or ""
        done = desk.workers.run(
            Upload(
                given.encode("utf-8", "replace"),
                "html" if article.text is None else "text",
                "-",
                article.title,
                article.published,
                article.url,
                id=article.id,
            )
        )
        if isinstance(done, Rejected):
            raise Refused("no_article", 422, done.message)
        return Response(done.record, media_type="application/json")

    @routes.get("/articles", summary="Articles of the store", response_model=ArticlesPage)
    def articles(
        q: Annotated[str, Query(max_length=200, description='words; "ca mau" finds Cà Mau')] = "",
        limit: Limit = queue.PAGE,
        offset: Offset = 0,
    ) -> ArticlesPage:
        """All, in the order of reading, or those that have all words of a query, best first."""
        with desk.store() as store:
            if q:
                rows = [hit.article for hit in store.search(q, limit=limit + 1, offset=offset)]
            else:
                rows = store.articles(limit=limit + 1, offset=offset)
        names = ArticleOut.model_fields
        return ArticlesPage(
            items=[ArticleOut(**{name: getattr(row, name) for name in names}) for row in rows[:limit]],
            next=offset + limit if len(rows) > limit else None,
        )

    @routes.get("/articles/{number}", summary="The record of a stored article", response_model=Record)
    def article(number: Annotated[int, Path(ge=1)]) -> Response:
        """Letter for letter as it was extracted."""
        with desk.store() as store:
            record = store.record_json(number)
        if record is None:
            raise Refused("not_found", 404)
        return Response(record, media_type="application/json")

    @routes.get("/articles/{number}/text", summary="The text of a stored article")
    def text(number: Annotated[int, Path(ge=1)]) -> dict[str, str]:
        """The text that the spans of its record point into."""
        with desk.store() as store:
            found = store.article(number)
        if found is None:
            raise Refused("not_found", 404)
        return {"text": found.text}

    @routes.get("/findings", summary="What there is to look at", response_model=FindingsPage)
    def findings(
        state: Annotated[Literal["open", "confirm", "dismiss", "all"], Query(description="what was decided")] = "open",
        severity: Literal["", "high", "low"] = "",
        kind: Annotated[str, Query(max_length=60)] = "",
        claim: Annotated[str, Query(max_length=60, description="kind of the claim")] = "",
        verdict: Annotated[
            Literal["inconsistent", "truncated", "undetermined", "consistent"],
            Query(description="inconsistent gives findings, another one checks that came out so"),
        ] = "inconsistent",
        source: Annotated[str, Query(max_length=200, description="site, or folder")] = "",
        province: Annotated[str, Query(max_length=60)] = "",
        document: Annotated[str, Query(max_length=200, description="number of a document the article cites")] = "",
        period: Annotated[str, Query(max_length=40, description="beginning of an EDTF period")] = "",
        unit: Annotated[str, Query(max_length=60)] = "",
        q: Annotated[str, Query(max_length=200, description="words of the article")] = "",
        limit: Limit = queue.PAGE,
        offset: Offset = 0,
    ) -> FindingsPage:
        """Severe ones first; copies of an article are left out."""
        asked = queue.Filter(state, severity, kind, claim, verdict, source, province, document, period, unit, q)
        with desk.store() as store:
            total = queue.count(store, asked)
            found = queue.items(store, asked, limit, offset)
        return FindingsPage(
            total=total,
            items=[_finding(item) for item in found],
            next=offset + limit if offset + limit < total else None,
        )

    @routes.put("/marks/{key}", summary="Decide about a finding", response_model=MarkOut)
    def mark(key: Annotated[str, Path(max_length=64)], given: Annotated[MarkIn, Body()]) -> MarkOut:
        """Stored at once; an earlier decision is replaced. Marks outlast new extractions."""
        with desk.store() as store:
            if key not in known_keys(store, [key]):
                raise Refused("not_found", 404)
            made = store.mark(key, given.verdict, given.note, given.who)
        return MarkOut(verdict=made.verdict, note=made.note, who=made.who, at=made.at)

    @routes.delete("/marks/{key}", summary="Take a decision back", status_code=204)
    def unmark(key: Annotated[str, Path(max_length=64)]) -> Response:
        """Nothing happens where there is none."""
        with desk.store() as store:
            store.unmark(key)
        return Response(status_code=204)

    return routes


def _finding(item: queue.Item) -> FindingOut:
    mark = item.mark
    return FindingOut.model_validate(
        {
            "key": item.key,
            "article": item.article,
            "ref": item.ref,
            "kind": item.kind,
            "severity": item.severity,
            "verdict": item.verdict,
            "claim": item.claim,
            "message": item.message,
            "diagnosis": list(item.why),
            "expected": list(item.expected),
            "quote": "".join(snip.text for snip in item.quote),
            "title": item.title,
            "source": item.source,
            "published": item.published,
            "mark": mark and {"verdict": mark.verdict, "note": mark.note, "who": mark.who, "at": mark.at},
        }
    )
