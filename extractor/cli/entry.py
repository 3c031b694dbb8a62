"""The entry point: runs a command and turns what stops it into one line and an exit status."""

from __future__ import annotations

import copy
import gc
import os
import signal
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import cast

import typer
from typer.main import get_command, get_command_name

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
    # Looking for plugins reads what every installed package says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
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
        _tell_unwritable(error, given)
        _forget_stdout()
        return 2
    except _CLICK_ERROR as error:
        return _explain(error, given)
    if arguments is None:
        # The process ends: nothing of it needs to be looked through for cycles.
        gc.freeze()
    return status


def _run(arguments: list[str]) -> int:
    # Not through click's own main, which has its own ideas of what a closed pipe means.
    try:
        with get_command(_asked_for(arguments)).make_context("soatso", arguments) as context:
            context.command.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
    return 0


def _asked_for(arguments: Sequence[str]) -> typer.Typer:
    """The command line with the one command that is named, if one is: to make each of its function takes a while."""
    named = [
        info
        for info in app.registered_commands
        if arguments and info.callback and arguments[0] == (info.name or get_command_name(info.callback.__name__))
    ]
    if not named:
        return app
    one = copy.copy(app)
    one.registered_commands = named
    return one


def _forget_stdout() -> None:
    """Points standard output to nowhere, so that the interpreter's last flush is quiet too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# What both need is loaded only when something is wrong: help must be quick.


def _tell_unwritable(error: OSError, arguments: Sequence[str]) -> None:
    from extractor.cli.messages import UNWRITABLE
    from extractor.cli.usage import language_of
    from extractor.report.words import pick

    reason = pick(UNWRITABLE, language_of(arguments)).format(reason=error.strerror or error)
    print(f"soatso: {reason}", file=sys.stderr)


def _explain(error: BaseException, arguments: Sequence[str]) -> int:
    from extractor.cli.usage import language_of, usage_line

    shows_help = type(error).__name__ == "NoArgsIsHelpError"
    print(str(error) if shows_help else usage_line(error, language_of(arguments)), file=sys.stderr)
    return 2
