"""What commands share: options, and what is said when they cannot be had. Quick to load, as every command loads it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractor.cli.run import Account
    from extractor.records import Message
    from extractor.registry import Register

NOTHING, ALARMS, USAGE, UNREAD = 0, 1, 2, 3
"""Exit statuses; see :mod:`extractor.cli`."""


class InputFormat(StrEnum):
    """How inputs are read; ``auto`` goes by the ending and the content."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    parquet = "parquet"
    warc = "warc"


class Language(StrEnum):
    """The language of what is not quoted."""

    vi = "vi"
    en = "en"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.", show_default=False),
]
Input = Annotated[InputFormat, typer.Option("--input-format", help="How to read the input.")]
TextColumn = Annotated[
    str | None,
    typer.Option("--text-column", metavar="NAME", help="Column of Parquet or key of JSON Lines that holds the text."),
]
Registry = Annotated[
    str,
    typer.Option(
        "--registry",
        metavar="FILE|builtin|none",
        help="Hold cited documents against this CSV file (number, type, issued, issuer, effective, title).",
    ),
]
Lang = Annotated[Language, typer.Option("--lang", envvar="SOATSO_LANG", help="Language of verdicts and messages.")]


def wrong_use(option: str, reason: Message, /, **values: object) -> Exception:
    """What to raise where an option cannot have the value it was given."""
    from extractor.cli.usage import WrongUse

    return WrongUse(option, reason, **values)


def register_of(named: str, account: Account) -> Register | None:
    """The register that an option names; its rows that cannot be used are told."""
    from extractor.cli import messages
    from extractor.registry import RegisterError, read_register

    if named == "none":
        return None
    try:
        register = read_register(named)
    except OSError as error:
        raise wrong_use("--registry", messages.UNREADABLE, path=named, reason=error.strerror or error) from error
    except RegisterError as error:
        raise wrong_use("--registry", error.message) from error
    for problem in register.problems:
        account.tell(f"{register.source}:{problem.line}", problem.message)
    return register
