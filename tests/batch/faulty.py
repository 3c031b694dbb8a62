"""A worker that fails where its input says so; otherwise the one of a run."""

from __future__ import annotations

import faulthandler
import os
import signal
import time
from collections.abc import Callable
from typing import Any

from extractor.batch.settings import Settings
from extractor.batch.work import packer
from extractor.readers import RawInput


def maker(settings: Settings) -> Callable[[RawInput], Any]:
    sound = packer(settings)

    def answer(raw: RawInput) -> Any:
        _fail(raw)
        return sound(raw)

    return answer


def echo(settings: object) -> Callable[[RawInput], Any]:
    """Answers at once with the text, or fails."""

    def answer(raw: RawInput) -> Any:
        _fail(raw)
        return bytes(raw.data).decode() if isinstance(raw.data, bytes) else ""

    return answer


def broken(settings: object) -> Callable[[RawInput], Any]:
    raise SystemExit(3)


def _fail(raw: RawInput) -> None:
    data = raw.data if isinstance(raw.data, bytes) else b""
    print("what a library may say", flush=True)
    if b"SIGKILL" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"SEGFAULT" in data:
        faulthandler.disable()
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"EXIT" in data:
        os._exit(7)
    if b"ONCE" in data:
        once = data.split(b"ONCE ")[1].split(b" ")[0].decode()
        if not os.path.exists(once):
            open(once, "wb").close()
            os._exit(1)
    if b"STUCK" in data:
        while True:
            pass
    if b"SLOW" in data:
        time.sleep(0.3)
