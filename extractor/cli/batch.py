"""The commands of the store: ``run``, ``load`` and ``export``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import (
    NOTHING,
    UNREAD,
    USAGE,
    Input,
    InputFormat,
    Lang,
    Language,
    Registry,
    TextColumn,
    register_of,
    wrong_use,
)

if TYPE_CHECKING:
    from extractor.batch.account import Account
    from extractor.report.words import Lang as Said

_INTERRUPTED = 130


class Engine(StrEnum):
    """Where a run is done."""

    local = "local"
    ray = "ray"


class ExportFormat(StrEnum):
    """How tables are written."""

    parquet = "parquet"
    jsonl = "jsonl"
    csv = "csv"


Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Files, folders, globs, or - for standard input.", show_default=False),
]
StoreFile = Annotated[
    Path | None, typer.Option("--store", metavar="FILE", dir_okay=False, help="The store, one SQLite file.")
]
LogJson = Annotated[bool, typer.Option("--log-json", help="Tell progress as JSON lines on standard error.")]


def run(
    sources: Sources = None,
    store: StoreFile = None,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    registry: Registry = "builtin",
    workers: Annotated[
        int, typer.Option("--workers", min=0, help="Worker processes; 0 for as many as there are cores.")
    ] = 0,
    time_limit: Annotated[
        float, typer.Option("--time-limit", metavar="SECONDS", min=0.1, help="What one article may take.")
    ] = 60.0,
    refresh: Annotated[
        bool,
        typer.Option("--refresh", help="Extract what other versions extracted anew, from the store; marks stay."),
    ] = False,
    engine: Annotated[Engine, typer.Option("--engine", help="On this machine, or with Ray on many.")] = Engine.local,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", file_okay=False, help="With Ray: the folder of Parquet to write."
        ),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option("--address", help="With Ray: of the cluster (auto, ray://host:10001); none starts Ray here."),
    ] = None,
    log_json: LogJson = False,
    lang: Lang = Language.vi,
) -> None:
    """Extract many sources into a store, on all cores; a run that was stopped goes on where it was."""
    from extractor.cli.batch_words import NEEDS_OUTPUT, NEEDS_SOURCES, NEEDS_STORE, NOT_WITH

    if not sources and not refresh:
        raise wrong_use("SOURCE", NEEDS_SOURCES)
    if engine is Engine.ray:
        if output is None:
            raise wrong_use("--output", NEEDS_OUTPUT)
        for given, name in ((store, "--store"), (refresh, "--refresh")):
            if given:
                raise wrong_use(name, NOT_WITH, engine="ray")
        _run_on_ray(
            sources or [], output, address, workers, input_format, text_column, registry, time_limit, log_json, lang
        )
    for of_ray, name in ((output, "--output"), (address, "--address")):
        if of_ray is not None:
            raise wrong_use(name, NOT_WITH, engine="local")
    if store is None:
        raise wrong_use("--store", NEEDS_STORE)

    from extractor.batch.run import Options
    from extractor.batch.run import run as run_all
    from extractor.cli.batch_progress import observer
    from extractor.cli.run import Account as Told

    told = Told(lang.value)
    register_of(registry, told)
    options = Options(input_format.value, text_column, registry, refresh, workers, time_limit)
    with _explained(lang), observer(lang.value, log_json) as watching:
        account = run_all(sources or [], store, options, watching)
    _report(account, store, log_json, lang)


def load(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", exists=True, help="What soatso run --engine ray wrote.", show_default=False),
    ],
    store: StoreFile = None,
    log_json: LogJson = False,
    lang: Lang = Language.vi,
) -> None:
    """Bring the records of a distributed run into a store."""
    from extractor.cli.batch_words import NEEDS_EXTRA, NEEDS_STORE, NO_RECORDS, UNFINISHED
    from extractor.report.words import pick

    if store is None:
        raise wrong_use("--store", NEEDS_STORE)

    from extractor.batch.run import load as load_all
    from extractor.cli.batch_progress import observer
    from extractor.distributed.home import packed_rows

    if folder.is_dir() and not (folder / "_SUCCESS").exists():
        print(pick(UNFINISHED, lang.value).format(path=folder), file=sys.stderr)
    try:
        rows = packed_rows(folder)
    except ImportError as error:
        raise wrong_use("DIR", NEEDS_EXTRA, extra="batch") from error
    except (ValueError, OSError) as error:
        raise wrong_use("DIR", NO_RECORDS, path=folder, reason=error) from error
    with _explained(lang), observer(lang.value, log_json) as watching:
        account = load_all(folder, rows, store, watching)
    _report(account, store, log_json, lang)


def export(
    store: StoreFile = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", file_okay=False, help="Folder to write to, a file for each table."
        ),
    ] = None,
    format: Annotated[ExportFormat, typer.Option("--format", help="How to write tables.")] = ExportFormat.parquet,
    tables: Annotated[
        list[str] | None,
        typer.Option("--table", metavar="NAME", help="This table or view alone; may be given again."),
    ] = None,
    lang: Lang = Language.vi,
) -> None:
    """Write a store's records and tables as Parquet, JSON Lines or CSV."""
    from extractor.cli.batch_export import NoTable, export_tables
    from extractor.cli.batch_words import EXPORTED, NEEDS_EXTRA, NEEDS_STORE, NO_TABLE, ONE_TABLE
    from extractor.report.words import pick, thousands

    if store is None:
        raise wrong_use("--store", NEEDS_STORE)
    if output is None and (len(tables or ()) != 1 or format is ExportFormat.parquet):
        raise wrong_use("--output", ONE_TABLE)
    try:
        with _explained(lang):
            for file, rows in export_tables(store, output, format.value, tables or ()):
                if output is not None:
                    print(
                        pick(EXPORTED, lang.value).format(file=file, rows=thousands(rows, lang.value)), file=sys.stderr
                    )
    except NoTable as error:
        raise wrong_use("--table", NO_TABLE, table=error.table, tables=", ".join(error.tables)) from error
    except ImportError as error:
        raise wrong_use("--format", NEEDS_EXTRA, extra="batch") from error


