"""What all pages of the desk share: its templates, its workers, its store, and who is asking in which language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast
from urllib.parse import unquote

from fastapi import Request
from jinja2 import ChoiceLoader, PackageLoader
from markupsafe import Markup
from starlette.responses import HTMLResponse, JSONResponse, Response

from extractor.records import Message
from extractor.report.page import Voice
from extractor.report.page import environment as page_templates
from extractor.report.words import Lang, pick
from extractor.store import Store, StoreError
from extractor.web.queue import prepare
from extractor.web.settings import Settings
from extractor.web.words import both
from extractor.web.worker import Workers

LANGUAGE, WHO = "soatso_lang", "soatso_who"
_YEAR = 365 * 24 * 3600


class Refused(Exception):
    """A request that cannot be answered, with the reason as the person is told it.

    Args:
        reason: its name among the words of the desk.
        status: of the answer.
        message: the sentence; None for the desk's own for that reason.
    """

    def __init__(self, reason: str, status: int, message: Message | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.message = message or both(f"refused.{reason}")


class Desk:
    """The parts that the pages and the API work with.

    Args:
        settings: how the desk is served.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.workers = Workers(settings.workers, settings.seconds)
        self._templates = page_templates().overlay(
            loader=ChoiceLoader([PackageLoader("extractor.web"), PackageLoader("extractor.report.page")])
        )

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, for one request.

        Raises:
            Refused: the desk has none, or it cannot be read.
        """
        if self.settings.store is None:
            raise Refused("no_store", 404)
        try:
            with Store.open(self.settings.store) as store:
                prepare(store)
                yield store
        except StoreError as error:
            raise Refused("store", 503, error.message) from error

    def lang(self, request: Request) -> Lang:
        """The language of a request: as its address says, or as was chosen before."""
        for asked in (request.query_params.get("lang"), request.cookies.get(LANGUAGE)):
            if asked in ("vi", "en"):
                return cast(Lang, asked)
        return self.settings.lang

    def who(self, request: Request) -> str:
        """The name that the person at this browser has given."""
        return unquote(request.cookies.get(WHO, ""))[:80]

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page, in the language of its request."""
        lang = self.lang(request)
        voice = Voice(lang, both)
        answer = HTMLResponse(
            self._templates.get_template(template).render(
                voice=voice,
                t=voice.say,
                m=voice.message,
                num=voice.number,
                lang=lang,
                other_lang=self._other(request, lang),
                path=request.url.path,
                who=self.who(request),
                has_store=self.settings.store is not None,
                **values,
            ),
            status,
        )
        if request.query_params.get("lang") in ("vi", "en"):
            answer.set_cookie(LANGUAGE, lang, max_age=_YEAR, samesite="strict", httponly=True)
        return answer

    def refusal(self, request: Request, reason: str, status: int, message: Message | None = None) -> Response:
        """The answer to a request that is refused: a page, or JSON for a program."""
        if message is None:
            limit = f"{self.settings.max_bytes / 1_000_000:g} MB"
            message = both(f"refused.{reason}", limit=limit) if reason == "too_large" else both(f"refused.{reason}")
        if wants_json(request):
            said = {"error": reason, "message": message.model_dump()}
            return JSONResponse(said, status, headers=_CHALLENGE if status == 401 else None)
        if reason == "no_token":
            return self.page(request, "login.html", status=401, wrong=False)
        return self.page(request, "refused.html", status=status, said=pick(message, self.lang(request)))

    def _other(self, request: Request, lang: Lang) -> Markup:
        """The address of this page in the other language; that of the first page for what was sent to it."""
        other = "en" if lang == "vi" else "vi"
        if request.method != "GET":
            return Markup("/?lang={}").format(other)
        return Markup("{}").format(str(request.url.include_query_params(lang=other).replace(scheme="", netloc="")))


_CHALLENGE = {"www-authenticate": "Bearer"}


def own_page(path: str) -> str:
    """The path, if it is one of this desk; a page to go back to is never on another site.

    >>> own_page("/queue?state=all"), own_page("//evil.example/"), own_page("https://evil.example/")
    ('/queue?state=all', '/queue', '/queue')
    """
    own = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isascii() and path.isprintable()
    return path if own else "/queue"


def wants_json(request: Request) -> bool:
    """Whether a program asks, and not a person."""
    return request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", "")
