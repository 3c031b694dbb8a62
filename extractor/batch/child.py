"""The child process: answers raw inputs on its standard input, one by one, on its standard output.

What makes the answers is named by the one who starts it, as ``module:function``; the function takes the settings, the
first message, and returns what turns an input into an answer.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

LENGTH = struct.Struct(">Q")
READY = "ready"
"""The first answer, before any input: all that is needed is loaded."""
RETIRED = "retired"
"""The last answer of a child that has grown too large; what it was sent since goes to another."""

_LOOK_EVERY = 16


def main(arguments: list[str]) -> None:
    """Answer until the input ends.

    Args:
        arguments: ``module:function``, and the resident memory in MiB from which on it makes way for a new one.
    """
    _end_with_parent()
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    # What a library may print must not get between the answers.
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers, arguments[0], int(arguments[1]))


def serve(inputs: IO[bytes], answers: IO[bytes], call: str, most_memory: int) -> None:
    """The loop of a child, on given streams."""
    module, _, function = call.partition(":")
    made: Callable[[Any], Callable[[Any], Any]] = getattr(import_module(module), function)
    with suppress(EOFError, BrokenPipeError):
        answer = made(receive(inputs))
        _send(answers, READY)
        done = 0
        while True:
            _send(answers, answer(receive(inputs)))
            done += 1
            if done % _LOOK_EVERY == 0 and _resident() > most_memory:
                _send(answers, RETIRED)
                return


def receive(stream: IO[bytes]) -> Any:
    """The next message.

    Raises:
        EOFError: there is none.
    """
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    length = LENGTH.unpack(head)[0]
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def message(value: object) -> bytes:
    """A value as it goes over the pipe."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(data)) + data


def _send(stream: IO[bytes], value: object) -> None:
    data = memoryview(message(value))
    while data:
        data = data[stream.write(data) :]


def _resident() -> int:
    """The memory of this process in MiB, where the system tells it; else 0."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") >> 20
    except (OSError, ValueError):
        return 0


def _end_with_parent() -> None:
    """On Linux, be killed when the parent is; elsewhere the end of the input has to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
