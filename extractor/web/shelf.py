"""The pages of a store: queue, articles, documents, figures, overview; and marks."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from extractor.exchange import annotation_page, csv_text, task, xlsx_bytes
from extractor.readers import Rejected
from extractor.store import Store
from extractor.web import charts, lookup, queue, takeaway
from extractor.web.desk import Desk, Refused, own_page, wants_json
from extractor.web.overview import overview
from extractor.web.worker import Stored

_LISTED = 50
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def shelf_routes(desk: Desk) -> APIRouter:
    """The routes of these pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/queue")
    def queued(request: Request) -> Response:
        asked = queue.Filter.of(request.query_params)
        with desk.store() as store:
            if alike := request.query_params.get("alike"):
                found = queue.alike(store, alike)
                total, offset = len(found), 0
            else:
                total = queue.count(store, asked, queue.COUNTED)
                offset = min(_offset(request), max(total - 1, 0) // queue.PAGE * queue.PAGE)
                found = queue.items(store, asked, queue.PAGE, offset)
            choices = queue.choices(store)
        return desk.page(
            request, "queue.html", asked=asked, items=found, total=total, offset=offset, size=queue.PAGE,
            choices=choices, alike=bool(alike), counted=queue.COUNTED, states=queue.STATES, verdicts=queue.VERDICTS,
        )  # fmt: skip

    @routes.get("/between")
    def between(request: Request) -> Response:
        offset = _offset(request)
        with desk.store() as store:
            found = store.cross_findings(limit=_LISTED + 1, offset=offset)
            names = {n: store.listed(n) for row in found for n in (row.article, row.other_article)}
        return desk.page(
            request, "between.html", rows=found[:_LISTED], articles=names, offset=offset, more=len(found) > _LISTED,
            size=_LISTED,
        )  # fmt: skip

    @routes.post("/marks")
    async def mark(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=1200)
        return await run_in_threadpool(_marked, request, desk, form.multi_items())

    @routes.get("/findings.{form}")
    def table(request: Request, form: str) -> Response:
        asked = queue.Filter.of(request.query_params)
        if form not in ("csv", "xlsx"):
            raise Refused("not_found", 404)
        with desk.store() as store:
            lines = list(takeaway.lines(store, asked))
        name = {"content-disposition": f'attachment; filename="soatso-findings.{form}"'}
        if form == "csv":
            return Response("".join(csv_text(lines)), media_type="text/csv; charset=utf-8", headers=name)
        return Response(xlsx_bytes(lines), media_type=_XLSX, headers=name)

    @routes.get("/claimreview/{key}.json")
    def draft(request: Request, key: str) -> Response:
        with desk.store() as store:
            made = takeaway.draft(store, key, desk.lang(request))
        if made is None:
            raise Refused("not_confirmed", 409)
        return _attached(made, "claimreview.json", "application/ld+json")

    @routes.get("/articles/{number}/annotations.jsonld")
    def annotations(number: int) -> Response:
        with desk.store() as store:
            article, record = takeaway.whole(store, number)
        return _attached(annotation_page(article, record), f"article-{number}.jsonld", "application/ld+json")

    @routes.get("/articles/{number}/label-studio.json")
    def label_studio(number: int) -> Response:
        with desk.store() as store:
            article, record = takeaway.whole(store, number)
        return _attached([task(article, record)], f"article-{number}.json", "application/json")

    @routes.get("/articles")
    def articles(request: Request) -> Response:
        query, offset = request.query_params.get("q", "").strip()[:200], _offset(request)
        with desk.store() as store:
            if query:
                hits = store.search(query, limit=_LISTED + 1, offset=offset)
                rows = [(hit.article, hit.snippet) for hit in hits]
            else:
                listed = store.articles_by_alarms(limit=_LISTED + 1, offset=offset)
                rows = [(article, "") for article in listed]
        return desk.page(
            request, "articles.html", rows=rows[:_LISTED], query=query, offset=offset, more=len(rows) > _LISTED,
            size=_LISTED, site=queue.site,
        )  # fmt: skip

    @routes.get("/articles/{number}")
    def article(request: Request, number: int) -> Response:
        with desk.store() as store:
            text, record, row = store.article(number), store.record_json(number), store.listed(number)
            found = store.findings(article=number, limit=-1)
            cross = store.cross_findings(article=number, limit=100)
        if text is None or record is None or row is None:
            raise Refused("not_found", 404)
        done = desk.workers.run(Stored(text, record, desk.lang(request), f"/articles/{number}"))
        if isinstance(done, Rejected):
            raise Refused("not_found", 404)
        marks = {
            each.ref: {
                "key": each.key,
                "id": each.id,
                "verdict": each.mark.verdict if each.mark else None,
                "who": each.mark.who if each.mark else "",
                "note": each.mark.note if each.mark else "",
            }
            for each in found
        }
        return desk.page(request, "checked.html", done=done, stored=row, marks=marks, cross=cross)

    @routes.get("/documents")
    def documents(request: Request) -> Response:
        query, offset = request.query_params.get("q", "").strip()[:200], _offset(request)
        with desk.store() as store:
            total, rows = lookup.documents(store, query, _LISTED, offset)
        return desk.page(
            request, "documents.html", rows=rows, total=total, query=query, offset=offset, size=_LISTED,
            more=offset + _LISTED < total,
        )  # fmt: skip

    @routes.get("/documents/{key}")
    def document(request: Request, key: str) -> Response:
        with desk.store() as store:
            found = lookup.document(store, key)
        if found is None:
            raise Refused("not_found", 404)
        return desk.page(request, "document.html", page=found)

    @routes.get("/figures")
    def figures(request: Request) -> Response:
        query, offset = request.query_params.get("q", "").strip()[:200], _offset(request)
        with desk.store() as store:
            rows = lookup.figures(store, query, _LISTED + 1, offset) if query else []
            topics = [] if query else lookup.topics(store, _LISTED)
        return desk.page(
            request, "figures.html", rows=rows[:_LISTED], topics=topics, query=query, offset=offset,
            more=len(rows) > _LISTED, size=_LISTED,
        )  # fmt: skip

    @routes.get("/figures/{number}")
    def figure(request: Request, number: int) -> Response:
        with desk.store() as store:
            found = lookup.figure(store, number)
        if found is None:
            raise Refused("not_found", 404)
        return desk.page(request, "figure.html", page=found, chart=_chart(found))

    @routes.get("/articles/{number}/figures/{ref}")
    def figure_of(request: Request, number: int, ref: str) -> Response:
        with desk.store() as store:
            at = lookup.figure_number(store, number, ref)
        if at is None:
            raise Refused("not_found", 404)
        return RedirectResponse(f"/figures/{at}", 303)

    @routes.get("/overview")
    def whole(request: Request) -> Response:
        with desk.store() as store:
            found = overview(store)
        lang = desk.lang(request)
        return desk.page(
            request, "overview.html", view=found, bars=lambda rows: charts.bars(rows, lang),
            columns=lambda rows: charts.columns(rows, lang, 1180),
        )  # fmt: skip

    return routes


def _attached(data: Any, name: str, kind: str) -> Response:
    said = json.dumps(data, ensure_ascii=False, indent=1)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(said.encode("utf-8", "replace"), media_type=kind, headers=headers)


def _chart(page: lookup.FigurePage) -> Any:
    points = [(row.when, row.number) for row in page.others if row.when and row.number is not None]
    here = page.figure
    mine = (here.when, here.number) if here.when and here.number is not None else None
    # Values of several places are no course of one of them.
    one = len({row.place for row in (here, *page.others)}) == 1
    return charts.over_time(points, mine, joined=one) if points else ""


def _offset(request: Request) -> int:
    asked = request.query_params.get("offset", "0")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else 0


def _marked(request: Request, desk: Desk, form: list[tuple[str, Any]]) -> Response:
    """Writes down what a person decided, at once, and tells what looks alike."""
    given = {name: value for name, value in form if isinstance(value, str)}
    keys = [value for name, value in form if name == "key" and isinstance(value, str) and 0 < len(value) <= 64]
    verdict, note = given.get("verdict", ""), given.get("note", "").strip()[:2000]
    if not keys or verdict not in ("confirm", "dismiss", "undo"):
        raise Refused("bad_form", 400)
    with desk.store() as store:
        known = known_keys(store, keys)
        if len(known) != len(set(keys)):
            raise Refused("not_found", 404)
        for key in dict.fromkeys(keys):
            if verdict == "undo":
                store.unmark(key)
            else:
                store.mark(key, "confirm" if verdict == "confirm" else "dismiss", note, desk.who(request))
        alike = queue.alike(store, keys[0]) if verdict == "dismiss" and len(keys) == 1 else []
        marks = store.marks(keys)
    if not wants_json(request):
        return RedirectResponse(own_page(given.get("back", "/queue")), 303)
    return JSONResponse(
        {
            "marks": {
                key: {"verdict": made.verdict, "note": made.note, "who": made.who, "at": made.at}
                for key, made in marks.items()
            },
            "alike": [each.key for each in alike],
        }
    )


def known_keys(store: Store, keys: list[str]) -> set[str]:
    """Those of the keys that there are findings of."""
    rows = store.db.execute(
        "SELECT key FROM findings WHERE key IN (SELECT value FROM json_each(:keys))"
        " UNION SELECT key FROM cross_findings WHERE key IN (SELECT value FROM json_each(:keys))",
        {"keys": json.dumps(keys)},
    )
    return {row[0] for row in rows}
