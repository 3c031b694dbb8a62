"""Who may ask the desk, from where, how much and how long."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from extractor.web import Settings, is_loopback
from extractor.web.guard import HEADERS, Guard, TooLarge, TooSlow

TOKEN = "một-mã-truy-cập-rất-dài"


def client(**settings: Any) -> TestClient:
    async def answer(request: Request) -> Response:
        try:
            return PlainTextResponse(f"{len(await request.body())} bytes")
        except (TooLarge, TooSlow) as error:
            return PlainTextResponse(type(error).__name__, 413)

    app = Starlette(
        routes=[
            Route("/", answer, methods=["GET", "POST", "PUT", "DELETE"]),
            Route("/login", answer),
            Route("/static/x", answer),
        ]
    )
    refuse = lambda _request, reason, status: PlainTextResponse(reason, status)  # noqa: E731
    return TestClient(Guard(app, Settings(**settings), refuse), base_url="http://127.0.0.1:8765")


@pytest.mark.parametrize(
    ("settings", "host", "status"),
    [
        ({}, "127.0.0.1:8765", 200),
        ({}, "localhost:8765", 200),
        ({}, "LOCALHOST", 200),
        ({}, "[::1]:8765", 200),
        ({}, "evil.example", 421),
        ({}, "127.0.0.1.evil.example:8765", 421),
        ({}, "192.168.1.5", 421),
        ({}, "", 421),
        ({"names": ("tòa-soạn.vn", "Desk.local")}, "desk.local", 200),
        ({"host": "0.0.0.0", "token": TOKEN}, "192.168.1.5:8765", 401),
        ({"host": "0.0.0.0", "token": TOKEN}, "evil.example", 421),
    ],
)
def test_host(settings: dict[str, Any], host: str, status: int) -> None:
    assert client(**settings).get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {"origin": "https://evil.example"}, 200),
        ("POST", {}, 200),
        ("POST", {"origin": "http://127.0.0.1:8765"}, 200),
        ("POST", {"origin": "https://evil.example"}, 403),
        ("POST", {"origin": "http://127.0.0.1:9999"}, 403),
        ("POST", {"origin": "null"}, 403),
        ("POST", {"origin": ""}, 403),
        ("POST", {"origin": "http://127.0.0.1:8765.evil.example"}, 403),
        ("PUT", {"sec-fetch-site": "cross-site"}, 403),
        ("DELETE", {"sec-fetch-site": "same-site"}, 403),
        ("POST", {"sec-fetch-site": "same-origin"}, 200),
        ("PATCH", {}, 405),
        ("OPTIONS", {"origin": "https://evil.example"}, 405),
    ],
)
def test_origin(method: str, headers: dict[str, str], status: int) -> None:
    assert client().request(method, "/", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 401),
        ("/", {"authorization": f"Bearer {TOKEN}".encode()}, 200),
        ("/", {"authorization": b"Bearer khong-phai"}, 401),
        ("/", {"authorization": f"Basic {TOKEN}".encode()}, 401),
        ("/", {"cookie": "soatso_session=" + "0" * 64}, 401),
        ("/login", {}, 200),
        ("/static/x", {}, 200),
    ],
)
def test_token(path: str, headers: dict[str, Any], status: int) -> None:
    assert client(token="mot-ma-truy-cap-rat-dai").get(path, headers=_ascii(headers)).status_code == status


def _ascii(headers: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.decode().replace(TOKEN, "mot-ma-truy-cap-rat-dai") if isinstance(value, bytes) else value
        for name, value in headers.items()
    }


def test_a_body_that_says_it_is_too_large_is_not_read() -> None:
    assert client(max_bytes=10).post("/", content=b"x" * 11).status_code == 413
    assert client(max_bytes=10).post("/", content=b"x" * 10).text == "10 bytes"


def test_a_body_that_does_not_say_is_cut_off() -> None:
    def pieces() -> Any:
        yield from [b"xxxx"] * 4

    assert client(max_bytes=10).post("/", content=pieces()).text == "TooLarge"
    assert client(max_bytes=16).post("/", content=pieces()).text == "16 bytes"


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    said: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        try:
            while (await receive()).get("more_body"):
                pass
        except TooSlow:
            said.append("too slow")

    async def never() -> Any:
        await asyncio.sleep(60)

    async def sent(message: Any) -> None:
        said.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"host", b"localhost")], "query_string": b""}
    guard = Guard(app, Settings(seconds=0.05), lambda *_: Response())
    asyncio.run(asyncio.wait_for(guard(scope, never, sent), 5))
    assert said == ["too slow"]


@pytest.mark.parametrize(("method", "headers"), [("GET", {}), ("POST", {"origin": "null"}), ("GET", {"host": "x.y"})])
def test_every_answer_has_its_headers(method: str, headers: dict[str, str]) -> None:
    answer = client().request(method, "/", headers=headers)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("192.168.0.2", False), ("desk.local", False)],
)  # fmt: skip
def test_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own
