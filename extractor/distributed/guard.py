"""Extraction in a child process, so that an input that kills the process costs itself alone.

A parser in C may crash and the system may kill what takes too much memory. To Ray that is the loss of a whole block
of articles, tried again and lost again until the job fails; here it is one rejected input, by the rules of a run on one
machine (:mod:`extractor.batch.pool`).
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from extractor.batch.inputs import size_of
from extractor.batch.pool import Job, Pool
from extractor.batch.settings import Settings
from extractor.batch.work import register_of
from extractor.distributed.rows import outcome_row
from extractor.readers import RawInput, Rejected, parse


def rows(raw: Sequence[RawInput | Rejected], settings: Settings, time_limit: float) -> list[dict[str, Any]]:
    """The row of each input, in order; one that kills its process, also when it is tried alone, is rejected."""
    jobs = (
        Job(None, None, each.source, answer=each)
        if isinstance(each, Rejected)
        else Job(None, each, each.source, size_of(each))
        for each in raw
    )
    answers = (job.answer for job in _pool(settings, time_limit).ordered(jobs))
    return [outcome_row(answer) if isinstance(answer, Rejected) else answer for answer in answers]


@cache
def _pool(settings: Settings, time_limit: float) -> Pool:
    """The child of this process, which ends with it."""
    pool = Pool("extractor.distributed.guard:row_maker", settings, workers=1, time_limit=time_limit)
    atexit.register(pool.close)
    return pool


def row_maker(settings: Settings) -> Callable[[RawInput], dict[str, Any]]:
    """What makes a row of a raw input, in the child: parsing and extraction."""
    register = register_of(settings)

    def row(raw: RawInput) -> dict[str, Any]:
        return outcome_row(parse(raw), register)

    return row
