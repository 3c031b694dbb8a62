"""``soatso serve``: the fact-checker's desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import NOTHING, Lang, Language, wrong_use


def serve(
    store: Annotated[
        Path | None, typer.Option("--store", dir_okay=False, help="The store to work through: news.db.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any that is free.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            "--token", envvar="SOATSO_TOKEN", help="What others must show; needed to listen beyond this machine."
        ),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A host name that others call this server by; may be repeated.")
    ] = None,
    max_megabytes: Annotated[int, typer.Option("--max-megabytes", min=1, help="The largest article taken.")] = 4,
    seconds: Annotated[int, typer.Option("--seconds", min=1, help="How long one article may take.")] = 20,
    lang: Lang = Language.vi,
) -> None:
    """Open the desk in a browser: paste an article, or work through a store."""
    from extractor.cli import messages
    from extractor.report.words import pick

    try:
        import uvicorn

        from extractor.web import LEAST_TOKEN, Settings, is_loopback, make_app
    except ImportError as error:
        raise wrong_use("serve", messages.NEEDS_WEB) from error
    if not is_loopback(host) and token is None:
        raise wrong_use("--host", messages.NEEDS_TOKEN, host=host)
    if token is not None and len(token) < LEAST_TOKEN:
        raise wrong_use("--token", messages.SHORT_TOKEN, least=LEAST_TOKEN)
    if store is not None:
        from extractor.store import Store, StoreError

        try:
            Store.open(store).close()
        except StoreError as error:
            raise wrong_use("--store", error.message) from error
    app = make_app(
        Settings(
            store=store,
            host=host,
            token=token,
            names=tuple(name or ()),
            max_bytes=max_megabytes * 1_000_000,
            seconds=seconds,
            lang=lang.value,
        )
    )
    # Requests hold articles that nobody asked us to keep, so none is logged.
    config = uvicorn.Config(
        app, host=host, port=port, log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    server = uvicorn.Server(config)
    try:
        sock = config.bind_socket()
    except SystemExit as stop:
        raise wrong_use("--port", messages.PORT_TAKEN, port=port) from stop
    # From here on a browser waits until there is an answer.
    sock.listen()
    shown = f"[{host}]" if ":" in host else host
    print(
        pick(messages.SERVING, lang.value).format(address=f"http://{shown}:{sock.getsockname()[1]}/"), file=sys.stderr
    )
    server.run([sock])
    raise typer.Exit(NOTHING)
