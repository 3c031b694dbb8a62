"""``soatso convert``: what was found in the forms of other tools, and corrected annotations back as gold files."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from extractor.cli.options import (
    NOTHING,
    UNREAD,
    Input,
    InputFormat,
    Lang,
    Language,
    Registry,
    TextColumn,
    register_of,
    wrong_use,
)


class Form(StrEnum):
    """What is written."""

    csv = "csv"
    xlsx = "xlsx"
    web_annotation = "web-annotation"
    label_studio = "label-studio"
    label_studio_config = "label-studio-config"
    gold = "gold"


def convert(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Articles; for gold: exports of Label Studio (JSON).", show_default=False),
    ] = None,
    to: Annotated[
        Form,
        typer.Option(
            "--to",
            help="Findings as csv or xlsx; web-annotation: a page of W3C annotations a line; label-studio: tasks;"
            " label-studio-config: the labelling interface; gold: a folder for soatso eval.",
        ),
    ] = Form.csv,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; for gold the folder.")] = None,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    registry: Registry = "builtin",
    lang: Lang = Language.vi,
) -> None:
    """Write what was found in the form of another tool, or corrected annotations as gold files."""
    from extractor.cli import messages
    from extractor.cli.output import utf8_stdout, whole_file
    from extractor.cli.run import Account, records
    from extractor.exchange import CONFIG

    if output is None and to in (Form.xlsx, Form.gold):
        raise wrong_use("--to", messages.NEEDS_OUTPUT, form=to.value)
    if to is not Form.gold and output is not None and not output.resolve().parent.is_dir():
        raise wrong_use("--output", messages.NO_FOLDER, folder=output.resolve().parent)
    account = Account(lang.value)
    if to is Form.gold:
        assert output is not None
        _gold(paths or [], output, account)
        raise typer.Exit(UNREAD if account.unread else NOTHING)
    if not paths and to is not Form.label_studio_config:
        raise wrong_use("PATH", messages.NEEDS_PATH)
    read = records(paths or [], input_format.value, account, text_column, register_of(registry, account))
    pieces: Iterator[bytes | str] = iter([CONFIG]) if to is Form.label_studio_config else _written(read, to)
    if output is None:
        _write(pieces, utf8_stdout())
    else:
        try:
            with whole_file(output) as file:
                for piece in pieces:
                    file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))
        except ImportError as error:
            raise wrong_use("--to", messages.NEEDS_WEB) from error
        except OSError as error:
            raise wrong_use(
                "--output", messages.UNWRITABLE_FILE, path=output, reason=error.strerror or error
            ) from error
    account.close()
    raise typer.Exit(UNREAD if account.unread else NOTHING)


def _write(pieces: Iterator[bytes | str], file: IO[str]) -> None:
    for piece in pieces:
        assert isinstance(piece, str)
        file.write(piece)
    file.flush()


def _written(read: Iterator[Any], to: Form) -> Iterator[bytes | str]:
    from extractor.exchange import annotation_page, csv_text, lines, task, xlsx_bytes

    if to is Form.csv:
        yield from csv_text(line for article, record in read for line in lines(article, record))
    elif to is Form.xlsx:
        yield xlsx_bytes(line for article, record in read for line in lines(article, record))
    elif to is Form.web_annotation:
        for article, record in read:
            yield json.dumps(annotation_page(article, record), ensure_ascii=False) + "\n"
    else:
        between = "[\n"
        for article, record in read:
            yield between + json.dumps(task(article, record), ensure_ascii=False)
            between = ",\n"
        yield "\n]\n" if between == ",\n" else "[]\n"


def _gold(paths: list[str], folder: Path, account: Any) -> None:
    """Writes the annotations of exports as articles and annotations of a folder."""
    from extractor.cli import messages
    from extractor.exchange import LabelStudioError, gold_of
    from extractor.records import Message

    if not paths:
        raise wrong_use("PATH", messages.NEEDS_PATH)
    written = 0
    for path in paths:
        try:
            tasks = json.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            account.rejected += 1
            said = getattr(error, "strerror", None) or error
            account.tell(path, Message(vi=f"không đọc được ({said})", en=f"it cannot be read ({said})"))
            continue
        for number, exported in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
            try:
                name, text, gold = gold_of(exported)
            except LabelStudioError as error:
                account.rejected += 1
                account.tell(
                    f"{path}: {number}",
                    Message(vi=f"không phải chú thích dùng được: {error}", en=f"no annotation: {error}"),
                )
                continue
            stem = re.sub(r"[^\w.-]+", "-", name).strip(".-")[:100] or f"article-{number}"
            for part, suffix, data in (("articles", "txt", text), ("annotations", "json", _json({**gold, "id": stem}))):
                (folder / part).mkdir(parents=True, exist_ok=True)
                (folder / part / f"{stem}.{suffix}").write_text(data, encoding="utf-8", newline="\n")
            written += 1
    print(f"{folder}: {written}", file=sys.stderr)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
