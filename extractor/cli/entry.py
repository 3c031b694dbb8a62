"""The entry point: runs a command and turns what stops it into one line and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import cast

import typer
from typer.main import get_command

from extractor.cli.app import app

# click's ClickException, wherever this version of typer keeps click.
_CLICK_ERROR = cast(type[Exception], typer.BadParameter.__mro__[2])


class Stopped(IntEnum):
    """Statuses of a run that something outside ended, as shells give them."""

    BY_INTERRUPT = 128 + signal.SIGINT
    BY_CLOSED_PIPE = 128 + 13


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs ``soatso`` with the arguments (those of the process if None) and returns its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        status = _run(given)
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        return Stopped.BY_INTERRUPT
    except BrokenPipeError:
        _forget_stdout()
        return Stopped.BY_CLOSED_PIPE
    except OSError as error:
        # Reading reports its own errors, so this is the output: a full disk.
        print(f"soatso: the output cannot be written: {error.strerror or error}", file=sys.stderr)
        _forget_stdout()
        return 2
    except _CLICK_ERROR as error:
        return _explain(error)
    return status


def _run(arguments: list[str]) -> int:
    # Not through click's own main, which has its own ideas of what a closed pipe means.
    try:
        with get_command(app).make_context("soatso", arguments) as context:
            context.command.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
    return 0


def _forget_stdout() -> None:
    """Points standard output to nowhere, so that the interpreter's last flush is quiet too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explain(error: BaseException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "soatso"
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(said, file=sys.stderr)
    else:
        line = " ".join(said.split()).rstrip(".")
        print(f"{command}: {line} (see {command} --help)", file=sys.stderr)
    return 2
