"""A child that dies of some inputs."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from extractor.batch.settings import Settings
from extractor.distributed import guard
from extractor.readers import RawInput


def row_maker(settings: Settings) -> Callable[[RawInput], dict[str, Any]]:
    sound = guard.row_maker(settings)

    def row(raw: RawInput) -> dict[str, Any]:
        if b"SIGKILL" in bytes(raw.data if isinstance(raw.data, bytes) else b""):
            os.kill(os.getpid(), 9)
        return sound(raw)

    return row
