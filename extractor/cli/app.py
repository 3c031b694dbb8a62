"""The commands. What is slow to load is loaded inside them, so that ``--help`` is quick."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor import __version__
from extractor.cli.batch import export, load, run
from extractor.cli.browsing import browse
from extractor.cli.converting import convert
from extractor.cli.options import (
    ALARMS,
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
from extractor.cli.reporting import report
from extractor.cli.serving import serve

if TYPE_CHECKING:
    from extractor.evaluation import Evaluation
    from extractor.patterns.policy import Precedence

app = typer.Typer(
    name="soatso",
    help="Reads Vietnamese news, extracts documents, figures and claims, and proofreads the arithmetic.",
    epilog="Exit status: 0 nothing inconsistent, 1 alarms or other findings, 2 wrong usage, 3 some input was not read.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Plain help: it is printed in half the time and reads the same in a pipe.
    rich_markup_mode=None,
)


class OutputFormat(StrEnum):
    """How records are written."""

    jsonl = "jsonl"
    parquet = "parquet"


class ReportFormat(StrEnum):
    """How findings are shown."""

    text = "text"
    json = "json"


class Only(StrEnum):
    """Which findings are shown."""

    alarms = "alarms"
    all = "all"


def _version(asked: bool) -> None:
    if asked:
        print(f"soatso {__version__}")
        raise typer.Exit


@app.callback()
def _soatso(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    paths: Paths,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    registry: Registry = "builtin",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", dir_okay=False, help="Write to this file, which appears when all is done."),
    ] = None,
    format: Annotated[OutputFormat, typer.Option("--format", help="How to write the records.")] = OutputFormat.jsonl,
    lang: Lang = Language.vi,
) -> None:
    """Write one record per article, as JSON Lines or as a Parquet file."""
    from extractor.cli import messages
    from extractor.cli.output import json_lines, parquet
    from extractor.cli.run import Account, records

    if output is not None and not output.resolve().parent.is_dir():
        raise wrong_use("--output", messages.NO_FOLDER, folder=output.resolve().parent)
    if format is OutputFormat.jsonl:
        opened = json_lines(output)
    elif output is None:
        raise wrong_use("--format", messages.NEEDS_FILE)
    else:
        opened = parquet(output)
    account = Account(lang.value)
    register = register_of(registry, account)
    try:
        with opened as out:
            for article, record in records(paths, input_format.value, account, text_column, register):
                out.write(article, record)
    except ImportError as error:
        raise wrong_use("--format", messages.NEEDS_EXTRA) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        if output is None:
            raise
        raise wrong_use("--output", messages.UNWRITABLE_FILE, path=output, reason=error.strerror or error) from error
    account.close()
    raise typer.Exit(UNREAD if account.unread else NOTHING)


@app.command()
def check(
    paths: Paths,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    registry: Registry = "builtin",
    lang: Lang = Language.vi,
    format: Annotated[ReportFormat, typer.Option("--format", help="For people, or one JSON object per article.")] = (
        ReportFormat.text
    ),
    only: Annotated[Only, typer.Option("--only", help="Show alarms alone, or every claim that was checked.")] = (
        Only.all
    ),
    context: Annotated[
        int, typer.Option("--context", metavar="N", min=0, help="Show N paragraphs before and after each finding.")
    ] = 0,
    derived: Annotated[
        bool, typer.Option("--derived", help="Also show the plans, bases and earlier levels that figures imply.")
    ] = False,
) -> None:
    """Show each claim with its arithmetic and verdict. Exit status 1 if there is an alarm or another finding."""
    from extractor.cli.output import text_stdout, utf8_stdout
    from extractor.cli.run import Account, records
    from extractor.record import checked_claims
    from extractor.report import Also, Summary, TerminalReport, console_for, findings_json, other_findings

    account = Account(lang.value)
    register = register_of(registry, account)
    summary = Summary()
    as_json = format is ReportFormat.json
    file = utf8_stdout() if as_json else text_stdout()
    report = None if as_json else TerminalReport(console_for(file), lang.value, context)
    for article, record in records(paths, input_format.value, account, text_column, register):
        summary.add(record)
        found = [each for each in checked_claims(record) if only is Only.all or each.alarm]
        if report is None:
            file.write(findings_json(record, found) + "\n")
        elif found or only is Only.all or other_findings(record):
            also = Also(
                others=other_findings(record),
                derived=record.derived if derived else (),
                coverage=record.coverage if only is Only.all else None,
            )
            report.article(article, found, also)
    if report is not None:
        report.summary(summary)
    file.flush()
    account.close()
    if account.unread:
        raise typer.Exit(UNREAD)
    raise typer.Exit(ALARMS if summary.alarms or summary.others else NOTHING)


app.command()(report)
app.command()(serve)
for command in (run, load, export, browse, convert):
    app.command()(command)


@app.command()
def explain(
    paths: Paths,
    input_format: Input = InputFormat.auto,
    text_column: TextColumn = None,
    lang: Lang = Language.vi,
    format: Annotated[ReportFormat, typer.Option("--format", help="For people, or one JSON object per article.")] = (
        ReportFormat.text
    ),
) -> None:
    """Show which rule and lexicon entry made each span, which numbers are no figures, and why."""
    from extractor.cli.output import text_stdout, utf8_stdout
    from extractor.cli.run import Account, traced
    from extractor.explain import article_lines, as_json, named_rules, policy_lines
    from extractor.explain import explain as explained

    account = Account(lang.value)
    as_text = format is ReportFormat.text
    file = text_stdout() if as_text else utf8_stdout()
    named: set[Precedence] = set()
    for article, record, trace in traced(paths, input_format.value, account, text_column):
        explanation = explained(article, record, trace)
        named |= named_rules(explanation)
        if as_text:
            file.writelines(f"{line}\n" for line in (*article_lines(explanation, lang.value), ""))
        else:
            file.write(as_json(explanation) + "\n")
    if as_text:
        file.writelines(f"{line}\n" for line in policy_lines(named, lang.value))
    file.flush()
    account.close()
    raise typer.Exit(UNREAD if account.unread else NOTHING)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from extractor.cli.output import utf8_stdout
    from extractor.records import Record

    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Record.model_json_schema()}
    utf8_stdout().write(json.dumps(described, ensure_ascii=False, indent=2) + "\n")


@app.command("eval")
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            exists=True,
            file_okay=False,
            help="Holds articles/*.txt and annotations/*.json.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List what was missed (-), superfluous (+) or not the same (~).")
    ] = (False),
    floors: Annotated[
        Path | None, typer.Option("--floors", dir_okay=False, help="Exit with 1 if a score is below its floor here.")
    ] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Lift the floors to what is reached.")] = False,
    slips: Annotated[
        int | None,
        typer.Option(
            "--mutate", metavar="N", min=1, help="Also plant N printing slips in claims that hold; tell what is found."
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="Which slips --mutate draws.")] = 1,
) -> None:
    """Score extraction against annotated articles, and proofreading against planted errors."""
    from extractor.cli import messages
    from extractor.cli.output import utf8_stdout
    from extractor.evaluation import (
        AnnotationError,
        FloorsError,
        Together,
        lines,
        mutation,
        raised,
        read_floors,
        shortfalls,
        without_planted,
        write_floors,
    )
    from extractor.record import extract as record_of

    if raise_floors and floors is None:
        raise wrong_use("--raise-floors", messages.NEEDS_FLOORS)
    try:
        least = read_floors(floors) if floors is not None and (floors.exists() or not raise_floors) else {}
        done = _evaluated(folder)
        planted = None if slips is None else mutation.mutate(folder, record_of, slips, seed)
    except (AnnotationError, FloorsError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(UNREAD) from error

    file = utf8_stdout()
    if listed:
        file.writelines(f"{difference}\n" for difference in done.scores.differences)
        file.writelines(f"{miss}\n" for miss in (planted.misses if planted else ()))
    if as_json:
        scores = done.scores.as_json() | ({"mutation": mutation.as_json(planted)} if planted else {})
        file.write(json.dumps(scores, ensure_ascii=False, indent=1) + "\n")
    else:
        file.writelines(f"{line}\n" for line in lines(done.scores))
        file.writelines(f"{line}\n" for line in (mutation.lines(planted) if planted else ()))
    file.flush()
    print(f"{done.articles} articles, {done.articles / done.seconds:.0f} articles/s", file=sys.stderr)

    measured = Together((done.scores, planted.tallies)) if planted else done.scores
    below = shortfalls(measured, least if planted else without_planted(least))
    for each in below:
        print(f"below its floor: {each}", file=sys.stderr)
    if floors is not None and raise_floors:
        write_floors(floors, raised(measured, least))
    raise typer.Exit(ALARMS if below else NOTHING)


def _evaluated(folder: Path) -> Evaluation:
    from extractor.evaluation import evaluate as score
    from extractor.record import extract as record_of

    return score(folder, record_of)
