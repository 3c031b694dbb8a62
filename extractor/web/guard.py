"""What stands before every request: who may ask, from where, how much and how long; and what every answer says."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.web.settings import Settings, is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With no referrer at all a browser hides the origin of our own forms too, and they could not be told from others.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SESSION = "soatso_session"
OPEN_PATHS = ("/login", "/static/")
_SAFE = frozenset({"GET", "HEAD"})
_KNOWN = _SAFE | {"POST", "PUT", "DELETE"}

Refuse = Callable[[Request, str, int], Response]
"""Makes the answer to a request that is refused: of its reason and status."""


class TooLarge(Exception):
    """The body of a request is larger than what is taken."""


class TooSlow(Exception):
    """The body of a request takes longer to arrive than is waited for."""


class Guard:
    """Refuses what no person at this desk would ask, and puts the headers of :data:`HEADERS` on every answer.

    Args:
        app: what answers.
        settings: who may ask.
        refuse: makes the answers to those who may not.
    """

    def __init__(self, app: ASGIApp, settings: Settings, refuse: Refuse) -> None:
        self._app = app
        self._settings = settings
        self._refuse = refuse
        self._names = frozenset({"localhost", *(name.lower() for name in settings.names)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        sent = _with_headers(send, scope["path"])
        if refusal := self._refusal(scope):
            await self._refuse(Request(scope), *refusal)(scope, receive, sent)
            return
        await self._app(scope, _Body(receive, self._settings), sent)

    def _refusal(self, scope: Scope) -> tuple[str, int] | None:
        """Why a request is refused, and with which status."""
        headers = Headers(scope=scope)
        if not self._may_be_called(headers.getlist("host")):
            return "wrong_host", 421
        if scope["method"] not in _KNOWN:
            return "wrong_method", 405
        if scope["method"] not in _SAFE and not _comes_from_here(headers):
            return "wrong_origin", 403
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._settings.max_bytes:
            return "too_large", 413
        if self._settings.token and not scope["path"].startswith(OPEN_PATHS) and not self._knows_token(headers, scope):
            return "no_token", 401
        return None

    def _may_be_called(self, hosts: list[str]) -> bool:
        """Whether the name that a request gives us is one of ours, and not one that a foreign site points here."""
        if len(hosts) != 1:
            return False
        try:
            name = urlsplit(f"//{hosts[0]}").hostname or ""
        except ValueError:
            return False
        if name in self._names:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        # No foreign site can make its name out of an address of numbers.
        return address.is_loopback or not is_loopback(self._settings.host)

    def _knows_token(self, headers: Headers, scope: Scope) -> bool:
        token = self._settings.token or ""
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and same(given.strip(), token):
            return True
        return same(Request(scope).cookies.get(SESSION, ""), session_of(token))


def session_of(token: str) -> str:
    """What the cookie of a person holds who has shown the token."""
    return hmac.new(token.encode("utf-8"), b"soatso session", hashlib.sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode("utf-8"), wanted.encode("utf-8"))


def _comes_from_here(headers: Headers) -> bool:
    """Whether a request that changes something was made by a page of ours, or by no page at all."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == headers["host"].lower() and origin.startswith(("http://", "https://"))
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


class _Body:
    """The body of a request, cut off where it is too much or takes too long."""

    def __init__(self, receive: Receive, settings: Settings) -> None:
        self._receive = receive
        self._left = settings.max_bytes
        self._until: float | None = None
        self._seconds = settings.upload_seconds
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        now = asyncio.get_running_loop().time()
        self._until = self._until or now + self._seconds
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - now))
        except TimeoutError as error:
            raise TooSlow from error
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge
        self._whole = not message.get("more_body", False)
        return message


def _with_headers(send: Send, path: str) -> Callable[[Message], Awaitable[None]]:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-cache" if path.startswith("/static/") else "no-store")
        await send(message)

    return sent
