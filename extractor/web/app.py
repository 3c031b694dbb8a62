"""The desk as an application: its pages, its API, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from extractor import __version__
from extractor.web.api import api_routes
from extractor.web.desk import Desk, Refused
from extractor.web.guard import Guard, TooLarge, TooSlow
from extractor.web.pages import page_routes
from extractor.web.settings import Settings
from extractor.web.shelf import shelf_routes
from extractor.web.words import both
from extractor.web.worker import Unfinished


def make_app(settings: Settings) -> Guard:
    """The desk.

    Args:
        settings: how it is served.
    """
    desk = Desk(settings)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(desk.workers.warm)
        yield
        await run_in_threadpool(desk.workers.close)

    app = FastAPI(
        title="soát số",
        version=__version__,
        description="Reads Vietnamese news, extracts documents, figures and claims, and proofreads the arithmetic.",
        # The usual pages of documentation fetch their scripts from elsewhere; /api/ is ours.
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=living,
    )
    app.include_router(page_routes(desk))
    app.include_router(shelf_routes(desk))
    app.include_router(api_routes(desk, app))

    @app.exception_handler(Refused)
    async def refused(request: Request, error: Refused) -> Response:
        return desk.refusal(request, error.reason, error.status, error.message)

    @app.exception_handler(Unfinished)
    async def unfinished(request: Request, error: Unfinished) -> Response:
        seconds = f"{settings.seconds:g}"
        status = {"too_long": 422, "broken": 422, "busy": 503}[error.reason]
        said = both("refused.too_long", seconds=seconds) if error.reason == "too_long" else None
        return desk.refusal(request, error.reason, status, said)

    @app.exception_handler(TooLarge)
    @app.exception_handler(TooSlow)
    async def too_much(request: Request, error: Exception) -> Response:
        reason, status = ("too_large", 413) if isinstance(error, TooLarge) else ("too_slow", 408)
        return desk.refusal(request, reason, status)

    @app.exception_handler(HTTPException)
    async def not_there(request: Request, error: HTTPException) -> Response:
        if isinstance(error.__cause__, TooLarge | TooSlow):
            return await too_much(request, error.__cause__)
        reason = {404: "not_found", 405: "wrong_method", 400: "bad_form"}.get(error.status_code, "failed")
        return desk.refusal(request, reason, error.status_code)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        said = [{"where": list(each["loc"]), "what": each["msg"]} for each in error.errors()]
        return JSONResponse({"error": "invalid", "details": said}, 422)

    @app.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        return desk.refusal(request, "failed", 500)

    return Guard(app, settings, desk.refusal)
