"""Where results go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast


def utf8_stdout() -> IO[str]:
    """Standard output as UTF-8 with plain line feeds, for JSON, whatever the locale says."""
    _reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def text_stdout() -> IO[str]:
    """Standard output for a person: a character that its encoding lacks is replaced and stops nothing."""
    _reconfigure(errors="replace")
    return sys.stdout


def _reconfigure(**options: str) -> None:
    # Under test runners the stream may be another kind, which needs nothing.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**options)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A file that takes its name only when all was written; before, and after a failure, the old one stands.

    What is no regular file (``/dev/null``, a named pipe) is written to directly.

    Raises:
        OSError: the file cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="\n") as direct:
            yield cast(IO[str], direct)
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("x", encoding="utf-8", newline="\n") as file:
            yield cast(IO[str], file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(target.stat().st_mode & 0o777)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
