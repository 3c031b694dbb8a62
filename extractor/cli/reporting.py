"""``soatso report``: articles with their marks and findings as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import (
    NOTHING,
    UNREAD,
    Input,
    InputFormat,
    Lang,
    Language,
    Paths,
    Registry,
    TextColumn,
    register_of,
    wrong_use,
)


def report(
    paths: Paths,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    registry: Registry = "builtin",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", dir_okay=False, help="Write the page to this file; to standard output without."),
    ] = None,
    lang: Lang = Language.vi,
) -> None:
    """Write one page to look at: the articles with their figures marked, and what does not fit beside them."""
    from extractor.cli import messages
    from extractor.cli.output import utf8_stdout, whole_file
    from extractor.cli.run import Account, records
    from extractor.report.page import report_html

    if output is not None and not output.resolve().parent.is_dir():
        raise wrong_use("--output", messages.NO_FOLDER, folder=output.resolve().parent)
    account = Account(lang.value)
    register = register_of(registry, account)
    page = report_html(records(paths, input_format.value, account, text_column, register), lang.value)
    if output is None:
        file = utf8_stdout()
        file.write(page)
        file.flush()
    else:
        try:
            with whole_file(output) as file_of_bytes:
                file_of_bytes.write(page.encode("utf-8", "replace"))
        except OSError as error:
            raise wrong_use(
                "--output", messages.UNWRITABLE_FILE, path=output, reason=error.strerror or error
            ) from error
    account.close()
    raise typer.Exit(UNREAD if account.unread else NOTHING)
