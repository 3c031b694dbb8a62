"""The pages for anyone: paste or upload an article, see it; the way in; and the files that pages need."""

from __future__ import annotations

import asyncio
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from extractor.readers import Rejected
from extractor.report.page import static_text
from extractor.report.words import pick
from extractor.web.desk import WHO, Desk, Refused, own_page
from extractor.web.guard import SESSION, same, session_of
from extractor.web.words import both
from extractor.web.worker import Kind, Upload

_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", "": "text", ".html": "html", ".htm": "html", ".docx": "docx",
}  # fmt: skip
_STATIC = {
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "desk.css": "text/css; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
}
_YEAR = 365 * 24 * 3600


def page_routes(desk: Desk) -> APIRouter:
    """The routes of these pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def home(request: Request) -> Response:
        counts = None
        if desk.settings.store is not None:
            with desk.store() as store:
                counts = store.counts()
        return desk.page(request, "home.html", counts=counts)

    @routes.post("/check")
    async def check(request: Request) -> Response:
        task = await _task(request, desk)
        done = await run_in_threadpool(desk.workers.run, task)
        if isinstance(done, Rejected):
            raise _rejected(done)
        return desk.page(request, "checked.html", done=done, stored=None, marks={})

    @routes.get("/static/{name}")
    def static(name: str) -> Response:
        if name not in _STATIC:
            raise Refused("not_found", 404)
        own = files("extractor.web") / "static" / name
        text = own.read_text(encoding="utf-8") if own.is_file() else static_text(name)
        return Response(text, media_type=_STATIC[name])

    @routes.get("/login")
    def login(request: Request) -> Response:
        return desk.page(request, "login.html", wrong=False)

    @routes.post("/login")
    async def enter(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=2)
        token = desk.settings.token or ""
        if not token or not same(str(form.get("token", "")), token):
            # Guessing is made slow.
            await asyncio.sleep(0.5)
            return desk.page(request, "login.html", status=401, wrong=True)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(SESSION, session_of(token), samesite="strict", httponly=True)
        return answer

    @routes.post("/who")
    async def who(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=2)
        name = " ".join(str(form.get("who", "")).split())[:80]
        answer = RedirectResponse(own_page(str(form.get("back", "/queue"))), 303)
        answer.set_cookie(WHO, quote(name), max_age=_YEAR, samesite="strict", httponly=True)
        return answer

    return routes


def _rejected(rejected: Rejected) -> Refused:
    return Refused("no_article", 422, rejected.message)


async def _task(request: Request, desk: Desk) -> Upload:
    """What a person has pasted or chosen."""
    form = await request.form(max_files=1, max_fields=8, max_part_size=desk.settings.max_bytes)
    lang = desk.lang(request)
    title = " ".join(str(form.get("title", "")).split())[:300] or None
    published = str(form.get("published", "")).strip()[:40] or None
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        name = PurePosixPath(file.filename.replace("\\", "/")).name[:200]
        kind = _KINDS.get(PurePosixPath(name).suffix.lower())
        if kind is None:
            raise Refused("not_text", 415)
        data = await file.read()
        return Upload(data, kind, name, title, published, lang=lang)
    text = form.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Refused("nothing", 422)
    # Browsers send line breaks of forms as CR LF.
    text = text.replace("\r\n", "\n")
    pasted = both("pasted")
    name = pick(pasted, lang)
    return Upload(text.encode("utf-8", "replace"), "text", name, title or name, published, lang=lang)
