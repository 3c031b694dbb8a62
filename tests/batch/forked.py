"""Workers that are forks of this process: they start at once, which a test of many starts needs."""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import suppress
from typing import IO, Any, cast

from extractor.batch.child import serve
from extractor.batch.worker import Launch


class Fork:
    """As much of a ``Popen`` as a worker uses."""

    def __init__(self, arguments: list[str]) -> None:
        child_in, own_out = os.pipe()
        own_in, child_out = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                os.close(own_out)
                os.close(own_in)
                # As in a new process: no file of the parent's, for its locks and pipes must end with it.
                for name in os.listdir("/proc/self/fd"):
                    if int(name) > 2 and int(name) not in (child_in, child_out):
                        with suppress(OSError):
                            os.close(int(name))
                sys.stdout = sys.stderr = io.StringIO()
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                call, memory = arguments
                serve(os.fdopen(child_in, "rb"), os.fdopen(child_out, "wb", buffering=0), call, int(memory))
                status = 0
            finally:
                os._exit(status)
        os.close(child_in)
        os.close(child_out)
        self.stdin: IO[bytes] = os.fdopen(own_out, "wb", buffering=0)
        self.stdout: IO[bytes] = os.fdopen(own_in, "rb", buffering=0)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def start(arguments: list[str]) -> Any:
    return Fork(arguments)


FORKED = cast(Launch, start)
