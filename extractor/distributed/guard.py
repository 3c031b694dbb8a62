"""Extraction in a child process, so that an input that kills the process costs itself alone.

A parser in C may crash and the system may kill what takes too much memory. To Ray that is the loss of a whole block
of articles, tried again and lost again until the job fails; here it is one rejected input.
"""

from __future__ import annotations

import atexit
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import IO, Any

from extractor.distributed.rows import outcome_row
from extractor.readers import RawInput, Rejected, parse
from extractor.records import Message

_COMMAND = (sys.executable, "-m", "extractor.distributed.guard")
_LENGTH = struct.Struct(">Q")
_KILLED = Message(
    vi="Chương trình bị dừng đột ngột khi xử lý đầu vào này (mã {status}); hãy thử riêng nó và xin báo lỗi kèm theo.",
    en="The program was killed while it worked on this input (status {status}); try it alone, and please report it.",
)


class _Died(Exception):
    """The child ended before it answered; ``args[0]`` is its exit status, a negative signal if one ended it."""


class Guard:
    """A child process that makes rows of raw inputs; it is started again when one of them has killed it."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = list(command)
        self._child: subprocess.Popen[bytes] | None = None

    def rows(self, raw: Sequence[RawInput | Rejected]) -> list[dict[str, Any]]:
        """The row of each input, in order; one that kills the child, also when it is tried alone, is rejected."""
        try:
            return self._ask(raw)
        except _Died as death:
            if len(raw) > 1:
                return [row for each in raw for row in self.rows([each])]
            status = death.args[0]
            message = Message(vi=_KILLED.vi.format(status=status), en=_KILLED.en.format(status=status))
            return [outcome_row(Rejected(source=raw[0].source, code="killed", message=message))]

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            child, self._child = self._child, None
            assert child.stdin is not None and child.stdout is not None
            with suppress(BrokenPipeError):
                child.stdin.close()
            child.wait()
            child.stdout.close()

    def _ask(self, raw: Sequence[RawInput | Rejected]) -> list[dict[str, Any]]:
        child = self._started()
        assert child.stdin is not None and child.stdout is not None
        try:
            _send(child.stdin, list(raw))
            answer: list[dict[str, Any]] = _receive(child.stdout)
        except (BrokenPipeError, EOFError) as error:
            self.close()
            raise _Died(child.returncode) from error
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            # What this process can import, the child can.
            paths = os.pathsep.join(path for path in sys.path if path)
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return self._child


@cache
def guard() -> Guard:
    """The guard of this process; its child ends with it, for then its input ends."""
    made = Guard()
    atexit.register(made.close)
    return made


def row(raw: RawInput | Rejected) -> dict[str, Any]:
    """The row of one raw input: parsing and extraction."""
    return outcome_row(raw if isinstance(raw, Rejected) else parse(raw))


def main() -> None:
    """The child: answers each list of raw inputs on standard input with the list of their rows."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a library may print must not get between the answers.
    os.dup2(2, 1)
    while True:
        try:
            raw: list[RawInput | Rejected] = _receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(answers, [row(each) for each in raw])


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


if __name__ == "__main__":
    main()
