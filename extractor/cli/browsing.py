"""``soatso browse``: the store in Datasette."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import Lang, Language, wrong_use


def browse(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="The store: news.db.", show_default=False)],
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any that is free.")] = 8001,
    print_metadata: Annotated[
        bool, typer.Option("--print-metadata", help="Print the settings for Datasette and start nothing.")
    ] = False,
    lang: Lang = Language.vi,
) -> None:
    """Open a store in Datasette, on this machine: tables, facets and ready-made queries."""
    from extractor.cli import messages
    from extractor.cli.datasette import metadata
    from extractor.store import Store, StoreError

    try:
        Store.open(store).close()
    except StoreError as error:
        raise wrong_use("STORE", error.message) from error
    settings = json.dumps(metadata(store.stem, lang.value), ensure_ascii=False, indent=1)
    if print_metadata:
        print(settings)
        raise typer.Exit
    try:
        import datasette  # noqa: F401
    except ImportError as error:
        raise wrong_use("browse", messages.NEEDS_BROWSE) from error
    import tempfile

    folder = tempfile.mkdtemp(prefix="soatso-")
    described = Path(folder) / "metadata.json"
    described.write_text(settings, encoding="utf-8")
    # In the place of this process, so that Ctrl-C is Datasette's own.
    command = [
        sys.executable, "-m", "datasette", "serve", os.fspath(store), "--host", "127.0.0.1", "--port", str(port),
        "--metadata", os.fspath(described), "--setting", "sql_time_limit_ms", "5000",
        "--setting", "default_page_size", "50", "--setting", "truncate_cells_html", "400",
    ]  # fmt: skip
    os.execv(sys.executable, command)
