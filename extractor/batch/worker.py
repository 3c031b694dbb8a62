"""The parent's side of one child process.

Nothing here waits: what cannot be sent yet is kept, what has come is taken.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from extractor.batch.child import LENGTH, READY, RETIRED, message

_PIECE = 1 << 20
_PIPE_BYTES = 1 << 20
_SECONDS_TO_END = 5.0

Launch = Callable[[list[str]], subprocess.Popen[bytes]]
"""Starts a child with the arguments of :func:`extractor.batch.child.main` and pipes to it."""


def launch(arguments: list[str]) -> subprocess.Popen[bytes]:
    """A child in a new Python, out of reach of the terminal's Ctrl-C."""
    # What this process can import, the child can.
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-m", "extractor.batch.child", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,
    )


class Worker:
    """A child process and what it was given to do.

    Attributes:
        jobs: what it has been sent and has not answered, in order; it works on the first.
        since: when it began on the first of them, by the clock of who uses this.
        ready: whether it has loaded what it needs.
        retired: whether it takes no more.
    """

    def __init__(self, start: Launch, call: str, settings: object, most_memory: int) -> None:
        self.jobs: deque[Any] = deque()
        self.since = 0.0
        self.ready = False
        self.retired = False
        self._child = start([call, str(most_memory)])
        assert self._child.stdin is not None and self._child.stdout is not None
        self.input, self.output = self._child.stdin.fileno(), self._child.stdout.fileno()
        for pipe in (self.input, self.output):
            os.set_blocking(pipe, False)
            _widen(pipe)
        self._unsent = bytearray(message(settings))
        self._unread = bytearray()

    @property
    def process_id(self) -> int:
        """The id of the child process."""
        return self._child.pid

    @property
    def has_unsent(self) -> bool:
        """Whether something waits until the child takes it."""
        return bool(self._unsent)

    def give(self, job: Any, payload: object) -> None:
        """Hand over a job; ``payload`` is what the child gets of it."""
        self.jobs.append(job)
        self._unsent += message(payload)
        self.flush()

    def flush(self) -> None:
        """Send as much as the child takes."""
        try:
            while self._unsent:
                del self._unsent[: os.write(self.input, memoryview(self._unsent)[:_PIECE].tobytes())]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            # It has died; reading will say so.
            self._unsent.clear()

    def answers(self) -> tuple[list[Any], bool]:
        """What it has answered since, and whether it has ended."""
        ended = False
        with suppress(BlockingIOError):
            while True:
                piece = os.read(self.output, _PIECE)
                if not piece:
                    ended = True
                    break
                self._unread += piece
                if len(piece) < _PIECE:
                    break
        found = []
        at = 0
        while len(self._unread) - at >= LENGTH.size:
            end = at + LENGTH.size + LENGTH.unpack_from(self._unread, at)[0]
            if end > len(self._unread):
                break
            answer = pickle.loads(memoryview(self._unread)[at + LENGTH.size : end])
            at = end
            if isinstance(answer, str) and answer == READY:
                self.ready = True
            elif isinstance(answer, str) and answer == RETIRED:
                self.retired = True
            else:
                found.append(answer)
        del self._unread[:at]
        return found, ended

    def kill(self) -> int:
        """End the child now; returns its exit status, a negative signal if one ended it."""
        self._child.kill()
        return self.close()

    def close(self) -> int:
        """Let the child end, for it gets no more; returns its exit status."""
        assert self._child.stdin is not None and self._child.stdout is not None
        with suppress(OSError):
            self._child.stdin.close()
        try:
            status = self._child.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._child.kill()
            status = self._child.wait()
        self._child.stdout.close()
        return status


def _widen(pipe: int) -> None:
    """Let the pipe hold more, so that the child works on while the parent writes to the store."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