def _run_on_ray(
    sources: list[str],
    output: Path,
    address: str | None,
    workers: int,
    input_format: InputFormat,
    text_column: str | None,
    registry: str,
    time_limit: float,
    log_json: bool,
    lang: Language,
) -> None:
    from time import monotonic

    from extractor.batch.account import Account
    from extractor.cli.batch_words import NEEDS_EXTRA, NO_CLUSTER, NOT_EMPTY
    from extractor.distributed.engine import OutputExists, RayMissing
    from extractor.distributed.engine import run as run_on_ray

    began = monotonic()
    try:
        counts = run_on_ray(
            sources,
            output,
            address=address,
            workers=workers or None,
            input_format=input_format.value,
            text_column=text_column,
            registry=registry,
            time_limit=time_limit,
        )
    except RayMissing as error:
        raise wrong_use("--engine", NEEDS_EXTRA, extra="ray") from error
    except OutputExists as error:
        raise wrong_use("--output", NOT_EMPTY, path=output) from error
    except ConnectionError as error:
        raise wrong_use("--address", NO_CLUSTER, reason=error) from error
    account = Account(stored=counts.articles, rejected=counts.rejected, alarms=counts.alarms)
    account.seconds = monotonic() - began
    _report(account, None, log_json, lang)


def _report(account: Account, store: Path | None, log_json: bool, lang: Language) -> None:
    """The closing report, and the exit status."""
    from extractor.cli.batch_progress import JsonLines, counted
    from extractor.cli.batch_words import HOLDS, REASON, REFRESHED, REPORT, RESUMED
    from extractor.report.safe import printable
    from extractor.report.words import pick, thousands
    from extractor.store import Store

    said: Said = lang.value
    counts = None
    if store is not None:
        with Store.open(store) as opened:
            counts = opened.counts()
    if log_json:
        JsonLines().say({"event": "finished", **account.as_json(), "store": counts})
    else:
        lines = [counted(REPORT, account, said)]
        lines += [pick(RESUMED, said)] if account.resumed else []
        lines += [counted(REFRESHED, account, said)] if account.refreshed else []
        for code, count in account.reasons.most_common():
            source, message = account.examples[code]
            told = {"source": printable(source), "message": printable(pick(message, said))}
            lines.append(pick(REASON, said).format(count=thousands(count, said), code=code, **told))
        if counts is not None:
            shown = {name: thousands(count, said) for name, count in counts.items()}
            lines.append(pick(HOLDS, said).format(store=store, cross=shown["cross_findings"], **shown))
        print("\n".join(lines), file=sys.stderr)
    raise typer.Exit(UNREAD if account.rejected or account.losses else NOTHING)


@contextmanager
def _explained(lang: Language) -> Iterator[None]:
    """What can stop the use of a store, as one line and an exit status."""
    from extractor.batch.pool import WorkersFail
    from extractor.cli.batch_words import NEEDS_EXTRA, STOPPED, WORKERS_FAIL
    from extractor.report.words import pick
    from extractor.store import StoreError
    from extractor.store.copies import SketchMissing

    def stop(said: str, status: int) -> typer.Exit:
        print(said, file=sys.stderr)
        return typer.Exit(status)

    try:
        yield
    except StoreError as error:
        raise stop(f"soatso: {pick(error.message, lang.value)}", USAGE) from error
    except WorkersFail as error:
        raise stop(f"soatso: {pick(WORKERS_FAIL, lang.value).format(status=error.args[0])}", USAGE) from error
    except SketchMissing as error:
        raise stop(f"soatso: {pick(NEEDS_EXTRA, lang.value).format(extra='batch')}", USAGE) from error
    except KeyboardInterrupt as error:
        raise stop(pick(STOPPED, lang.value), _INTERRUPTED) from error
